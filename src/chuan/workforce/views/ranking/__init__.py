"""Pages of ranking."""
