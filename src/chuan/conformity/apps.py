from django.apps import AppConfig


class ConformityConfig(AppConfig):
    """Phù hợp: clause coverage, self-check, duties, declaration."""

    name = "chuan.conformity"
    label = "conformity"
    verbose_name = "Phù hợp"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.conformity import furniture

        furniture.offer()
