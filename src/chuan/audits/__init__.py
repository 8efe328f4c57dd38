"""Internal audits: programme, independent teams, checklists, samples, findings (TCVN ISO 9001:2015, 9.2)."""
