# Needs Python 3.11 or later and nothing else; `make` alone lists what can be made.
#
#   make run                                  the example, at http://127.0.0.1:8000
#   PORT=8123 make run                        elsewhere
#   make run SOURCES="a.txt b.docx"           your own documents instead of the example, with no progress yet;
#                                             patterns work (docs/*.pdf), and 'quotes round' a name with a blank
#   DUIXIAN_VAR=/srv/duixian make run         the data lies there instead of in var/
#   make test                                 everything, as the project's own checks do

PYTHON ?= python3
PORT ?= 8000
SOURCES ?=
BIN := .venv/bin
# Checks and tests keep their files away from a site's data.
SCRATCH := DUIXIAN_VAR=.venv/scratch DJANGO_SETTINGS_MODULE=duixian.config.settings
MAKEFLAGS += --no-print-directory --no-builtin-rules

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup setup-test run check test bench lock clean python chromium postgresql pango

help: ## list these
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | while IFS="$$(printf '\t')" read -r name what; do \
		printf '  make %-11s %s\n' "$$name" "$$what"; done

setup: .venv/setup.stamp ## make .venv with the locked packages (run, test and the others do this themselves)

setup-test: .venv/setup-test.stamp chromium postgresql pango

run: setup ## serve the site; PORT, SOURCES and DUIXIAN_VAR as shown at the top of the Makefile
	@exec $(BIN)/duixian run --port $(PORT) $(SOURCES)

check: .venv/setup-test.stamp ## the fast part of the tests: format, lint, types, imports, Django's own checks
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(SCRATCH) $(BIN)/django-admin check --fail-level WARNING
	$(SCRATCH) DUIXIAN_HTTPS=1 DUIXIAN_HOSTS=duixian.example $(BIN)/django-admin check --deploy --fail-level WARNING
	$(SCRATCH) $(BIN)/django-admin makemigrations --check --dry-run

test: setup-test check ## check, then every test, browser tests included
	$(SCRATCH) $(BIN)/pytest -n 2
	@if [ -n "$(INITDB)" ]; then echo "The same on PostgreSQL. / 在 PostgreSQL 上再测一遍。"; \
		$(SCRATCH) tests/on_postgresql $(BIN)/pytest -n 2 $(ON_DATABASE); \
	else echo "No PostgreSQL here: its tests did not run. / 没有 PostgreSQL，未在其上测试。"; fi

# The rooms whose tests write rows run on both databases.
ON_DATABASE := tests/registers tests/ledgers tests/workflow tests/reports
# Asked of the shell each time: make remembers a folder's content from before PostgreSQL was installed.
INITDB = $(firstword $(shell ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null; command -v initdb))

bench: setup ## medians and ratios: reading, pages with 10 and 1,000 commitments, delivery with 2.7 million postings
	@$(BIN)/python -m benchmarks.run

lock: $(BIN)/uv ## write requirements/*.txt anew from pyproject.toml; UPGRADE=1 takes the newest versions
	@echo uv | requirements/uv $(COMPILE) --output-file requirements/installer.txt -
	@requirements/uv $(COMPILE) --output-file requirements/run.txt pyproject.toml
	@requirements/uv $(COMPILE) --extra test --constraint requirements/run.txt \
		--output-file requirements/test.txt pyproject.toml
	@for tools in peers fuzz; do \
		requirements/uv $(COMPILE) --output-file requirements/$$tools.txt requirements/$$tools.in || exit 1; done

COMPILE = pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	$(if $(UPGRADE),--upgrade)

clean: ## remove .venv and caches; a site's data in var/ stays
	rm -rf .venv build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# How .venv comes about.

# $(call install,LOCK): every file is checked against its hash. pip is slower, and goes where uv cannot.
define install
@requirements/uv pip install --python $(BIN)/python --require-hashes --requirement $(1) || { \
	echo "uv could not install; pip tries the same lock. / uv 安装未成，改用 pip 按同一锁定文件安装。"; \
	$(BIN)/python -m pip install --require-hashes --requirement $(1); }
endef

# Root on Debian or its kin may install packages; anybody else is told what to install.
MAY_INSTALL := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null
APT_GET := DEBIAN_FRONTEND=noninteractive DEBCONF_NOWARNINGS=yes apt-get -q -o Dpkg::Use-Pty=0

.venv/setup.stamp: requirements/run.txt pyproject.toml $(BIN)/uv
	$(call install,requirements/run.txt)
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/setup-test.stamp: requirements/test.txt .venv/setup.stamp
	$(call install,requirements/test.txt)
	@touch $@

$(BIN)/uv: requirements/installer.txt | python
	@echo "Making .venv. / 正在建立 .venv。"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $< || { \
		echo "pip cannot fetch packages: see its message above. / pip 无法下载安装包，原因见上。" >&2; exit 1; }
	@touch $@

python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "$(PYTHON) is not there: install Python 3.11 or later. / 找不到 $(PYTHON)，请安装 Python 3.11 或更新版本。" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Needs Python 3.11 or later; $(PYTHON) is $$($(PYTHON) -V 2>&1). Say which: make PYTHON=python3.12 …" >&2; \
		echo "需要 Python 3.11 或更新版本；可用 make PYTHON=python3.12 … 指定。" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { $(MAY_INSTALL) && { \
		echo "Installing python3-venv. / 正在安装 python3-venv。"; \
		$(APT_GET) update >/dev/null && $(APT_GET) install -y --no-install-recommends python3-venv >/dev/null; }; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: install python3-venv (apt install python3-venv)." >&2; \
		echo "$(PYTHON) 不能建立虚拟环境，请先安装 python3-venv（apt install python3-venv）。" >&2; exit 1; }

postgresql:
	@[ -n "$(INITDB)" ] || { $(MAY_INSTALL) && { \
		echo "Installing postgresql. / 正在安装 postgresql。"; \
		$(APT_GET) update >/dev/null && $(APT_GET) install -y --no-install-recommends postgresql >/dev/null; }; } || true

# WeasyPrint writes PDF with Pango; without it the site runs, and says what is missing where a PDF is asked for.
PDF_READY = $(BIN)/python -c 'import weasyprint' >/dev/null 2>&1

pango: .venv/setup-test.stamp
	@{ $(PDF_READY); } || { $(MAY_INSTALL) && { \
		echo "Installing Pango and fonts-noto-cjk. / 正在安装 Pango 和 fonts-noto-cjk。"; \
		$(APT_GET) update >/dev/null && $(APT_GET) install -y --no-install-recommends \
			libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk >/dev/null; }; }; \
	{ $(PDF_READY); } || { \
		echo "Tests of PDF need Pango: install libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0." >&2; \
		echo "PDF 的测试需要 Pango，请先安装 libpango-1.0-0、libpangoft2-1.0-0 和 libharfbuzz-subset0。" >&2; exit 1; }

# Playwright brings a Node of its own, which needs a library that a bare Debian lacks.
BROWSER_READY = command -v chromium >/dev/null && $(BIN)/python -m playwright --version >/dev/null 2>&1

chromium: .venv/setup-test.stamp
	@{ $(BROWSER_READY); } || { $(MAY_INSTALL) && { \
		echo "Installing chromium, fonts-noto-cjk and libatomic1. / 正在安装 chromium、fonts-noto-cjk 和 libatomic1。"; \
		$(APT_GET) update >/dev/null && \
		$(APT_GET) install -y --no-install-recommends chromium fonts-noto-cjk libatomic1; }; }; \
	{ $(BROWSER_READY); } || { \
		echo "Browser tests need Chromium, a Chinese font and libatomic: install chromium, fonts-noto-cjk and libatomic1." >&2; \
		echo "浏览器测试需要 Chromium、中文字体和 libatomic，请先安装 chromium、fonts-noto-cjk 和 libatomic1。" >&2; exit 1; }
