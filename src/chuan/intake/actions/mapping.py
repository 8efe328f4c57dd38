"""What each column of one kind of file is: confirmed by a person once, remembered, given away as a small file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from chuan.intake.actions.looking import shown
from chuan.intake.layouts import LayoutFile, dump_layout, layout_of, problems_with
from chuan.intake.letting_go import let_go_of_withheld
from chuan.intake.looking import Clock, look_into, open_import
from chuan.intake.models import Import, Layout
from chuan.intake.opening import register_named, withheld
from chuan.intake.permissions import require_import, require_own, require_see_rows
from chuan.intake.reading import ColumnMap
from chuan.intake.refusals import LayoutNameless, LayoutWrong, RegisterUnknown
from chuan.offers.fields import Register
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import IMPORT
from chuan.trail.actions import act


def confirm_layout(
    imported: Import,
    mapping: ColumnMap,
    *,
    name: str,
    source: str,
    by: Viewer,
    at: datetime,
    register: str = "",
    clock: Clock | None = None,
) -> Layout:
    """Confirm what each column is; the file is looked at with it. A mapping that differs is a new version.

    ``register`` is the key of the followed register, by default the proposed one. The file is read with the
    mapping first: ColumnsMissing and ColumnWrong refuse before anything is kept. ``clock`` reads the moment anew
    after that, as in ``commit``. Raises also LayoutNameless, RegisterUnknown, LayoutWrong, KeptHere, NotAllowed where
    the register says who may see its rows.
    """
    require_import(by)
    require_own(by, imported)
    IMPORT.next(imported.status, "preview")
    kept = _register(register or imported.register)
    require_see_rows(by, kept.key)
    titles = _said(name, "tên cách ghép"), _said(source, "hệ thống nguồn")
    opened = open_import(imported)
    layout = layout_of(opened.header, mapping, name=titles[0], register=kept.key, source=titles[1])
    if wrong := problems_with(layout, kept):
        raise LayoutWrong(why=" ".join(wrong))
    confirmed = _newest_or_next(layout, by=by, at=at)
    opened = withheld(
        replace(
            opened, register=kept, mapping=mapping, layout=confirmed, name=layout.name, source=layout.source
        )
    )
    let_go_of_withheld(imported, opened, at=at)
    looked = look_into(imported, opened)
    moment = clock() if clock else at
    if confirmed.pk is None:
        _keep(confirmed, layout, by=by, at=moment)
    shown(imported, looked, at=moment)
    return confirmed


def remember(layout: LayoutFile, *, by: Viewer, at: datetime) -> Layout:
    """The newest version when it says the same, else one version more."""
    confirmed = _newest_or_next(layout, by=by, at=at)
    if confirmed.pk is None:
        _keep(confirmed, layout, by=by, at=at)
    return confirmed


def _newest_or_next(layout: LayoutFile, *, by: Viewer, at: datetime) -> Layout:
    """The newest version when it says the same, else one version more, not yet kept."""
    body = dump_layout(layout)
    held = _newest(by.unit, layout)
    if held is not None and held.body == body:
        return held
    return Layout(
        unit=by.unit,
        register=layout.register,
        fingerprint=layout.fingerprint,
        version=held.version + 1 if held else 1,
        name=layout.name[:160],
        source=layout.source[:160],
        body=body,
        confirmed_by=by.official,
        confirmed_at=at,
    )


def _keep(made: Layout, layout: LayoutFile, *, by: Viewer, at: datetime) -> None:
    detail = {"name": made.name, "version": made.version, "columns": dict(layout.mapping.columns)}
    if layout.mapping.purposes:
        detail["purposes"] = dict(layout.mapping.purposes)
    with act("layout.confirm", Subject("layout", made.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        made.save()


def _newest(unit: Unit, layout: LayoutFile) -> Layout | None:
    rows = Layout.objects.filter(unit=unit, register=layout.register, fingerprint=layout.fingerprint)
    return rows.order_by("-version").first()


def _register(key: str) -> Register:
    register = register_named(key)
    if register is None:
        raise RegisterUnknown(register=key)
    return register


def _said(text: str, lacks: str) -> str:
    said = " ".join(text.split())[:160]
    if not said:
        raise LayoutNameless(what_lacks=lacks)
    return said
