"""A denouncer whose name is brought in by every door there is, lawful or by mistake. Invented."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from chuan.demo_exports.formats import Grid, as_xlsx
from chuan.people.models import Account, Official, RoleGrant
from chuan.people.roles import OUTSIDE, Role
from chuan.people.viewer import Viewer, viewer_of
from chuan.petitions.actions.sealing.choosing import choose
from chuan.petitions.models import OpeningRequest, Petition, SealOpening
from tests.examine import sign_in
from tests.exchange.redacting.papers import drawing
from tests.exchange.redacting.papers import text as drawn
from tests.guards.rights.things import PAPER, START, House
from tests.petitions.following.made import taken_in
from tests.petitions.made import received

NAME = "Khuất Thị Quỳnh Giao"
ADDRESS = "Kiệt 77 Ngàn Phố Lạ"
PHONE = "0987 651 243"
OTHER = "mực tím than hồng"
IDENTITY = {
    "kin_ho_ten": NAME, "kin_nam_sinh": "1971", "kin_dia_chi": ADDRESS, "kin_dien_thoai": PHONE, "kin_khac": OTHER,
}  # fmt: skip
WORDS = (NAME, "Quỳnh Giao", ADDRESS, PHONE[1:], OTHER)


@dataclass
class Planted:
    """What stands after the planting: the people's browsers, and the uid of each planted thing."""

    house: House
    petition: Petition
    uids: Mapping[str, uuid.UUID]
    clerk: Client
    head: Client

    def viewer(self, role: Role) -> Viewer:
        """Who holds the role."""
        found = viewer_of(self.house.accounts[role.value], on=timezone.localdate())
        assert found is not None
        return found


def browser(account: Account) -> Client:
    """The account signed in; faults become the page of a fault."""
    client = Client(raise_request_exception=False)
    official = Official.objects.filter(account=account).first()
    if official is not None:
        return sign_in(client, official)
    client.force_login(account, backend="chuan.people.signin.LockingBackend")
    return client


def everybody(house: House) -> Client:
    """Somebody with every role of the ward: his pages hold whatever any page may hold."""
    account = Account.objects.create(username="everything", password="!")
    official = Official.objects.create(unit=house.unit, name="Người Mọi Vai", account=account)
    for role in Role:
        if role not in OUTSIDE:
            RoleGrant.objects.create(
                official=official, unit=house.unit, role=role, valid_from=START, citation=PAPER
            )
    return browser(account)


def plant(house: House, uids: Mapping[str, uuid.UUID]) -> Planted:
    """The name under seal, in a letter, in a covered copy, in a list, in words that were refused, in an opening."""
    by = viewer_of(house.accounts[Role.PETITION_CLERK.value], on=timezone.localdate())
    assert by is not None
    head = viewer_of(house.accounts[Role.CHAIRMAN.value], on=timezone.localdate())
    assert head is not None
    choose(True, Role.PETITION_CLERK, Role.CHAIRMAN, valid_from=date(2021, 1, 4), citation=PAPER, by=head,
           at=timezone.now())  # fmt: skip
    one = received(by, "denunciation", text="Lấn chiếm lề đường", on=date(2021, 9, 6))
    Petition.objects.filter(pk=one.pk).update(handler=house.owner)
    planted = Planted(
        house, one, uids, browser(house.accounts[Role.PETITION_CLERK.value]),
        browser(house.accounts[Role.CHAIRMAN.value]),
    )  # fmt: skip
    _seal(planted)
    _cover(planted)
    _list(by)
    planted.uids = {**uids, "denunciation": one.uid, **_open(planted)}
    _say(planted)
    return planted


def _at(planted: Planted, rest: str) -> str:
    return f"/don-thu/{planted.petition.uid}/{rest}"


def letter() -> SimpleUploadedFile:
    """A scan whose name and page tell who wrote it."""
    return SimpleUploadedFile(f"don cua {NAME}.pdf", drawing(drawn("KHUAT THI QUYNH GIAO")))


def _seal(planted: Planted) -> None:
    assert planted.clerk.post(_at(planted, "niem-phong/danh-tinh/"), IDENTITY).status_code == 302
    assert planted.clerk.post(_at(planted, "niem-phong/don-goc/"), {"tep": letter()}).status_code == 302


def _cover(planted: Planted) -> None:
    """A covered copy made and confirmed, by the pages the clerk uses."""
    clerk, che = planted.clerk, _at(planted, "che/")
    clerk.post(che, {"tep": letter()})
    clerk.post(f"{che}tim/", {"can_tim": f"{NAME}\n{PHONE}"})
    page = clerk.get(f"{che}trang/1/")
    sent = _values(page.content.decode()) | {"vung": ["0 0 1 1"], "lam": "luu", "da_xem": "1"}
    clerk.post(f"{che}trang/1/", sent)
    made = clerk.post(f"{che}lam/")
    assert made.status_code == 302, made.content.decode()[:2000]
    assert planted.head.post(made.headers["Location"], {"xem_1": "on"}).status_code == 302


def _values(page: str) -> dict[str, Any]:
    from lxml import html

    form = next(
        one for one in html.fromstring(page).forms if one.get("method") == "post" and "vung" in one.fields
    )
    return {name: value or "" for name, value in form.form_values()}


def _list(by: Viewer) -> None:
    """The list of the national database with the columns that tell who."""
    head = ["Mã đơn", "Loại đơn", "Ngày nhận", "Họ tên người tố cáo", "Địa chỉ", "Điện thoại", "Nội dung đơn"]
    rows = [[f"TC{n}", "Tố cáo", "05/03/2021", NAME, ADDRESS, PHONE, f"Đơn của {NAME}"] for n in range(3)]
    sheet = as_xlsx(Grid([["Từ ngày 01/01/2021 đến ngày 31/12/2021"], head, *rows]))
    taken_in(sheet, "danh-sach.xlsx", by=by)


def _open(planted: Planted) -> dict[str, uuid.UUID]:
    """The seal was opened once, and is asked for again."""
    said = {"what": "danh-tinh", "why": "contact", "words": "mời đến làm việc"}
    asking = _at(planted, "niem-phong/xin-mo/")
    planted.clerk.post(asking, said)
    lawful(planted)
    planted.clerk.post(asking, said)
    waiting = OpeningRequest.objects.get(petition=planted.petition, end="")
    opening = SealOpening.objects.get(petition=planted.petition)
    return {"opening_request": waiting.uid, "seal_opening": opening.uid}


def lawful(planted: Planted) -> bytes:
    """The one page that shows it: asked for, allowed, the second key typed."""
    import re

    request = OpeningRequest.objects.get(petition=planted.petition, end="")
    page = f"/don-thu/niem-phong/yeu-cau/{request.uid}/"
    key = re.search(
        r"<b>([2-9A-Z]{4}-[2-9A-Z]{4})</b>", planted.head.post(page, {"do": "allow"}).content.decode()
    )
    assert key is not None
    return planted.clerk.post(f"{page}mo/", {"khoa_thu_hai": key[1]}).content


def _say(planted: Planted) -> None:
    """Words that tell, typed where a hasty hand types them; all refused, some of it for a fault of the machine."""
    from unittest import mock

    told = f"Bà {NAME} ({PHONE})"
    refused = planted.clerk.post(
        _at(planted, "niem-phong/xin-mo/"), {"what": "danh-tinh", "why": "other", "words": told}
    )
    assert refused.status_code == 422
    with mock.patch("chuan.petitions.actions.sealing.identities.seal", side_effect=RuntimeError(told)):
        other = received(planted.viewer(Role.PETITION_CLERK), "denunciation", on=date(2021, 9, 6))
        broken = planted.clerk.post(f"/don-thu/{other.uid}/niem-phong/danh-tinh/", IDENTITY)
    assert broken.status_code == 500
    assert NAME not in broken.content.decode()
