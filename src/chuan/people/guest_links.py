"""Pages as a guest gets them: links that would lead him nowhere are words, tabs and buttons that would are left out.

Pages are drawn for whoever works in the unit. Taking their links away here, by the same table that closes the addresses
(``people.guests``), holds for every page there is and will be.
"""

from __future__ import annotations

from django.http.response import HttpResponseBase

from chuan.people import open_links
from chuan.people.guests import may_follow
from chuan.people.open_links import rewritten


def open_links_only(response: HttpResponseBase) -> None:
    """Rewrite a page of ours; what is no page, or is sent piece by piece, stays as it is."""
    rewritten(response, without_closed)


def without_closed(html: str) -> str:
    """The page without links to what is closed to a guest."""
    return open_links.without(html, may_follow)
