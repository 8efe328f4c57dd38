"""The lines of the quality objectives: where they stand, how they hang together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from chuan.rules.decision_text.flat import Flat
from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.paragraphs import Mark, Paragraph
from chuan.rules.decision_text.phrases import Patterns, any_of, patterns, read_segments
from chuan.rules.decision_text.promises import LONGEST_LINE, read_targets
from chuan.rules.decision_text.tables import read_table
from chuan.rules.decision_text.types import Line

_QUALITY = re.compile(
    r"^(?:phụ\s+lục[^:\n]{0,20}[:.\s]+)?(?:các\s+)?(?:mục\s+tiêu|"
    r"chỉ\s+tiêu)(?:\s*,?\s*(?:và\s+)?chỉ\s+tiêu)?\s+(?:về\s+)?chất\s+lượng(?!\w)"
)
_ANY = re.compile(
    r"^(?:phụ\s+lục[^:\n]{0,20}[:.\s]+)?(?:các\s+|hệ\s+thống\s+|một\s+số\s+)?(?:mục\s+tiêu|chỉ\s+tiêu)(?!\w)"
)
_ABOUT = re.compile(r"(?:mục\s+tiêu|chỉ\s+tiêu)(?!\w)")
_ABOUT_QUALITY = re.compile(r"(?:mục\s+tiêu|chỉ\s+tiêu)\s+(?:về\s+)?chất\s+lượng")
_STOP = re.compile(
    r"^(?:nơi\s+nhận|(?:tm|kt|tl|tuq)\s?\.\s*[^\W\d_]|phụ\s+lục|quyết\s+định\s*:?$|##\s|"
    r"văn\s+bản\s+(?:liên\s+quan|này\s+chưa))"
)
_ARTICLE = re.compile(r"điều\s+\d{1,3}\s*[.:]?\s*")
_NOTE = re.compile(r"^\(?\s*(?:ban\s+hành\s+)?(?:kèm\s+theo|đính\s+kèm)")
MOST_PARAGRAPHS = 3_000
_SECTION_KINDS = ("roman", "alpha", "plain")


@dataclass(slots=True)
class _Item:
    """A line while the tree is built."""

    start: int
    end: int
    mark: Mark | None
    text: str
    parent: _Item | None = None
    children: list[_Item] = field(default_factory=list)
    ordinal: str = ""


def read_objectives(
    flat: Flat,
    paragraphs: list[Paragraph],
    groups: list[list[Paragraph]],
    subject: str,
    body_at: int,
    ending: tuple[int, int],
    lexicon: Lexicon,
) -> tuple[Line, ...]:
    """The objectives' lines: from the annex that is headed so, else from the article that lists them."""
    for region in _regions(paragraphs, groups, subject, body_at, ending):
        lines = _read_region(flat, region, lexicon)
        if lines:
            return lines
    return ()


def _regions(
    paragraphs: list[Paragraph],
    groups: list[list[Paragraph]],
    subject: str,
    body_at: int,
    ending: tuple[int, int],
) -> list[list[Paragraph]]:
    """Where objectives may stand, likeliest first."""
    after = [p for p in paragraphs if p.start >= ending[1] or (ending[0] >= ending[1] and p.start >= body_at)]
    loose = [p for p in paragraphs if p.start >= body_at]
    said = subject.lower() + " " + " ".join(p.low for group in groups for p in group[:1])
    found = _headed(after, _QUALITY)
    if _ABOUT.search(subject.lower()) or _ABOUT_QUALITY.search(said):
        found += _in_articles(groups) + _headed(after, _ANY) + ([after] if _about_annex(after) else [])
    if not groups:
        found += _headed(loose, _QUALITY)
    return found


def _about_annex(after: list[Paragraph]) -> bool:
    return any(p.mark for p in after[:60])


def _headed(paragraphs: list[Paragraph], heading: re.Pattern[str]) -> list[list[Paragraph]]:
    """What follows each short line that is a heading of objectives."""
    found = []
    for i, paragraph in enumerate(paragraphs):
        words = paragraph.low[paragraph.body_at :].strip(" |")
        if heading.match(words) and _is_heading(paragraph):
            found.append(paragraphs[i + 1 : i + 1 + MOST_PARAGRAPHS])
            if len(found) == 4:
                break
    return found


def _is_heading(paragraph: Paragraph) -> bool:
    words = paragraph.text[paragraph.body_at :].strip(" |")
    return words.isupper() or (len(words) < 140 and not words.endswith((";", ",", ".")) and "%" not in words)


def _in_articles(groups: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """The list under the article that speaks of objectives, or what follows its colon."""
    found = []
    for group in groups:
        if not _ABOUT.search(group[0].low):
            continue
        if any(p.mark for p in group[1:]) or (len(group) > 1 and group[0].low.rstrip().endswith(":")):
            found.append(group[1:])
        tail = _after_colon(group[0])
        if tail:
            found.append([tail])
    return found


def _after_colon(paragraph: Paragraph) -> Paragraph | None:
    colon = paragraph.low.find(":")
    rest = paragraph.text[colon + 1 :]
    if colon < 0 or "%" not in rest:
        return None
    at = colon + 1 + len(rest) - len(rest.lstrip())
    return Paragraph(paragraph.start + at, paragraph.text[at:], paragraph.low[at:], None)


def _read_region(flat: Flat, region: list[Paragraph], lexicon: Lexicon) -> tuple[Line, ...]:
    region = region[:MOST_PARAGRAPHS]
    items = _items(_without_duties(_until_stop(region), lexicon), lexicon)
    roots = _unsectioned(_tree(items))
    _number(roots)
    lines = tuple(_lines(flat, roots, lexicon))
    if region:
        tabled = read_table(flat, region[0].start, _region_end(region), lexicon)
        if sum(len(line.targets) for line in tabled) > sum(_measured(line) for line in lines):
            return tabled
    return lines


def _measured(line: Line) -> int:
    return sum(1 for target in line.targets if target.quantity != "none")


def _region_end(region: list[Paragraph]) -> int:
    kept = _until_stop(region)
    return kept[-1].end if kept else region[0].start


def _until_stop(region: list[Paragraph]) -> list[Paragraph]:
    kept: list[Paragraph] = []
    for paragraph in region:
        if _STOP.match(paragraph.low) or (_ARTICLE.match(paragraph.low) and kept):
            break
        kept.append(paragraph)
    return kept


def _without_duties(region: list[Paragraph], lexicon: Lexicon) -> list[Paragraph]:
    """Leave out sections on how things are carried out."""
    duty = any_of(lexicon.duties)
    kept: list[Paragraph] = []
    skipping = ""
    for paragraph in region:
        kind = paragraph.mark.kind if paragraph.mark else "plain"
        words = paragraph.low[paragraph.body_at :].strip()
        heading = len(words) < 90 and "%" not in words and kind not in ("dash", "plus", "dot")
        if heading and duty.match(words) and (kind != "plain" or _is_heading(paragraph)):
            skipping = kind
        elif skipping and kind == skipping and kind != "plain":
            skipping = ""
        if not skipping:
            kept.append(paragraph)
    return kept


def _items(region: list[Paragraph], lexicon: Lexicon) -> list[_Item]:
    """Marked paragraphs; an unmarked one counts when it holds a figure (or when none is marked)."""
    words = patterns(lexicon)
    marked = sum(1 for p in region if p.mark)
    found: list[_Item] = []
    for paragraph in region:
        if (
            "|" in paragraph.text
            or _NOTE.match(paragraph.low)
            or not re.search(r"[^\W\d_]{2}", paragraph.text)
        ):
            continue
        start = paragraph.start + paragraph.body_at
        item = _Item(start, paragraph.end, paragraph.mark, paragraph.text[paragraph.body_at :])
        if paragraph.mark is None and not _speaks(paragraph, words, marked=bool(marked), opened=bool(found)):
            continue
        found.append(item)
    return found


def _speaks(paragraph: Paragraph, words: Patterns, *, marked: bool, opened: bool) -> bool:
    """Whether an unmarked paragraph is a line of its own: it holds a figure and is neither the
    opening words before the list nor a heading."""
    text, low = paragraph.text[:LONGEST_LINE], paragraph.low[:LONGEST_LINE]
    figures = any(segment.values for segment in read_segments(text, low, words))
    preamble = marked and not opened and low.rstrip().endswith(":")
    if figures and not preamble and not (marked and text.isupper()):
        return True
    return not marked and not _is_heading(paragraph)


def _tree(items: list[_Item]) -> list[_Item]:
    """Each kind of mark seen for the first time opens a level below; one seen before returns to its own."""
    roots: list[_Item] = []
    stack: list[_Item] = []
    for item in items:
        kind = item.mark.kind if item.mark else "plain"
        if kind == "plain" and stack:
            stack = stack[:-1]
        else:
            at = next((i for i, open_ in enumerate(stack) if _kind(open_) == kind), len(stack))
            at = _under_number(stack, item, at)
            stack = stack[:at]
        item.parent = stack[-1] if stack else None
        (item.parent.children if item.parent else roots).append(item)
        stack.append(item)
    return roots


def _under_number(stack: list[_Item], item: _Item, at: int) -> int:
    """ "1.2" hangs under "1." even when bullets stood between."""
    if item.mark is None or not item.mark.kind.startswith("dotted"):
        return at
    above = item.mark.number.rpartition(".")[0]
    return next((i + 1 for i, open_ in enumerate(stack) if open_.mark and open_.mark.number == above), at)


def _kind(item: _Item) -> str:
    return item.mark.kind if item.mark else "plain"


def _unsectioned(roots: list[_Item]) -> list[_Item]:
    """Sections ("I. Mục tiêu chung") are headings, not objectives: their lines come up."""
    if not roots or not any(root.children for root in roots):
        return roots
    sections = [
        r
        for r in roots
        if _kind(r) in _SECTION_KINDS and r.children and not re.search(r"\d\s*%|\d/\d", r.text)
    ]
    if not sections:
        return roots
    found: list[_Item] = []
    for root in roots:
        if root in sections:
            found.extend(root.children)
            for child in root.children:
                child.parent = None
        else:
            found.append(root)
    return _unsectioned(found) if found != roots else found


def _number(roots: list[_Item], above: str = "") -> None:
    """Ordinals: the number written at the top when it is free, else the next one; below, 1.1, 1.2, …"""
    written = [item.mark.number if item.mark else "" for item in roots]
    usable = (
        not above and all(n.isdigit() for n in written) and len(set(map(_as_int, written))) == len(written)
    )
    for i, item in enumerate(roots, 1):
        own = str(int(written[i - 1])) if usable else str(i)
        item.ordinal = f"{above}.{own}" if above else own
        _number(item.children, item.ordinal)


def _as_int(number: str) -> int:
    return int(number) if number.isdigit() else -1


def _lines(flat: Flat, items: list[_Item], lexicon: Lexicon) -> list[Line]:
    found: list[Line] = []
    for item in items:
        targets = read_targets(flat, item.start, item.end, lexicon, heading=bool(item.children))
        text = " ".join(item.text.split()).rstrip(" ;")
        parent = item.parent.ordinal if item.parent else ""
        found.append(Line(item.ordinal, parent, text, flat.span(item.start, item.end), targets))
        found.extend(_lines(flat, item.children, lexicon))
    return found
