from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, their readings, the questions a person answered."""

    name = "chuan.documents"
    label = "documents"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how documents and readings are named."""
        from chuan.documents import subjects

        subjects.register_all()
