from django.apps import AppConfig


class SatisfactionConfig(AppConfig):
    """Khảo sát hài lòng: dated questionnaires, answers without a name, counted beside totals from paper."""

    name = "chuan.satisfaction"
    label = "satisfaction"
    verbose_name = "Khảo sát hài lòng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.satisfaction import furniture

        furniture.offer()
