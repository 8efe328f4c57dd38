"""Notices: who is told what of the due things that wait for him, inside and by mail."""
