"""Addresses of the pages on which petitions meet their rows of the system of record."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views.following import joining

urlpatterns = [
    path("ghep-nguon/", joining.waiting, name="joining"),
    path("ghep-nguon/phieu.xlsx", joining.sheet, name="to_type"),
    path("ghep-nguon/phieu.pdf", joining.printed, name="to_type_pdf"),
    path("<uuid:uid>/ma-nguon/", joining.code, name="outside_code"),
    path("<uuid:uid>/bo-ghep/", joining.part, name="part"),
]
