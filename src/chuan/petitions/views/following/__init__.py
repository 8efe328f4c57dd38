"""Pages on which petitions written here meet their rows of the system of record."""
