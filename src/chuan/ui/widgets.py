"""Form fields that read numbers and dates as Vietnamese offices write them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.rules.refusals import NumberUnreadable, Refused
from chuan.rules.vietnamese import parse_number, read_date
from chuan.ui import formatters as say

_MINUSES = ("-", say.MINUS)


class VietnameseNumberField(forms.Field):
    """A number typed as 8550, 8.550 or 8550,5; gives an exact Fraction, or None when left empty.

    ``least`` and ``most`` are included bounds, ``whole`` refuses parts. What was typed is
    shown again as it was; a wrong one is answered with a sentence that says how to write it.
    """

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    default_error_messages = {"required": gettext_lazy("Chưa có số. Viết như 8550, 8.550 hoặc 8550,5.")}

    def __init__(
        self,
        *,
        least: say.Number | None = None,
        most: say.Number | None = None,
        whole: bool = False,
        **kwargs: Any,
    ) -> None:
        self.least, self.most, self.whole = least, most, whole
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Fraction | None:
        """The exact value of what was typed."""
        if value in self.empty_values or not str(value).strip():
            return None
        if isinstance(value, int | float | Fraction | Decimal):
            return say.exact(value)
        text = str(value).strip()
        negative = text.startswith(_MINUSES)
        try:
            found = parse_number(text[1:] if negative else text)
        except NumberUnreadable:
            refused = NumberUnreadable(typed=text[:40])  # all that was typed, its sign too
            raise ValidationError(refused.sentence, code=refused.code) from None
        return -found if negative else found

    def validate(self, value: Any) -> None:
        """Whether it is there, whole where it must be, and within its bounds."""
        super().validate(value)
        if value is None:
            return
        if self.whole and value.denominator != 1:
            raise ValidationError(
                _("Cần số nguyên, ví dụ 12; đang ghi %s.") % say.number(value), code="whole"
            )
        if self.least is not None and value < say.exact(self.least):
            words = {"typed": say.number(value), "least": say.number(self.least)}
            raise ValidationError(_("%(typed)s quá nhỏ. Ghi từ %(least)s trở lên.") % words, code="least")
        if self.most is not None and value > say.exact(self.most):
            words = {"typed": say.number(value), "most": say.number(self.most)}
            raise ValidationError(_("%(typed)s quá lớn. Ghi không quá %(most)s.") % words, code="most")

    def prepare_value(self, value: Any) -> Any:
        """A stored value as an office writes it; typed text stays as it was typed."""
        return say.number(value) if isinstance(value, int | float | Fraction | Decimal) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the value, not its writing, differs: 8.550 is still 8550."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class VietnameseDateField(forms.Field):
    """A date typed as 5/10/2021 or 30/09/2021; gives a date, or None when left empty.

    ``earliest`` and ``latest`` are included bounds, given when the form is made.
    """

    widget = forms.TextInput(attrs={"autocomplete": "off"})
    default_error_messages = {"required": gettext_lazy("Chưa có ngày. Viết như 30/09/2021.")}

    def __init__(self, *, earliest: date | None = None, latest: date | None = None, **kwargs: Any) -> None:
        self.earliest, self.latest = earliest, latest
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        """The day that was typed; a form's own date passes."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        if not str(value).strip():
            return None
        try:
            return read_date(str(value))
        except Refused as refused:
            raise ValidationError(refused.sentence, code=refused.code) from None

    def validate(self, value: Any) -> None:
        """Whether it is there and within its bounds."""
        super().validate(value)
        if value is None:
            return
        if self.earliest is not None and value < self.earliest:
            words = {"typed": say.day(value), "earliest": say.day(self.earliest)}
            raise ValidationError(_("%(typed)s quá sớm. Ghi từ %(earliest)s.") % words, code="earliest")
        if self.latest is not None and value > self.latest:
            words = {"typed": say.day(value), "latest": say.day(self.latest)}
            raise ValidationError(_("%(typed)s quá muộn. Ghi đến %(latest)s.") % words, code="latest")

    def prepare_value(self, value: Any) -> Any:
        """A stored date as 19/02/2021; typed text stays as it was typed."""
        return say.day(value) if isinstance(value, date) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether the day, not its writing, differs: 5/10/2021 is still 05/10/2021."""
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True
