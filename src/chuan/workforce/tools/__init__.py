"""Tools used: the unit's own rule of what counts, whose accounts they are, who met it and who did not."""
