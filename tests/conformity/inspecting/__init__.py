"""Inspections of the province: guests, what they may open, what they find."""
