"""The addresses of the room."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_safe

from duixian.public import awards, views

app_name = "public"
urlpatterns = [
    path("", require_safe(views.commitments), name="commitments"),
    path("commitments/<int:pk>/", require_safe(views.commitment), name="commitment"),
    path("about/", require_safe(views.about), name="about"),
    path("awards/", require_safe(awards.notices), name="award_notices"),
    path("awards/receipt/", require_safe(awards.receipt), name="award_receipt"),
    path(
        "awards/<int:pk>/",
        require_http_methods(["GET", "HEAD", "POST"])(awards.notice),
        name="award_notice",
    ),
]
