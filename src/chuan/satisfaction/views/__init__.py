"""Pages of surveys: the one citizens answer, and those of the keepers."""
