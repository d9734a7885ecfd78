# Two commands: `make demo` does the main job, `make test` checks everything. Windows: see README.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ROOMS := ontology graph loaders shapes queries viz
READY := $(VENV)/.ready

.PHONY: demo test check typing setup lock clean mutants
.DEFAULT_GOAL := demo

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed 需要 Python 3.11 及以上") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: $(READY)
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

test: check
	$(BIN)/pytest

# Do the tests bite? At least 200 small faults in four rooms; about half an hour on two cores.
mutants: $(READY)
	$(BIN)/python -m benchmarks.mutants

# Pins and hashes only; no index address stands in the lock.
lock:
	uv pip compile -q --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-header \
	  --extra dev --output-file requirements.lock pyproject.toml requirements-build.in

clean:
	rm -rf build out $(VENV) .cemai
