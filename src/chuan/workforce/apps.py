from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    """Nhân sự: tools used, competence, ranking, titles."""

    name = "chuan.workforce"
    label = "workforce"
    verbose_name = "Nhân sự"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.workforce import furniture

        furniture.offer()
