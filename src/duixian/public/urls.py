"""The addresses of the room."""

from django.urls import path
from django.views.decorators.http import require_safe

from duixian.public import views

app_name = "public"
urlpatterns = [
    path("", require_safe(views.commitments), name="commitments"),
    path("commitments/<int:pk>/", require_safe(views.commitment), name="commitment"),
    path("about/", require_safe(views.about), name="about"),
]
