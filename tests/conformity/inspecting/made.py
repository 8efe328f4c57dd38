"""An inspection under way in the reference ward, with one named inspector (invented)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.http import HttpRequest
from django.test import Client
from django.utils import timezone

from chuan.conformity.actions import inspecting as actions
from chuan.conformity.models import Inspection
from chuan.people.actions.guests import Person
from chuan.people.models import Guest
from chuan.people.proofs import FRESH_UNTIL
from chuan.people.viewer import Viewer, viewer_of
from tests.people import Ward

PAPER = "Quyết định 210/QĐ-SKHCN ngày 04/10/2021"
BODY = "Sở Khoa học và Công nghệ"
INSPECTOR = Person("Đặng Thị Kiểm Tra", "Trưởng đoàn")


def now() -> datetime:
    return timezone.now()


def today() -> date:
    return timezone.localdate()


def under_way(ward: Ward, *people: Person, days: int = 2) -> tuple[Inspection, Guest]:
    """An inspection that began yesterday and lasts so many days more; the first of its inspectors."""
    since = today() - timedelta(days=1)
    coming = actions.Coming(BODY, since, today() + timedelta(days=days), PAPER)
    chairman = ward.viewer(ward.chairman, today())
    opened, let_in = actions.open_inspection(coming, people or (INSPECTOR,), by=chairman, at=now())
    return opened, Guest.objects.select_related("grant__account").get(pk=let_in[0].guest.pk)


def viewer(guest: Guest, on: date | None = None) -> Viewer:
    assert guest.grant.account is not None
    found = viewer_of(guest.grant.account, on=on or today())
    assert found is not None
    return found


def browser(guest: Guest) -> Client:
    """Signed in with a password of his own."""
    account = guest.grant.account
    assert account is not None
    account.must_change_password = False
    account.save(update_fields=["must_change_password"])
    client = Client()
    client.force_login(account, backend="chuan.people.signin.LockingBackend")
    session = client.session
    session[FRESH_UNTIL] = 2**40
    session.save()
    return client


def asked(request: HttpRequest, viewer: Viewer) -> HttpRequest:
    """A request as it stands behind the door."""
    request.user = viewer.account  # type: ignore[assignment]
    request.__dict__.update(at=now(), on=today(), viewer=viewer)
    return request
