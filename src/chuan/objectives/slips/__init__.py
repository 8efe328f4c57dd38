"""Phiếu số liệu: what one person owes, sent in half a minute; who is behind, reminded; the sheet for Monday."""
