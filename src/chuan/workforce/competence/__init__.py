"""What posts ask for against what their holders can show (TCVN ISO 9001:2015, 7.2)."""
