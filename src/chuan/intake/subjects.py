"""How other rooms and the trail name an import, a layout and a system of record."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from chuan.intake.models import Import, Layout, RecordSystem
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer

Found = Mapping[uuid.UUID, Described]

_WAITING = (Import.Status.UNMAPPED, Import.Status.PREVIEWED)


def imports(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Imports of the viewer's units, by file name."""
    rows = Import.objects.seen_by(viewer).filter(uid__in=list(uids)).defer("preview")
    return {one.uid: _import(one) for one in rows}


def layouts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Layouts of the viewer's units."""
    rows = Layout.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("layout", one.uid), _("Cách ghép cột: %s") % one.name, _address("intake:layouts")
        )
        for one in rows
    }


def systems(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Systems of record of the viewer's units."""
    rows = RecordSystem.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("record_system", one.uid),
            _("Nguồn chính: %s") % one.system,
            _address("record_systems:list"),
            note=one.citation,
        )
        for one in rows
    }


def register_all() -> None:
    """Offer the kinds of this room."""
    register("import", imports)
    register("layout", layouts)
    register("record_system", systems)


def _import(one: Import) -> Described:
    waits = one.status in _WAITING
    return Described(
        subject=Subject("import", one.uid),
        label=_("Tệp nhập: %s") % one.file_name,
        address=_address("intake:import", one.uid),
        note=str(one.get_status_display()),
        verb=_("Làm tiếp") if waits else _("Xem"),
        icon="upload",
        settled=not waits,
    )


def _address(name: str, *arguments: object) -> str:
    """The page's address; "" while there is no such page."""
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
