"""What documents tell Bản tin sáng: parts that are late, and drafts that wait for a head's signature."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.harms import Group, Telling, groups, tell
from chuan.offers import harms
from chuan.offers.harms import Asked, Harm
from chuan.rules.briefs import Verb
from chuan.ui import formatters as say

TO_SIGN = "documents.to_sign"


def collect(asked: Asked) -> Iterator[Harm]:
    """Parts by official, drafts by signer; at most six statements."""
    yield from tell(asked, HOW)
    waiting = groups(asked, Q(subject_kind="draft", kind="to_sign"))
    for group in waiting:
        yield _to_sign(group)


def _to_sign(group: Group) -> Harm:
    """Not told by name: it waits for a head, who reads the brief; no subject, for that may name a citizen."""
    told = {
        "n": say.number(group.count), "day": say.day(group.due),
        "name": group.holder.official.name if group.holder.official else group.holder.title,
    }  # fmt: skip
    sentence = _("%(n)s dự thảo chờ %(name)s ký, hạn sớm nhất %(day)s.") % told
    return Harm(
        f"{TO_SIGN} {group.holder.mark}"[:120], TO_SIGN, sentence, group.due - timedelta(days=1), group.due, None,
        group.count, group.facts, (Verb.AGREE,), reverse("documents:drafts"),
    )  # fmt: skip


def _late(count: str, day: str) -> str:
    return _("%(n)s văn bản đến quá hạn xử lý, lâu nhất từ %(day)s") % {"n": count, "day": day}


def _address(group: Group, late: bool) -> str:
    return reverse("documents:incoming_list")


HOW = Telling(("assignment", "incoming"), "documents.late", _late, _address)


def offer() -> None:
    """Register; called when the programme starts."""
    harms.offer(collect, clocks=(*HOW.kinds, "draft"))
