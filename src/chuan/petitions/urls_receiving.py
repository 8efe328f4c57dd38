"""Addresses of the part "receiving"."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views.receiving import (
    envelopes,
    receipts,
    repeating,
    scans,
    senders,
    splitting,
    taking,
)

urlpatterns: list[URLPattern] = [
    path("ghi/", taking.choose, name="take"),
    path("ghi/khong-nhan/", taking.not_taken, name="not_taken"),
    path("ghi/<slug:which>/", taking.take, name="take_kind"),
    path("phong-bi/", envelopes.envelopes, name="envelopes"),
    path("phong-bi/ghi/", envelopes.add, name="envelope_add"),
    path("tra-bien-nhan/", receipts.find, name="receipt_find"),
    path("<uuid:uid>/bien-nhan/", receipts.renew, name="receipt_renew"),
    path("<uuid:uid>/bien-nhan/in/", receipts.paper, name="receipt_print"),
    path("<uuid:uid>/tach/", splitting.split, name="split"),
    path("<uuid:uid>/doi-loai/", splitting.rekind, name="rekind"),
    path("<uuid:uid>/trung/", repeating.repeats, name="repeats"),
    path("<uuid:uid>/nguoi-gui/", senders.senders, name="senders"),
    path("<uuid:uid>/rut-ten/", senders.leaves, name="signer_leaves"),
    path("<uuid:uid>/ban-chup/", scans.scans, name="scans"),
    path("<uuid:uid>/ban-chup/<uuid:file>/", scans.scan, name="scan"),
    path("<uuid:uid>/ban-chup/<uuid:file>/go/", scans.remove, name="scan_remove"),
]
