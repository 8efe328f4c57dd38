"""Addresses of what went past the ward, below ``/don-thu/vuot-cap/``."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views.escalated import covers, entering, listing, one

urlpatterns: list[URLPattern] = [
    path("", listing.listed, name="escalated"),
    path("ghi/", entering.enter, name="escalation_enter"),
    path("bao-cao/", covers.enter, name="escalation_state"),
    path("bao-cao/<uuid:uid>/", covers.one, name="escalation_cover"),
    path("bao-cao/<uuid:uid>/bo/", covers.void, name="escalation_cover_void"),
    path("<uuid:uid>/", one.one, name="escalation"),
    path("<uuid:uid>/xet/", one.settle, name="escalation_settle"),
    path("<uuid:uid>/sua/", entering.correct, name="escalation_correct"),
    path("<uuid:uid>/bo/", one.void, name="escalation_void"),
]
