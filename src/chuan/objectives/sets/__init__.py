"""Frozen sets of figures: made, compared, printed from, held against an edited paper, sent to the level above."""
