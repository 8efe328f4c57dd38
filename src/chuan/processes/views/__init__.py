"""Pages of the map of processes."""
