"""Every figure by the classes it counts, in the groups of the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.petitions.figures import classing as of

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name in addresses, its words in the table and by itself, and what it counts.

    ``part``: it is a part of the figure above it. ``optional``: left out of the table when nothing is in it.
    """

    key: str
    label: Words
    whole: Words
    came: tuple[str, ...] = of.HERE
    went: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    took: bool = False
    part: bool = False
    optional: bool = False

    @property
    def where(self) -> Q:
        """The condition on rows of ``classing.classed``."""
        asked = Q(came__in=self.came)
        for name in ("went", "verdict", "judged"):
            if wanted := getattr(self, name):
                asked &= Q(**{f"{name}__in": wanted})
        return asked & Q(took=True) if self.took else asked

    def counts(self, came: str, went: str, verdict: str, judged: str, took: bool) -> bool:
        """Whether a row of these classes is one of it."""
        told = ((self.went, went), (self.verdict, verdict), (self.judged, judged))
        return came in self.came and all(one in few for few, one in told if few) and (took or not self.took)


@dataclass(frozen=True, slots=True)
class Group:
    """Figures under one head."""

    label: Words
    figures: tuple[Figure, ...]


def _settled(
    key: str, label: Words, whole: Words, *, went: tuple[str, ...] = of.SETTLED, verdict: tuple[str, ...] = (),
    judged: tuple[str, ...] = (),
) -> Figure:  # fmt: skip
    return Figure(key, label, whole, went=went, verdict=verdict, judged=judged, part=True)


GROUPS: tuple[Group, ...] = (
    Group(_("Tiếp nhận"), (
        Figure("carried", _("Kỳ trước chuyển sang"), _("kỳ trước chuyển sang"), came=(of.CARRIED,)),
        Figure("received", _("Nhận trong kỳ"), _("nhận trong kỳ"), came=(of.RECEIVED,)),
        Figure("accepted", _("Thụ lý trong kỳ"), _("thụ lý trong kỳ"), took=True),
    )),
    Group(_("Không giải quyết ở đây"), (
        Figure("forward", _("Chuyển nơi có thẩm quyền"), _("đã chuyển nơi có thẩm quyền"), went=(of.FORWARD,)),
        Figure("guide", _("Hướng dẫn"), _("đã hướng dẫn"), went=(of.GUIDE,)),
        Figure("return", _("Trả lại, không thụ lý"), _("trả lại, không thụ lý"), went=(of.RETURN,)),
        Figure("keep", _("Lưu đơn"), _("lưu đơn"), went=(of.KEEP,)),
        Figure("other", _("Không thuộc thẩm quyền, đã trả lời"), _("không thuộc thẩm quyền, đã trả lời"),
               went=(of.OTHER,), optional=True),
    )),
    Group(_("Đã giải quyết trong kỳ"), (
        Figure("settled", _("Tổng số"), _("đã giải quyết trong kỳ"), went=of.SETTLED),
        _settled("right", _("Kết luận đúng"), _("kết luận đúng"), went=(of.SOLVED,), verdict=("right",)),
        _settled("partly", _("Đúng một phần"), _("kết luận đúng một phần"), went=(of.SOLVED,), verdict=("partly",)),
        _settled("wrong", _("Sai"), _("kết luận sai"), went=(of.SOLVED,), verdict=("wrong",)),
        _settled("false", _("Cố ý tố cáo sai sự thật"), _("cố ý tố cáo sai sự thật"), went=(of.SOLVED,),
                 verdict=("false",)),
        _settled("answered", _("Đã trả lời, không ghi kết luận"), _("đã trả lời, không ghi kết luận"),
                 went=(of.SOLVED,), verdict=("",)),
        _settled("stopped", _("Đình chỉ"), _("đã đình chỉ"), went=(of.STOPPED,)),
    )),
    Group(_("Đã giải quyết, theo hạn"), (
        _settled("early", _("Trước hạn"), _("giải quyết trước hạn"), judged=("early",)),
        _settled("on_time", _("Đúng hạn"), _("giải quyết đúng hạn"), judged=("on_time",)),
        _settled("late", _("Trễ hạn"), _("giải quyết trễ hạn"), judged=("late",)),
        _settled("blind", _("Không có hạn để xét"), _("đã giải quyết, không có hạn để xét"), judged=("",)),
    )),
    Group(_("Còn đang giải quyết cuối kỳ"), (
        Figure("running", _("Tổng số"), _("đang giải quyết cuối kỳ"), went=of.RUNNING),
        Figure("running_within", _("Trong hạn"), _("đang giải quyết, trong hạn"), went=(of.WITHIN,), part=True),
        Figure("running_late", _("Quá hạn"), _("đang giải quyết, quá hạn"), went=(of.LATE,), part=True),
        Figure("suspended", _("Tạm đình chỉ"), _("đang tạm đình chỉ"), went=(of.SUSPENDED,), part=True),
        Figure("running_blind", _("Chưa đến bước có hạn giải quyết"), _("chưa đến bước có hạn giải quyết"),
               went=(of.BLIND,), part=True),
    )),
    Group(_("Đứng ngoài các số trên"), (
        Figure("repeat", _("Đơn gửi lại, trùng"), _("gửi lại, trùng"), came=(of.REPEAT,)),
        Figure("divided", _("Đơn nhiều nội dung đã tách"), _("nhiều nội dung đã tách"), came=(of.DIVIDED,)),
        Figure("unlisted", _("Nguồn chưa liệt kê"), _("nguồn chưa liệt kê"), came=(of.UNLISTED,), optional=True),
        Figure("gone", _("Nguồn thôi liệt kê"), _("nguồn thôi liệt kê"), came=(of.GONE,), optional=True),
    )),
)  # fmt: skip
"""The table, head by head."""

APART = Figure("apart", _("Không giải quyết ở đây"), _("không giải quyết ở đây"), went=of.APART)
FIGURES: Mapping[str, Figure] = {
    one.key: one for one in (*(figure for group in GROUPS for figure in group.figures), APART)
}
"""Every figure by its name in addresses."""

BAD = frozenset({"late", "running_late"})
SHORT: Mapping[str, Words] = {
    "carried": _("kỳ trước chuyển"), "received": _("nhận trong kỳ"), "apart": _("không giải quyết ở đây"),
    "settled": _("đã giải quyết"), "late": _("trong đó trễ hạn"), "running": _("còn đang giải quyết"),
    "running_late": _("trong đó quá hạn"),
}  # fmt: skip
"""The columns of the narrower tables: by field, by channel, by stage, by competence."""


@lru_cache(maxsize=4096)
def counted_by(came: str, went: str, verdict: str, judged: str, took: bool) -> tuple[str, ...]:
    """The figures that a row of these classes is one of."""
    return tuple(key for key, one in FIGURES.items() if one.counts(came, went, verdict, judged, took))
