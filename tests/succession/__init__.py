"""What becomes of a ward's things when it goes into another, room by room."""
