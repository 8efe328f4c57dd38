"""Outside providers as they stand on a day, with their last judgment; what the register tells of itself (8.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.exchange.sheets import CellValue, Table
from chuan.law.providers import criteria_on
from chuan.offers.holdings import Holding
from chuan.offers.review_inputs import Asked, Said
from chuan.offers.self_checks import Gap, Looked, SelfCheck, Severity
from chuan.people.models import Unit
from chuan.processes.forms_providers import MET_WORDS
from chuan.processes.models import Process, Provider, ProviderEvaluation
from chuan.processes.models.providers import ProviderQuerySet
from chuan.rules.providers import Met, is_due
from chuan.rules.risks import months_later
from chuan.rules.types import Period
from chuan.rules.wording import said
from chuan.ui import formatters as say


@dataclass(frozen=True, slots=True)
class Line:
    """A provider, its judgments up to a day (the last one first), whether it is due to be judged on that day."""

    provider: Provider
    judgments: tuple[ProviderEvaluation, ...]
    due: bool

    @property
    def last(self) -> ProviderEvaluation | None:
        """The last judgment."""
        return self.judgments[0] if self.judgments else None

    @property
    def is_late(self) -> bool:
        """Whether the day set for judging it has passed."""
        return self.due

    @property
    def address(self) -> str:
        """Its page."""
        return reverse("processes:provider", args=[self.provider.uid])


def standing(unit: Unit, on: date) -> ProviderQuerySet:
    """Those of the unit that provide something on the day."""
    return Provider.objects.on(on).filter(owner_unit=unit)


def lines(rows: ProviderQuerySet, on: date) -> list[Line]:
    """Each with its judgments made by the day, by name; two statements."""
    judged = ProviderEvaluation.objects.filter(on__lte=on).select_related("by").order_by("-on", "-pk")
    found = rows.select_related("process").prefetch_related(Prefetch("evaluations", queryset=judged))
    return [_line(one, on) for one in found.order_by("name", "pk")]


def _line(one: Provider, on: date) -> Line:
    judgments = tuple(one.evaluations.all())
    return Line(one, judgments, one.valid_to is None and one.evaluate_on < on)


def outcome(made: ProviderEvaluation) -> str:
    """What a judgment says, in one line: the result, what was not met whole, why."""
    lacking = [f"{words.lower()}: {MET_WORDS[Met(met)]}" for _key, words, met, _note in made.answers
               if met in (Met.NO, Met.PARTLY)]  # fmt: skip
    told = [str(made.get_result_display()), *lacking]
    return f"{'; '.join(told)}{f'. {made.why}' if made.why else ''}"


def not_judged(looked: Looked) -> Iterator[Gap]:
    """A provider that nobody judged for a year."""
    limit = months_later(looked.on, -criteria_on(looked.on).months)
    for one in lines(standing(looked.unit, looked.on), looked.on):
        last = one.last.on if one.last else None
        if is_due(last, one.provider.valid_from, on=looked.on, limit=limit):
            words = {"name": one.provider.name}
            yield Gap(_("“%(name)s” chưa được đánh giá trong 12 tháng. Bấm Đánh giá.") % words, one.address)


def not_listed(looked: Looked) -> Iterator[Gap]:
    """A process of which somebody outside does a part, and nobody of the register."""
    rows = Process.objects.on(looked.on).filter(owner_unit=looked.unit).exclude(outside="")
    there = set(standing(looked.unit, looked.on).exclude(process=None).values_list("process_id", flat=True))
    for one in rows.order_by("position", "pk"):
        if one.pk not in there:
            words = {"name": f"{one.code} {one.name}", "who": one.outside}
            sentence = _(
                "“%(name)s” có bên ngoài làm (%(who)s) nhưng chưa ghi bên cung cấp nào. Bấm Thêm bên cung cấp."
            )
            yield Gap(sentence % words, reverse("processes:providers"))


CHECKS = (
    SelfCheck("processes.provider_not_judged", "8.4.1", later("Bên cung cấp được đánh giá trong 12 tháng"),
              Severity.WARNING, not_judged),
    SelfCheck("processes.outside_not_listed", "8.4.1", later("Phần việc bên ngoài làm có bên cung cấp"),
              Severity.HINT, not_listed),
)  # fmt: skip


def holdings(unit: Any, period: Period) -> list[Holding]:
    """Judgments of the period, providers with their control as they stood at its end; two statements."""
    judged = ProviderEvaluation.objects.filter(
        provider__owner_unit=unit, on__gte=period.start, on__lt=period.end
    ).count()
    there = list(standing(unit, period.end - timedelta(days=1)).values_list("citation", flat=True))
    address = reverse("processes:providers")
    told = sum(1 for citation in there if citation)
    return [
        Holding("8.4.1", _("lần đánh giá bên cung cấp ngoài"), address, judged),
        Holding("8.4.2", _("bên cung cấp ngoài có cách kiểm soát"), address, len(there), kept=True),
        Holding("8.4.3", _("bên cung cấp ngoài có hợp đồng, văn bản"), address, told, kept=True),
    ]


def performance(asked: Asked) -> Sequence[Said]:
    """9.3.2 c 7: each provider with its last judgment of the period; one that nobody judged is named as lacking."""
    day = min(asked.on, asked.period.end - timedelta(days=1))
    found = []
    for one in lines(standing(asked.unit, day), day):
        made = next((other for other in one.judgments if asked.period.start <= other.on), None)
        name = {"name": one.provider.name}
        if made is None:
            found.append(Said(_("%(name)s: chưa được đánh giá trong kỳ.") % name, one.address, short=True))
            continue
        told = name | {"day": said(made.on), "outcome": outcome(made)}
        found.append(Said(_("%(name)s, đánh giá ngày %(day)s: %(outcome)s.") % told, one.address))
    return found


def table(rows: Sequence[Line], unit: Unit, on: date) -> Table:
    """The register as a worksheet, complete."""
    return Table(
        title=_("Bên cung cấp ngoài – %s") % unit.committee,
        headers=[
            _("Bên cung cấp"), _("Loại"), _("Cung cấp gì"), _("Kiểm soát thế nào"), _("Quá trình"), _("Văn bản"),
            _("Từ ngày"), _("Đánh giá gần nhất"), _("Kết luận"), _("Dựa vào đâu"), _("Đánh giá lại trước"),
        ],
        rows=[_row(one) for one in rows],
        notes=[_("Tính đến ngày %s.") % say.day(on)],
        sheet_name=_("Bên cung cấp"),
    )  # fmt: skip


def _row(one: Line) -> list[CellValue]:
    row, last = one.provider, one.last
    return [
        row.name, str(row.get_kind_display()), row.provides, row.controls, row.process.code if row.process else "",
        row.citation, row.valid_from, last.on if last else None, outcome(last) if last else _("chưa đánh giá"),
        last.evidence if last else "", row.evaluate_on,
    ]  # fmt: skip
