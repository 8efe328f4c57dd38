"""Which revision stands on a day, told by its days alone (docs/decisions/controlled-revisions.md).

Approving a revision writes the day it takes effect, and the same day as the last of the one before it: from then on
nobody has to press anything for the right one to be shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.documents.models import Revision
from chuan.documents.models.controlled import MAKING, PROMULGATED
from chuan.rules.lifecycles import REVISION
from chuan.ui.formatters import day

IN_FORCE, AWAITED, OBSOLETE = "in_force", "approved", "obsolete"

_STAMPS: dict[str, str | Promise] = {
    "draft": gettext_lazy("BẢN ĐANG SOẠN, CHƯA BAN HÀNH"),
    "review": gettext_lazy("BẢN CHỜ XEM XÉT, CHƯA BAN HÀNH"),
    "approval": gettext_lazy("BẢN CHỜ PHÊ DUYỆT, CHƯA BAN HÀNH"),
    "dropped": gettext_lazy("BẢN ĐÃ BỎ, KHÔNG BAN HÀNH"),
}


def state_on(revision: Revision, on: date) -> str:
    """A status of ``rules.lifecycles.REVISION`` as it is on the day, whatever the row still says."""
    if revision.status not in PROMULGATED or revision.effective_from is None:
        return revision.status
    if revision.obsolete_on is not None and revision.obsolete_on <= on:
        return OBSOLETE
    return IN_FORCE if revision.effective_from <= on else AWAITED


def state_words(state: str) -> str:
    """ "đang hiệu lực"."""
    return REVISION.statuses[state].label


def in_force(revisions: Iterable[Revision], on: date) -> Revision | None:
    """The one revision in force on the day."""
    return next((one for one in revisions if state_on(one, on) == IN_FORCE), None)


def in_the_making(revisions: Iterable[Revision], on: date) -> Revision | None:
    """The revision that is being written, reviewed, approved, or waits for its day."""
    return next((one for one in revisions if state_on(one, on) in MAKING), None)


def stamp_of(revision: Revision, on: date) -> str:
    """What stands on every page that is not in force: "HẾT HIỆU LỰC từ 01/02/2022"; "" for the one in force."""
    state = state_on(revision, on)
    if state == IN_FORCE:
        return ""
    if state == OBSOLETE:
        return _("HẾT HIỆU LỰC từ %s") % day(revision.obsolete_on)
    if state == AWAITED:
        return _("CHƯA CÓ HIỆU LỰC, áp dụng từ %s") % day(revision.effective_from)
    return str(_STAMPS[state])


def banner_of(revision: Revision, on: date, current: Revision | None) -> str:
    """The sentence over the text of a revision that is not in force; "" for the one that is."""
    stamp = stamp_of(revision, on)
    if not stamp:
        return ""
    if current is None:
        return _("%s. Tài liệu này không có bản nào đang hiệu lực.") % stamp
    return _("%(stamp)s. Bản đang dùng là lần ban hành %(n)s.") % {"stamp": stamp, "n": shown(current.number)}


def shown(number: int) -> str:
    """ "02"."""
    return f"{number:02d}"
