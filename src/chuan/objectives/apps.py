from django.apps import AppConfig


class ObjectivesConfig(AppConfig):
    name = "chuan.objectives"
    label = "objectives"
    verbose_name = "Mục tiêu"
    default_auto_field = "django.db.models.BigAutoField"
