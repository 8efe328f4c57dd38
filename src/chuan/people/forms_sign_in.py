"""The shape of what is typed about codes, proofs, passkeys and the unit's choices of signing in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chuan.people.forms import HoldingForm, _day, _password
from chuan.people.models import Account
from chuan.people.refusals import OwnPasswordWrong, SignInWrong
from chuan.people.sign_in_policy import HOURS, LONGEST_HOURS, LONGEST_MINUTES, MINUTES, Who
from chuan.people.signin import LockingBackend
from chuan.rules.refusals import Refused


def code_field(**given: Any) -> forms.CharField:
    """A code of the app or of the printed list, wide enough for either."""
    attrs = {"autocomplete": "one-time-code", "autocapitalize": "none", "spellcheck": "false", "class": "w-3"}
    return forms.CharField(
        label=given.pop("label", _("Mã xác thực")),
        max_length=20,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"required": _("Nhập mã đang hiện trong ứng dụng xác thực.")},
        **given,
    )


class CodeForm(forms.Form):
    """The code after the password, and whether this is an office computer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.is_bound:
            self.fields["code"].widget.attrs["autofocus"] = True

    code = code_field(help_text=_("6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng."))
    remember = forms.BooleanField(
        label=_("Máy cơ quan: không hỏi mã nữa trong ca làm việc này"),
        required=False,
        help_text=_("Chỉ chọn ở máy của cơ quan, trong phòng làm việc."),
    )


class ProveByCodeForm(forms.Form):
    """The code, asked again."""

    code = code_field(help_text=_("6 chữ số trong ứng dụng xác thực, hoặc một mã dự phòng."))


class ProveByPasswordForm(forms.Form):
    """The password, asked again; counted like a try to sign in."""

    def __init__(self, *args: Any, user: Account, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request
        self.fields["password"] = _password(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))

    def clean_password(self) -> str:
        """The account's own, or a sentence of what is left."""
        typed = str(self.cleaned_data["password"])
        try:
            found = LockingBackend().authenticate(self.request, username=self.user.username, password=typed)
        except SignInWrong as wrong:
            raise forms.ValidationError(OwnPasswordWrong(left=wrong.left).sentence) from None
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from None
        if found != self.user:
            raise forms.ValidationError(OwnPasswordWrong(left=0).sentence)
        return typed


class SetUpForm(ProveByPasswordForm):
    """The password again, and the first code of the app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"] = code_field(label=_("Mã đang hiện trong ứng dụng"), help_text=_("6 chữ số."))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"
        self.order_fields(["code", "password"])


class ReasonForm(forms.Form):
    """Why somebody's factor is taken away."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=200,
        help_text=_("Ví dụ: mất điện thoại, đã gặp trực tiếp để nhận ra người."),
        error_messages={"required": _("Ghi lý do.")},
    )


class PasskeyForm(forms.Form):
    """What the browser answers (filled in by the page's own script), and a name for the device."""

    label = forms.CharField(
        label=_("Tên khóa"),
        max_length=60,
        help_text=_("Để nhận ra về sau, ví dụ “Máy tính phòng một cửa”, “Điện thoại”."),
        error_messages={"required": _("Ghi tên khóa.")},
    )
    answer = forms.CharField(
        max_length=20_000,
        widget=forms.HiddenInput,
        error_messages={
            "required": _("Trình duyệt chưa tạo được khóa. Bấm nút rồi làm theo lời trên màn hình.")
        },
    )


class PolicyForm(forms.Form):
    """The unit's choices, from a day, by a document."""

    who = forms.ChoiceField(
        label=_("Ai phải xác thực hai lớp"), choices=Who.choices, widget=forms.RadioSelect
    )
    hours = forms.IntegerField(
        label=_("Nhớ máy cơ quan trong (giờ)"),
        min_value=1,
        max_value=LONGEST_HOURS,
        initial=HOURS,
        help_text=_("Không quá nửa đêm cùng ngày."),
        widget=forms.NumberInput(attrs={"class": "w-1"}),
    )
    minutes = forms.IntegerField(
        label=_("Hỏi lại sau (phút) khi ký, cấp số, quản trị"),
        min_value=5,
        max_value=LONGEST_MINUTES,
        initial=MINUTES,
        widget=forms.NumberInput(attrs={"class": "w-1"}),
    )
    since = _day(label=_("Từ ngày"))
    citation = HoldingForm.base_fields["citation"]
