"""Addresses of the calendar, of the law of clocks, and of a swap tried."""

from django.urls import path

from chuan.clocks.views import changes, law, trying, years

app_name = "calendar"
urlpatterns = [
    path("", years.now, name="now"),
    path("<int:year>/", years.one, name="year"),
    path("<int:year>/tai-ve/", years.export, name="export"),
    path("<int:year>/xac-nhan/", years.confirm, name="confirm"),
    path("<int:year>/ngay/", changes.days, name="days"),
    path("<int:year>/hoan-doi/", changes.swap, name="swap"),
    path("gio-lam-viec/", changes.hours, name="hours"),
    path("quy-dinh/", law.rules, name="law"),
    path("quy-dinh/dat-rieng/", law.own, name="own"),
    path("thu-doi/", trying.swap, name="try"),
]
