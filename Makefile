# What can be done here; `make` alone says the same.
.PHONY: help site serve test soak format lock clean

BIN := .venv/bin
READY := .venv/ready

help:
	@echo 'make site     build the site of the council in content/ into build/site'
	@echo 'make serve    show it on this computer, built again as files are saved'
	@echo 'make test     everything that must hold before a change is taken'
	@echo 'make soak     long seeded campaigns of tests'
	@echo 'make format   put code and minutes files into their canonical form'
	@echo 'make lock     write requirements.lock anew from pyproject.toml'
	@echo 'make clean    remove everything that was made here, except the environment in .venv'

site: $(READY)
	@$(BIN)/minutebook build
	@echo
	@echo 'The site is in build/site: its first page is build/site/index.html.'
	@echo 'To see it as its readers will: make serve'

serve: $(READY)
	@$(BIN)/minutebook serve

# All of them run, so that one run tells everything that is wrong; it fails if one of them did.
test: $(READY)
	@failed=; \
	check() { echo "== $$*"; "$$@" || failed="$$failed $$(basename "$$1")"; }; \
	check $(BIN)/ruff check; \
	check $(BIN)/ruff format --check --quiet; \
	check $(BIN)/mypy; \
	check $(BIN)/lint-imports; \
	check $(BIN)/pytest -n auto --cov --cov-report=term; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed" >&2; exit 1; fi

soak: $(READY)
	@$(BIN)/pytest -m soak -s; status=$$?; \
	if [ $$status -eq 5 ]; then echo 'There are no soak campaigns yet.'; else exit $$status; fi

format: $(READY)
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format
	$(BIN)/minutebook format

lock:
	uv pip compile pyproject.toml --all-extras --universal --generate-hashes --no-header -o requirements.lock

clean:
	rm -rf build dist .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find build_scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment, made again only when what it is made from has changed. PYTHON=python3.12 chooses another Python.
$(READY): requirements.lock pyproject.toml
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then break; fi; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'Minutebook needs Python 3.11 or later (on Debian: apt-get install python3 python3-venv).' >&2; exit 1; \
	fi; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "This $$python cannot make an environment (on Debian: apt-get install python3-venv)." >&2; exit 1; \
	fi; \
	$(BIN)/python -c '' 2>/dev/null || $$python -m venv --clear .venv
	@echo 'Installing what Minutebook needs into .venv …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --use-pep517 -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
