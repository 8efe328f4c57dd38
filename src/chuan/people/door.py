"""What a request carries once it has passed the door; the type that views annotate."""

from __future__ import annotations

from datetime import date, datetime

from django.http import HttpRequest

from chuan.people.viewer import Viewer


class Request(HttpRequest):
    """A request of somebody signed in: the clock read once, and who is looking.

    ``at`` is the moment, ``on`` the local day; ``viewer`` is set for every view that is not
    listed as public, because the guard lets nobody else through.
    """

    at: datetime
    on: date
    viewer: Viewer
