"""Which part of a paper is what: head, title, bases, text, foot, annexes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from chuan.rules.decision_text.flat import Flat, flatten
from chuan.rules.decision_text.paragraphs import Paragraph
from chuan.rules.paper_form.foot import Foot, read_foot
from chuan.rules.paper_form.form_rules import FormRules
from chuan.rules.paper_form.head import Head, read_head
from chuan.rules.paper_form.letters_seen import Letters
from chuan.rules.paper_form.pieces import RULE_LINE, Piece, paragraphs_of, pieces_of
from chuan.rules.seen_paper import Sheet
from chuan.rules.types import Span

LETTER = "Công văn"
DECIDING = frozenset({"Quyết định", "Nghị quyết"})
"""Types whose text stands in articles after a line of decision."""
UNDATED = frozenset({"Biên bản"})
"""Types without a line of place and date, signed by those who wrote and led."""
_NORMATIVE = re.compile(r"luật\s+ban\s+hành\s+văn\s+bản\s+quy\s+phạm\s+pháp\s+luật")
_YEARED = re.compile(r"\d\s*/\s*(?:19|20)\d\d\s*/")
_BASE = re.compile(r"(?:căn\s+cứ|xét|theo\s+đề\s+nghị|trên\s+cơ\s+sở|thực\s+hiện)(?!\w)")
_DECIDES = re.compile(r"quyết\s+(?:định|nghị)\s*[:.]?$")
_ARTICLE = re.compile(r"điều\s+(\d{1,3}|[ivxlc]{1,6})(?!\w)")
_RUNNING = re.compile(
    r":$|như\s+sau|(?<!\w)(?:ban\s+hành|xây\s+dựng|báo\s+cáo)\s+(?:kế\s+hoạch|kết\s+quả|như)"
)
_ANNEX = re.compile(r"phụ\s+lục(?:\s+(?:số\s+)?[\divxlc]{1,6})?\s*[.:]?$|phụ\s+lục(?!\w)")
_OUTSIDE = re.compile(r"văn\s+bản\s+(?:này\s+chưa\s+cập\s+nhật|liên\s+quan$)")
_ATTACHED = re.compile(
    r"(?:mục\s+tiêu|quy\s+chế|quy\s+định|kế\s+hoạch|danh\s+mục|danh\s+sách|nội\s+quy|chương\s+trình|đề\s+án|"
    r"phương\s+án|quy\s+trình|bảng|biểu)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: its heading line, and its range of the plain text."""

    heading: Piece
    start: int
    end: int
    labelled: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """A paper taken apart. Offsets are of the plain text; ``span`` leads back to the sheet."""

    sheet: Sheet
    flat: Flat
    kind: str
    head: Head
    bases: tuple[Paragraph, ...]
    decides: Piece | None
    body: tuple[Paragraph, ...]
    foot: Foot
    annexes: tuple[Annex, ...]
    annex_paragraphs: tuple[Paragraph, ...]
    normative: bool
    letters: bool = field(default=False)
    """Whether the file tells how its letters look."""

    def span(self, start: int, end: int) -> Span:
        """The range in the sheet's text."""
        return self.flat.span(start, end)

    @property
    def articles(self) -> tuple[tuple[str, Paragraph], ...]:
        """Paragraphs that open an article, with the number as written."""
        return opening_articles(self.body)

    @property
    def text_end(self) -> int:
        """Where the paper itself ends: after its last annex, its foot, or its text."""
        ends = [annex.end for annex in self.annexes] or [self.foot.end or len(self.flat.text)]
        return max(ends)


def read_parts(sheet: Sheet, rules: FormRules, kind: str = "") -> Parts:
    """Take the paper apart; ``kind`` names its type where the paper does not show it."""
    flat = flatten(_without_margins(sheet))
    paragraphs = paragraphs_of(flat, wrapped=sheet.wrapped)
    head = _with_own_subject(read_head(flat, rules), flat, sheet)
    foot = read_foot(flat, head.body_at)
    stop = foot.start if foot.found else len(flat.text)
    inside = [p for p in paragraphs if head.body_at <= p.start < stop and not RULE_LINE.match(p.text)]
    known = kind or head.kind
    bases, rest, decides = _bases(flat, inside, known)
    if not foot.found:
        rest = _without_trailer(rest)
    annexes = tuple(_annexes(flat, foot))
    return Parts(
        sheet=sheet,
        flat=flat,
        kind=known,
        head=head,
        bases=tuple(bases),
        decides=decides,
        body=tuple(rest),
        foot=foot,
        annexes=annexes,
        annex_paragraphs=tuple(p for p in paragraphs if any(a.start <= p.start < a.end for a in annexes)),
        normative=_is_normative(flat, head, stop),
        letters=bool(sheet.stretches),
    )


def _with_own_subject(head: Head, flat: Flat, sheet: Sheet) -> Head:
    """The head with the text taken off its subject, where letters tell them apart: a subject is bold throughout."""
    if not sheet.stretches or len(head.subject) < 2 or head.authority:
        return head
    letters = Letters(sheet)
    bold = [letters.of(flat.span(line.start, line.end)).bold for line in head.subject]
    stop = next((at for at, each in enumerate(bold) if each != bold[0]), len(bold))
    if stop == len(bold):
        return head
    return replace(head, subject=head.subject[:stop], body_at=head.subject[stop - 1].end)


def _without_margins(sheet: Sheet) -> str:
    """The text with what stands in the margins made blank, offsets kept; the lines around it meet."""
    text, kept, done = sheet.text, [], 0
    for row in sheet.rows:
        if row.margin and row.start >= done:
            start = row.start - 1 if row.start > done and text[row.start - 1] == "\n" else row.start
            kept += [text[done:start], " " * (row.end - start)]
            done = row.end
    return "".join([*kept, text[done:]])


def opening_articles(paragraphs: Iterable[Paragraph]) -> tuple[tuple[str, Paragraph], ...]:
    """Paragraphs that open an article, with the number as written."""
    found = ((_ARTICLE.match(paragraph.low), paragraph) for paragraph in paragraphs)
    return tuple((match[1], paragraph) for match, paragraph in found if match and _opens(match, paragraph))


def is_table_row(paragraph: Paragraph) -> bool:
    """Whether the paragraph holds cells side by side."""
    return "|" in paragraph.text


def _opens(match: re.Match[str], paragraph: Paragraph) -> bool:
    """An article opens its paragraph; "Điều 3 Quyết định này …" only cites one."""
    after = paragraph.low[match.end() : match.end() + 12].lstrip()
    first = paragraph.text[match.end() :].lstrip()[:1]
    return after[:1] in (".", ":", "") or (
        first.isupper() and not re.match(r"(?:luật|nghị|quyết|thông|của)", after)
    )


def _bases(
    flat: Flat, inside: list[Paragraph], kind: str
) -> tuple[list[Paragraph], list[Paragraph], Piece | None]:
    """The bases, what follows them, and the line "QUYẾT ĐỊNH:"."""
    first_article = next((i for i, p in enumerate(inside) if _ARTICLE.match(p.low)), len(inside))
    at = next((i for i, p in enumerate(inside[:first_article]) if _DECIDES.match(p.low.strip(" |"))), None)
    line = None
    if at is not None:
        line = next(pieces_of(flat, inside[at].start, inside[at].end), None)
    stop = at if at is not None else (first_article if first_article < len(inside) else None)
    if kind in DECIDING and stop is not None:
        bases = [p for p in inside[:stop] if _BASE.match(p.low)]
        return bases, inside[stop + 1 if at is not None else stop :], line
    run = []
    for paragraph in inside:
        if not paragraph.low.startswith("căn cứ") or _RUNNING.search(paragraph.low):
            break
        run.append(paragraph)
    run = run if len(run) > 1 else []
    return run, inside[len(run) :], line


def _without_trailer(paragraphs: list[Paragraph]) -> list[Paragraph]:
    stop = next((i for i, p in enumerate(paragraphs) if _OUTSIDE.match(p.low)), len(paragraphs))
    return paragraphs[:stop]


def _annexes(flat: Flat, foot: Foot) -> list[Annex]:
    if not foot.found:
        return []
    after = list(pieces_of(flat, foot.end))
    stop = next((one.start for one in after if _OUTSIDE.match(one.low)), len(flat.text))
    after = [one for one in after if one.start < stop]
    heads = [one for one in after if _is_label(flat, one)]
    if not heads:
        first = next((one for one in after[:3] if one.upper and _ATTACHED.match(one.low)), None)
        heads = [first] if first else []
    if not heads:
        return []
    ends = [one.start for one in heads[1:]] + [stop]
    return [
        Annex(one, one.start, end, one.low.startswith("phụ")) for one, end in zip(heads, ends, strict=True)
    ]


def _is_label(flat: Flat, one: Piece) -> bool:
    """A line "Phụ lục …" that stands as a title: short, or in capitals, and not inside a table row."""
    found = _ANNEX.match(one.low)
    if found is None or not (one.upper or found.end() == len(one.low)):
        return False
    line = flat.text.rfind("\n", 0, one.start) + 1
    end = flat.text.find("\n", one.end)
    return "|" not in flat.text[line : end if end >= 0 else None].strip(" |")


def _is_normative(flat: Flat, head: Head, stop: int) -> bool:
    """A legal normative document, which the decree does not govern: it is based on the law for those."""
    return bool(head.number and _YEARED.search(head.number.low) and _NORMATIVE.search(flat.low, 0, stop))
