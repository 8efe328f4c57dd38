"""Addresses of sign-in, accounts, officials, the trail and the search. Of allauth nothing else is reachable."""

from __future__ import annotations

from django.urls import include, path

from chuan.people.views import (
    account,
    accounts,
    entering,
    handing,
    outside,
    passkeys,
    policy,
    proving,
    searching,
    second_factor,
    sessions,
    signing,
    staff,
    trail,
    units,
)

people = [
    path("tai-khoan/", account.account, name="account"),
    path("tai-khoan/xac-thuc/thiet-lap/", second_factor.set_up, name="set_up"),
    path("tai-khoan/xac-thuc/hinh.svg", second_factor.picture, name="set_up_picture"),
    path("tai-khoan/xac-thuc/ma-du-phong/", second_factor.renew_codes, name="renew_codes"),
    path("tai-khoan/xac-thuc/tat/", second_factor.turn_off, name="turn_off"),
    path("tai-khoan/khoa-truy-cap/them/", passkeys.add, name="passkey_add"),
    path("tai-khoan/khoa-truy-cap/<uuid:uid>/bo/", passkeys.remove, name="passkey_remove"),
    path("tai-khoan/phien/ket-thuc-khac/", sessions.end_others, name="end_other_sessions"),
    path("tai-khoan/phien/<uuid:uid>/ket-thuc/", sessions.end, name="end_session"),
    path("tai-khoan/may/<uuid:uid>/quen/", sessions.forget, name="forget_computer"),
    path("xac-nhan-lai/", proving.prove, name="prove"),
    path("can-bo/cach-dang-nhap/", policy.choose, name="sign_in_policy"),
    path("can-bo/<uuid:uid>/bo-xac-thuc/", second_factor.take_away, name="take_away_factor"),
    path("can-bo/<uuid:uid>/ket-thuc-phien/", sessions.end_all_of, name="end_sessions_of"),
    path("can-bo/<uuid:uid>/bo-lien-ket/", outside.unlink, name="unlink"),
    path("can-bo/", staff.everybody, name="everybody"),
    path("can-bo/them/", staff.add, name="add"),
    path("can-bo/ban-giao/", handing.everything, name="handovers"),
    path("can-bo/ban-giao/<uuid:uid>/", handing.one, name="handover"),
    path("can-bo/ban-giao/<uuid:uid>/xac-nhan/", handing.confirm, name="confirm_handover"),
    path("can-bo/ban-giao/<uuid:uid>/xac-nhan-thay/", handing.confirm_for, name="confirm_handover_for"),
    path("can-bo/ban-giao/<uuid:uid>/lap-lai/", handing.relist, name="relist_handover"),
    path("can-bo/ban-giao/<uuid:uid>/rut/", handing.withdraw, name="withdraw_handover"),
    path("can-bo/ban-giao/<uuid:uid>/bien-ban.pdf", handing.paper_pdf, name="handover_pdf"),
    path("can-bo/ban-giao/<uuid:uid>/bien-ban.docx", handing.paper_docx, name="handover_docx"),
    path("can-bo/<uuid:uid>/", staff.one, name="one"),
    path("can-bo/<uuid:uid>/ban-giao/", handing.prepare, name="prepare_handover"),
    path("can-bo/<uuid:uid>/bo-nhiem/", staff.appoint, name="appoint"),
    path("can-bo/<uuid:uid>/giao-vai-tro/", staff.grant, name="grant"),
    path("can-bo/<uuid:uid>/cho-thoi/", staff.end, name="end"),
    path("can-bo/<uuid:uid>/cap-tai-khoan/", accounts.issue, name="issue"),
    path("can-bo/<uuid:uid>/cap-lai-mat-khau/", accounts.reset, name="reset"),
    path("can-bo/<uuid:uid>/dong-tai-khoan/", accounts.close, name="close"),
    path("don-vi/", units.unit, name="unit"),
    path("don-vi/sap-nhap/", units.merge, name="merge"),
    path("nhat-ky/", trail.trail, name="trail"),
    path("tim/", searching.search, name="search"),
]

urlpatterns = [
    path("dang-nhap/", signing.SignIn.as_view(), name="account_login"),
    path("dang-nhap/ma/", entering.code, name="sign_in_code"),
    path("dang-nhap/chung/", outside.leave, name="outside_leave"),
    path("dang-nhap/chung/ve/", outside.back, name="outside_back"),
    path("dang-xuat/", signing.SignOut.as_view(), name="account_logout"),
    path("doi-mat-khau/", signing.ChangePassword.as_view(), name="account_change_password"),
    path("", include((people, "people"))),
]
