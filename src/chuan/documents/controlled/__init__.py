"""Controlled documents as they are read: which revision stands, the master list, what is typeset and handed out."""
