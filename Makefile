# `make run` and `make test` are all a newcomer needs; both set up what they miss. `make help` lists the rest.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.ONESHELL:
MAKEFLAGS += --no-builtin-rules --no-print-directory

VENV := .venv
PY := $(VENV)/bin/python
TOOLS := build/tools
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(PY) -m pip -qq --no-input
PINNED := --no-build-isolation --require-hashes --requirement
# From Python 3.13 on durable_rules needs it to compile; before, it does no harm (docs/engine.md)
export CPPFLAGS := -DPyEval_CallObject=PyObject_CallObject
SPECTRAL := node_modules/.bin/spectral
PORT ?= 8080
export PORT
SUITES ?= bookworm trixie sid
# More than there are cores: many tests wait for a server, a browser or a term.
PYTEST_FLAGS ?= -n 3 --dist worksteal

# --- run ---------------------------------------------------------------------------------------

.PHONY: run
run: $(VENV)/.run  ## set up and serve on http://localhost:8080 (another port: make run PORT=9000)
	@exec $(PY) -m gunicorn --config python:verlof_api.gunicorn_conf 'verlof_api:create_app()'

# --- set-up: each step runs again only when its pins changed -------------------------------------

# An environment knows its own path: in a folder that was moved or copied it is made anew.
export HERE := $(CURDIR)
ifneq ($(shell $(PY) -c '' 2>/dev/null && cat $(VENV)/.made),$(CURDIR))
.PHONY: $(VENV)/.made
endif

$(VENV)/.made: requirements/build.txt
	@python="$$(tools/system.sh python)"
	echo "Making $(VENV) with $$("$$python" --version)"
	rm -rf $(VENV)
	"$$python" -m venv $(VENV)
	$(PIP) install $(PINNED) requirements/build.txt
	printf '%s\n' "$$HERE" > $@

$(VENV)/.run: requirements/run.txt setup.cfg pyproject.toml $(VENV)/.made
	@echo "Installing the pinned packages (compiles durable_rules: a minute at most)"
	# What was compiled without the flag, pip would take from its cache.
	$(PIP) cache remove durable_rules 2>/dev/null || true
	$(PIP) install $(PINNED) requirements/run.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	# So that the first start is as fast as any other; where nothing may be kept, it reads the rules itself.
	$(VENV)/bin/verlof klaarzetten >/dev/null 2>&1 || true
	touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.run
	@echo "Installing the pinned packages for the tests"
	$(PIP) install $(PINNED) requirements/test.txt
	touch $@

node_modules/.made: package.json
	@tools/system.sh node
	echo "Installing the API linter, axe-core and esbuild with npm"
	npm install --silent --no-package-lock --no-audit --no-fund --ignore-scripts
	touch $@

.PHONY: setup
setup: $(VENV)/.test node_modules/.made  ## only set up, for run and test

# --- test --------------------------------------------------------------------------------------

# In this order; pytest last, so that its closing line with the counts ends the output.
.PHONY: test
test: check pytest  ## set up, then every check and every test

.PHONY: check
check: lint types imports rules api dockerfile deploy  ## everything of `make test` but the tests themselves

# Which tests: tests/first.txt, an argument of pytest on each line.
.PHONY: first
first: lint imports rules  ## in a minute or two, once set up: layout, layers, rules, and the quick tests (no browser, no Node)
	@echo "== pytest, the quick tests"
	$(PY) -m pytest $(PYTEST_FLAGS) @tests/first.txt

.PHONY: lint
lint: $(VENV)/.test
	@echo "== ruff"
	$(PY) -m ruff check
	$(PY) -m ruff format --check

.PHONY: types
types: $(VENV)/.test
	@echo "== mypy --strict"
	$(PY) -m mypy

.PHONY: imports
imports: $(VENV)/.test
	@echo "== import-linter"
	$(VENV)/bin/lint-imports --no-logo

.PHONY: rules
rules: $(VENV)/.test  ## check the rule files: YAML, JSON Schema, and the rules themselves
	@echo "== rules: yamllint, check-jsonschema, verlof check"
	$(PY) -m yamllint --strict rules words lint openapi.yaml publiccode.yml
	tools/check_schemas.sh $(PY)
	$(VENV)/bin/verlof check

.PHONY: api
api: node_modules/.made
	@echo "== spectral: the API Design Rules"
	$(SPECTRAL) lint --ruleset lint/api-design-rules.yaml --fail-severity warn openapi.yaml

.PHONY: dockerfile
dockerfile: $(VENV)/.test
	@echo "== hadolint"
	$(VENV)/bin/hadolint Dockerfile

.PHONY: deploy
deploy: $(VENV)/.test
	@echo "== deployment files: check-jsonschema, kubernetes-validate, gixy, systemd-analyze"
	tools/check_deploy.sh $(VENV)/bin

.PHONY: pytest
pytest: $(VENV)/.test node_modules/.made
	@tools/system.sh chromium
	tools/system.sh redis
	echo "== pytest"
	$(PY) -m pytest $(PYTEST_FLAGS)

.PHONY: test-unit
test-unit: $(VENV)/.test  ## the tests that need no browser and no Node (install nothing but Python packages)
	@echo "== pytest, without a browser and Node"
	$(PY) -m pytest $(PYTEST_FLAGS) --ignore tests/browser --ignore tests/contract/test_lint_rules.py

.PHONY: test-fresh
test-fresh:  ## as root: bare Debian 12, 13 and unstable: `make run`, `make test-unit` (SUITES="trixie" for one)
	@tools/fresh.sh $(SUITES)

.PHONY: test-long
test-long: $(VENV)/.test node_modules/.made  ## the tests that take minutes
	@tools/system.sh chromium
	tools/system.sh office
	$(PY) -m pytest -m long

.PHONY: coverage
coverage: $(VENV)/.test node_modules/.made  ## which lines the tests do not reach
	@tools/system.sh chromium
	tools/system.sh redis
	$(PY) -m pytest $(PYTEST_FLAGS) --cov --cov-report term-missing:skip-covered

# --- the rest ----------------------------------------------------------------------------------

.PHONY: format
format: $(VENV)/.test  ## lay out the code and mend what ruff can
	@$(PY) -m ruff check --fix
	$(PY) -m ruff format

.PHONY: widget
widget: node_modules/.made  ## the widget minified, in build/ (optional: serving it needs no build)
	@npm run --silent widget

.PHONY: record
record: $(VENV)/.test  ## take the answers to all scenarios as those that a change of code may not change
	@$(PY) -m tests.recorded.recording

.PHONY: bench
bench: $(VENV)/.run  ## load the service and a bare echo, and print the ratios (bench/README.md)
	@tools/system.sh wrk
	$(PY) bench/load.py
	$(PY) bench/micro.py
	$(PY) bench/costs.py

.PHONY: soak
soak: $(VENV)/.test  ## 20 minutes of load, slow clients, kills and reloads at once
	@$(PY) -m tests.server.soak

.PHONY: image
image:  ## the container image of a release, on a base pinned by digest (PYTHON_IMAGE=...@sha256:...)
	@tools/image.sh build

.PHONY: image-test
image-test:  ## as root: build the image without a daemon, serve it read-only, ask, check its health
	@tools/image.sh try

# Installed as the image has it: the pins and this package (by name, so that no path of this machine is told), no pip.
.PHONY: sbom
sbom: $(TOOLS)/.made  ## what is served, as CycloneDX, in build/sbom.json
	@served=build/served
	rm -rf $$served
	$(PY) -m venv $$served
	pip() { $$served/bin/python -m pip -qq --no-input "$$@"; }
	pip install $(PINNED) requirements/build.txt
	pip install $(PINNED) requirements/run.txt
	pip wheel --no-build-isolation --no-deps --wheel-dir $$served/dist .
	pip install --no-deps --no-index --find-links $$served/dist verlof-api
	pip uninstall --yes setuptools pip
	$(TOOLS)/bin/cyclonedx-py environment --validate --output-reproducible --output-file build/sbom.json $$served
	rm -rf $$served build/lib build/bdist.*
	echo "build/sbom.json: valid CycloneDX"

$(TOOLS)/.made: requirements/tools.txt $(VENV)/.made
	@echo "Installing the pinned packages for the tools"
	rm -rf $(TOOLS)
	$(PY) -m venv $(TOOLS)
	$(TOOLS)/bin/python -m pip -qq --no-input install --require-hashes --requirement requirements/tools.txt
	touch $@

# The one way to change requirements/*.txt. They hold a hash of every file that a package index may serve (pip takes
# nothing else), no address, and fit every Python of setup.cfg.
.PHONY: pins
pins: $(TOOLS)/.made  ## pin, with hashes, the newest versions that setup.cfg and requirements/*.in allow
	@pin() {
	    $(TOOLS)/bin/uv pip compile --quiet --upgrade --python $(PY) --universal --python-version 3.11 \
	        --generate-hashes --no-strip-extras --no-emit-index-url --no-header "$$1" --output-file "$$2" "$${@:3}"
	}
	pin requirements/build.in requirements/build.txt
	pin setup.cfg requirements/run.txt --extra redis
	pin requirements/test.in requirements/test.txt
	pin requirements/tools.in requirements/tools.txt

.PHONY: clean
clean:  ## remove everything that set-up and the tools made
	@rm -rf $(VENV) node_modules build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache .coverage .schemathesis schemathesis-report
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
