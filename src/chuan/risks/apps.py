from django.apps import AppConfig


class RisksConfig(AppConfig):
    """Rủi ro và cơ hội: context, interested parties, risks and opportunities."""

    name = "chuan.risks"
    label = "risks"
    verbose_name = "Rủi ro"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.risks import furniture

        furniture.offer()
