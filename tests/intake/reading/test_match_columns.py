"""Columns are matched to fields by words, best first, one to one; what is unsure is left to a person."""

from __future__ import annotations

import pytest

from chuan.intake.reading import ColumnMap, Proposal, header_at, match, missing
from tests.intake.reading.tables import sheet
from tests.intake.registers import DOSSIERS


def propose(*headers: str) -> Proposal:
    return match(header_at(sheet(headers), 0), DOSSIERS.fields)


def fields(*headers: str) -> list[str | None]:
    return [guess.field for guess in propose(*headers).guesses]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Mã hồ sơ", "code"),
        ("MÃ HỒ SƠ", "code"),
        ("Mã HS", "code"),
        ("Mã số hồ sơ", "code"),
        ("Số hồ sơ (*)", "code"),
        ("Ngày tiếp nhận hồ sơ", "received_at"),
        ("Ngày nhận HS", "received_at"),
        ("Ngày hẹn trả kết quả", "promised_at"),
        ("Ngày hẹn trả KQ", "promised_at"),
        ("Ngày trả kết quả", "returned_at"),
        ("Ngày trả thực tế", "returned_at"),
        ("Ngày kết thúc", "ready_at"),
        ("Số ĐT", "phone"),
        ("SĐT", "phone"),
        ("Tình trạng", "status"),
        ("Trạng thái hồ sơ", "status"),
        ("Ghi chú", None),
        ("STT", None),
        ("Địa bàn", None),
        ("Số", None),
    ],
)
def test_a_header_in_its_usual_wordings(header: str, field: str | None) -> None:
    assert fields(header) == [field]


def test_a_promise_is_never_taken_for_a_return() -> None:
    assert fields("Ngày hẹn trả", "Ngày trả") == ["promised_at", "returned_at"]
    assert fields("Ngày trả", "Ngày hẹn trả") == ["returned_at", "promised_at"]
    assert fields("Ngày hẹn trả kết quả") == ["promised_at"]


def test_the_surer_column_takes_the_field_and_each_field_goes_once() -> None:
    assert fields("Ngày nhận tại bộ phận chuyên môn", "Ngày nhận") == [None, "received_at"]
    assert fields("Mã hồ sơ", "Mã hồ sơ") == ["code", None]


def test_scores_say_how_sure_each_guess_is() -> None:
    exact, aside, inside, none = propose(
        "Mã hồ sơ", "Trạng thái (hiện tại)", "Ngày hẹn trả cho dân", "Ghi chú"
    ).guesses
    assert exact.score == 1
    assert 0.9 < aside.score < 1
    assert 0.6 <= inside.score < 0.9
    assert none.score == 0


def test_unmapped_columns_and_missing_required_fields_are_named() -> None:
    proposal = propose("STT", "Mã hồ sơ", "Ghi chú")
    assert [column.text for column in proposal.unmapped] == ["STT", "Ghi chú"]
    assert proposal.missing == ("Ngày tiếp nhận",)
    assert proposal.mapping == ColumnMap({"ma ho so": "code"})


def test_no_purpose_is_ever_proposed_for_personal_data() -> None:
    assert propose("Mã hồ sơ", "Chủ hồ sơ", "SĐT").mapping.purposes == {}


def test_missing_is_asked_of_any_map() -> None:
    assert missing(ColumnMap({}), DOSSIERS.fields) == ("Mã hồ sơ", "Ngày tiếp nhận")
    assert missing(ColumnMap({"a": "code"}, constants={"received_at": "2021-01-01"}), DOSSIERS.fields) == ()
