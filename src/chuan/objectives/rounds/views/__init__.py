"""Pages of next year's round."""
