from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Nhập từ tệp: registers of other systems, followed by file."""

    name = "chuan.intake"
    label = "intake"
    verbose_name = "Nhập từ tệp"
    default_auto_field = "django.db.models.BigAutoField"
