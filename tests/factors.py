"""An authenticator app in the tests: set up for an account, and the code it shows now."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.test import Client
from django.utils import timezone

from chuan.people import sealing
from chuan.people.actions import factors
from chuan.people.models import Account, TotpKey
from chuan.rules import one_time_codes
from tests.people import PASSWORD

SECRET = b"a secret of tests 20"


def with_app(account: Account, *, at: datetime | None = None) -> list[str]:
    """Set up an app for the account a minute ago; the recovery codes."""
    at = at or timezone.now()
    codes = factors.set_up(account, SECRET, code=shown(at), at=at)
    TotpKey.objects.filter(account=account).update(last_step=0)
    return codes


def shown(at: datetime | None = None) -> str:
    """What the app shows now."""
    return one_time_codes.code_at(SECRET, one_time_codes.step_of(at or timezone.now()))


def shown_by(account: Account, ahead: int = 0) -> str:
    """What an app that was set up on the page shows; ``ahead`` half minutes from now."""
    secret = sealing.unseal(TotpKey.objects.get(account=account).sealed, account.uid)
    at = timezone.now() + timedelta(seconds=30 * ahead)
    return one_time_codes.code_at(secret, one_time_codes.step_of(at))


def wrong() -> str:
    """A code that the app does not show in this minute."""
    near = {shown(timezone.now() + timedelta(seconds=30 * step)) for step in (-2, -1, 0, 1, 2)}
    return next(code for code in map("{:06}".format, range(100000, 100010)) if code not in near)


def password_given(client: Client, name: str = "chairman"):
    """The first step of signing in."""
    return client.post("/dang-nhap/", {"login": name, "password": PASSWORD})


def code_given(client: Client, code: str, **more: str):
    """The second step."""
    return client.post("/dang-nhap/ma/", {"code": code, **more})


def listed(html: str) -> list[str]:
    """The recovery codes on a page."""
    return re.findall(r"\d-[a-z2-9]{4}-[a-z2-9]{4}", html)
