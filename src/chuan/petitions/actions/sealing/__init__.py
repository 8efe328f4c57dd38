"""Everything that changes what is sealed, one module a noun."""
