"""The nouns of the library: text, mentions, claims, findings."""
