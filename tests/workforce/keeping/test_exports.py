"""No file of the room tells an identity number, wherever one was typed; a new file has to be tried here too."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from django.urls import get_resolver
from django.utils import timezone

from chuan.exchange.sheets import read_sheet
from chuan.workforce.actions.competence import Named, Shown, ask, show
from chuan.workforce.models import Absence, RankingRound
from tests.people import PAPER, START
from tests.workforce.keeping import made

NUMBER = "038012345678"
FILES = {
    "nang-luc/nang-luc.pdf": "/nhan-su/nang-luc/nang-luc.pdf",
    "nang-luc/nang-luc.xlsx": "/nhan-su/nang-luc/nang-luc.xlsx",
    "ky/<uuid:uid>/quyet-dinh.pdf": "/nhan-su/xep-loai/ky/{round}/quyet-dinh.pdf",
    "ky/<uuid:uid>/xep-loai.xlsx": "/nhan-su/xep-loai/ky/{round}/xep-loai.xlsx",
}
"""Part of the address → the address, of every file that leaves the room."""


@pytest.fixture
def typed(ward):
    """The same number in whatever somebody may have typed it into."""
    by, now = ward.viewer(ward.chairman), timezone.now()
    post = ward.clerk.appointments.get().post
    asked = ask(post, Named("Tin học", "certificate"), must=True, since=START, citation=PAPER, by=by, at=now)
    shown = Shown(date(2020, 1, 5), f"Chứng chỉ, CCCD {NUMBER}", f"Hồ sơ {NUMBER}")
    show(ward.clerk, asked.qualification, shown, by=by, at=now)
    made.ranked(ward, ward.clerk, 2021)
    made.away(ward, ward.clerk, 2021)
    Absence.objects.update(citation=f"Đơn của {NUMBER}")
    return ward


def test_every_file_of_the_room_is_known_here():
    (room,) = [one for one in get_resolver().url_patterns if str(one.pattern) == "nhan-su/"]
    named = {str(one.pattern) for part in room.url_patterns for one in part.url_patterns}
    assert {name for name in named if name.endswith((".pdf", ".xlsx", ".docx", ".csv"))} == set(FILES)


def test_no_file_tells_an_identity_number(typed, client, sign_in):
    sign_in(client, typed.chairman)
    for address in FILES.values():
        taken = client.get(address.format(round=RankingRound.objects.get().uid))
        assert taken.status_code == 200, address
        assert typed.clerk.name in (text := _text(taken.content)), address
        assert NUMBER not in text, address
        assert NUMBER not in text.replace(" ", ""), address


def _text(data: bytes) -> str:
    if data.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(data)
        return " ".join(page.get_textpage().get_text_range() for page in pages)
    sheets = read_sheet(data, name="tep.xlsx")
    cells = (cell.value for one in sheets for row in one.rows for cell in row if cell is not None)
    return " ".join(map(str, cells))
