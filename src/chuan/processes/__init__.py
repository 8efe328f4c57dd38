"""The processes of the management system: what each takes and gives, who answers for it, whose hands do it."""
