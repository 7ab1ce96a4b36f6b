# Two commands on a fresh machine, `make demo` and `make check`; each needs only git, make, Python 3.11+ and PyPI.
PYTHON ?= python3
BIN := .venv/bin
PIN := uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --quiet

.PHONY: demo check score soak bench pins docs

demo: .venv/run
	$(BIN)/tocsin demo --into demo

check: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/cog --check -I docs docs/*.md README.md
	$(BIN)/pytest --numprocesses auto --dist loadfile

score: .venv/dev
	$(BIN)/python scripts/score_sets.py

soak: .venv/dev
	$(BIN)/python scripts/soak.py

bench: .venv/dev
	for script in bench/*.py; do $(BIN)/python $$script || exit 1; done

docs: .venv/dev
	$(BIN)/cog -r -I docs docs/*.md README.md

pins:
	$(PIN) pyproject.toml -o requirements/run.txt
	$(PIN) requirements/build.in -c requirements/run.txt -o requirements/build.txt
	$(PIN) pyproject.toml --extra postgres requirements/dev.in -c requirements/run.txt -c requirements/build.txt -o requirements/dev.txt
	$(PIN) pyproject.toml requirements/bench.in -c requirements/run.txt -o requirements/bench.txt

.venv/run: requirements/run.txt requirements/build.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@ .venv/run
