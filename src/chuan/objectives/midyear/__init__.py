"""Starting in the middle of a year: one total for the months that went by, which are then no longer waited for."""
