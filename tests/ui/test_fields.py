"""Fields that read numbers and dates as offices write them, and how a form shows them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from django import forms
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from chuan.ui import formatters as say
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField
from tests.ui.drawn import draw, html, said


class Entry(forms.Form):
    """A form with each layout of a field."""

    use_required_attribute = False

    result = VietnameseNumberField(label="Kết quả (triệu đồng)", help_text="Kỳ trước 6.390,0.")
    listed_on = VietnameseDateField(label="Ngày của bảng kê")
    source = forms.ChoiceField(label="Nguồn", choices=[("1", "Kho bạc"), ("2", "Thuế")])
    reading = forms.ChoiceField(
        label="Hiểu thế nào?", choices=[("a", "Cả 22"), ("b", "Cả 20")], widget=forms.RadioSelect
    )
    estimate = forms.BooleanField(label="Số ước tính", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> None:
        """Refuse one combination as a whole."""
        if self.cleaned_data.get("source") == "2":
            raise ValidationError("Kho bạc và Thuế ghi khác nhau. Chọn Kho bạc.")


FULL = {"result": "7.214,6", "listed_on": "30/9/2021", "source": "1", "reading": "a"}


def wrong(field: forms.Field, typed: str) -> str:
    """The sentence that answers a wrong entry."""
    with pytest.raises(ValidationError) as caught:
        field.clean(typed)
    return caught.value.messages[0]


# Numbers


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8550", "8550"),
        ("8.550", "8550"),
        ("8550,5", "8550.5"),
        (" 2.433.733,3 ", "2433733.3"),
        ("0,9", "0.9"),
        ("-1,2", "-1.2"),
        ("\u22121,2", "-1.2"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_as_offices_write_it(typed, value):
    assert VietnameseNumberField().clean(typed) == Fraction(value)


@pytest.mark.parametrize("typed", ["tám nghìn", "8 550 triệu", "1,2,3", "--5", "12%", "٣"])
def test_what_is_no_number_is_answered_with_how_to_write_one(typed):
    sentence = wrong(VietnameseNumberField(), typed)
    assert typed in sentence
    assert "8.550" in sentence


def test_an_empty_number_is_none_or_asked_for_but_nought_is_a_number():
    assert VietnameseNumberField(required=False).clean("  ") is None
    assert "Viết như 8550" in wrong(VietnameseNumberField(), "")
    assert VietnameseNumberField().clean("0") == 0


def test_a_number_keeps_within_its_bounds_and_may_have_to_be_whole():
    field = VietnameseNumberField(least=0, most=100, whole=True)
    assert field.clean("100") == 100
    assert wrong(field, "101") == "101 quá lớn. Ghi không quá 100."
    assert wrong(field, "-1") == "−1 quá nhỏ. Ghi từ 0 trở lên."
    assert wrong(field, "1,5") == "Cần số nguyên, ví dụ 12; đang ghi 1,5."


def test_a_stored_number_is_shown_as_offices_write_it_and_a_typed_one_as_typed():
    field = VietnameseNumberField()
    assert field.prepare_value(Fraction(72146, 10)) == "7.214,6"
    assert field.prepare_value("7214,60") == "7214,60"
    assert field.prepare_value(None) is None


def test_another_way_of_writing_is_no_change():
    field = VietnameseNumberField(required=False)
    assert not field.has_changed(Fraction(8550), "8.550")
    assert not field.has_changed(None, "")
    assert field.has_changed(Fraction(8550), "8.551")
    assert field.has_changed(Fraction(8550), "nhiều")


@given(st.fractions(min_value=-(10**9), max_value=10**9))
def test_a_stored_number_that_ends_is_read_back_from_its_own_field(value):
    field = VietnameseNumberField()
    shown = field.prepare_value(say.rounded(value, 6))
    assert field.clean(shown) == say.rounded(value, 6)


# Dates


@pytest.mark.parametrize(
    "typed", ["5/10/2021", "05/10/2021", "5-10-2021", " 5/10/2021 ", "ngày 5 tháng 10 năm 2021"]
)
def test_a_date_is_read_day_first(typed):
    assert VietnameseDateField().clean(typed) == date(2021, 10, 5)


def test_a_day_that_does_not_exist_is_named_with_one_that_does():
    assert (
        wrong(VietnameseDateField(), "31/09/2021")
        == "Tháng 9 năm 2021 không có ngày 31. Viết lại ngày, ví dụ 30/09/2021."
    )


@pytest.mark.parametrize("typed", ["hôm qua", "2021-10-05", "5/10/21", "5/10"])
def test_what_is_no_date_is_answered_with_how_to_write_one(typed):
    sentence = wrong(VietnameseDateField(), typed)
    assert typed in sentence
    assert "30/09/2021" in sentence


def test_an_empty_date_is_none_or_asked_for():
    assert VietnameseDateField(required=False).clean("") is None
    assert VietnameseDateField(required=False).clean("   ") is None
    assert "Viết như 30/09/2021" in wrong(VietnameseDateField(), "")


def test_a_date_keeps_within_its_bounds_both_included():
    field = VietnameseDateField(earliest=date(2021, 1, 1), latest=date(2021, 12, 31))
    assert field.clean("1/1/2021") == date(2021, 1, 1)
    assert field.clean("31/12/2021") == date(2021, 12, 31)
    assert wrong(field, "31/12/2020") == "31/12/2020 quá sớm. Ghi từ 01/01/2021."
    assert wrong(field, "1/1/2022") == "01/01/2022 quá muộn. Ghi đến 31/12/2021."


def test_a_stored_date_is_shown_as_offices_write_it():
    assert VietnameseDateField().prepare_value(date(2021, 2, 9)) == "09/02/2021"
    assert not VietnameseDateField().has_changed(date(2021, 10, 5), "5/10/2021")
    assert VietnameseDateField().has_changed(date(2021, 10, 5), "hôm qua")


# How a form shows them


def test_an_empty_field_of_any_kind_says_what_to_do():
    assert Entry({}).errors["source"] == ["Chưa điền hoặc chưa chọn. Điền rồi gửi lại."]
    assert Entry({}).errors["result"] == ["Chưa có số. Viết như 8550, 8.550 hoặc 8550,5."]


def test_a_label_stands_above_its_control_and_the_hint_is_tied_to_it():
    shown = draw("{% field form.result %}", form=Entry())
    control = shown.find(".//input")
    assert shown.find(".//label").get("for") == control.get("id") == "id_result"
    assert control.get("class") == "form-control"
    assert control.get("aria-describedby") == shown.find(".//p").get("id")
    assert control.get("aria-invalid") is None


def test_an_error_is_tied_to_its_control_which_keeps_what_was_typed():
    shown = draw("{% field form.listed_on %}", form=Entry(FULL | {"listed_on": "31/09/2021"}))
    control = shown.find(".//input")
    assert control.get("value") == "31/09/2021"
    assert control.get("aria-invalid") == "true"
    assert control.get("aria-describedby") == shown.xpath("//*[@id='id_listed_on_error']")[0].get("id")
    assert "không có ngày 31" in said(shown)


def test_a_choice_from_a_list_looks_like_one():
    assert (
        draw('{% field form.source "w-3" %}', form=Entry()).find(".//select").get("class")
        == "form-select w-3"
    )


def test_radios_stand_in_a_group_with_its_question_and_each_has_its_label():
    shown = draw("{% field form.reading %}", form=Entry({}))
    group = shown.find("fieldset")
    assert said(group.find("legend")) == "Hiểu thế nào?"
    assert [label.get("for") for label in group.iter("label")] == [i.get("id") for i in group.iter("input")]
    assert group.get("aria-describedby") == "id_reading_error"
    assert not [one for one in group.iter("input") if one.get("checked")]


def test_a_single_box_has_its_label_beside_it():
    label = draw("{% field form.estimate %}", form=Entry()).find(".//label")
    assert label.get("class") == "choice"
    assert label.find("input") is not None


def test_a_hidden_field_is_only_its_input():
    assert said(draw("{% field form.token %}", form=Entry())) == ""


def test_the_first_wrong_field_takes_the_focus_and_only_that_one():
    form = Entry({"result": "1"})
    assert draw("{% field form.listed_on %}", form=form).find(".//input").get("autofocus") is not None
    assert draw("{% field form.source %}", form=form).find(".//select").get("autofocus") is None
    assert draw("{% field form.listed_on focus=False %}", form=form).find(".//input").get("autofocus") is None


def test_the_summary_links_to_each_wrong_field():
    form = Entry(FULL | {"result": "nhiều", "listed_on": ""})
    shown = draw("{% error_summary form %}", form=form)
    assert shown[0].get("role") == "alert"
    assert [a.get("href") for a in shown.iter("a")] == ["#id_result", "#id_listed_on"]
    assert "2 chỗ cần sửa" in said(shown)


def test_the_summary_says_what_is_wrong_with_the_whole():
    shown = draw("{% error_summary form %}", form=Entry(FULL | {"source": "2"}))
    assert said(shown) == "Kho bạc và Thuế ghi khác nhau. Chọn Kho bạc."


def test_a_right_form_has_no_summary():
    assert html("{% error_summary form %}", form=Entry(FULL)).strip() == ""


def test_two_forms_on_a_page_have_ids_of_their_own():
    one, other = Entry(prefix="a"), Entry(prefix="b")
    source = "{% for field in form %}{% field field %}{% endfor %}"
    shown = draw(source, form=one), draw(source, form=other)
    ids = [one for tree in shown for one in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))


def test_what_was_typed_is_escaped():
    evil = '"><script>alert(1)</script>'
    shown = draw("{% field form.result %}{% error_summary form %}", form=Entry(FULL | {"result": evil}))
    assert not list(shown.iter("script"))
    assert shown.find(".//input").get("value") == evil
