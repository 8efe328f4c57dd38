"""The denouncer's identity: sealed, opened by two people together, kept out of every typed text."""
