# The few commands of the house. A fresh machine needs rustup's cargo, make, git and a C compiler; the rest is installed here.
.DEFAULT_GOAL := help
.PHONY: help serve build check program test lint bench release reproduce test-release tools browser load_test axe chromiums release_tools bare_root

CONTENT ?= content/ivanovo.toml
PORT ?= 8080
TARGET := wasm32-unknown-unknown
# What finds violations of accessibility; the tests look for this version too (`tests/browser/axe.rs`).
AXE := 4.14.1
AXE_SHA256 := e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: program ## build, serve, rebuild at every change; prints the address (PORT=8080 CONTENT=content/ivanovo.toml)
	cargo run --locked -- serve --content $(CONTENT) --port $(PORT) --sources .

build: program ## the whole site, into dist/ (URL=https://… where its address is known)
	cargo run --locked -- build --content $(CONTENT) $(if $(URL),--url $(URL))

check: program ## check the content file; nothing is built
	cargo run --quiet --locked -- check --content $(CONTENT)

program: tools ## the programs for the browser, into target/program/: what the tool carries
	cargo run --locked --package xtask -- program

# A test waits for its browser as often as it does something itself: two for each core.
test: browser axe chromiums lint ## everything: style, core, tool, pages, real browsers
	RUST_TEST_THREADS=$$((2 * $$(getconf _NPROCESSORS_ONLN))) cargo test --locked $(NATIVE)

# The programs for the browser are crates for it alone. The way from content to site is one for both.
NATIVE := --workspace --exclude navigator-guide --exclude guide-studio-app --exclude guide-studio-worker

lint: program ## formatting and clippy, for this machine and for the browser
	cargo fmt --all --check
	cargo clippy --locked $(NATIVE) --all-targets --features guide-cli/release -- -D warnings
	cargo clippy --locked --package navigator-guide --package guide-studio-app --target $(TARGET) -- -D warnings
	cargo clippy --locked --package guide-studio-worker --target $(TARGET) -- -D warnings

bench: program browser load_test ## the figures: what each page and asset weighs, how long a slow phone takes, what nginx serves under load
	@rm -rf target/bench
	cargo run --quiet --locked -- build --content $(CONTENT) --out target/bench
	cargo run --quiet --locked --package xtask -- weights
	cargo bench --quiet --locked --profile dev --package guide-cli --bench figures -- $(CURDIR)/target/bench

release: program release_tools ## what is handed out: guide, guide.exe, this guide's site as a zip, licences, sums; into release/
	cargo run --locked --package xtask -- release

# The same at another place, with nothing of what is there: programs, tools, site.
reproduce: release ## release/ once more from copied sources, which must give the same bytes
	cargo run --locked --package xtask -- reproduce

test-release: release bare_root ## what is handed out, where nothing else is: in an empty root, under Wine, as a package of cargo's
	cargo test --locked --package guide-cli --features release --test release

# What cargo itself does not fetch.
tools:
	@rustup target list --installed | grep -qx $(TARGET) || rustup target add $(TARGET)
	@rustup component list --installed | grep -q '^clippy' || rustup component add clippy rustfmt
	@rustup component list --installed | grep -q '^rust-src' || rustup component add rust-src

# The browsers that the tests drive, the hosts that serve to them, and the tools that read what they print, as command:package.
# CHROMIUM=/path and FIREFOX=/path name other browsers.
NEEDED := $(or $(CHROMIUM),chromium):chromium $(or $(FIREFOX),firefox-esr):firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb \
  nginx:nginx apache2:apache2 caddy:caddy python3:python3 pdftotext:poppler-utils pdftoppm:poppler-utils

browser:
	@$(call install,$(NEEDED))

load_test:
	@$(call install,wrk:wrk)

# The targets of the tool that is handed out, and what links it.
release_tools:
	@for target in x86_64-unknown-linux-musl x86_64-pc-windows-gnu; do rustup target list --installed | grep -qx $$target || rustup target add $$target; done
	@$(call install,musl-gcc:musl-tools x86_64-w64-mingw32-gcc:gcc-mingw-w64-x86-64)

# What tries it: Windows's programs on Linux, an empty root.
bare_root:
	@$(call install,wine:wine wine:wine64 unshare:util-linux chroot:coreutils apache2:apache2)

# The script that the accessibility tests put into the pages: a package of npm's, which stays below target/.
axe: target/tools/axe-$(AXE).min.js

target/tools/axe-$(AXE).min.js:
	@$(call install,npm:npm)
	@mkdir -p $(@D)
	@room=$$(mktemp -d) && trap 'rm -rf "$$room"' EXIT && \
	{ npm pack --silent --pack-destination "$$room" axe-core@$(AXE) >/dev/null || { echo "axe-core $(AXE) could not be fetched: npm needs the network, this once." >&2; exit 1; }; } && \
	cd "$$room" && { sha256sum axe-core-*.tgz 2>/dev/null || shasum -a 256 axe-core-*.tgz; } | grep -q '^$(AXE_SHA256) ' || { echo "What came as axe-core $(AXE) is not what the Makefile knows: its sum differs." >&2; exit 1; }; \
	cd "$$room" && tar xzf axe-core-*.tgz package/axe.min.js && mv package/axe.min.js $(CURDIR)/$@

# Chromiums of 2019, 2021 and 2022, as version:package@version:sum of the package. They come in packages of npm's, compressed by brotli,
# which node reads; the tests look for them below target/ too (`tests/browser/support/chromium.rs`).
CHROMIUMS := \
  75:chrome-aws-lambda@1.14.0:abdfb22978bb066b13a2c60c865668779db43855440ed9f02c8f7cbc54d7cde1 \
  92:chrome-aws-lambda@10.1.0:6745d06176d629be7021538a901a5a969f335c5a8c10a581b40862e7ed66996e \
  106:@sparticuz/chromium@106.0.2:4663c26edf8d2888a5dc6055799cfc90e5041449e11bd9f31cab560c086a93d8

chromiums: $(foreach each,$(CHROMIUMS),target/tools/chromium-$(firstword $(subst :, ,$(each))))

target/tools/chromium-%: pinned = $(subst :, ,$(filter $*:%,$(CHROMIUMS)))
target/tools/chromium-%:
	@$(call install,npm:npm)
	@mkdir -p $(@D)
	@room=$$(mktemp -d $(@D)/.chromium-XXXXXX) && trap 'rm -rf "$$room"' EXIT && \
	{ npm pack --silent --pack-destination "$$room" $(word 2,$(pinned)) >/dev/null || { echo "$(word 2,$(pinned)) could not be fetched: npm needs the network, this once." >&2; exit 1; }; } && \
	{ sha256sum "$$room"/*.tgz 2>/dev/null || shasum -a 256 "$$room"/*.tgz; } | grep -q '^$(word 3,$(pinned)) ' || { echo "What came as $(word 2,$(pinned)) is not what the Makefile knows: its sum differs." >&2; exit 1; }; \
	tar xzf "$$room"/*.tgz -C "$$room" && \
	node -e 'process.stdin.pipe(require("zlib").createBrotliDecompress()).pipe(process.stdout)' <"$$(ls "$$room"/package/bin/chromium*.br)" >"$$room"/chromium && \
	chmod +x "$$room"/chromium && mv "$$room"/chromium $@

# Installs, all at once, what is not there. Debian's web servers also start themselves as services, which nobody has asked for: those
# that were not there before are ended. (Servers live where the path of an ordinary user does not lead.)
define install
missing=; for each in $(1); do \
  PATH="$$PATH:/usr/sbin" command -v "$${each%:*}" >/dev/null || case " $$missing " in *" $${each##*:} "*) ;; *) missing="$$missing $${each##*:}";; esac; \
done; \
[ -z "$$missing" ] || { \
  if ! command -v apt-get >/dev/null; then echo "The tests need more than there is. Install what Debian calls:$$missing" >&2; exit 1; fi; \
  if [ "$$(id -u)" = 0 ]; then as=; elif command -v sudo >/dev/null; then as=sudo; \
  else echo "The tests need more than there is. Install it as root: apt-get install$$missing" >&2; exit 1; fi; \
  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing || exit 1; \
  for each in nginx apache2 caddy; do \
    case "$$missing " in *" $$each "*) { $$as systemctl disable --now $$each || $$as service $$each stop; } >/dev/null 2>&1 || :;; esac; \
  done; }
endef
