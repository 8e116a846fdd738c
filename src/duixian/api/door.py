"""The one door of every operation: its name in ``moves.API`` says who may call it, and nobody else gets through."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from ninja import NinjaAPI, Router

from duixian.api.errors import PROBLEMS, answer_errors
from duixian.api.sign_in import SignedIn, account_of
from duixian.units import Refused, gettext_noop
from duixian.workflow.moves import may_call

View = Callable[..., Any]

api = NinjaAPI(
    title="Duixian 兑现",
    version="1",
    description=(
        "Reads the reports and does the acts of the site's pages, with the same rights. Figures are exact: decimal "
        "numbers in strings. Days are ISO 8601; a report without `as_of` is of the site's today."
    ),
    urls_namespace="api",
    auth=SignedIn(),
)
answer_errors(api)
# One for all operations: of two routers that know an address, the first would answer the other's methods with 405.
router = Router()


def operation(method: str, path: str, *, name: str, shape: Any) -> Callable[[View], View]:
    """The decorator of one operation; ``name`` stands in ``moves.API``, ``shape`` is what a good answer holds."""

    def named(view: View) -> View:
        add = router.api_operation(
            [method], path, operation_id=name, url_name=name, response={200: shape, **PROBLEMS}, summary=_summary(view)
        )
        add(_gated(view, name))
        return view

    return named


def _gated(view: View, name: str) -> View:
    @wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not may_call(account_of(request), name):
            raise Refused("not-your-part", gettext_noop("您的角色不能做这件事。需要时请联系系统管理员。"))
        return view(request, *args, **kwargs)

    return gated


def _summary(view: View) -> str:
    return (view.__doc__ or "").strip().partition("\n")[0]
