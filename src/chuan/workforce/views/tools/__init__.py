"""Pages of tools used."""
