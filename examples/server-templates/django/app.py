"""A page with two elements, in one file: python3 app.py runserver --noreload 127.0.0.1:8000"""

import secrets
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import execute_from_command_line
from django.shortcuts import render
from django.urls import path
from django.views.static import serve

HERE = Path(__file__).resolve().parent
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; require-trusted-types-for 'script'; trusted-types lit-html lucka"
)

settings.configure(
    # For this page alone: Django serves the files in lucka/ only so.
    DEBUG=True,
    SECRET_KEY=secrets.token_hex(),
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
    TEMPLATES=[
        {"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [HERE]}
    ],
)

# In place of your database.
NOTICES = [
    {
        "id": "slow",
        "revision": 1,
        "kind": "disruption",
        "reason": "operational",
        "scope": "part",
        "publishedAt": "2026-01-01T00:00:00Z",
        "startsAt": "2026-01-01T00:00:00Z",
        "affected": ["messages"],
        "impact": "slow",
        "title": {"en": "Messages are slow", "sv": "Meddelanden går trögt"},
        "body": {
            "en": "It may take a while until you see your message.",
            "sv": "Det kan dröja innan du ser ditt meddelande.",
        },
    }
]


def index(request):
    context = {
        "notices": {"notices": NOTICES},
        "case_id": request.GET.get("case", "12-345678"),
        "message": request.POST.get("message"),
    }
    response = render(request, "index.html", context)
    response["Content-Security-Policy"] = POLICY
    return response


urlpatterns = [
    path("", index),
    path("lucka/<path:path>", serve, {"document_root": HERE / "lucka"}),
]

if __name__ == "__main__":
    execute_from_command_line(sys.argv)
