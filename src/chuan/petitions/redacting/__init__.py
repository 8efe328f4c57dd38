"""Covering what tells the sender on a letter's scan, page by page, and the second look at what came out."""
