"""How things of this room are named in other rooms."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.coverage import clause_page
from chuan.conformity.duties import KIND as DUTY
from chuan.conformity.duties import duty_uid
from chuan.conformity.models import CheckRun, ClauseNote, Confirmation, Declaration
from chuan.conformity.proofs import KEYS, KIND, proof_page, proof_title, proof_uid
from chuan.law.duties import duties
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.wording import said

Found = Mapping[uuid.UUID, Described]

YEARS = range(2014, 2061)
"""Years of which proofs are named."""


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("check_run", runs)
    subjects.register("clause_note", notes)
    subjects.register("confirmation", confirmations)
    subjects.register("declaration", declarations)
    subjects.register(KIND, proofs)
    subjects.register(DUTY, reminded)


def runs(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Kept self-checks the viewer may see."""
    rows = CheckRun.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("check_run", one.uid), _("Tự kiểm tra ngày %s") % said(one.on),
            reverse("conformity:run", args=[one.uid]), note=_("%s điều trái quy định") % one.breaches, settled=True,
        )
        for one in rows
    }  # fmt: skip


def notes(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Sayings about clauses."""
    rows = ClauseNote.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("clause_note", one.uid), _("Điều %s") % one.clause, clause_page(one.clause, one.valid_from.year),
            note=str(one.get_kind_display()), settled=True,
        )
        for one in rows
    }  # fmt: skip


def confirmations(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Confirmations of the head."""
    rows = Confirmation.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("confirmation", one.uid), _("Xác nhận hiệu lực ngày %s") % said(one.confirmed_on),
            reverse("conformity:duties") + f"?nam={one.confirmed_on.year}", settled=True,
        )
        for one in rows
    }  # fmt: skip


def declarations(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Drafts of the declaration, on the page of duties of the year of their confirmation."""
    rows = Declaration.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("confirmation")
    return {
        one.uid: Described(
            Subject("declaration", one.uid),
            _("Dự thảo công bố theo xác nhận ngày %s") % said(one.confirmation.confirmed_on),
            reverse("conformity:duties") + f"?nam={one.confirmation.confirmed_on.year}", settled=True,
        )
        for one in rows
    }  # fmt: skip


def proofs(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Proofs of a year that are no single thing, or that are not there; one statement."""
    wanted, units = set(uids), Unit.objects.filter(pk__in=viewer.unit_ids).only("uid")
    named = {proof_uid(unit.uid, year, key): (year, key) for unit in units for year in YEARS for key in KEYS}
    return {
        uid: Described(Subject(KIND, uid), proof_title(key), proof_page(key, year), note=_("năm %s") % year)
        for uid, (year, key) in named.items()
        if uid in wanted
    }


def reminded(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Duties of a year that stand in somebody's work; one statement."""
    wanted, units = set(uids), Unit.objects.filter(pk__in=viewer.unit_ids).only("uid")
    named = {
        duty_uid(unit.uid, year, key): (year, key) for unit in units for year in YEARS for key in duties()
    }
    return {
        uid: Described(
            Subject(DUTY, uid), duties()[key].title, reverse("conformity:duties") + f"?nam={year}",
            note=_("nhiệm vụ năm %s") % year, verb=_("Ghi đã làm"), icon="calendar3",
        )
        for uid, (year, key) in named.items()
        if uid in wanted
    }  # fmt: skip
