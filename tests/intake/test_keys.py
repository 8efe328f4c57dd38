"""A row's stored text: what is read out of it without reading it all is what stands in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chuan.intake.keys import field_of, packed, unpacked

NAMES = ("promised_at", "ready_at", "returned_at", "at")
VALUES = st.text(max_size=8) | st.sampled_from(
    ["2021-05-10", '"', "\\", '\\"', '"ready_at":"2021"', ',"ready_at":"', '\\","at":"x', "Hồ sơ\n\t"]
)


@given(st.dictionaries(st.sampled_from(NAMES), VALUES))
def test_one_field_is_read_as_if_all_were(values: dict[str, str]) -> None:
    text = packed(values)
    whole = unpacked(text) or {}
    assert {name: field_of(text, name) for name in NAMES} == {name: whole.get(name, "") for name in NAMES}


def test_a_row_no_longer_listed_has_no_fields() -> None:
    assert field_of("", "ready_at") == ""
