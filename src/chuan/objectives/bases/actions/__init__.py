"""What is done with the papers a plan rests on."""

from chuan.objectives.bases.actions.holding import BASIS
from chuan.objectives.bases.actions.keeping import accept, count, keep, withdraw
from chuan.objectives.bases.actions.matching import confirm, confirm_plain, undo

__all__ = ["BASIS", "accept", "confirm", "confirm_plain", "count", "keep", "undo", "withdraw"]
