"""Addresses under /van-ban/gui-nhan/, and of one document's receivers and packet."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.sending import addresses, deliveries, outbox, own_letters, packets, recipients

urlpatterns = [
    path("gui-nhan/", deliveries.listed, name="deliveries"),
    path("gui-nhan/luot-gui.xlsx", deliveries.exported, name="deliveries_export"),
    path("gui-nhan/cua-toi/", deliveries.mine, name="my_deliveries"),
    path("gui-nhan/thu-bao/", own_letters.mine, name="own_letters"),
    path("gui-nhan/luot/<uuid:uid>/", deliveries.one, name="delivery"),
    path("gui-nhan/luot/<uuid:uid>/thu.eml", outbox.letter, name="delivery_letter"),
    path("gui-nhan/hop-gui/", outbox.listed, name="outbox"),
    path("gui-nhan/den/", packets.listed, name="packets"),
    path("gui-nhan/den/goi-tin.xlsx", packets.exported, name="packets_export"),
    path("gui-nhan/den/<uuid:uid>/", packets.one, name="packet"),
    path("gui-nhan/den/<uuid:uid>/goc/", packets.original, name="packet_original"),
    path("gui-nhan/den/<uuid:uid>/tep/<int:place>/", packets.attached, name="packet_file"),
    path("gui-nhan/den/<uuid:uid>/tra-loi/<uuid:answer>/", packets.answer, name="packet_answer"),
    path("gui-nhan/noi-ngoai/", addresses.correspondents, name="correspondents"),
    path("gui-nhan/noi-ngoai/them/", addresses.correspondent, name="correspondent_put"),
    path("gui-nhan/noi-ngoai/<uuid:uid>/", addresses.correspondent, name="correspondent"),
    path("gui-nhan/noi-ngoai/<uuid:uid>/ket-thuc/", addresses.end_correspondent, name="correspondent_end"),
    path("gui-nhan/nhom/", addresses.groups, name="groups"),
    path("gui-nhan/nhom/them/", addresses.group, name="group_put"),
    path("gui-nhan/nhom/<uuid:uid>/", addresses.group, name="group"),
    path("gui-nhan/nhom/<uuid:uid>/ket-thuc/", addresses.end_group, name="group_end"),
    path("gui-nhan/ma-dinh-danh/", addresses.organ, name="organ_code"),
    path("<uuid:uid>/noi-nhan/", recipients.listed, name="recipients"),
    path("<uuid:uid>/noi-nhan/<int:position>/", recipients.one, name="recipient"),
    path("<uuid:uid>/goi-tin/", outbox.make, name="packet_make"),
    path("<uuid:uid>/goi-tin/tai/", outbox.packet, name="packet_download"),
    path("<uuid:uid>/goi-tin/da-gui/", outbox.sent, name="packet_sent"),
    path("<uuid:uid>/goi-tin/thu-hoi/", outbox.recall, name="packet_recall"),
]
