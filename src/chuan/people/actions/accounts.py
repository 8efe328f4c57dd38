"""Accounts of officials: issued, given a new password, closed."""

from __future__ import annotations

import re
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people import refusals
from chuan.people.actions import holding, sessions
from chuan.people.models import Account, Official, SignInSession
from chuan.people.passwords import one_time
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

USER_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


def checked_username(username: str) -> str:
    """In lower case; refuses what cannot be typed on any keyboard, and a name that is taken."""
    name = username.strip().lower()
    if not USER_NAME.fullmatch(name):
        raise refusals.UserNameUnusable(username=username.strip()[:60])
    if Account.objects.filter(username=name).exists():
        raise refusals.UserNameTaken(username=name, example=f"{name[:58]}2")
    return name


def issue_account(official: Official, *, username: str, by: Viewer, at: datetime) -> str:
    """Let the official sign in. Returns the one-time password: it is stored nowhere, so say it now."""
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    if official.account_id is not None:
        raise refusals.AccountExists(name=official.name)
    account = Account(username=checked_username(username), must_change_password=True, password_issued_at=at)
    account.password = make_password(password := one_time())
    detail = {"official": official.uid, "username": account.username}
    with act("issue_account", Subject("account", account.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        account.save()
        official.account = account
        official.save(update_fields=["account"])
    return password


def reset_password(official: Official, *, by: Viewer, at: datetime) -> str:
    """A new one-time password: ends every session, lifts a closure, reopens a closed account."""
    account = _account(official, by)
    hashed = make_password(password := one_time())
    detail = {} if account.is_active else {"reopened": True}
    with act("issue_password", Subject("account", account.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        Account.objects.filter(pk=account.pk).update(
            password=hashed,
            must_change_password=True,
            password_issued_at=at,
            is_active=True,
            failures=0,
            locked_until=None,
        )
        sessions.forget_computers(account, at=at)
        sessions.close_all(account, SignInSession.End.PASSWORD, at=at)
    return password


def close_account(official: Official, *, citation: str, by: Viewer, at: datetime) -> None:
    """Whoever left signs in no more, open sessions included. The last keeper cannot be shut out."""
    account = _account(official, by)
    if not account.is_active:
        raise refusals.AccountClosed(name=official.name)
    detail = {"official": official.uid, "citation": holding.cited(citation)}
    with act("close_account", Subject("account", account.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        holding.require_keeper_left(by.unit, on=timezone.localtime(at).date(), official=official)
        Account.objects.filter(pk=account.pk).update(is_active=False)
        sessions.forget_computers(account, at=at)
        sessions.close_all(account, SignInSession.End.CLOSED, at=at)


def _account(official: Official, by: Viewer) -> Account:
    holding.require_own_unit(by, official.unit_id, _("cán bộ này"))
    if official.account is None:
        raise refusals.NoAccount(name=official.name)
    return official.account
