"""Addresses of the part "sorting"."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views.sorting import guide, outcomes, papers

urlpatterns = [
    path("<uuid:uid>/tham-quyen/", guide.guide, name="guide"),
    path("<uuid:uid>/xu-ly/", outcomes.choose, name="choose"),
    path("<uuid:uid>/xu-ly/<slug:slug>/", outcomes.outcome, name="outcome"),
    path("<uuid:uid>/giay-to/", papers.papers, name="papers"),
    path("<uuid:uid>/giay-to/<slug:key>.pdf", papers.as_pdf, name="paper_pdf"),
    path("<uuid:uid>/giay-to/<slug:key>.docx", papers.as_word, name="paper_word"),
    path("<uuid:uid>/giay-to/<slug:key>/du-thao/", papers.to_draft, name="paper_draft"),
]
