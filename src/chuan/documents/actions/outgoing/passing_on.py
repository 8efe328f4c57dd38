"""What issuing sets going in the other parts of this room: sendings, and what officials have to know."""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import Any

from chuan.documents.models import Document
from chuan.people.viewer import Viewer


def queued(document: Document, *, by: Viewer, at: datetime) -> list[Any]:
    """A sending for each recipient of the document. Inside the act that issues it."""
    return list(_part("sending", "_queue_inside")(document, by=by, at=at) or ())


def disseminated(document: Document, sendings: list[Any], *, by: Viewer, at: datetime) -> None:
    """Put the document before the officials it is delivered to in Chuẩn. Inside the act that issues it."""
    officials = list({one.official_id: one.official for one in sendings if one.official_id}.values())
    if officials:
        _part("knowing", "_disseminate_inside")(document, officials, by=by, at=at)


def recalled(document: Document, *, by: Viewer, at: datetime) -> None:
    """Ask back what was sent, and tell those who had to know. Inside the act that recalls it."""
    _part("sending", "_recall_inside")(document, by=by, at=at)


def _part(module: str, name: str) -> Any:
    """A part's function; nothing is done while that part is not built."""
    try:
        found = import_module(f"chuan.documents.actions.{module}")
    except ImportError:
        return _nothing
    return getattr(found, name, _nothing)


def _nothing(*_given: Any, **_named: Any) -> None:
    return None
