"""The papers of a petition as a page lists them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.documents.models.documents import DocumentQuerySet
from chuan.law.petition_forms import PetitionForm, petition_form
from chuan.petitions.events import data_of
from chuan.petitions.papers.catalogue import PAPERS, offered_now
from chuan.petitions.papers.heads import form_of, form_words
from chuan.petitions.papers.writing import Writing
from chuan.petitions.sorting.outcomes import acts_now
from chuan.petitions.sorting.part import suggested_act
from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """One paper that can be made. ``draftable``: it is numbered and signed, so it may begin as a draft."""

    slug: str
    name: str
    form: str
    source: str
    unverified: bool
    draftable: bool


@dataclass(frozen=True, slots=True)
class DraftedPaper:
    """A draft that was begun from here; ``url`` "" where the viewer may not open it."""

    name: str
    stage: str
    number: str
    url: str


def groups_of(writing: Writing) -> list[tuple[str, list[ShownPaper]]]:
    """Papers under their headings: first of what is next and of what was done, then of every other way."""
    petition = writing.petition
    suggested = suggested_act(petition, acts_now(petition))
    near = {one.verb for one in writing.lines} | ({suggested.verb} if suggested else set())
    first: list[ShownPaper] = []
    others: list[ShownPaper] = []
    for key in offered_now(writing):
        shown = shown_paper(form_of(key, writing.bench, writing.on))
        (first if near.intersection(PAPERS[key].verbs) else others).append(shown)
    if not first:
        return [(_("Làm được bây giờ"), others)] if others else []
    return [(_("Cho bước này"), first), *([(_("Nếu xử lý cách khác"), others)] if others else [])]


def shown_paper(form: PetitionForm) -> ShownPaper:
    """A paper with its form, or with the words that none is known."""
    citation = form.citation
    source = ", ".join(part for part in (citation.number, citation.article) if part) if citation else ""
    return ShownPaper(
        slug=form.slug,
        name=form.name,
        form=form_words(form) or _("chưa đọc được mẫu nào, trình bày theo thể thức chung"),
        source="" if form.number else source,
        unverified=bool(source) and form.sure is Sure.UNVERIFIED,
        draftable=bool(form.kind),
    )


def drafted_of(writing: Writing, seen: DocumentQuerySet) -> list[DraftedPaper]:
    """Every draft that was begun from this petition, the latest first; in two statements."""
    lines = [(one, one.paper_uid) for one in reversed(writing.lines) if one.verb == "paper" and one.paper_uid]
    found = {one.uid: one for one in seen.filter(uid__in=[uid for _line, uid in lines])}
    return [_drafted(writing, data_of(line).get("form", ""), found.get(uid)) for line, uid in lines]


def _drafted(writing: Writing, key: str, document: Document | None) -> DraftedPaper:
    name = petition_form(key, writing.values).name
    if document is None:
        return DraftedPaper(name, _("đã soạn"), "", "")
    return DraftedPaper(
        name, document.stage_label, document.full_number if document.number else "",
        f"/van-ban/soan/{document.uid}/",
    )  # fmt: skip
