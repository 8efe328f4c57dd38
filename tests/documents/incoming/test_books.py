"""The register books: the decree's columns, rows of the source and of our own, void numbers and gaps named."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pypdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.documents import books_making
from chuan.documents.actions import incoming
from chuan.documents.actions.books import ask_for
from chuan.documents.actions.incoming import Direction
from chuan.documents.books import BOOKS, HANDLING, IN, OUT, Asked, Contents, contents_of, missing_words
from chuan.documents.books_making import printed, sheet_of
from chuan.documents.books_running import make, pick_up_stale
from chuan.documents.models import BookPrint, Document, VoidNumber
from chuan.documents.refusals_incoming import BookEmpty
from chuan.exchange.sheets import read_sheet
from chuan.files import actions as files
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotAllowed
from tests.documents.following.made import bring, came, handled, out
from tests.people import Ward, at

MARCH, APRIL = at(2021, 3, 10), at(2021, 4, 30)
View = Callable[[Official], Viewer]


def book(ward: Ward, which: str = "di", year: int = 2021, type_: str = "") -> Contents:
    return contents_of(Asked(BOOKS[which], ward.unit, year, type_))


def rows(contents: Contents) -> list[tuple[str, ...]]:
    return [line.cells for line in contents.lines()]


def test_the_books_have_the_columns_of_the_decree():
    assert [len(one.columns) for one in (OUT, IN, HANDLING)] == [10, 10, 7]
    assert [one.title for one in OUT.columns][:3] == [
        "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản",
    ]  # fmt: skip
    assert [one.title for one in IN.columns][:3] == ["Ngày đến", "Số đến", "Tác giả"]
    assert [one.title for one in IN.columns][-3:] == ["Ngày chuyển", "Ký nhận", "Ghi chú"]
    assert [one.title for one in HANDLING.columns] == [
        "Số đến", "Tên loại, số và ký hiệu, ngày tháng và tên cơ quan ban hành văn bản", "Đơn vị hoặc người nhận",
        "Thời hạn giải quyết", "Tiến độ giải quyết", "Số, ký hiệu văn bản trả lời", "Ghi chú",
    ]  # fmt: skip


def test_a_followed_row_stands_as_the_source_wrote_it(ward: Ward):
    given = out(kept_by="Văn thư", copies="5", received_sign="Đã ký nhận", note="Gấp")
    bring(ward.unit, "documents_out", [given], at=MARCH)
    contents = book(ward)
    assert rows(contents) == [
        (
            "12/BC-UBND", "05/03/2021", "Báo cáo kết quả tháng 3", "Người Ký", "UBND thị xã", "Văn thư", "05",
            "05/03/2021", "Đã ký nhận", "Gấp",
        )
    ]  # fmt: skip
    assert contents.followed == 1


def test_what_came_and_what_became_of_it(ward: Ward):
    bring(ward.unit, "documents_in", [came(passed_on="2021-04-07")], at=APRIL)
    bring(ward.unit, "documents_handling", [handled(note="Đúng hạn")], at=APRIL)
    (registered,) = rows(book(ward, "den"))
    assert registered[:5] == ("06/04/2021", "31", "UBND thị xã Hồng Lĩnh", "240/KH-UBND", "05/04/2021")
    assert registered[5:8] == ("Kế hoạch rà soát", "Tư pháp – Hộ tịch", "07/04/2021")
    (work,) = rows(book(ward, "giai-quyet"))
    assert work == (
        "31", "Kế hoạch 240/KH-UBND ngày 05/04/2021, UBND thị xã Hồng Lĩnh", "Tư pháp – Hộ tịch", "20/04/2021",
        "Đã hoàn thành; xong ngày 19/04/2021", "58/UBND-VP", "Đúng hạn",
    )  # fmt: skip


def test_our_own_rows_say_whom_it_was_given_to_and_when(
    assigned: Document, ward: Ward, specialist: Viewer, now: datetime
):
    year = specialist.on.year
    (line,) = rows(book(ward, "den", year))
    assert line[6:9] == ("Vũ Thị Văn Hóa; phối hợp: Lê Văn Một Cửa", f"{specialist.on:%d/%m/%Y}", "")
    incoming.start(assigned, by=specialist, at=now)
    (line,) = rows(book(ward, "den", year))
    assert line[8].startswith("đã nhận trong Chuẩn ")


def test_what_was_sent_back_or_waits_is_in_no_book(came: Document, ward: Ward, clerk: Viewer, now: datetime):
    assert not book(ward, "den", clerk.on.year).entries
    incoming.refuse(came, "Gửi nhầm", by=clerk, at=now)
    assert not book(ward, "den", clerk.on.year).entries


def test_lines_stand_by_day_then_by_number(ward: Ward):
    given = [
        out(full_number=f"{n}/BC-UBND", issued_on=day, sent_on="")
        for n, day in (("10", "2021-03-09"), ("9", "2021-03-09"), ("2", "2021-03-01"), ("11a", "2021-03-10"))
    ]
    bring(ward.unit, "documents_out", given, at=MARCH)
    assert [line[0] for line in rows(book(ward))] == ["2/BC-UBND", "9/BC-UBND", "10/BC-UBND", "11a/BC-UBND"]


def test_a_year_and_a_type_have_their_own_book(ward: Ward):
    given = [
        out(),
        out(full_number="5/QĐ-UBND"),
        out(full_number="7/QĐ-UBND", issued_on="2020-12-31", sent_on=""),
    ]
    bring(ward.unit, "documents_out", given, at=MARCH)
    assert [line[0] for line in rows(book(ward, type_="QĐ"))] == ["5/QĐ-UBND"]
    assert [line[0] for line in rows(book(ward, year=2020))] == ["7/QĐ-UBND"]


def test_missing_numbers_are_named_in_ranges(ward: Ward):
    given = [
        out(full_number=f"{n}/BC-UBND", sent_on="") for n in (*range(1, 30), 33, 35) if n not in (7, 12, 13)
    ]
    bring(ward.unit, "documents_out", given, at=MARCH)
    assert missing_words(book(ward).runs) == ["Dãy số chung (UBND): thiếu số 07, 12–13, 30–32, 34."]
    bring(ward.unit, "documents_in", [came(arrival_number=str(n)) for n in (1, 2, 4)], at=APRIL)
    assert missing_words(book(ward, "den").runs) == ["Số đến: thiếu số 03."]


def test_a_void_number_stands_in_the_book_with_its_reason(ward: Ward, now: datetime):
    cancelled = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="01", symbol="QĐ-UBND", stage="cancelled",
        issued_on=date(2021, 3, 5), signed_on=date(2021, 3, 5), series="out", number_year=2021, number_value=1,
        subject="Về việc cử cán bộ", recorded_at=now,
    )  # fmt: skip
    void = {"unit": ward.unit, "series": "out", "year": 2021, "recorded_at": MARCH}
    VoidNumber.objects.create(**void, value=1, document=cancelled, reason="Nhầm thẩm quyền")
    VoidNumber.objects.create(**void, value=2, reason="In hỏng")
    contents = book(ward)
    assert [(line.cells[0], line.cells[-1], line.void) for line in contents.lines()] == [
        ("01/QĐ-UBND", "Số hủy: Nhầm thẩm quyền", True),
        ("02", "Số hủy: In hỏng", True),
    ]


def test_recipients_and_the_file_copy_of_our_own_come_from_noi_nhan(ward: Ward, now: datetime):
    made = Document.objects.create(
        unit=ward.unit, owner_unit=ward.unit, type="QĐ", number="01", symbol="QĐ-UBND", stage="recalled",
        issued_on=date(2021, 3, 5), subject="Quyết định cử cán bộ", recorded_at=now,
    )  # fmt: skip
    for place, line in enumerate(("- Như Điều 3;", "- UBND thị xã;", "- Lưu: VT, VP."), start=1):
        made.recipients.create(position=place, line=line)
    (line,) = rows(book(ward))
    assert line[2] == "Quyết định cử cán bộ", "a type that the subject names is not said twice"
    assert (line[4], line[5], line[9]) == ("Như Điều 3; UBND thị xã", "VT, VP", "Đã thu hồi")


def test_another_wards_rows_are_in_another_book(ward: Ward, other_ward: Ward):
    bring(other_ward.unit, "documents_out", [out()], at=MARCH)
    assert not book(ward).entries
    assert len(book(other_ward).entries) == 1


def test_a_long_book_costs_statements_by_the_page(ward: Ward):
    bring(
        ward.unit,
        "documents_out",
        [out(full_number=f"{n}/BC-UBND", sent_on="") for n in range(1, 601)],
        at=MARCH,
    )
    contents = book(ward)
    with CaptureQueriesContext(connection) as context:
        assert len(list(contents.lines(0, 50))) == 50
    assert len(context) <= 4


def test_the_sheet_holds_every_line_and_says_whose_rows_they_are(ward: Ward):
    bring(ward.unit, "documents_out", [out(), out(full_number="14/BC-UBND")], at=MARCH)
    made = sheet_of(book(ward), on=date(2021, 12, 31))
    assert made.name == "so-di-2021.xlsx"
    cells = [[cell.value for cell in row] for row in read_sheet(made.data, name=made.name)[0].rows]
    text = "\n".join(str(value) for row in cells for value in row if value)
    assert "Sổ đăng ký văn bản đi" in text
    assert "Các dòng lấy từ sổ của hệ thống nguồn, nhập theo tệp." in text
    assert "14/BC-UBND" in text
    assert "thiếu số" in text


def test_the_printed_book_has_a_cover_pages_and_who_drew_it_up(ward: Ward):
    given = [out(full_number=f"{n}/BC-UBND", sent_on="") for n in range(1, 41)]
    bring(ward.unit, "documents_out", given, at=MARCH)
    made = printed(book(ward), name="Trần Thị Văn Phòng", on=date(2021, 12, 31))
    reader = pypdf.PdfReader(io.BytesIO(made.data))
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert "SỔ ĐĂNG KÝ VĂN BẢN ĐI" in pages[0]
    assert "Quyển số 01" in pages[0]
    assert "DỮ LIỆU MINH HỌA" in pages[0]
    assert "Trang 1" in pages[1]
    assert "Trang 2" in pages[2]
    assert "Trần Thị Văn Phòng" in pages[-1]
    assert "ngày 31 tháng 12 năm 2021" in pages[-1]
    box = reader.pages[0].mediabox
    assert box.width > box.height
    assert made.data == printed(book(ward), name="Trần Thị Văn Phòng", on=date(2021, 12, 31)).data


def test_hostile_words_are_letters_in_the_book(ward: Ward):
    hostile = '#read("/etc/passwd") *đậm* \\ $x$ <nhãn> 😀 ' + "dàilắm" * 60
    bring(ward.unit, "documents_out", [out(subject=hostile)], at=MARCH)
    made = printed(book(ward), name="[Người] #lập", on=date(2021, 12, 31))
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made.data)).pages)
    assert '#read("/etc/passwd")' in text.replace("\n", " ")
    assert "[U+1F600]" in text


def test_a_long_book_is_made_in_volumes_in_the_background(
    ward: Ward, clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(books_making, "VOLUME", 3)
    bring(
        ward.unit,
        "documents_out",
        [out(full_number=f"{n}/BC-UBND", sent_on="") for n in range(1, 8)],
        at=MARCH,
    )
    asked = ask_for(book(ward), "pdf", by=clerk, at=now)
    assert (asked.total, asked.done, asked.finished_at) == (7, 0, None)
    told: list[int] = []
    make(asked, clock=lambda: told.append(BookPrint.objects.get(pk=asked.pk).done) or now)
    assert (asked.done, asked.file_name, asked.refusal) == (7, "so-di-2021.zip", "")
    assert told[:3] == [0, 3, 6]
    assert asked.blob is not None
    with zipfile.ZipFile(io.BytesIO(files.read(asked.blob))) as archive:
        assert archive.namelist() == [f"so-di-2021-quyen-0{n}.pdf" for n in (1, 2, 3)]
        last = pypdf.PdfReader(io.BytesIO(archive.read("so-di-2021-quyen-03.pdf")))
    assert "Quyển số 03/03" in last.pages[0].extract_text()


def test_a_book_that_fails_says_so_and_a_dead_one_is_begun_anew(
    ward: Ward, clerk: Viewer, now: datetime, monkeypatch: pytest.MonkeyPatch
):
    bring(ward.unit, "documents_out", [out()], at=MARCH)
    asked = ask_for(book(ward), "xlsx", by=clerk, at=now)
    begun: list[str] = []
    monkeypatch.setattr("chuan.documents.books_running.start", lambda one: begun.append(str(one.uid)))
    BookPrint.objects.filter(pk=asked.pk).update(touched_at=APRIL)
    assert pick_up_stale(now) == 1
    assert begun == [str(asked.uid)]
    monkeypatch.setattr("chuan.documents.books_running.sheet_of", lambda *a, **k: 1 / 0)
    make(asked, clock=lambda: now)
    assert asked.finished_at == now
    assert asked.refusal
    assert asked.blob is None


def test_an_empty_book_is_not_made_and_only_the_registry_draws_one_up(
    ward: Ward, clerk: Viewer, specialist: Viewer, now: datetime
):
    with pytest.raises(BookEmpty):
        ask_for(book(ward), "pdf", by=clerk, at=now)
    with pytest.raises(NotAllowed):
        ask_for(book(ward), "pdf", by=specialist, at=now)


def test_the_direction_is_in_the_book_by_its_day(
    registered: Document, direct: Callable[..., Direction], ward: Ward, chairman: Viewer, now: datetime
):
    incoming.assign(registered, direct(), by=chairman, at=now)
    (line,) = rows(book(ward, "giai-quyet", chairman.on.year))
    assert line[3] == f"{registered.due_on:%d/%m/%Y}"
    assert line[4] == "Đã phân công"
