"""The unit's choices for signing, dated with the document that says so: whom to ask for time and revocation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from chuan.clocks.refusals import NothingChanges
from chuan.documents.permissions import check_sets_numbering
from chuan.documents.signing.refusals import AddressUnusable
from chuan.documents.signing.services import ADDRESSES, LEVEL, TIMESTAMP_URL, chosen
from chuan.exchange.signing import Level
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit, UnitSetting
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

KEYS = (TIMESTAMP_URL, ADDRESSES, LEVEL)


def choose_services(
    values: Mapping[str, str], *, valid_from: date, citation: str, by: Viewer, at: datetime
) -> int:
    """Write the choices (by ``KEYS``, "" for none) from a day on, by a document; how many changed.

    Raises ``AddressUnusable``, ``CitationMissing``, ``NothingChanges``, ``NotAllowed``; KeyError for another
    key or level.
    """
    check_sets_numbering(by)
    unit, notice = by.unit, cited(citation)
    wanted = {key: " ".join(text.split()) for key, text in values.items()}
    _check(wanted)
    changed = {key: text for key, text in wanted.items() if chosen(unit, key, valid_from) != text}
    if not changed:
        raise NothingChanges()
    with act("signing.choose", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=unit.pk)
        for key, text in changed.items():
            _add(unit, key, text, valid_from, notice)
        doing.detail = {"changes": changed, "since": valid_from, "citation": notice}
    return len(changed)


def _check(wanted: Mapping[str, str]) -> None:
    if unknown := set(wanted) - set(KEYS):
        raise KeyError(sorted(unknown))
    if level := wanted.get(LEVEL):
        Level.of(level)
    for url in (*wanted.get(TIMESTAMP_URL, "").split(), *wanted.get(ADDRESSES, "").split()):
        if not _usable(url):
            raise AddressUnusable(url=url)
    if len(wanted.get(TIMESTAMP_URL, "").split()) > 1:
        raise AddressUnusable(url=wanted[TIMESTAMP_URL])


def _usable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _add(unit: Unit, key: str, value: str, valid_from: date, citation: str) -> None:
    last = UnitSetting.objects.filter(unit=unit, key=key, valid_from=valid_from).order_by("-version").first()
    UnitSetting.objects.create(
        unit=unit, key=key, value=value, valid_from=valid_from, version=last.version + 1 if last else 1,
        citation=citation,
    )  # fmt: skip
