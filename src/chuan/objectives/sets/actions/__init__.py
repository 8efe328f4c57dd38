"""Every change around frozen sets: freezing one, sending one up. Printing stands with the other reports."""
