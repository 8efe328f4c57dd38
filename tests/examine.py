"""Every page that a test opens is examined: strict HTML, names, labels, policy, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth import BACKEND_SESSION_KEY
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404
from lxml import etree

import chuan.ui
from chuan.people.models import Official
from chuan.people.proofs import FRESH_UNTIL
from chuan.ui.policy import POLICY
from tests import access
from tests.strict_html import parsed

ICONS = Path(chuan.ui.__file__).parent / "static" / "chuan" / "icons.svg"
UNLABELLED = frozenset({"hidden", "submit", "button", "reset", "image"})
"""Kinds of input that need no label."""


def sign_in(client: Client, official: Official) -> Client:
    """Sign an official in without the form, as somebody who has just proved who it is; returns the client."""
    assert official.account is not None, f"{official} has no account"
    client.force_login(official.account, backend="chuan.people.signin.LockingBackend")
    session = client.session
    assert session[BACKEND_SESSION_KEY] == "chuan.people.signin.LockingBackend"
    session[FRESH_UNTIL] = 2**40
    session.save()
    return client


INLINE = frozenset({"a", "abbr", "b", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time"})
"""Elements that run on within a line; every other one ends it."""


def words(element: etree._Element) -> str:
    """The text of an element with white space (no-break too) folded to single spaces."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    gap = "" if element.tag in INLINE else " "
    yield gap + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield gap


@dataclass(frozen=True)
class Form:
    """A form as a browser would send it."""

    element: etree._Element
    page_url: str

    @property
    def action(self) -> str:
        """Where it goes; its own page when it does not say."""
        return self.element.get("action") or self.page_url

    @property
    def method(self) -> str:
        """ "get" or "post"."""
        return (self.element.get("method") or "get").lower()

    @property
    def values(self) -> dict[str, Any]:
        """What it would send untouched: name to value, or to a list where a name occurs more than once."""
        found: dict[str, list[str]] = {}
        for name, value in self._pairs():
            found.setdefault(name, []).append(value)
        return {name: many[0] if len(many) == 1 else many for name, many in found.items()}

    def send(self, client: Client, /, *, press: str = "", **typed: Any) -> HttpResponse:
        """Fill in and send; every typed name must stand in the form. ``press``: "name=value" of a button."""
        names = {one.get("name") for one in self.element.iter() if one.get("name")}
        assert set(typed) <= names, f"form has no {set(typed) - names}, only {sorted(names)}"
        data = {k: v for k, v in (self.values | typed).items() if v is not None}
        if press:
            data |= dict([press.split("=", 1)])
        return client.post(self.action, data) if self.method == "post" else client.get(self.action, data)

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for one in self.element.iter("input", "select", "textarea"):
            if name := one.get("name"):
                yield from ((name, value) for value in _sent(one))


def _sent(one: etree._Element) -> list[str]:
    if one.tag == "textarea":
        return ["".join(one.itertext()).removeprefix("\n")]
    if one.tag == "select":
        options = list(one.iter("option"))
        chosen = [o for o in options if o.get("selected") is not None]
        chosen = chosen or ([] if one.get("multiple") is not None else options[:1])
        return [o.get("value", words(o)) for o in chosen]
    kind = one.get("type", "text")
    if kind in ("checkbox", "radio"):
        return [one.get("value", "on")] if one.get("checked") is not None else []
    return [] if kind in ("submit", "button", "reset", "image", "file") else [one.get("value", "")]


@dataclass(frozen=True)
class Page:
    """An opened page: its response, its text, its tree."""

    url: str
    response: HttpResponse
    tree: etree._Element
    html: str = field(repr=False)

    @property
    def text(self) -> str:
        """Everything a reader sees in the body, spaces folded."""
        return words(self.tree.find("body"))

    @property
    def title(self) -> str:
        """The page's name: its h1."""
        return words(self.tree.find(".//h1"))

    @property
    def forms(self) -> list[Form]:
        """Every form of the page, in order; the search of the bar stands on every page and is none of its own."""
        return [Form(one, self.url) for one in self.tree.iter("form") if not _in_bar(one)]

    def form(self, action: str = "", *, button: str = "") -> Form:
        """The one form whose action ends so (or, without action, the one with a button of these words)."""
        hits = [f for f in self.forms if f.action.endswith(action)] if action else self.forms
        if button:
            hits = [f for f in hits if any(words(b) == button for b in f.element.iter("button"))]
        assert len(hits) == 1, (
            f"{len(hits)} forms {action!r} {button!r} among {[f.action for f in self.forms]}"
        )
        return hits[0]

    def find(self, path: str) -> list[etree._Element]:
        """Elements by XPath, or by "#id", ".class", "tag", "tag.class"."""
        return list(self.tree.xpath(_xpath(path)))

    def one(self, path: str) -> etree._Element:
        """The only element found."""
        found = self.find(path)
        assert len(found) == 1, f"{len(found)} × {path} on {self.url}"
        return found[0]

    def texts(self, path: str) -> list[str]:
        """The words of each element found."""
        return [words(one) for one in self.find(path)]

    def link(self, label: str) -> str:
        """The address of the link with exactly these words; the first where several lead there."""
        hits = {a.get("href") for a in self.tree.iter("a") if words(a) == label}
        assert len(hits) == 1, f"{len(hits)} links {label!r} on {self.url}: {sorted(map(str, hits))}"
        return str(hits.pop())

    @property
    def notice(self) -> str:
        """What the page tells: every notice and field error, spaces folded, joined by " | "."""
        return " | ".join(self.texts(".notice") + self.texts(".form-error"))


def _in_bar(form: etree._Element) -> bool:
    return any(up.tag == "header" for up in form.iterancestors())


def _xpath(path: str) -> str:
    if path.startswith(("/", ".//", "(")):
        return path
    tag, _, rest = path.partition("#")
    if rest:
        return f"//{tag or '*'}[@id='{rest}']"
    tag, *classes = path.split(".")
    tests = "".join(f"[contains(concat(' ',normalize-space(@class),' '),' {one} ')]" for one in classes)
    return f"//{tag or '*'}{tests}"


def open_page(client: Client, url: str, *, status: int = 200) -> Page:
    """Open an address, examine the page, and hand it over."""
    return examine(client.get(url), url, status=status)


def examine(response: HttpResponse, url: str = "", *, status: int = 200) -> Page:
    """Examine an answer that is already there (of a POST refused on its own page, for example)."""
    where = f"{response.status_code} {response.headers.get('Location', '')}".strip()
    assert response.status_code == status, f"{url}: {where}, not {status}"
    url = url or response.request["PATH_INFO"]
    html = response.content.decode()
    page = Page(url, response, _parsed(response, html, url), html)
    faults = [fault for check in CHECKS for fault in check(page)] + access.faults(page.tree)
    assert not faults, f"{url}:\n  " + "\n  ".join(faults)
    return page


def _parsed(response: HttpResponse, html: str, url: str) -> etree._Element:
    try:  # an address that leads nowhere has no view
        view = str(getattr(getattr(response, "resolver_match", None), "view_name", "") or "")
    except Resolver404:
        view = ""
    return parsed(html, url, kind=(view, response.status_code) if view else None)


# What is examined: each check yields the faults it finds


def _policy(page: Page) -> Iterator[str]:
    if (found := page.response.headers.get("Content-Security-Policy")) != POLICY:
        yield f"content policy is {found!r}"


def _named(page: Page) -> Iterator[str]:
    if page.tree.get("lang") != "vi":
        yield f"lang is {page.tree.get('lang')!r}"
    headings = [words(one) for one in page.tree.iter("h1")]
    titles = [words(one) for one in page.tree.iter("title") if one.getparent().tag == "head"]
    if len(headings) != 1 or not headings[0]:
        yield f"h1: {headings}"
    elif len(titles) != 1 or not titles[0].startswith(headings[0]):
        yield f"title {titles} does not begin with h1 {headings[0]!r}"


def _unique_ids(page: Page) -> Iterator[str]:
    seen: set[str] = set()
    for one in page.tree.xpath("//@id"):
        if one in seen or not one or re.search(r"\s", one):
            yield f"id {str(one)!r} stands twice, is empty or holds a space"
        seen.add(one)


def _references(page: Page) -> Iterator[str]:
    ids = set(page.tree.xpath("//@id"))
    for name in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"):
        for one in page.tree.xpath(f"//@{name}"):
            yield from (f'{name}="{one}" names no id' for ref in one.split() if ref not in ids)


def _labels(page: Page) -> Iterator[str]:
    labelled = {one.get("for") for one in page.tree.iter("label") if words(one)}
    for one in page.tree.iter("input", "select", "textarea"):
        if one.tag == "input" and one.get("type", "text") in UNLABELLED:
            continue
        wrapped = any(words(up) for up in one.iterancestors("label"))
        if not (wrapped or one.get("aria-label") or one.get("aria-labelledby") or one.get("id") in labelled):
            yield f"no label: {etree.tostring(one, encoding='unicode', with_tail=False)[:140]}"


def _spoken(page: Page) -> Iterator[str]:
    for one in page.tree.iter("a", "button", "summary"):
        named = (
            words(one)
            or one.get("aria-label")
            or one.get("aria-labelledby")
            or one.xpath(".//*[@aria-label]")
        )
        if not named:
            yield f"says nothing: {etree.tostring(one, encoding='unicode', with_tail=False)[:140]}"
    yield from (f"no alt: {one.get('src')}" for one in page.tree.iter("img") if one.get("alt") is None)


def _no_inline(page: Page) -> Iterator[str]:
    for one in page.tree.iter(etree.Element):
        for name in one.attrib:
            if name == "style" or name.startswith("on"):
                yield f"inline {name} on <{one.tag}>"
    yield from ("inline <style>" for _ in page.tree.iter("style"))
    for one in page.tree.iter("script"):
        if not one.get("src") and one.get("type") != "application/json":
            yield "inline <script>"


def _fragments(page: Page) -> Iterator[str]:
    ids = set(page.tree.xpath("//@id"))
    path = urlsplit(page.url).path
    for one in page.tree.xpath("//a/@href"):
        to = urlsplit(one)
        here = not to.scheme and not to.netloc and (not to.path or to.path == path) and not to.query
        if here and to.fragment and to.fragment not in ids:
            yield f"link {one} leads to no id"
        if one in ("", "#") or to.scheme == "javascript":
            yield f"link {str(one)!r} leads nowhere"


def _icons(page: Page) -> Iterator[str]:
    for one in page.tree.iter("{*}use", "use"):
        href = one.get("href") or one.get("{http://www.w3.org/1999/xlink}href") or ""
        file, _, name = href.partition("#")
        if "icons" in file and name not in _icon_names():
            yield f"no icon {name!r}"


@cache
def _icon_names() -> frozenset[str]:
    return frozenset(re.findall(r'\bid="([^"]+)"', ICONS.read_text(encoding="utf-8")))


CHECKS = (_policy, _named, _unique_ids, _references, _labels, _spoken, _no_inline, _fragments, _icons)
