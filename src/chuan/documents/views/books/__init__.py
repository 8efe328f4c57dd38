"""Pages of register books and of the files that documents are kept in."""
