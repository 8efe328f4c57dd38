"""What a page must hold for those who do not see it or use no mouse; what axe would find without a browser.

WCAG 2.2: 1.3.1 structure, 1.3.5 purpose, 2.1.1 and 2.4.3 keyboard, 2.4.1 landmarks, 4.1.2 name, role, value.
Each check yields the faults it finds in a page's tree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lxml import etree

Tree = etree._Element

ROLES = frozenset({
    "alert", "cell", "columnheader", "group", "img", "list", "listitem", "log", "navigation", "note",
    "presentation", "radiogroup", "region", "row", "rowgroup", "rowheader", "search", "status", "table",
})  # fmt: skip
"""Roles of the house; a new one is a decision, as it must behave as it says."""

CURRENT = frozenset({"page", "step", "location", "date", "time", "true", "false"})
PURPOSES = frozenset({
    "on", "off", "name", "username", "current-password", "new-password", "one-time-code", "organization",
    "organization-title", "email", "tel", "street-address", "bday", "url", "webauthn",
})  # fmt: skip
"""Tokens of autocomplete (HTML, 4.10.18.7) that the house may need."""

TRUTHS = ("aria-hidden", "aria-expanded", "aria-invalid", "aria-required", "aria-disabled", "aria-busy")
FOCUSED = "a[@href] or self::button or self::input[not(@type='hidden')] or self::select or self::textarea"


def _headings(tree: Tree) -> Iterator[str]:
    before = 0
    for one in tree.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        level = int(one.tag[1])
        if before and level > before + 1:
            yield f"h{before} is followed by h{level}: {_said(one)}"
        if not _said(one):
            yield f"empty {one.tag}"
        before = level


def _landmarks(tree: Tree) -> Iterator[str]:
    if len(list(tree.iter("main"))) != 1:
        yield "not one main"
    for kind in ("nav", "aside"):
        names = [one.get("aria-label") or one.get("aria-labelledby") for one in tree.iter(kind)]
        if len(names) > 1 and (None in names) and kind == "nav":
            yield f"{len(names)} <{kind}>, one without a name"
        yield from (
            f"two <{kind}> named {n!r}" for n, times in Counter(filter(None, names)).items() if times > 1
        )
    regions = Counter(_name(one, tree) for one in tree.iter("section", "form") if _name(one, tree))
    yield from (f"two regions named {name!r}" for name, times in regions.items() if times > 1)
    for one in tree.find("body"):
        name = one.tag.rpartition("}")[2] if isinstance(one.tag, str) else "script"
        if name not in ("header", "main", "nav", "footer", "a", "svg", "script"):
            yield f"<{name}> stands outside every landmark"


def _name(one: Tree, tree: Tree) -> str:
    """The name of a section or a named form, as a screen reader lists it beside its kind."""
    ids = (one.get("aria-labelledby") or "").split()
    named = " ".join(_said(found) for ref in ids for found in tree.xpath("//*[@id=$ref]", ref=ref))
    said = one.get("aria-label") or named
    return f"{one.tag} {said}" if said else ""


def _tables(tree: Tree) -> Iterator[str]:
    for table in tree.iter("table"):
        heads = list(table.iter("th"))
        if not heads and table.get("role") != "presentation":
            yield f"table without a head: {_said(table)[:60]}"
        for one in heads:
            if one.get("scope") not in ("col", "row", "colgroup", "rowgroup"):
                yield f"th without scope: {_said(one)[:40]!r}"
            if not _said(one) and not one.get("aria-label"):
                yield "empty th: name the column, hidden if need be, or write td"
        if "fold" in (table.get("class") or "").split():
            yield from _folded(table)


def _folded(table: Tree) -> Iterator[str]:
    """A table laid out as blocks on a phone loses its meaning unless its roles are written."""
    wanted = {"thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
    if table.get("role") != "table":
        yield "table.fold without role=table"
    for one in table.iter(*wanted, "th"):
        if one.tag == "th" and one.get("role") not in ("columnheader", "rowheader"):
            yield f"th of table.fold without its role: {_said(one)[:40]!r}"
        if one.tag in wanted and one.get("role") != wanted[one.tag]:
            yield f"{one.tag} of table.fold without role={wanted[one.tag]}: {_said(one)[:40]!r}"


def _roles(tree: Tree) -> Iterator[str]:
    for role in tree.xpath("//@role"):
        if role not in ROLES:
            yield f"role {str(role)!r} is not one of the house"
    for one in tree.xpath("//*[@aria-current]"):
        if one.get("aria-current") not in CURRENT:
            yield f"aria-current={one.get('aria-current')!r}"
    for name in TRUTHS:
        yield from (f"{name}={str(v)!r}" for v in tree.xpath(f"//@{name}") if v not in ("true", "false"))
    for one in tree.xpath(
        "//*[@aria-label or @aria-labelledby][self::span or self::div or self::p or self::b]"
    ):
        if not one.get("role"):
            yield f"<{one.tag}> with aria-label has no role that could carry a name: {one.get('aria-label')!r}"
    for one in tree.xpath(f"//*[@aria-hidden='true']/descendant-or-self::*[self::{FOCUSED}]"):
        yield f"hidden from screen readers, yet takes the focus: <{one.tag}>"


def _keyboard(tree: Tree) -> Iterator[str]:
    for one in tree.xpath("//*[@tabindex]"):
        if one.get("tabindex") not in ("0", "-1"):
            yield f"tabindex={one.get('tabindex')!r} on <{one.tag}>"
    keys = Counter(key.lower() for key in tree.xpath("//@accesskey"))
    yield from (f"accesskey {key!r} stands {n} times" for key, n in keys.items() if n > 1)
    for one in tree.xpath(
        f"//a//*[self::{FOCUSED}] | //button//*[self::{FOCUSED}] | //summary//*[self::{FOCUSED}]"
    ):
        yield f"<{one.tag}> inside another control"
    yield from ("two things ask for the focus" for _ in tree.xpath("//*[@autofocus]")[1:])


def _groups(tree: Tree) -> Iterator[str]:
    for one in tree.iter("fieldset"):
        if not (
            any(_said(legend) for legend in one.iter("legend"))
            or one.get("aria-label")
            or one.get("aria-labelledby")
        ):
            yield "fieldset without a legend"
    radios = [one for one in tree.xpath("//input[@type='radio']") if not _grouped(one)]
    times = Counter(one.get("name") for one in radios)
    yield from (f"{n} radios {name!r} without a named group" for name, n in times.items() if n > 1)
    for one in tree.xpath("//ul/* | //ol/*"):
        if one.tag not in ("li", "script", "template"):
            yield f"<{one.tag}> straight in a list"
    for one in tree.xpath("//dl/*"):
        if one.tag not in ("dt", "dd", "div"):
            yield f"<{one.tag}> straight in a dl"


def _grouped(radio: Tree) -> bool:
    return any(
        up.tag == "fieldset" or up.get("role") in ("radiogroup", "group") for up in radio.iterancestors()
    )


def _purposes(tree: Tree) -> Iterator[str]:
    for one in tree.xpath("//*[@autocomplete]"):
        if strange := set(one.get("autocomplete").split()) - PURPOSES:
            yield f"autocomplete={sorted(strange)}"
    for one in tree.xpath("//input[@type='password'][not(@autocomplete)]"):
        yield f"password {one.get('name')!r} without autocomplete"
    for one in tree.xpath("//meta[@name='viewport']/@content"):
        if re.search(r"user-scalable\s*=\s*no|maximum-scale", one):
            yield f"zoom is forbidden: {str(one)!r}"
    for one in tree.xpath("//a[@target='_blank'][not(contains(@rel, 'noopener'))]"):
        yield f"opens a new tab without rel=noopener: {one.get('href')}"


def _said(element: Tree) -> str:
    return " ".join("".join(element.itertext()).split())


CHECKS: tuple[Callable[[Tree], Iterator[str]], ...] = (
    _headings, _landmarks, _tables, _roles, _keyboard, _groups, _purposes,
)  # fmt: skip


def faults(tree: Tree) -> list[str]:
    """Every fault of a page, in the order of the checks."""
    return [fault for check in CHECKS for fault in check(tree)]
