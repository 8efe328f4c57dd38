"""Addresses of sign-in, accounts, officials and the trail. Of allauth nothing else is reachable."""

from __future__ import annotations

from django.urls import include, path

from chuan.people.views import account, signing

people = [
    path("tai-khoan/", account.account, name="account"),
]

urlpatterns = [
    path("dang-nhap/", signing.SignIn.as_view(), name="account_login"),
    path("dang-xuat/", signing.SignOut.as_view(), name="account_logout"),
    path("doi-mat-khau/", signing.ChangePassword.as_view(), name="account_change_password"),
    path("", include((people, "people"))),
]
