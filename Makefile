# govpub: `make help` lists what there is.
#
# Nothing is asked of the machine while this file is read, so that
# `make publish` can start on one that has git and make and no compiler.

VERSION := $(shell sed -n 's/^\#define GP_VERSION "\(.*\)"/\1/p' src/base/version.h)
SOVERSION := 1

# A variant is the same sources built another way, in a folder of its own:
#   strict   gcc, any warning is an error
#   clang    clang, any warning is an error
#   asan     with the address and undefined-behaviour sanitisers
#   tsan     with the thread sanitiser
#   fuzz     clang, sanitisers and libFuzzer
#   analyse  gcc -fanalyzer
VARIANT ?=
B := build$(if $(VARIANT),/$(VARIANT))

PREFIX ?= /usr/local
LIBDIR ?= $(PREFIX)/lib
DATADIR ?= $(PREFIX)/share/govpub
DESTDIR ?=
JOBS ?= $(shell nproc 2>/dev/null || echo 1)
FUZZ_SECONDS ?= 60
# Damaged inputs for each kind of source, in the same.
FUZZ_INPUTS ?= 10000
# SETUP=no: install nothing, take the machine as it is.
SETUP ?= yes
# V=1: print whole commands.
V ?=

# --- compilers and flags ----------------------------------------------------

ifeq ($(origin CC),default)
CC := gcc
endif
ifneq ($(filter clang fuzz,$(VARIANT)),)
CC := clang
endif

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wcast-qual -Wcast-align -Wpointer-arith -Wwrite-strings -Wformat=2 \
	-Wstrict-prototypes -Wmissing-prototypes -Wvla -Wundef -Wswitch-enum \
	-Wimplicit-fallthrough -Wnull-dereference
ifeq ($(findstring clang,$(CC)),)
WARN += -Wduplicated-cond -Wduplicated-branches -Wlogical-op
endif

SANITISE := -fsanitize=address,undefined -fno-sanitize-recover=all \
	-fno-omit-frame-pointer

# What a user may replace, as usual.
CFLAGS ?= -O2 -g
LDFLAGS ?=

# What each variant adds.
EXTRA_ := -fstack-protector-strong -D_FORTIFY_SOURCE=2
EXTRA_strict := $(EXTRA_) -Werror
EXTRA_clang := $(EXTRA_) -Werror
EXTRA_asan := -O1 $(SANITISE)
EXTRA_tsan := -O1 -fsanitize=thread -fno-omit-frame-pointer
EXTRA_fuzz := -O1 $(SANITISE) -fsanitize=fuzzer-no-link
EXTRA_analyse := -fanalyzer
EXTRA = $(EXTRA_$(VARIANT))
LINK_ := -Wl,--as-needed -Wl,-z,relro,-z,now
LINK_asan := $(SANITISE)
LINK_tsan := -fsanitize=thread
LINK_fuzz := $(SANITISE)
LINK = $(LINK_$(VARIANT))

PKGS := libzip libxml-2.0 cairo cairo-ft cairo-pdf harfbuzz harfbuzz-subset \
	freetype2 fribidi yaml-0.1 jansson libdeflate nettle libpcre2-8 md4c \
	libpng libturbojpeg libwebp libwebpdemux

# pkg-config runs when the first recipe asks, by then it is installed. The
# libraries' headers are system headers: their warnings are not ours.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(patsubst -I%,-isystem%,$$(shell \
	pkg-config --cflags $(PKGS))))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(PKGS)))$(PKG_LIBS)
# Without a file for pkg-config: giflib, libunistring.
LIBS = $(PKG_LIBS) -lgif -lunistring -lpthread -lm
# What only tests are linked with: qpdf reads the PDFs independently, libhyphen
# divides the same words.
TEST_LIBS := -lcmocka -lqpdf -lhyphen

# -ffile-prefix-map: the same bytes whatever folder this is built in.
ALL_CFLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc -fPIC \
	-fvisibility=hidden -ffile-prefix-map=$(CURDIR)=. -MMD -MP \
	$(WARN) $(CPPFLAGS) $(CFLAGS) $(EXTRA)

# --- sources ----------------------------------------------------------------

CLI_SRC := $(sort $(wildcard src/main.c src/cli/*.c))
LIB_SRC := $(filter-out $(CLI_SRC),$(sort $(shell find src -name '*.c')))
# In tests/unit a source with a header of its name is a help for the others.
HELP_SRC := $(patsubst %.h,%.c,$(wildcard tests/unit/*.h))
UNIT_SRC := $(sort $(filter-out $(HELP_SRC),$(wildcard tests/unit/*.c)))
FAULT_SRC := $(sort $(wildcard tests/fault/*.c))
BENCH_SRC := $(sort $(wildcard tests/bench/*.c))
# Programs that tests/conform calls.
CONFORM_SRC := $(sort $(wildcard tests/conform/*.c))
# Programs that tests/eval calls.
EVAL_SRC := $(sort $(wildcard tests/eval/*.c))
# What runs them without libFuzzer.
REPLAY_SRC := tests/fuzz/replay.c tests/fuzz/mutate.c
FUZZ_SRC := $(sort $(filter-out $(REPLAY_SRC),$(wildcard tests/fuzz/*.c)))

LIB_OBJ := $(LIB_SRC:src/%.c=$(B)/obj/%.o)
CLI_OBJ := $(CLI_SRC:src/%.c=$(B)/obj/%.o)
TEST_OBJ := $(patsubst %.c,$(B)/obj/%.o,$(HELP_SRC) $(UNIT_SRC) \
	$(FAULT_SRC) $(BENCH_SRC) $(CONFORM_SRC) $(EVAL_SRC) $(FUZZ_SRC) \
	$(REPLAY_SRC))

Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-4s %s\n' $(1) $@)

PROGRAM := $(B)/govpub
ARCHIVE := $(B)/libgovpub.a
SHARED := $(B)/libgovpub.so

# tests/unit/test_buf.c is build/tests/unit_test_buf, tests/fuzz/fuzz_text.c
# build/tests/fuzz_fuzz_text: its corpus replayed, without libFuzzer.
test_program = $(patsubst tests/$(1)/%.c,$(B)/tests/$(1)_%,$(2))
UNIT_BIN := $(call test_program,unit,$(UNIT_SRC))
FAULT_BIN := $(call test_program,fault,$(FAULT_SRC))
REPLAY_BIN := $(call test_program,fuzz,$(FUZZ_SRC))
BENCH_BIN := $(call test_program,bench,$(BENCH_SRC))
CONFORM_BIN := $(call test_program,conform,$(CONFORM_SRC))
EVAL_BIN := $(call test_program,eval,$(EVAL_SRC))
FUZZERS := $(FUZZ_SRC:tests/fuzz/%.c=build/fuzz/%)

# --- the two commands -------------------------------------------------------

# The parts that must not overlap run in makes of their own, as wide as the
# machine unless -j said otherwise.
SUBMAKE = $(MAKE) --no-print-directory \
	$(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))

.PHONY: all publish check golden bench grow fuzz threads analyse lint format install \
	uninstall clean help setup setup-test setup-deb objects tests fuzzers \
	dist deb

all: $(PROGRAM) $(if $(VARIANT),,$(SHARED))
	@:

publish: setup
	@$(SUBMAKE) all
	build/govpub publish

check: setup setup-test
	@$(SUBMAKE) all tests
	@$(SUBMAKE) VARIANT=asan all tests
	@tests/run $(TESTS)

# What `make check` runs. `asan:` runs a script with that variant's program.
SCRIPTS := $(sort $(wildcard $(foreach d,golden cli fault lint conform repro, \
	tests/$d/*.test)))
ASAN_SCRIPTS := $(filter tests/golden/% tests/cli/%,$(SCRIPTS))
in_asan = $(patsubst build/%,build/asan/%,$(1))
TESTS ?= $(UNIT_BIN) $(FAULT_BIN) $(call in_asan,$(UNIT_BIN) $(REPLAY_BIN)) \
	$(SCRIPTS) $(addprefix asan:,$(ASAN_SCRIPTS))

# --- setting a machine up ---------------------------------------------------

TOOLS := tests/tools/package.json tests/tools/package-lock.json \
	tests/tools/.npmrc

ifeq ($(SETUP),no)
setup setup-test: ;
else
setup:
	@.ci/packages packages.txt

setup-test: setup
	@.ci/packages packages-test.txt
	@$(MAKE) --no-print-directory build/tools/.installed
	@tests/tools/jars tests/tools/jars.lock build/tools || :
	@tests/tools/unpacked nginx build/tools || :
endif

# The validators that Debian does not have, at the versions of the lock file.
build/tools/.installed: $(TOOLS)
	mkdir -p build/tools
	cp $(TOOLS) build/tools
	cd build/tools && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

# --- building ---------------------------------------------------------------

# One clear sentence instead of a screen of missing headers.
build/.libraries: packages.txt
	@command -v pkg-config >/dev/null && \
	pkg-config --print-errors --exists $(PKGS) || { \
	echo 'A library is missing: run make setup, or install packages.txt.' >&2; \
	exit 1; }
	@mkdir -p $(@D)
	@touch $@

$(B)/obj/%.o: src/%.c Makefile | build/.libraries
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) $(PKG_CFLAGS) -c -o $@ $<

$(B)/obj/tests/%.o: tests/%.c Makefile | build/.libraries
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -Itests -Itests/unit $(PKG_CFLAGS) -c -o $@ $<

define ARCHIVE_THEM
$(call say,AR)
$(Q)rm -f $@
$(Q)$(AR) rcsD $@ $^
endef

define LINK_SHARED
$(call say,LINK)
$(Q)$(CC) -shared -Wl,-soname,libgovpub.so.$(SOVERSION) -Wl,-z,defs \
	$(LINK) $(LDFLAGS) -o $@ $^ $(LIBS)
endef

define LINK_PROGRAM
$(call say,LINK)
$(Q)$(CC) $(LINK) $(LDFLAGS) -o $@ $^ $(LIBS)
endef

$(ARCHIVE): $(LIB_OBJ)
	$(ARCHIVE_THEM)

$(SHARED): $(LIB_OBJ)
	$(LINK_SHARED)

$(PROGRAM): $(CLI_OBJ) $(ARCHIVE)
	$(LINK_PROGRAM)

# --- test programs ----------------------------------------------------------

tests: $(UNIT_BIN) $(FAULT_BIN) $(CONFORM_BIN) $(EVAL_BIN) $(REPLAY_BIN)
	@:

HELP := $(B)/tests/libhelp.a
LINK_TEST = $(Q)mkdir -p $(@D) && \
	$(CC) $(LINK) $(LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIBS)

$(HELP): $(HELP_SRC:%.c=$(B)/obj/%.o)
	$(call say,AR)
	$(Q)mkdir -p $(@D)
	$(Q)rm -f $@
	$(Q)$(AR) rcsD $@ $^

$(UNIT_BIN): $(B)/tests/unit_%: $(B)/obj/tests/unit/%.o $(HELP) $(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

# Its allocations fail on purpose.
$(B)/tests/unit_test_oom: LINK += \
	-Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

$(FAULT_BIN): $(B)/tests/fault_%: $(B)/obj/tests/fault/%.o $(HELP) $(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

$(CONFORM_BIN): $(B)/tests/conform_%: $(B)/obj/tests/conform/%.o $(HELP) \
		$(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

$(EVAL_BIN): $(B)/tests/eval_%: $(B)/obj/tests/eval/%.o $(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

$(BENCH_BIN): $(B)/tests/bench_%: $(B)/obj/tests/bench/%.o $(HELP) $(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

$(REPLAY_BIN): $(B)/tests/fuzz_%: $(B)/obj/tests/fuzz/%.o \
		$(REPLAY_SRC:%.c=$(B)/obj/%.o) $(HELP) $(ARCHIVE)
	$(call say,LINK)
	$(LINK_TEST)

fuzzers: $(FUZZERS)

build/fuzz/%: build/fuzz/obj/tests/fuzz/%.o build/fuzz/tests/libhelp.a \
		build/fuzz/libgovpub.a
	$(call say,LINK)
	$(Q)$(CC) $(LINK) -fsanitize=fuzzer $(LDFLAGS) -o $@ $^ $(TEST_LIBS) $(LIBS)

# Every object and no program: for compilers that only look.
objects: $(LIB_OBJ) $(CLI_OBJ) $(TEST_OBJ)

# --- more tests -------------------------------------------------------------

# Rewrites the expected files; read their diff before it is committed.
golden: all
	@for t in tests/golden/*.test; do \
		GOLDEN=write GOVPUB=build/govpub $$t || exit 1; done

# What is measured against, from lock files. Without npm, pip, cargo or go the
# figures of govpub stand alone.
BENCH_READERS := $(addprefix tests/bench/readers/,package.json \
	package-lock.json .npmrc)
build/bench/readers/.installed: $(BENCH_READERS)
	mkdir -p build/bench/readers
	cp $(BENCH_READERS) build/bench/readers
	cd build/bench/readers && npm ci --ignore-scripts --no-audit --no-fund
	touch $@

# dom_smoothie wants a cargo of 2025 or later, which Debian 12 has not:
# whatever cargo is found is asked. Resiliparse comes as it was built.
SMOOTHIE := $(addprefix tests/bench/readers/,pin smoothie/Cargo.toml \
	smoothie/crates.lock smoothie/src/main.rs)
build/bench/smoothie/.installed: $(SMOOTHIE)
	mkdir -p build/bench/smoothie/src
	cp $(filter-out %.rs,$(SMOOTHIE)) build/bench/smoothie
	cp $(filter %.rs,$(SMOOTHIE)) build/bench/smoothie/src
	cd build/bench/smoothie && ./pin crates.lock && \
		cargo build -q --release --locked
	touch $@

# Two readers of feeds want a cargo and a go of 2025 as well.
FEED_RS := $(addprefix tests/bench/readers/,pin feed_rs/Cargo.toml \
	feed_rs/feed_crates.lock feed_rs/read_feed.rs)
build/bench/feed_rs/.installed: $(FEED_RS)
	mkdir -p build/bench/feed_rs
	cp $(FEED_RS) build/bench/feed_rs
	cd build/bench/feed_rs && ./pin feed_crates.lock && \
		cargo build -q --release --locked
	touch $@

GOFEED := $(addprefix tests/bench/readers/gofeed/,go.mod go.sum readfeed.go)
build/bench/gofeed/.installed: $(GOFEED)
	mkdir -p build/bench/gofeed
	cp $(GOFEED) build/bench/gofeed
	cd build/bench/gofeed && go build -mod=readonly
	touch $@

build/bench/python/.installed: tests/bench/readers/requirements.txt
	python3 -m pip install -q --require-hashes --only-binary :all: \
		--upgrade --target build/bench/python -r $<
	touch $@

bench: all $(BENCH_BIN)
	@$(if $(filter no,$(SETUP)),:,.ci/packages packages-bench.txt || :)
	@$(if $(filter no,$(SETUP)),:,$(MAKE) --no-print-directory -k \
		$(addsuffix /.installed,$(addprefix build/bench/, \
		readers smoothie feed_rs gofeed python)) || :)
	@GOVPUB=build/govpub tests/bench/all $(BENCH_BIN) \
		$(sort $(wildcard tests/bench/*.bench))

# A long series is as quick to release into as a short one, and no construct of
# a source costs more than its size.
grow: all
	@GOVPUB=build/govpub tests/bench/series.grow
	@GOVPUB=build/govpub tests/grow/constructs.grow

# Those that begin with the bytes of a source.
SOURCE_REPLAY := $(addprefix build/asan/tests/fuzz_fuzz_,feed html mail \
	markdown text zip)

fuzz: setup setup-test
	@$(SUBMAKE) VARIANT=fuzz fuzzers
	@for f in $(FUZZERS:build/fuzz/%=%); do \
		mkdir -p build/fuzz/corpus/$$f tests/fuzz/seeds/$$f; \
		echo "$$f: $(FUZZ_SECONDS) s"; \
		build/fuzz/$$f -max_total_time=$(FUZZ_SECONDS) -timeout=20 \
			-artifact_prefix=build/fuzz/$$f- \
			build/fuzz/corpus/$$f tests/fuzz/seeds/$$f || exit 1; done
	@$(SUBMAKE) VARIANT=asan $(SOURCE_REPLAY)
	@for f in $(SOURCE_REPLAY); do \
		echo "$$f: $(FUZZ_INPUTS) damaged inputs"; \
		$$f -m $(FUZZ_INPUTS) >build/fuzz/damaged.log 2>&1 || { \
			tail -40 build/fuzz/damaged.log; exit 1; }; done
	FAULT_KILLS=300 FAULT_SEED=$$$$ tests/run tests/fault/random_kills.test

# Whatever works on several threads, under the sanitiser for that.
THREAD_BIN := $(addprefix build/tsan/tests/unit_test_,tasks two_writers \
	many_readers)

threads: setup setup-test
	@$(SUBMAKE) VARIANT=tsan $(THREAD_BIN)
	@tests/run $(THREAD_BIN)

analyse:
	@$(SUBMAKE) VARIANT=analyse objects

lint: setup setup-test
	@$(SUBMAKE) all
	@tests/run $(filter tests/lint/%,$(SCRIPTS))

# Lays the C sources out as tests/lint/format.test wants them.
format:
	clang-format-14 -i $$(find src tests -name '*.[ch]')

# --- installing -------------------------------------------------------------

BIN := $(DESTDIR)$(PREFIX)/bin
LIB := $(DESTDIR)$(LIBDIR)
INC := $(DESTDIR)$(PREFIX)/include
MAN := $(DESTDIR)$(PREFIX)/share/man
DATA := $(wildcard styles fonts schemas)

# What is installed is linked once more, with the data folder compiled in. The
# tree's own program stays as it is: it may be at work.
I := $(B)/installed
I_OBJ := $(filter-out %/base/host.o,$(LIB_OBJ)) $(I)/host.o

$(I)/datadir: FORCE
	@mkdir -p $(@D)
	@echo '$(DATADIR)' | cmp -s - $@ || echo '$(DATADIR)' >$@

$(I)/host.o: src/base/host.c $(I)/datadir Makefile | build/.libraries
	$(call say,CC)
	$(Q)$(CC) $(ALL_CFLAGS) -DGP_DATADIR='"$(DATADIR)"' $(PKG_CFLAGS) -c -o $@ $<

$(I)/libgovpub.a: $(I_OBJ)
	$(ARCHIVE_THEM)

$(I)/libgovpub.so: $(I_OBJ)
	$(LINK_SHARED)

$(I)/govpub: $(CLI_OBJ) $(I)/libgovpub.a
	$(LINK_PROGRAM)

# Man pages of the commands, and completions.
PAPERS := $(B)/papers
SHELLS := $(DESTDIR)$(PREFIX)/share
BASH_TO := $(SHELLS)/bash-completion/completions
ZSH_TO := $(SHELLS)/zsh/$(if $(filter /usr,$(PREFIX)),vendor-completions,site-functions)
FISH_TO := $(SHELLS)/fish/vendor_completions.d

$(PAPERS)/table: $(PROGRAM) src/cli/papers src/cli/papers.awk src/govpub.1
	$(call say,DOC)
	$(Q)src/cli/papers $(PROGRAM) $(PAPERS)

install: $(I)/govpub $(I)/libgovpub.so $(PAPERS)/table
	install -d $(BIN) $(LIB)/pkgconfig $(INC) $(MAN)/man1 $(MAN)/man3
	install -m 755 $(I)/govpub $(BIN)/govpub
	install -m 644 $(I)/libgovpub.a $(LIB)/libgovpub.a
	install -m 644 $(I)/libgovpub.so $(LIB)/libgovpub.so.$(VERSION)
	ln -sf libgovpub.so.$(VERSION) $(LIB)/libgovpub.so.$(SOVERSION)
	ln -sf libgovpub.so.$(SOVERSION) $(LIB)/libgovpub.so
	install -m 644 src/govpub.h $(INC)/govpub.h
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|' \
		-e 's|@DATADIR@|$(DATADIR)|; s|@VERSION@|$(VERSION)|' \
		-e 's|@LIBS@|$(strip $(LIBS))|' govpub.pc.in >$(LIB)/pkgconfig/govpub.pc
	install -m 644 src/govpub.1 $(MAN)/man1/govpub.1
	install -m 644 $(PAPERS)/man/*.1 $(MAN)/man1
	install -m 644 src/libgovpub.3 $(MAN)/man3/libgovpub.3
	install -D -m 644 $(PAPERS)/bash/govpub $(BASH_TO)/govpub
	install -D -m 644 $(PAPERS)/zsh/_govpub $(ZSH_TO)/_govpub
	install -D -m 644 $(PAPERS)/fish/govpub.fish $(FISH_TO)/govpub.fish
	for f in $(if $(DATA),$$(find $(DATA) -type f)); do \
		install -D -m 644 $$f $(DESTDIR)$(DATADIR)/$$f || exit 1; done

uninstall:
	rm -f $(BIN)/govpub $(INC)/govpub.h $(LIB)/libgovpub.a \
		$(LIB)/libgovpub.so $(LIB)/libgovpub.so.$(SOVERSION) \
		$(LIB)/libgovpub.so.$(VERSION) $(LIB)/pkgconfig/govpub.pc \
		$(MAN)/man1/govpub.1 $(MAN)/man1/govpub-*.1 \
		$(MAN)/man3/libgovpub.3 $(BASH_TO)/govpub $(ZSH_TO)/_govpub \
		$(FISH_TO)/govpub.fish
	rm -rf $(DESTDIR)$(DATADIR)

# --- packages ---------------------------------------------------------------

# What is committed, with the commit's time: the same bytes wherever it is made.
DIST := govpub-$(VERSION)
DIST_TO ?= build/dist
dist:
	@mkdir -p $(DIST_TO)
	git archive --format=tar --prefix=$(DIST)/ HEAD | gzip -9n \
		>$(DIST_TO)/$(DIST).tar.gz

# In a copy of the same, so that nothing is built beside the sources. The lists
# of packages are those of debian/control: Debian's own tools ask for them.
DEB := build/deb
deb: setup-deb dist
	@rm -rf $(DEB)
	@mkdir -p $(DEB)
	@tar -xzf $(DIST_TO)/$(DIST).tar.gz -C $(DEB)
	cd $(DEB)/$(DIST) && dpkg-buildpackage -us -uc -b -j$(JOBS)
	lintian --pedantic --info --fail-on error,warning $(DEB)/*.changes

ifeq ($(SETUP),no)
setup-deb: ;
else
setup-deb: setup
	@.ci/packages packages-deb.txt
endif

clean:
	rm -rf build out

help:
	@echo 'make              build build/govpub and the library'
	@echo 'make publish      install what is missing, build, content/ -> out/'
	@echo 'make check        install what is missing, run every test'
	@echo 'make lint         only tests/lint'
	@echo 'make golden       rewrite the expected files of tests/golden'
	@echo 'make bench        time and memory'
	@echo 'make grow         the time of a release into 10 to 2,500 packs'
	@echo 'make tests        build the programs of the tests, run none'
	@echo 'make fuzzers VARIANT=fuzz   build the libFuzzer targets, run none'
	@echo 'make fuzz         libFuzzer, FUZZ_SECONDS=$(FUZZ_SECONDS) a target, and'
	@echo '                  FUZZ_INPUTS=$(FUZZ_INPUTS) damaged sources of a kind'
	@echo 'make threads      tests that use threads, with the thread sanitiser'
	@echo 'make analyse      build with gcc -fanalyzer'
	@echo 'make format       lay the C sources out'
	@echo 'make install      PREFIX=$(PREFIX) DESTDIR=$(DESTDIR)'
	@echo 'make uninstall    take away what install put there'
	@echo 'make dist         what is committed, as build/dist/$(DIST).tar.gz'
	@echo 'make deb          Debian packages in build/deb/, looked at by lintian'
	@echo 'make clean        remove build/ and out/'
	@echo 'SETUP=no installs nothing; V=1 prints commands; TESTS="..." names tests.'
	@echo 'VARIANT=strict, clang, asan, fuzz or analyse builds in build/VARIANT.'

# Prints a variable, for the tests: make -s show-WARN.
show-%:
	@echo '$($*)'

FORCE:

.DELETE_ON_ERROR:
-include $(patsubst %.o,%.d,$(LIB_OBJ) $(I)/host.o $(CLI_OBJ) $(TEST_OBJ))
