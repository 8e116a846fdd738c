"""Every address of the site. Each name stands in ``workflow/moves.py``, which says who may open it."""

from allauth.account import views as account
from django.urls import include, path
from django.views.decorators.http import require_safe
from django.views.i18n import set_language

from duixian.config.calendar import calendar

urlpatterns = [
    path("", include("duixian.public.urls")),
    path("office/", include("duixian.office.urls")),
    path("api/", include("duixian.api.urls")),
    path("calendar/<str:key>.ics", require_safe(calendar), name="calendar"),
    path("language/", set_language, name="set_language"),
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("sign-in/again/", account.reauthenticate, name="account_reauthenticate"),
    path("sign-in/password/", account.password_change, name="account_change_password"),
    path("sign-in/second/", include("allauth.mfa.urls")),
]
handler400 = "duixian.config.errors.bad_request"
handler403 = "duixian.config.errors.forbidden"
handler404 = "duixian.config.errors.not_found"
handler500 = "duixian.config.errors.broken"
