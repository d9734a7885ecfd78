# Two commands: `make demo` does the main job, `make test` checks everything. Windows: see README.
PYTHON ?= python3
WORKERS ?= 2
VENV := .venv
BIN := $(VENV)/bin
ROOMS := ontology graph loaders shapes queries viz
READY := $(VENV)/.ready
PLAIN := $(VENV)/.plain

.PHONY: demo test check typing setup docs lock clean mutants
.DEFAULT_GOAL := demo

# The demo needs no more than `pip install cemai` brings; all other targets need everything.
setup: $(READY)

define install
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed 需要 Python 3.11 及以上") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endef

$(READY): requirements.lock pyproject.toml
	$(call install,requirements.lock)
	touch $(PLAIN) $@

$(PLAIN): requirements-demo.lock pyproject.toml
	$(call install,requirements-demo.lock)
	touch $@

demo: $(PLAIN)
	$(BIN)/cemai build
	$(BIN)/cemai trace 1210
	$(BIN)/cemai trace 六体系两平台
	mkdir -p out
	$(BIN)/cemai view trace 1210 --out out/trace-1210.html

# mypy cannot follow setuptools' package-dir: it gets a folder of links, made anew each time.
typing: $(READY)
	rm -rf build/typing
	mkdir -p build/typing/cemai
	for f in $(CURDIR)/cemai/*; do ln -s $$f build/typing/cemai/; done
	for r in $(ROOMS); do ln -s $(CURDIR)/$$r build/typing/cemai/$$r; done

check: typing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	cd build/typing && ../../$(BIN)/mypy --config-file ../../pyproject.toml -p cemai
	$(BIN)/mypy --config-file pyproject.toml tests benchmarks

# The pages of docs/ that are made from the code and the data; a test says when they are not current.
docs: $(READY)
	$(BIN)/python -m cemai.docs docs

# Two workers, each with a graph of its own; the tests of a file stay together.
test: check
	$(BIN)/pytest -n $(WORKERS) --dist loadfile

# Do the tests bite? At least 200 small faults in four rooms; about half an hour on two cores.
mutants: $(READY)
	$(BIN)/python -m benchmarks.mutants --fresh

# Pins and hashes only; no index address stands in a lock. The smaller one takes its pins from the larger.
COMPILE := uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header
lock:
	$(COMPILE) --extra dev --output-file requirements.lock pyproject.toml requirements-build.in
	$(COMPILE) --no-annotate --constraint requirements.lock --output-file requirements-demo.lock \
	  pyproject.toml requirements-build.in

clean:
	rm -rf build out $(VENV) .cemai
