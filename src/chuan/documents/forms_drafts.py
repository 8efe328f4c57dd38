"""The shape of a draft as it is written on the editor's page; meaning is checked by the actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.outgoing.drafting import Around
from chuan.documents.models import Document
from chuan.documents.numbers import LETTER
from chuan.documents.outgoing.heads import URGENCIES, MaySign
from chuan.paper.contents import Content, body_from_text, body_to_text
from chuan.paper.contents_kinds import resolves_of
from chuan.paper.papers import Annex, Signer
from chuan.ui.widgets import VietnameseDateField

MOST_ANNEXES = 12
LONGEST = 400_000
_HANDLING = (
    ("", _("Không")),
    ("Lưu hành nội bộ", _("Lưu hành nội bộ")),
    ("Xem xong trả lại", _("Xem xong trả lại")),
)


def _text(rows: int, **given: Any) -> forms.CharField:
    return forms.CharField(
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": rows, "spellcheck": "false"}),
        **given,
    )


class DraftForm(forms.Form):
    """A draft as it is written: one thing a line, the text in plain lines (see the notation beside the box)."""

    based_on = forms.IntegerField(widget=forms.HiddenInput)
    subject = _text(
        2, label=_("Trích yếu"), help_text=_("Một câu nói văn bản về việc gì, không có dấu chấm cuối.")
    )
    to = _text(2, label=_("Kính gửi"), help_text=_("Mỗi nơi một dòng."))
    bases = _text(
        6, label=_("Căn cứ"), help_text=_("Mỗi căn cứ một dòng; dấu chấm phẩy và dấu chấm cuối do máy đặt.")
    )
    body = _text(22, label=_("Nội dung"))
    recipients = _text(5, label=_("Nơi nhận"), help_text=_("Mỗi nơi một dòng, dòng cuối là “Lưu: VT”."))
    who = forms.ChoiceField(label=_("Người ký"), required=False)
    authority = _text(
        2, label=_("Quyền hạn ký"), help_text=_("Ví dụ “TM. ỦY BAN NHÂN DÂN”; dòng dưới “KT. CHỦ TỊCH”.")
    )
    position = forms.CharField(label=_("Chức vụ người ký"), required=False, max_length=120)
    name = forms.CharField(label=_("Họ tên người ký"), required=False, max_length=120)
    second_position = forms.CharField(label=_("Chức danh người ký bên trái"), required=False, max_length=120)
    second_name = forms.CharField(label=_("Họ tên thư ký"), required=False, max_length=120)
    urgency = forms.ChoiceField(label=_("Độ khẩn"), choices=Document.Urgency.choices)
    due_on = VietnameseDateField(label=_("Hạn phát hành"), required=False)
    handling = forms.ChoiceField(label=_("Chỉ dẫn lưu hành"), required=False, choices=_HANDLING)
    office = forms.CharField(label=_("Viết tắt đơn vị soạn"), required=False, max_length=20)

    def __init__(
        self, data: Any = None, *, document: Document, content: Content, signers: list[MaySign], based_on: int
    ) -> None:
        self._content, self._signers = content, {str(one.official.uid): one for one in signers}
        super().__init__(data, initial=initial_of(document, content) | {"based_on": based_on})
        choices = [("", _("Như ghi dưới đây")), *((uid, one.words) for uid, one in self._signers.items())]
        cast("forms.ChoiceField", self.fields["who"]).choices = choices
        for place in range(self.annex_count(content)):
            self._add_annex(place, content.annexes[place] if place < len(content.annexes) else None)
        for name in self._unused(document, content):
            del self.fields[name]

    def annex_count(self, content: Content) -> int:
        """How many annexes the page offers: those there are and one more."""
        sent = [key for key in self.data if key.startswith("annex-") and key.endswith("-body")]
        return min(max(len(content.annexes) + 1, len(sent)), MOST_ANNEXES)

    @property
    def annexes(self) -> list[tuple[int, Any, Any, Any]]:
        """(number, title, type, body) bound fields of each annex."""
        places = [int(name.split("-")[1]) for name in self.fields if name.endswith("-body")]
        return [
            (
                place + 1,
                self[f"annex-{place}-title"],
                self[f"annex-{place}-type"],
                self[f"annex-{place}-body"],
            )
            for place in places
        ]

    def content(self) -> Content:
        """What was typed, on what the page does not show."""
        given = self.cleaned_data
        return replace(
            self._content,
            subject=" ".join(given["subject"].split()),
            to=_lines(given.get("to", "")),
            bases=_lines(given.get("bases", "")),
            body=body_from_text(given["body"]),
            recipients=_lines(given["recipients"]),
            signer=self._signer(),
            second_signer=self._second(),
            urgency=URGENCIES[given["urgency"]],
            handling=given["handling"],
            annexes=tuple(self._annexes()),
        )

    def around(self) -> Around:
        """Urgency, deadline, and the drafting part of a công văn's symbol."""
        given = self.cleaned_data
        return Around(given["urgency"], given["due_on"], given.get("office", "").strip())

    def _signer(self) -> Signer:
        chosen = self._signers.get(self.cleaned_data["who"])
        if chosen is not None:
            return chosen.signer
        given = self.cleaned_data
        return Signer(_lines(given["authority"]), given["position"], given["name"])

    def _second(self) -> Signer | None:
        given = self.cleaned_data
        if "second_name" not in given:
            return self._content.second_signer
        return Signer((), given["second_position"], given["second_name"])

    def _annexes(self) -> list[Annex]:
        found = []
        for place in range(MOST_ANNEXES):
            body = self.cleaned_data.get(f"annex-{place}-body", "")
            title = self.cleaned_data.get(f"annex-{place}-title", "")
            if body.strip() or title.strip():
                before = self._content.annexes[place] if place < len(self._content.annexes) else None
                kind = self.cleaned_data[f"annex-{place}-type"]
                lies = before.landscape if before else None
                found.append(Annex(title, body_from_text(body), lies, kind))
        return found

    def _add_annex(self, place: int, annex: Annex | None) -> None:
        self.fields[f"annex-{place}-title"] = forms.CharField(label=_("Tên"), required=False, max_length=300)
        self.fields[f"annex-{place}-type"] = forms.CharField(
            label=_("Loại kèm theo"), required=False, max_length=60,
            help_text=_("Bỏ trống nếu là phụ lục; ghi “Quy chế”, “Kế hoạch” nếu là văn bản ban hành kèm theo."),
        )  # fmt: skip
        self.fields[f"annex-{place}-body"] = _text(14, label=_("Nội dung"))
        if annex is not None:
            self.initial[f"annex-{place}-title"] = annex.title
            self.initial[f"annex-{place}-type"] = annex.type_name
            self.initial[f"annex-{place}-body"] = body_to_text(annex.blocks)

    def _unused(self, document: Document, content: Content) -> list[str]:
        kind = document.type
        unused = [] if kind == "BB" else ["second_position", "second_name"]
        if resolves_of(kind) and not content.to:
            unused.append("to")  # a Decision is sent by its Nơi nhận alone
        return unused if kind == LETTER else [*unused, "office"]


def initial_of(document: Document, content: Content) -> dict[str, Any]:
    """The boxes of a draft as it stands."""
    second = content.second_signer
    return {
        "subject": content.subject,
        "to": "\n".join(content.to),
        "bases": "\n".join(content.bases),
        "body": body_to_text(content.body),
        "recipients": "\n".join(content.recipients),
        "authority": "\n".join(content.signer.authority),
        "position": content.signer.position,
        "name": content.signer.name,
        "second_position": second.position if second else "",
        "second_name": second.name if second else "",
        "urgency": document.urgency,
        "due_on": document.due_on,
        "handling": content.handling,
        "office": document.symbol.partition("-")[2],
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(one.split()) for one in text.splitlines()) if line)
