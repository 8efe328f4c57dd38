"""The Excel form coming back: looked at first, then recorded whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.exchange.sheets import Cell, Sheet, cell_name, read_sheet
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.objectives import sheet_form as form
from chuan.objectives.actions import Evidence, Given, Typed, correct_figure, record_figure
from chuan.objectives.figures import Figure, checked
from chuan.objectives.models import Measurement, Plan
from chuan.objectives.refusals import BetterFigureStands, SheetNotOurs
from chuan.objectives.sheet_form import Slot, figures_form
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold, parse_number
from chuan.trail.actions import act

__all__ = ["CellError", "Kind", "SheetPreview", "SheetRow", "figures_form", "preview_sheet", "record_sheet"]

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YES = {"co", "da co", "dat", "x", "1", "true"}
_NO = {"chua", "chua co", "khong", "khong dat", "0", "false"}


class Kind(StrEnum):
    """What recording a row would do."""

    NEW = "new"
    CORRECT = "correct"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class CellError:
    """One cell that cannot be taken: its address and a sentence that says how to write it."""

    cell: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.cell}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One filled row of the form, understood."""

    slot: Slot
    given: Given
    figure: Figure
    kind: Kind
    reason: str
    number: int
    """The row's number in Excel."""


@dataclass(frozen=True, slots=True)
class SheetPreview:
    """What a form would record. With errors nothing is recorded at all."""

    rows: tuple[SheetRow, ...]
    errors: tuple[CellError, ...]

    @property
    def new(self) -> tuple[SheetRow, ...]:
        """Figures of periods that have none yet."""
        return tuple(row for row in self.rows if row.kind is Kind.NEW)

    @property
    def to_correct(self) -> tuple[SheetRow, ...]:
        """Figures that would be put beside standing ones."""
        return tuple(row for row in self.rows if row.kind is Kind.CORRECT)

    @property
    def unchanged(self) -> tuple[SheetRow, ...]:
        """Figures that say what stands already."""
        return tuple(row for row in self.rows if row.kind is Kind.UNCHANGED)


def preview_sheet(
    data: bytes, plan: Plan, by: Viewer, on: date, *, name: str = "bieu-mau.xlsx"
) -> SheetPreview:
    """Read a filled form, recording nothing. Raises ``SheetNotOurs`` and what files are refused for."""
    sheet, top, columns = _form_in(read_sheet(data, name=name))
    known = {slot.key: slot for slot in form.slots(plan, by, on)}
    rows: list[SheetRow] = []
    errors: list[CellError] = []
    seen: set[str] = set()
    for number in range(top + 1, len(sheet.rows)):
        line = _Line(sheet, number, columns)
        if line.is_blank:
            continue
        try:
            rows.append(line.read(known, seen))
        except _CellWrongError as wrong:
            errors.append(CellError(line.address(wrong.column), wrong.sentence))
    return SheetPreview(tuple(rows), tuple(errors))


def record_sheet(
    data: bytes, plan: Plan, *, by: Viewer, at: datetime, name: str = "bieu-mau.xlsx"
) -> SheetPreview:
    """Record a filled form in one act: every row, or none. Raises ``SheetWrong`` naming the cells.

    The file itself is kept and hung on every figure that came from it.
    """
    preview = preview_sheet(data, plan, by, by.on, name=name)
    if preview.errors:
        raise refusals.SheetWrong(cells=tuple((one.cell, one.sentence) for one in preview.errors))
    blob = files.keep(data, media_type=MEDIA_TYPE)
    with act("figures.sheet", Subject("plan", plan.uid), by=by, unit_uid=plan.owner_unit.uid, at=at) as doing:
        for row in (*preview.new, *preview.to_correct):
            _record(row, blob, name, by=by, at=at)
        doing.detail = {
            "file": name, "digest": blob.digest, "new": len(preview.new),
            "corrected": len(preview.to_correct), "unchanged": len(preview.unchanged),
        }  # fmt: skip
    return preview


def _record(row: SheetRow, blob: Blob, name: str, *, by: Viewer, at: datetime) -> Measurement:
    evidence = Evidence(blob=blob, name=name, note=row.given.evidence.note)
    given = Given(row.given.typed, row.given.grade, evidence, row.given.stage)
    example = row.slot.indicator.unit.example  # the example unit's figures are never taken for real ones
    if row.kind is Kind.CORRECT:
        assert row.slot.standing is not None
        standing = Measurement.objects.select_related("indicator__unit").get(pk=row.slot.standing.pk)
        return correct_figure(standing, given, reason=row.reason, by=by, at=at, illustrative=example)
    return record_figure(row.slot.indicator, row.slot.period, given, by=by, at=at, illustrative=example)


def _form_in(sheets: Sequence[Sheet]) -> tuple[Sheet, int, list[int]]:
    """The sheet with our head, the row of that head, and where each column stands."""
    wanted = [fold(text) for text in form.headers()]
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:20]):
            heads = [fold(cell.text) for cell in row]
            if all(head in heads for head in wanted):
                return sheet, number, [heads.index(head) for head in wanted]
    raise SheetNotOurs()


class _CellWrongError(Exception):
    """A cell that cannot be taken; caught for each row."""

    def __init__(self, column: int, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.sentence = column, sentence


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the sheet while it is read."""

    sheet: Sheet
    number: int
    columns: list[int]

    @property
    def is_blank(self) -> bool:
        """Whether nobody put a figure in."""
        return self._cell(form.RESULT).is_blank and self._cell(form.WHOLE).is_blank

    def address(self, column: int) -> str:
        """The cell as a person sees it: "E7"."""
        return cell_name(self.number, self.columns[column])

    def read(self, known: dict[str, Slot], seen: set[str]) -> SheetRow:
        """The row understood; raises ``_CellWrongError`` with the cell."""
        slot = self._slot(known, seen)
        stage, grade = self._stage(), self._grade()
        note, reason = self._text(form.EVIDENCE), self._text(form.REASON)
        typed = self._typed(slot)
        figure = _checked(slot, typed)
        given = Given(typed, grade, Evidence(note=note), stage)
        kind = self._kind(slot, figure, given)
        if kind is not Kind.UNCHANGED and not note:
            raise _CellWrongError(form.EVIDENCE, refusals.EvidenceMissing().sentence)
        if kind is Kind.CORRECT and not reason:
            raise _CellWrongError(form.REASON, refusals.ReasonMissing(act="sửa số liệu đã có").sentence)
        if kind is Kind.CORRECT and slot.standing is not None and slot.standing.grade < grade:
            worse = BetterFigureStands(period=slot.period, standing=slot.standing.grade, offered=grade)
            raise _CellWrongError(form.GRADE, worse.sentence)
        return SheetRow(slot, given, figure, kind, reason, self.number + 1)

    def _slot(self, known: dict[str, Slot], seen: set[str]) -> Slot:
        key = self._text(form.KEY)
        slot = known.get(key)
        if slot is None:
            raise _CellWrongError(
                form.KEY, _("Dòng này không thuộc phần việc được giao. Tải lại biểu mới rồi điền vào đó.")
            )
        if key in seen:
            raise _CellWrongError(
                form.KEY, _("Kỳ này của chỉ tiêu đã có ở một dòng phía trên. Giữ lại một dòng.")
            )
        seen.add(key)
        return slot

    def _typed(self, slot: Slot) -> Typed:
        if slot.indicator.shape == "yes_no":
            return Typed(yes_no=self._yes_no())
        result, whole = self._number(form.RESULT), self._number(form.WHOLE)
        if slot.indicator.shape in ("share", "k_of_n") and whole is not None:
            return Typed(numerator=result, denominator=whole)
        if whole is not None:
            raise _CellWrongError(form.WHOLE, _("Chỉ tiêu này không có tổng số. Để trống ô này."))
        return Typed(value=result)

    def _kind(self, slot: Slot, figure: Figure, given: Given) -> Kind:
        stands = slot.standing
        if stands is None:
            return Kind.NEW
        same = (*stands.exact, stands.stage) == (figure.numerator, figure.denominator, given.stage)
        return Kind.UNCHANGED if same else Kind.CORRECT

    def _yes_no(self) -> bool:
        said = fold(self._cell(form.RESULT).text)
        if said in _YES:
            return True
        if said in _NO:
            return False
        raise _CellWrongError(form.RESULT, _("Ghi “có” hoặc “chưa”."))

    def _number(self, column: int) -> Fraction | None:
        cell = self._cell(column)
        if cell.is_blank:
            return None
        if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
            return Fraction(cell.value)
        if isinstance(cell.value, str):
            return _parsed(column, cell.value)
        raise _CellWrongError(
            column, _("Excel đã đổi ô này thành ngày hoặc giờ. Đặt kiểu ô là Số rồi gõ lại con số.")
        )

    def _stage(self) -> str:
        said = self._text(form.STAGE) or "chính thức"
        found = next((value for name, value in form.STAGES.items() if fold(name) == fold(said)), None)
        if found is None:
            raise _CellWrongError(form.STAGE, _("Ghi “chính thức” hoặc “ước”."))
        return found

    def _grade(self) -> str:
        said = (self._text(form.GRADE) or "D").upper()
        if said not in ("C", "D"):
            raise _CellWrongError(
                form.GRADE, _("Ghi C khi lấy từ biểu tổng hợp, D khi lấy từ báo cáo có văn bản.")
            )
        return said

    def _text(self, column: int) -> str:
        return " ".join(self._cell(column).text.split())

    def _cell(self, column: int) -> Cell:
        return self.sheet.cell(self.number, self.columns[column])


def _checked(slot: Slot, typed: Typed) -> Figure:
    try:
        return checked(slot.indicator, typed)
    except refusals.DenominatorMissing as refused:
        raise _CellWrongError(form.WHOLE, refused.sentence) from None
    except Refused as refused:
        raise _CellWrongError(form.RESULT, refused.sentence) from None


def _parsed(column: int, text: str) -> Fraction:
    negative = text.strip().startswith(("-", "−"))
    try:
        value = parse_number(text.strip().lstrip("-−+ ").rstrip(" %"))
    except Refused:
        raise _CellWrongError(column, refusals.NumberUnreadable(typed=text.strip()[:40]).sentence) from None
    return -value if negative else value
