"""Everything that changes a petition, one module a noun."""
