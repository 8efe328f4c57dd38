"""The legal bases of a draft as links to documents held here and to outside acts."""

from __future__ import annotations

from collections.abc import Iterable

from chuan.documents.bases import find_act, outside_act
from chuan.documents.citing import citation_of, held_here
from chuan.documents.models import Document, Link
from chuan.documents.outgoing.heads import text_of
from chuan.law.lexicons import reader_lexicon
from chuan.paper.contents import Content
from chuan.rules import decision_text
from chuan.rules.decision_text.types import CitedAct


def bases_of(document: Document, content: Content) -> list[Link]:
    """One unsaved link for each act that the draft stands on, as the reader finds them in its text.

    Runs before the transaction. A basis that names no act ("Theo đề nghị của …") is no link, and an act that
    nobody holds yet enters the register of bases only when the paper is issued.
    """
    return [_link(document, act, _held(act, document)) for act in acts_of(document, content)]


def acts_of(document: Document, content: Content) -> list[CitedAct]:
    """The acts that the draft's bases name."""
    if not content.bases:
        return []
    return list(decision_text.read_decision(text_of(document, content), lexicon=reader_lexicon()).bases)


def settle_bases(document: Document, acts: Iterable[CitedAct]) -> None:
    """The bases of a paper that is issued, each act found or put into the register of bases. Inside the act."""
    document.links.filter(kind=Link.Kind.BASED_ON).delete()
    rows = [
        _link(document, act, held_here(act, unit=document.owner_unit) or outside_act(act, document))
        for act in acts
    ]
    Link.objects.bulk_create(rows)


def _held(act: CitedAct, document: Document) -> Document | None:
    unit = document.owner_unit
    return held_here(act, unit=unit) or find_act(unit, number=act.number, title=act.title, on=act.on)


def _link(document: Document, act: CitedAct, target: Document | None) -> Link:
    itself = target is not None and target.pk == document.pk
    return Link(
        document=document,
        citation=citation_of(act)[:600],
        kind=Link.Kind.BASED_ON,
        target=None if itself else target,
    )
