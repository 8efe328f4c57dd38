"""What if: a promise tried at another level and another pace; nothing is kept unless a person asks."""
