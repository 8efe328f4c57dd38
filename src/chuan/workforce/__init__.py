"""Officials at work: which shared tools they use, what they are able to do, how the year is judged."""
