"""The report for people and for programs: text, JSON, and what is said about kinds."""
