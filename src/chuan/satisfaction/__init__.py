"""Hài lòng: surveys that citizens answer themselves, on their telephone or on a tablet at the counter (9.1.2)."""
