"""The shape of what a keeper types about where the public reaches the office."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.upkeep.publishing.contact import Contact


class ContactForm(forms.Form):
    """Of the office, never of a person."""

    address = forms.CharField(label=_("Trụ sở"), required=False, max_length=200)
    telephone = forms.CharField(
        label=_("Điện thoại cơ quan"), required=False, max_length=40,
        help_text=_("Số của cơ quan, không ghi số riêng của cán bộ."),
    )  # fmt: skip
    mail = forms.EmailField(label=_("Thư công vụ"), required=False, max_length=100)
    hours = forms.CharField(
        label=_("Giờ làm việc"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )

    def told(self) -> Contact:
        """What was typed."""
        given = self.cleaned_data
        return Contact(given["address"], given["telephone"], given["mail"], given["hours"])
