"""A denouncer planted, everything the house can say looked at: the name is nowhere."""
