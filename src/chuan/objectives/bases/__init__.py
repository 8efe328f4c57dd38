"""Căn cứ: the objectives held against the paper they rest on; what a person confirmed is kept."""
