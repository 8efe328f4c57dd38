"""A reading as named cells of text, as a form shows them, and back. Pure: no database.

f-number, f-signer.name …      fields of the document
b-0-number                     the first legal basis
c-0-part                       the first change (supersedes, amends, …)
r-0                            the first recipient line
t-1.4-0-value                  the first target of line 1.4
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from django.utils.translation import gettext_lazy as _

from chuan.documents import target_cells
from chuan.rules.decision_text.types import Change, CitedAct, DecisionReading, Found, Line
from chuan.rules.refusals import Refused, TextTooLongForField
from chuan.rules.types import Span
from chuan.rules.vietnamese import read_date
from chuan.ui.formatters import day

FIELDS = {
    "number": _("Số"),
    "symbol": _("Ký hiệu"),
    "type": _("Loại văn bản"),
    "issuer": _("Cơ quan ban hành"),
    "place": _("Nơi ban hành"),
    "date": _("Ngày ban hành"),
    "subject": _("Trích yếu"),
    "proposer": _("Người đề nghị"),
    "effect": _("Hiệu lực"),
    "executors": _("Trách nhiệm thi hành"),
    "signer.authority": _("Thẩm quyền ký"),
    "signer.position": _("Chức vụ người ký"),
    "signer.name": _("Người ký"),
}
ACT = {
    "kind": _("Loại"),
    "number": _("Số, ký hiệu"),
    "on": _("Ngày"),
    "issuer": _("Cơ quan"),
    "title": _("Về việc"),
}
CHANGES = {
    "supersedes": _("thay thế"),
    "amends": _("sửa đổi, bổ sung"),
    "repeals": _("bãi bỏ"),
    "annuls": _("hủy bỏ"),
    "corrects": _("đính chính"),
}
LIMITS = {
    "number": 30,
    "symbol": 40,
    "type": 10,
    "issuer": 200,
    "place": 120,
    "signer.authority": 160,
    "signer.position": 120,
    "signer.name": 120,
}
LONGEST = 2000
T = TypeVar("T")


def cells_of(reading: DecisionReading) -> dict[str, str]:
    """Every editable value by name, as text a person may edit."""
    return dict(_cells(reading))


def _cells(reading: DecisionReading) -> Iterator[tuple[str, str]]:
    for name in FIELDS:
        found = field_of(reading, name)
        yield f"f-{name}", written(found.value) if found else ""
    for index, basis in enumerate(reading.bases):
        yield from _act_cells(f"b-{index}", basis)
    for index, change in enumerate(reading.changes):
        yield f"c-{index}-does", change.kind
        yield f"c-{index}-part", change.part
        yield from _act_cells(f"c-{index}", change.act)
    for index, line in enumerate(reading.recipients):
        yield f"r-{index}", line.value
    yield from _target_cells(reading)


def _target_cells(reading: DecisionReading) -> Iterator[tuple[str, str]]:
    for line in reading.objectives:
        for index, target in enumerate(line.targets):
            for part, text in target_cells.texts_of(target).items():
                yield f"t-{line.ordinal}-{index}-{part}", text


def _act_cells(prefix: str, act: CitedAct) -> Iterator[tuple[str, str]]:
    for part in ACT:
        yield f"{prefix}-{part}", written(getattr(act, part))


def written(value: Any) -> str:
    """A value as a person would type it."""
    if isinstance(value, date):
        return day(value)
    return "" if value is None else str(value)


def field_of(reading: DecisionReading, name: str) -> Found[Any] | None:
    """A field of the document by its name; "signer.name" looks inside the signer."""
    outer, _dot, inner = name.partition(".")
    found = getattr(reading, outer)
    value: Found[Any] | None = getattr(found, inner) if inner else found
    return value


def changed(reading: DecisionReading, typed: Mapping[str, str]) -> tuple[DecisionReading, dict[str, str]]:
    """The reading with the typed cells put in, and the sentence for each cell that could not be read.

    Names that the reading does not have are left aside; ``typed`` holds changed cells only.
    """
    known = cells_of(reading)
    errors: dict[str, str] = {}
    for name in [one for one in typed if one in known and not one.startswith("t-")]:
        try:
            reading = _with_cell(reading, name, " ".join(typed[name].split()))
        except Refused as refused:
            errors[name] = refused.sentence
    lines = tuple(_with_targets(line, typed, errors) for line in reading.objectives)
    return replace(reading, objectives=lines), errors


def _with_cell(reading: DecisionReading, name: str, text: str) -> DecisionReading:
    group, _dash, rest = name.partition("-")
    if group == "f":
        return with_field(reading, rest, text)
    index, _dash, part = rest.partition("-")
    if group == "r":
        return replace(reading, recipients=_put(reading.recipients, int(index), _by_person(text, LONGEST)))
    if group == "b":
        return replace(
            reading, bases=_put(reading.bases, int(index), lambda act: _with_part(act, part, text))
        )
    return replace(
        reading, changes=_put(reading.changes, int(index), lambda one: _with_change(one, part, text))
    )


def with_field(
    reading: DecisionReading, name: str, text: str, *, span: Span | None = None
) -> DecisionReading:
    """The reading with one field of the document set by a person; empty text empties it.

    ``span`` is used when the machine had found no place. Raises DateUnreadable and others.
    """
    old = field_of(reading, name)
    _short_enough(text, LIMITS.get(name, LONGEST))
    value = read_date(text) if name == "date" and text else text
    place = old.span if old else span or Span(0, 0)
    found = Found(value, place, how="person", box=old.box if old else None) if text else None
    outer, _dot, inner = name.partition(".")
    if inner:
        return replace(reading, signer=_put_in(reading.signer, inner, found))
    return _put_in(reading, outer, found)


def _put_in(whole: T, name: str, value: Any) -> T:
    """``dataclasses.replace`` of one field named by a string."""
    parts: dict[str, Any] = {name: value}
    return replace(whole, **parts)  # type: ignore[type-var]


def _by_person(text: str, limit: int) -> Any:
    _short_enough(text, limit)
    return lambda found: replace(found, value=text, how="person")


def _put(items: tuple[Any, ...], index: int, make: Any) -> tuple[Any, ...]:
    return (*items[:index], make(items[index]), *items[index + 1 :])


def _with_part(act: CitedAct, part: str, text: str) -> CitedAct:
    _short_enough(text, LONGEST)
    value = (read_date(text) if text else None) if part == "on" else text
    return _put_in(act, part, value)


def _with_change(change: Change, part: str, text: str) -> Change:
    if part == "does":
        return replace(change, kind=text) if text in CHANGES else change
    if part == "part":
        _short_enough(text, 200)
        return replace(change, part=text)
    return replace(change, act=_with_part(change.act, part, text))


def _short_enough(text: str, limit: int) -> None:
    if len(text) > limit:
        raise TextTooLongForField(characters=len(text), limit=limit)


def _with_targets(line: Line, typed: Mapping[str, str], errors: dict[str, str]) -> Line:
    targets = list(line.targets)
    for index, target in enumerate(targets):
        prefix = f"t-{line.ordinal}-{index}-"
        parts = {name.removeprefix(prefix): text for name, text in typed.items() if name.startswith(prefix)}
        if parts:
            targets[index], wrong = target_cells.with_texts(target, parts)
            errors.update({prefix + part: sentence for part, sentence in wrong.items()})
    return replace(line, targets=tuple(targets))
