from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "chuan.files"
    label = "files"
    verbose_name = "Tệp"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer the examination of the bytes kept."""
        from chuan.files.examining import offer_examination

        offer_examination()
