"""The head chooses the hour, the readers, the order."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.briefing import actions
from chuan.briefing.choices import choice_of, weights_of
from chuan.briefing.forms import ChoiceForm
from chuan.briefing.permissions import require_set
from chuan.briefing.views.pages import HOME, page, saved
from chuan.law import harms as law
from chuan.people.door import Request
from chuan.people.sent_forms import sent


def choose(request: Request) -> HttpResponse:
    """One page, everything filled with what stands."""
    require_set(request.viewer)
    choice = choice_of(request.viewer.unit, request.on)
    weights, titles = weights_of(choice, request.on), law.titles()
    ordered = sorted(weights, key=lambda kind: -weights[kind])
    first = {
        "on": True, "hour": f"{choice.hour:%H:%M}", "readers": choice.readers,
        "order": "\n".join(titles[one] for one in ordered),
    }  # fmt: skip
    form = ChoiceForm(sent(request), initial=first)

    def save() -> str:
        given = form.cleaned_data["citation"]
        actions.choose_brief(form.choice, by=request.viewer, at=request.at, citation=given)
        return HOME

    context = page(request, _("Bản tin sáng: giờ, người đọc, thứ tự"))
    lead = _("Thứ tự là thông lệ, không văn bản nào quy định; đơn vị đổi được.")
    return saved(request, form, save, context, done=_("Đã ghi."), back=HOME, button=_("Ghi"), lead=lead)
