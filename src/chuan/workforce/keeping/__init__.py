"""How long what is kept about officials is kept, and what is past its date."""
