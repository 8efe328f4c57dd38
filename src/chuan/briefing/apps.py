from django.apps import AppConfig


class BriefingConfig(AppConfig):
    """Bản tin sáng: at most five matters a morning, each with a name, a day and one verb."""

    name = "chuan.briefing"
    label = "briefing"
    verbose_name = "Bản tin sáng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.briefing import furniture

        furniture.offer()
