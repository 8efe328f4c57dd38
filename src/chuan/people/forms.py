"""The shape of what is typed about people; who may and whether it holds is decided in actions."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Account
from chuan.people.signin import LockingBackend
from chuan.rules.refusals import Refused


class SignInForm(LoginForm):
    """Name and password; a refusal stands under the password, as it does not say which was wrong."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"),
            max_length=60,
            error_messages={"required": _("Nhập tên đăng nhập được cấp.")},
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "autofocus": True}),
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
        self.fields["old"] = _password(_("Mật khẩu đang dùng"), "current-password", _("Nhập mật khẩu đang dùng."))
        self.fields["new"] = _password(_("Mật khẩu mới"), "new-password", _("Nhập mật khẩu mới."))
        self.fields["new"].help_text = _("Ít nhất 12 ký tự; một câu dài dễ nhớ thì tốt. Không dùng tên đăng nhập.")
        self.fields["again"] = _password(_("Mật khẩu mới, lần nữa"), "new-password", _("Nhập lại mật khẩu mới."))

    def clean_old(self) -> str:
        """Counted like a try to sign in: a session left open is no way to guess."""
        try:
            LockingBackend().authenticate(self.request, username=self.user.username, password=self.cleaned_data["old"])
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence.replace(str(_("Tên hoặc mật khẩu")), str(_("Mật khẩu")))) from None
        return self.cleaned_data["old"]

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
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(
        label=label, strip=False, max_length=256, widget=widget, error_messages={"required": missing}
    )
