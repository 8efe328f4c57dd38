"""Figures read from reports already issued: proposed beside the sentence, recorded only when a person says so."""
