# Everything that this project can do, by name. `make` lists it.
.DEFAULT_GOAL := help
.PHONY: help demo run test test-fast lint bench format messages lock clean
# The shell that recipes use stops at the first fault.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

export PORT RESET PYTHON
DJANGO := .venv/bin/python manage.py

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## Serve the site with its demo content (PORT=8001 another port, RESET=1 start over)
	@.ci/environment base
	@.venv/bin/python .ci/demo.py

run: ## Serve the site for a developer: errors in full, restarts when code changes
	@.ci/environment dev
	@.venv/bin/python .ci/prepare.py
	@$(DJANGO) runserver 127.0.0.1:$(or $(PORT),8000)

test: ## Run everything: lint, tests on SQLite and PostgreSQL, browser, accessibility, HTML
	@.ci/environment dev
	@.venv/bin/python .ci/checks.py all

test-fast: ## Run the unit and page tests on SQLite, keeping the test database
	@.ci/environment dev
	@.venv/bin/python .ci/checks.py fast

lint: ## Check style, types, templates, stylesheets, imports and migrations
	@.ci/environment dev
	@.venv/bin/python .ci/checks.py lint

bench: ## Measure queries, weight, throughput and Lighthouse marks, and print them
	@.ci/environment dev
	@PYTHONPATH=.:site .venv/bin/python -m tests.bench

format: ## Write code the way lint wants it
	@.ci/environment dev
	@.venv/bin/ruff check --fix-only .
	@.venv/bin/ruff format .

messages: ## Bring the message catalogues in line with the code, and compile them
	@.ci/environment dev
	@$(DJANGO) update_catalogues
	@$(DJANGO) compile_catalogues

lock: ## Choose the newest allowed versions and write them down with their hashes
	@.ci/environment dev
	@.ci/lock

clean: ## Remove what tools left behind; the demo's database and uploads stay
	@rm -rf .coverage* htmlcov test-results var/test var/static var/static.fingerprint node_modules \
	  .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
	@find site -name '*.mo' -delete
