"""The thinking of the house: pure functions over frozen values.

Standard library only; no framework, clock, file or database (guarded by tests/guards).
"""
