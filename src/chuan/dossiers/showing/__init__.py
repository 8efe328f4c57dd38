"""What the pages of single dossiers say, worked out before a template sees it."""
