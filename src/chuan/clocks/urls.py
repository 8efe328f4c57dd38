"""Addresses of Việc của tôi."""

from django.urls import path

from chuan.clocks.views import mine, starting

app_name = "clocks"
urlpatterns = [
    path("", mine.mine, name="mine"),
    path("tat-ca/", mine.everything, name="everything"),
    path("bat-dau/", starting.first, name="first_steps"),
]
