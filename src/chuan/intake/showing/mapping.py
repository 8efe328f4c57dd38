"""The columns of a file beside the fields of its register, as the form needs them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from chuan.intake.forms.mapping import ColumnSeen, MappingForm, WordSeen
from chuan.intake.models import Import
from chuan.intake.previews import Preview, SeenColumn, preview_of
from chuan.intake.reading import Column, Header, match
from chuan.intake.showing.words import fields_of
from chuan.offers.fields import Field


def form_of(imported: Import, data: Any = None, *, register: str = "") -> MappingForm:
    """The form of a file's columns: what is proposed or known, and words not known yet.

    ``register`` is the one a person chose; by default the one the file was taken for.
    """
    seen = preview_of(imported)
    taken_for = imported.register or seen.register
    key = register if fields_of(register) else taken_for
    fields = fields_of(key)
    layout = imported.layout if key == taken_for else None
    proposed = _known(seen) if key == taken_for else _proposed(seen, fields)
    return MappingForm(
        data,
        register=key,
        columns=[_column(one, proposed) for one in seen.columns],
        fields=fields,
        words=[WordSeen(one.field, one.word, one.count) for one in seen.words if one.field in fields],
        base=seen.mapping,
        name=layout.name if layout else seen.layout,
        source=layout.source if layout else seen.source,
        note=_basis_of(seen) if key == taken_for else "",
    )


def _basis_of(seen: Preview) -> str:
    """Where the proposal comes from: a layout that comes with Chuẩn says how sure its header is."""
    if not seen.note:
        return ""
    return _("Khuôn có sẵn “%(name)s”. %(note)s") % {"name": seen.layout, "note": seen.note}


def _known(seen: Preview) -> dict[str, str]:
    return {one.key: seen.mapping.columns.get(one.key, one.field) for one in seen.columns}


def _proposed(seen: Preview, fields: dict[str, Field]) -> dict[str, str]:
    """Guesses by words, for a register that a person chose instead."""
    columns = tuple(Column(at, tuple(one.text.split(" / ")), one.key) for at, one in enumerate(seen.columns))
    found = match(Header(0, 0, 1, columns, ""), tuple(fields.values()))
    return dict(found.mapping.columns)


def _column(column: SeenColumn, proposed: dict[str, str]) -> ColumnSeen:
    return ColumnSeen(column.key, column.text, column.samples, proposed.get(column.key, ""), column.content)
