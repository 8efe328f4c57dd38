"""Every change of this room, one file a noun."""
