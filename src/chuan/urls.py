"""Every address of the house, in unmarked Vietnamese."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

from chuan.health import healthz
from chuan.petitions.public.switch import PAGE as FEEDBACK
from chuan.satisfaction.public.switch import PAGE as SURVEYS
from chuan.ui.views import gallery

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="clocks:mine"), name="home"),
    path("", include("chuan.people.urls")),
    path("viec-cua-toi/", include("chuan.clocks.urls")),
    path("lich/", include("chuan.clocks.calendar_urls")),
    path("nhap-tu-tep/", include("chuan.intake.urls")),
    path("nguon-chinh/", include("chuan.intake.system_urls")),
    path("van-ban/", include("chuan.documents.urls")),
    path("tai-lieu/", include("chuan.documents.controlled_urls")),
    path("ho-so/so-lieu/", include("chuan.dossiers.figure_urls")),
    path("ho-so/", include("chuan.dossiers.urls")),
    path("thu-tuc/", include("chuan.dossiers.procedure_urls")),
    path("don-thu/", include("chuan.petitions.urls")),
    FEEDBACK.mounted("phan-anh/", include("chuan.petitions.urls_public_pages")),
    SURVEYS.mounted("khao-sat/", include("chuan.satisfaction.urls_public")),
    path("hai-long/", include("chuan.satisfaction.urls")),
    path("nhan-su/", include("chuan.workforce.urls")),
    path("qua-trinh/", include("chuan.processes.urls")),
    path("khac-phuc/", include("chuan.corrections.urls")),
    path("rui-ro/", include("chuan.risks.urls")),
    path("danh-gia/", include("chuan.audits.urls")),
    path("xem-xet/", include("chuan.reviews.urls")),
    path("phu-hop/", include("chuan.conformity.urls")),
    path("kiem-tra/", include("chuan.conformity.inspecting_urls")),
    path("cai-tien/", include("chuan.conformity.circle_urls")),
    path("muc-tieu/", include("chuan.objectives.urls")),
    path("ban-tin/", include("chuan.briefing.urls")),
    path("he-thong/", include("chuan.upkeep.urls")),
    path("giao-dien/", gallery, name="gallery"),
    path("healthz", healthz, name="healthz"),
]

handler400 = "chuan.ui.errors.bad_request"
handler403 = "chuan.ui.errors.forbidden"
handler404 = "chuan.ui.errors.not_found"
handler500 = "chuan.ui.errors.broken"
