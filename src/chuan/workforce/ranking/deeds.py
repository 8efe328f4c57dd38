"""What Chuẩn knows of an official in a period, with its rows, offered beside the form. Nothing of it is filled in.

What other rooms know of his cases (``offers.deeds``); other due dates that were his by name or by the post he held;
trainings he was to come to; months in which a tool asked him. Whose fault a delay was Chuẩn does not know, and says
so. What is not measured is said, never counted as nought. Called for who may see the assessment alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from chuan.clocks.models import Clock
from chuan.offers import deeds
from chuan.offers.subjects import Described, Subject, describe
from chuan.people.models import Appointment
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say
from chuan.workforce.fields import MAIL, SIGN_INS
from chuan.workforce.models import Assessment, Attendance
from chuan.workforce.ranking.clocks import KIND
from chuan.workforce.tools.board import title_of
from chuan.workforce.tools.seeing import Person, see

MOST = deeds.MOST
"""Rows shown of one figure."""

PRIVATE = (KIND, "tool_user")
"""Steps of ranking itself, and friendly words to the official alone: nobody is judged by them."""

HIDDEN = lazy("việc anh chị không được mở")


@dataclass(frozen=True, slots=True)
class Row:
    """A row behind a figure; ``url`` is "" for what the viewer may not open."""

    title: str | Promise
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Deed:
    """A figure in a sentence, with its rows; where it is a share the sentence names of how many."""

    sentence: str
    rows: Sequence[Row] = ()

    @property
    def is_cut(self) -> bool:
        """Whether there may be more rows than are shown."""
        return len(self.rows) >= MOST


def deeds_of(one: Assessment, viewer: Viewer, at: datetime) -> list[Deed]:
    """What is known of the official in the round's period, up to the day of ``at``."""
    posts = tuple(_posts(one))
    return [*_of_rooms(one, posts, viewer, at), _dues(one, posts, viewer), _trainings(one), *_tools(one, at)]


def _posts(one: Assessment) -> Iterable[int]:
    """Keys of the posts he held in the period."""
    return Appointment.objects.filter(
        Q(valid_to__isnull=True) | Q(valid_to__gt=one.round.starts), official=one.official,
        valid_from__lt=one.round.ends,
    ).values_list("post_id", flat=True)  # fmt: skip


def _of_rooms(one: Assessment, posts: tuple[int, ...], viewer: Viewer, at: datetime) -> list[Deed]:
    """Late dossiers, petitions, documents, each from its own room; one look at who may open the rows."""
    asked = deeds.Asked(one.official, one.round.unit, posts, one.round.period, viewer, viewer.on, at)
    found = deeds.everything(asked)
    told = describe([line.subject for deed in found for line in deed.lines], viewer)
    return [
        Deed(deed.sentence, [_row(line.label, told.get(line.subject), line.note) for line in deed.lines])
        for deed in found
    ]


def _row(label: str, seen: Described | None, note: str) -> Row:
    return Row(label or seen.label, seen.address, note) if seen else Row(HIDDEN, "", note)


def _dues(one: Assessment, posts: tuple[int, ...], viewer: Viewer) -> Deed:
    """What else was due in the period and late. No share: what was over when it came in has no clock."""
    his = Q(owner_official=one.official) | Q(owner_official__isnull=True, owner_post_id__in=posts)
    due = Clock.objects.filter(
        his, unit_id=one.round.unit_id, lawful_due_on__gte=one.round.starts, lawful_due_on__lt=one.round.ends
    ).exclude(subject_kind__in=(*PRIVATE, *deeds.claimed()))
    late = due.filter(Q(settled_on__gt=F("lawful_due_on")) | Q(settled_on=None, lawful_due_on__lt=viewer.on))
    found, count = list(late.order_by("lawful_due_on", "pk")[:MOST]), late.count()
    if not count:
        return Deed(
            _(
                "Việc khác: không việc nào có hạn trong kỳ đứng tên người này bị quá hạn trong sổ hạn của Chuẩn."
            )
        )
    words = _(
        "Việc khác: %s việc có hạn trong kỳ, đứng tên hoặc theo chức danh, bị quá hạn. Chuẩn không biết do ai: xem "
        "từng dòng. Việc đã xong trước khi nhập vào Chuẩn không có ở đây, nên không nói được trên tổng số bao nhiêu."
    )
    return Deed(words % say.number(count), list(_late(found, viewer)))


def _late(clocks: Iterable[Clock], viewer: Viewer) -> Iterable[Row]:
    subjects = {one.pk: Subject(one.subject_kind, one.subject_uid) for one in clocks}
    told = describe(subjects.values(), viewer)
    for one in clocks:
        seen = told.get(subjects[one.pk])
        note = _("hạn %(due)s, %(end)s") % {"due": say.day(one.lawful_due_on), "end": _end(one.settled_on)}
        yield _row("", seen, note)


def _end(on: date | None) -> str:
    return _("xong %s") % say.day(on) if on else _("chưa xong")


def _trainings(one: Assessment) -> Deed:
    rows = Attendance.objects.filter(
        official=one.official, session__voided_at__isnull=True, session__held_on__gte=one.round.starts,
        session__held_on__lt=one.round.ends,
    ).select_related("session__course").order_by("session__held_on", "pk")  # fmt: skip
    found = list(rows)
    if not found:
        return Deed(_("Không có buổi học nào của người này được ghi trong kỳ."))
    told = {"came": say.number(sum(row.came for row in found)), "all": say.number(len(found))}
    return Deed(
        _("Dự %(came)s trong %(all)s buổi học, bồi dưỡng được cử.") % told,
        [
            Row(
                row.session.course.title, reverse("workforce:course", args=[row.session.course.uid]),
                f"{say.day(row.session.held_on)}, {_('đã dự') if row.came else _('vắng')}",
            )
            for row in found
        ],
    )  # fmt: skip


def _tools(one: Assessment, at: datetime) -> Iterable[Deed]:
    for register in (MAIL, SIGN_INS):
        seen = see(one.round.unit, register, one.round.period, as_of=at)
        person = next((row for row in seen.people if row.official.pk == one.official_id), None)
        yield Deed(_tool_words(title_of(register), person))


def _tool_words(tool: str, person: Person | None) -> str:
    asked = [row for row in person.answers if row.asked] if person else []
    if not asked:
        return _("%s: chưa đo được trong kỳ.") % tool
    met = sum(row.met for row in asked)
    told = {"tool": tool, "met": say.number(met), "all": say.number(len(asked))}
    return _("%(tool)s: đạt %(met)s trong %(all)s tháng được đếm.") % told
