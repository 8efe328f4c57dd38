"""A citizen answers a survey: on a telephone, or on the tablet at the counter (``?quay=1``)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from chuan.people.tries import address_of
from chuan.petitions import refusals_public
from chuan.petitions.public import stamps
from chuan.petitions.views.public import REFUSED, SENDS, TOO_MANY, for_strangers
from chuan.rules.refusals import Refused
from chuan.satisfaction import actions
from chuan.satisfaction.forms import AnswerForm
from chuan.satisfaction.models import Survey, SurveyAnswer
from chuan.satisfaction.public import bounds, switch
from chuan.satisfaction.refusals import SurveySentAlready, SurveyTooMany

TRAP = "trang_web"
"""A box that people do not see, and that programmes fill in."""
_FIELDS = {"words_too_long": "words"}


def _survey(request: HttpRequest, code: str) -> Survey:
    found = switch.survey_of(code, request.__dict__["on"])
    if found is None:
        raise Http404
    return found


@sensitive_post_parameters()
@for_strangers(_survey, *SENDS)
def answer(request: HttpRequest, survey: Survey, code: str) -> HttpResponse:
    """The questions on one page; sent, a word of thanks, or on the tablet the clean form for whoever comes next."""
    on = request.__dict__["on"]
    if not survey.starts <= on < survey.ends:
        return _page(
            request,
            survey,
            "closed",
            status=200 if request.method != "POST" else REFUSED,
            early=on < survey.starts,
        )
    is_sent, status, stamp = request.method == "POST", 200, ""
    form = AnswerForm(request.POST if is_sent else None, survey=survey)
    if is_sent and form.is_valid():
        try:
            _send(request, form, survey)
            return _after(request, survey)
        except Refused as refusal:
            form.add_error(_FIELDS.get(refusal.code), refusal.sentence)
            status = TOO_MANY if isinstance(refusal, SurveyTooMany) else REFUSED
            stamp = (
                stamps.made(survey.unit, request.__dict__["at"])
                if isinstance(refusal, SurveySentAlready)
                else ""
            )
    elif is_sent:
        status = REFUSED
    return _page(
        request, survey, "answer", status=status, form=form, trap=TRAP, stamp=stamp or _stamp(request, survey)
    )


def _send(request: HttpRequest, form: AnswerForm, survey: Survey) -> None:
    at = request.__dict__["at"]
    if request.POST.get(TRAP):
        raise refusals_public.PublicTrap()
    token = bounds.token_of(survey, stamps.read(request.POST.get("stamp", ""), survey.unit, at=at))
    if actions.answered_before(survey, token, form.told()):
        return
    bounds.admit(survey.unit, address_of(request), at=at)
    way = SurveyAnswer.Way.COUNTER if _at_counter(request) else SurveyAnswer.Way.PHONE
    actions.answer(survey, form.told(), way=way, token=token, at=at)


def _after(request: HttpRequest, survey: Survey) -> HttpResponse:
    """Nothing of the answer stays on a screen that others use."""
    if _at_counter(request):
        return HttpResponseRedirect(f"{request.path}?quay=1&xong=1")
    return _page(request, survey, "thanks")


def _at_counter(request: HttpRequest) -> bool:
    return request.GET.get("quay") == "1"


def _stamp(request: HttpRequest, survey: Survey) -> str:
    """The mark of the form as it came, as long as it is ours and not too old; else a new one."""
    at, sent = request.__dict__["at"], request.POST.get("stamp", "")
    try:
        stamps.read(sent, survey.unit, at=at + stamps.LEAST)
    except refusals_public.PublicTooFast:
        return stamps.made(survey.unit, at)
    return sent


def _page(
    request: HttpRequest, survey: Survey, template: str, *, status: int = 200, **more: object
) -> HttpResponse:
    context = {
        "title": survey.title,
        "survey": survey,
        "unit_name": survey.unit.committee,
        "home_url": request.path,
        "demo": survey.unit.example,
        "counter": _at_counter(request),
        "done": _at_counter(request) and request.method == "GET" and request.GET.get("xong") == "1",
        "thanks": _("Đã nhận phiếu. Cảm ơn ông/bà."),
        **more,
    }
    return render(request, f"satisfaction/public/{template}.html", context, status=status)
