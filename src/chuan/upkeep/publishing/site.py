"""The pages of a unit as files: name to bytes. The same unit, data and day give the same bytes."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from chuan.offers import publishing
from chuan.offers.publishing import Asked, Page
from chuan.people.models import Unit
from chuan.upkeep.publishing.contact import contact_of

STYLE = "cong-khai.css"
LIST = "ban-cong-khai.json"
"""Names every file with its digest: by it a folder is known to be ours."""
FORMAT = "chuan-public-pages/1"


@dataclass(frozen=True, slots=True)
class Site:
    """What is published. ``files`` holds the list too; ``digest`` is that of the list, and so of everything."""

    unit: Unit
    on: date
    files: dict[str, bytes]
    pages: tuple[Page, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of the list."""
        return hashlib.sha256(self.files[LIST]).hexdigest()


def build(unit: Unit, *, on: date) -> Site:
    """Make every page, in Vietnamese, for the day. It reads much: call it outside any transaction."""
    with translation.override("vi"):
        pages = tuple(publishing.pages(Asked(unit=unit, on=on)))
        context = {"unit": unit, "on": on, "contact": contact_of(unit, on)}
        found = {f"{one.slug}.html": _drawn(one, pages, context) for one in pages}
        found["index.html"] = _first(pages, context)
    found[STYLE] = (files("chuan.upkeep.publishing") / STYLE).read_bytes()
    return Site(unit, on, {**dict(sorted(found.items())), LIST: _list(unit, on, found)}, pages)


def _drawn(page: Page, pages: tuple[Page, ...], context: dict[str, Any]) -> bytes:
    above = next((one for one in pages if one.slug == page.above), None)
    home = Page("index", "", "", format_html("{}", ""))
    told = context | {"title": page.title, "body": page.body, "above": above or home}
    return _page(told)


def _first(pages: tuple[Page, ...], context: dict[str, Any]) -> bytes:
    shown = [one for one in pages if not one.above]
    body = render_to_string("upkeep/public/index.html", context | {"pages": shown})
    title = _("Mục tiêu chất lượng và thủ tục của %s") % context["unit"].committee
    return _page(context | {"title": title, "body": body, "above": None})


def _page(context: dict[str, Any]) -> bytes:
    return render_to_string("upkeep/public/page.html", context).encode()


def _list(unit: Unit, on: date, found: dict[str, bytes]) -> bytes:
    told = {
        "format": FORMAT, "unit": str(unit.uid), "unit_name": unit.committee, "made_on": on.isoformat(),
        "files": {name: hashlib.sha256(data).hexdigest() for name, data in found.items()},
    }  # fmt: skip
    return (json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
