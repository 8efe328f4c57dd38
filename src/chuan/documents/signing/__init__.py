"""Signing here: tickets for the command on an official's own PC, whose certificate is whose, what a field shows."""
