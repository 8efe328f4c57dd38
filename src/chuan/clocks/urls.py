"""Addresses of Việc của tôi."""

from django.urls import path

from chuan.clocks import views

app_name = "clocks"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("tat-ca/", views.everything, name="everything"),
]
