from django.apps import AppConfig


class TrailConfig(AppConfig):
    name = "chuan.trail"
    label = "trail"
    verbose_name = "Nhật ký"
    default_auto_field = "django.db.models.BigAutoField"
