"""Public pages: made of what rooms offer, written into a folder or one archive, for the ward's own site."""
