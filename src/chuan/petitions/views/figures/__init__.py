"""Pages of figures: the table, its rows, what overseers see, the report and the register."""
