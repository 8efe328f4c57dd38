"""Every change of the room, one file a noun; import from the file itself."""
