"""Sign-in, sign-out, change of password: allauth's ways with our forms and pages."""

from __future__ import annotations

from typing import Any

from allauth.account import views as allauth
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import entering, outside, proofs
from chuan.people.actions import signing
from chuan.people.forms import PasswordForm, SignInForm
from chuan.rules.refusals import Refused


class SignIn(allauth.LoginView):
    """The one page a stranger may open."""

    form_class = SignInForm
    template_name = "people/sign_in.html"

    def form_valid(self, form: SignInForm) -> HttpResponse:
        """The password was right: the door opens, or the code is asked for first."""
        account = form.user
        if entering.needs_code(self.request, account, at=self.request.at):
            to = self.get_success_url() or reverse("home")
            entering.wait_for_code(self.request, account, to=to, at=self.request.at)
            return redirect("sign_in_code")
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page's name, and whether there is a common sign-in beside it."""
        return super().get_context_data(title=_("Đăng nhập"), outside=outside.client(), **kwargs)


class SignOut(allauth.LogoutView):
    """Asks on GET, leaves on POST."""

    template_name = "people/sign_out.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page's name."""
        return super().get_context_data(title=_("Đăng xuất"), **kwargs)


class ChangePassword(allauth.PasswordChangeView):
    """For everybody signed in; the only page open to a password that somebody else issued."""

    form_class = PasswordForm
    template_name = "people/change_password.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """The form checks the old password as a try to sign in, which needs the request."""
        return super().get_form_kwargs() | {"request": self.request}

    def form_valid(self, form: PasswordForm) -> HttpResponse:
        """Change it, keep this session under a new key, end every other."""
        try:
            keep = proofs.sitting_of(self.request)
            signing.change_password(form.user, new=form.cleaned_data["new"], keep=keep, at=self.request.at)
        except Refused as refusal:
            form.add_error("new", refusal.sentence)
            return self.form_invalid(form)
        update_session_auth_hash(self.request, form.user)
        proofs.follow_key(self.request)
        messages.success(self.request, _("Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc."))
        return HttpResponseRedirect(reverse("people:account"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page's name, and whether the password was issued by somebody else."""
        issued = self.request.user.must_change_password
        return super().get_context_data(title=_("Đổi mật khẩu"), issued=issued, **kwargs)
