"""Pages: my work, the calendar, the law of clocks, a swap tried."""
