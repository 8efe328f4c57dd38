"""Everything that changes controlled documents, their revisions and requests to change them."""

from chuan.documents.actions.controlled.approving import (
    approve,
    disseminate,
    return_to_drafter,
    review,
    take_effect,
)
from chuan.documents.actions.controlled.cards import Card, keep_as_it_is, mend_card, open_document, retire
from chuan.documents.actions.controlled.drafting import begin_revision, drop, save_text, submit, upload
from chuan.documents.actions.controlled.requests import (
    Asked,
    accept,
    ask,
    decline,
    revisions_for,
    settle,
)

__all__ = [
    "Asked",
    "Card",
    "accept",
    "approve",
    "ask",
    "begin_revision",
    "decline",
    "disseminate",
    "drop",
    "keep_as_it_is",
    "mend_card",
    "open_document",
    "retire",
    "return_to_drafter",
    "review",
    "revisions_for",
    "save_text",
    "settle",
    "submit",
    "take_effect",
    "upload",
]
