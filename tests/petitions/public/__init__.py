"""The public page of feedback."""
