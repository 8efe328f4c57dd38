"""The signed paper an act rests on, where it was drafted here and has its number: nobody types it again."""

from __future__ import annotations

from collections.abc import Collection

from chuan.documents.models import Document
from chuan.petitions.events import data_of
from chuan.petitions.solving.cases import Case


def signed_for(case: Case, papers: Collection[str]) -> Document | None:
    """The last paper of these keys that was drafted from the petition, has a number, and is named by no line yet."""
    drafted = [
        one.paper_uid for one in case.of("paper") if one.paper_uid and data_of(one).get("form") in papers
    ]
    if not drafted:
        return None
    named = {one.document for one in case.lines if one.document}
    rows = Document.objects.filter(uid__in=drafted, owner_unit=case.petition.owner_unit).exclude(number="")
    return next((one for one in rows.order_by("-pk") if one.full_number not in named), None)
