"""What the map of processes tells of itself: gaps, evidence, inputs of the management review."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.offers.holdings import Holding
from chuan.offers.review_inputs import Asked, Said
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Appointment, Unit
from chuan.processes.chart import standing
from chuan.processes.figures import figures_of
from chuan.processes.models import Hand, Process
from chuan.rules.types import Period


def _address(one: Process) -> str:
    return reverse("processes:process", args=[one.uid])


def _named(one: Process) -> dict[str, str]:
    return {"name": f"{one.code} {one.name}"}


def none_written(looked: Looked) -> Iterator[Gap]:
    """No process at all."""
    if not Process.objects.on(looked.on).filter(owner_unit=looked.unit).exists():
        sentence = _(
            "Chưa ghi quá trình nào. Mở trang Quá trình, lấy danh mục gợi ý hoặc thêm từng quá trình."
        )
        yield Gap(sentence, reverse("processes:map"))


def without_owner(looked: Looked) -> Iterator[Gap]:
    """A process that no post answers for."""
    owners = _owners(looked.unit, looked.on)
    for one in standing(looked.unit, looked.on):
        if one.pk not in owners:
            yield Gap(
                _("“%(name)s” chưa giao cho ai chịu trách nhiệm. Bấm Phân công.") % _named(one), _address(one)
            )


def vacant_owner(looked: Looked) -> Iterator[Gap]:
    """A process whose post nobody holds."""
    owners = _owners(looked.unit, looked.on)
    posts = {hand.post_id for hand in owners.values()}
    held = set(Appointment.objects.on(looked.on).filter(post__in=posts).values_list("post_id", flat=True))
    for one in standing(looked.unit, looked.on):
        hand = owners.get(one.pk)
        if hand is not None and hand.post_id not in held:
            words = {**_named(one), "post": hand.post.title}
            sentence = _(
                "“%(name)s” giao cho %(post)s nhưng chưa có người giữ chức danh ấy. Bổ nhiệm, hoặc giao lại."
            )
            yield Gap(sentence % words, _address(one))


def without_measure(looked: Looked) -> Iterator[Gap]:
    """A process that nothing measures."""
    for one in standing(looked.unit, looked.on):
        if not one.measures:
            sentence = _("“%(name)s” chưa có thước đo nào. Bấm Sửa rồi chọn thước đo, nếu có cái phù hợp.")
            yield Gap(sentence % _named(one), _address(one))


def without_document(looked: Looked) -> Iterator[Gap]:
    """A process that no controlled document describes."""
    for one in standing(looked.unit, looked.on):
        if one.document_uid is None:
            sentence = _("“%(name)s” chưa có tài liệu mô tả. Bấm Sửa rồi chọn quy trình, nếu cần.")
            yield Gap(sentence % _named(one), _address(one))


_TOLD = (
    ("processes.none", "4.4.1", later("Có danh mục quá trình"), Severity.BREACH, none_written),
    ("processes.without_owner", "4.4.1", later("Quá trình có người chịu trách nhiệm"), Severity.BREACH, without_owner),
    ("processes.vacant_owner", "4.4.1", later("Chức danh phụ trách có người giữ"), Severity.WARNING, vacant_owner),
    ("processes.without_measure", "4.4.1", later("Quá trình có thước đo"), Severity.HINT, without_measure),
    ("processes.without_document", "4.4.2", later("Quá trình có tài liệu mô tả"), Severity.HINT, without_document),
)  # fmt: skip
CHECKS = tuple(SelfCheck(*one) for one in _TOLD)


def holdings(unit: Any, period: Period) -> list[Holding]:
    """The map as it stood at the period's end, and how many of it a document describes; one statement."""
    rows = standing(unit, period.end - timedelta(days=1))
    address = reverse("processes:map")
    described = sum(1 for one in rows if one.document_uid)
    return [
        Holding("4.4.1", _("Quá trình đã ghi"), address, len(rows), kept=True),
        Holding("4.4.2", _("Quá trình có tài liệu mô tả"), address, described, kept=True),
    ]


def performance(asked: Asked) -> Sequence[Said]:
    """9.3.2 c 3: each process with its figures of the period; what nobody measures is named."""
    rows = standing(asked.unit, min(asked.on, asked.period.end - timedelta(days=1)))
    within = _known_part(asked.period, asked.on)
    if within is None:
        return ()
    keys = [key for one in rows for key in one.measures.split()]
    figures = figures_of(keys, asked.unit.uid, within, asked.at)
    found = []
    for one in rows:
        told = [figures[key] for key in one.measures.split()]
        words = {**_named(one), "figures": "; ".join(figure.sentence for figure in told)}
        sentence = _("%(name)s: %(figures)s.") if told else _("%(name)s: chưa có thước đo nào.")
        found.append(Said(sentence % words, _address(one), short=not any(figure.text for figure in told)))
    nothing = _("Chưa ghi quá trình nào, nên chưa nói được kết quả của quá trình.")
    return found or [Said(nothing, reverse("processes:map"), short=True)]


def providers(asked: Asked) -> Sequence[Said]:
    """9.3.2 c 7: who outside does part of a process. How well they did is for the review to say."""
    rows = standing(asked.unit, min(asked.on, asked.period.end - timedelta(days=1)))
    return [
        Said(
            _("%(name)s: một phần do bên ngoài làm (%(who)s).") % {**_named(one), "who": one.outside},
            _address(one),
        )
        for one in rows
        if one.outside
    ]


def _known_part(period: Period, on: date) -> Period | None:
    """The days of the period that are not to come."""
    if on < period.start:
        return None
    return replace(period, end=min(period.end, on + timedelta(days=1)))


def _owners(unit: Unit, on: date) -> dict[int, Hand]:
    rows = Hand.objects.on(on).filter(process__owner_unit=unit, part=Hand.Part.OWNER).select_related("post")
    return {one.process_id: one for one in rows}
