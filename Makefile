# `make map` and `make test` are all that a newcomer needs: Python >= 3.11 and make are enough.
# PYTHON=/path/to/python chooses the interpreter, UPGRADE=--upgrade lets `make lock` take new releases.

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
# A file of tests goes to one process, in the order of tests/conftest.py: those that take longest first.
APART := --numprocesses auto --dist loadfile --no-loadscope-reorder
TARGETS := $(notdir $(wildcard tests/fuzz/corpus/*))
# One set of versions for every Python and system, since the output must be the same bytes on each.
COMPILE := $(BIN)/uv pip compile --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(UPGRADE)

.DELETE_ON_ERROR:
.PHONY: help map test bench check fuzz format lock lowest data clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

# The tests start the program some hundred times: what is compiled for one of them is so for all.
test lowest: export PYTHONDONTWRITEBYTECODE =

map: $(RUNTIME) ## read seeds/, write the map and its layers to maps/
	$(BIN)/geo map

test: $(DEV) ## run the tests side by side, then those that measure time, one by one
	$(BIN)/python -m pytest $(APART) -m "not timed"
	$(BIN)/python -m pytest -m timed $$(grep -rl --include='test_*.py' 'pytest\.mark\.timed' tests)

check: $(DEV) ## lint, format, types, and who imports whom
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(RUNTIME) ## measure joining, reading, and other tools beside it; some ten minutes
	@test ! -e requirements-bench.lock || $(PIP) --require-hashes -r requirements-bench.lock
	$(BIN)/python benchmarks/joins.py
	$(BIN)/python benchmarks/reading.py

fuzz: $(DEV) ## fuzz each parser by coverage, a minute each; TARGETS="dates tables" chooses
	@$(PIP) --require-hashes -r requirements-fuzz.lock
	@for target in $(TARGETS); do \
		echo "fuzzing $$target"; $(BIN)/python tests/fuzz/atheris_targets.py $$target || exit 1; \
	done

format: $(DEV) ## mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(DEV) ## write the lock files anew from pyproject.toml
	$(COMPILE) pyproject.toml --group build --extra readers -o requirements.lock
	$(COMPILE) --group fuzz -o requirements-fuzz.lock
	$(COMPILE) --group bench -c requirements.lock -o requirements-bench.lock
	$(COMPILE) pyproject.toml --group build --group dev --extra assembly --extra dask --extra notebook --extra readers -c requirements.lock -o requirements-dev.lock

lowest: $(DEV) ## run the tests on the lowest versions that pyproject.toml allows
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python $(VENV)-lowest
	$(BIN)/uv pip install --quiet --python $(VENV)-lowest --resolution lowest-direct --group dev -e '.[assembly,notebook]'
	$(VENV)-lowest/bin/python -m pytest $(APART) -m "not timed"

data: $(DEV) ## build geo/data and gazetteer.json anew from SOURCES=folder (geo/data/README.md)
	@test -n "$(SOURCES)" || { echo "Name the folder of sources: make data SOURCES=folder (geo/data/README.md)." >&2; exit 2; }
	$(BIN)/python -m geo.assembly basemap --sources "$(SOURCES)"
	$(BIN)/python -m geo.assembly gazetteer --sources "$(SOURCES)"
	$(BIN)/python -m geo.assembly names --sources "$(SOURCES)"

clean: ## remove what the other targets made, but not maps/
	rm -rf $(VENV) $(VENV)-lowest build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find geo tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.made:
	@for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		bare=$$python; \
		"$$python" -c 'import ensurepip' 2>/dev/null || continue; \
		"$$python" -m venv $(VENV) && touch $@ && exit 0; \
		exit 1; \
	done; \
	if [ -n "$$bare" ]; then \
		echo "$$bare cannot make a virtual environment: install ensurepip (on Debian: apt install python3-venv)." >&2; \
	else \
		echo "No Python 3.11 or later found: install one, or name it with make PYTHON=/path/to/python." >&2; \
	fi; \
	exit 1

$(RUNTIME): requirements.lock pyproject.toml | $(VENV)/.made
	@echo "Installing what requirements.lock names into $(VENV), once (about 400 MB)."
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV): requirements-dev.lock requirements.lock pyproject.toml | $(VENV)/.made
	@echo "Installing what requirements-dev.lock names into $(VENV), once (about 900 MB)."
	@$(PIP) --require-hashes -r requirements-dev.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $(RUNTIME) $@
