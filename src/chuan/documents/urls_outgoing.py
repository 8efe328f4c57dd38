"""Addresses under /van-ban/soan/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.outgoing import beginning, coming_back, draft, editor, form_review, lists, settings

urlpatterns = [
    path("soan/", lists.listed, name="drafts"),
    path("soan/danh-sach.xlsx", lists.exported, name="drafts_export"),
    path("soan/moi/", beginning.begin, name="draft_begin"),
    path("soan/cach-cap-so/", settings.numbers, name="numbering"),
    path("soan/van-ban-mat/", settings.secrets, name="secret_counts"),
    path("soan/thay-the/<uuid:uid>/", beginning.from_standing, name="draft_from"),
    path("soan/sai-sot/<uuid:uid>/", beginning.mend_issued, name="mend_issued"),
    path("soan/<uuid:uid>/", draft.one, name="draft"),
    path("soan/<uuid:uid>/sua/", editor.edit, name="draft_edit"),
    path("soan/<uuid:uid>/the-thuc/", form_review.review, name="draft_form"),
    path("soan/<uuid:uid>/phien-ban/", draft.history, name="draft_history"),
    path("soan/<uuid:uid>/ban-xem.pdf", draft.pdf, name="draft_pdf"),
    path("soan/<uuid:uid>/ban-thao.docx", draft.docx, name="draft_docx"),
    path("soan/<uuid:uid>/chuyen/", coming_back.card, name="draft_card"),
    path("soan/<uuid:uid>/ban-da-ky/", coming_back.match, name="draft_match"),
    path("soan/<uuid:uid>/ky/", coming_back.sign, name="draft_sign"),
    path("soan/<uuid:uid>/dong-dau/", coming_back.seal, name="draft_seal"),
    path("soan/<uuid:uid>/tep-de-ky.pdf", coming_back.file_given_out, name="draft_file"),
    path("soan/<uuid:uid>/thu-hoi/", coming_back.recall, name="draft_recall"),
]
