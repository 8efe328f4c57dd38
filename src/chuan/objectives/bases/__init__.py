"""Căn cứ: the objectives held against the council's resolution or the assignment they rest on; nothing is changed."""
