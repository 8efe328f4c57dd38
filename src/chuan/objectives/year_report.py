"""The year's "Báo cáo kết quả thực hiện mục tiêu chất lượng", typeset by Nghị định 30/2020/NĐ-CP.

It is a draft for the office: number and day stay blank, because the system of documents gives
them when the report is signed and issued (art. 15), and nothing on it looks like a signature.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from django.utils import translation

from chuan.documents.models import Document, Question
from chuan.law.levels import has_districts
from chuan.objectives.models import Plan
from chuan.objectives.reports import year_picture
from chuan.objectives.sets import sayings as set_sayings
from chuan.objectives.sets.reading import FrozenYear
from chuan.objectives.standing import standing
from chuan.objectives.year_annex import figures_annex
from chuan.objectives.year_sections import Material, sections
from chuan.paper.papers import Paper, Signer
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.people.models import RoleGrant, Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.trail.models import Head
from chuan.ui import formatters as say

MARK = "DỮ LIỆU MINH HỌA – KHÔNG PHẢI SỐ LIỆU THẬT"

_DISTRICT = re.compile(r"\b(quận|huyện|thị xã|thành phố thuộc)\b", re.IGNORECASE)
_NOT_OURS = re.compile(r"^(như điều|như trên|lưu)", re.IGNORECASE)


def year_report(
    plan: Plan,
    *,
    on: date,
    by: Viewer,
    trail_heads: Sequence[Head] = (),
    made_on: date | None = None,
    frozen: FrozenYear | None = None,
) -> Paper:
    """The report of a plan's year as it stands on a day, drawn up by ``by`` on ``made_on`` (else that day).

    ``trail_heads`` are printed at its end (see ``heads_of``), so that a trail rewritten later
    is caught. With ``frozen`` it says what that set holds (``on`` is then the set's day), else that nothing was
    frozen for it. Ask outside any transaction; the database is only read.
    """
    with translation.override("vi"):
        material = _material(plan, on=on, today=made_on, frozen=frozen)
        unit, drawn_on = plan.owner_unit, made_on or on
        return Paper(
            agency=_agency(unit),
            symbol="BC-UBND",
            place=unit.place or unit.name,
            type_name="Báo cáo",
            subject=_subject(material),
            signer=Signer(("TM. Ủy ban nhân dân",), "Chủ tịch", _chairman(unit, drawn_on)),
            made_on=drawn_on,
            bases=(_basis(plan.decision),),
            body=sections(material),
            recipients=_recipients(plan.decision, drawn_on),
            annexes=figures_annex(material),
            footer_note=_footer(by, drawn_on, trail_heads),
            mark=MARK if material.picture.illustrative else "",
        )


def report_pdf(
    plan: Plan,
    *,
    on: date,
    by: Viewer,
    trail_heads: Sequence[Head] | None = None,
    made_on: date | None = None,
    frozen: FrozenYear | None = None,
) -> bytes:
    """The report as PDF/A-2a; the heads of the unit's trail are looked up unless given."""
    heads = heads_of(plan, on=on) if trail_heads is None else trail_heads
    return to_pdf(year_report(plan, on=on, by=by, trail_heads=heads, made_on=made_on, frozen=frozen))


def report_docx(
    plan: Plan,
    *,
    on: date,
    by: Viewer,
    trail_heads: Sequence[Head] | None = None,
    made_on: date | None = None,
    frozen: FrozenYear | None = None,
) -> bytes:
    """The report as a Word file; the heads of the unit's trail are looked up unless given."""
    heads = heads_of(plan, on=on) if trail_heads is None else trail_heads
    return to_docx(year_report(plan, on=on, by=by, trail_heads=heads, made_on=made_on, frozen=frozen))


def heads_of(plan: Plan, *, on: date) -> tuple[Head, ...]:
    """The last links of the unit's chains from the plan's year to the day: its figures were written there."""
    chains = [f"{plan.owner_unit.uid}/{year}" for year in range(plan.year, max(plan.year, on.year) + 1)]
    return tuple(Head.objects.filter(chain__in=chains, seq__gt=0).order_by("chain"))


def _material(plan: Plan, *, on: date, today: date | None, frozen: FrozenYear | None) -> Material:
    picture = frozen.picture if frozen else year_picture(plan, on=on, today=today)
    indicators = {line.indicator.pk for line in picture.lines if line.indicator}
    questions = Question.objects.filter(reading=plan.reading_id, answered_at__isnull=True)
    return Material(
        picture=picture,
        figures=frozen.figures if frozen else standing(indicators, plan.period, on=on),
        open_questions=tuple(questions),
        agency=" ".join(_agency(plan.owner_unit)),
        stands_on=set_sayings.on_paper(frozen.figure_set if frozen else None, on),
    )


# Head and end


def _agency(unit: Unit) -> tuple[str, ...]:
    return ("Ủy ban nhân dân", f"{unit.get_kind_display().lower()} {unit.name}")


def _subject(material: Material) -> str:
    subject = f"Kết quả thực hiện mục tiêu chất lượng năm {material.year}"
    return subject if material.is_over else f"{subject} (đến ngày {say.day(material.picture.on)})"


def _basis(decision: Document) -> str:
    """ "Căn cứ Quyết định số 148/QĐ-UBND ngày 11/08/2020 của … về việc …"; a blank number is said."""
    number = (
        f"số {decision.number}/{decision.symbol}" if decision.number else f"(số để trống)/{decision.symbol}"
    )
    said = ["Căn cứ Quyết định", number]
    if decision.issued_on:
        said.append(f"ngày {say.day(decision.issued_on)}")
    said.append(f"của {_issuer(decision)}")
    if decision.subject:
        said.append(_about(decision.subject))
    return " ".join(" ".join(said).split())


def _issuer(decision: Document) -> str:
    """The unit in full when it issued the decision: its paper may say only "ỦY BAN NHÂN DÂN PHƯỜNG"."""
    if decision.direction == Document.Direction.OUT or not decision.issuer_name:
        return decision.unit.committee
    return decision.issuer_name


def _about(subject: str) -> str:
    """The decision's subject after "về việc"; "V/v", which belongs to letters only, is written out."""
    bare = re.sub(r"^\s*(v/v|về việc)\s*:?\s*", "", subject, flags=re.IGNORECASE).strip().rstrip(".;,")
    return f"về việc {bare[:1].lower()}{bare[1:]}"


def _recipients(decision: Document, on: date) -> tuple[str, ...]:
    """Those the decision went to, then the registry; a level of government that is gone is left out."""
    lines = [recipient.line.strip(" -–;.") for recipient in decision.recipients.all()]
    kept = [line for line in lines if line and not _NOT_OURS.match(line)]
    if not has_districts(on):
        kept = [line for line in kept if not _DISTRICT.search(line)]
    return (*kept, "Lưu: VT")


def _chairman(unit: Unit, on: date) -> str:
    """Who holds the chair that day; blank when nobody does, or when two are on record."""
    held = RoleGrant.objects.on(on).filter(role=Role.CHAIRMAN, unit=unit, official__isnull=False)
    names = {grant.official.name for grant in held.select_related("official") if grant.official}
    return names.pop() if len(names) == 1 else ""


def _footer(by: Viewer, on: date, heads: Sequence[Head]) -> str:
    said = [f"Dự thảo do {by.name} lập ngày {say.day(on)}."]
    said += [
        f"Đầu chuỗi nhật ký {head.chain}: dòng {say.number(head.seq)}, mã băm {head.hash}." for head in heads
    ]
    return " ".join(said)
