# make run | test | check, and what a developer needs daily.
SHELL := /bin/bash
PYTHON_IN := .venv/bin/python
LOCK := deploy/requirements.txt
DEV_LOCK := deploy/requirements-dev.txt
PDF_PACKAGES := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation2

.PHONY: run test check format messages lock manage venv dev-venv

run: venv ## Serve the product at http://127.0.0.1:8000 (HOST, PORT, DATABASE_URL, MENTORING_DEMO=0)
	@deploy/debian.sh "PDF" $(PDF_PACKAGES) || echo "Starting without PDF."
	@exec $(PYTHON_IN) -m deploy.start

test: dev-venv ## The whole suite on SQLite and PostgreSQL (ARGS="-k …", TEST_DATABASE_URL)
	@deploy/debian.sh "PDF" $(PDF_PACKAGES) || true
	@command -v chromium-headless-shell >/dev/null || deploy/debian.sh "A browser test" chromium-headless-shell || \
		command -v chromium chromium-browser google-chrome >/dev/null || deploy/debian.sh "A browser test" chromium || true
	@exec $(PYTHON_IN) -m deploy.run_tests $(ARGS)

check: dev-venv ## Format, lint, import contracts, migrations, translations, production settings
	@command -v msgmerge >/dev/null || deploy/debian.sh "The check of translations" gettext || true
	@exec $(PYTHON_IN) -m deploy.check

format: dev-venv ## Lay out the code
	@.venv/bin/ruff check --fix --quiet . ; .venv/bin/ruff format .

messages: dev-venv ## Bring locale/ru up to the messages of the code
	@command -v msgmerge >/dev/null || deploy/debian.sh "The catalog of translations" gettext
	@$(PYTHON_IN) -m deploy.messages update

lock: dev-venv ## Pin the newest versions that pyproject.toml allows
	@.venv/bin/pip-compile $(PIN) --output-file=$(LOCK) pyproject.toml
	@.venv/bin/pip-compile $(PIN) --constraint=$(LOCK) --extra=dev --output-file=$(DEV_LOCK) pyproject.toml

manage: venv ## A command of Django: make manage ARGS="createsuperuser"
	@exec $(PYTHON_IN) -m deploy.environment $(PYTHON_IN) manage.py $(ARGS)

venv:
	@deploy/bootstrap.sh $(LOCK)

dev-venv:
	@deploy/bootstrap.sh $(DEV_LOCK)

PIN := --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-annotate
