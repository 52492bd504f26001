# Builds, shows and tests Rostrum. Needs rustup, Node.js 20 or newer with npm, a C compiler and make;
# the tests need Chromium with ChromeDriver, Firefox, nginx, Apache and Caddy besides. Everything else
# is fetched into .tools, node_modules and target, and nothing outside this folder changes but rustup's
# own targets.
#
# Steps are real targets with real prerequisites: what is up to date is not done again.

WASM_BINDGEN := 0.2.129
WASM_SPLIT := 0.2.4
WASM := wasm32-unknown-unknown
PORT ?= 8080

TOOLS := .tools
# Cargo would ask the jobs of make for leave to work, and warn that they do not answer.
unexport MAKEFLAGS
export PATH := $(CURDIR)/$(TOOLS)/bin:$(CURDIR)/node_modules/.bin:$(PATH)

# The name of a file is made from its bytes, so these must not depend on whose machine built them.
REGISTRY = $(wildcard $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/*/)
REMAP = $(REGISTRY:%=--remap-path-prefix=%=)
FOR_WASM = CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(strip $(REMAP))"

# The standard library is built with the SPA, for size and without the words of panics, which no
# visitor reads: a tenth less to load. That is still unstable in Rust; where a newer release has
# changed it, `make STD=shipped` takes the library as it is shipped.
STD ?= built
BUILT_STD := RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
# wasm-split needs to know what refers to what, which the linker otherwise keeps to itself.
FOR_SPA = $(if $(filter built,$(STD)),$(BUILT_STD)) CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(strip \
  $(REMAP) -Clink-arg=--emit-relocs \
  $(if $(filter built,$(STD)),-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none))"

# Tools need no long optimisation: a third of the time to build, and as fast in use here.
INSTALL := CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off \
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 cargo install --quiet --locked --root $(TOOLS)

MANIFESTS := Cargo.toml Cargo.lock $(wildcard crates/*/Cargo.toml) $(wildcard .cargo/config.toml)
# What is in src/single only a site that is one file needs.
SPA := $(MANIFESTS) index.html $(shell find src style public crates/model crates/search/src crates/streams -not -path 'src/single*' 2>/dev/null) \
  tools/webassembly.mjs tools/finish.mjs tools/compress.mjs tools/policy.mjs tools/sizes.mjs
NATIVE := $(MANIFESTS) $(shell find crates src -name '*.rs' 2>/dev/null)
CONTENT := $(shell find content 2>/dev/null)

CHROMIUM = $(firstword $(foreach name,chromium chromium-browser google-chrome,$(shell command -v $(name) 2>/dev/null)))
DRIVER = $(or $(CHROMEDRIVER),$(shell command -v chromedriver 2>/dev/null))
FIREFOX = $(firstword $(foreach name,firefox-esr firefox,$(shell command -v $(name) 2>/dev/null)))

# The site that the tests embed Rostrum in.
WAGTAIL := target/wagtail

# What `make dist` makes: the site, and what hosts must be told. URL is the address of the site.
URL ?=
HOSTING ?= hosting
# What `make package` makes.
PACKAGE := rostrum-app
# What `make single` makes.
SINGLE := rostrum.html

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo themes build dist single package spa bundle tools test lint test-native test-wasm test-types test-budget test-pages test-e2e test-wagtail soak \
  bench bench-bundle bench-menu bench-mounts bench-paint bench-peers bench-profile bench-search bench-timeline bench-wagtail size fuzz browsers servers format clean

help: ## Say what can be made
	@echo "Rostrum. You can make:"
	@sed -nE 's/^([a-z0-9-]+):[^#]*## (.*)/  make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 22

demo: build ## Build the site and show it on this machine (about 10 minutes the first time)
	@node tools/serve.mjs dist --port $(PORT)

themes: build ## Show every property that a page may set, and three themes (docs/theming.md)
	@rm -rf target/themes && cp -r dist target/themes && cp -r docs/themes target/themes/themes
	@echo "The themes are in themes/, below the address that follows."
	@node tools/serve.mjs target/themes --port $(PORT)

build: spa bundle ## Build the site into dist/

dist: build ## Make a folder for any static host, at URL (docs/hosting.md)
	@node tools/dist.mjs $(HOSTING) $(if $(URL),--url $(URL))

single: $(SINGLE) ## Make the whole site one HTML file, which opens without a server

$(SINGLE): dist/bundle/bundle.json tools/single.mjs tools/policy.mjs $(wildcard src/single/*)
	@node tools/single.mjs $@

package: $(PACKAGE)/package.json ## Make the element a package for npm, and a zip (docs/embedding.md)

$(PACKAGE)/package.json: dist/index.html package.json src/embed/element.d.ts docs/theming.md tools/package.mjs
	@node tools/package.mjs dist $(PACKAGE)

spa: dist/index.html ## Build the SPA alone

bundle: dist/bundle/bundle.json ## Build the data bundle alone, from content/

tools: $(TOOLS)/ready node_modules/.package-lock.json ## Fetch the tools that the build needs

dist/index.html: $(SPA) $(TOOLS)/ready node_modules/.package-lock.json
	@echo "Building the SPA: about 3 minutes the first time."
	@$(FOR_SPA) cargo build --quiet --locked --offline --release -p rostrum --features split --target $(WASM)
	@node tools/webassembly.mjs target/$(WASM)/release/rostrum-app.wasm target/spa
	@node tools/finish.mjs target/spa dist

# The SPA empties dist, so the bundle follows it.
dist/bundle/bundle.json: $(CONTENT) $(NATIVE) dist/index.html
	@echo "Building the data bundle from content/: about a minute the first time."
	@cargo run --quiet --locked -p rostrum-bundler -- build content --out dist/bundle --site
	@node tools/compress.mjs dist
	@touch -c $@

# Two sites for the tests: one at the root of a host, one at a path whose pages say the policy too.
target/hosted/ready: dist/bundle/bundle.json $(wildcard tools/dist.mjs tools/hosts/*.mjs)
	@echo "Making sites for the servers of the tests: a minute."
	@node tools/dist.mjs target/hosted/root --url https://example.org/ >/dev/null
	@POLICY=page node tools/dist.mjs target/hosted/archive --url https://example.org/archive/ >/dev/null
	@touch $@

# ---- Tools

$(TOOLS)/rust: | $(TOOLS)
	@command -v cargo >/dev/null && command -v rustup >/dev/null || { \
	  echo "Rust is missing. Install rustup as https://rustup.rs says, open a new terminal, and run make again."; exit 1; }
	@command -v cc >/dev/null || { \
	  echo "A C compiler is missing. Install one (Debian: apt install build-essential; macOS: xcode-select --install), and run make again."; exit 1; }
	@rustup target list --installed | grep -qx $(WASM) || { \
	  echo "Adding Rust's $(WASM) target: some seconds."; rustup target add $(WASM); }
	@test $(STD) != built || rustup component list --installed | grep -qx rust-src || { \
	  echo "Adding the source of Rust's standard library: some seconds."; rustup component add rust-src; }
	@touch $@

$(TOOLS)/wasm-bindgen-$(WASM_BINDGEN): | $(TOOLS)/rust
	@if command -v wasm-bindgen-test-runner >/dev/null && wasm-bindgen --version 2>/dev/null | grep -qx "wasm-bindgen $(WASM_BINDGEN)"; then :; else \
	  echo "Building wasm-bindgen $(WASM_BINDGEN) into $(TOOLS): about 2 minutes, once."; \
	  $(INSTALL) wasm-bindgen-cli --version $(WASM_BINDGEN); fi
	@touch $@

$(TOOLS)/wasm-split-$(WASM_SPLIT): | $(TOOLS)/rust
	@echo "Building wasm-split $(WASM_SPLIT) into $(TOOLS): about a minute, once."
	@$(INSTALL) wasm_split_cli_support --version $(WASM_SPLIT) --features build-binary
	@touch $@

$(TOOLS)/ready: $(TOOLS)/wasm-bindgen-$(WASM_BINDGEN) $(TOOLS)/wasm-split-$(WASM_SPLIT) Cargo.lock
	@echo "Fetching the crates: some seconds."
	@cargo fetch --quiet --locked
	@$(if $(filter built,$(STD)),$(BUILT_STD) cargo fetch --quiet --locked --target $(WASM))
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json
	@command -v npm >/dev/null && node --eval 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' || { \
	  echo "Node.js 20 or newer with npm is missing. Install it as https://nodejs.org says, and run make again."; exit 1; }
	@echo "Fetching the packages of the tools: some seconds."
	@npm ci --ignore-scripts --loglevel=error >/dev/null
	@touch $@

$(TOOLS):
	@mkdir -p $@

# ---- Tests

# Two things at a time are built, since linking keeps one core busy; then browsers have the machine for themselves.
test: browsers servers ## Check everything (about 25 minutes the first time)
	@$(MAKE) --no-print-directory --jobs=2 \
	  spa lint test-native test-wasm test-types test-budget single package $(WAGTAIL)/ready target/hosted/ready
	@$(MAKE) --no-print-directory --jobs=1 test-pages test-wagtail test-e2e
	@echo "All checks passed."

browsers:
	@test -n "$(CHROMIUM)" -a -n "$(DRIVER)" || { \
	  echo "The tests need Chromium and ChromeDriver. Install both (Debian: apt install chromium chromium-driver), and run make again."; exit 1; }
	@test -n "$(FIREFOX)" || { \
	  echo "The tests need Firefox. Install it (Debian: apt install firefox-esr), and run make again."; exit 1; }

# Debian keeps servers in /usr/sbin, which is not on everybody's path.
servers:
	@PATH="$$PATH:/usr/sbin"; for program in nginx apache2 caddy; do command -v $$program >/dev/null || { \
	  echo "The tests need nginx with brotli, Apache and Caddy. Install them (Debian: apt install nginx libnginx-mod-http-brotli-static apache2-bin caddy), and run make again."; exit 1; }; done

# The views are drawn natively with one feature, in the browser with another.
NATIVELY := --workspace --no-default-features --features rostrum/ssr

lint: $(TOOLS)/ready ## Check the format and what clippy says
	@echo "Checking the format and the lints: about 3 minutes the first time."
	@cargo fmt --all --check
	@cargo clippy --quiet --locked $(NATIVELY) --all-targets -- -D warnings
	@$(FOR_WASM) cargo clippy --quiet --locked -p rostrum --target $(WASM) --all-targets -- -D warnings

# The same cases each time, so that only a change of ours fails them; `make fuzz` tries others.
test-native: $(TOOLS)/ready ## Run the tests that need no browser
	@echo "Running the native tests: about 3 minutes the first time."
	@PROPTEST_RNG_SEED=1 cargo test --quiet --locked $(NATIVELY)

# There are few of them, which are built sooner than they are optimised.
test-wasm: $(TOOLS)/ready browsers ## Run the unit tests that need a browser
	@echo "Running the browser tests of the SPA's parts: about 2 minutes the first time."
	@$(FOR_WASM) CARGO_PROFILE_DEV_OPT_LEVEL=0 CHROMEDRIVER=$(DRIVER) WASM_BINDGEN_TEST_TIMEOUT=120 \
	  cargo test --locked -p rostrum --target $(WASM) --lib --tests

test-types: node_modules/.package-lock.json ## Check the types of TypeScript and JavaScript
	@echo "Checking the types of TypeScript and JavaScript: some seconds."
	@tsc --project .

test-budget: spa ## Weigh WebAssembly, JavaScript and style
	@node tools/budget.mjs dist

size: $(TOOLS)/ready node_modules/.package-lock.json spa ## Say what each crate and each folder weighs in the WebAssembly (some minutes)
	@echo "Making the WebAssembly once more, with the names of its functions: some minutes."
	@$(FOR_SPA) cargo build --quiet --locked --offline --release -p rostrum --features split --target $(WASM)
	@NAMES=1 node tools/webassembly.mjs target/$(WASM)/release/rostrum-app.wasm target/size
	@node tools/weigh.mjs target/size
	@node tools/history.mjs dist

test-pages: build browsers ## Check every page, feed and sitemap against its standards, without scripts
	@echo "Checking what is written as HTML and XML: a minute or two."
	@playwright test --project pages

test-e2e: build single package target/hosted/ready browsers servers ## Make the visitors' journeys in Chromium and Firefox
	@echo "Making the visitors' journeys in Chromium and Firefox: some minutes."
	@playwright test --project chromium --project firefox

test-wagtail: build $(WAGTAIL)/ready browsers ## Make journeys in a site of Wagtail that has pieces in its pages
	@echo "Making journeys in a site of Wagtail: a minute or two."
	@playwright test --project wagtail-chromium --project wagtail-firefox

$(WAGTAIL)/ready: $(WAGTAIL)/venv/ready $(shell find tests/wagtail integrations/wagtail -name '*.py' 2>/dev/null) | dist/index.html
	@rm -f $(WAGTAIL)/*.sqlite3
	@$(WAGTAIL)/venv/bin/python tests/wagtail/manage.py migrate --verbosity 0
	@$(WAGTAIL)/venv/bin/python tests/wagtail/manage.py furnish
	@touch $@

$(WAGTAIL)/venv/ready: tests/wagtail/requirements.txt
	@python3 -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "The tests need Python 3.11 or newer with venv. Install it (Debian: apt install python3-venv), and run make again."; exit 1; }
	@echo "Fetching Wagtail into $(WAGTAIL): some seconds."
	@python3 -m venv --clear $(WAGTAIL)/venv
	@$(WAGTAIL)/venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

# ---- Random visitors

soak: build browsers ## Let random visitors work over 10,000 releases while answers fail, for MINUTES (60), from SEED on
	@MINUTES=$(MINUTES) SEED=$(SEED) KIND=$(KIND) playwright test --project soak

# ---- Fuzzing

# Coverage-guided, by the flags that cargo-fuzz sets and the stable compiler takes too.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS := page wxr wp-rest jsonapi feed ninjs newsml-g2 json-ld csv markdown html body yaml bundle search
FUZZ_HOST = $(shell rustc --print host-tuple)
COVERAGE := -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
  -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
  -Cllvm-args=-sanitizer-coverage-trace-compares

fuzz: $(TOOLS)/rust ## Feed broken input to every reader, FUZZ_SECONDS (60) for each of FUZZ_TARGETS
	@command -v c++ >/dev/null || { \
	  echo "Fuzzing needs a C++ compiler. Install one (Debian: apt install g++), and run make again."; exit 1; }
	@echo "Building the fuzzer: about 3 minutes the first time."
	@RUSTFLAGS="$(COVERAGE)" cargo build --quiet --release --manifest-path fuzz/Cargo.toml \
	  --target $(FUZZ_HOST) --target-dir target/fuzz
	@for target in $(FUZZ_TARGETS); do \
	  echo "Fuzzing $$target for $(FUZZ_SECONDS) seconds."; \
	  mkdir -p target/fuzz/corpus/$$target tests/fixtures/fuzz/$$target; \
	  ROSTRUM_FUZZ=$$target target/fuzz/$(FUZZ_HOST)/release/fuzz target/fuzz/corpus/$$target \
	    tests/fixtures/fuzz/$$target tests/fixtures/import tests/fixtures/bundle \
	    -artifact_prefix=tests/fixtures/fuzz/$$target/ -max_total_time=$(FUZZ_SECONDS) \
	    -timeout=10 -rss_limit_mb=1024 -max_len=65536 >target/fuzz/$$target.log 2>&1 || { \
	    tail -n 40 target/fuzz/$$target.log; \
	    echo "A mistake was found. The input stands in tests/fixtures/fuzz/$$target; give it a name that says what it is, mend the reader, and keep it as a test."; \
	    exit 1; }; \
	  rmdir tests/fixtures/fuzz/$$target 2>/dev/null || true; \
	done
	@echo "Trying 10,000 new cases of every property: some minutes."
	@PROPTEST_CASES=10000 cargo test --quiet --locked $(NATIVELY)

# ---- Measurements

bench: bench-bundle bench-menu bench-mounts bench-timeline bench-search bench-paint bench-profile bench-wagtail bench-peers ## Measure what a bundle, the menu, a piece, the timeline, a search and a first visit cost, and what peers cost (an hour)

bench-bundle: $(TOOLS)/ready ## Measure the bundle at three sizes, and write docs/benchmarks.md
	@test -x /usr/bin/time || { \
	  echo "The measurements need GNU time. Install it (Debian: apt install time), and run make again."; exit 1; }
	@cargo build --quiet --locked --profile native -p rostrum-bundler
	@node bench/bundle.mjs target/native/rostrum

bench-search: build node_modules/.package-lock.json ## Measure what a search costs and finds, with Pagefind and MiniSearch beside it (RELEASES=1000,1000000: in archives of these sizes; QUICK=1: nothing written)
	@test -x /usr/bin/time || { \
	  echo "The measurements need GNU time. Install it (Debian: apt install time), and run make again."; exit 1; }
	@cargo build --quiet --locked --profile native -p rostrum-bundler
	@CHROMIUM=$(CHROMIUM) RELEASES=$(RELEASES) QUICK=$(QUICK) node bench/search.mjs target/native/rostrum

bench-menu: build node_modules/.package-lock.json ## Measure how long the menu takes to answer, the CPU slowed
	@CHROMIUM=$(CHROMIUM) node bench/menu.mjs dist

bench-mounts: build node_modules/.package-lock.json ## Measure what stays in memory after 1,000 pieces, and after 1,000 pages
	@CHROMIUM=$(CHROMIUM) node bench/mounts.mjs dist

bench-timeline: build node_modules/.package-lock.json ## Measure how long a long timeline takes to answer, the CPU slowed
	@CHROMIUM=$(CHROMIUM) node bench/timeline.mjs dist

bench-peers: build node_modules/.package-lock.json bench/peers/node_modules/.package-lock.json ## Measure the same site by React and by Solid beside it (QUICK=1: few samples, nothing written)
	@CHROMIUM=$(CHROMIUM) QUICK=$(QUICK) node bench/peers.mjs dist

bench/peers/node_modules/.package-lock.json: bench/peers/package.json bench/peers/package-lock.json
	@echo "Fetching React, Solid and what builds them: some seconds."
	@npm ci --prefix bench/peers --ignore-scripts --loglevel=error >/dev/null
	@touch $@

bench-profile: build node_modules/.package-lock.json ## Measure where the time of a first visit goes, step by step
	@CHROMIUM=$(CHROMIUM) node bench/profile.mjs dist

bench-paint: build node_modules/.package-lock.json ## Measure how soon a first visit shows something, on a slowed phone; with Lighthouse
	@CHROMIUM=$(CHROMIUM) node bench/paint.mjs dist

bench-wagtail: build $(WAGTAIL)/ready ## Measure what Lighthouse gives a page of Wagtail with pieces and without
	@CHROMIUM=$(CHROMIUM) node bench/wagtail.mjs

# ---- House

format: ## Write the Rust sources in the house's format
	@cargo fmt --all

clean: ## Remove what was built; the tools stay
	@rm -rf dist $(HOSTING) $(SINGLE) $(PACKAGE) $(PACKAGE).zip target test-results playwright-report
	@echo "Removed what was built. The tools in $(TOOLS) and node_modules stay; remove them by hand."
