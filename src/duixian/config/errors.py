"""Pages for what went wrong: what it was, and where to go from here."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 -- Django's signature
    text = _("服务器看不懂这个请求，没有写入任何内容。请返回上一页重试。")
    return _page(request, HTTPStatus.BAD_REQUEST, _("请求有误"), text)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(request, HTTPStatus.FORBIDDEN, _("无权查看"), _("您的角色不能打开这一页。需要时请联系系统管理员。"))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    return _page(request, HTTPStatus.NOT_FOUND, _("没有这一页"), _("地址写错了，或内容已撤回。可从首页重新查找。"))


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Without the request's context: whatever broke may be in there."""
    text = _("系统出错，没有写入任何内容。请稍后再试；仍不行请告诉系统管理员出错的时间。")
    page = render_to_string("error.html", {"title": _("系统出错"), "text": text})
    return HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_failed(request: HttpRequest, **_kwargs: Any) -> HttpResponse:
    text = _("这一页打开太久，或浏览器没有保存登录状态。没有写入任何内容：请返回刷新后再提交。")
    return _page(request, HTTPStatus.FORBIDDEN, _("请刷新后再提交"), text)


def _page(request: HttpRequest, status: HTTPStatus, title: str, text: str) -> HttpResponse:
    return render(request, "error.html", {"title": title, "text": text}, status=status)
