"""A case from its assignment to its end: what may be done, what it rests on, what is still to be done."""
