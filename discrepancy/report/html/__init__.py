"""What the page shows, section by section, as plain nouns for the templates beside it."""
