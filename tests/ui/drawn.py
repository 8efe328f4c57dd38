"""Renders a piece of template and reads it with a parser that forgives nothing."""

from __future__ import annotations

from typing import Any

import html5lib
from django.template import Context, Template
from lxml import etree


def html(source: str, **context: Any) -> str:
    """The text of a template's source."""
    return Template(source).render(Context(context))


def draw(source: str, **context: Any) -> etree._Element:
    """The body that a browser makes of it; any fault of the HTML is an error."""
    return parsed(
        "<!doctype html><html lang=vi><head><title>x</title></head><body>"
        + html(source, **context)
        + "</body></html>"
    ).find("body")


def parsed(text: str) -> etree._Element:
    """A whole page as a tree."""
    tree = html5lib.getTreeBuilder("lxml")
    return html5lib.HTMLParser(tree=tree, namespaceHTMLElements=False, strict=True).parse(text).getroot()


def said(element: etree._Element) -> str:
    """The words in it, blanks folded."""
    return " ".join("".join(element.itertext()).split())
