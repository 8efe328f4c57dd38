"""Whose business a petition is and what becomes of it: the guided questions, the outcomes, their clocks."""
