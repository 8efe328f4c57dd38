"""Addresses of Nguồn chính."""

from django.urls import URLPattern, URLResolver

app_name = "record_systems"
urlpatterns: list[URLPattern | URLResolver] = []
