"""Titles, as kept about one official: what was said of him, what he stood for, what he was given, where he sat."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from chuan.offers.kept_about import Asked, Line, Section
from chuan.ui import formatters as say
from chuan.workforce.kept_lines import own, parts, taken_back
from chuan.workforce.models import (
    Candidate,
    Council,
    Reward,
    Sitting,
    TeamSaid,
    TitledElsewhere,
    TitleFact,
)


def considered(asked: Asked, term: str) -> Section:
    """Discipline, leave, level and the like as they were said when titles were considered, each with its paper."""
    facts = own(TitleFact.objects.all(), asked).select_related("round").order_by("-round__year", "-pk")
    lines = [
        Line(_in_year(one.get_key_display(), one.round.year), parts(one.said, one.paper), localdate(one.recorded_at))
        for one in facts
    ]  # fmt: skip
    return Section("considered", _("Dữ liệu khi xét danh hiệu"), lines, term)


def titles(asked: Asked, term: str) -> Section:
    """Decisions, candidacies, teams, councils and their sittings; of a vote only numbers exist. Six statements."""
    lines = [*_given(asked), *_stood(asked), *_sat(asked)]
    note = _("Phiếu kín: Chuẩn chỉ giữ số phiếu, không giữ ai bỏ thế nào.") if lines else ""
    page = reverse("workforce:title_mine") if asked.himself else _page(asked)
    return Section("titles", _("Danh hiệu"), lines, term, page, note)


def _given(asked: Asked) -> Iterator[Line]:
    rewards = own(Reward.objects.all(), asked).select_related("round").order_by("-decided_on", "-pk")
    for one in rewards:
        words = parts(one.decision, one.issuer) + taken_back(one)
        yield Line(_in_year(one.get_title_display(), one.round.year), words, one.decided_on)
    rows = own(TitledElsewhere.objects.all(), asked, "reward__official").order_by("-year", "-pk")
    for row in rows:
        yield Line(_in_year(_("Dòng trong tệp của %s") % row.source, row.year), row.decision, row.decided_on)


def _stood(asked: Asked) -> Iterator[Line]:
    rows = own(Candidate.objects.all(), asked).select_related("round").order_by("-round__year", "-pk")
    for one in rows:
        what = _("đăng ký, đề nghị %s") % one.get_title_display()
        yield Line(_in_year(what, one.round.year), _stage(one), one.registered_on)
    teams = own(TeamSaid.objects.all(), asked, "people").select_related("candidate__round").order_by("-pk")
    for said in teams:
        what = _("thuộc tập thể %s") % said.candidate.team
        yield Line(_in_year(what, said.candidate.round.year), said.document, localdate(said.recorded_at))


def _sat(asked: Asked) -> Iterator[Line]:
    councils = own(Council.objects.all(), asked, "members").select_related("round").order_by("-pk")
    for one in councils:
        yield Line(
            _in_year(_("thành viên Hội đồng"), one.round.year), one.citation, localdate(one.recorded_at)
        )
    sittings = own(Sitting.objects.all(), asked, "present").order_by("-held_on", "-pk")
    for sitting in sittings:
        yield Line(_("Dự phiên họp xét danh hiệu"), taken_back(sitting).strip(), sitting.held_on)


def _in_year(words: object, year: int) -> str:
    return _("Năm %(year)s: %(what)s") % {"what": words, "year": year}


def _stage(one: Candidate) -> str:
    if one.voided_at is None:
        return _("đề nghị ngày %s") % say.day(one.proposed_on) if one.proposed_on else ""
    why = _("lý do đã xóa theo thời hạn lưu") if one.purged_at else one.why_void
    return _("đã rút: %s") % why


def _page(asked: Asked) -> str:
    return reverse("workforce:title_person", args=[asked.official.uid])
