"""Reading catalogues and decisions about procedures: pure functions, without database and clock."""
