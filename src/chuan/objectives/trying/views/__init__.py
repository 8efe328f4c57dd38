"""Pages of trials: trying, and what was kept."""
