/*
 * Out of memory: every allocation of govpub, of libxml2 and of jansson fails
 * in turn, once alone and once with all that follow.  Each time the answer is
 * GP_NOMEM, or the very bytes that a run with enough memory gives; nothing
 * crashes, and the sanitised build sees that nothing leaks.
 *
 * Linked with --wrap for malloc, calloc and realloc (Makefile).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <jansson.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "govpub.h"

enum { PATH_SIZE = 512, PATIENCE = 60 };

/* ---- allocations that fail ---- */

static struct {
	bool armed, for_good;
	size_t at, seen;
	bool in_xml; /* it was libxml2 that met the first fault */
} plan;

void *
__real_malloc(size_t size);
void *
__real_calloc(size_t count, size_t size);
void *
__real_realloc(void *old, size_t size);
void *
__wrap_malloc(size_t size);
void *
__wrap_calloc(size_t count, size_t size);
void *
__wrap_realloc(void *old, size_t size);

static bool
fails(void)
{
	if (!plan.armed)
		return false;
	plan.seen++;
	return plan.for_good ? plan.seen >= plan.at : plan.seen == plan.at;
}

void *
__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return fails() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *old, size_t size)
{
	return fails() ? NULL : __real_realloc(old, size);
}

/* libxml2 does not pass every lack of memory on: what it then says is an
   error, but may be another one. */
static bool
fails_in_xml(void)
{
	bool failed = fails();

	plan.in_xml |= failed && plan.seen == plan.at;
	return failed;
}

static void *
xml_malloc(size_t size)
{
	return fails_in_xml() ? NULL : __real_malloc(size);
}

static void *
xml_realloc(void *old, size_t size)
{
	return fails_in_xml() ? NULL : __real_realloc(old, size);
}

static char *
xml_copy(const char *s)
{
	size_t n = strlen(s) + 1;
	char *copy = xml_malloc(n);

	if (copy)
		memcpy(copy, s, n);
	return copy;
}

/* libxml2 tells a handler about lack of memory; its own would print. */
static void
say_nothing(void *context, const char *fmt, ...)
{
	(void)context;
	(void)fmt;
}

/* ---- what the libraries themselves leak then ---- */

/* libxml2 2.9 an element that cannot go on its list; cairo 1.16 names of fonts
   when its output fails; fontconfig the configuration that cairo has it read
   after a failure.  Stacks end at the last two, so their objects are not
   followed here; the sanitised runs of the program follow them. */
GP_API const char *
__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:xmlTextWriterStartElement\n"
	       "leak:libcairo.so\n"
	       "leak:libfontconfig.so\n";
}

/* ---- what is run ---- */

static char folder[PATH_SIZE];
static struct gp_settings settings = { .data = ".", .date = "2015-09-25" };

static const char article[] =
	"Department publishes its report\n"
	"\n"
	"Written by: Jane Smith\n"
	"Published 23 September 2015\n"
	"\n"
	"The Department for Examples (DfE) has published its yearly report.\n"
	"\n"
	"1. What was done\n"
	"\n"
	"It was \"a good year\", the minister said - one of many.\n"
	"\n"
	"* first, caf\xC3\xA9s\n"
	"* second, the rest\n"
	"\n"
	"Share this page\n"
	"Related links\n"
	"Another page of ours\n"
	"Yet another page of ours\n";

/* A run from settings to bytes; `what` is a format. */
typedef bool
runner(const char *what, struct gp_bytes *out, struct gp_diag *d,
       struct gp_err *e);

static bool
print_doc(const char *format, struct gp_bytes *out, struct gp_diag *d,
          struct gp_err *e)
{
	const struct gp_doc *doc = gp_doc_read(&settings, "a.txt", article,
	                                       sizeof article - 1, d, e);
	bool ok = doc && gp_doc_print(doc, format, false, out, e);

	gp_doc_free(doc);
	return ok;
}

static bool
write_pack(const char *format, struct gp_bytes *out, struct gp_diag *d,
           struct gp_err *e)
{
	struct gp_pack *pack = gp_pack_open(&settings, d, e);
	bool ok = pack && gp_write(&settings, pack, format, NULL, out, d, e);

	gp_pack_free(pack);
	return ok;
}

/* The codes of what is found in a file that is kept.  Where libxml2 met the
   fault, what it says may be a finding: then nothing is compared. */
static bool
look(const char *path, struct gp_bytes *out, struct gp_diag *d,
     struct gp_err *e)
{
	struct gp_bytes bytes = { NULL, 0 };
	const struct gp_finding *f;
	struct gp_buf codes = { .max = 0 };
	size_t i;
	bool ok = gp_read(path, 1 << 20, &bytes, e) &&
	          gp_check(path, bytes.data, bytes.size, d, e);

	for (i = 0; d && (f = gp_diag_at(d, i)) != NULL; i++)
		gp_buf_puts(&codes, f->code);
	gp_bytes_free(&bytes);
	ok = ok && gp_buf_ok(&codes, e) && !plan.in_xml;
	if (ok)
		*out = gp_buf_take(&codes);
	gp_buf_free(&codes);
	return ok;
}

static struct gp_bytes
with_enough(runner *run, const char *what)
{
	struct gp_bytes out = { NULL, 0 };
	struct gp_err e = { 0 };
	struct gp_diag *d = gp_diag_new();

	if (!run(what, &out, d, &e))
		fail_msg("%s: %s: %s", what, e.file, e.msg);
	gp_diag_free(d);
	return out;
}

/* One run in which allocation `at` fails; false when it never came to it. */
static bool
one_fault(runner *run, const char *what, const struct gp_bytes *want)
{
	struct gp_bytes out = { NULL, 0 };
	struct gp_err e = { 0 };
	struct gp_diag *d = gp_diag_new();
	bool ok, reached;

	plan.seen = 0;
	plan.in_xml = false;
	plan.armed = true;
	/* A loop that waits for a buffer that cannot grow ends the test. */
	(void)alarm(PATIENCE);
	ok = run(what, &out, d, &e);
	plan.armed = false;
	reached = plan.seen >= plan.at;
	if (!ok && e.code != GP_NOMEM && !plan.in_xml)
		fail_msg("%s, allocation %zu%s: \"%s\" is no word of memory",
		         what, plan.at, plan.for_good ? " and on" : "", e.msg);
	if (ok && (out.size != want->size ||
	           (out.size && memcmp(out.data, want->data, out.size) != 0)))
		fail_msg("%s, allocation %zu%s: other bytes, and no error",
		         what, plan.at, plan.for_good ? " and on" : "");
	if (!ok)
		assert_null(out.data);
	gp_bytes_free(&out);
	gp_diag_free(d);
	return reached;
}

/* Each of the first allocations, then ever fewer of them. */
static size_t
next_of(size_t at, size_t dense)
{
	return at < dense ? at + 1 : at + 1 + at / 40;
}

static void
each_allocation(runner *run, const char *what, size_t dense)
{
	struct gp_bytes want = with_enough(run, what);
	size_t faults = 0;
	int mode;

	for (mode = 0; mode < 2; mode++) {
		plan.for_good = mode == 1;
		for (plan.at = 1; one_fault(run, what, &want);
		     plan.at = next_of(plan.at, dense))
			faults++;
	}
	assert_true(faults > 20);
	gp_bytes_free(&want);
}

static void
printers(void **state)
{
	static const char *const formats[] = { "json", "text",    "tree",
		                               "html", "explain", "rules" };
	size_t i;

	(void)state;
	settings.folder = NULL;
	for (i = 0; i < sizeof formats / sizeof *formats; i++)
		each_allocation(print_doc, formats[i], 1000);
}

static void
epub(void **state)
{
	(void)state;
	settings.folder = folder;
	each_allocation(write_pack, "epub", 1000);
}

static void
atom(void **state)
{
	(void)state;
	settings.folder = folder;
	each_allocation(write_pack, "atom", 1000);
}

static void
pdf(void **state)
{
	(void)state;
	settings.folder = folder;
	each_allocation(write_pack, "pdf", 100);
}

static void
checks(void **state)
{
	(void)state;
	each_allocation(look, "tests/fuzz/seeds/fuzz_check/epub", 300);
	each_allocation(look, "tests/fuzz/seeds/fuzz_check/feed", 300);
	each_allocation(look, "tests/fuzz/seeds/fuzz_check/pdf-packed", 300);
}

static void
diag(void **state)
{
	(void)state;
	plan.for_good = true;
	for (plan.at = 1; plan.at < 3; plan.at++) {
		plan.seen = 0;
		plan.armed = true;
		assert_null(gp_diag_new());
		plan.armed = false;
	}
}

/* ---- the folder ---- */

static void
put(const char *name, const char *text)
{
	char path[2 * PATH_SIZE];
	FILE *f;

	(void)snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(text, 1, strlen(text), f), strlen(text));
	assert_int_equal(fclose(f), 0);
}

static int
set_up(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	(void)snprintf(folder, sizeof folder, "%s/govpub-oom-XXXXXX",
	               tmp ? tmp : "/tmp");
	if (!mkdtemp(folder))
		return -1;
	put("a.txt", article);
	put("pack.yaml", "title: A pack\nsections: [One]\narticles:\n"
	                 "  - file: a.txt\n    section: One\n");
	json_set_alloc_funcs(__wrap_malloc, free);
	xmlSetGenericErrorFunc(NULL, say_nothing);
	return xmlMemSetup(free, xml_malloc, xml_realloc, xml_copy);
}

static int
tear_down(void **state)
{
	char path[2 * PATH_SIZE];

	(void)state;
	(void)snprintf(path, sizeof path, "%s/a.txt", folder);
	(void)unlink(path);
	(void)snprintf(path, sizeof path, "%s/pack.yaml", folder);
	(void)unlink(path);
	return rmdir(folder);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(printers), cmocka_unit_test(epub),
		cmocka_unit_test(atom),     cmocka_unit_test(pdf),
		cmocka_unit_test(diag),     cmocka_unit_test(checks),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
