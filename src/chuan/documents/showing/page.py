"""The review page of one reading, put together for the template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from chuan.documents import cells, layout
from chuan.documents.draft import Draft, sealed, shown_on
from chuan.documents.models import Document, Question, Reading
from chuan.documents.permissions import may_confirm, may_read_in
from chuan.documents.showing.drawing import drawn
from chuan.documents.showing.marks import Mark, marks_of, scopes_of
from chuan.documents.showing.panel import Builder, Cell, Panel, Sources
from chuan.documents.showing.pictures import PagePicture, cuttings_of, pictures_of
from chuan.documents.showing.sheet import Paragraph, heading_before, pages_of, with_head_in_one_line
from chuan.documents.standing import mark_of, proposed_of, result_of
from chuan.exchange.extracted import OldLetters
from chuan.people.viewer import Viewer
from chuan.rules.decision_text.types import DecisionReading

_QUOTED = re.compile(r"[“\"]([^”\"]{3,120})[”\"]")


@dataclass(frozen=True)
class ReviewPage:
    """The two panes and what the viewer may do."""

    reading: Reading
    paper: SafeString
    panel: Panel
    editable: bool
    confirmable: bool
    reopenable: bool
    shown: str
    pictures: Sequence[PagePicture] = ()
    old_letters: OldLetters | None = None

    @property
    def wrong(self) -> list[Cell]:
        """Fields that could not be read, for the list of errors at the head of the page."""
        return [cell for row in self.panel.rows for cell in row.cells.values() if cell.error]

    @property
    def bases_heading(self) -> str:
        """The heading of the legal bases."""
        return _("Căn cứ: %s") % len(self.panel.bases)

    @property
    def changes_heading(self) -> str:
        """The heading of what is done to earlier acts."""
        return _("Làm thay đổi văn bản trước: %s") % len(self.panel.changes)

    @property
    def wrong_recipients(self) -> bool:
        """Whether a recipient line has something to look at."""
        return any(row.wrong for row in self.panel.recipients)

    @property
    def answered(self) -> int:
        """How many questions are answered."""
        return len(self.panel.asked) - self.panel.open


def page_of(
    reading: Reading, viewer: Viewer, *, draft: Draft | None = None, errors: Mapping[str, str] | None = None
) -> ReviewPage:
    """The page; with a refused draft, what was typed stays and a colleague's changes are noted beside it."""
    result, questions = result_of(reading), list(reading.questions.select_related("answered_by"))
    shown = shown_on(result, questions)
    theirs = _theirs(draft, shown) if draft else {}
    marks = marks_of(result, [(one.span_start, one.span_end) for one in questions])
    looks = layout.unpacked(reading.layout)
    pictures = pictures_of(reading.uid, looks, marks)
    sources = Sources(
        result,
        proposed_of(reading),
        reading.text,
        marks,
        questions,
        draft.typed if draft else {},
        errors or {},
        theirs,
        cuttings_of(questions, looks, pictures),
    )
    proposed = reading.status == Reading.Status.PROPOSED and reading.document.owner_unit_id == viewer.unit.pk
    return ReviewPage(
        reading=reading,
        paper=drawn(_sheets(reading, looks, result, marks)),
        panel=Builder(sources).panel(),
        editable=proposed and may_read_in(viewer),
        confirmable=proposed and may_confirm(viewer),
        reopenable=_may_reopen(reading, viewer),
        shown=sealed(mark_of(reading, questions), shown),
        pictures=pictures,
        old_letters=looks.old_letters,
    )


def short_name(document: Document) -> str:
    """What the document issues, as its subject quotes it (“Mục tiêu chất lượng năm 2021”), or its number."""
    quoted = _QUOTED.search(document.subject)
    return quoted[1].strip() if quoted else document.title


def errors_of(draft: Draft, reading: Reading) -> dict[str, str]:
    """The sentence for each typed cell that cannot be read."""
    return cells.changed(result_of(reading), draft.cells())[1]


def open_questions(reading: Reading) -> list[Question]:
    """Questions without an answer."""
    return [one for one in reading.questions.all() if one.answered_at is None]


def _may_reopen(reading: Reading, viewer: Viewer) -> bool:
    own = reading.document.owner_unit_id == viewer.unit.pk
    return own and reading.status == Reading.Status.CONFIRMED and may_read_in(viewer)


def _theirs(draft: Draft, now: Mapping[str, str]) -> dict[str, str]:
    """Fields typed here that a colleague has changed since the page was opened, with the colleague's text."""
    return {
        name: now[name]
        for name, text in draft.typed.items()
        if name in now and now[name] != draft.shown.get(name, "") and now[name] != text
    }


def _sheets(
    reading: Reading, looks: layout.Layout, result: DecisionReading, marks: Sequence[Mark]
) -> Sequence[Sequence[Paragraph]]:
    anchors = [(line.span.start, f"d-{line.ordinal}") for line in result.objectives]
    anchors += [(one.span.start, f"n{index}") for index, one in enumerate(result.remarks)]
    breaks = [heading_before(looks, result.objectives[0].span.start)] if result.objectives else []
    sheets = pages_of(
        reading.text,
        looks,
        marks,
        scopes=list(scopes_of(result, reading.text)),
        anchors=anchors,
        breaks=breaks,
    )
    return with_head_in_one_line(sheets)
