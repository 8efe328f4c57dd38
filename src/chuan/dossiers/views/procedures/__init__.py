"""Pages of procedures: the list, one procedure, imports, proposals of decisions, “Hẹn ngày nào?”."""
