from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """Hồ sơ: dossiers of administrative procedures, followed from the system of record."""

    name = "chuan.dossiers"
    label = "dossiers"
    verbose_name = "Hồ sơ"
    default_auto_field = "django.db.models.BigAutoField"
