"""Typesetting of administrative papers: one description, printed as PDF and as Word."""
