"""The machine's own log: one JSON line per request and per fault, without anything about a person."""
