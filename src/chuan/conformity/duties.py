"""The duties of a year: which day, how each stands, what shows it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.checking import scope_changed
from chuan.conformity.models import Declaration, DutyDone
from chuan.conformity.proofs import ProofShown, proofs_of
from chuan.corrections.models import Nonconformity
from chuan.documents.models import BasisUpdate
from chuan.law.duties import Duty, duties
from chuan.offers.self_checks import Looked
from chuan.people.models import Unit
from chuan.rules.conformity import State, stand
from chuan.rules.law import Value
from chuan.rules.wording import said

KIND = "qms_duty"


@dataclass(frozen=True, slots=True)
class DutyShown:
    """A duty as the page shows it. ``words``: what is known of it; ``address``: where it is done or seen."""

    duty: Duty
    year: int
    due_on: date
    state: State
    words: str
    address: str
    done: DutyDone | None
    law: Value | None


@dataclass(frozen=True, slots=True)
class _Known:
    """What was asked of the tables for one unit, year and day."""

    unit: Unit
    year: int
    on: date
    proofs: Mapping[str, ProofShown]
    said: Mapping[str, DutyDone]
    updates: int
    inspections: int
    scope_changed: bool
    drafted: Declaration | None


def duty_uid(unit_uid: uuid.UUID, year: int, key: str) -> uuid.UUID:
    """The same uid each time for a duty of a unit and year: its reminder hangs on it."""
    return uuid.uuid5(unit_uid, f"{KIND} {year} {key}")


def duties_of(unit: Unit, year: int, on: date, at: datetime) -> list[DutyShown]:
    """Every duty of a year as it stands on a day; about ten statements."""
    known = _known(unit, year, on, at)
    return [_shown(one, known) for one in duties().values()]


def standing_done(unit: Unit, year: int) -> dict[str, DutyDone]:
    """What was said last of each duty: of the year, of earlier ones too for what lasts; what was taken back is out."""
    found: dict[str, DutyDone] = {}
    for one in DutyDone.objects.filter(unit=unit, year__lte=year).select_related("by").order_by("year", "pk"):
        duty = duties().get(one.duty)
        if duty is not None and (duty.lasting or one.year == year):
            found[one.duty] = one
    return {key: one for key, one in found.items() if not one.taken_back}


def _known(unit: Unit, year: int, on: date, at: datetime) -> _Known:
    ended = min(on, date(year, 12, 31))
    return _Known(
        unit, year, on,
        proofs={one.proof.key: one for one in proofs_of(unit, year, at)},
        said=standing_done(unit, year),
        updates=BasisUpdate.objects.filter(unit=unit, closed_on=None, due_on__lt=ended).count(),
        inspections=Nonconformity.objects.open().filter(owner_unit=unit, due_on__lt=ended).count(),
        scope_changed=any(scope_changed(Looked(unit, ended, at))),
        drafted=Declaration.objects.filter(unit=unit).order_by("-recorded_at").first(),
    )  # fmt: skip


def _shown(duty: Duty, known: _Known) -> DutyShown:
    due_on, law = duty.due_on(known.year), duty.asked_by(known.year)
    done, words, address = _answer(duty, known)
    state = stand(due_on, known.on, done=done, asked=law is not None)
    return DutyShown(duty, known.year, due_on, state, words, address, known.said.get(duty.key), law)


def _answer(duty: Duty, known: _Known) -> tuple[bool, str, str]:
    if duty.key in known.proofs:
        proof = known.proofs[duty.key]
        return proof.proof.is_there, proof.proof.why or _("đã có, mở để xem"), proof.address
    if duty.key == "update":
        words = (
            _("%s văn bản quá hạn cập nhật") % known.updates if known.updates else _("không có gì quá hạn")
        )
        return not known.updates, words, reverse("documents:acts")
    if duty.key == "mend":
        words = (
            _("%s điều quá hạn khắc phục") % known.inspections
            if known.inspections
            else _("không có gì quá hạn")
        )
        return not known.inspections, words, reverse("corrections:list")
    return _said(duty, known)


def _said(duty: Duty, known: _Known) -> tuple[bool, str, str]:
    row = known.said.get(duty.key)
    home = reverse("conformity:home")
    if row is None:
        drafted = duty.key == "declaration" and known.drafted is not None
        return False, _("đã có dự thảo, chưa ghi là đã ban hành") if drafted else _("chưa ghi"), home
    words = _("làm ngày %(day)s: %(paper)s") % {"day": said(row.done_on), "paper": row.citation}
    if duty.lasting and known.scope_changed:
        return False, _("%s; từ đó phạm vi có thể đã đổi, xem lại") % words, home
    return True, words, home
