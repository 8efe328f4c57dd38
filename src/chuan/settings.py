"""Settings. Everything a unit may choose comes from the environment; everything else is fixed and safe."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PACKAGE = Path(__file__).resolve().parent
DATA_DIR = Path(os.environ.get("CHUAN_DATA") or Path.home() / "chuan-data").resolve()
FILES_DIR = DATA_DIR / "files"
# Keys of sealed files: kept apart from data and backups, best on another disk (docs/decisions/sealed-files.md).
SEAL_KEYS = Path(os.environ.get("CHUAN_SEAL_KEYS") or DATA_DIR / "seal_keys").resolve()
# Files of other systems laid into this folder come in by themselves, up to the preview (chuan.intake.watching).
WATCH_DIR = Path(os.environ["CHUAN_WATCH"]).resolve() if os.environ.get("CHUAN_WATCH") else None

# Backups: folder, a second place on another disk, hour of the day, how many days, weeks, months are kept.
BACKUPS_DIR = Path(os.environ.get("CHUAN_BACKUPS") or DATA_DIR / "backups").resolve()
BACKUPS_SECOND = os.environ.get("CHUAN_BACKUPS_SECOND", "")
BACKUPS_AT = os.environ.get(
    "CHUAN_BACKUPS_AT", "12:15"
)  # the machine is on, nobody writes; "off": never by itself
BACKUPS_KEEP = os.environ.get("CHUAN_BACKUPS_KEEP", "7,4,6")


def _secret_key() -> str:
    """The key from the environment, or one made once and kept beside the data, readable by its owner only."""
    if key := os.environ.get("CHUAN_SECRET_KEY"):
        return key
    path = DATA_DIR / "secret_key"
    DATA_DIR.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(key := secrets.token_urlsafe(50))
    return key


def _database() -> dict[str, Any]:
    """PostgreSQL when DATABASE_URL says so (postgresql://user:password@host:port/name), else SQLite."""
    url = urlsplit(os.environ.get("DATABASE_URL", ""))
    if url.scheme in ("postgres", "postgresql"):
        return {
            "ENGINE": "django.db.backends.postgresql", "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""), "PASSWORD": unquote(url.password or ""),
            "HOST": url.hostname or "", "PORT": str(url.port or ""),
            "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True,
        }  # fmt: skip
    # Without IMMEDIATE most writes of eight people at once fail as "locked" (docs/decisions/sqlite.md).
    pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON;"
    return {
        "ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "chuan.sqlite3",
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": pragmas},
    }  # fmt: skip


def _oidc() -> dict[str, str]:
    """The common provider of sign-in; empty without CHUAN_OIDC_ISSUER. The secret may lie in a file."""
    if not (issuer := os.environ.get("CHUAN_OIDC_ISSUER")):
        return {}
    kept_in = os.environ.get("CHUAN_OIDC_SECRET_FILE")
    secret = Path(kept_in).read_text().strip() if kept_in else os.environ.get("CHUAN_OIDC_SECRET", "")
    return {
        "issuer": issuer, "client_id": os.environ["CHUAN_OIDC_CLIENT"], "client_secret": secret,
        "claim": os.environ.get("CHUAN_OIDC_CLAIM", "preferred_username"),
        "name": os.environ.get("CHUAN_OIDC_NAME", ""),
    }  # fmt: skip


SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = os.environ.get("CHUAN_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
HTTPS = os.environ.get("CHUAN_HTTPS", "") == "1"
# The office's own network, served by this process under a certificate of its own (chuan serve --lan): what people type.
LAN = os.environ.get("CHUAN_LAN", "")
LAN_DIR = DATA_DIR / "lan"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS if HTTPS and host != "*"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "chuan.trail",
    "chuan.files",
    "chuan.search",
    "chuan.ui",
    "chuan.people",
    "chuan.intake",
    "chuan.clocks",
    "chuan.processes",
    "chuan.corrections",
    "chuan.documents",
    "chuan.dossiers",
    "chuan.petitions",
    "chuan.workforce",
    "chuan.risks",
    "chuan.audits",
    "chuan.satisfaction",
    "chuan.objectives",
    "chuan.reviews",
    "chuan.conformity",
    "chuan.briefing",
    "chuan.upkeep",
]

MIDDLEWARE = [
    "chuan.exchange.sealed_uploads.SealedDoors",
    "django.middleware.security.SecurityMiddleware",
    "chuan.ui.policy.ContentPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "chuan.logs.asking.RequestLog",
    "chuan.ui.policy.KnownMethods",
    "chuan.ui.errors.ErrorPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "chuan.people.middleware.ViewerMiddleware",
    "chuan.people.presence.PresenceMiddleware",
    "chuan.people.middleware.SignInGuard",
    "chuan.people.rooms_door.RoomsDoor",
    "chuan.people.middleware.RefusalMiddleware",
    "chuan.ui.disk_pages.DiskPages",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "chuan.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "ui" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "chuan.people.context.bar",
            ],
            "builtins": [
                "chuan.ui.templatetags.chuan_ui",
                "django.templatetags.static",
                "django.templatetags.i18n",
            ],
        },
    }
]

DATABASES = {"default": _database()}
AUTH_USER_MODEL = "people.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [{"NAME": "chuan.people.password_policy.HousePolicy"}]
AUTHENTICATION_BACKENDS = ["chuan.people.signin.LockingBackend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "chuan.people.signin.ClosedAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = (
    False  # allauth counts in one process's memory; chuan.people.signin counts in the database
)
TRUSTED_PROXIES = int(
    os.environ.get("CHUAN_PROXIES", "0")
)  # how many of our own stand before us (X-Forwarded-For)
ACCOUNT_PRESERVE_USERNAME_CASING = False

# Passkeys beside the app, and a common provider (OpenID Connect): off unless chosen (docs/decisions/second-factors.md).
PASSKEYS = os.environ.get("CHUAN_PASSKEYS", "") == "1"
OIDC = _oidc()

SESSION_COOKIE_AGE = 9 * 3600  # one working day; the session is not rewritten at each request
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Bound to this host alone where the connection is secure (RFC 6265bis, 4.1.3; OWASP ASVS 5.0, 3.3.1).
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser, as the session is; by default it would stay for a year
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "chuan.ui.errors.csrf_refused"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
# TLS ends at the office's own proxy, which says so; believed only where HTTPS is the rule, as it can then only raise.
# nosemgrep: forwarded-address - whether the connection is secure, not whose it is
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS and not LAN else None
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked from the machine itself, before any proxy
# Not under our own certificate: a browser would refuse the address for a year once it is trusted no more.
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS and not LAN else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS  # OWASP ASVS 5.0, 3.4.1 (level 2)
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_MAX_AGE = 3600
WHITENOISE_ALLOW_ALL_ORIGINS = False  # nothing of ours is for other pages (OWASP ASVS 5.0, 3.4.2)

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
DATA_UPLOAD_MAX_NUMBER_FILES = 700  # a folder of signed files dropped in one go
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
FILE_UPLOAD_HANDLERS = [
    "chuan.exchange.uploads.BoundedUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
# Letters with documents, sent by the background worker; without a host and a sender the office sends them itself.
MAIL: dict[str, Any] = {
    "host": os.environ.get("CHUAN_MAIL_HOST", ""),
    "port": int(os.environ.get("CHUAN_MAIL_PORT", "587")),
    "security": os.environ.get("CHUAN_MAIL_SECURITY", "starttls"),  # starttls, ssl or none
    "user": os.environ.get("CHUAN_MAIL_USER", ""),
    "password": os.environ.get("CHUAN_MAIL_PASSWORD", ""),
    "sender": os.environ.get("CHUAN_MAIL_FROM", ""),
}
# The public page of feedback: only on a provincial host, and there for units whose head opened it by a document.
PUBLIC_FEEDBACK = os.environ.get("CHUAN_PUBLIC_FEEDBACK", "") == "1"
# The public page of surveys: chosen apart from that of feedback, there for units whose head opened it by a document.
PUBLIC_SURVEY = os.environ.get("CHUAN_PUBLIC_SURVEY", "") == "1"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

LOG_DIR = DATA_DIR / "logs"
HEALTH_DIR = DATA_DIR / "health"  # last report of the doctor, signs of life (docs/decisions/doctor.md)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "chuan.logs.lines.JsonLines"}},
    "handlers": {
        "screen": {
            "class": "chuan.logs.keeping.Screen", "formatter": "line",
            "level": os.environ.get("CHUAN_LOG_STDERR", "WARNING").upper(),
        },
        "file": {
            "class": "chuan.logs.keeping.DailyFile", "formatter": "line", "folder": LOG_DIR,
            "days": int(os.environ.get("CHUAN_LOG_DAYS", "90")),
        },
    },
    "root": {"handlers": ["screen", "file"], "level": "WARNING"},
    "loggers": {
        "chuan": {"level": "INFO"},
        "django": {"level": "WARNING", "handlers": []},
        "django.request": {"level": "ERROR"},  # what was merely not found stands on the request's own line
    },
}  # fmt: skip
