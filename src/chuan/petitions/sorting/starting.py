"""What an outcome's form begins with: today, what the guided decision said, the paper that was drafted for it."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuan.documents.models import Document
from chuan.petitions.events import data_of, standing_events
from chuan.petitions.models import Petition
from chuan.petitions.showing.verdicts import upper_first
from chuan.petitions.sorting.deciding import way_of, where_words
from chuan.petitions.sorting.outcomes import Act, Need

PAPERS_FOR: dict[str, tuple[str, ...]] = {
    "accept": ("accept_complaint",),
    "refuse": ("refuse_complaint", "refuse_denunciation"),
    "return": ("return", "reject_feedback"),
    "forward": ("forward", "forward_feedback", "forward_denunciation"),
    "guide": ("guide",),
    "keep": ("keep",),
    "notify": ("accept_denunciation", "accept_accused"),
    "ask": ("ask_feedback",),
}
"""The papers that say an outcome, by the act that rests on them."""


def initial_of(petition: Petition, asked: Act, on: date) -> dict[str, Any]:
    """Filled in where it is known already; everything can be changed."""
    way = way_of(petition)
    found: dict[str, Any] = {"on": on}
    if way and asked.reason is not Need.NO and way["outcome"] in (asked.verb, _OUTCOME_OF.get(asked.verb)):
        found["reason"] = way["why"]
    if way and asked.where is not Need.NO and way["where"] not in ("", "competent_body"):
        found["where"] = upper_first(where_words(way["where"]))
    if asked.several:
        found["several"] = petition.several_places
    if asked.paper is not Need.NO and (paper := signed_paper(petition, asked)):
        found |= {"paper": paper.full_number, "paper_on": paper.issued_on}
    return found


def signed_paper(petition: Petition, asked: Act) -> Document | None:
    """The paper drafted for the act in the room of documents, once it has a number."""
    wanted = PAPERS_FOR.get(asked.verb, ())
    drafted = [
        one.paper_uid
        for one in standing_events(petition).filter(verb="paper")
        if one.paper_uid and data_of(one).get("form") in wanted
    ]
    rows = Document.objects.filter(uid__in=drafted, owner_unit=petition.owner_unit).exclude(number="")
    return rows.order_by("-pk").first()


_OUTCOME_OF = {"refuse": "return", "check": "keep", "ask": "guide"}
