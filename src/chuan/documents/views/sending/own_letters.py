"""Letters of the house to the viewer: where he wants them, and what became of the last ones."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import own_letters
from chuan.documents.actions.own_letters import set_address
from chuan.documents.forms_sending import OwnMailForm
from chuan.documents.models import MailAddress, OwnLetter
from chuan.documents.sending import mail
from chuan.people.door import Request
from chuan.people.permissions import may_keep_staff
from chuan.people.sent_forms import saved, sent


def mine(request: Request) -> HttpResponse:
    """One box, and the last letters with their state; who keeps the house sees what is stuck."""
    viewer = request.viewer
    held = MailAddress.objects.filter(official=viewer.official).first() if viewer.official else None
    form = OwnMailForm(sent(request), initial={"address": held.address if held else ""})
    context = {
        "title": _("Thư báo"),
        "crumbs": [(_("Tài khoản của tôi"), reverse("people:account"))],
        "configured": mail.is_configured(),
        "letters": OwnLetter.objects.seen_by(viewer).order_by("-put_at", "-pk")[: own_letters.SHOWN],
        "stuck": own_letters.stuck(viewer.unit_ids) if may_keep_staff(viewer) else None,
        "official": viewer.official,
    }
    return saved(
        request, form, lambda: set_address(form.cleaned_data["address"], by=viewer, at=request.at),
        "documents/sending/own_letters.html", context,
        done=_("Đã ghi."), back=reverse("documents:own_letters"),
    )  # fmt: skip
