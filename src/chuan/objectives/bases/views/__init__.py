"""Pages of Căn cứ."""
