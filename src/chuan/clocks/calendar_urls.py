"""Addresses of the calendar."""

from django.urls import path

from chuan.clocks.views import years

app_name = "calendar"
urlpatterns = [
    path("", years.now, name="now"),
    path("<int:year>/", years.one, name="year"),
]
