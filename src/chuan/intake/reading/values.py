"""From a cell to the stored text of a field: ISO dates and moments, plain numbers, codes, known words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from chuan.exchange.tables import CellValue
from chuan.intake.reading.words import key_of, text_of, typed_text
from chuan.offers.fields import Field, FieldKind
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import decimal_text, parse_number

Reader = Callable[[CellValue], str]

_DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_USUAL = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})(?: (\d\d?):(\d\d)(?::(\d\d))?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH_FIRST = re.compile(r"(?:tháng|t)?\s*(?P<month>\d{1,2})\s*(?:[/.-]|,?\s*năm)\s*(?P<year>\d{4})", re.I)
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[/.-](?P<month>\d{1,2})")
_SHORT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2}(?!\d)")
_TIME = re.compile(
    r"(\d{1,2})(?::|\s*giờ\s*|\s*h\s*)(\d{2})?(?::(\d{2})(?:\.\d+)?)?\s*(?:phút)?\s*(sa|ch|am|pm)?(?:z|[+-]\d\d:?\d\d)?",
    re.I,
)
_DATE_WORDS = re.compile(r"(?:ngày|lúc|vào)\s*", re.I)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Excel counts days from here; the bounds are 1954 and 2119: a number outside is no date of a register.
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - an office's wall clock
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000
_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_SECONDS_A_DAY = 86_400


class Unreadable(Exception):
    """A cell that does not fit its field; the sentence says what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def reader_of(field: Field, more_choices: Mapping[str, str] | None = None) -> Reader:
    """The function that reads one cell of this field: "" for an empty cell. It raises ``Unreadable``."""
    if field.kind is FieldKind.CHOICE:
        return _choices({**field.choices, **(more_choices or {})}, field.label)
    return _READERS[field.kind]


def read_code(value: CellValue) -> str:
    """A code as its system writes it, without blanks; a number that Excel made of it as digits.

    Raises Unreadable for a date, and for digits that Excel has already rounded away.
    """
    if isinstance(value, date | time):
        raise Unreadable(f"Ô này là ngày {typed_text(value)}, không phải mã. Kiểm tra cột có bị đảo không.")
    if isinstance(value, int | Decimal) and not -(10**15) < value < 10**15:
        raise Unreadable("Excel đã làm tròn mã dài này thành số. Xuất lại tệp với cột mã là chữ (Text).")
    return "".join(text_of(value).split()).removeprefix("'")


def read_text(value: CellValue) -> str:
    """Words as typed, in composed letters with single spaces."""
    return text_of(value)


def read_moment(value: CellValue) -> str:
    """2021-02-15T10:30:00 in local time; 2021-02-15 where the cell has no time of day. Raises Unreadable.

    Midnight is how systems fill in a time nobody recorded: it is no time of day.
    """
    found = _when(value)
    if isinstance(found, datetime) and found.time() == time():
        return found.date().isoformat()
    if isinstance(found, datetime):
        return found.isoformat(timespec="seconds")
    return found.isoformat() if found else ""


def read_day(value: CellValue) -> str:
    """2021-02-15, whatever time stands beside it. Raises Unreadable."""
    return read_moment(value)[:10]


def read_month(value: CellValue) -> str:
    """2021-03-01 for "03/2021", "Tháng 3/2021", "T3-2021", "2021-03" and for any day of it. Raises Unreadable."""
    if isinstance(value, int) and 199001 <= value <= 210012:
        value = f"{value % 100}/{value // 100}"
    found = _MONTH_FIRST.fullmatch(text_of(value)) or _YEAR_FIRST.fullmatch(text_of(value))
    if found is None:
        return f"{day[:7]}-01" if (day := read_day(value)) else ""
    year, month = int(found["year"]), int(found["month"])
    if not 1 <= month <= 12 or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise Unreadable(f"Không có tháng “{typed_text(value)}”. Sửa ô thành tháng/năm, ví dụ 03/2021.")
    return f"{year:04d}-{month:02d}-01"


def read_count(value: CellValue) -> str:
    """A whole number: 1.204 typed as text is 1204. Raises Unreadable, also for a fraction that Excel made of it."""
    text = read_number(value)
    if text and not text.isdecimal():
        raise Unreadable(
            f"“{typed_text(value)}” không phải số đếm. Nếu dấu chấm ngăn hàng nghìn, sửa ô thành số nguyên rồi lưu lại."
        )
    return text


def read_number(value: CellValue) -> str:
    """A number as plain decimal text: 8.550,5 is 8550.5. Raises Unreadable."""
    if isinstance(value, bool | date | time | timedelta):
        raise Unreadable(f"“{typed_text(value)}” không phải số. Sửa ô trong tệp rồi nhập lại.")
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    text = text_of(value)
    if not text:
        return ""
    sign, bare = ("-", text[1:]) if text.startswith("-") else ("", text)
    try:
        return sign + decimal_text(parse_number(bare))
    except Refused as refused:
        raise Unreadable(refused.sentence) from None


def _choices(known: Mapping[str, str], label: str) -> Reader:
    by_key = {key_of(word): stored for word, stored in known.items()}

    def read(value: CellValue) -> str:
        text = text_of(value)
        if not text:
            return ""
        stored = by_key.get(key_of(text))
        if stored is None:
            raise Unreadable(
                f"“{text[:60]}” chưa có trong các giá trị của “{label}”. "
                "Chọn giá trị tương ứng khi ghép cột, hoặc sửa ô rồi nhập lại."
            )
        return stored

    return read


def _when(value: CellValue) -> date | None:
    """The day, or the moment when the cell says a time of day; None for an empty cell."""
    if isinstance(value, datetime):
        return _sane(value.replace(tzinfo=None), value)
    if isinstance(value, date):
        return _sane(value, value)
    if isinstance(value, bool | time | timedelta):
        raise _no_date(value)
    if isinstance(value, int | Decimal):
        return _from_number(value)
    text = text_of(value)
    return _from_text(text) if text else None


def _from_number(value: int | Decimal) -> date:
    """A day as Excel counts them, or eight digits yyyymmdd."""
    if _FIRST_SERIAL <= value < _LAST_SERIAL:
        seconds = round(value % 1 * _SECONDS_A_DAY)
        moment = _DAY_ZERO + timedelta(days=int(value), seconds=seconds)
        return moment if seconds else moment.date()
    digits = str(value)
    if len(digits) == 8 and digits.isdecimal():
        return _sane(_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]), value), value)
    raise _no_date(value)


def _from_text(text: str) -> date:
    if _NUMBER.fullmatch(text):
        return _from_number(Decimal(text) if "." in text else int(text))
    if found := _USUAL.fullmatch(text):
        return _usual(found, text)
    bare = _DATE_WORDS.sub("", text)
    found = _DAY_FIRST.search(bare)
    if found:
        day = _day(int(found[4]), int(found[3]), int(found[1]), text)
    elif found := _ISO.search(bare):
        day = _day(int(found[1]), int(found[2]), int(found[3]), text)
    else:
        raise _short_year(text) if _SHORT_YEAR.search(text) else _no_date(text)
    rest = (bare[: found.start()] + " " + bare[found.end() :]).strip(" \t,;-–T")
    at = _time(rest, text) if rest else None
    return _sane(day if at is None else datetime.combine(day, at), text)


def _usual(found: re.Match[str], text: str) -> date:
    """15/02/2021 10:30:00, as nearly every export writes it: 100,000 of these in a year's file."""
    day, month, year, hour, minute, second = found.groups()
    on = _sane(_day(int(year), int(month), int(day), text), text)
    if hour is None:
        return on
    try:
        return datetime(on.year, on.month, on.day, int(hour), int(minute), int(second or 0))  # noqa: DTZ001
    except ValueError:
        raise _no_date(text) from None


def _day(year: int, month: int, day: int, typed: CellValue) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        shown = typed_text(typed)
        raise Unreadable(f"Không có ngày “{shown}”. Sửa ô thành ngày/tháng/năm, ví dụ 15/02/2021.") from None


def _time(text: str, typed: str) -> time | None:
    """A time of day; SA and CH (morning, afternoon) as Vietnamese Windows writes them."""
    found = _TIME.fullmatch(text)
    if not found:
        raise _no_date(typed)
    hour, minute, second = (int(part or 0) for part in found.groups()[:3])
    half = (found[4] or "").lower()
    if half in ("ch", "pm") and hour < 12:
        hour += 12
    elif half in ("sa", "am") and hour == 12:
        hour = 0
    try:
        return time(hour, minute, second)
    except ValueError:
        raise _no_date(typed) from None


def _sane(day: date, typed: CellValue) -> date:
    if _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return day
    raise Unreadable(
        f"Năm {day.year} trong “{typed_text(typed)}” không hợp lý. Sửa ô trong tệp rồi nhập lại."
    )


def _no_date(typed: CellValue) -> Unreadable:
    return Unreadable(f"“{typed_text(typed)}” không phải ngày. Sửa ô thành ngày/tháng/năm, ví dụ 15/02/2021.")


def _short_year(typed: CellValue) -> Unreadable:
    return Unreadable(
        f"“{typed_text(typed)}” viết năm hai chữ số, chưa rõ năm nào. Viết đủ bốn chữ số của năm."
    )


_READERS: dict[FieldKind, Reader] = {
    FieldKind.TEXT: read_text,
    FieldKind.CODE: read_code,
    FieldKind.DATE: read_day,
    FieldKind.MOMENT: read_moment,
    FieldKind.MONTH: read_month,
    FieldKind.COUNT: read_count,
    FieldKind.NUMBER: read_number,
}
