"""Management review: inputs collected from the rooms and frozen, decisions that return (TCVN ISO 9001:2015, 9.3)."""
