"""How titles are read: who was in post, who holds a title, who is missing and why, of whom a share is counted."""
