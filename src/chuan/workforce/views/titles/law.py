"""Which of its laws a year of titles is decided under, chosen with a reason."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.sent_forms import sent
from chuan.workforce.actions.titles_law import choose_law
from chuan.workforce.forms_own_law import LawOfYearForm
from chuan.workforce.titles.law_words import decided_words, law_words
from chuan.workforce.titles.laws import laws_of
from chuan.workforce.views.forms import saved
from chuan.workforce.views.titles.around import around, kept_round


def choose(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Choose the law of a year that goes through two, or leave it to the day of the decision."""
    round_ = kept_round(request, uid)
    laws = laws_of(round_)
    choices = [("", _("Theo ngày quyết định; hiện là %s") % laws.default.name)]
    choices += [(one.since.isoformat(), law_words(one)) for one in laws.laws]
    chosen = round_.law_since.isoformat() if round_.law_since else ""
    form = LawOfYearForm(sent(request), laws=choices, initial={"law": chosen})

    def save() -> None:
        given = form.cleaned_data
        since = date.fromisoformat(given["law"]) if given["law"] else None
        choose_law(round_, since, given["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Chọn quy định cho năm %s") % round_.year,
        done=_("Đã chọn quy định của năm."), button=_("Chọn quy định"), lead=decided_words(laws), **around(round_.year),
    )  # fmt: skip
