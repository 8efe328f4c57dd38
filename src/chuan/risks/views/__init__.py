"""Pages of context, parties, risks and opportunities."""
