"""Twelve months planned at once: the path of every target, set by whoever plans or answers, read by whoever judges."""
