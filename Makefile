# Latarnia: everything a newcomer needs. Python 3.11+ and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check bench clean lock

demo: $(STAMP)            ## the running bot with web chat and desk, no accounts needed
	$(BIN)/latarnia learn
	$(BIN)/latarnia demo

test: $(STAMP) check      ## all checks and all tests
	$(BIN)/pytest -n 2 --dist loadgroup

check: $(STAMP)           ## formatting, lint, types, rooms, content
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/latarnia check --strict

bench: $(STAMP)           ## measured speed and memory
	$(BIN)/latarnia bench all

$(STAMP): requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

lock:                     ## renew the locked dependencies
	$(BIN)/pip-compile --quiet --extra dev --generate-hashes --no-emit-index-url --allow-unsafe --strip-extras -o requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache build *.egg-info var

.PHONY: pictures
pictures: $(STAMP)        ## the README's pictures, taken from the running bot
	$(BIN)/python -m tests.browser.pictures
