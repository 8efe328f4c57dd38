"""Pages on which a letter's scan is covered, and the covered copies."""
