"""Accounts: signing in, and nothing else."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from chuan.offers.uids import new_uid


class AccountManager(BaseUserManager["Account"]):
    """Accounts by user name."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Account:
        """An account with a hashed password (Argon2), or an unusable one when None."""
        account = self.model(username=username.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def get_by_natural_key(self, username: str | None) -> Account:
        """User names are compared in lower case."""
        return self.get(username=(username or "").strip().lower())


class Account(AbstractBaseUser):
    """Signing in, and nothing else. Who somebody is stands in Official."""

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    username = models.CharField(_("Tên đăng nhập"), max_length=60, unique=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    password_issued_at = models.DateTimeField(null=True, blank=True)
    """When somebody else issued the password in use; what was issued before this was kept has none."""
    failures = models.PositiveSmallIntegerField(default=0)
    locked_until = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.username


class SignInAttempt(models.Model):
    """Wrong tries that belong to no account: of a name that nobody has, or of one network address.

    ``key`` is a keyed digest, so that neither a typed name (often a mistyped password) nor an
    address stands in the database. An account counts its own wrong tries.
    """

    uid = models.UUIDField(default=new_uid, unique=True, editable=False)
    key = models.CharField(max_length=64, unique=True)
    failures = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    locked_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["since"], name="people_signin_since")]

    def __str__(self) -> str:
        return f"{self.key[:8]}… × {self.failures}"
