"""The settings of the portal; its database is in memory."""

from __future__ import annotations

from typing import Any

SECRET_KEY = "a secret of nobody"  # noqa: S105
ALLOWED_HOSTS = ["testserver"]
ROOT_URLCONF = "django_portal.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "djmoney", "django_portal"]
MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
USE_TZ = True
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {"environment": "django_portal.pages.environment"},
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
