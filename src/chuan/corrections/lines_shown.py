"""The steps of a nonconformity in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.corrections.models import Nonconformity, NonconformityEvent
from chuan.rules.lifecycles import NONCONFORMITY

NOTES: Mapping[str, str | Promise] = {
    "raise": _("nêu sự không phù hợp"),
    "correct": _("ghi việc khắc phục ngay"),
    "done": _("ghi kết quả một hành động"),
    "drop": _("bỏ một hành động"),
    "document": _("ghi tài liệu bị ảnh hưởng"),
    "settle": _("ghi kết quả với tài liệu"),
}


@dataclass(frozen=True, slots=True)
class LineShown:
    """One step: what, on which day, by whom, in which words."""

    verb: str
    on: date
    by: str
    text: str


def lines_of(case: Nonconformity) -> Sequence[LineShown]:
    """The steps in order; one statement. That the last action ended the work is no step anybody took."""
    events = NonconformityEvent.objects.filter(case=case).exclude(verb="finish").select_related("by")
    return [
        LineShown(
            str(NOTES.get(one.verb) or NONCONFORMITY.verbs[one.verb]), one.occurred_on,
            one.by.name if one.by else "", one.text,
        )
        for one in events.order_by("seq")
    ]  # fmt: skip
