"""The button that counts a month's sign-ins to Chuẩn."""

from __future__ import annotations

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.types import Period
from chuan.workforce.actions.own_use import count_own_use
from chuan.workforce.permissions import require_keep

_MONTH = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])")


@require_POST
def count(request: Request) -> HttpResponse:
    """Count one month of the viewer's unit; the numbers stand from then on."""
    require_keep(request.viewer)
    asked = _MONTH.fullmatch(request.POST.get("thang", ""))
    if asked is None:
        raise NotFound(thing=_("tháng này"))
    month = Period.month(int(asked[1]), int(asked[2]))
    try:
        count_own_use(request.viewer.unit, month, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("Đã đếm lượt vào Chuẩn của tháng %s.") % f"{month.start:%m/%Y}")
    return redirect(f"{reverse('workforce:tools')}?cong-cu=phan-mem&nam={month.start.year}")
