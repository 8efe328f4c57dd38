"""What each column of one kind of file is: confirmed by a person once, remembered, given away as a small file."""

from __future__ import annotations

from datetime import datetime

from chuan.intake.actions.looking import look
from chuan.intake.layouts import LayoutFile, dump_layout, layout_of, load_layout, problems_with
from chuan.intake.looking import open_import
from chuan.intake.models import Import, Layout
from chuan.intake.opening import Opened, register_named
from chuan.intake.permissions import require_import, require_own
from chuan.intake.reading import ColumnMap, read_rows
from chuan.intake.refusals import LayoutNameless, LayoutOther, LayoutWrong, RegisterUnknown
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
) -> Layout:
    """Confirm what each column is; then the file is looked at again. A mapping that differs is a new version.

    ``register`` is the key of the followed register, by default the proposed one. The file is read with the
    mapping first: ColumnsMissing and ColumnWrong refuse before anything is kept. Raises also LayoutNameless,
    RegisterUnknown, LayoutWrong.
    """
    require_import(by)
    require_own(by, imported)
    IMPORT.next(imported.status, "preview")
    kept = _register(register or imported.register)
    opened = open_import(imported)
    layout = layout_of(
        opened.header,
        mapping,
        name=_said(name, "tên cách ghép"),
        register=kept.key,
        source=_said(source, "nguồn"),
    )
    _require_usable(layout, opened, kept)
    confirmed = remember(layout, by=by, at=at)
    look(imported, at=at)
    return confirmed


def take_layout(imported: Import, text: str, *, name: str, by: Viewer, at: datetime) -> Layout:
    """Confirm a layout file that another ward gave (``name``: the file's) for this import.

    Raises LayoutUnreadable, LayoutOther when it is for another header, and what ``confirm_layout`` raises.
    """
    given = load_layout(text, name=name)
    opened = open_import(imported)
    if given.fingerprint != opened.header.fingerprint:
        raise LayoutOther(name=given.name)
    return confirm_layout(
        imported, given.mapping, name=given.name, source=given.source, register=given.register, by=by, at=at
    )


def remember(layout: LayoutFile, *, by: Viewer, at: datetime) -> Layout:
    """The newest version when it says the same, else one version more."""
    body = dump_layout(layout)
    held = _newest(by.unit, layout)
    if held is not None and held.body == body:
        return held
    made = Layout(
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
    detail = {"name": made.name, "version": made.version, "columns": dict(layout.mapping.columns)}
    if layout.mapping.purposes:
        detail["purposes"] = dict(layout.mapping.purposes)
    with act("layout.confirm", Subject("layout", made.uid), by=by, unit_uid=by.unit_uid, at=at, **detail):
        made.save()
    return made


def _newest(unit: Unit, layout: LayoutFile) -> Layout | None:
    rows = Layout.objects.filter(unit=unit, register=layout.register, fingerprint=layout.fingerprint)
    return rows.order_by("-version").first()


def _require_usable(layout: LayoutFile, opened: Opened, register: Register) -> None:
    """Refuse what cannot read this very file: better now than after it is remembered."""
    if wrong := problems_with(layout, register):
        raise LayoutWrong(why=" ".join(wrong))
    read_rows(opened.table, opened.header, layout.mapping, register)


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
