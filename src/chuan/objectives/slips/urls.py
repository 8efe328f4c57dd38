"""Addresses of slips, of who is behind, and of the sheet for Monday, under /muc-tieu/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.slips.views import behind, meeting, slip

urlpatterns = [
    path("phieu/", slip.slip, name="slip"),
    path("phieu/con-thieu/", behind.missing, name="behind"),
    path("phieu/con-thieu/bieu.xlsx", behind.room_sheet, name="room_sheet"),
    path("hop-giao-ban/", meeting.sheet, name="meeting"),
    path("hop-giao-ban/hop-giao-ban.pdf", meeting.pdf, name="meeting_pdf"),
]
