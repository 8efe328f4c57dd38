"""Pages of what went past the ward."""
