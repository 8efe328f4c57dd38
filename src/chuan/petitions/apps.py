from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    """Đơn thư: petitions of every kind, reception of citizens, what went past the ward."""

    name = "chuan.petitions"
    label = "petitions"
    verbose_name = "Đơn thư"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Judge anew when the calendar changes; check projections; name this room's things for others."""
        from chuan.petitions import following, furniture, measures
        from chuan.petitions.solving import showing as solving

        furniture.offer()
        solving.register()
        following.offer()
        measures.register()
