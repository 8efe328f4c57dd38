from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "chuan.ui"
    label = "ui"
