"""Every change of documents and their readings."""

from chuan.documents.actions.answering import answer
from chuan.documents.actions.confirming import confirm, reopen
from chuan.documents.actions.editing import (
    add_target,
    drop_target,
    edit_value,
    join_lines,
    save_draft,
    split_line,
)
from chuan.documents.actions.receiving import read_again, receive
from chuan.documents.actions.scans import receive_scan, take_scan

__all__ = [
    "add_target",
    "answer",
    "confirm",
    "drop_target",
    "edit_value",
    "join_lines",
    "read_again",
    "receive",
    "receive_scan",
    "reopen",
    "save_draft",
    "split_line",
    "take_scan",
]
