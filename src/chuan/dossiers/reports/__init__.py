"""Figures of dossiers, as frozen values: what is counted, how it is cut, the rows behind each figure."""
