from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, their readings, the questions a person answered."""

    name = "chuan.documents"
    label = "documents"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how documents and readings are named, and what can be checked of them."""
        from chuan.documents import checks, subjects
        from chuan.offers.checks import register_projection

        subjects.register_all()
        register_projection("văn bản", checks.states)
