"""Changes of this room."""

from chuan.conformity.actions.confirming import confirm, declare
from chuan.conformity.actions.duties import remind, say_done, take_back
from chuan.conformity.actions.keeping import keep_run
from chuan.conformity.actions.notes import say_of_clause, say_over
from chuan.conformity.actions.noticing import draft_notice

__all__ = [
    "confirm",
    "declare",
    "draft_notice",
    "keep_run",
    "remind",
    "say_done",
    "say_of_clause",
    "say_over",
    "take_back",
]
