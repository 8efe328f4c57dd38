"""Bản tin sáng: at most five matters a morning before the head, and what he answered."""
