from django.apps import AppConfig


class ClocksConfig(AppConfig):
    name = "chuan.clocks"
    label = "clocks"
    verbose_name = "Đồng hồ"
    default_auto_field = "django.db.models.BigAutoField"
