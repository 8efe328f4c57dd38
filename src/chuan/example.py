"""The example unit: a real Decision, invented people, invented figures, always shown as such.

Loaded through the same actions that people use, in one transaction: all of it or nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from chuan.audits.example import load_audit
from chuan.conformity.example import load_notes
from chuan.corrections.example import load_correction
from chuan.documents import actions as documents
from chuan.documents.asking import LATER
from chuan.documents.models import Reading
from chuan.dossiers.actions.procedures import load_catalogue
from chuan.example_closing import close_year
from chuan.example_figures import figure_of, load_figures
from chuan.objectives import actions as objectives
from chuan.objectives.models import Plan
from chuan.offers.subjects import Subject
from chuan.people import searching
from chuan.people.models import Account, Appointment, Official, Post, RoleGrant, Unit, UnitCode
from chuan.people.viewer import Viewer, viewer_of
from chuan.processes.example import load_processes
from chuan.reviews.example import load_review
from chuan.risks.example import load_risks
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold
from chuan.trail.actions import SYSTEM, act
from chuan.workforce.example import load_competence
from chuan.workforce.example_titles import load_titles
from chuan.workforce.example_tools import load_rules

_ANSWERS = {"number_missing": "blank"}
"""The example leaves the other questions for whoever tries it: their answer is "để sau"."""


class ExampleBroken(Refused):
    """The example's own files do not agree with each other; only a developer can mend that."""

    what = "Tệp ví dụ không khớp nhau."
    do = "Lấy lại thư mục examples từ bản gốc."


def load(folder: Path, *, half_way: bool = False) -> Iterator[str]:
    """Load the example once and say how to sign in; where there is a unit already, only say so.

    ``half_way``: its year is left open for whoever wants to close it himself: registers not taken in, no review held.
    """
    people = tomllib.loads((folder / "people.toml").read_text(encoding="utf-8"))
    standing = Unit.objects.exclude(kind=Unit.Kind.PROVINCE).order_by("pk").first()
    if standing is None:
        with transaction.atomic():
            yield from _load(folder, people)
            if not half_way:
                yield from close_year(folder)
    elif not standing.example:
        yield f"Đã có {standing.committee}: không nạp ví dụ vào đơn vị thật."
        return
    yield f"Tài khoản ví dụ (mật khẩu chung: {people['password']}):"
    yield from (f"  {one['username']:<12} {one['post']}" for one in people["official"])


def _load(folder: Path, people: Mapping[str, Any]) -> Iterator[str]:
    yield "Đang nạp ví dụ phường Bắc Hồng năm 2021 (người và số liệu minh họa)…"
    unit = _found(people)
    clerk, chairman = _viewer("vanphong"), _viewer("chutich")
    reading = documents.receive(
        (folder / "quyet-dinh.md").read_bytes(), "quyet-dinh.md", by=clerk, at=timezone.now()
    )  # fmt: skip
    _answer(reading, clerk)
    documents.confirm(Reading.objects.get(pk=reading.pk), by=chairman, at=timezone.now())
    plan = Plan.objects.standing().get(owner_unit=unit)
    objectives.adopt_proposals(plan, by=chairman, at=timezone.now())
    count = load_figures(folder / "figures.csv", plan, clerk)
    procedures = _procedures(folder / "thu-tuc.csv", clerk)
    papers = load_competence(folder / "nang-luc.toml", by=clerk, at=timezone.now())
    load_rules(by=chairman, at=timezone.now())
    titles = load_titles(folder / "danh-hieu.toml", by=clerk, at=timezone.now())
    load_processes(folder / "qua-trinh.toml", by=_viewer("thukyiso"), at=timezone.now())
    load_risks(folder / "rui-ro.toml", by=chairman, at=timezone.now())
    load_correction(
        folder / "khac-phuc.toml", lambda *named: figure_of(plan, *named), by=_viewer("thukyiso"), at=timezone.now()
    )  # fmt: skip
    load_audit(
        folder / "danh-gia.toml", keeper=_viewer("thukyiso"), head=chairman, auditor=_viewer("danhgia"),
        at=timezone.now(),
    )  # fmt: skip
    load_review(folder / "xem-xet.toml", by=_viewer("thukyiso"), at=timezone.now())
    load_notes(folder / "phu-hop.toml", by=_viewer("thukyiso"), at=timezone.now())
    yield (
        f"Đã nạp: quyết định, kế hoạch năm {plan.year}, {count} số liệu, {procedures} thủ tục, "
        f"{papers} minh chứng năng lực, {titles} danh hiệu, 1 sự không phù hợp, 1 cuộc đánh giá, tất cả minh họa."
    )


def _found(people: Mapping[str, Any]) -> Unit:
    given, since = people["unit"], people["since"]
    unit = Unit(
        kind=given["kind"],
        name=given["name"],
        place=given["place"],
        valid_from=given["valid_from"],
        example=True,
    )
    with act("load_example", Subject("unit", unit.uid), by=SYSTEM, unit_uid=unit.uid, at=timezone.now()):
        unit.save()
        UnitCode.objects.create(unit=unit, scheme="gso", code=given["code"], valid_from=given["valid_from"])
        password = make_password(people["password"])  # one for all of them, and printed: hashed once
        for one in people["official"]:
            _hire(unit, one, since=since, citation=people["citation"], password=password)
    return unit


def _hire(unit: Unit, one: Mapping[str, Any], *, since: date, citation: str, password: str) -> None:
    account = Account.objects.create(username=one["username"], password=password)
    official = Official.objects.create(unit=unit, name=one["name"], account=account, example=True)
    searching.put([official])
    code = fold(one["post"]).replace(" – ", "-").replace(" ", "-")
    post = Post.objects.create(unit=unit, code=code, title=one["post"])
    Appointment.objects.create(official=official, post=post, valid_from=since, citation=citation)
    for role in one["roles"]:
        RoleGrant.objects.create(official=official, unit=unit, role=role, valid_from=since, citation=citation)


def _viewer(username: str) -> Viewer:
    found = viewer_of(Account.objects.get(username=username), on=timezone.localdate())
    if found is None:
        raise ExampleBroken()
    return found


def _answer(reading: Reading, by: Viewer) -> None:
    for question in reading.questions.all():
        documents.answer(question, _ANSWERS.get(question.code, LATER), by=by, at=timezone.now())


def _procedures(path: Path, by: Viewer) -> int:
    done = load_catalogue(
        path.read_bytes(), path.name, valid_from=date(2021, 1, 1), citation="Danh mục minh họa", by=by,
        at=timezone.now(),
    )  # fmt: skip
    return done.new
