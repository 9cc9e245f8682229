"""The pages of the portal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Sum
from django.shortcuts import get_object_or_404, redirect, render

from django_portal.forms import ApplicationForm
from django_portal.models import Application
from esfmodel import validate

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


def listed(request: HttpRequest) -> HttpResponse:
    """List the applications, the largest first, with the sum of what they ask for."""
    rows = Application.objects.order_by("-support", "id")
    total = rows.aggregate(total=Sum("support"))["total"]
    return render(request, "django_portal/list.html", {"rows": rows, "total": total})


def fill_in(request: HttpRequest) -> HttpResponse:
    """Show the form; keep what is right, and show what is wrong beside its field."""
    form = ApplicationForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        kept = Application.objects.create(
            applicant=given["applicant"], support=given["support"], share=given["share"], project=given["project"]
        )
        return redirect("detail", kept.pk)
    return render(request, "django_portal/form.html", {"form": form}, status=422 if form.errors else 200)


def detail(request: HttpRequest, number: int) -> HttpResponse:
    """Show an application, and what the rules find in it."""
    row = get_object_or_404(Application, pk=number)
    return render(request, "django_portal/detail.html", {"row": row, "report": validate(row.project)})
