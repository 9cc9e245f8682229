"""The addresses of the portal."""

from __future__ import annotations

from django.urls import path

from django_portal import views

urlpatterns = [
    path("", views.listed, name="list"),
    path("new", views.fill_in, name="new"),
    path("<int:number>", views.detail, name="detail"),
]
