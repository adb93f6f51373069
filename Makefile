# The commands of the project; `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help timeline test lint types docs bench packages clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

timeline: $(VENV)/.installed ## build the bundled timeline into build/
	$(BIN)/ciie-timeline build seeds -o build

test: $(VENV)/.installed-tests ## install with test dependencies and run every test
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(VENV)/.installed-lint ## check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-lint ## check the types
	$(BIN)/mypy

docs: $(VENV)/.installed-tests ## run every example of the README, the docs and examples/
	$(BIN)/python -m pytest -q tests/test_docs.py tests/test_examples.py

bench: $(VENV)/.installed ## measure the library and its peers on the TimeML folders CORPUS="A B"
	$(BIN)/python tests/bench/peers.py $(CORPUS) --environments $(VENV)/peers \
		--update README.md docs/explanation/comparison-taggers.md

packages: $(VENV)/.installed-tests ## build sdist and wheel into dist/
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist

clean: ## remove the environment and everything that was built
	rm -rf $(VENV) build dist htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests examples -name __pycache__ -type d -prune -exec rm -rf {} +

# One file tells that an installation is done; it is older than a changed pyproject.toml.

$(VENV)/.environment:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip
	touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.environment
	$(BIN)/python -m pip install --quiet --editable '.[cli]'
	touch $@

# Dependency groups need pip 25.1, which is newer than the one that comes with Python 3.11.
$(VENV)/.pip: $(VENV)/.environment
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	touch $@

$(VENV)/.installed-tests: $(VENV)/.installed $(VENV)/.pip
	$(BIN)/python -m pip install --quiet --group tests
	touch $@

$(VENV)/.installed-lint: $(VENV)/.installed-tests
	$(BIN)/python -m pip install --quiet --group lint
	touch $@
