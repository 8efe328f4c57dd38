"""A petition's paper: its text with what stands round it, to be printed, saved as Word, or drafted.

One `Draft` serves all three, so that a paper never says one thing here and another there. Numbers, days and
signatures are blank: they are given where the paper is signed. Nobody's name is in a paper of a denunciation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from chuan.documents.numbering import symbol_for
from chuan.documents.outgoing.beginnings import marked, signer_of_day
from chuan.documents.outgoing.heads import COLLECTIVE, agency_lines, place_of
from chuan.law.petition_forms import PetitionForm, petition_form
from chuan.paper.contents import Content, paper_of
from chuan.paper.papers import Block, Paper, Signer
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.people.models import Unit
from chuan.petitions.lawful import Bench
from chuan.petitions.models import Petition
from chuan.ui import formatters as say

DOTS = "…" * 20
"""A place that a hand fills in on paper."""

_PLAIN = "TB"
"""What a paper is laid out as when it is never numbered."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper before it is numbered and signed. ``named``: it holds a sender's name, so it is printed only."""

    petition: Petition
    form: PetitionForm
    content: Content
    named: bool = False


def form_of(key: str, bench: Bench, on: date) -> PetitionForm:
    """The form of a paper by the law of a day. Raises KeyError, `PetitionLawNotHeld`."""
    return petition_form(key, bench.values(on))


def draft(
    petition: Petition, form: PetitionForm, *, subject: str, body: Sequence[Block], on: date, to: Sequence[str] = (),
    recipients: Sequence[str] = ("Như trên", "Lưu: VT"), bases: Sequence[str] = (), signer: Signer | None = None,
    second_signer: Signer | None = None, named: bool = False,
) -> Draft:  # fmt: skip
    """A paper signed by the Chairman of the day unless another signer is given.

    ``subject`` stands under the name of the paper and is what a draft is found by: no name belongs into it.
    """
    unit = petition.owner_unit
    kind = form.kind or _PLAIN
    content = Content(
        kind=kind,
        subject=subject,
        bases=tuple(bases),
        to=tuple(to),
        body=tuple(body),
        recipients=tuple(recipients),
        signer=signer or own_signer(unit, on),
        second_signer=second_signer,
        authority=f"Chủ tịch Ủy ban nhân dân {unit_words(unit)}" if kind == "QĐ" else "",
    )
    return Draft(petition, form, marked(content, unit), named)


def paper(made: Draft, *, on: date, by: str = "") -> Paper:
    """The draft as a paper to typeset: number and day blank, the form's name in place of the type's."""
    unit, content = made.petition.owner_unit, made.content
    found = paper_of(
        content, agency=agency_lines(unit), place=place_of(unit), year=on.year, made_on=on,
        symbol=symbol_for(unit, content.kind, on) if made.form.kind else "",
    )  # fmt: skip
    type_name, subject = _heading(made, found)
    return replace(
        found,
        type_name=type_name,
        subject=subject,
        is_form=not made.form.kind,
        footer_note=_note(made.form, on, by),
    )


def _heading(made: Draft, found: Paper) -> tuple[str, str]:
    """ "Thông báo" over what it is about; a slip ("Phiếu chuyển đơn tố cáo") by its own name, over the code."""
    named = found.layout == "named" and not found.resolves
    slip = named and (made.content.kind == "PC" or not made.form.name.startswith(found.type_name))
    return (made.form.name, f"mã {made.petition.code}") if slip else (found.type_name, found.subject)


def pdf(made: Draft, *, on: date, by: str = "") -> bytes:
    """As PDF/A. Call it outside any act."""
    return to_pdf(paper(made, on=on, by=by))


def word(made: Draft, *, on: date, by: str = "") -> bytes:
    """As .docx, to be finished by hand."""
    return to_docx(paper(made, on=on, by=by))


def file_name(made: Draft, ending: str) -> str:
    """ "thong-bao-luu-don-DT-2021-0001.pdf": what it is and the code, nothing else."""
    return f"{made.form.slug}-{made.petition.code}.{ending}"


def form_words(form: PetitionForm) -> str:
    """ "Mẫu số 03 (05/2021/TT-TTCP, Điều 14)"; "" where no form is known."""
    if not form.number or form.citation is None:
        return ""
    act, article = form.citation.number, form.citation.article.partition(";")[0]
    return f"Mẫu số {form.number} ({', '.join(part for part in (act, article) if part)})"


def own_signer(unit: Unit, on: date) -> Signer:
    """The Chairman of the day in his own name: petitions are his to answer, not the committee's as a body.

    Luật Khiếu nại 2011, Điều 17; Luật Tố cáo 2018, Điều 13.
    """
    found = signer_of_day(unit, on)
    return replace(found, authority=tuple(one for one in found.authority if one != COLLECTIVE))


def unit_words(unit: Unit) -> str:
    """ "phường Bắc Hồng"."""
    return f"{unit.get_kind_display().lower()} {unit.name}"


def _note(form: PetitionForm, on: date, by: str) -> str:
    said = [f"{form_words(form)}." if form_words(form) else ""]
    if by:
        said.append(f"Dự thảo do {by} lập ngày {say.day(on)}; số, ngày, chữ ký điền khi ban hành.")
    return " ".join(part for part in said if part)
