"""What a file would change: new, changed, same, gone; which days it speaks of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from chuan.intake import actions
from chuan.intake.models import Import
from chuan.intake.previews import MOST, nothing_changes, preview_of
from chuan.intake.refusals import DoubtsOpen, KeptHere, PeriodAhead, PeriodStated, PeriodUnsaid
from chuan.rules.legacy_letters import Code, encode
from chuan.rules.types import Period
from tests.intake.engine import FORM, LATER, LIST, Desk, counts, demo, seen, standing

SILENT = "Số hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái\nH-1;05/01/2021;15/01/2021;Đang xử lý\n"


def test_a_first_file_is_all_new(desk: Desk) -> None:
    held = desk.mapped(LIST)
    assert counts(held) == (60, 0, 0, 0, 0)
    assert held.covers == Period(date(2021, 1, 1), date(2022, 1, 1))
    assert not nothing_changes(held)


def test_the_next_weeks_file_shows_the_change_after_the_due_day_in_front(desk: Desk) -> None:
    desk.committed(LIST)
    held = desk.mapped(LATER)
    assert counts(held) == (12, 1, 59, 0, 0)
    assert held.rows_after_due == 1
    change = seen(held).changed[0]
    assert change.after_due
    assert [(one.field, one.before[:10], one.after[:10]) for one in change.fields] == [
        ("promised_at", "2021-03-31", "2021-04-07")
    ]


def test_a_change_seen_before_the_due_day_is_no_change_after_it(desk: Desk) -> None:
    """The day of the import counts, not today: the file of 20 March showed another promise for 31 March."""
    desk.committed(LIST)
    held = desk.mapped(
        LATER, ago=timezone.now() - timezone.datetime(2021, 3, 20, 8, tzinfo=timezone.get_current_timezone())
    )
    assert held.rows_after_due == 0


def test_the_same_file_twice_changes_nothing_and_may_still_be_taken_in(desk: Desk) -> None:
    desk.committed(LIST)
    before = standing()
    held = desk.mapped("lan-hai.xls", demo()[LIST] + b"\n")
    assert nothing_changes(held)
    assert counts(held) == (0, 0, 60, 0, 0)
    desk.commit(held)
    assert held.status == Import.Status.COMMITTED
    assert standing() == before


def test_rows_no_longer_listed_are_gone_only_within_period_filter_and_layout(desk: Desk) -> None:
    desk.committed(LIST)
    march = desk.mapped("danh-sach-thang-3-utf8.csv")
    assert march.rows_gone == 0  # every dossier of March is there; other months are not asked about
    fewer = demo()["danh-sach-thang-3-utf8.csv"].decode().splitlines(keepends=True)
    held = desk.mapped("thieu.csv", "".join(fewer[:-1]).encode())
    assert held.rows_gone == 1
    assert seen(held).gone == (fewer[-1].split(",")[1],)
    filtered = "".join(fewer[:-1]).replace("Trạng thái hồ sơ: Tất cả", "Trạng thái hồ sơ: Đang xử lý")
    assert desk.mapped("loc.csv", filtered.encode()).rows_gone == 0


def test_the_book_and_the_list_complete_each_other_and_neither_calls_the_others_rows_gone(desk: Desk) -> None:
    desk.committed(LIST)
    book = desk.mapped("so-theo-doi-ho-so-2021.xlsx")
    assert (book.rows_new, book.rows_gone) == (19, 0)
    desk.commit(book)
    assert desk.mapped("lai.xls", demo()[LIST] + b" ").rows_gone == 0


def test_the_period_ends_with_the_day_the_file_came_in(desk: Desk) -> None:
    today = timezone.localdate()
    text = f"Từ ngày 01/01/{today.year} đến ngày 31/12/{today.year + 1}\n{SILENT}"
    held = desk.mapped("nam-nay.csv", text.encode())
    assert held.covers == Period(date(today.year, 1, 1), today + timedelta(days=1))


def test_a_period_that_nobody_states_is_said_by_a_person(desk: Desk) -> None:
    held = desk.mapped("im-lang.csv", SILENT.encode())
    assert (held.status, held.covers) == (Import.Status.PREVIEWED, None)
    with pytest.raises(PeriodUnsaid):
        actions.commit(held, by=desk.viewer(), at=timezone.now())
    actions.say_covers(held, Period(date(2021, 1, 1), date(2021, 2, 1)), by=desk.viewer(), at=timezone.now())
    assert held.covers == Period.month(2021, 1)
    assert desk.commit(held).covers == Period.month(2021, 1)


def test_a_period_that_the_file_states_is_not_said_otherwise(desk: Desk) -> None:
    with pytest.raises(PeriodStated):
        actions.say_covers(desk.mapped(LIST), Period.month(2021, 1), by=desk.viewer(), at=timezone.now())


def test_a_period_in_the_future_is_refused(desk: Desk) -> None:
    held = desk.mapped("im-lang.csv", SILENT.encode())
    soon = timezone.localdate() + timedelta(days=3)
    with pytest.raises(PeriodAhead):
        actions.say_covers(held, Period(soon, soon + timedelta(days=30)), by=desk.viewer(), at=timezone.now())


def test_totals_carry_their_period_in_their_code(desk: Desk) -> None:
    desk.committed(FORM)
    assert all(code.startswith("2021-01-01/2022-01-01 ") for code in standing())
    assert "2021-01-01/2022-01-01 Đất đai" in standing()


def test_a_register_that_chuan_keeps_takes_no_file(desk: Desk) -> None:
    desk.mapped(LIST)
    actions.set_record_system(
        desk.ward.unit, "dossiers", system="Chuẩn", keeps=True, valid_from=date(2021, 1, 1),
        citation="QĐ 15/QĐ-UBND ngày 04/01/2021", by=desk.viewer(desk.ward.chairman), at=timezone.now(),
    )  # fmt: skip
    held = desk.receive("lai.xls", demo()[LIST] + b" ")
    assert held.status == Import.Status.REFUSED
    assert held.refusal.startswith(KeptHere.what.partition("{")[0])


def test_a_preview_is_bounded_however_long_the_file(desk: Desk) -> None:
    lines = "".join(f"H-{n};05/01/2021;15/01/2021;Đang xử lý\n" for n in range(1000))
    held = desk.mapped("dai.csv", (SILENT.partition("\n")[0] + "\n" + lines).encode())
    assert held.rows_new == 1000
    assert len(preview_of(held).new) == MOST
    assert len(held.preview) < 60_000


HEAD = "Từ ngày 01/01/2021 đến ngày 31/12/2021\nSố hồ sơ;Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc xử lý\n"


def test_an_older_export_dropped_after_a_newer_one_asks_first(desk: Desk) -> None:
    desk.committed(
        "moi.csv", f"{HEAD}H-1;05/01/2021;15/01/2021;14/01/2021\nH-2;06/01/2021;18/01/2021;\n".encode()
    )
    held = desk.mapped("cu.csv", f"{HEAD}H-1;05/01/2021;15/01/2021;\nH-2;06/01/2021;18/01/2021;\n".encode())
    assert preview_of(held).must_confirm == ("older_file",)
    assert "1 dòng đã có ngày" in preview_of(held).doubts[0].sentence
    with pytest.raises(DoubtsOpen):
        actions.commit(held, by=desk.viewer(), at=timezone.now())


def test_a_date_filled_in_or_moved_raises_no_such_doubt(desk: Desk) -> None:
    desk.committed("truoc.csv", f"{HEAD}H-1;05/01/2021;15/01/2021;\n".encode())
    held = desk.mapped("sau.csv", f"{HEAD}H-1;05/01/2021;16/01/2021;14/01/2021\n".encode())
    assert preview_of(held).must_confirm == ()


def test_a_register_in_old_letters_comes_in_as_unicode_and_the_preview_says_so(desk: Desk) -> None:
    rows = SILENT + "".join(f"H-{n};05/01/2021;15/01/2021;Đã trả kết quả\n" for n in range(2, 6))
    held = desk.mapped("cu.csv", encode(rows, Code.TCVN3).encode("cp1252"))
    assert (seen(held).old_letters, held.rows_new) == ("tcvn3", 5)
    assert {row.values["status"] for row in seen(held).new} == {"running", "returned"}
