"""Pages of citizens' reception."""
