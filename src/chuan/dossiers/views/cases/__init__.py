"""Pages of single dossiers: lists, one dossier, what is written on it, whose a name is, who covers whom."""
