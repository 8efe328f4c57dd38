"""What the pages of signing in show: one's own sessions and computers; who lacks a factor; what the unit chose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from chuan.people import sign_in_policy
from chuan.people.actions import factors
from chuan.people.models import (
    KnownComputer,
    Official,
    OutsideIdentity,
    Passkey,
    SignInSession,
    Unit,
    UnitSetting,
)
from chuan.people.reports import by_given_name
from chuan.people.viewer import Viewer

_LABELS: dict[str, str | Promise] = {
    sign_in_policy.SECOND_FACTOR: _("Ai phải xác thực hai lớp"),
    sign_in_policy.SHIFT_HOURS: _("Nhớ máy cơ quan (giờ)"),
    sign_in_policy.FRESH_MINUTES: _("Hỏi lại sau (phút)"),
}


@dataclass(frozen=True)
class SignIn:
    """How an account signs in, for its owner's page."""

    has_factor: bool
    required: bool
    codes_left: int
    sessions: list[SignInSession]
    computers: list[KnownComputer]
    passkeys: list[Passkey]


@dataclass(frozen=True)
class OtherSignIn:
    """How somebody else signs in, as far as a keeper needs it."""

    has_factor: bool
    sessions: int
    linked: bool


@dataclass(frozen=True)
class Choice:
    """One choice of the unit, with its day and document."""

    label: str | Promise
    value: str | Promise
    since: date
    citation: str


def sign_in_of(viewer: Viewer, *, at: datetime) -> SignIn:
    """One's own factor, open sessions (newest first, with addresses) and remembered computers."""
    account = viewer.account
    has = factors.has_factor(account)
    return SignIn(
        has_factor=has,
        required=sign_in_policy.must_have_factor(viewer, at),
        codes_left=factors.codes_left(account) if has else 0,
        sessions=list(SignInSession.objects.open_at(at).filter(account=account).select_related("computer")),
        computers=list(KnownComputer.objects.standing(at).filter(account=account).order_by("since")),
        passkeys=list(Passkey.objects.filter(account=account).order_by("since")) if has else [],
    )


def of_other(official: Official, *, at: datetime) -> OtherSignIn | None:
    """What a keeper sees of somebody: a number of sessions, never their addresses."""
    if official.account is None:
        return None
    account = official.account
    return OtherSignIn(
        has_factor=factors.has_factor(account),
        sessions=SignInSession.objects.open_at(at).filter(account=account).count(),
        linked=bool(settings.OIDC)
        and OutsideIdentity.objects.filter(account=account, ended_at=None).exists(),
    )


def without_factor(viewer: Viewer) -> list[Official]:
    """Officials of the unit with an open account and no second factor, by given name."""
    mine = Official.objects.seen_by(viewer).filter(unit=viewer.unit, account__is_active=True)
    return sorted(mine.filter(account__totp_key=None), key=lambda one: by_given_name(one.name))


def choices(unit: Unit) -> list[Choice]:
    """What the unit chose, by day; nothing where the defaults stand."""
    return [
        Choice(_LABELS[row.key], _in_words(row), row.valid_from, row.citation)
        for row in UnitSetting.objects.standing(unit, *sign_in_policy.KEYS)
    ]


def _in_words(row: UnitSetting) -> str | Promise:
    if row.key == sign_in_policy.SECOND_FACTOR:
        return sign_in_policy.Who(row.value).label
    return row.value
