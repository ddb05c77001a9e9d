.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
READY := $(VENV)/.ready
CATALOGUES := $(wildcard locales/*/LC_MESSAGES/*.po)
export UV_PYTHON_DOWNLOADS := never
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo run test coverage histories races check bench browser lock messages drawings clean

help:  ## show these targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(UV): requirements/uv.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Yijia needs Python 3.11 or newer: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $(UV)

$(READY): $(UV) requirements/bot.txt requirements/dev.txt pyproject.toml
	$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements/dev.txt requirements/uv.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $(READY)

.venv/.catalogues: $(READY) $(CATALOGUES)
	@$(BIN)/pybabel --quiet compile -D yijia -d locales
	@touch $@

ready: $(READY) .venv/.catalogues
.PHONY: ready

demo: ready  ## a local Telegram with three phones and the bot behind them
	@$(BIN)/python -m bot demo

run: ready  ## run against Telegram; needs BOT_TOKEN
	@$(BIN)/python -m bot run

test: ready  ## all tests, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -n 4 --dist worksteal -m "not browser"

coverage: ready  ## all tests again, telling which lines none of them reaches
	$(BIN)/python -m pytest -q -n 4 --dist worksteal -m "not browser" --cov --cov-report term:skip-covered

histories: ready  ## play 100 new random histories on each database; takes long
	YIJIA_HISTORIES=100 $(BIN)/python -m pytest -n 2 --timeout 0 tests/histories

races: ready  ## have every two commands on one order meet a thousand times; takes very long
	YIJIA_RACES=1000 $(BIN)/python -m pytest --timeout 0 tests/races

browser: ready  ## play one deal in a headless Chromium
	$(BIN)/python -m pytest -m browser

check: ready  ## lint, format, types, import contracts, catalogues, buttons, settings, drawings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/checks

bench: ready  ## measure speed; see docs/performance.md
	$(BIN)/python -m benchmarks

lock: $(UV)  ## pin every dependency with its hashes
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/bot.txt pyproject.toml
	$(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --extra dev -c requirements/bot.txt -o requirements/dev.txt pyproject.toml
	echo uv==0.13.9 | $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/uv.txt -

messages: ready  ## collect the words of views/ into the catalogues
	$(BIN)/pybabel --quiet extract -F locales/babel.cfg -k say -k word -k say_many:1,2 --no-location --sort-by-file --project Yijia -o locales/yijia.pot .
	$(BIN)/pybabel --quiet update -D yijia -l zh -i locales/yijia.pot -d locales --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --no-wrap
	rm -f locales/yijia.pot

drawings: ready  ## draw the lifecycles and conversations into docs/
	$(BIN)/python -m bot.drawings

clean:  ## remove the virtual environment and the demo's data
	rm -rf $(VENV) var/demo build
