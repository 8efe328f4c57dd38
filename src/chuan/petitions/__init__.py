"""Đơn thư: feedback, suggestions, complaints and denunciations, each by its own law."""
