"""Pages of slips, of reminders and of the sheet for Monday."""
