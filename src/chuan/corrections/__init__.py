"""What went wrong, why, what was done about it, and whether that worked (TCVN ISO 9001:2015, 8.7 and 10.2)."""
