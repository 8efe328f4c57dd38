"""Measures of documents: exact counts over the rows they list, as of any moment, honest about what is not known."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chuan.documents.measures import ALL
from chuan.documents.measures import reasons as why
from chuan.documents.measures.acknowledged import Acknowledged
from chuan.documents.measures.circulated import Circulated
from chuan.documents.measures.on_time import IncomingOnTime
from chuan.documents.measures.signed import Signed
from chuan.documents.measures.states import StatesMeasure
from chuan.documents.models import (
    Acknowledgement,
    Dissemination,
    Document,
    DocumentState,
    MustKnow,
    SecretCount,
    SignatureCheck,
    TrustItem,
)
from chuan.documents.states import fill_missing, put_states
from chuan.files.models import Blob
from chuan.intake.models import RecordSystem
from chuan.offers import measures
from chuan.offers.measures import Measure, RowOutcome, Scope
from chuan.offers.uids import new_uid
from chuan.rules.types import Period
from tests.documents.following.made import bring, came, handled, out, withdraw
from tests.people import Ward, at

YEAR, LATER = Period.year(2021), at(2022, 3, 1)
JUNE = at(2021, 6, 1)
_TRIES = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def scope(ward: Ward, period: Period = YEAR, as_of: datetime = LATER) -> Scope:
    return Scope(ward.unit.uid, period, as_of)


def checked(document: Document, person: str, agency: str, *, moment: datetime = JUNE) -> SignatureCheck:
    """A file and what its check said."""
    blob = Blob.objects.create(digest=new_uid().hex * 2, size=1, recorded_at=moment)
    document.blob, document.electronic = blob, True
    document.save()
    made = SignatureCheck.objects.create(
        unit=document.unit, document=document, blob=blob, file_name="a.pdf", verdict=person, person=person,
        agency=agency, report="{}", checked_at=moment,
    )  # fmt: skip
    put_states([document.pk], at=moment)
    return made


def issued(ward: Ward, count: int) -> list[Document]:
    """So many documents of the register, followed from the 2nd of January on."""
    rows = [out(full_number=f"{n}/BC-UBND") for n in range(1, count + 1)]
    bring(ward.unit, "documents_out", rows, at=at(2022, 1, 2))
    return list(Document.objects.order_by("pk"))


VERDICTS = [
    ("passed", "passed"), ("passed", "none"), ("none", "passed"), ("none", "none"), ("failed", "passed"),
    ("indeterminate", "indeterminate"), ("passed", "indeterminate"),
]  # fmt: skip


def trust(ward: Ward, moment: datetime = JUNE) -> TrustItem:
    blob = Blob.objects.create(digest="f" * 64, size=1, recorded_at=moment)
    return TrustItem.objects.create(
        unit=ward.unit, kind="anchor", blob=blob, title="Gốc", citation="x", recorded_at=moment
    )


def test_signed_counts_both_signatures_and_says_what_it_cannot_judge(ward: Ward):
    papers = issued(ward, len(VERDICTS) + 1)
    for document, (person, agency) in zip(papers, VERDICTS, strict=False):
        checked(document, person, agency, moment=at(2022, 1, 3))
    trust(ward)
    counts = Signed().counts(scope(ward))
    assert (counts.numerator, counts.denominator) == (1, 5)
    assert counts.blind == {why.UNCHECKED: 1, why.INTACT: 2}
    told = {row.reason for row in Signed().rows(scope(ward), None, 50) if row.outcome is RowOutcome.MISS}
    assert told == {why.NO_AGENCY, why.NO_PERSON, why.UNSIGNED, why.BROKEN}
    notes = " ".join(Signed().notes(scope(ward)))
    assert "12,50" in notes
    assert "50,00" in notes


def test_without_a_declared_root_it_says_what_to_do_and_how_many_are_intact(ward: Ward):
    one, *_rest = issued(ward, 2)
    checked(one, "indeterminate", "indeterminate", moment=at(2022, 1, 3))
    (obstacle,) = Signed().obstacles(scope(ward))
    assert obstacle.code == "no_trust"
    assert obstacle.mend == ("Khai báo tin cậy", "/van-ban/chu-ky/tin-cay/")
    assert obstacle.sentence.startswith("1 văn bản còn nguyên vẹn")
    trust(ward)
    (obstacle,) = Signed().obstacles(scope(ward))
    assert obstacle.code == "unchecked"


def test_a_paper_original_is_no_electronic_document(ward: Ward):
    bring(ward.unit, "documents_out", [out(form="Văn bản giấy", way="Bưu điện")], at=at(2022, 1, 2))
    for measure in (Signed(), Circulated()):
        counts = measure.counts(scope(ward))
        assert counts.denominator == 0
        assert counts.excluded == {why.PAPER: 1}


def test_circulated_asks_for_a_proof(ward: Ward):
    rows = [
        out(full_number="1/BC-UBND"),
        out(full_number="2/BC-UBND", sent_state="Đã gửi"),
        out(full_number="3/BC-UBND", way="Bưu điện", form=""),
        out(full_number="4/BC-UBND", way="", sent_state=""),
    ]
    bring(ward.unit, "documents_out", rows, at=at(2022, 1, 2))
    counts = Circulated().counts(scope(ward))
    assert (counts.numerator, counts.denominator) == (1, 3)
    assert counts.blind == {why.UNKNOWN_WAY: 1}


def test_incoming_on_time_looks_at_those_whose_day_fell_in_the_period(ward: Ward):
    works = [
        handled(arrival_number="1"),
        handled(arrival_number="2", done_on="2021-04-21"),
        handled(arrival_number="3", done_on="", progress="Đang xử lý"),
        handled(arrival_number="4", due_on="", done_on=""),
        handled(arrival_number="5", due_on="2021-12-31", done_on="", progress="Đang xử lý"),
    ]
    bring(ward.unit, "documents_handling", works, at=at(2022, 1, 2))
    counts = IncomingOnTime().counts(scope(ward))
    assert (counts.numerator, counts.denominator) == (1, 3)
    assert counts.excluded == {why.NOT_YET: 1}
    assert not IncomingOnTime().obstacles(scope(ward))


def test_acknowledged_counts_people_and_versions(ward: Ward):
    made = Dissemination.objects.create(
        unit=ward.unit, subject_kind="document", subject_uid=new_uid(), title="Quyết định 12", version_digest="a" * 64,
        started_on=date(2021, 3, 1), due_on=date(2021, 3, 8), recorded_at=at(2021, 3, 1),
    )  # fmt: skip
    people = [
        MustKnow.objects.create(dissemination=made, official=one, recorded_at=at(2021, 3, 1))
        for one in (ward.clerk, ward.specialist, ward.one_stop)
    ]
    Acknowledgement.objects.create(
        must_know=people[0], verb="confirmed", version_digest="a" * 64, recorded_at=at(2021, 3, 5),
        recorded_on=date(2021, 3, 5),
    )  # fmt: skip
    MustKnow.objects.filter(pk=people[2].pk).update(released_at=at(2021, 3, 6), released_reason="Nghỉ hưu")
    measure = Acknowledged()
    assert measure.counts(scope(ward)).numerator == 1
    assert measure.counts(scope(ward)).denominator == 2
    before = scope(ward, as_of=at(2021, 3, 4))
    assert measure.counts(before).denominator == 0, "chưa tới hạn thì chưa tính"
    assert [row.subject.kind for row in measure.rows(scope(ward), None, 9)] == ["must_know"] * 3


def test_secret_documents_are_told_by_number_alone(ward: Ward):
    issued(ward, 1)
    SecretCount.objects.create(unit=ward.unit, year=2021, count=4, recorded_at=JUNE)
    SecretCount.objects.create(
        unit=ward.unit, year=2021, version=2, count=5, reason="đếm lại", recorded_at=JUNE
    )
    assert any("5 văn bản mật" in one for one in Circulated().notes(scope(ward)))


def test_days_that_no_file_covers_are_named_unless_the_unit_kept_the_register_itself(ward: Ward):
    bring(ward.unit, "documents_out", [out()], at=at(2021, 7, 2), covers=(date(2021, 1, 1), date(2021, 7, 1)))
    (obstacle,) = Circulated().obstacles(scope(ward))
    assert "từ 01/07/2021 đến 31/12/2021" in obstacle.sentence
    assert Circulated().reach(scope(ward)) == Period(date(2021, 1, 1), date(2021, 7, 1))
    RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="", keeps=True, valid_from=date(2021, 7, 1), citation="QĐ 1",
        recorded_at=JUNE,
    )  # fmt: skip
    assert not Circulated().obstacles(scope(ward))


def fill(ward: Ward, rng: random.Random) -> list[object]:
    """Three imports in a row, some rows twice, some gone, files checked in between."""
    brought = []
    for month in (4, 6, 8):
        rows = [
            out(full_number=f"{rng.randint(1, 12)}/BC-UBND", issued_on=f"2021-0{rng.randint(1, 6)}-05", sent_on="",
                way=rng.choice(["Trục liên thông", "Bưu điện", ""]), sent_state=rng.choice(["Đã nhận", "Đã gửi", ""]),
                form=rng.choice(["", "Văn bản điện tử", "Văn bản giấy"]))
            for _ in range(8)
        ]  # fmt: skip
        brought.append(bring(ward.unit, "documents_out", rows, at=at(2021, month, 2)))
        works = [
            handled(arrival_number=str(rng.randint(1, 9)), due_on=f"2021-0{rng.randint(4, 9)}-10",
                    done_on=rng.choice(["", "2021-06-09"]), progress="")
            for _ in range(5)
        ]  # fmt: skip
        brought.append(bring(ward.unit, "documents_handling", works, at=at(2021, month, 3)))
        for document in Document.objects.filter(direction="out", blob=None)[:2]:
            checked(document, *rng.choice(VERDICTS), moment=at(2021, month, 4))
    return brought


def agree(measure: Measure, asked: Scope) -> None:
    counts, rows = measure.counts(asked), measures.all_rows(measure, asked)
    by_hand = measures.tally(rows)
    assert (counts.numerator, counts.denominator) == (by_hand.numerator, by_hand.denominator), measure.key
    assert Counter(by_hand.excluded) == Counter(counts.excluded) + Counter(counts.blind), measure.key
    assert measures.all_rows(measure, asked, page=2) == rows, measure.key
    uids = [str(one.subject.uid) for one in rows]
    assert uids == sorted(set(uids)), measure.key


@given(seed=st.integers(0, 10**6))
@_TRIES
def test_a_measure_counts_exactly_its_rows_and_now_is_a_moment_like_any_other(ward: Ward, seed: int):
    with transaction.atomic():
        rng = random.Random(seed)
        fill(ward, rng)
        for measure in ALL:
            for moment in (at(2021, 5, 1), at(2021, 7, 1), LATER):
                agree(measure, scope(ward, as_of=moment))
            if isinstance(measure, StatesMeasure):
                assert measure.counts(scope(ward), live=True) == measure.counts(scope(ward)), measure.key
        transaction.set_rollback(True)


@given(seed=st.integers(0, 10**6))
@_TRIES
def test_a_withdrawn_import_leaves_figures_as_if_it_had_never_come_and_earlier_cuts_see_it(
    ward: Ward, seed: int
):
    with transaction.atomic():
        rng = random.Random(seed)
        fill(ward, rng)
        before = {one.key: one.counts(scope(ward)) for one in ALL}
        rows = [out(full_number=f"{n}/TB-UBND") for n in range(20, 25)]
        late = bring(ward.unit, "documents_out", rows, at=at(2021, 9, 1))
        during = {one.key: one.counts(scope(ward)) for one in ALL}
        withdraw(late, at=at(2021, 10, 1))
        assert {one.key: one.counts(scope(ward)) for one in ALL} == before
        assert {one.key: one.counts(scope(ward, as_of=at(2021, 9, 15))) for one in ALL} == during
        transaction.set_rollback(True)


@pytest.mark.parametrize("measure", ALL, ids=lambda one: one.key)
def test_a_measure_counts_in_one_statement(ward: Ward, measure: Measure):
    issued(ward, 2)
    with CaptureQueriesContext(connection) as asked:
        measure.counts(scope(ward))
    assert len(asked) == 1


def test_documents_of_an_earlier_version_get_their_state_as_of_their_own_recording(ward: Ward):
    old = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, direction="out", type="QĐ", number="1", symbol="QĐ-UBND",
        issued_on=date(2021, 2, 1), recorded_at=at(2021, 2, 3),
    )  # fmt: skip
    assert fill_missing() == 1
    assert DocumentState.objects.get(document=old).recorded_at == at(2021, 2, 3)
    assert fill_missing() == 0


def test_an_incoming_row_alone_says_nothing_of_time(ward: Ward):
    bring(ward.unit, "documents_in", [came()], at=at(2022, 1, 2))
    (obstacle,) = IncomingOnTime().obstacles(scope(ward))
    assert obstacle.code == "no_due"
