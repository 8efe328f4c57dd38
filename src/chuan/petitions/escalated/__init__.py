"""Past the ward: what higher bodies received about it, held against the ward's own files."""
