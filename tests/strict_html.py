"""HTML as strictly as HTML5 has it, once for every kind of page; after that quickly, for tags that do not match.

The strict parser is pure Python and takes most of a page's test. What makes a page of one view invalid (a
``div`` in a ``p``, a doubled attribute, a row outside its table) is nearly always in its template, so each view
meets it once with each status in a run; every other answer is read by libxml2, which still names every tag
that is closed wrongly or not at all.
"""

from __future__ import annotations

import html5lib
from lxml import etree, html

_met: set[tuple[str, int]] = set()
"""Views with statuses that this process has read strictly."""


def parsed(text: str, url: str, *, kind: tuple[str, int] | None) -> etree._Element:
    """The page's tree. ``kind`` is its view and status; None is read strictly every time.

    Raises AssertionError naming each fault with its line.
    """
    if kind is None or kind not in _met:
        _refuse(strict_faults(text), text, url)
        if kind is not None:
            _met.add(kind)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    tree = html.document_fromstring(text.encode(), parser=parser)
    mismatched = [
        (one.line, one.message) for one in parser.error_log if one.type_name == "ERR_TAG_NAME_MISMATCH"
    ]
    _refuse(mismatched, text, url)
    return tree


def strict_faults(text: str) -> list[tuple[int, str]]:
    """What HTML5 does not allow, by line; empty when all is well."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    parser.parse(text)
    return [(line, f"{code} {facts or ''}".strip()) for (line, _), code, facts in parser.errors]


def _refuse(faults: list[tuple[int, str]], text: str, url: str) -> None:
    lines = text.splitlines() or [""]
    said = [
        f"{url}:{line}: {fault} {lines[min(line, len(lines)) - 1].strip()[:160]}" for line, fault in faults
    ]
    assert not said, "not strict HTML:\n  " + "\n  ".join(said)
