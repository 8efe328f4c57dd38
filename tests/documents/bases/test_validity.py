"""Whether a document stands on a day, by its own dates and by what later documents say."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from chuan.documents.models import Document, Link
from chuan.documents.validity import Force, validities_of, validity_of
from tests.people import Ward

DAY = date(2022, 5, 10)


@pytest.fixture
def old(ward: Ward, now: datetime) -> Document:
    return paper(ward, now, "148", date(2020, 8, 11))


def paper(ward: Ward, now: datetime, number: str, on: date, **more: object) -> Document:
    given = {"effective_from": on, "stage": "issued"} | more
    return Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number=number, symbol="QĐ-UBND", issued_on=on,
        recorded_at=now, **given,
    )  # fmt: skip


def link(later: Document, earlier: Document, kind: str, part: str = "") -> Link:
    return Link.objects.create(document=later, target=earlier, kind=kind, part=part, citation=earlier.title)


def test_a_document_that_nothing_touches_stands(old: Document) -> None:
    assert validity_of(old, DAY).force is Force.IN_FORCE
    assert validity_of(old, DAY).sentence == ""


def test_before_its_day_of_effect_it_does_not_stand_yet(ward: Ward, now: datetime) -> None:
    fresh = paper(ward, now, "3", date(2022, 5, 1), effective_from=date(2022, 6, 1))
    said = validity_of(fresh, DAY)
    assert (said.force, said.outdated) == (Force.PENDING, False)
    assert said.sentence == "Văn bản này chưa có hiệu lực: có hiệu lực từ 01/06/2022."


@pytest.mark.parametrize("kind", ["supersedes", "repeals"])
def test_it_ends_on_the_day_the_later_one_takes_effect(
    ward: Ward, now: datetime, old: Document, kind: str
) -> None:
    later = paper(ward, now, "20", date(2021, 2, 19), effective_from=date(2021, 3, 1))
    made = link(later, old, kind)
    assert validity_of(old, date(2021, 2, 28)).force is Force.IN_FORCE
    said = validity_of(old, date(2021, 3, 1))
    assert (said.force, said.since, said.because) == (Force.ENDED, date(2021, 3, 1), (made,))
    assert said.sentence.startswith("Văn bản này đã hết hiệu lực từ 01/03/2021")


def test_repealed_in_part_it_stands_partly(ward: Ward, now: datetime, old: Document) -> None:
    link(paper(ward, now, "21", date(2021, 4, 1)), old, "repeals", "Điều 3")
    said = validity_of(old, DAY)
    assert (said.force, said.outdated, said.since) == (Force.PARTLY, True, date(2021, 4, 1))


@pytest.mark.parametrize("kind", ["amends", "corrects"])
def test_amended_it_stands_but_says_so(ward: Ward, now: datetime, old: Document, kind: str) -> None:
    link(paper(ward, now, "22", date(2021, 4, 1)), old, kind, "Điều 1")
    said = validity_of(old, DAY)
    assert (said.force, said.outdated) == (Force.CHANGED, False)
    assert "đọc cùng văn bản" in said.sentence


def test_annulled_it_is_void_from_the_start(ward: Ward, now: datetime, old: Document) -> None:
    link(paper(ward, now, "23", date(2021, 4, 1)), old, "annuls")
    said = validity_of(old, DAY)
    assert (said.force, said.since) == (Force.VOID, old.issued_on)
    assert validity_of(old, date(2021, 3, 31)).force is Force.IN_FORCE, "on that day nobody could know"


@pytest.mark.parametrize(
    "stage", ["draft", "content_review", "to_sign", "handed_over", "signed", "dropped", "cancelled"]
)
def test_a_paper_that_was_never_issued_ends_nothing(
    ward: Ward, now: datetime, old: Document, stage: str
) -> None:
    link(paper(ward, now, "", date(2021, 4, 1), stage=stage), old, "supersedes")
    assert validity_of(old, DAY).force is Force.IN_FORCE


def test_a_recalled_paper_ends_nothing(ward: Ward, now: datetime, old: Document) -> None:
    link(paper(ward, now, "24", date(2021, 4, 1), stage="recalled"), old, "supersedes")
    assert validity_of(old, DAY).force is Force.IN_FORCE


def test_of_two_ends_the_earlier_counts(ward: Ward, now: datetime, old: Document) -> None:
    link(paper(ward, now, "25", date(2021, 4, 1)), old, "supersedes")
    link(paper(ward, now, "26", date(2021, 2, 1)), old, "repeals")
    assert validity_of(old, DAY).since == date(2021, 2, 1)


def test_its_own_last_day_ends_it_too(ward: Ward, now: datetime) -> None:
    short = paper(ward, now, "27", date(2021, 1, 1), effective_to=date(2022, 1, 1))
    assert validity_of(short, date(2021, 12, 31)).force is Force.IN_FORCE
    assert validity_of(short, date(2022, 1, 1)).force is Force.ENDED


def test_a_basis_changes_nothing(ward: Ward, now: datetime, old: Document) -> None:
    link(paper(ward, now, "28", date(2021, 4, 1)), old, "based_on")
    assert validity_of(old, DAY).force is Force.IN_FORCE


def test_many_are_judged_with_one_query(
    ward: Ward, now: datetime, old: Document, django_assert_num_queries: object
) -> None:
    others = [paper(ward, now, str(n), date(2020, 1, n)) for n in range(1, 9)]
    link(paper(ward, now, "30", date(2021, 4, 1)), old, "supersedes")
    with django_assert_num_queries(1):  # type: ignore[operator]
        said = validities_of([old, *others], DAY)
    assert said[old.pk].force is Force.ENDED
    assert {said[one.pk].force for one in others} == {Force.IN_FORCE}
