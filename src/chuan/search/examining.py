"""Whether what may be found is what there is: the check of a stale index, with its mend."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.offers.examinations import Examination, Finding, Looking, broken, fine, offer
from chuan.search.checks import stale
from chuan.search.rebuilding import rebuild


def offer_examination() -> None:
    """Offer it; called once when the programme starts."""
    offer(Examination("search", gettext_lazy("Chỉ mục tìm"), 65, examine, mend))


def examine(looking: Looking) -> Iterator[Finding]:
    """A finding for each kind of thing whose entries differ from the things."""
    found = list(islice(stale(), 4))
    for sentence in found:
        yield broken(
            _("Tìm có thể thiếu hoặc thừa. %s.") % sentence,
            _("Chạy “chuan search rebuild” (hoặc “chuan doctor --fix”)."),
        )
    if not found:
        yield fine(_("Mọi thứ tìm được đều đúng với sổ."))


def mend() -> str:
    """Write the index anew while the office goes on working."""
    return _("đã lập lại chỉ mục tìm, %d mục.") % sum(count for _kind, count in rebuild())
