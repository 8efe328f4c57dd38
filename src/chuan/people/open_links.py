"""A page without links that lead its reader nowhere: they become words; tabs, buttons and forms are left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from django.http import HttpResponse
from django.http.response import HttpResponseBase

Leads = Callable[[str], bool]
"""Whether an address leads the reader somewhere."""

TABS = re.compile(r'<ul class="tabs"[^>]*>.*?</ul>', re.DOTALL)
TAB = re.compile(
    r'<li[^>]*>\s*<a\b[^>]*?\shref="(/[^"]*)"[^>]*>(?:(?!</a>).)*</a>(?:(?!</li>).)*</li>', re.DOTALL
)
LINK = re.compile(r'<a\b([^>]*?)\shref="(/[^"]*)"([^>]*)>((?:(?!</a>).)*)</a>', re.DOTALL)
BUTTON = re.compile(r'\bclass="[^"]*\bbtn\b')
FORM = re.compile(r'<form\b[^>]*?\saction="(/[^"]*)"[^>]*>.*?</form>', re.DOTALL)


def rewritten(response: HttpResponseBase, rewrite: Callable[[str], str]) -> None:
    """Rewrite a page of ours; what is no page, or is sent piece by piece, stays as it is."""
    kind = response.headers.get("Content-Type", "")
    if isinstance(response, HttpResponse) and kind.startswith("text/html"):
        response.content = rewrite(response.content.decode(response.charset))


def without(html: str, leads: Leads) -> str:
    """The page without links that lead nowhere; what they said stays, but for tabs and buttons."""

    def tab(found: re.Match[str]) -> str:
        return found[0] if leads(unescape(found[1])) else ""

    def link(found: re.Match[str]) -> str:
        if leads(unescape(found[2])):
            return found[0]
        return "" if BUTTON.search(found[1] + found[3]) else f"<span>{found[4]}</span>"

    return LINK.sub(link, TABS.sub(lambda strip: TAB.sub(tab, strip[0]), html))


def without_forms(html: str, leads: Leads) -> str:
    """The page without forms that would be sent nowhere."""
    return FORM.sub(lambda found: found[0] if leads(unescape(found[1])) else "", html)
