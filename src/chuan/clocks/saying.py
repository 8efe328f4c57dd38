"""The words for a calendar's days, hours and sources, and for how many due dates an act moved."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.clocks.models import CalendarDay
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import DayKind, Hours
from chuan.ui import formatters

_SURE: dict[Sure, str | Promise] = {
    Sure.READ: gettext_lazy("đã đọc văn bản"),
    Sure.REPORTED: gettext_lazy("theo nguồn khác thuật lại"),
    Sure.UNVERIFIED: gettext_lazy("chưa xác minh"),
}


def sure_words(sure: Sure) -> str:
    """How sure a fact of law is."""
    return str(_SURE[sure])


def kind_words(kind: DayKind) -> str:
    """What makes a day other than its weekday."""
    return str(CalendarDay.Kind(kind.value).label) if kind is not DayKind.WEEKLY else ""


def source_words(source: Citation) -> str:
    """The act and its article: "45/2019/QH14, Điều 112 khoản 1"."""
    return f"{source.number}, {source.article}" if source.article else source.number


def spans_words(spans: Iterable[Hours]) -> str:
    """Hours as a door says them: "07:30–11:30, 13:00–17:00"; nothing for none."""
    return ", ".join(f"{_clock(span.start)}–{_clock(span.end)}" for span in spans)


def spans_typed(spans: Iterable[Hours]) -> str:
    """Hours as they are typed into a form: "07:30-11:30,13:00-17:00"."""
    return ",".join(f"{_clock(span.start)}-{_clock(span.end)}" for span in spans)


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def moved_words(moved: int) -> str:
    """How many due dates an act moved."""
    if not moved:
        return _("Không hạn nào đổi.")
    return _("%(n)s hạn đã đổi ngày.") % {"n": formatters.number(moved)}
