"""The pages and papers of figures, by each who may open them: nothing of a letter's words, nobody's name."""

from __future__ import annotations

import io
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from chuan.exchange.sheets import read_sheet
from chuan.people.models import Account, Official, RoleGrant
from chuan.people.roles import Role
from chuan.petitions.models import Concerned, Petition, Sender
from tests.examine import Page, open_page, sign_in
from tests.people import PAPER, START, Ward, at, make_ward
from tests.petitions.following.made import COMPLAINT, bring, row
from tests.petitions.made import now, petition_clerk

pytestmark = pytest.mark.django_db
BASE = "/don-thu/so-lieu/"
YEAR = f"{BASE}?nam=2021"
DENUNCIATION = row(COMPLAINT, kind="denunciation", channel="post", classified_on="2021-04-07")
TOLD = {
    "A1": row(settled_on="2021-04-19"),
    "A2": row(field="Đất đai"),
    "B1": row(COMPLAINT, settled_on="2021-05-12", verdict="partly"),
    "D1": DENUNCIATION,
    "D2": row(DENUNCIATION, settled_on="2021-04-30", verdict="wrong"),
}
FILES = ("so-lieu.xlsx", "bao-cao.pdf", "so-theo-doi.xlsx", "so-theo-doi.pdf", "dong.xlsx")
WORDS, NAME = "kể về con ngõ lầy lội", "Nguyễn Thị Bình An"


@pytest.fixture
def ward() -> Ward:
    made = make_ward()
    bring(made.unit, TOLD, at=at(2021, 6, 29))
    Petition.objects.update(text=WORDS)
    complaint = Petition.objects.get(outside_code="B1")
    Sender.objects.create(petition=complaint, name=NAME, recorded_at=now())
    return made


@pytest.fixture
def keeper(ward: Ward) -> Client:
    return sign_in(Client(), petition_clerk(ward))


@pytest.fixture
def overseer(ward: Ward) -> Client:
    account = Account.objects.create_user("cap-tren", "!")
    RoleGrant.objects.create(
        account=account, unit=ward.unit, role=Role.OVERSEER, valid_from=START, citation=PAPER
    )
    client = Client()
    client.force_login(account, backend="chuan.people.signin.LockingBackend")
    return client


def figures_of(page: Page) -> dict[str, str]:
    """The addresses behind numbers, by the number's text and address."""
    return {
        one.get("href", ""): "".join(one.itertext())
        for one in page.tree.iter("a")
        if "/dong/" in one.get("href", "")
    }


def test_every_number_opens_as_many_rows(keeper: Client):
    page = open_page(keeper, YEAR)
    assert "Số liệu chưa đủ kỳ: danh sách đơn đã nhập thiếu cột" in page.notice
    assert "Ngày giải quyết. Chưa nhập danh sách phản ánh" in page.notice
    assert "Chưa tìm được biểu mẫu" in page.text
    numbers = figures_of(page)
    assert len(numbers) > 40
    for address, n in list(numbers.items())[::12]:
        assert f"· {n} đơn" in open_page(keeper, address).text
    rows = open_page(keeper, f"{BASE}dong/?nam=2021&so=settled&loai=denunciation")
    assert "sai" in rows.text
    assert WORDS not in rows.text + page.text
    assert (
        open_page(keeper, f"{BASE}dong/?nam=2021&so=dung-han.khong-dat").text.count("khiếu nại".capitalize())
        == 1
    )


def test_rows_that_the_viewer_may_not_open_are_a_number_only(ward: Ward):
    auditor = sign_in(Client(), ward.auditor)
    page = open_page(auditor, f"{BASE}dong/?nam=2021&so=received")
    assert "2 đơn của con số này không hiện" in page.notice
    assert "tố cáo" not in page.text.lower()
    chairman = Official.objects.get(pk=ward.chairman.pk)
    about = Petition.objects.get(outside_code="D1")
    Concerned.objects.create(petition=about, official=chairman, recorded_at=now())
    seen = open_page(sign_in(Client(), chairman), f"{BASE}dong/?nam=2021&so=received&loai=denunciation")
    assert "1 đơn của con số này không hiện" in seen.notice
    assert about.code not in seen.text
    register = _sheet(sign_in(Client(), chairman), "so-theo-doi.xlsx")
    assert about.code not in register
    assert "1 đơn của kỳ không ghi trong bản này" in register


def test_from_above_small_numbers_are_hidden_and_nothing_opens(overseer: Client):
    page = open_page(overseer, YEAR)
    assert "Ẩn” là số nhỏ hơn 5" in page.notice
    assert not figures_of(page)
    assert not [one for one in page.text.split() if one in ("1", "2", "3", "4")]
    for path in ("dong/?nam=2021&so=received", *(f"{one}?nam=2021" for one in FILES)):
        assert overseer.get(BASE + path).status_code == 403
    for query in ("&ky=04", "&biet_den=30/06/2021"):
        assert "Cấp trên theo dõi xem" in open_page(overseer, YEAR + query, status=422).notice


def test_who_has_no_part_in_petitions_is_told_who_has(ward: Ward):
    client = sign_in(Client(), ward.specialist)
    open_page(client, YEAR, status=403)
    assert BASE not in {one.get("href") for one in open_page(client, "/don-thu/").tree.iter("a")}


def test_another_ward_sees_its_own_figures_only(ward: Ward):
    other = make_ward("Nam Hồng", "18118", "nam-")
    client = sign_in(Client(), other.chairman)
    assert "Chưa có đơn nào của kỳ này" in open_page(client, YEAR).text
    assert "· 0 đơn" in open_page(client, f"{BASE}dong/?nam=2021&so=received").text
    assert not [one for one in TOLD if one in _sheet(client, "so-theo-doi.xlsx").split()]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?nam=hai", "“hai” không phải một năm."),
        ("?nam=2021&ky=q9", "Không có kỳ “q9”."),
        ("?biet_den=31/02/2021", "“31/02/2021” không phải ngày dùng được"),
        ("?biet_den=01/01/2090", "không sau hôm nay"),
    ],
)
def test_what_makes_no_sense_is_said(keeper: Client, query: str, told: str):
    assert told in open_page(keeper, BASE + query, status=422).notice
    assert told in open_page(keeper, f"{BASE}bao-cao.pdf{query}", status=422).notice
    assert keeper.get(f"{BASE}dong/{query}&so=received").status_code == 422


def test_a_figure_that_does_not_exist_is_not_there(keeper: Client):
    for query in ("so=hack", "so=hack.dat", "so=giai-quyet.sai", "so=received&tham_quyen=x"):
        assert keeper.get(f"{BASE}dong/?nam=2021&{query}").status_code == 404
    assert "chưa bắt đầu" in open_page(keeper, f"{BASE}?nam=2099").notice


def test_papers_say_what_they_rest_on_and_tell_of_nobody(keeper: Client, ward: Ward):
    for name in FILES:
        text = _text(keeper, name)
        assert NAME not in text
        assert WORDS not in text
        assert "mã băm" in text, name
    report = _text(keeper, "bao-cao.pdf")
    assert "Chưa tìm được biểu mẫu" in report
    assert "chưa nhập danh sách phản ánh" in report
    for name in ("so-theo-doi.xlsx", "so-theo-doi.pdf"):
        whole, short = _text(keeper, name), _text(sign_in(Client(), ward.auditor), name)
        assert "D2" in whole
        assert "B1" in whole
        assert "D2" not in short
        assert "B1" in short
        assert "Đơn tố cáo và đơn nhiều nội dung không ghi" in short
    assert "như đã biết đến 23:59 ngày 31/05/2021" in _text(keeper, "so-lieu.xlsx", "&biet_den=31/05/2021")


def test_a_page_takes_few_statements_however_many_petitions(keeper: Client, ward: Ward):
    def asked() -> int:
        with CaptureQueriesContext(connection) as told:
            keeper.get(YEAR)
            keeper.get(f"{BASE}dong/?nam=2021&so=received")
        return len(told)

    asked()
    before = asked()
    more = {f"M{n}": row(field=f"Lĩnh vực {n}", settled_on=date(2021, 4, 19).isoformat()) for n in range(30)}
    bring(ward.unit, more, at=at(2021, 6, 30))
    assert asked() == before < 90


def _text(client: Client, name: str, more: str = "") -> str:
    answer = client.get(f"{BASE}{name}?nam=2021&so=received{more}")
    assert answer.status_code == 200, name
    if name.endswith("xlsx"):
        sheets = read_sheet(answer.content, name=name)
        return " ".join(str(cell.value) for one in sheets for line in one.rows for cell in line if cell.value)
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def _sheet(client: Client, name: str) -> str:
    return _text(client, name)
