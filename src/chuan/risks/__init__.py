"""Context, interested parties, risks and opportunities (TCVN ISO 9001:2015, 4.1, 4.2, 6.1)."""
