"""Calendars as calendar programmes read them: folded, escaped, whole days (RFC 5545)."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.icalendar import WIDTH, Entry, calendar_text, escaped, folded

MADE = datetime(2021, 10, 5, 1, 2, 3, tzinfo=UTC)
ENTRY = Entry("a@b", date(2021, 12, 31), "Đến hạn: hồ sơ", "Mở Chuẩn, để xem", "http://x/ho-so/1/", 3)


def test_a_due_day_is_a_whole_day_that_ends_with_the_year():
    said = calendar_text([ENTRY], name="Việc", about="", at=MADE)
    assert "DTSTART;VALUE=DATE:20211231\r\nDTEND;VALUE=DATE:20220101\r\n" in said
    assert "DTSTAMP:20211005T010203Z\r\nSEQUENCE:3\r\n" in said
    assert said.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert said.endswith("END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_words_cannot_begin_a_line_of_their_own():
    bad = Entry("u", date(2021, 1, 1), "a\r\nATTACH:x", "b", "http://x/", 0)
    assert "\r\nATTACH" not in calendar_text([bad], name="n\nX:y", about="", at=MADE)
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"


@given(st.text(st.characters(exclude_characters="\r\n", exclude_categories=("Cs",))))
def test_folding_loses_no_letter_and_keeps_to_the_width(line: str):
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= WIDTH for piece in pieces)
    assert "".join([pieces[0], *(piece[1:] for piece in pieces[1:])]) == line
