"""What changes in the upkeep of the house."""
