"""What a reading says, as it is written on the document: effect, kinds, citations, lengths."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from chuan.documents import actions
from chuan.documents.cells import with_field
from chuan.documents.citing import citation_of, held_here
from chuan.documents.models import Document, Reading
from chuan.documents.projecting import columns_of, effective_from, project
from chuan.documents.standing import result_of
from chuan.law.lexicons import reader_lexicon
from chuan.people.viewer import Viewer
from chuan.rules.decision_text import CitedAct, DecisionReading, read_decision
from chuan.rules.types import Span
from tests.documents.papers import REFERENCE, decision
from tests.people import Ward

READ = read_decision(REFERENCE.decode(), lexicon=reader_lexicon())


def act(
    kind: str = "Quyết định",
    number: str = "15/QĐ-UBND",
    on: date | None = date(2022, 2, 10),
    issuer: str = "",
) -> CitedAct:
    return CitedAct(kind, number, on, issuer, "", Span(0, 0))


def with_effect(words: str) -> DecisionReading:
    return with_field(READ, "effect", words)


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("Quyết định này có hiệu lực từ ngày ký", date(2021, 2, 19)),
        ("Quyết định này có hiệu lực thi hành kể từ ngày ban hành", date(2021, 2, 19)),
        ("Quyết định này có hiệu lực từ ngày 01/3/2021", date(2021, 3, 1)),
        ("có hiệu lực kể từ ngày 01 tháng 3 năm 2021.", date(2021, 3, 1)),
        ("có hiệu lực sau 07 ngày làm việc", None),
        ("có hiệu lực từ ngày 31/02/2021", None),
        ("", None),
    ],
)
def test_the_day_of_effect_is_read_or_stays_unknown(words: str, since: date | None) -> None:
    assert effective_from(with_effect(words)) == since


def test_a_paper_without_a_date_takes_effect_on_no_known_day() -> None:
    undated = replace(READ, date=None)
    assert effective_from(undated) is None
    assert columns_of(undated)["issued_on"] is None


@pytest.mark.parametrize(
    ("kind", "short"),
    [("Quyết định", "QĐ"), ("Nghị quyết", "NQ"), ("Kế hoạch", "KH"), ("Tờ trình", "Tờ trình")],
)
def test_kinds_are_shortened_as_the_decree_lists_them(kind: str, short: str) -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục III; a kind that is not listed keeps its name."""
    assert columns_of(with_field(READ, "type", kind))["type"] == short


def test_a_column_holds_what_fits_and_never_fails() -> None:
    long = replace(READ, place=replace(READ.place, value="x" * 500)) if READ.place else READ
    assert len(columns_of(long)["place"]) == 120


def test_an_act_is_cited_by_what_is_known_of_it() -> None:
    assert citation_of(act()) == "Quyết định 15/QĐ-UBND ngày 10/02/2022"
    assert citation_of(act(on=None)) == "Quyết định 15/QĐ-UBND"
    assert citation_of(act(issuer="UBND tỉnh")) == "Quyết định 15/QĐ-UBND ngày 10/02/2022 của UBND tỉnh"


def test_a_law_without_a_number_is_cited_by_its_title() -> None:
    assert citation_of(READ.bases[0]) == "Luật Tổ chức Chính quyền địa phương ngày 19/06/2015"


def test_an_act_is_found_by_number_and_date_however_it_is_typed(
    ward: Ward, clerk: Viewer, now: datetime
) -> None:
    held = actions.receive(decision(number="15"), "q.txt", by=clerk, at=now).document
    assert held_here(act(), unit=ward.unit) == held
    assert held_here(act(number="15/qđ-ubnd"), unit=ward.unit) == held
    assert held_here(act(on=date(2022, 2, 11)), unit=ward.unit) is None
    assert held_here(act(number="16/QĐ-UBND"), unit=ward.unit) is None
    assert held_here(act(on=None), unit=ward.unit) is None
    assert held_here(act(number=""), unit=ward.unit) is None


def test_of_two_documents_that_fit_none_is_chosen(ward: Ward, clerk: Viewer, now: datetime) -> None:
    held = actions.receive(decision(number="15"), "q.txt", by=clerk, at=now).document
    Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="NQ", number="15", symbol="QĐ-UBND",
        issued_on=held.issued_on, recorded_at=now,
    )  # fmt: skip
    assert held_here(act(), unit=ward.unit) is None


def test_a_document_that_names_itself_is_not_linked_to_itself(clerk: Viewer, now: datetime) -> None:
    odd = decision(number="15", supersedes=", thay thế Quyết định số 15/QĐ-UBND ngày 10/02/2022")
    document = actions.receive(odd, "q.txt", by=clerk, at=now).document
    assert document.links.get(kind="supersedes").target is None


def test_projecting_twice_writes_the_same_rows(reading: Reading) -> None:
    def rows() -> list[list[object]]:
        links = list(reading.document.links.order_by("pk").values_list("kind", "citation", "part"))
        lines = list(reading.document.recipients.values_list("position", "line"))
        return [links, lines]

    before = rows()
    project(reading.document, result_of(reading))
    assert rows() == before


def test_a_dropped_basis_leaves_no_link(reading: Reading) -> None:
    result = result_of(reading)
    project(reading.document, replace(result, bases=result.bases[:1]))
    assert reading.document.links.filter(kind="based_on").count() == 1
