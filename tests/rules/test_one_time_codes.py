"""One-time codes: the vectors of the standards, clocks that differ, and a code that opens once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chuan.rules import one_time_codes as codes

SECRET = b"12345678901234567890"
NOW = datetime(2026, 3, 2, 8, 0, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("step", "code"),
    list(enumerate(["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583"])),
)
def test_codes_are_those_of_rfc_4226_appendix_d(step, code):
    assert codes.code_at(SECRET, step) == code


@pytest.mark.parametrize(
    ("seconds", "last_six"),
    [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_codes_by_time_are_those_of_rfc_6238_appendix_b(seconds, last_six):
    at = datetime.fromtimestamp(seconds, tz=UTC)
    assert codes.code_at(SECRET, codes.step_of(at)) == last_six


@pytest.mark.parametrize("apart", [-1, 0, 1])
def test_a_clock_half_a_minute_off_is_forgiven(apart):
    step = codes.step_of(NOW) + apart
    assert codes.matching_step(SECRET, codes.code_at(SECRET, step), at=NOW) == step


@pytest.mark.parametrize("apart", [-2, 2, 10])
def test_a_clock_further_off_is_not(apart):
    assert codes.matching_step(SECRET, codes.code_at(SECRET, codes.step_of(NOW) + apart), at=NOW) is None


def test_a_code_opens_once_and_no_older_one_opens_after_it():
    step = codes.step_of(NOW)
    assert codes.matching_step(SECRET, codes.code_at(SECRET, step), at=NOW, after=step) is None
    assert codes.matching_step(SECRET, codes.code_at(SECRET, step - 1), at=NOW, after=step) is None
    later = NOW + timedelta(seconds=30)
    assert codes.matching_step(SECRET, codes.code_at(SECRET, step + 1), at=later, after=step) == step + 1


@pytest.mark.parametrize("typed", ["", "12345", "abcdef", "1234567", "mười hai"])
def test_what_is_no_code_opens_nothing(typed):
    assert codes.matching_step(SECRET, typed, at=NOW) is None


def test_the_app_is_told_secret_account_and_issuer():
    said = codes.app_address(SECRET, account="vanphong", issuer="Chuẩn")
    assert said == (
        "otpauth://totp/Chu%E1%BA%A9n%3Avanphong?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Chu%E1%BA%A9n"
    )
    assert codes.typed_secret(SECRET) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
