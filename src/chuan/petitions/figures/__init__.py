"""Figures of petitions: one table for a period, its rows, what overseers see of it, the report and the register."""
