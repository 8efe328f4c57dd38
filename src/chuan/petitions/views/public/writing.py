"""A citizen writes: first what and who reads it, then the words; the answer is a code."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from chuan.exchange.photos import LIMITS, redraw
from chuan.people.models import Unit
from chuan.people.tries import address_of
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.posting import MOST_PHOTOS, already_sent, send_post, token_of
from chuan.petitions.forms_public import PostForm
from chuan.petitions.public import gate, stamps, switch
from chuan.petitions.receiving.against import question_on, where_words
from chuan.petitions.views.public import READS, REFUSED, SENDS, TOO_MANY, for_citizens, public_page
from chuan.rules.petitions import Kind, Outcome
from chuan.rules.refusals import Refused

KINDS = {"phan-anh": Kind.FEEDBACK, "kien-nghi": Kind.SUGGESTION}
TRAP = "trang_web"
"""A box that people do not see, and that programmes fill in."""
MOST_WITH_PHOTOS = MOST_PHOTOS * LIMITS.file_bytes + 1_000_000
_FIELDS = {"public_text_missing": "text"}
_PHOTO_CODES = ("file_", "picture_", "too_slow")


@for_citizens(*READS, chosen=False)
def start(request: HttpRequest, unit: Unit | None) -> HttpResponse:
    """Who reads it, what must not be written here, and which of the four it is."""
    if unit is None:
        units = [
            (one, switch.code_of(one, request.__dict__["on"]))
            for one in switch.PAGE.open_units(request.__dict__["on"])
        ]
        return public_page(request, "units", _("Chọn phường, xã"), None, units=units)
    return public_page(request, "start", _("Gửi phản ánh, kiến nghị"), unit)


@for_citizens(*READS)
def elsewhere(request: HttpRequest, unit: Unit, which: str) -> HttpResponse:
    """Complaints and denunciations: nothing is taken in here; where to go."""
    if which not in ("khieu-nai", "to-cao"):
        raise Http404
    answers = question_on(request.__dict__["on"]).answers
    leaders = [
        (one, where_words(one.where), one.citation.article.partition(":")[0])
        for one in answers
        if one.outcome is Outcome.NOT_TAKEN
    ]
    denounces = which == "to-cao"
    title = _("Tố cáo không gửi ở trang này") if denounces else _("Khiếu nại không gửi ở trang này")
    return public_page(
        request, "elsewhere", title, unit, denounces=denounces, leaders=leaders if denounces else []
    )


@sensitive_post_parameters()
@for_citizens(*SENDS, most=MOST_WITH_PHOTOS)
def write(request: HttpRequest, unit: Unit, which: str) -> HttpResponse:
    """The words, a place, up to three photos; whoever wants, a name. What is refused stays as it was typed."""
    if which not in KINDS:
        raise Http404
    is_sent, status = request.method == "POST", 200
    form = PostForm(*((request.POST, request.FILES) if is_sent else ()))
    if is_sent and form.is_valid():
        try:
            code = _sent(request, form, unit, KINDS[which])
            return public_page(request, "sent", _("Đã gửi, chờ xem"), unit, code=code)
        except Refused as refusal:
            form.add_error(_field_of(refusal), refusal.sentence)
            status = TOO_MANY if isinstance(refusal, _FULL) else REFUSED
    elif is_sent:
        status = REFUSED
    title = _("Viết phản ánh") if KINDS[which] is Kind.FEEDBACK else _("Viết kiến nghị")
    return public_page(
        request, "write", title, unit, status=status, form=form, trap=TRAP, stamp=_stamp(request, unit)
    )


_FULL = (refusals.PublicTooMany, refusals.PublicQueueFull)


def _sent(request: HttpRequest, form: PostForm, unit: Unit, kind: Kind) -> str:
    """The code of the receipt: of the post that was just put into the queue, or of the same form sent before."""
    at = request.__dict__["at"]
    if request.POST.get(TRAP):
        raise refusals.PublicTrap()
    stamp = stamps.read(request.POST.get("stamp", ""), unit, at=at)
    written = form.written(kind)
    token = token_of(written, stamp)
    if already_sent(token, unit):
        return stamps.code_of(token)
    gate.admit(unit, address_of(request), at=at)
    photos = [
        redraw(one.read(), name=_("ảnh %d") % number)
        for number, one in enumerate(form.cleaned_data["photos"], start=1)
    ]
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    return send_post(written, photos, token=token, unit=unit, at=timezone.now())


def _stamp(request: HttpRequest, unit: Unit) -> str:
    """The mark of the form as it came, as long as it is ours and not too old; else a new one."""
    at, sent = request.__dict__["at"], request.POST.get("stamp", "")
    try:
        stamps.read(sent, unit, at=at + stamps.LEAST)
    except refusals.PublicTooFast:
        return stamps.made(unit, at)
    return sent


def _field_of(refusal: Refused) -> str | None:
    if refusal.code.startswith(_PHOTO_CODES):
        return "photos"
    return _FIELDS.get(refusal.code)
