"""A province for the benchmarks: one invented ward written row by row, then copied inside the database.

Deterministic: the same rows in every run, but for the account's password and the day it is run on.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import connection, models

from chuan.clocks.models import Clock
from chuan.documents.models import Document, Reading
from chuan.objectives.models import FigureDue, Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.periods import periods_of
from chuan.people.models import Account, Appointment, Official, Post, RoleGrant, Unit
from chuan.people.roles import Role
from chuan.rules.types import Period
from chuan.trail import chain as links
from chuan.trail.models import Entry, Head

WARDS, YEARS, INDICATORS = 200, 5, 40
OTHER_PAPERS = 40
ACTS = 500
TOPS, CHILDREN = 8, 28
"""Objectives of a plan: eight promises, the first with 28 bullets of one figure each, the others share the rest."""
KINDS = ("share", "share", "sum", "level", "yes_no")
TABLES = (
    Unit,
    Official,
    Post,
    Document,
    Reading,
    Plan,
    Objective,
    Indicator,
    Target,
    Measurement,
    FigureDue,
    Clock,
)
PAPER = "Quyết định phân công dùng để đo"


@dataclass(frozen=True)
class Province:
    """What the benchmarks ask pages of."""

    account: Account
    years: Sequence[int]
    running: int
    target: Target


def build(on: date) -> dict[str, int]:
    """Fill an empty database: five full years before ``on`` and the running one, in every ward. Rows by table."""
    ward = _Ward(_years(on), on)
    ward.write()
    counts = {}
    for model in TABLES:
        counts[model.__name__] = ward.counts[model] * WARDS
        _copy(model, ward.counts)
    counts["Entry"] = sum(_acts(unit, on) for unit in Unit.objects.order_by("pk"))
    _give_account(Unit.objects.get(pk=WARDS // 2))
    _analyze()
    return counts


def asked(on: date) -> Province:
    """What to open in a filled database: pages of a ward in the middle."""
    account = Account.objects.get()
    target = Target.objects.get(
        objective__plan__owner_unit=account.official.unit,
        objective__plan__year=on.year - 1,
        indicator__code="chi-tieu-01",
    )
    return Province(account, _years(on), on.year, target)


def _years(on: date) -> tuple[int, ...]:
    return tuple(range(on.year - YEARS, on.year))


class _Ward:
    """The ward that all others are copies of. Keys count from 1 in every table, so that copies can be reckoned."""

    def __init__(self, years: Sequence[int], on: date) -> None:
        self.years, self.on, self.counts = years, on, dict.fromkeys(TABLES, 0)

    def write(self) -> None:
        """Every row of the ward."""
        self.unit = self._make(
            Unit, kind="ward", name="Phường đo", place="Phường đo", valid_from=date(2010, 1, 1), example=True
        )
        self.unit.save(force_insert=True)
        self.posts = [
            self._make(Post, unit=self.unit, code=f"vi-tri-{n}", title=f"Công chức {n}") for n in range(4)
        ]
        officials = [
            self._make(Official, unit=self.unit, name=f"Người Thử {n}", example=True) for n in range(4)
        ]
        Post.objects.bulk_create(self.posts)
        Official.objects.bulk_create(officials)
        self.indicators = [self._indicator(n) for n in range(INDICATORS)]
        Indicator.objects.bulk_create(self.indicators)
        self._papers()
        for year in (*self.years, self.on.year):
            self._plan(year)
        self._figures()

    def _make(self, model: type[models.Model], **fields: object) -> models.Model:
        self.counts[model] += 1
        pk = self.counts[model]
        if any(field.name == "uid" for field in model._meta.concrete_fields):
            fields["uid"] = uuid.UUID(int=(TABLES.index(model) + 1) << 96 | pk << 32)
        return model(pk=pk, **fields)

    def _indicator(self, n: int) -> models.Model:
        kind = KINDS[n % len(KINDS)]
        combine = {"share": "ratio", "sum": "sum", "level": "last", "yes_no": "last"}[kind]
        shape = {"share": "share", "sum": "count", "level": "level", "yes_no": "yes_no"}[kind]
        return self._make(
            Indicator, unit=self.unit, code=f"chi-tieu-{n + 1:02}", name=f"Tỷ lệ hồ sơ lĩnh vực số {n + 1} đúng hạn",
            measured_in="%" if kind == "share" else "", direction="higher", combine=combine, frequency="monthly",
            shape=shape, valid_from=date(2010, 1, 1), source="Sổ theo dõi",
        )  # fmt: skip

    def _papers(self) -> None:
        at = datetime(self.years[0], 1, 1, tzinfo=UTC)
        papers = [
            self._make(
                Document, unit=self.unit, owner_unit=self.unit, type="QĐ", number=str(n + 1), symbol="QĐ-UBND",
                issued_on=date(year, 2, 1) + timedelta(days=n), issuer_name="ỦY BAN NHÂN DÂN PHƯỜNG", state="confirmed",
                subject="V/v ban hành mục tiêu chất lượng năm của Ủy ban nhân dân phường", recorded_at=at,
            )
            for year in (*self.years, self.on.year) for n in range(1 + OTHER_PAPERS // (YEARS + 1))
        ]  # fmt: skip
        Document.objects.bulk_create(papers)
        self.decisions = {paper.issued_on.year: paper for paper in reversed(papers)}

    def _plan(self, year: int) -> None:
        at = datetime(year, 2, 1, tzinfo=UTC)
        decision = self.decisions[year]
        reading = self._make(
            Reading, document=decision, text="", reader_version="bench", proposed="{}", result="{}", status="confirmed",
            recorded_at=at, confirmed_at=at, confirmed_on=at.date(),
        )  # fmt: skip
        reading.save(force_insert=True)
        plan = self._make(
            Plan, unit=self.unit, owner_unit=self.unit, year=year, decision=decision, reading=reading,
            effective_from=date(year, 1, 1), recorded_at=at,
        )  # fmt: skip
        plan.save(force_insert=True)
        self._promises(plan)

    def _promises(self, plan: models.Model) -> None:
        tops = [self._objective(plan, str(n + 1)) for n in range(TOPS)]
        children = [self._objective(plan, f"1.{n + 1}", parent=tops[0]) for n in range(CHILDREN)]
        Objective.objects.bulk_create([*tops, *children])
        homes = children + [tops[1 + n % (TOPS - 1)] for n in range(INDICATORS - CHILDREN)]
        own = self._target(
            objective=tops[0], position=1, label="1", text=f"đạt {CHILDREN}/{CHILDREN} chỉ tiêu", quantity="k_of_n",
            comparator="at_least", n=CHILDREN, k=CHILDREN, value=str(CHILDREN),
        )  # fmt: skip
        measured = [self._promise(objective, n) for n, objective in enumerate(homes)]
        Target.objects.bulk_create([own, *measured])
        self._dues(plan, homes)

    def _objective(
        self, plan: models.Model, ordinal: str, parent: models.Model | None = None
    ) -> models.Model:
        position = self.counts[Objective] + 1
        return self._make(
            Objective, plan=plan, parent=parent, ordinal=ordinal, position=position % 1000, span_start=0, span_end=0,
            text=f"Mục tiêu {ordinal}: giải quyết thủ tục hành chính cho tổ chức và công dân đúng hạn, đúng quy trình",
            name=f"Giải quyết thủ tục hành chính số {ordinal}",
            owner_post=self.posts[position % 4], what="Theo dõi hằng tuần",
        )  # fmt: skip

    def _promise(self, objective: models.Model, n: int) -> models.Model:
        kind = KINDS[n % len(KINDS)]
        told = {
            "share": {
                "quantity": "share",
                "comparator": "more_than",
                "value": "95",
                "unit": "%",
                "horizon": "accumulated",
            },
            "sum": {
                "quantity": "count",
                "comparator": "at_least",
                "value": "1000",
                "unit": "hồ sơ",
                "horizon": "accumulated",
            },
            "level": {"quantity": "level", "comparator": "at_least", "value": "131/2", "unit": "triệu đồng"},
            "yes_no": {"quantity": "yes_no", "comparator": "at_least", "value": "1"},
        }[kind]
        return self._target(
            objective=objective, indicator=self.indicators[n], position=n + 2, label=f"{objective.ordinal}.{n + 1}",
            text="trên 95 % hồ sơ được giải quyết đúng hạn", **told,
        )  # fmt: skip

    def _target(self, **fields: object) -> models.Model:
        return self._make(Target, **{"horizon": "at_end", "direction": "higher", **fields})

    def _dues(self, plan: models.Model, homes: Sequence[models.Model]) -> None:
        dues, clocks = [], []
        for n, period in self._pairs(plan.year):
            due_on = period.end + timedelta(days=5)
            due = self._make(
                FigureDue,
                plan=plan,
                indicator=self.indicators[n],
                period_start=period.start,
                period_end=period.end,
                due_on=due_on,
            )
            ended = plan.year < self.on.year
            dues.append(due)
            clocks.append(self._make(
                Clock, subject_kind="figure_due", subject_uid=due.uid, unit=self.unit, owner_post=homes[n].owner_post,
                opened_on=period.start, lawful_due_on=due_on, state="ended" if ended else "running",
                settled_on=due_on if ended else None,
            ))  # fmt: skip
        FigureDue.objects.bulk_create(dues, batch_size=500)
        Clock.objects.bulk_create(clocks, batch_size=500)

    def _figures(self) -> None:
        rows = [self._figure(n, period) for year in self.years for n, period in self._pairs(year)]
        Measurement.objects.bulk_create(rows, batch_size=200)

    def _figure(self, n: int, period: Period) -> models.Model:
        kind, month = KINDS[n % len(KINDS)], period.start.month
        whole = 80 + (n * 7 + month * 3) % 40
        late = (n + month) % 6
        told = {
            "share": {"numerator": str(whole - late), "denominator": str(whole)},
            "sum": {"numerator": str(whole)},
            "level": {"numerator": f"{120 + n + month}/2"},
            "yes_no": {"numerator": "1" if month > 6 else "0"},
        }[kind]
        as_of = datetime(period.end.year, period.end.month, 5, tzinfo=UTC)
        return self._make(
            Measurement, indicator=self.indicators[n], period_start=period.start, period_end=period.end, as_of=as_of,
            grade="D", stage="official", evidence_note="Báo cáo tháng", recorded_at=as_of, illustrative=True, **told,
        )  # fmt: skip

    def _pairs(self, year: int) -> Iterator[tuple[int, Period]]:
        return ((n, period) for n in range(INDICATORS) for period in periods_of("monthly", year))


def _copy(model: type[models.Model], counts: dict[type[models.Model], int]) -> None:
    """Copy the first ward's rows of a table once for each other ward, references and uids moved along."""
    quote = connection.ops.quote_name
    fields = model._meta.concrete_fields
    columns = ", ".join(quote(field.column) for field in fields)
    values = ", ".join(_moved(field, counts) for field in fields)
    table = quote(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE copies(nth) AS (SELECT 1 UNION ALL SELECT nth + 1 FROM copies WHERE nth < {WARDS - 1}) "
            f"INSERT INTO {table} ({columns}) SELECT {values} FROM {table}, copies WHERE id <= {counts[model]}"
        )


def _moved(field: models.Field, counts: dict[type[models.Model], int]) -> str:
    """The column in the n-th copy."""
    column = connection.ops.quote_name(field.column)
    if field.primary_key:
        return f"{column} + nth * {counts[field.model]}"
    if field.related_model in counts:
        return f"{column} + nth * {counts[field.related_model]}"
    if isinstance(field, models.UUIDField):
        if connection.vendor == "postgresql":
            return f"(left({column}::text, 28) || lpad(to_hex(nth), 8, '0'))::uuid"
        return f"substr({column}, 1, 24) || printf('%08x', nth)"
    return column


def _acts(unit: Unit, on: date) -> int:
    """A year's chain of the ward."""
    chain, prev, entries = f"{unit.uid}/{on.year}", links.GENESIS, []
    for seq in range(1, ACTS + 1):
        at = datetime(on.year, 1, 1, tzinfo=UTC) + timedelta(minutes=seq)
        uid, actor = uuid.UUID(int=seq), f"official/{uuid.UUID(int=seq % 4 + 1)}"
        line = links.make_line(
            chain=chain,
            seq=seq,
            at=at,
            actor=actor,
            verb="figure.record",
            kind="measurement",
            uid=uid,
            digest="-",
            prev=prev,
        )
        digest = links.line_hash(line)
        entries.append(Entry(
            chain=chain, seq=seq, at=at, on=at.date(), actor=actor, verb="figure.record", subject_kind="measurement",
            subject_uid=uid, line=line, prev=prev, hash=digest,
        ))  # fmt: skip
        prev = digest
    Entry.objects.bulk_create(entries, batch_size=500)
    Head.objects.create(chain=chain, seq=ACTS, hash=prev)
    return ACTS


def _give_account(unit: Unit) -> None:
    """Somebody of the ward who may see and do everything there."""
    account = Account.objects.create_user("nguoi-do")
    official = Official.objects.filter(unit=unit).order_by("pk")[0]
    official.account = account
    official.save(update_fields=["account"])
    since = date(2010, 1, 1)
    RoleGrant.objects.bulk_create(
        RoleGrant(role=role, official=official, unit=unit, valid_from=since, citation=PAPER)
        for role in (Role.CHAIRMAN, Role.OFFICE_CLERK, Role.ISO_SECRETARY)
    )
    post = Post.objects.filter(unit=unit).order_by("pk")[0]
    Appointment.objects.create(official=official, post=post, valid_from=since, citation=PAPER)


def _analyze() -> None:
    """What a running installation's database knows about its tables (PRAGMA optimize, autovacuum)."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
