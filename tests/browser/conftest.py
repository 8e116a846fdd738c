"""A site of its own, served by a program of its own, and a browser to look at it.

Never live_server: the ledgers' triggers refuse the flush that ends a transactional test.
"""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.small_site import PASSWORD

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass
class Visit:
    """A page at the site, and whatever its console complained about."""

    page: Page
    address: str
    complaints: list[str]
    cookies: dict[str, Any]

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def sign_in(self, name: str) -> Page:
        if name in self.cookies:
            self.page.context.add_cookies(self.cookies[name])
            return self.open("/office/")
        self.open("/sign-in/")
        self.page.fill("#id_login", name)
        self.page.fill("#id_password", PASSWORD)
        self.page.click("main button")
        self.page.wait_for_url("**/office/**")
        self.cookies[name] = self.page.context.cookies()
        return self.open("/office/")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the small site is served."""
    var = tmp_path_factory.mktemp("served")
    settings = {"DUIXIAN_VAR": str(var), "DJANGO_SETTINGS_MODULE": "duixian.config.settings"}
    environment = {**os.environ, **settings}
    environment.pop("DUIXIAN_DATABASE", None)
    subprocess.run([sys.executable, Path(__file__).parent / "seed.py"], env=environment, check=True)
    # We listen and the server accepts: no port is guessed, and a request that comes early waits in the queue.
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port, handle = listening.getsockname()[1], listening.fileno()
        options = ["--threads", "4", "--bind", f"fd://{handle}", "--log-level", "error"]
        command = [sys.executable, "-m", "gunicorn", *options, "duixian.config.wsgi"]
        server = subprocess.Popen(command, env=environment, pass_fds=[handle])
    with server:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def cookies() -> dict[str, Any]:
    """Who has signed in already, with their cookies: a password is checked slowly on purpose."""
    return {}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium, for one module: its event loop would forbid other tests Django's queries."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def visit(browser: Browser, address: str, cookies: dict[str, Any]) -> Iterator[Callable[..., Visit]]:
    """``visit(width=390, script=False, scheme="dark")``: a new browser window at the site."""
    contexts = []

    def new(*, width: int = 1280, script: bool = True, scheme: str = "light") -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme=scheme,
            locale="zh-CN",
        )
        contexts.append(context)
        found = Visit(context.new_page(), address, [], cookies)
        found.page.on("console", lambda said: said.type in {"error", "warning"} and found.complaints.append(said.text))
        found.page.on("pageerror", lambda error: found.complaints.append(str(error)))
        return found

    yield new
    for context in contexts:
        context.close()
