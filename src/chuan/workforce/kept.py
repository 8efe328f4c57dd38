"""What this room keeps about an official, part by part, each with how long: a fixed number of statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.rules.keeping import Term
from chuan.ui import formatters as say
from chuan.workforce.keeping.terms import term_source, term_sure, term_words, terms_of
from chuan.workforce.kept_tools import tools
from chuan.workforce.models import (
    Absence,
    Assessment,
    Attendance,
    Candidate,
    Council,
    Evidence,
    Initiative,
    RankedElsewhere,
    Reward,
    TitleFact,
)
from chuan.workforce.permissions import may_see_all
from chuan.workforce.ranking.board import stage_words
from chuan.workforce.ranking.laws import level_words, named

Row = TypeVar("Row", bound=Model)
Terms = Mapping[str, Term]


def about(asked: Asked) -> Sequence[Section]:
    """Every part of the room; nothing but his own name to whoever may not see what is kept about everybody."""
    if not asked.himself and not may_see_all(asked.viewer):
        return []
    terms = terms_of(asked.official.unit, asked.on)
    return [
        _ranking(asked, terms), _considered(asked, terms), _titles(asked, terms), _initiatives(asked, terms),
        _absences(asked, terms), _evidence(asked, terms), _training(asked, terms),
        tools(asked, said(terms["tool_use"])),
    ]  # fmt: skip


def said(term: Term) -> str:
    """How long in one line: "5 năm, tính từ … (Quyết định 9/QĐ-UBND, đơn vị đặt)"."""
    return f"{term_words(term)} ({term_source(term)}, {term_sure(term)})"


def _ranking(asked: Asked, terms: Terms) -> Section:
    rows = _own(Assessment.objects.all(), asked).select_related("round").order_by("-round__starts", "-pk")
    lines = [
        Line(
            named(one.round), _parts(stage_words(one), level_words(one.decided_level), one.decision),
            one.round.opened_on, reverse("workforce:assessment", args=[one.uid]),
        )
        for one in rows
    ] + _elsewhere(asked)  # fmt: skip
    note = _("Bản tự chấm, lời nhận xét, kiến nghị của từng kỳ mở ở tên kỳ.") if lines else ""
    term = _("lời văn %(words)s; mức và quyết định ở lại") % {"words": said(terms["assessment"])}
    return Section("ranking", _("Xếp loại"), lines, term, note=note)


def _elsewhere(asked: Asked) -> list[Line]:
    """Results of another programme that a person said are his."""
    rows = RankedElsewhere.objects if asked.himself else RankedElsewhere.objects.seen_by(asked.viewer)
    return [
        Line(_("Dòng trong tệp của %s") % one.source, _parts(one.name, level_words(one.level)), one.starts)
        for one in rows.filter(assessment__official=asked.official).order_by("-starts", "-pk")
    ]


def _considered(asked: Asked, terms: Terms) -> Section:
    """What was said about him when titles were considered: discipline, leave, level, with its paper."""
    facts = _own(TitleFact.objects.all(), asked).select_related("round").order_by("-round__year", "-pk")
    lines = [
        Line(
            _("%(what)s, năm %(year)s") % {"what": one.get_key_display(), "year": one.round.year},
            f"{one.said}, {one.paper}", one.recorded_at.date(),
        )
        for one in facts
    ]  # fmt: skip
    return Section("considered", _("Dữ liệu khi xét danh hiệu"), lines, said(terms["title_fact"]))


def _titles(asked: Asked, terms: Terms) -> Section:
    given = _own(Reward.objects.all(), asked).select_related("round").order_by("-decided_on", "-pk")
    stood = _own(Candidate.objects.all(), asked).select_related("round").order_by("-round__year", "-pk")
    councils = Council.objects.filter(members=asked.official).select_related("round").order_by("-pk")
    if not asked.himself:
        councils = councils.filter(pk__in=Council.objects.seen_by(asked.viewer))
    lines = [
        Line(_in_year(one.get_title_display(), one), f"{one.decision}, {one.issuer}{_voided(one)}", one.decided_on)
        for one in given
    ]  # fmt: skip
    lines += [
        Line(
            _in_year(_("Đăng ký, đề nghị: %s") % one.get_title_display(), one),
            _withdrawn(one),
            one.registered_on,
        )
        for one in stood
    ]
    lines += [Line(_in_year(_("Thành viên Hội đồng"), one), one.citation) for one in councils]
    note = _("Phiếu kín: Chuẩn chỉ giữ số phiếu, không giữ ai bỏ thế nào.") if lines else ""
    return Section("titles", _("Danh hiệu"), lines, said(terms["title"]), note=note)


def _initiatives(asked: Asked, terms: Terms) -> Section:
    rows = asked.official.initiatives.all()
    if not asked.himself:
        rows = rows.filter(pk__in=Initiative.objects.seen_by(asked.viewer))
    lines = [
        Line(one.name, f"{one.get_level_display()}, {one.document}{_voided(one)}", one.recognised_on)
        for one in rows.order_by("-recognised_on", "-pk")
    ]
    return Section(
        "initiatives", _("Sáng kiến"), lines, said(terms["initiative"]), reverse("workforce:initiatives")
    )


def _absences(asked: Asked, terms: Terms) -> Section:
    rows = _own(Absence.objects.all(), asked).order_by("-valid_from", "-pk")
    lines = [
        Line(
            f"{say.day(one.valid_from)} – {say.day(one.last)}",
            _parts(one.why, one.citation) + _voided(one), one.recorded_at.date(),
        )
        for one in rows
    ]  # fmt: skip
    return Section("absences", _("Ngày vắng"), lines, said(terms["absence"]), reverse("workforce:absences"))


def _evidence(asked: Asked, terms: Terms) -> Section:
    rows = _own(Evidence.objects.all(), asked).select_related("qualification").order_by("-held_from", "-pk")
    lines = [
        Line(
            one.qualification.name, _parts(one.paper, one.place) + _voided(one),
            one.held_from,
        )
        for one in rows
    ]  # fmt: skip
    page = reverse("workforce:person", args=[asked.official.uid])
    return Section("evidence", _("Minh chứng năng lực"), lines, said(terms["competence"]), page)


def _training(asked: Asked, terms: Terms) -> Section:
    rows = Attendance.objects.filter(official=asked.official, session__voided_at__isnull=True)
    if not asked.himself:
        rows = rows.filter(session__course__plan__unit_id__in=asked.viewer.unit_ids)
    lines = [
        Line(one.session.course.title, _("đã dự") if one.came else _("vắng"), one.session.held_on)
        for one in rows.select_related("session__course").order_by("-session__held_on", "-pk")
    ]
    return Section("training", _("Buổi học"), lines, said(terms["training"]))


def _own(rows: QuerySet[Row], asked: Asked) -> QuerySet[Row]:
    """His rows: all for himself, wherever he was; for another those the viewer may see."""
    own = rows.filter(official=asked.official)
    return own if asked.himself else own.filter(pk__in=rows.model._default_manager.seen_by(asked.viewer))  # type: ignore[attr-defined]


def _parts(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _in_year(words: object, one: Reward | Candidate | Council) -> str:
    return _("%(what)s, năm %(year)s") % {"what": words, "year": one.round.year}


def _voided(one: Reward | Initiative | Absence | Evidence) -> str:
    if one.voided_at is None:
        return ""
    return _(" (đã bỏ: %s)") % one.why_void if one.why_void else _(" (đã bỏ)")


def _withdrawn(one: Candidate) -> str:
    if one.voided_at is None:
        return _("đề nghị ngày %s") % say.day(one.proposed_on) if one.proposed_on else ""
    why = _("lý do đã xóa theo thời hạn lưu") if one.purged_at else one.why_void
    return _("đã rút: %s") % why


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("workforce", about, place=10)
