"""Every change of imports, layouts and record systems."""

from chuan.intake.actions.committing import commit
from chuan.intake.actions.looking import look, say_covers
from chuan.intake.actions.mapping import confirm_layout
from chuan.intake.actions.receiving import discard, receive_file, receive_watched
from chuan.intake.actions.systems import set_record_system
from chuan.intake.actions.withdrawing import withdraw

__all__ = [
    "commit",
    "confirm_layout",
    "discard",
    "look",
    "receive_file",
    "receive_watched",
    "say_covers",
    "set_record_system",
    "withdraw",
]
