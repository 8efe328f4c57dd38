"""The meeting points: what rooms offer to each other. Imports no room."""
