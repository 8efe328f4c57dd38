"""Addresses of sign-in, accounts, officials, the trail and the search. Of allauth nothing else is reachable."""

from __future__ import annotations

from django.urls import include, path

from chuan.people.views import account, accounts, searching, signing, staff, trail

people = [
    path("tai-khoan/", account.account, name="account"),
    path("can-bo/", staff.everybody, name="everybody"),
    path("can-bo/them/", staff.add, name="add"),
    path("can-bo/<uuid:uid>/", staff.one, name="one"),
    path("can-bo/<uuid:uid>/bo-nhiem/", staff.appoint, name="appoint"),
    path("can-bo/<uuid:uid>/giao-vai-tro/", staff.grant, name="grant"),
    path("can-bo/<uuid:uid>/cho-thoi/", staff.end, name="end"),
    path("can-bo/<uuid:uid>/cap-tai-khoan/", accounts.issue, name="issue"),
    path("can-bo/<uuid:uid>/cap-lai-mat-khau/", accounts.reset, name="reset"),
    path("can-bo/<uuid:uid>/dong-tai-khoan/", accounts.close, name="close"),
    path("nhat-ky/", trail.trail, name="trail"),
    path("tim/", searching.search, name="search"),
]

urlpatterns = [
    path("dang-nhap/", signing.SignIn.as_view(), name="account_login"),
    path("dang-xuat/", signing.SignOut.as_view(), name="account_logout"),
    path("doi-mat-khau/", signing.ChangePassword.as_view(), name="account_change_password"),
    path("", include((people, "people"))),
]
