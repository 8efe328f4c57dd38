"""Pages on which a petition is sorted: the guided decision, each outcome, the papers."""
