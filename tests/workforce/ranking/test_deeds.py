"""What other rooms know of an official's cases stands beside his assessment, with rows and shares named."""

from __future__ import annotations

from datetime import date

from chuan.clocks import actions as clocks
from chuan.documents.models import Assignment, Document, DocumentState
from chuan.dossiers.models import CaseEvent
from chuan.offers.subjects import Subject
from chuan.petitions.models import Petition
from chuan.workforce.ranking.deeds import deeds_of
from tests.dossiers.made import make_dossier
from tests.people import at
from tests.workforce.made import personnel_clerk
from tests.workforce.ranking import made

NEW_YEAR = date(2022, 1, 10)
AT = at(2022, 1, 10)


def told(one, viewer):
    found = {deed.sentence.partition(":")[0]: deed for deed in deeds_of(one, viewer, AT)}
    return {key: found[key] for key in ("Hồ sơ", "Đơn thư", "Văn bản đến", "Việc khác")}


def days_of(deed):
    return [(str(row.title), row.note) for row in deed.rows]


def dossiers_of(official, unit):
    """Two late (one by others), one in time, one overdue and open, one that waits for the citizen, one of last year."""
    spans = {
        "A": (date(2021, 3, 1), date(2021, 3, 8), date(2021, 3, 11)),
        "B": (date(2021, 4, 5), date(2021, 4, 12), date(2021, 4, 14)),
        "C": (date(2021, 5, 4), date(2021, 5, 11), date(2021, 5, 10)),
        "D": (date(2021, 12, 1), date(2021, 12, 8), None),
        "F": (date(2020, 12, 1), date(2020, 12, 8), date(2020, 12, 20)),
    }
    late = {"A": 3, "B": 2, "F": 9}
    for code, (received, due, done) in spans.items():
        outcome = "late" if code in late else "on_time" if done else ""
        make_dossier(
            unit, code, handler=official, received_on=received, judged_due_on=due, settled_on=done, outcome=outcome,
            late_days=late.get(code),
        )  # fmt: skip
    waited = make_dossier(
        unit, "E", handler=official, received_on=date(2021, 12, 1), judged_due_on=date(2021, 12, 8)
    )
    type(waited).objects.filter(code="E").update(status="waiting")
    CaseEvent.objects.create(
        dossier=waited.__class__.objects.get(code="B"), seq=1, verb="cause", cause="tax", occurred_on=date(2021, 4, 7),
        until_on=date(2021, 4, 9), recorded_at=AT,
    )  # fmt: skip


def petition_of(official, unit, code, **more):
    common = {
        "listed": True, "kind": "complaint", "channel": "post", "competent": True, "decided": "accept",
        "status": "solved",
        "received_on": date(2021, 3, 1), "accepted_on": date(2021, 3, 5), "due_on": date(2021, 4, 5),
        "counted_on": date(2021, 4, 5), "settled_on": date(2021, 4, 20), "due_basis": "law", "outcome": "late",
    }  # fmt: skip
    return Petition.objects.create(
        unit=unit, owner_unit=unit, code=code, handler=official, created_at=AT, **common | more
    )


def document_of(unit, number, due, done, **more):
    made_ = Document.objects.create(
        unit=unit, owner_unit=unit, direction="in", arrival_number=number, arrived_on=date(2021, 3, 1), due_on=due,
        done_on=done, stage="in_work", recorded_at=AT, **more,
    )  # fmt: skip
    DocumentState.objects.create(
        document=made_,
        unit=unit,
        recorded_at=AT,
        direction="in",
        arrived_on=date(2021, 3, 1),
        due_on=due,
        done_on=done,
    )
    return made_


def test_each_room_tells_what_ended_late_with_rows_and_out_of_how_many(ward, django_assert_max_num_queries):
    keeper = ward.viewer(personnel_clerk(ward), NEW_YEAR)
    one = made.row(made.year(keeper), ward.one_stop)
    dossiers_of(ward.one_stop, ward.unit)
    petition_of(ward.one_stop, ward.unit, "KN-01")
    petition_of(ward.one_stop, ward.unit, "KN-02", outcome="on_time", settled_on=date(2021, 4, 1))
    lead = document_of(ward.unit, "31", date(2021, 3, 10), date(2021, 3, 12))
    Assignment.objects.create(
        document=lead, part="lead", official=ward.one_stop, given_at=AT, given_on=date(2021, 3, 1)
    )
    document_of(ward.unit, "32", date(2021, 3, 10), date(2021, 3, 9), lead_name="LE VAN MOT CUA")
    document_of(ward.unit, "33", date(2021, 3, 10), None, lead_name="Trần Thị Văn Phòng")

    found = told(one, ward.viewer(ward.chairman, NEW_YEAR))
    assert found["Hồ sơ"].sentence.startswith(
        "Hồ sơ: 2 trễ hạn trong 3 hồ sơ đã xong trong kỳ do người này xử lý. 1 hồ sơ trễ do chờ bên ngoài, theo nguyên "
        "nhân đã ghi; 1 hồ sơ chưa ghi nguyên nhân bên ngoài. 1 hồ sơ có hạn trong kỳ đã quá hạn và chưa xong."
    )
    assert "Chưa nhập hồ sơ" in found["Hồ sơ"].sentence
    assert days_of(found["Hồ sơ"]) == [
        ("A", "hạn 08/03/2021, xong 11/03/2021, trễ 3 ngày làm việc"),
        (
            "B",
            "hạn 12/04/2021, xong 14/04/2021, trễ 2 ngày làm việc, do chờ bên ngoài theo nguyên nhân đã ghi",
        ),
        ("D", "hạn 08/12/2021, chưa xong"),
    ]
    assert found["Đơn thư"].sentence.startswith("Đơn thư: 1 trễ hạn trong 2 đơn")
    assert days_of(found["Đơn thư"]) == [("KN-01", "hạn 05/04/2021, xong 20/04/2021")]
    assert found["Văn bản đến"].sentence.startswith("Văn bản đến: 1 xử lý trễ trong 2 văn bản")
    assert days_of(found["Văn bản đến"]) == [("số đến 31", "hạn 10/03/2021, xong 12/03/2021")]
    with django_assert_max_num_queries(32):
        deeds_of(one, ward.viewer(ward.chairman, NEW_YEAR), AT)


def test_what_the_viewer_may_not_open_is_not_even_counted(ward):
    keeper = ward.viewer(personnel_clerk(ward), NEW_YEAR)
    one = made.row(made.year(keeper), ward.one_stop)
    petition_of(ward.one_stop, ward.unit, "TC-01", kind="denunciation")
    assert "chưa đo được" in told(one, keeper)["Đơn thư"].sentence
    assert "1 trễ hạn trong 1 đơn" in told(one, ward.viewer(ward.one_stop, NEW_YEAR))["Đơn thư"].sentence


def test_nothing_known_is_not_nought_and_private_reminders_are_no_deeds(ward):
    keeper = ward.viewer(personnel_clerk(ward), NEW_YEAR)
    one = made.row(made.year(keeper), ward.one_stop)
    for kind in ("tool_user", "dossier"):
        clocks.start(
            Subject(kind, ward.one_stop.uid), unit=ward.unit, opened_on=date(2021, 3, 1), due_on=date(2021, 3, 5),
            official=ward.one_stop,
        )  # fmt: skip
    found = told(one, keeper)
    assert all("chưa đo được" in found[key].sentence for key in ("Hồ sơ", "Đơn thư", "Văn bản đến"))
    assert not any(deed.rows for deed in found.values())
    assert "không việc nào" in found["Việc khác"].sentence
