"""Pages of solving a petition."""
