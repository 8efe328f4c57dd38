from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    """Xem xét của lãnh đạo: inputs collected by themselves, decisions that return."""

    name = "chuan.reviews"
    label = "reviews"
    verbose_name = "Xem xét của lãnh đạo"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name this room's things for others."""
        from chuan.reviews import furniture

        furniture.offer()
