"""The round on paper: the decision with its list, its draft, the list as a sheet."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.ui.files import attachment
from chuan.workforce.actions.ranking_papers import begin_decision
from chuan.workforce.ranking.board import board
from chuan.workforce.ranking.papers import decision_pdf, results_sheet
from chuan.workforce.views.competence.matrix import XLSX
from chuan.workforce.views.ranking.around import round_of, round_url


def draft(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Begin the decision in the room of documents."""
    round_ = round_of(request, uid)
    if request.method != "POST":
        return redirect(round_url(round_))
    document = begin_decision(round_, by=request.viewer, at=request.at)
    words = _("Đã soạn dự thảo, không có tên ai. Danh sách in ở trang kỳ xếp loại và kèm theo khi trình ký.")
    messages.success(request, words)
    return redirect("documents:draft", uid=document.uid)


def printed(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The decision with its list, to be signed by hand or kept."""
    round_ = round_of(request, uid)
    data = decision_pdf(board(round_, request.viewer, request.at), request.on)
    return attachment(data, "quyet-dinh-xep-loai.pdf", "application/pdf")


def sheet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The list as a worksheet."""
    told = board(round_of(request, uid), request.viewer, request.at)
    return attachment(results_sheet(told), "xep-loai.xlsx", XLSX)
