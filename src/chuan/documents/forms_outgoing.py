"""The shape of what comes in on the pages of documents on their way out; meaning is checked by the actions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents import numbering
from chuan.documents.actions.outgoing.drafting import Around
from chuan.documents.models import Document, Link
from chuan.documents.numbers import LETTER
from chuan.documents.outgoing.heads import URGENCIES, MaySign
from chuan.documents.outgoing.listing import MINE, Wanted
from chuan.exchange.signatures import LIMITS
from chuan.paper.contents import Content, body_from_text, body_to_text
from chuan.paper.contents_kinds import resolves_of
from chuan.paper.papers import Annex, Signer
from chuan.rules.lifecycles import OUTGOING
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

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


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo trích yếu, người soạn, người ký"), required=False, max_length=200)
    loai = forms.ChoiceField(label=_("Loại"), required=False)
    o = forms.ChoiceField(label=_("Trạng thái"), required=False)

    def __init__(self, *args: Any, types: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stages = [(name, status.label) for name, status in OUTGOING.statuses.items()]
        choices = cast("dict[str, forms.ChoiceField]", self.fields)
        choices["loai"].choices = [("", _("Mọi loại")), *types]
        choices["o"].choices = [("", _("Chưa phát hành")), (MINE, _("Chờ tôi")), *stages]

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("tim", ""), given.get("o", ""), given.get("loai", ""))


class SignedFileForm(forms.Form):
    """A signed PDF, and what the machine may not be able to read."""

    file = forms.FileField(
        label=_("Tệp PDF đã ký số"),
        max_length=200,
        help_text=_("Nặng tối đa %(limit)s MB. Tệp được giữ nguyên từng byte.")
        % {"limit": LIMITS.file_bytes // 1_000_000},
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn bản PDF đã ký số."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
        },
    )


class MatchForm(SignedFileForm):
    """The same with number and date where they are not read, and why a differing paper is taken."""

    number = forms.CharField(
        label=_("Số văn bản (nếu máy không đọc được)"),
        required=False,
        max_length=30,
        help_text=_("Ví dụ 15."),
    )
    issued_on = VietnameseDateField(label=_("Ngày ban hành (nếu máy không đọc được)"), required=False)
    reason = forms.CharField(
        label=_("Lý do nhận khi bản ký khác dự thảo hoặc chữ ký không đạt"), required=False, max_length=500
    )


class RecallForm(forms.Form):
    """Why an issued document is recalled, and by which document."""

    recalling = forms.CharField(
        label=_("Văn bản thu hồi"),
        required=False,
        max_length=300,
        help_text=_("Số, ký hiệu, ngày, cơ quan ban hành."),
    )
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=500)


class ErrorForm(forms.Form):
    """What is wrong with an issued document, and how it is mended."""

    how = forms.ChoiceField(
        label=_("Sai ở đâu, sửa bằng cách nào"),
        widget=forms.RadioSelect,
        choices=[
            (Link.Kind.AMENDS.value, _("Sai nội dung: sửa đổi, bổ sung bằng văn bản cùng loại")),
            (Link.Kind.SUPERSEDES.value, _("Sai nội dung: thay thế bằng văn bản cùng loại")),
            (Link.Kind.REPEALS.value, _("Không dùng nữa: bãi bỏ bằng văn bản cùng loại")),
            (Link.Kind.ANNULS.value, _("Trái pháp luật ngay từ đầu: hủy bỏ bằng văn bản cùng loại")),
            (
                Link.Kind.CORRECTS.value,
                _("Sai thể thức, kỹ thuật trình bày, thủ tục: đính chính bằng công văn"),
            ),
        ],
        error_messages={"required": _("Chưa chọn cách sửa. Chọn một trong các cách trên.")},
    )
    part = forms.CharField(
        label=_("Phần bị tác động"), required=False, max_length=200,
        help_text=_("Bỏ trống nếu là toàn bộ văn bản; ghi như “khoản 2 Điều 1” nếu chỉ một phần."),
    )  # fmt: skip


class NumberingForm(forms.Form):
    """How numbers run and what symbols abbreviate, from a day on, by a document."""

    sequence = forms.ChoiceField(
        label=_("Dãy số văn bản đi"),
        widget=forms.RadioSelect,
        choices=[
            (numbering.ONE, _("Một dãy số chung cho mọi loại văn bản")),
            (numbering.PER_TYPE, _("Mỗi loại văn bản một dãy số riêng")),
        ],
    )
    agency_sign = forms.CharField(label=_("Viết tắt cơ quan trong ký hiệu"), max_length=20)
    office_sign = forms.CharField(label=_("Viết tắt đơn vị soạn thảo công văn"), max_length=20)
    valid_from = VietnameseDateField(label=_("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=_("Theo văn bản"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ Quy chế công tác văn thư số 05/QĐ-UBND."),
    )

    def values(self) -> dict[str, str]:
        """The settings by key."""
        given = self.cleaned_data
        return {
            numbering.SETTING: given["sequence"],
            numbering.AGENCY_SIGN: given["agency_sign"],
            numbering.OFFICE_SIGN: given["office_sign"],
        }


class SecretForm(forms.Form):
    """The bare yearly number of secret documents."""

    year = VietnameseNumberField(label=_("Năm"), whole=True, least=2000, most=2100)
    count = VietnameseNumberField(label=_("Số văn bản mật đã phát hành"), whole=True, least=0, most=1_000_000)
    reason = forms.CharField(label=_("Lý do (khi sửa số đã ghi)"), required=False, max_length=300)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (" ".join(one.split()) for one in text.splitlines()) if line)
