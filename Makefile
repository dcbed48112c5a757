# One command serves the handbook, one runs all tests; each sets up what is missing first.
PYTHON ?= python3
BIN := .venv/bin
# With the node beside it, whatever else the machine has.
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
export NO_MKDOCS_2_WARNING := 1
# Python keeps what it compiled, also where a container asks it not to: the tests start it often.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: builders check serve test test-all mutate build packed package lint fix bench pins setup

serve: setup
	$(BIN)/mkdocs serve

test:
	$(PYTHON) tools/setup.py --browser
	HYPOTHESIS_PROFILE=$${HYPOTHESIS_PROFILE:-quick} $(BIN)/pytest $(TESTS)

# With the families that take minutes. The last line is pytest's own, for whatever reads it.
test-all:
	$(PYTHON) tools/setup.py --browser
	$(BIN)/pytest -v --no-header -m "" $(TESTS)

# Changes the code in small ways, one at a time, and lists the changes that no test notices.
mutate: setup
	$(BIN)/mutmut run
	$(BIN)/mutmut results --all true | $(BIN)/python tools/mutations.py

build: setup
	$(BIN)/mkdocs build --strict

# With compressed copies beside the files, for servers that send them as they are.
packed: build
	$(BIN)/python -m tools.precompress site

# The calculators as a wheel, for a release.
package: setup
	$(BIN)/hatchling build -t wheel -d dist

# What is wrong in pages, rules, examples and texts, in plain words; FILE=… looks at one.
check: setup
	@$(BIN)/python -m checks check $(FILE)

lint: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(NPM) run --silent lint
	$(BIN)/zizmor --offline --quiet .github

fix: setup
	$(BIN)/python -m checks fix $(FILE)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(NPM) run --silent fix

# A quarter of an hour, on a machine that does nothing else. The page that shows it: `--keep`.
bench: setup
	$(BIN)/python -m benchmarks --keep
	$(BIN)/python -m benchmarks.light
	$(BIN)/python -m benchmarks.orders

# Against the newest ProperDocs, not the one that is pinned: it is to carry MkDocs on.
builders: setup
	.cache/uv/bin/uv pip install --quiet --python .venv --upgrade-package properdocs properdocs
	$(BIN)/python -m tools.two_builders

# After changing versions in pyproject.toml or package.json.
pins:
	$(PYTHON) tools/setup.py --uv
	mkdir -p .cache/pins  # a copy: uv reads no groups of a project that it does not manage
	sed '/^managed = false/d' pyproject.toml > .cache/pins/pyproject.toml
	.cache/uv/bin/uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
		--custom-compile-command "make pins" --group .cache/pins/pyproject.toml:dev -o requirements.txt
	$(NPM) install --package-lock-only --no-audit --no-fund

setup:
	$(PYTHON) tools/setup.py
