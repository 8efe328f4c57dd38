"""A petition written here meets its row: by the code typed on it, or because a person says so."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from chuan.exchange.sheets import read_sheet
from chuan.intake.models import RecordSystem
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions.linking import join, part, say_code
from chuan.petitions.models import Petition, PetitionState, Sender
from chuan.petitions.own_checks import standing_agrees
from chuan.petitions.refusals_following import (
    AlreadyListed,
    CodeMissing,
    CodeTaken,
    KindsDiffer,
    NotJoined,
    WorkedOnBoth,
)
from chuan.rules.refusals import NotAllowed, NotFound
from tests.examine import open_page, sign_in
from tests.people import Ward, make_ward
from tests.petitions.following.made import COMPLAINT, bring, row, the
from tests.petitions.made import done, now, petition_clerk, received

pytestmark = pytest.mark.django_db
PAGE = "/don-thu/ghep-nguon/"
TOLD = row(COMPLAINT, settled_on="2021-05-06", channel="post", due_on="")


@pytest.fixture
def official(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward: Ward, official: Official) -> Viewer:
    return ward.viewer(official)


@pytest.fixture
def keeper(client: Client, official: Official) -> Client:
    return sign_in(client, official)


@pytest.fixture
def ours(by: Viewer) -> Petition:
    """A complaint written here and accepted a day later than its source says."""
    return done(received(by, "complaint", date(2021, 4, 5)), "accept", date(2021, 4, 12), by=by)


def test_both_become_one_with_the_days_of_the_source_and_our_lines(ward: Ward, by: Viewer, ours: Petition):
    bring(ward.unit, {"HT-5": TOLD}, at=timezone.now())
    other = the("HT-5")
    join(ours, other, by=by, at=now())
    other.refresh_from_db()
    assert (ours.code, ours.outside_code, ours.listed) == ("DT-2021-0001", "HT-5", True)
    assert (ours.accepted_on, ours.settled_on) == (date(2021, 4, 9), date(2021, 5, 6))
    assert [one.verb for one in ours.events.order_by("seq")] == ["receive", "accept", "join"]
    assert (other.present, other.same_as_id, other.outside_code, other.repeat) == (False, ours.pk, "", True)
    assert not list(standing_agrees())
    bring(ward.unit, {"HT-5": TOLD | {"published_on": "2021-05-10"}}, at=timezone.now())
    ours.refresh_from_db()
    assert (ours.status, Petition.objects.present_ones().count()) == ("published", 1)


def test_a_join_taken_back_leaves_both_as_they_were(ward: Ward, by: Viewer, ours: Petition):
    bring(ward.unit, {"HT-5": TOLD}, at=timezone.now())
    other = the("HT-5")
    join(ours, other, by=by, at=now())
    part(ours, by=by, at=now())
    other.refresh_from_db()
    assert (ours.listed, ours.outside_code, ours.accepted_on) == (False, "", date(2021, 4, 12))
    assert (other.present, other.outside_code, other.same_as_id) == (True, "HT-5", None)
    assert [one.why for one in PetitionState.objects.filter(petition=other).order_by("seq")] == [
        "import", "join", "unjoin",
    ]  # fmt: skip
    assert not list(standing_agrees())
    with pytest.raises(NotJoined):
        part(ours, by=by, at=now())


def test_what_may_not_be_joined_is_said(ward: Ward, by: Viewer, ours: Petition):
    bring(ward.unit, {"HT-5": TOLD, "HT-6": row(), "HT-7": TOLD}, at=timezone.now())
    with pytest.raises(KindsDiffer, match=r"khiếu nại.*phản ánh"):
        join(ours, the("HT-6"), by=by, at=now())
    done(the("HT-7"), "publish", date(2021, 5, 12), by=by)
    with pytest.raises(WorkedOnBoth):
        join(ours, the("HT-7"), by=by, at=now())
    with pytest.raises(AlreadyListed):
        join(the("HT-5"), the("HT-6"), by=by, at=now())
    with pytest.raises(NotAllowed):
        join(ours, the("HT-5"), by=ward.viewer(ward.chairman), at=now())
    other = make_ward("Nam Hồng", "18118", "nam-")
    with pytest.raises(NotFound):
        join(ours, the("HT-5"), by=other.viewer(other.chairman), at=now())
    assert ours.events.count() == 2


def test_a_code_typed_waits_for_its_row_or_joins_it_at_once(ward: Ward, by: Viewer, ours: Petition):
    say_code(ours, " HT 9 ", by=by, at=now())
    assert (ours.outside_code, ours.listed) == ("HT9", False)
    bring(ward.unit, {"HT9": TOLD}, at=timezone.now())
    ours.refresh_from_db()
    assert (ours.listed, Petition.objects.count()) == (True, 1)
    second = received(by, "complaint", date(2021, 4, 5))
    bring(ward.unit, {"HT10": TOLD}, at=timezone.now())
    say_code(second, "HT10", by=by, at=now())
    assert (second.listed, second.settled_on) == (True, date(2021, 5, 6))


def test_a_name_is_no_code_and_no_code_stands_twice(by: Viewer, ours: Petition):
    with pytest.raises(CodeMissing):
        say_code(ours, "Nguyễn Văn Ví Dụ", by=by, at=now())
    say_code(ours, "HT-9", by=by, at=now())
    with pytest.raises(CodeTaken, match="DT-2021-0001"):
        say_code(received(by, "complaint", date(2021, 4, 6)), "HT-9", by=by, at=now())


def test_the_page_proposes_rows_of_the_same_kind_and_day_and_joins_one(
    ward: Ward, ours: Petition, keeper: Client
):
    rows = {"HT-5": TOLD, "HT-6": TOLD | {"received_on": "2021-04-06"}, "HT-7": row(received_on="2021-04-05")}
    bring(ward.unit, rows, at=timezone.now())
    page = open_page(keeper, PAGE)
    assert [one.get("value") for one in page.tree.xpath("//select[@name='dong']/option")] == [
        str(the("HT-5").uid)
    ]
    assert "HT-5" in page.text
    assert keeper.post(PAGE, {"don": str(ours.uid), "dong": str(the("HT-5").uid)}).status_code == 302
    assert "Không đơn nào đang chờ nguồn" in open_page(keeper, PAGE).text
    assert "Bỏ ghép với nguồn" in open_page(keeper, f"/don-thu/{ours.uid}/").text
    assert keeper.post(f"/don-thu/{ours.uid}/bo-ghep/", {}).status_code == 302
    ours.refresh_from_db()
    assert not ours.listed


def test_a_refused_form_keeps_what_was_typed(ward: Ward, ours: Petition, keeper: Client):
    answer = keeper.post(f"/don-thu/{ours.uid}/ma-nguon/", {"code": "không có số"})
    assert answer.status_code == 422
    assert "không có số" in answer.content.decode()
    assert keeper.post(PAGE, {"don": str(ours.uid), "dong": "x"}).status_code == 422
    assert keeper.post(PAGE, {"don": str(ours.uid), "dong": str(ours.uid)}).status_code == 422
    assert "Ghi mã ở nguồn" in open_page(keeper, f"/don-thu/{ours.uid}/").text


def test_the_sheet_has_codes_and_days_and_nobodys_name(by: Viewer, ours: Petition, keeper: Client):
    Sender.objects.create(petition=ours, name="Người Gửi Riêng", recorded_at=timezone.now())
    done(received(by, "suggestion", date(2021, 4, 7)), "forward", date(2021, 4, 9), by=by)
    data = keeper.get(f"{PAGE}phieu.xlsx").content
    [sheet] = read_sheet(data, name="phieu.xlsx")
    cells = [cell.value for line in sheet.rows for cell in line]
    assert "DT-2021-0001" in cells
    assert any(str(cell).startswith("2021-04-09") or cell == date(2021, 4, 9) for cell in cells)
    assert not any("Người Gửi" in str(cell) for cell in cells)
    assert keeper.get(f"{PAGE}phieu.pdf").content[:5] == b"%PDF-"


def test_where_chuan_keeps_the_register_nothing_waits_for_a_source(
    ward: Ward, ours: Petition, keeper: Client
):
    assert ours.code in open_page(keeper, PAGE).text
    for register in ("petitions", "feedback"):
        RecordSystem.objects.create(
            unit=ward.unit, register=register, system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
            citation="05/QĐ-UBND", recorded_at=timezone.now(),
        )  # fmt: skip
    assert ours.code not in open_page(keeper, PAGE).text
    assert "Ghi mã ở nguồn" not in open_page(keeper, f"/don-thu/{ours.uid}/").text


def test_only_who_keeps_the_register_joins_and_others_see_only_their_own(
    ward: Ward, ours: Petition, official: Official
):
    auditor = sign_in(Client(), ward.auditor)
    page = open_page(auditor, PAGE)
    assert ours.code in page.text
    assert "Ghi mã ở nguồn" not in page.text
    assert auditor.post(PAGE, {"don": str(ours.uid), "dong": str(ours.uid)}).status_code == 403
    assert auditor.get(f"{PAGE}phieu.xlsx").status_code == 403
    other = make_ward("Nam Hồng", "18118", "nam-")
    stranger = sign_in(Client(), other.chairman)
    assert ours.code not in open_page(stranger, PAGE).text
    for tail in ("ma-nguon", "bo-ghep"):
        assert stranger.get(f"/don-thu/{ours.uid}/{tail}/").status_code == 404


def test_a_page_of_many_costs_no_more_than_one_of_few(ward: Ward, by: Viewer, keeper: Client):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            keeper.get(PAGE)
        return len(asked)

    received(by, "complaint", date(2021, 4, 5))
    bring(ward.unit, {"HT-1": TOLD}, at=timezone.now())
    few = cost()
    for _ in range(4):
        received(by, "complaint", date(2021, 4, 5))
    bring(ward.unit, {f"HT-{n}": TOLD for n in range(2, 20)}, at=timezone.now())
    assert cost() == few
