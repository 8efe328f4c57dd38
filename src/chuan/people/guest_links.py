"""Pages as a guest gets them: links that would lead him nowhere are words, tabs and buttons that would are left out.

Pages are drawn for whoever works in the unit. Taking their links away here, by the same table that closes the addresses
(``people.guests``), holds for every page there is and will be.
"""

from __future__ import annotations

import re
from html import unescape

from django.http import HttpResponse
from django.http.response import HttpResponseBase

from chuan.people.guests import may_follow

TABS = re.compile(r'<ul class="tabs"[^>]*>.*?</ul>', re.DOTALL)
TAB = re.compile(
    r'<li[^>]*>\s*<a\b[^>]*?\shref="(/[^"]*)"[^>]*>(?:(?!</a>).)*</a>(?:(?!</li>).)*</li>', re.DOTALL
)
LINK = re.compile(r'<a\b([^>]*?)\shref="(/[^"]*)"([^>]*)>((?:(?!</a>).)*)</a>', re.DOTALL)
BUTTON = re.compile(r'\bclass="[^"]*\bbtn\b')


def open_links_only(response: HttpResponseBase) -> None:
    """Rewrite a page of ours; what is no page, or is sent piece by piece, stays as it is."""
    if isinstance(response, HttpResponse) and response.headers.get("Content-Type", "").startswith(
        "text/html"
    ):
        response.content = without_closed(response.content.decode(response.charset))


def without_closed(html: str) -> str:
    """The page without links to what is closed to a guest."""
    return LINK.sub(_link, TABS.sub(lambda strip: TAB.sub(_tab, strip[0]), html))


def _tab(found: re.Match[str]) -> str:
    return found[0] if may_follow(unescape(found[1])) else ""


def _link(found: re.Match[str]) -> str:
    if may_follow(unescape(found[2])):
        return found[0]
    return "" if BUTTON.search(found[1] + found[3]) else f"<span>{found[4]}</span>"
