"""What this room keeps about an official, part by part, each with how long: a fixed number of statements."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers import kept_about
from chuan.offers.kept_about import Asked, Line, Section
from chuan.ui import formatters as say
from chuan.workforce.keeping.terms import terms_of
from chuan.workforce.kept_lines import own, parts, taken_back, term_said
from chuan.workforce.kept_ranking import results, sentences
from chuan.workforce.kept_titles import considered, titles
from chuan.workforce.kept_tools import tools
from chuan.workforce.models import Absence, Attendance, Evidence, Initiative
from chuan.workforce.permissions import may_see_all


def about(asked: Asked) -> Sequence[Section]:
    """Every part of the room; nothing to whoever may not see what is kept about everybody, but for himself."""
    if not asked.himself and not may_see_all(asked.viewer):
        return []
    terms = {kind: term_said(term) for kind, term in terms_of(asked.official.unit, asked.on).items()}
    return [
        results(asked, terms["ranking_result"]),
        sentences(asked, terms["assessment"]),
        considered(asked, terms["title_fact"]),
        titles(asked, terms["title"]),
        _initiatives(asked, terms["initiative"]),
        _absences(asked, terms["absence"]),
        _evidence(asked, terms["competence"]),
        _training(asked, terms["training"]),
        tools(asked, terms["tool_use"]),
    ]


def _initiatives(asked: Asked, term: str) -> Section:
    rows = own(Initiative.objects.all(), asked, "authors").order_by("-recognised_on", "-pk")
    lines = [
        Line(one.name, parts(one.get_level_display(), one.document) + taken_back(one), one.recognised_on)
        for one in rows
    ]
    return Section("initiatives", _("Sáng kiến"), lines, term, reverse("workforce:initiatives"))


def _absences(asked: Asked, term: str) -> Section:
    rows = own(Absence.objects.all(), asked).order_by("-valid_from", "-pk")
    lines = [
        Line(
            f"{say.day(one.valid_from)} – {say.day(one.last)}",
            parts(one.why, one.citation) + taken_back(one), localdate(one.recorded_at),
        )
        for one in rows
    ]  # fmt: skip
    return Section("absences", _("Ngày vắng"), lines, term, reverse("workforce:absences"))


def _evidence(asked: Asked, term: str) -> Section:
    rows = own(Evidence.objects.all(), asked).select_related("qualification").order_by("-held_from", "-pk")
    lines = [
        Line(one.qualification.name, parts(one.paper, one.place) + taken_back(one), one.held_from)
        for one in rows
    ]
    page = reverse("workforce:person", args=[asked.official.uid])
    return Section("evidence", _("Minh chứng năng lực"), lines, term, page)


def _training(asked: Asked, term: str) -> Section:
    rows = Attendance.objects.filter(official=asked.official, session__voided_at__isnull=True)
    if not asked.himself:
        rows = rows.filter(session__course__plan__unit_id__in=asked.viewer.unit_ids)
    lines = [
        Line(one.session.course.title, _("đã dự") if one.came else _("vắng"), one.session.held_on)
        for one in rows.select_related("session__course").order_by("-session__held_on", "-pk")
    ]
    return Section("training", _("Buổi học"), lines, term)


def offer() -> None:
    """Register; called when the programme starts."""
    kept_about.register("workforce", about, place=10)
