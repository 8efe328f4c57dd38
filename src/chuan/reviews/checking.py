"""Named rules about reviews for the check of the whole system, and what is held for clauses 9.3.1 to 9.3.3."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chuan.law.qms import after, qms_value
from chuan.law.review_inputs import inputs
from chuan.offers import holdings, self_checks
from chuan.offers.holdings import Holding
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Unit
from chuan.reviews.models import Addition, Resolution, Review, ReviewLine
from chuan.rules.law import NotInForce
from chuan.rules.types import Period
from chuan.rules.wording import said

SIGNED = ("signed", "followed")
SOURCE = "19/2014/QĐ-TTg, Điều 4 khoản 4 điểm b"


def older_than_a_year(looked: Looked) -> Iterator[Gap]:
    """The last signed review lies further back than the law allows, or there was none."""
    last = (
        Review.objects.filter(owner_unit=looked.unit, status__in=SIGNED, held_on__lte=looked.on)
        .order_by("-held_on").first()
    )  # fmt: skip
    if last is None or last.held_on is None:
        yield Gap(
            "Chưa có cuộc xem xét nào của lãnh đạo được ký. Triệu tập một cuộc.", reverse("reviews:all")
        )
        return
    try:
        due, months = after(last.held_on, "review_months"), qms_value("review_months", looked.on).value
    except NotInForce:
        return
    if looked.on > due:
        sentence = f"Lần xem xét gần nhất họp ngày {said(last.held_on)}, quá {months} tháng. Triệu tập cuộc tiếp theo."
        yield Gap(sentence, reverse("reviews:all"))


def signed_without_input(looked: Looked) -> Iterator[Gap]:
    """A signed review with a letter of which nothing was said: the signing refuses it, so it came in another way."""
    for one in Review.objects.filter(owner_unit=looked.unit, status__in=SIGNED, held_on__lte=looked.on):
        collection = one.collections.order_by("-number").first()
        told = ReviewLine.objects.filter(collection=collection, short=False).values_list("letter", flat=True)
        words = Addition.objects.standing().filter(review=one).values_list("letter", flat=True)
        if left := [letter for letter in inputs() if letter not in {*told, *words}]:
            sentence = f"Cuộc xem xét {one.code} đã ký mà thiếu đầu vào: {', '.join(left)}. Bổ sung ở lần xem xét sau."
            yield Gap(sentence, reverse("reviews:inputs", args=[one.uid]))


def decision_overdue(looked: Looked) -> Iterator[Gap]:
    """A decision past its day that is not done."""
    rows = Resolution.objects.open().filter(review__owner_unit=looked.unit, due_on__lt=looked.on)
    for one in rows.select_related("owner", "review").order_by("due_on")[:50]:
        owner = one.owner.name if one.owner else "chưa có người"
        sentence = (
            f"Kết luận “{one.words[:120]}” của {one.review.code} quá hạn {said(one.due_on)} ({owner}). Ghi đã xong, "
            "hoặc chuyển sang lần xem xét sau."
        )
        yield Gap(sentence, reverse("reviews:decision", args=[one.uid]))


def not_signed(looked: Looked) -> Iterator[Gap]:
    """A meeting that was held and never signed."""
    rows = Review.objects.filter(
        owner_unit=looked.unit, status__in=("held", "decided"), held_on__lt=looked.on
    )
    for one in rows:
        sentence = f"Cuộc xem xét {one.code} họp ngày {said(one.held_on)} chưa ký. Ghi đủ kết luận rồi ký."
        yield Gap(sentence, reverse("reviews:one", args=[one.uid]))


def held(unit: Unit, period: Period) -> Iterator[Holding]:
    """Reviews signed in the period, their inputs and decisions; two statements."""
    within = Q(owner_unit=unit, status__in=SIGNED, held_on__gte=period.start, held_on__lt=period.end)
    count = Review.objects.filter(within).count()
    of_signed = Q(review__in=Review.objects.filter(within)) & ~Q(state__in=("void", "none"))
    decided = Resolution.objects.filter(of_signed).aggregate(
        all=Count("pk"), change=Count("pk", filter=Q(kind="change")), better=Count("pk", filter=Q(kind="improvement"))
    )  # fmt: skip
    home, decisions = reverse("reviews:all"), reverse("reviews:decisions")
    yield Holding("9.1.1", str(_("cuộc xem xét đã dùng kết quả theo dõi và đo")), home, count)
    yield Holding("9.1.3", str(_("cuộc xem xét đã dùng kết quả phân tích")), home, count)
    yield Holding("9.3.1", str(_("cuộc xem xét của lãnh đạo đã ký")), home, count)
    yield Holding("9.3.2", str(_("bộ đầu vào đã chốt")), home, count)
    yield Holding("9.3.3", str(_("kết luận có người chịu trách nhiệm và hạn")), decisions, decided["all"])
    yield Holding("6.3", str(_("kết luận về thay đổi hệ thống")), decisions, decided["change"])
    yield Holding("10.3", str(_("kết luận về cải tiến")), decisions, decided["better"])


def offer() -> None:
    """Register; called when the programme starts."""
    self_checks.offer(
        SelfCheck("reviews.older_than_a_year", "9.3.1", _("Xem xét của lãnh đạo quá một năm"), Severity.BREACH,
                  older_than_a_year, SOURCE),
        SelfCheck("reviews.signed_without_input", "9.3.2", _("Cuộc xem xét đã ký thiếu đầu vào"), Severity.BREACH,
                  signed_without_input),
        SelfCheck("reviews.decision_overdue", "9.3.3", _("Kết luận xem xét quá hạn"), Severity.WARNING,
                  decision_overdue),
        SelfCheck("reviews.not_signed", "9.3.3", _("Cuộc xem xét đã họp chưa ký"), Severity.WARNING, not_signed),
    )  # fmt: skip
    holdings.offer(held)
