from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents, their readings, the questions a person answered."""

    name = "chuan.documents"
    label = "documents"
    verbose_name = "Văn bản"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer how documents and readings are named, found, and what can be checked of them."""
        from chuan.documents import checks, measures, searching, subjects
        from chuan.documents.fields import REGISTERS
        from chuan.documents.following import DocumentFollower
        from chuan.offers import registers
        from chuan.offers.checks import register_projection

        subjects.register_all()
        searching.offer()
        register_projection("văn bản", checks.states)
        register_projection("văn bản: số đo", checks.counted)
        for followed in REGISTERS:
            registers.follow(DocumentFollower(followed))
        measures.register()
