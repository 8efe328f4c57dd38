"""Every change of a document that comes in: from its arrival to what came of it."""

from chuan.documents.actions.incoming.arriving import arrive, take_in
from chuan.documents.actions.incoming.assigning import Direction, Share, assign, see
from chuan.documents.actions.incoming.filing import put_in_file
from chuan.documents.actions.incoming.registering import acknowledge, mend, refuse, register
from chuan.documents.actions.incoming.working import (
    contribute,
    file_away,
    finish,
    note,
    reopen,
    start,
)

__all__ = [
    "Direction",
    "Share",
    "acknowledge",
    "arrive",
    "assign",
    "contribute",
    "file_away",
    "finish",
    "mend",
    "note",
    "put_in_file",
    "refuse",
    "register",
    "reopen",
    "see",
    "start",
    "take_in",
]
