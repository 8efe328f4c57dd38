"""The shape of what comes in on the pages of seals. Fields ``kin_…`` hold who denounced: no page repeats them later."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as later

from chuan.people.roles import Role
from chuan.petitions.models import SealedLetter
from chuan.petitions.models.sealing import WhyDestroyed, WhyOpened
from chuan.petitions.sealed.choice import ALLOWERS, ASKERS, Choice
from chuan.petitions.sealed.envelope import Identity
from chuan.petitions.sealed.typed_before import Place
from chuan.ui.formatters import moment
from chuan.ui.widgets import VietnameseDateField

_SHUT = {"autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}
NO_NAME = later("Không ghi tên, địa chỉ hay điều gì cho biết người tố cáo.")


def _kin(label: Any, length: int, *, wide: bool = False, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={**_SHUT, "rows": 3}) if wide else forms.TextInput(attrs=_SHUT)
    return forms.CharField(label=label, max_length=length, widget=widget, **more)


class ChoiceForm(forms.Form):
    """Whether identities are kept, and who opens them."""

    is_on = forms.ChoiceField(
        label=later("Danh tính người tố cáo"),
        choices=[
            ("off", later("không lưu trong phần mềm, chỉ giữ phong bì giấy")),
            ("on", later("lưu, niêm phong bằng mã hóa")),
        ],
    )
    asker = forms.ChoiceField(label=later("Ai xin mở"), choices=[(one.value, one.label) for one in ASKERS])
    allower = forms.ChoiceField(
        label=later("Ai cho mở"),
        choices=[(one.value, one.label) for one in ALLOWERS],
        help_text=later("Mỗi lần mở cần hai người khác nhau, không ai liên quan tới đơn."),
    )
    valid_from = VietnameseDateField(label=later("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=later("Theo văn bản của người đứng đầu"), max_length=300,
        help_text=later("Ví dụ Quyết định 12/QĐ-UBND ngày 05/01/2026."),
    )  # fmt: skip

    @staticmethod
    def initial_of(choice: Choice, on: date) -> dict[str, Any]:
        """What stands now, from today on."""
        stands = "on" if choice.is_on else "off"
        return {"is_on": stands, "asker": choice.asker, "allower": choice.allower, "valid_from": on}

    def given(self) -> dict[str, Any]:
        """For ``actions.sealing.choosing.choose``."""
        told = self.cleaned_data
        return {
            "is_on": told["is_on"] == "on", "asker": Role(told["asker"]), "allower": Role(told["allower"]),
            "valid_from": told["valid_from"], "citation": told["citation"],
        }  # fmt: skip


class IdentityForm(forms.Form):
    """Who denounced, typed once."""

    kin_ho_ten = _kin(later("Họ và tên"), 160)
    kin_nam_sinh = forms.RegexField(
        r"^(19|20)\d\d$", label=later("Năm sinh"), required=False,
        widget=forms.TextInput(attrs={**_SHUT, "inputmode": "numeric", "maxlength": "4"}),
        error_messages={"invalid": later("Ghi năm sinh bằng bốn chữ số, ví dụ 1971; chưa rõ thì để trống.")},
    )  # fmt: skip
    kin_dia_chi = _kin(later("Địa chỉ"), 300, required=False)
    kin_dien_thoai = _kin(later("Điện thoại"), 60, required=False)
    kin_khac = _kin(
        later("Điều khác cần giữ kín"), 1000, wide=True, required=False,
        help_text=later("Ví dụ người đi cùng, cách liên hệ an toàn."),
    )  # fmt: skip

    def identity(self) -> Identity:
        """What is sealed."""
        told = self.cleaned_data
        return Identity(
            told["kin_ho_ten"].strip(), told["kin_nam_sinh"].strip(), told["kin_dia_chi"].strip(),
            told["kin_dien_thoai"].strip(), told["kin_khac"].strip(),
        )  # fmt: skip


class LetterForm(forms.Form):
    """A scan of the letter; it arrives sealed, so nobody looks into it."""

    tep = forms.FileField(
        label=later("Bản chụp đơn gốc"),
        error_messages={"required": later("Chưa chọn tệp nào."), "empty": later("Tệp này rỗng.")},
    )


class AskForm(forms.Form):
    """What is to be opened, and why."""

    what = forms.ChoiceField(label=later("Mở gì"))
    why = forms.ChoiceField(label=later("Để làm gì"), choices=WhyOpened.choices)
    words = forms.CharField(
        label=later("Lý do"), max_length=300, help_text=NO_NAME, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, has_identity: bool, letters: list[SealedLetter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._letters = {str(one.uid): one for one in letters}
        offered = [("danh-tinh", later("danh tính người tố cáo"))] if has_identity else []
        named = [(uid, _letter_words(one)) for uid, one in self._letters.items()]
        self.fields["what"].choices = [*offered, *named]  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        """For ``actions.sealing.opening.ask_opening``."""
        told = self.cleaned_data
        return {
            "letter": self._letters.get(told["what"]), "why": WhyOpened(told["why"]), "words": told["words"]
        }  # fmt: skip


class KeyForm(forms.Form):
    """The second key, as the allower read it out."""

    khoa_thu_hai = forms.CharField(
        label=later("Khóa thứ hai"), max_length=20, help_text=later("8 ký tự, hỏi người cho mở."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "autocapitalize": "characters"}),
    )  # fmt: skip


class DestroyForm(forms.Form):
    """Why and by which paper it is destroyed."""

    why = forms.ChoiceField(label=later("Vì sao hủy"), choices=WhyDestroyed.choices)
    letters = forms.BooleanField(label=later("Hủy cả bản chụp đơn gốc"), required=False)
    paper = forms.CharField(
        label=later("Theo văn bản"),
        max_length=300,
        help_text=later("Ví dụ Quyết định 21/QĐ-UBND ngày 05/10/2026."),
    )

    def given(self) -> dict[str, Any]:
        """For ``actions.sealing.destroying.destroy_sealed``."""
        return {**self.cleaned_data, "why": WhyDestroyed(self.cleaned_data["why"])}


class BlankForm(forms.Form):
    """The places whose words go."""

    places = forms.MultipleChoiceField(
        label=later("Chỗ có chữ"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": later("Chưa chọn chỗ nào để xóa chữ.")},
    )  # fmt: skip

    def __init__(self, *args: Any, there: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["places"].choices = [  # type: ignore[attr-defined]
            (one.key, f"{one.label}: {_short(one.text)}") for one in there
        ]


def _letter_words(letter: SealedLetter) -> str:
    return str(later("bản chụp đơn gốc, niêm phong %s")) % moment(letter.added_at)


def _short(text: str) -> str:
    tidy = " ".join(text.split())
    return tidy if len(tidy) <= 120 else f"{tidy[:119]}…"
