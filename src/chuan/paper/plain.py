"""A paper as lines of text, in the order in which it is read; capitals and marks as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chuan.law.paper import PaperRules, paper_rules
from chuan.paper import lines
from chuan.paper.laying import Laid, Running, Title, laid
from chuan.paper.papers import Annex, Block, Bullets, Note, Paper, Signer, TableBlock


def text_of(paper: Paper) -> str:
    """The whole paper, one line of text for each line or paragraph of the page."""
    rules = paper_rules(paper.date)
    told = [
        *_head(paper, rules),
        *_text(paper, rules),
        *_end(paper, rules),
        *(line for place, one in enumerate(paper.annexes) for line in _annex(paper, place, one, rules)),
    ]
    return "\n".join(line for line in told if line.strip()) + "\n"


def _head(paper: Paper, rules: PaperRules) -> list[str]:
    return [
        *_heads(paper, rules),
        lines.number_line(paper, rules),
        *([lines.subject_line(paper)] if paper.layout == "letter" else []),
        *([] if paper.layout == "minutes" else [lines.place_line(paper, rules)]),
        paper.urgency.upper(),
        paper.handling.upper(),
        *([] if paper.layout == "letter" else [paper.type_name.upper(), paper.subject]),
    ]


def _heads(paper: Paper, rules: PaperRules) -> list[str]:
    return [
        *(line.upper() for line in (paper.agency_above, *paper.agency)),
        rules.words["national_name"].use.upper(),
        rules.words["national_motto"].use,
    ]


def _text(paper: Paper, rules: PaperRules) -> list[str]:
    return [
        *_addressees(lines.addressed(paper.to)),
        paper.authority.upper(),
        *lines.ended(paper.bases),
        paper.resolves.upper(),
        *_blocks(lines.ending(paper, rules)),
    ]


def _addressees(to: Sequence[str]) -> list[str]:
    if len(to) == 1:
        return [f"Kính gửi: {to[0]}"]
    return ["Kính gửi:", *(f"- {one}" for one in to)] if to else []


def _end(paper: Paper, rules: PaperRules) -> list[str]:
    recipients = lines.ended(paper.recipients)
    return [
        *(["Nơi nhận:"] if recipients else []),
        *(f"- {line}" for line in recipients),
        paper.drafter_mark,
        *(_signer(paper.second_signer) if paper.second_signer else []),
        *_signer(paper.signer),
        *paper.contact,
        paper.footer_note,
    ]


def _signer(signer: Signer) -> list[str]:
    return [*(line.upper() for line in (*signer.authority, signer.position)), signer.name]


def _annex(paper: Paper, place: int, annex: Annex, rules: PaperRules) -> list[str]:
    label = lines.annex_label(paper, place)
    head = (
        [*_heads(paper, rules), label.upper(), annex.title]
        if annex.type_name
        else [label, annex.title.upper()]
    )
    return [*head, lines.annex_reference(paper, rules, annex), *_blocks(annex.blocks)]


def _blocks(blocks: Sequence[Block]) -> Iterable[str]:
    for block in laid(blocks):
        yield from _lines(block)


def _lines(block: Laid) -> list[str]:
    match block:
        case Title(look=look, text=text, over=over):
            return [over, text.upper() if look in ("section", "part") else text]
        case Running(text, label):
            return [f"{label} {text}".strip()]
        case Bullets(items, mark):
            return [f"{mark} {item}" for item in items]
        case TableBlock(headers=headers, rows=rows, notes=notes):
            return [*(" | ".join(cells) for cells in (headers, *rows)), *notes]
        case Note(text):
            return [text]
