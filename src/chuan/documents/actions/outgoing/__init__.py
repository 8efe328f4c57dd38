"""Every change of a document on its way out: from the draft to the issued, recalled or cancelled one."""

from chuan.documents.actions.outgoing.drafting import create, drop, save
from chuan.documents.actions.outgoing.form_mending import accept, mend
from chuan.documents.actions.outgoing.handing import hand_over, match
from chuan.documents.actions.outgoing.issuing import cancel, issue, number, recall
from chuan.documents.actions.outgoing.reviewing import (
    approve_content,
    approve_form,
    comment,
    return_to_drafter,
    submit,
)
from chuan.documents.actions.outgoing.settings import record_secret_count, set_numbering
from chuan.documents.actions.outgoing.signing_elsewhere import seal_uploaded, sign_uploaded

__all__ = [
    "accept",
    "approve_content",
    "approve_form",
    "cancel",
    "comment",
    "create",
    "drop",
    "hand_over",
    "issue",
    "match",
    "mend",
    "number",
    "recall",
    "record_secret_count",
    "return_to_drafter",
    "save",
    "seal_uploaded",
    "set_numbering",
    "sign_uploaded",
    "submit",
]
