"""Pages of controlled documents, under /tai-lieu/."""
