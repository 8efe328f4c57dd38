"""A bundle as a letter: kinds, days, counts, and where to look. No label, no name: servers of others see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from urllib.parse import urljoin

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chuan.clocks.notices.choices import chosen_by
from chuan.clocks.notices.models import NoticeLetter, NoticeTold
from chuan.clocks.notices.saying import counted, group_of, group_words
from chuan.offers import mailing
from chuan.offers.mailing import Letter
from chuan.people.verbs import KINDS
from chuan.people.verbs import say as say_kind
from chuan.ui import formatters as say

AT_ONCE = 50
"""Letters handed over in one look."""


def put_waiting(*, at: datetime) -> int:
    """Hand over the letters that wait; how many went to the outbox.

    Each has a key of its own, so that one handed over twice, because the programme broke down between, is one letter.
    """
    if not mailing.offered():
        return 0
    waiting = (
        NoticeLetter.objects.filter(put_at=None).select_related("official__account").order_by("made_at", "pk")
    )
    return sum(_put(one, at) for one in waiting[:AT_ONCE])


def letter_of(row: NoticeLetter) -> Letter | None:
    """The letter of a bundle, of what still runs; None when all of it is settled meanwhile. Two statements."""
    lines = list(
        row.lines.filter(clock__settled_on=None).select_related("clock").order_by("-stage", "due_on")
    )
    if not lines:
        return None
    with translation.override("vi"):
        subject = _("Chuẩn: %s") % counted([one.stage for one in lines])
        text = "\n".join(_text(lines, chosen_by(row.official).root))
    return Letter(f"notices {row.uid}", row.official.uid, subject, text)


def _put(row: NoticeLetter, at: datetime) -> bool:
    letter, account = letter_of(row), row.official.account
    is_open = account is not None and account.is_active
    taken = letter is not None and is_open and mailing.put(letter, at=at)
    with transaction.atomic():
        if not taken:  # the account or the address is gone meanwhile: told again once it is back
            row.lines.all().delete()
        NoticeLetter.objects.filter(pk=row.pk, put_at=None).update(put_at=at)
    return taken


def _text(lines: Sequence[NoticeTold], root: str) -> Iterator[str]:
    groups: dict[int, list[NoticeTold]] = defaultdict(list)
    for one in lines:
        groups[group_of(one.stage)].append(one)
    for group in sorted(groups, reverse=True):
        yield f"{group_words(group)}:"
        yield from (f"- {words}" for words in _kinds(groups[group]))
        yield ""
    yield _("Thư chỉ nói có việc gì; mở Chuẩn để xem và làm.")
    yield _("Xem thông báo: %s") % _address(root, "clocks:notices")
    yield _("Đổi cách báo: %s") % _address(root, "clocks:notice_choice")


def _kinds(lines: Sequence[NoticeTold]) -> Iterator[str]:
    """ "đơn thư: 2 việc, hạn sớm nhất 05/10/2021"."""
    days = defaultdict(list)
    for one in lines:
        days[one.clock.subject_kind].append(one.due_on)
    for kind, some in sorted(days.items(), key=lambda found: min(found[1])):
        facts = {"kind": say_kind(KINDS, kind), "n": say.number(len(some)), "day": say.day(min(some))}
        yield (
            ngettext(
                "%(kind)s: %(n)s việc, hạn %(day)s", "%(kind)s: %(n)s việc, hạn sớm nhất %(day)s", len(some)
            )
            % facts
        )


def _address(root: str, name: str) -> str:
    """The whole address where the reader's own is known, else the path inside the house."""
    path = reverse(name)
    return urljoin(root, path) if root else path
