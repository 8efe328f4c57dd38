"""Layouts as the page lists them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count

from chuan.intake.layouts import shipped
from chuan.intake.models import Layout
from chuan.intake.showing.words import title_of
from chuan.offers.registers import followed
from chuan.people.viewer import Viewer
from chuan.rules.vietnamese import fold


@dataclass(frozen=True)
class OwnLayout:
    """One confirmed version; ``older`` when a later one stands for the same header."""

    layout: Layout
    register: str
    used: int
    older: bool


@dataclass(frozen=True)
class ShippedLayout:
    """One that comes with Chuẩn."""

    name: str
    register: str
    source: str
    note: str
    columns: int
    fingerprint: str


def own_layouts(viewer: Viewer) -> list[OwnLayout]:
    """The viewer's layouts, the latest confirmed first."""
    seen = Layout.objects.seen_by(viewer).select_related("confirmed_by").annotate(used=Count("imports"))
    rows = list(seen.order_by("-confirmed_at", "-version"))
    latest: dict[tuple[int, str, str], int] = {}
    for row in rows:
        key = (row.unit_id, row.register, row.fingerprint)
        latest[key] = max(row.version, latest.get(key, 0))
    return [
        OwnLayout(
            row,
            title_of(row.register),
            row.used,
            row.version < latest[row.unit_id, row.register, row.fingerprint],
        )
        for row in rows
    ]


def shipped_layouts() -> list[ShippedLayout]:
    """Those that come with Chuẩn, for registers that some room follows."""
    known = {register.key for register in followed()}
    return [
        ShippedLayout(
            one.name, title_of(one.register), one.source, one.note, len(one.columns), one.fingerprint
        )
        for one in shipped()
        if one.register in known
    ]


def file_name(name: str, version: int | None = None) -> str:
    """ "danh-sach-ho-so-lan-2.toml"."""
    plain = "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split()) or "cach-ghep"
    return f"{plain}-lan-{version}.toml" if version else f"{plain}.toml"
