"""Keeping a paper as the basis of a plan, and what is said of it as a whole."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.objectives.bases import refusals
from chuan.objectives.bases.actions.holding import BASIS, held, now, person, require
from chuan.objectives.bases.comparing import compared
from chuan.objectives.bases.papers import Given, home_of
from chuan.objectives.models import Basis, BasisSaying, Objective, Plan, Round
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.base_compare_paper import questions
from chuan.rules.refusals import NotFound, ReasonMissing
from chuan.trail.actions import act
from chuan.ui import formatters as say


def keep(
    plan: Plan,
    given: Given,
    *,
    by: Viewer,
    at: datetime,
    round_: Round | None = None,
    after: Basis | None = None,
) -> Basis:
    """Keep a paper as the basis of the plan, or of the year that the round makes.

    Raises ``NoPromiseRead``, ``PlanClosed``, ``BasisStands``: then nothing is kept.
    """
    require(by, plan)
    year = round_.year if round_ else plan.year
    compared(plan, given.text, year=year)
    basis = _unsaved(plan, given, year, by=by, at=at)
    basis.round, basis.after = round_, after
    blob = files.keep(given.data, media_type=given.media_type) if given.data else None
    with act("basis.keep", Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        _refuse_twice(basis)
        if blob is not None:
            basis.attachment = Attachment.objects.create(
                blob=blob, unit_uid=by.unit.uid, subject_kind=BASIS, subject_uid=basis.uid, name=given.name
            )
        basis.save()
        doing.detail = {"basis_paper": basis.name, "year": year, "sha256": basis.digest}
    return basis


def accept(basis: Basis, note: str, *, by: Viewer, at: datetime) -> None:
    """It is the basis, although something was asked about it. Raises ``ReasonMissing``."""
    _say(basis, BasisSaying.Kind.ACCEPTED, note, _("vẫn dùng làm căn cứ"), by=by, at=at)


def withdraw(basis: Basis, note: str, *, by: Viewer, at: datetime) -> None:
    """Put a paper away; it and what was confirmed stay readable. Raises ``ReasonMissing``."""
    _say(basis, BasisSaying.Kind.WITHDRAWN, note, _("thôi dùng căn cứ này"), by=by, at=at)


def count(basis: Basis, objective: Objective, answer: str, note: str, *, by: Viewer, at: datetime) -> None:
    """How the promises below an objective count in the paper; the objective's own way of counting stays as it is."""
    require(by, basis.plan)
    with act("basis.count", Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held(basis)
        number = next((one for one in now(basis).numbers if one.objective.pk == objective.pk), None)
        if number is None or answer not in BasisSaying.Answer.values:
            raise NotFound(thing=_("câu hỏi này"))
        seen = _("ghi %(n)s; căn cứ có %(lines)s dòng với %(values)s số đo")
        BasisSaying.objects.create(
            basis=basis, kind=BasisSaying.Kind.COUNTED, objective=objective, answer=answer, note=note.strip(),
            seen=seen % {"n": number.written, "lines": number.paper.lines, "values": number.paper.values},
            by=person(by), recorded_at=at,
        )  # fmt: skip
        doing.detail = {
            "answer": str(BasisSaying.Answer(answer).label),
            "text": objective.name,
            "reason": note.strip(),
        }


def _unsaved(plan: Plan, given: Given, year: int, *, by: Viewer, at: datetime) -> Basis:
    paper = given.paper
    asked = questions(
        paper, given.text, year=year, home=home_of(plan.owner_unit, by),
        decided_on=plan.decision.issued_on if year == plan.year else None,
    )  # fmt: skip
    return Basis(
        plan=plan, year=year, document=given.reading.document if given.reading else None, reading=given.reading,
        attachment=given.attachment, kind=paper.kind, name=(paper.name or given.name)[:300],
        number=paper.number[:80], issued_on=paper.issued_on, issuer=paper.issuer[:300], text=given.text,
        digest=hashlib.sha256(given.text.encode()).hexdigest(),
        doubts=json.dumps([[one.code, dict(one.facts)] for one in asked], ensure_ascii=False),
        by=person(by), recorded_at=at,
    )  # fmt: skip


def _refuse_twice(basis: Basis) -> None:
    Plan.objects.select_for_update(of=("self",)).get(pk=basis.plan_id)
    same = Basis.objects.standing().filter(plan=basis.plan, year=basis.year, digest=basis.digest)
    if (one := same.select_related("by").first()) is not None:
        raise refusals.BasisStands(who=one.by.name, at=say.moment(one.recorded_at))


def _say(basis: Basis, kind: str, note: str, what: str, *, by: Viewer, at: datetime) -> None:
    require(by, basis.plan)
    if not note.strip():
        raise ReasonMissing(act=what)
    verb = "basis.accept" if kind == BasisSaying.Kind.ACCEPTED else "basis.withdraw"
    with act(verb, Subject(BASIS, basis.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        held(basis, asked=False)
        BasisSaying.objects.create(basis=basis, kind=kind, note=note.strip(), by=person(by), recorded_at=at)
        doing.detail = {"basis_paper": basis.name, "reason": note.strip()}
