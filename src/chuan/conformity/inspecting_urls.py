"""The pages /kiem-tra/: inspections of the province, the guest's own page."""

from __future__ import annotations

from django.urls import path

from chuan.conformity.views import inspecting, inspecting_guests

app_name = "inspecting"
urlpatterns = [
    path("", inspecting.home, name="home"),
    path("xem-truoc/", inspecting.preview, name="preview"),
    path("mo/", inspecting_guests.let_in, name="let_in"),
    path("ghi-lai/", inspecting.record, name="record"),
    path("<uuid:uid>/", inspecting.one, name="one"),
    path("<uuid:uid>/phat-hien/", inspecting.find, name="find"),
    path("<uuid:uid>/chot/", inspecting.close, name="close"),
    path("<uuid:uid>/bien-ban/", inspecting.minutes, name="minutes"),
    path("<uuid:uid>/them-nguoi/", inspecting_guests.more, name="more_guests"),
    path("phat-hien/<uuid:uid>/rut/", inspecting.take_back, name="take_back"),
    path("nguoi/<uuid:uid>/cap-lai-mat-khau/", inspecting_guests.reissue, name="reissue"),
    path("nguoi/<uuid:uid>/ket-thuc/", inspecting_guests.end, name="end_guest"),
]
