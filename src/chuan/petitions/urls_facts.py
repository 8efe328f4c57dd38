"""Addresses of what is said later of a petition: whom it is about, what makes its period longer."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views import facts

urlpatterns: list[URLPattern] = [
    path("<uuid:uid>/noi-toi-ai/", facts.concern, name="concern"),
    path("<uuid:uid>/noi-toi-ai/bo/", facts.unconcern, name="unconcern"),
    path("<uuid:uid>/thoi-han-dai-hon/", facts.fact, name="fact"),
]
