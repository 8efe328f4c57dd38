"""A year with a plan and figures, made row by row, and what its report says."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from chuan.documents.models import Document, Reading, Recipient
from chuan.objectives.models import Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.year_report import year_report
from chuan.paper.papers import Bullets, Heading, Note, Paper, Paragraph, TableBlock
from tests.paper.samples import flat
from tests.people import START, Ward, at, make_ward

AFTER = date(2022, 1, 5)
DURING = date(2021, 10, 5)


@dataclass
class Year:
    """A plan of 2021 in the making."""

    ward: Ward
    plan: Plan
    reading: Reading
    targets: dict[str, Target] = field(default_factory=dict)

    def objective(self, ordinal: str, text: str, **other: object) -> Objective:
        position = self.plan.objectives.count() + 1
        return Objective.objects.create(
            plan=self.plan, ordinal=ordinal, position=position, text=text, span_start=0, span_end=len(text),
            name=f"Mục tiêu {ordinal}", **other,
        )  # fmt: skip

    def share(self, objective: Objective, label: str, name: str, *, above: str) -> Target:
        """A promised share: more than ``above`` per cent."""
        indicator = Indicator.objects.create(
            unit=self.ward.unit, code=f"chi-tieu-{label}", name=name, measured_in="%", direction="higher",
            combine="ratio", frequency="yearly", shape="share", valid_from=START,
        )  # fmt: skip
        self.targets[label] = Target.objects.create(
            objective=objective, indicator=indicator, position=objective.targets.count() + 1, label=label,
            text=name, quantity="share", comparator="more_than", horizon="accumulated", value=above, unit="%",
            direction="higher",
        )  # fmt: skip
        return self.targets[label]

    def figure(self, label: str, numerator: int, denominator: int, **other: object) -> Measurement:
        """The year's figure of a share."""
        given = {"grade": "B", "stage": "official", "illustrative": False} | other
        return Measurement.objects.create(
            indicator=self.targets[label].indicator, period_start=date(2021, 1, 1),
            period_end=date(2022, 1, 1), as_of=at(2022, 1, 3), numerator=str(numerator),
            denominator=str(denominator), by=self.ward.clerk, recorded_at=at(2022, 1, 3), **given,
        )  # fmt: skip

    def report(self, on: date = AFTER, **other: object) -> Paper:
        return year_report(self.plan, on=on, by=self.ward.viewer(self.ward.clerk), **other)  # type: ignore[arg-type]


def a_year() -> Year:
    """A plan of the reference ward for 2021, without objectives."""
    ward = make_ward()
    decision = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="12", symbol="QĐ-UBND",
        issued_on=date(2021, 2, 19), issuer_name="ỦY BAN NHÂN DÂN PHƯỜNG", recorded_at=at(2021, 2, 20),
        subject="V/v ban hành “Mục tiêu chất lượng năm 2021”", state="confirmed",
    )  # fmt: skip
    for position, line in enumerate(
        ("- UBND thị xã;", "- TTr: Đảng ủy;", "- Như Điều 3;", "- Lưu: VP, BCĐ.")
    ):
        Recipient.objects.create(document=decision, position=position, line=line)
    reading = Reading.objects.create(
        document=decision,
        text="",
        reader_version="1",
        proposed="{}",
        result="{}",
        recorded_at=at(2021, 2, 20),
    )
    plan = Plan.objects.create(
        unit=ward.unit, owner_unit=ward.unit, year=2021, decision=decision, reading=reading,
        effective_from=date(2021, 2, 19), recorded_at=at(2021, 2, 20),
    )  # fmt: skip
    return Year(ward, plan, reading)


def a_full_year() -> Year:
    """Three objectives: one kept, one broken, one without a figure."""
    year = a_year()
    one = year.objective("1", "Trên 95% hồ sơ được giải quyết đúng thời hạn.")
    year.share(one, "1", "Hồ sơ đúng hạn", above="95")
    two = year.objective("2", "Trên 98% đơn thư được giải quyết;")
    year.share(two, "2", "Đơn thư giải quyết", above="98")
    three = year.objective("3", "Trên 90% văn bản được ký số")
    year.share(three, "3", "Văn bản ký số", above="90")
    year.figure("1", 1240, 1284)
    year.figure("2", 90, 100, grade="D", stage="estimate")
    return year


def texts(paper: Paper) -> str:
    """Everything the text of the paper says, in order."""
    said: list[str] = []
    for block in paper.body:
        match block:
            case Heading() | Paragraph() | Note():
                said.append(block.text)
            case Bullets():
                said += block.items
            case TableBlock():
                said += [*block.headers, *(cell for row in block.rows for cell in row)]
    return flat(" ".join(said))


def rows_of(paper: Paper, head: str) -> list[tuple[str, ...]]:
    """Rows of the tables whose second column is called so."""
    tables = [block for block in paper.body if isinstance(block, TableBlock) and block.headers[1] == head]
    return [tuple(flat(cell) for cell in row) for table in tables for row in table.rows]
