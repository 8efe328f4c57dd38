"""Keeping the house itself: backups and their return, its health. Knows every room, is known by none."""
