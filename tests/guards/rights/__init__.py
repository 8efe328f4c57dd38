"""Who may open what: one thing of each kind, every address walked by every role, the table drawn."""
