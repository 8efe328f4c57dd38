"""Proposals of change as their page shows them: beside what the catalogue says, with their forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django import forms

from chuan.dossiers.catalogue_reports import running_by_code
from chuan.dossiers.forms_procedures import ReasonForm, TakeForm
from chuan.dossiers.models import Procedure, ProcedureChange


@dataclass(frozen=True)
class ShownChange:
    """One proposal: the procedure it is about where the catalogue holds it, and what runs under it."""

    change: ProcedureChange
    procedure: Procedure | None
    running: int
    take: forms.Form
    dismiss: forms.Form


def shown_changes(
    changes: Iterable[ProcedureChange], *, refused: ProcedureChange | None, typed: Mapping[str, forms.Form]
) -> list[ShownChange]:
    """The proposals with their procedures, in two queries."""
    changes = list(changes)
    codes = [one.code for one in changes if one.code]
    held = Procedure.objects.filter(unit__in={one.unit_id for one in changes}, code__in=codes)
    by_code = {(one.unit_id, one.code): one for one in held}
    running = running_by_code(list(by_code.values()))
    return [
        _shown(
            one, by_code.get((one.unit_id, one.code)), running.get((one.unit_id, one.code), 0), refused, typed
        )
        for one in changes
    ]


def _shown(
    change: ProcedureChange,
    procedure: Procedure | None,
    running: int,
    refused: ProcedureChange | None,
    typed: Mapping[str, forms.Form],
) -> ShownChange:
    mine = refused is not None and change.pk == refused.pk
    given = typed if mine else {}
    return ShownChange(
        change=change,
        procedure=procedure,
        running=running,
        take=given.get("take") or TakeForm(auto_id=f"d{change.pk}-%s"),
        dismiss=given.get("dismiss") or ReasonForm(auto_id=f"b{change.pk}-%s"),
    )
