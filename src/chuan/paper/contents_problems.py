"""What a content still lacks before it can be typeset as a document (Nghị định 30/2020/NĐ-CP art 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.law.document_types import document_types
from chuan.paper.contents_kinds import ADDRESSED, MINUTES, resolves_of
from chuan.paper.contents_tree import Content
from chuan.paper.papers import Article


@dataclass(frozen=True, slots=True)
class Problem:
    """``field`` of the content that is wrong, and a sentence that says how to mend it."""

    field: str
    sentence: str


def problems(content: Content) -> tuple[Problem, ...]:
    """What is missing, in the order of the page; () when the content can be typeset."""
    return tuple(Problem(field, sentence) for field, sentence in _found(content))


def _found(content: Content) -> Iterator[tuple[str, str]]:
    if content.kind not in document_types():
        yield "kind", _("Chọn loại văn bản trong 29 loại của Nghị định 30/2020/NĐ-CP.")
    if not content.subject.strip():
        yield "subject", _("Chưa có trích yếu: ghi một câu ngắn nói văn bản về việc gì.")
    if content.kind in ADDRESSED and not _any(content.to):
        yield "to", _("Chưa có nơi kính gửi: văn bản loại này ghi rõ gửi ai, mỗi nơi một dòng.")
    yield from _text(content)
    yield from _end(content)
    for annex in content.annexes:
        if not (annex.title.strip() or annex.type_name.strip()):
            yield "annexes", _("Có phụ lục chưa có tên: ghi tên cho từng phụ lục.")
        if not annex.blocks:
            yield "annexes", _("Có phụ lục chưa có nội dung: ghi nội dung hoặc bỏ phụ lục ấy.")


def _text(content: Content) -> Iterator[tuple[str, str]]:
    if not content.body:
        yield "body", _("Chưa có nội dung.")
    if not resolves_of(content.kind):
        return
    if not _any(content.bases):
        yield "bases", _("Chưa có căn cứ: ghi từng văn bản làm căn cứ, mỗi căn cứ một dòng.")
    if content.body and not any(isinstance(block, Article) for block in content.body):
        yield "body", _("Nội dung chưa chia điều: bắt đầu từng điều bằng “Điều 1.”, “Điều 2.”.")


def _end(content: Content) -> Iterator[tuple[str, str]]:
    if not content.signer.position.strip():
        yield "signer", _("Chưa có chức vụ của người ký.")
    if not content.signer.name.strip():
        yield "signer", _("Chưa có họ tên của người ký.")
    if content.kind == MINUTES and not (content.second_signer and content.second_signer.name.strip()):
        yield "second_signer", _("Chưa có thư ký: biên bản do thư ký và chủ tọa cùng ký.")
    if not _any(content.recipients):
        yield "recipients", _("Chưa có nơi nhận: ghi từng nơi một dòng, dòng cuối là “Lưu: VT”.")


def _any(lines: tuple[str, ...]) -> bool:
    return any(line.strip() for line in lines)
