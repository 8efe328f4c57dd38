"""The shape of what is typed while letters are received and sorted; meaning is checked by the actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.petitions.actions.senders import From
from chuan.petitions.models import ForwardRecord
from chuan.petitions.permissions import SECRET_KINDS
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES, Answer, Channel, Kind
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

MOST_TEXT = 5000
"""Letters of a working text: two full pages; the letter itself stays in its envelope or its scan."""

MOST_SENDERS = 5
MOST_SIGNERS = 10_000
PARTS = 4

NO_NAMES = _("Không ghi tên, địa chỉ, số điện thoại, nghề nghiệp hay điều gì để nhận ra người tố cáo.")


def _text(kind: str) -> forms.CharField:
    plain = _("Một vài câu, đủ để người khác hiểu việc cần giải quyết; không chép cả đơn.")
    return forms.CharField(
        label=_("Đơn nói việc gì"),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=MOST_TEXT,
        required=False,
        help_text=NO_NAMES if kind in SECRET_KINDS else plain,
    )


def _fields(names: Sequence[str]) -> list[tuple[str, Any]]:
    return [("", _("chưa rõ")), *((one, one) for one in names)]


class LetterForm(forms.Form):
    """A letter of one kind. What belongs to other kinds is not there.

    Reception of citizens is no channel of it: who comes is written into the register (Mẫu 03/TCD), which makes the
    petition in the same act; a petition written here would have no row there.
    """

    channel = forms.ChoiceField(
        label=_("Đơn đến bằng cách nào"),
        error_messages={"invalid_choice": _("Người dân đến trực tiếp thì ghi ở Sổ tiếp công dân; đơn tự lập từ đó.")},
    )  # fmt: skip
    received_on = VietnameseDateField(label=_("Ngày nhận"))
    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    place = forms.CharField(
        label=_("Nơi xảy ra việc"), max_length=200, required=False, help_text=_("Không bắt buộc.")
    )
    signers = VietnameseNumberField(
        label=_("Số người đứng tên"), whole=True, least=1, most=MOST_SIGNERS, initial=1
    )
    anonymous = forms.BooleanField(label=_("Đơn không có tên người gửi"), required=False)
    remote = forms.BooleanField(
        label=_("Vùng sâu, vùng xa, đi lại khó khăn"), required=False,
        help_text=_("Thời hạn giải quyết khiếu nại ở đó dài hơn."),
    )  # fmt: skip
    concerned = forms.MultipleChoiceField(
        label=_("Đơn nói tới cán bộ, công chức nào của đơn vị"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Ai được đánh dấu thì không thấy và không được giao đơn này."),
    )  # fmt: skip
    envelope = forms.CharField(
        label=_("Nơi để phong bì niêm phong"), max_length=200, required=False,
        help_text=_("Ví dụ: tủ sắt phòng tiếp dân, ngăn 2, bì số 14. Không ghi tên ai."),
    )  # fmt: skip
    body = forms.CharField(label=_("Cơ quan chuyển đơn"), max_length=160, required=False)
    body_number = forms.CharField(label=_("Số, ký hiệu văn bản chuyển"), max_length=160, required=False)
    body_on = VietnameseDateField(label=_("Ngày của văn bản chuyển"), required=False)
    press = forms.CharField(label=_("Tên báo, tên bài, ngày đăng"), max_length=300, required=False)
    against = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    again = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    field_order = ["channel", "received_on", "field", "text", "place"]

    def __init__(
        self, data: Any, *, kind: str, officials: Sequence[tuple[str, str]], fields: Sequence[str],
        initial: dict[str, Any],
    ) -> None:  # fmt: skip
        super().__init__(data, initial=initial)
        self.secret = kind in SECRET_KINDS
        self.fields["text"] = _text(kind)
        self.order_fields(self.field_order)
        choices: Any = self.fields
        choices["channel"].choices = [
            (one.value, name) for one, name in CHANNEL_NAMES.items() if one is not Channel.RECEPTION
        ]
        choices["field"].choices = _fields(fields)
        choices["concerned"].choices = officials
        for name in _without(kind) | ({"concerned"} if not officials else set()):
            del self.fields[name]
        if kind == Kind.DENUNCIATION:
            self.fields["anonymous"].label = _("Đơn không rõ người tố cáo")

    def clean_signers(self) -> int:
        """A plain number."""
        return int(self.cleaned_data["signers"])

    @property
    def first(self) -> list[forms.BoundField]:
        """What every letter is asked, in order."""
        names = (
            "channel", "received_on", "field", "text", "place", "concerned", "signers", "anonymous", "remote",
            "envelope",
        )  # fmt: skip
        asked = [name for name in names if name in self.fields]
        return [self[name] for name in asked if name != "concerned" or self.secret]

    @property
    def sent_on(self) -> list[forms.BoundField]:
        """What is asked of a letter that another body sent on."""
        return [self[name] for name in ("body", "body_number", "body_on")]

    @property
    def sent_on_open(self) -> bool:
        """Whether that part stands open: something is typed there, or wrong."""
        chosen = self.is_bound and self.data.get("channel") in (Channel.FORWARDED, Channel.PRESS)
        return bool(chosen or any(one.errors for one in [*self.sent_on, self["press"]]))


def _without(kind: str) -> set[str]:
    """Fields that a kind is not asked."""
    if kind in SECRET_KINDS:
        without = {"remote"} if kind == Kind.DENUNCIATION else set()
        return without | (set() if kind == Kind.DENUNCIATION else {"against"})
    return {"envelope", "against"} | (set() if kind == Kind.COMPLAINT else {"remote"})


class SenderForm(forms.Form):
    """One sender; an empty row is none."""

    name = forms.CharField(label=_("Họ và tên"), max_length=160, required=False)
    address = forms.CharField(label=_("Địa chỉ"), max_length=300, required=False)
    contact = forms.CharField(label=_("Điện thoại hoặc thư điện tử"), max_length=160, required=False)
    representative = forms.BooleanField(label=_("Là người đại diện"), required=False)

    def clean(self) -> dict[str, Any]:
        """An address or a telephone belongs to a name."""
        told = super().clean() or {}
        if not told.get("name") and (told.get("address") or told.get("contact")):
            self.add_error("name", _("Chưa ghi tên của người có địa chỉ, điện thoại này."))
        return told


def sender_forms(data: Any, initial: Sequence[From] = ()) -> list[SenderForm]:
    """As many rows as a letter may have senders written down; filled with those that stand."""
    rows = [
        {
            "name": one.name,
            "address": one.address,
            "contact": one.contact,
            "representative": one.representative,
        }
        for one in initial
    ]
    rows += [{}] * (MOST_SENDERS - len(rows))
    return [SenderForm(data, prefix=f"nguoi{n}", initial=row) for n, row in enumerate(rows, start=1)]


def senders_in(rows: Sequence[SenderForm]) -> tuple[From, ...]:
    """The senders typed; the forms are valid."""
    told = [one.cleaned_data for one in rows]
    return tuple(
        From(one["name"], one["address"], one["contact"], one["representative"])
        for one in told
        if one["name"]
    )


def all_valid(*given: forms.Form) -> bool:
    """Whether every form is valid; each is looked at, so that each says what is wrong."""
    return not [one for one in given if not one.is_valid()]


class PieceForm(forms.Form):
    """One part of a letter that is split; an empty row is none."""

    kind = forms.ChoiceField(label=_("Loại"), required=False)
    against = forms.ChoiceField(
        label=_("Nếu là tố cáo: tố cáo ai"), required=False,
        help_text=_("Tố cáo Chủ tịch, Phó Chủ tịch thì phần ấy không được ghi lại."),
    )  # fmt: skip
    field = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    text = forms.CharField(
        label=_("Phần này nói việc gì"), required=False, max_length=MOST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}), help_text=NO_NAMES,
    )  # fmt: skip
    concerned = forms.MultipleChoiceField(
        label=_("Phần này nói tới ai"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self, data: Any, *, prefix: str, answers: Sequence[Answer], fields: Sequence[str],
        officials: Sequence[tuple[str, str]],
    ) -> None:  # fmt: skip
        super().__init__(data, prefix=prefix, initial={"concerned": [uid for uid, _name in officials]})
        choices: Any = self.fields
        parts = [(one.value, name) for one, name in KIND_NAMES.items() if one is not Kind.MIXED]
        choices["kind"].choices = [("", _("không có phần này")), *parts]
        choices["against"].choices = [("", _("không phải tố cáo")), *((one.key, one.text) for one in answers)]
        choices["field"].choices = _fields(fields)
        choices["concerned"].choices = officials
        if not officials:
            del self.fields["concerned"]

    def clean(self) -> dict[str, Any]:
        """A text belongs to a kind, and whom it is against to a denunciation."""
        told = super().clean() or {}
        if told.get("text", "").strip() and not told.get("kind"):
            self.add_error("kind", _("Chưa chọn loại cho phần này."))
        if told.get("kind") == Kind.DENUNCIATION and not told.get("against"):
            self.add_error("against", _("Chưa chọn tố cáo ai."))
        return told


class EnvelopeForm(forms.Form):
    """That an unopened envelope went on: when, and to which body."""

    on = VietnameseDateField(label=_("Ngày chuyển"))
    to = forms.ChoiceField(label=_("Chuyển tới"), choices=ForwardRecord.To.choices)


class ReceiptForm(forms.Form):
    """The code of a receipt, as it is read from the paper."""

    code = forms.CharField(
        label=_("Mã trên biên nhận"), max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
        help_text=_("12 chữ và số, ví dụ 7KQ2-XM4T-9HRD; dấu gạch và khoảng trống không cần."),
        error_messages={"required": _("Chưa ghi mã.")},
    )  # fmt: skip


class RekindForm(forms.Form):
    """Another kind, and of a denunciation whom it is against: one that turns out to be against the leaders too."""

    kind = forms.ChoiceField(label=_("Loại đúng"), widget=forms.RadioSelect)
    against = forms.ChoiceField(label=_("Nếu là tố cáo: tố cáo ai"), required=False)

    def __init__(self, data: Any, *, but: str, answers: Sequence[Answer]) -> None:
        super().__init__(data)
        choices: Any = self.fields
        others = [one for one in KIND_NAMES if one != but or but == Kind.DENUNCIATION]
        choices["kind"].choices = [(one.value, KIND_NAMES[one]) for one in others]
        choices["against"].choices = [("", _("không phải tố cáo")), *((one.key, one.text) for one in answers)]


class LeavesForm(forms.Form):
    """How many of several signers withdrew, when, and whose names are taken off."""

    left = VietnameseNumberField(label=_("Số người rút tên"), whole=True, least=1, most=MOST_SIGNERS)
    on = VietnameseDateField(label=_("Ngày rút"))
    senders = forms.MultipleChoiceField(
        label=_("Người rút có tên ghi ở đây"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Tên được đánh dấu sẽ xóa khỏi đơn."),
    )  # fmt: skip

    def __init__(self, data: Any, *, senders: Sequence[tuple[int, str]], on: date) -> None:
        super().__init__(data, initial={"on": on})
        choices: Any = self.fields
        choices["senders"].choices = [(str(key), name) for key, name in senders]
        if not senders:
            del self.fields["senders"]


class ScansForm(forms.Form):
    """Scans of an ordinary letter, one file each time."""

    file = forms.FileField(
        label=_("Bản chụp đơn"), max_length=200,
        help_text=_("PDF, ảnh PNG, JPEG, Word hoặc Excel, tối đa 10 MB. Tên tệp đổi thành mã đơn."),
        error_messages={"required": _("Chưa chọn tệp.")},
    )  # fmt: skip
