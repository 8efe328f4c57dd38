"""Pages of internal audits."""
