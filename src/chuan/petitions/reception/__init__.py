"""Reception of citizens: days, terms of the law, the register, what waits for a reply."""
