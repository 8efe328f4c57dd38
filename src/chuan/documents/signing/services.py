"""What the unit chose for signing: the time-stamping service, the addresses that may be asked, the level wanted."""

from __future__ import annotations

from datetime import date

from chuan.documents.checking import trust_of
from chuan.exchange.signing import Level, Services, Web
from chuan.people.models import Unit, UnitSetting

TIMESTAMP_URL = "documents.timestamp_url"
ADDRESSES = "documents.revocation_addresses"
LEVEL = "documents.signature_level"

_SECONDS = 5
"""One answer is waited for: an act has to end within thirty seconds (trail.actions.LONGEST_ACT)."""


def services_of(unit: Unit, on: date) -> Services:
    """Whom to ask and whom to trust on the day. Raises OSError where a kept certificate is gone."""
    trust = trust_of(unit)
    return Services(
        timestamp_url=chosen(unit, TIMESTAMP_URL, on),
        addresses=tuple(chosen(unit, ADDRESSES, on).split()),
        anchors=trust.anchors,
        certificates=trust.intermediates,
        seconds=_SECONDS,
    )


def level_of(unit: Unit, on: date) -> Level:
    """The level that signatures should reach: the unit's choice, else B-LTA with a time-stamping service, else B-B."""
    if level := chosen(unit, LEVEL, on):
        return Level.of(level)
    return Level.LTA if chosen(unit, TIMESTAMP_URL, on) else Level.B


def web_of(unit: Unit, on: date) -> Web:
    """One asking for a whole batch: each list is fetched once."""
    return Web(services_of(unit, on))


def chosen(unit: Unit, key: str, on: date) -> str:
    """One choice as it stands on the day; "" for none."""
    return (UnitSetting.objects.value_on(unit, key, on) or "").strip()
