"""What a paper may lawfully do to another (NĐ 30/2020/NĐ-CP art 18.3; Luật Ban hành VBQPPL art 8 by analogy).

An error of content is mended by a document of the same form; an error of form, technique or procedure by a
công văn that corrects (trap T-17).
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from chuan.documents.models import Document, Link
from chuan.documents.numbers import LETTER
from chuan.documents.outgoing.successors import Proposed, full_citation
from chuan.documents.refusals_outgoing import LinkNotLawful, PartMissing
from chuan.law.document_types import type_title

OF_CONTENT = (Link.Kind.SUPERSEDES, Link.Kind.AMENDS, Link.Kind.REPEALS, Link.Kind.ANNULS)
"""What only a document of the same type does."""


def check_link(kind: str, does: str, target: Document) -> None:
    """Raises ``LinkNotLawful`` where a paper of ``kind`` may not do this to the target."""
    wrong = (does == Link.Kind.CORRECTS and kind != LETTER) or (does in OF_CONTENT and kind != target.type)
    if wrong:
        raise LinkNotLawful(wanted=type_title(kind), act=str(Link.Kind(does).label), target=target.title)


def proposed(does: str, target: Document, *, whole: bool = True, part: str = "") -> Proposed:
    """A link to the whole document or to a named part. Raises ``PartMissing``."""
    named = "" if whole else part.strip()
    if not whole and not named:
        raise PartMissing()
    return Proposed(does, target, full_citation(target), named)


def drafted_type(does: str, target: Document) -> str:
    """The type of paper that does this to the target."""
    return LETTER if does == Link.Kind.CORRECTS else target.type


def subject_words(does: str, target: Document, part: str) -> str:
    """How the new paper's subject begins: "Sửa đổi, bổ sung khoản 2 Điều 1 Quyết định số …"."""
    verb = str(Link.Kind(does).label)
    named = f"{part} {full_citation(target)}" if part else full_citation(target)
    said = _("%(verb)s %(named)s") % {"verb": verb, "named": named}
    return said if does == Link.Kind.CORRECTS else said[0].upper() + said[1:]
