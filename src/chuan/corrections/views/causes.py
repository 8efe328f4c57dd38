"""The list of causes in force, and the unit's own in its place."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.corrections import actions
from chuan.corrections.causes import listed, written
from chuan.corrections.forms import CausesForm
from chuan.corrections.permissions import may_keep, require_keep
from chuan.corrections.views.found import crumbs_to, saved
from chuan.people.door import Request
from chuan.people.sent_forms import sent


def shown(request: Request) -> HttpResponse:
    """Causes branch by branch, and where the list comes from."""
    context = {
        "title": _("Danh mục nguyên nhân"), "where": request.viewer.unit.committee, "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example, "told": listed(request.viewer.unit, request.on),
        "keeper": may_keep(request.viewer),
    }  # fmt: skip
    return render(request, "corrections/causes.html", context)


def put(request: Request) -> HttpResponse:
    """The unit's own list, by its own document."""
    require_keep(request.viewer)
    told = listed(request.viewer.unit, request.on)
    form = CausesForm(sent(request), initial={"lines": written(told.causes), "since": request.on})

    def save() -> None:
        given = form.cleaned_data
        actions.set_causes(
            given["lines"], since=given["since"], citation=given["citation"], by=request.viewer, at=request.at
        )

    back = reverse("corrections:causes")
    return saved(
        request, form, save, title=_("Đặt danh mục của đơn vị"), button=_("Đặt danh mục"),
        done=_("Đã đặt danh mục nguyên nhân; nguyên nhân đã ghi giữ nguyên."), back=back,
        lead=_("Nguyên nhân giữ nguyên lời thì vẫn nhận ra được khi tái diễn. Dòng nào bỏ đi thì không chọn nữa."),
        crumbs=[*crumbs_to(), (_("Danh mục nguyên nhân"), back)],
    )  # fmt: skip
