"""What a program gets that cannot be served: a stable code, a sentence for people, and where in its input it lies."""

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from duixian.pace import NotInForceError
from duixian.reports.said import said
from duixian.units import Refused

# Somebody else was faster: what was read before is not what stands now.
_CONFLICTS = frozenset(
    {"posted-meanwhile", "corrected-already", "filing-moved-on", "filing-out-of-order", "accepted-already"}
)


class Where(Schema):
    """One value of the input that cannot be: the way to it, and why."""

    at: list[str | int]
    message: str


class Problem(Schema):
    """``code`` is stable and never used for anything else; ``message`` is a sentence in the asked language."""

    code: str
    message: str
    input: list[Where] = []


PROBLEMS: dict[Any, Any] = dict.fromkeys((400, 401, 403, 404, 409, 422), Problem)


def answer_errors(api: NinjaAPI) -> None:
    """Gives every error of ``api`` the one shape."""

    def problem(
        request: HttpRequest, status: int, *, code: str, message: str, at: list[Where] | None = None
    ) -> HttpResponse:
        return api.create_response(request, Problem(code=code, message=message, input=at or []), status=status)

    @api.exception_handler(Refused)
    def refused(request: HttpRequest, error: Refused) -> HttpResponse:
        return problem(request, status_of(error), code=error.code, message=said(error.sentence))

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        at = [Where(at=list(one["loc"]), message=str(one["msg"])) for one in error.errors]
        return problem(
            request, HTTPStatus.UNPROCESSABLE_ENTITY, code="input-invalid", message=_("送来的数据不合格式。"), at=at
        )

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:  # noqa: ARG001 -- ninja's signature
        message = _("没有登录，或令牌无效、已停用、已过期。")
        return problem(request, HTTPStatus.UNAUTHORIZED, code="not-signed-in", message=message)

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:  # noqa: ARG001 -- ninja's signature
        return problem(request, HTTPStatus.NOT_FOUND, code="not-found", message=_("没有这一项。"))

    @api.exception_handler(NotInForceError)
    def not_in_force(request: HttpRequest, error: NotInForceError) -> HttpResponse:
        return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, code="not-in-force", message=str(error))

    @api.exception_handler(HttpError)
    def other(request: HttpRequest, error: HttpError) -> HttpResponse:
        codes = {400: "not-json", 403: "csrf-failed"}
        words = {400: _("请求的正文不是 JSON。"), 403: _("缺少 CSRF 令牌。用会话登录的，写入时要带上。")}
        code = codes.get(error.status_code, "http-error")
        return problem(request, error.status_code, code=code, message=words.get(error.status_code, str(error)))


def status_of(error: Refused) -> HTTPStatus:
    """403 where it is not for this person, 409 where somebody was faster, else 422."""
    if error.code.startswith("not-your"):
        return HTTPStatus.FORBIDDEN
    return HTTPStatus.CONFLICT if error.code in _CONFLICTS else HTTPStatus.UNPROCESSABLE_ENTITY
