"""Ranking of officials: rounds read, lines written, what is shown before anybody decides. People decide."""
