from django.apps import AppConfig


class ProcessesConfig(AppConfig):
    """Quá trình: what the unit does, in which order, by whose hands (TCVN ISO 9001:2015, 4.4)."""

    name = "chuan.processes"
    label = "processes"
    verbose_name = "Quá trình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.processes import furniture

        furniture.offer()
