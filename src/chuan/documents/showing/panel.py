"""What stands on the right of the review page: questions, fields, targets, remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from chuan.documents import asking, cells, lines, target_cells
from chuan.documents.citing import citation
from chuan.documents.models import Question
from chuan.documents.showing.marks import Mark
from chuan.documents.showing.pictures import Cutting
from chuan.documents.standing import data_of
from chuan.rules.decision_text.types import DecisionReading, Line
from chuan.rules.targets.types import Target

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cell:
    """One field. ``theirs`` is what a colleague saved meanwhile; ``by_person``: not the machine's."""

    name: str
    label: str
    text: str
    error: str = ""
    theirs: str | None = None
    by_person: bool = False
    options: Options = ()
    hint: str = ""
    lines: bool = False

    @property
    def short(self) -> str:
        """The label without the line it belongs to."""
        return self.label.partition(",")[0]

    @property
    def theirs_told(self) -> str:
        """What a colleague saved, in words."""
        return dict(self.options).get(self.theirs or "", self.theirs or "")

    @property
    def told(self) -> str:
        """The option's words of a choice, else the text."""
        return dict(self.options).get(self.text, self.text)


@dataclass(frozen=True)
class Row:
    """A value or group of values with the number of its mark (0 when it stands nowhere on the paper)."""

    key: str
    number: int
    label: str
    cells: Mapping[str, Cell]

    @property
    def more(self) -> list[Cell]:
        """The cells of a target that stand behind its summary."""
        return [self.cells[part] for part in self.cells if part not in ("op", "value", "unit")]

    @property
    def parts(self) -> list[Cell]:
        """The cells of a cited act, in order."""
        return list(self.cells.values())

    @property
    def place(self) -> str:
        """The target's line and place: "1.4-0"."""
        return self.key.removeprefix("t-")

    @property
    def told(self) -> str:
        """A cited act in one line."""
        does = self.cells["does"].told.capitalize() + ": " if "does" in self.cells else ""
        return does + citation(*(self.cells[part].text for part in cells.ACT))

    @property
    def wrong(self) -> list[Cell]:
        """Cells with an error or a colleague's text."""
        return [one for one in self.cells.values() if one.error or one.theirs is not None]

    @property
    def opened(self) -> bool:
        """Whether the cells behind the summary must be seen."""
        return any(one in self.wrong for one in self.more)


@dataclass(frozen=True)
class LinePart:
    """A line of the objectives with its targets."""

    ordinal: str
    text: str
    anchor: str
    rows: Sequence[Row]
    places: Sequence[lines.Place]
    joins: bool
    top: bool

    @property
    def alone(self) -> bool:
        """Whether the line is one target and its words need no row of their own."""
        return len(self.rows) == 1 and not self.top


@dataclass(frozen=True)
class ObjectivePart:
    """An objective: its own line, then the lines below it."""

    ordinal: str
    text: str
    lines: Sequence[LinePart]

    @property
    def count(self) -> int:
        """How many targets."""
        return sum(len(line.rows) for line in self.lines)


@dataclass(frozen=True)
class Asked:
    """A question with its choices and boxes."""

    key: str
    number: int
    question: Question
    quote: str
    choices: Sequence[tuple[str, Any]]
    chosen: str
    boxes: Sequence[Cell]
    answer: str
    touched: bool = False
    error: str = ""
    cutting: Cutting | None = None

    @property
    def short_boxes(self) -> list[Cell]:
        """Boxes of one line, side by side."""
        return [box for box in self.boxes if not box.lines]

    @property
    def long_boxes(self) -> list[Cell]:
        """Boxes of many lines, behind a summary."""
        return [box for box in self.boxes if box.lines]


@dataclass(frozen=True)
class Panel:
    """The whole right side."""

    fields: Sequence[Row]
    bases: Sequence[Row]
    changes: Sequence[Row]
    recipients: Sequence[Row]
    objectives: Sequence[ObjectivePart]
    asked: Sequence[Asked]
    remarks: Sequence[tuple[str, str, str]]

    @property
    def rows(self) -> Iterator[Row]:
        """Every row of every part, as they stand on the page."""
        for objective in self.objectives:
            for line in objective.lines:
                yield from line.rows
        for part in (self.fields, self.bases, self.changes, self.recipients):
            yield from part

    @property
    def found(self) -> int:
        """How many fields of the document were read."""
        return sum(bool(row.cells["text"].text) for row in self.fields)

    @property
    def targets(self) -> int:
        """How many targets there are."""
        return sum(part.count for part in self.objectives)

    @property
    def open(self) -> int:
        """How many questions are not answered."""
        return sum(one.question.answered_at is None for one in self.asked)


@dataclass(frozen=True)
class Sources:
    """Everything a panel is made from."""

    result: DecisionReading
    proposed: DecisionReading
    text: str
    marks: Sequence[Mark]
    questions: Sequence[Question]
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    theirs: Mapping[str, str] = field(default_factory=dict)
    cuttings: Mapping[str, Cutting] = field(default_factory=dict)


class Builder:
    """Makes the panel; holds what every part of it looks up."""

    def __init__(self, sources: Sources) -> None:
        self.of = sources
        self.now = cells.cells_of(sources.result)
        self.was = _by_span(sources.proposed)
        self.choices = {
            "op": _told(target_cells.OPERATIONS),
            "horizon": _told(target_cells.HORIZONS),
            "direction": _told(target_cells.DIRECTIONS),
        }
        self.numbers = {mark.key: mark.number for mark in sources.marks}

    def panel(self) -> Panel:
        """The right side, whole."""
        result = self.of.result
        return Panel(
            fields=[self._one(f"f-{name}", str(label)) for name, label in cells.FIELDS.items()],
            bases=[self._act(f"b-{i}", one.kind) for i, one in enumerate(result.bases)],
            changes=[self._act(f"c-{i}", one.kind) for i, one in enumerate(result.changes)],
            recipients=[self._one(f"r-{i}", str(i + 1)) for i, _one in enumerate(result.recipients)],
            objectives=list(self._objectives()),
            asked=[self._asked(i, one) for i, one in enumerate(self.of.questions)],
            remarks=[
                (f"n{i}", one.text, self.of.text[one.span.start : one.span.end].strip())
                for i, one in enumerate(result.remarks)
            ],
        )

    def _cell(self, name: str, label: str, **more: Any) -> Cell:
        text = self.of.typed.get(name, self.now.get(name, ""))
        return Cell(name, label, text, self.of.errors.get(name, ""), self.of.theirs.get(name), **more)

    def _one(self, key: str, label: str) -> Row:
        found = cells.field_of(self.of.result, key.removeprefix("f-")) if key.startswith("f-") else None
        by_person = found is not None and found.how == "person"
        return Row(
            key, self.numbers.get(key, 0), label, {"text": self._cell(key, label, by_person=by_person)}
        )

    def _act(self, key: str, kind: str) -> Row:
        parts = {part: self._cell(f"{key}-{part}", str(label)) for part, label in cells.ACT.items()}
        if key.startswith("c-"):
            does = _told(cells.CHANGES)
            parts["does"] = self._cell(f"{key}-does", "Việc làm", options=does)
            parts["part"] = self._cell(f"{key}-part", "Phần nào")
        return Row(key, self.numbers.get(key, 0), kind, parts)

    def _objectives(self) -> Iterator[ObjectivePart]:
        every = self.of.result.objectives
        for top in (line for line in every if not line.parent):
            below = [line for line in every if line is top or line.ordinal.startswith(f"{top.ordinal}.")]
            yield ObjectivePart(top.ordinal, top.text, [self._line(line) for line in below])

    def _line(self, line: Line) -> LinePart:
        siblings = [one.ordinal for one in self.of.result.objectives if one.parent == line.parent]
        rows = [self._target(line, index) for index in range(len(line.targets))]
        return LinePart(
            line.ordinal,
            line.text,
            f"d-{line.ordinal}",
            rows,
            lines.places(line, self.of.text),
            joins=siblings[-1] != line.ordinal,
            top=not line.parent,
        )

    def _target(self, line: Line, index: int) -> Row:
        target = line.targets[index]
        key = f"t-{line.ordinal}-{index}"
        by_person = self.was.get((target.span.start, target.span.end) if target.span else None) != target
        label = name_of(line, index, self.of.text)
        options = self.choices | {"op": _with_own(self.choices["op"], target)}
        parts = {
            part: self._cell(
                f"{key}-{part}",
                f"{words}, {line.ordinal}",
                options=options.get(part, ()),
                by_person=by_person,
            )
            for part, words in target_cells.PARTS.items()
        }
        return Row(key, self.numbers.get(key, 0), label, parts)

    def _asked(self, index: int, question: Question) -> Asked:
        name = f"q-{index}"
        given = data_of(question)
        boxes = [
            Cell(
                f"{name}-{box.name}",
                str(box.label),
                self.of.typed.get(f"{name}-{box.name}", given.get(box.name, "")),
                self.of.errors.get(f"{name}-{box.name}", ""),
                hint=str(box.hint),
                lines=box.lines,
            )
            for box in asking.boxes(question, self.of.result)
        ]
        return Asked(
            name,
            self.numbers.get(name, 0),
            question,
            lines.cleaned(self.of.text[question.span_start : question.span_end]),
            asking.choices(question),
            self.of.typed.get(name, question.answer),
            boxes,
            asking.words_of(question),
            any(one == name or one.startswith(f"{name}-") for one in self.of.typed),
            self.of.errors.get(name, ""),
            self.of.cuttings.get(question.key),
        )


def name_of(line: Line, index: int, text: str) -> str:
    """What a target is about: the words it counts, else those around it up to the marks that part clauses."""
    target = line.targets[index]
    if target.scope:
        return target.scope[0].upper() + target.scope[1:]
    if (
        target.span is None
        or len(line.targets) == 1
        or not line.span.start <= target.span.start < line.span.end
    ):
        return line.text
    start = max((text.rfind(mark, line.span.start, target.span.start) + 1 for mark in ";\n"), default=0)
    start = max(start, line.span.start)
    ends = [at for at in (text.find(mark, target.span.end, line.span.end) for mark in ";\n") if at >= 0]
    return lines.cleaned(text[start : min(ends, default=line.span.end)])


def _with_own(offered: Options, target: Target) -> Options:
    """The operations offered, with the target's own where the list lacks it."""
    own = target_cells.operation_of(target)
    known = {value for value, _words in offered}
    return offered if own in known else ((own, str(target_cells.operation_words(own))), *offered)


def _told(options: Mapping[Any, Any]) -> Options:
    return tuple((str(value), str(words)) for value, words in options.items())


def _by_span(reading: DecisionReading) -> dict[Any, Any]:
    return {
        (target.span.start, target.span.end) if target.span else None: target
        for line in reading.objectives
        for target in line.targets
    }
