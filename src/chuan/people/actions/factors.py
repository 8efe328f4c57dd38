"""Second factors: set up, proved, renewed, turned off, taken away. Nothing here stores what could be read back.

RFC 6238 for codes by time; OWASP ASVS 5.0, 6.5.1 (a code opens once), 6.5.2 (recovery codes are hashed
like passwords), 6.6.3 (wrong codes are counted), 6.4.6 (an administrator starts a recovery, never chooses a secret).
"""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.hashers import (
    Argon2PasswordHasher,
    BasePasswordHasher,
    check_password,
    get_hasher,
    make_password,
)
from django.db import transaction
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import permissions, refusals_factors, sealing, sign_in_policy, tries
from chuan.people.actions import holding, sessions, signing
from chuan.people.actions.own import day_of, own_act
from chuan.people.models import Account, Official, Passkey, RecoveryCode, SignInSession, TotpKey
from chuan.people.viewer import Viewer, viewer_of
from chuan.rules import one_time_codes
from chuan.trail.actions import act

CODES = 10
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters that are not taken for one another on paper: 31 of them."""

_LENGTH = 8
"""39 bits; a list is closed after five wrong tries (OWASP ASVS 5.0, 6.5.2 asks at least 20)."""


class _OfCodes(Argon2PasswordHasher):
    """Argon2id of 19 MiB and two rounds: ten of them at once, of random letters that nobody chose.

    The least that OWASP's password storage names; the full one would take ten times as long, before an act.
    """

    memory_cost, time_cost, parallelism = 19 * 1024, 2, 1


def has_factor(account: Account) -> bool:
    """Whether an app is set up; passkeys only stand beside one."""
    return TotpKey.objects.filter(account=account).exists()


def new_secret() -> bytes:
    """160 random bits (RFC 4226, 4: the length recommended)."""
    return secrets.token_bytes(20)


def set_up(account: Account, secret: bytes, *, code: str, at: datetime) -> list[str]:
    """Take the app into use once it has shown a right code. Returns the recovery codes: they are stored nowhere.

    Raises ``FirstCodeWrong``, ``FactorExists``.
    """
    step = one_time_codes.matching_step(secret, _folded(code), at=at)
    if step is None:
        raise refusals_factors.FirstCodeWrong()
    written = _new_codes()
    hashed = [make_password(one, hasher=_hasher()) for one in written]
    with own_act("set_up_factor", account, at=at):
        Account.objects.select_for_update().get(pk=account.pk)
        if has_factor(account):
            raise refusals_factors.FactorExists()
        TotpKey.objects.create(
            account=account, sealed=sealing.seal(secret, account.uid), last_step=step, since=at
        )
        _replace_codes(account, hashed)
    return [_shown(number, one) for number, one in enumerate(written)]


def renew_codes(account: Account, *, at: datetime) -> list[str]:
    """Ten new recovery codes; the old list opens nothing any more. Raises ``NoFactor``."""
    _require_factor(account)
    written = _new_codes()
    hashed = [make_password(one, hasher=_hasher()) for one in written]
    with own_act("renew_recovery_codes", account, at=at):
        _replace_codes(account, hashed)
    return [_shown(number, one) for number, one in enumerate(written)]


def prove(account: Account, typed: str, *, at: datetime) -> int | None:
    """Accept the app's code or a recovery code; for a recovery code, how many are left.

    Counted before it is looked at. Raises ``CodeWrong``, ``CodesClosed``, ``FactorUnreadable``.
    """
    left, code = tries.count_code(account, at=at), _folded(typed)
    if len(code) == _LENGTH + 1 and (remaining := _use_recovery(account, code, at)) is not None:
        tries.forget_codes(account)
        return remaining
    if len(code) == one_time_codes.DIGITS and _use_app(account, code, at):
        tries.forget_codes(account)
        return None
    signing.fail_code(account, left, at=at)
    if left:
        raise refusals_factors.CodeWrong(left=left)
    raise refusals_factors.CodesClosed(minutes=tries.minutes(tries.BY_CODE.closed_for))


def turn_off(account: Account, *, keep: str = "", at: datetime) -> None:
    """Sign in by password alone again; every other session ends. Raises ``NoFactor``, ``FactorRequired``."""
    _require_factor(account)
    viewer = viewer_of(account, on=day_of(at))
    if viewer and sign_in_policy.must_have_factor(viewer, at):
        raise refusals_factors.FactorRequired()
    with own_act("turn_off_factor", account, at=at):
        remove(account, keep=keep, at=at)


def take_away(official: Official, *, reason: str, by: Viewer, at: datetime) -> None:
    """A keeper takes away a lost factor: all sessions end, the next sign-in is by password, then set-up anew.

    Raises ``NotOnOneself``, ``FactorReasonMissing``, ``NoFactor``, ``NotAllowed``, ``NotFound``.
    """
    permissions.require_keep_staff(by)
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    if by.official and by.official.pk == official.pk:
        raise refusals_factors.NotOnOneself(who=permissions.in_words(*permissions.STAFF_KEEPERS))
    account, why = official.account, reason.strip()
    if account is None or not has_factor(account):
        raise refusals_factors.NoFactor(name=official.name)
    if not why:
        raise refusals_factors.FactorReasonMissing()
    subject = Subject("account", account.uid)
    with act("take_away_factor", subject, by=by, unit_uid=by.unit_uid, at=at, reason=why):
        remove(account, at=at)


def codes_left(account: Account) -> int:
    """How many recovery codes still open."""
    return RecoveryCode.objects.filter(account=account, used_at=None).count()


def _use_app(account: Account, code: str, at: datetime) -> bool:
    """Whether it is a code of the app; its time step and every earlier one is used up."""
    with transaction.atomic():
        key = TotpKey.objects.select_for_update().filter(account=account).first()
        if key is None:
            return False
        secret = sealing.unseal(key.sealed, account.uid)
        step = one_time_codes.matching_step(secret, code, at=at, after=key.last_step)
        if step is not None:
            TotpKey.objects.filter(pk=key.pk).update(last_step=step)
        return step is not None


def _use_recovery(account: Account, code: str, at: datetime) -> int | None:
    """How many are left when it is an unused code of the list; the first sign says which, so one hash is made."""
    number = int(code[0]) if code[0].isdigit() else -1
    row = RecoveryCode.objects.filter(account=account, number=number, used_at=None).first()
    if row is None or not check_password(code[1:], row.hashed):
        return None
    with own_act("use_recovery_code", account, at=at):
        if not RecoveryCode.objects.filter(pk=row.pk, used_at=None).update(used_at=at):
            raise refusals_factors.CodeWrong(left=1)
    return codes_left(account)


def _hasher() -> BasePasswordHasher:
    """The house's hasher, lighter where it is Argon2; which one it was stands in each hash."""
    usual = get_hasher("default")
    return _OfCodes() if isinstance(usual, Argon2PasswordHasher) else usual


def _new_codes() -> list[str]:
    return ["".join(secrets.choice(_LETTERS) for _n in range(_LENGTH)) for _code in range(CODES)]


def _shown(number: int, code: str) -> str:
    return f"{number}-{code[:4]}-{code[4:]}"


def _folded(typed: str) -> str:
    return "".join(sign for sign in typed.lower() if sign.isalnum() and sign.isascii())


def _replace_codes(account: Account, hashed: list[str]) -> None:
    RecoveryCode.objects.filter(account=account).delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, number=number, hashed=one) for number, one in enumerate(hashed)
    )


def _require_factor(account: Account) -> None:
    if not has_factor(account):
        raise refusals_factors.NoFactor(name=account.username)


def remove(account: Account, *, keep: str = "", at: datetime) -> None:
    """Every factor and known computer goes, every session but ``keep`` ends; inside somebody's act."""
    for table in (TotpKey, RecoveryCode, Passkey):
        table.objects.filter(account=account).delete()
    sessions.forget_computers(account, at=at)
    sessions.close_all(account, SignInSession.End.FACTOR, keep=keep, at=at)
