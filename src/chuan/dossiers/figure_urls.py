"""Addresses of statistics and checks of dossiers."""

from django.urls import URLPattern, URLResolver

app_name = "dossier_figures"
urlpatterns: list[URLPattern | URLResolver] = []
