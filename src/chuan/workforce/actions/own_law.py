"""The unit's own value in place of one that nobody verified, in the law of ranking and of titles."""

from __future__ import annotations

from datetime import date, datetime

from chuan.clocks.actions.settings import locked
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act
from chuan.workforce import refusals_own_law as refusals
from chuan.workforce.own_law.books import Book
from chuan.workforce.own_law.rules import checked, open_value, title_of, value_words
from chuan.workforce.permissions import require_keep


def set_own_value(
    book: Book, key: str, typed: str, *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> UnitSetting:
    """Keep the unit's own value from a day on, by its document; open rounds from that day go by it.

    It holds until the law it stands in gives way to another. Finished rounds keep what they were finished under.
    Raises ``NotAllowed``, ``OwnValueFixed``, ``OwnValueWrong``, ``OwnValueSame``, ``CitationMissing``,
    ``TitleLawNotHeld``, ``RankingLawNotHeld``.
    """
    require_keep(by)
    opening, base = open_value(book, key, valid_from)
    value, paper = checked(opening, typed), cited(citation)
    said = f"{title_of(book, key)}: {value_words(value, base.unit)}"
    detail = {"rule": said, "key": key, "value": value, "since": valid_from, "citation": paper}
    subject = Subject("unit", by.unit.uid)
    with act("officials_law.set_value", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        rows = locked(by.unit).settings.filter(key=book.setting(key), valid_from=valid_from)
        last = rows.order_by("-version").first()
        if last and (last.value, last.citation) == (value, paper):
            raise refusals.OwnValueSame()
        return UnitSetting.objects.create(
            unit=by.unit, key=book.setting(key), value=value, valid_from=valid_from, citation=paper,
            version=last.version + 1 if last else 1,
        )  # fmt: skip
