"""Addresses of procedures, and of “Hẹn ngày nào?”."""

from django.urls import URLPattern, URLResolver

app_name = "procedures"
urlpatterns: list[URLPattern | URLResolver] = []
