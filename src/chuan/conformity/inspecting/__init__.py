"""Inspections of the province: what inspectors are shown, what they found, what was done about it."""
