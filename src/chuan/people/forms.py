"""The shape of what is typed about people; who may and whether it holds is decided in actions."""

from __future__ import annotations

from typing import Any, cast

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Account, Post
from chuan.people.refusals import OwnPasswordWrong, SignInWrong
from chuan.people.roles import OUTSIDE, Role
from chuan.people.signin import LockingBackend
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.ui.widgets import VietnameseDateField

USER_NAME = {"autocomplete": "username", "autocapitalize": "none"}


class SignInForm(LoginForm):
    """Name and password; a refusal stands under the password, as it does not say which was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"),
            max_length=60,
            error_messages={"required": _("Nhập tên đăng nhập được cấp.")},
            widget=forms.TextInput(attrs=USER_NAME | ({} if self.is_bound else {"autofocus": True})),
        )
        self.fields["password"] = _password(_("Mật khẩu"), "current-password", _("Nhập mật khẩu."))
        self.order_fields(["login", "password"])

    def clean(self) -> dict[str, Any]:
        """Check name and password together; what is refused keeps the typed name."""
        try:
            return super().clean() or self.cleaned_data
        except Refused as refusal:
            self.add_error("password", refusal.sentence)
        return self.cleaned_data


class PasswordForm(forms.Form):
    """The password in use, and the new one twice."""

    def __init__(self, *args: Any, user: Account, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request
        self.fields["old"] = _password(
            _("Mật khẩu đang dùng"), "current-password", _("Nhập mật khẩu đang dùng.")
        )
        self.fields["new"] = _password(_("Mật khẩu mới"), "new-password", _("Nhập mật khẩu mới."))
        self.fields["new"].help_text = _(
            "Ít nhất 12 ký tự; một câu dài dễ nhớ thì tốt. Không dùng tên đăng nhập."
        )
        self.fields["again"] = _password(
            _("Mật khẩu mới, lần nữa"), "new-password", _("Nhập lại mật khẩu mới.")
        )

    def clean_old(self) -> str:
        """Counted like a try to sign in: a session left open is no way to guess."""
        typed = self.cleaned_data["old"]
        try:
            found = LockingBackend().authenticate(self.request, username=self.user.username, password=typed)
        except SignInWrong as wrong:
            raise forms.ValidationError(OwnPasswordWrong(left=wrong.left).sentence) from None
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from None
        if found != self.user:
            raise forms.ValidationError(OwnPasswordWrong(left=0).sentence)
        return str(typed)

    def clean_new(self) -> str:
        """Long enough, not common, not the user name."""
        validate_password(self.cleaned_data["new"], self.user)
        return self.cleaned_data["new"]

    def clean_again(self) -> str:
        """Twice the same."""
        if self.cleaned_data.get("new") not in (None, self.cleaned_data["again"]):
            raise forms.ValidationError(_("Hai lần nhập mật khẩu mới chưa giống nhau. Nhập lại cả hai ô."))
        return self.cleaned_data["again"]


def _password(label: Any, autocomplete: str, missing: Any) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete, "class": "w-4"})
    return forms.CharField(
        label=label, strip=False, max_length=256, widget=widget, error_messages={"required": missing}
    )


# Staff: the shape only; permissions and rules answer in actions


class OfficialForm(forms.Form):
    """A new official."""

    name = forms.CharField(
        label=_("Họ và tên"), max_length=120, error_messages={"required": _("Ghi họ và tên.")}
    )


def _day(**given: Any) -> VietnameseDateField:
    """A date as wide as a date."""
    return VietnameseDateField(widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-2"}), **given)


class HoldingForm(forms.Form):
    """What a post and a role have in common: a period and a document."""

    since = _day(label=_("Từ ngày"), help_text=_("Ngày văn bản có hiệu lực, ví dụ 01/07/2025."))
    until = _day(
        label=_("Thôi từ ngày"),
        required=False,
        help_text=_("Ngày đầu tiên không còn giữ. Để trống nếu chưa định."),
    )
    citation = forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        help_text=_("Số, ký hiệu và ngày, ví dụ Quyết định 15/QĐ-UBND ngày 04/01/2021."),
        error_messages={"required": _("Ghi văn bản làm căn cứ.")},
    )


class RoleForm(HoldingForm):
    """A role to give. Overseers come from the level above, not from the unit's own officials."""

    role = forms.ChoiceField(
        label=_("Vai trò"),
        choices=[("", _("Chọn vai trò")), *[(r.value, r.label) for r in Role if r not in OUTSIDE]],
        error_messages={"required": _("Chọn vai trò.")},
    )
    field_order = ["role", "since", "until", "citation"]


class PostForm(HoldingForm):
    """A post to give: one of the unit's, or a new one."""

    post = forms.ModelChoiceField(
        label=_("Chức danh"), queryset=Post.objects.none(), required=False, empty_label=_("Chọn chức danh")
    )
    new_post = forms.CharField(
        label=_("Hoặc chức danh mới"),
        max_length=120,
        required=False,
        help_text=_("Chỉ ghi khi chưa có trong danh sách."),
    )
    field_order = ["post", "new_post", "since", "until", "citation"]

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        posts = Post.objects.seen_by(viewer).filter(unit=viewer.unit).order_by("title")
        cast("forms.ModelChoiceField[Post]", self.fields["post"]).queryset = posts

    def clean(self) -> dict[str, Any]:
        """One of the two, not both."""
        given = super().clean() or self.cleaned_data
        if bool(given.get("post")) == bool(given.get("new_post")) and not self.errors:
            self.add_error("post", _("Chọn một chức danh trong danh sách, hoặc ghi một chức danh mới."))
        return given


class EndForm(forms.Form):
    """What to take back, from when, by which document."""

    held = forms.ChoiceField(label=_("Thôi giữ"), error_messages={"required": _("Chọn việc thôi giữ.")})
    on = _day(label=_("Từ ngày"), help_text=_("Ngày đầu tiên không còn giữ."))
    citation = HoldingForm.base_fields["citation"]

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast("forms.ChoiceField", self.fields["held"]).choices = [
            ("", _("Chọn chức danh hoặc vai trò")),
            *choices,
        ]


class AccountForm(forms.Form):
    """A user name for an official."""

    username = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        help_text=_("Chữ không dấu, viết thường, ví dụ hoai.tt. Không đổi được về sau."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "class": "w-3"}),
        error_messages={"required": _("Ghi tên đăng nhập.")},
    )


class CloseForm(forms.Form):
    """The document by which somebody left."""

    citation = HoldingForm.base_fields["citation"]
