from django.apps import AppConfig


class CorrectionsConfig(AppConfig):
    """Khắc phục: nonconformities, their causes, actions and the proof that they worked."""

    name = "chuan.corrections"
    label = "corrections"
    verbose_name = "Khắc phục"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.corrections import furniture

        furniture.offer()
