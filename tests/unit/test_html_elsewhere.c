/*
 * Pages whose text stands where no browser shows it at once: in <noscript> and
 * in the data of scripts.  It is read when nothing else holds it, and said.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <time.h>

#include "base/limits.h"
#include "govpub.h"
#include "import/import.h"

#define ONE                                                               \
	"The harbour is to be dredged in March, when the eels have left " \
	"it, and not before, the board said on Monday. "
#define LONG ONE ONE ONE ONE

/* All lines that stay, and the first warning. */
struct result {
	struct gp_buf lines;
	struct gp_str code;
	struct gp_diag *diag;
};

static void
read_page(struct gp_str page, struct result *r)
{
	struct gp_source_bytes source = { .name = "a.html", .data = page };
	struct gp_err e = { 0 };
	struct gp_draft *d;
	const struct gp_draft_block *b;
	const struct gp_finding *f;
	size_t i;

	*r = (struct result){ .diag = gp_diag_new() };
	d = gp_import(&source, r->diag, &e);
	for (b = d ? d->first : NULL; b; b = b->next)
		if (b->why.n == 0) {
			gp_buf_str(&r->lines, b->raw);
			gp_buf_putc(&r->lines, '\n');
		}
	if (!d)
		gp_buf_puts(&r->lines, e.msg);
	for (i = 0; (f = gp_diag_at(r->diag, i)) && r->code.n == 0; i++)
		if (f->level == GP_WARNING)
			r->code = gp_str(f->code);
	gp_draft_free(d);
}

static void
check(const char *page, const char *lines, const char *code)
{
	struct result r;

	read_page(gp_str(page), &r);
	if (!gp_str_eq(gp_buf_view(&r.lines), gp_str(lines)))
		fail_msg("%.*s is not %s", (int)r.lines.len, r.lines.data,
		         lines);
	assert_true(gp_str_eq(r.code, gp_str(code)));
	gp_buf_free(&r.lines);
	gp_diag_free(r.diag);
}

static void
noscript(void **state)
{
	(void)state;
	check("<html><body><div id=a></div><noscript><p>" LONG "</noscript>",
	      ONE ONE ONE "The harbour is to be dredged in March, when the "
	                  "eels have left it, and not before, the board said "
	                  "on Monday.\n",
	      "text-in-noscript");
	/* The page has an article. */
	check("<html><body><p>One paragraph that anybody sees, of a page which "
	      "has hardly more to say than that, and yet it is its own text "
	      "and no notice of a browser, so that it stays as it is.</p>"
	      "<noscript><p>" ONE "</noscript>",
	      "One paragraph that anybody sees, of a page which has hardly "
	      "more to say than that, and yet it is its own text and no notice "
	      "of a browser, so that it stays as it is.\n",
	      "");
}

/* What a reading says that is not kept is not said. */
static void
trial_claims_nothing(void **state)
{
	struct gp_source_bytes source = {
		.name = "a.html",
		.data = GP_STR(
			"<html><head><meta name=description content='The eels "
			"have left the harbour early, say those who count "
			"them.'></head><body><header><h1>Harbour</h1><div>The "
			"eels have left the harbour early, say those who "
			"count them.</div></header><article><p>" ONE "<p>" ONE
			"<p>" ONE "<p>" ONE "<p>" ONE
			"</article><noscript>" LONG "</noscript>")
	};
	struct gp_err e = { 0 };
	struct gp_draft *d = gp_import(&source, NULL, &e);
	const struct gp_claim *c;
	size_t n = 0;

	(void)state;
	assert_non_null(d);
	for (c = d->claims; c; c = c->next)
		n += c->kind == GP_CLAIM_STANDFIRST &&
		     gp_str_eq(c->from, GP_STR("lead"));
	assert_int_equal(n, 1);
	gp_draft_free(d);
}

#define LINE                                                              \
	"The harbour is to be dredged in March, when the eels have left " \
	"it, and not before, the board said on Monday."
#define LINES4 LINE "\n" LINE "!\n" LINE "?\n" LINE "..\n"
#define TEXTS(q)                                                               \
	"[{" q "text" q ":" q LINE q "},{" q "text" q ":" q LINE "!" q "},{" q \
	"text" q ":" q LINE "?" q "},{" q "text" q ":" q LINE ".." q "}]"

static void
data(void **state)
{
	(void)state;
	check("<html><body><script type=application/json>" TEXTS(
		      "\"") "</script>",
	      LINES4, "text-in-data");
	check("<html><body><script>if (a(b)) c={d:1}; e = " TEXTS(
		      "\"") "; f = {\"g\": 1,}</script>",
	      LINES4, "text-in-data");
	check("<html><body><script>a=JSON.parse(\"" TEXTS(
		      "\\\"") "\")</script>",
	      LINES4, "text-in-data");
	check("<html><body><script>{\"a\":{\"body\":\"<p>" LINE "<\\/p><p>" LINE
	      "!<p>" LINE "?<p>" LINE "..\"}}</script>",
	      LINES4, "text-in-data");
	/* Each text once. */
	check("<html><body><script>{\"a\":" TEXTS("\"") ",\"b\":" TEXTS(
		      "\"") "}</script>",
	      LINES4, "text-in-data");
}

#define RUNS(kind, q)                                                      \
	"{" kind "\"text\":\"The eels \"},{" kind "\"text\":\"have left\"" \
	"},{" kind "\"text\":\" the harbour on Monday, as all of them do " \
	"every year in March, the board said at noon" q "\"}"
#define RUNS4(before, kind, after)                                    \
	before RUNS(kind, ".") after "," before RUNS(kind, "!") after \
		"," before                                            \
		RUNS(kind, "?") after "," before                      \
		RUNS(kind, "..") after
#define ALL(q)                                                               \
	"The eels have left the harbour on Monday, as all of them do every " \
	"year in March, the board said at noon" q "\n"
#define ALL4 ALL(".") ALL("!") ALL("?") ALL("..")

/* What editors keep in runs is one paragraph, however often a run's words
   are said elsewhere. */
static void
runs_of_a_paragraph(void **state)
{
	(void)state;
	check("<html><body><script>x=[" RUNS4(
		      "{\"type\":\"paragraph\",\"content\":[",
		      "\"type\":\"text\",", "]}") "]</script>",
	      ALL4, "text-in-data");
	check("<html><body><script>x=[" RUNS4(
		      "{\"_type\":\"block\",\"children\":[",
		      "\"_type\":\"span\",", "]}") "]</script>",
	      ALL4, "text-in-data");
	check("<html><body><script>x=[" RUNS4("{\"children\":[", "",
	                                      "]}") "]</script>",
	      ALL4, "text-in-data");
	/* A link in it. */
	check("<html><body><script>x=[" RUNS4(
		      "{\"type\":\"p\",\"content\":[{\"type\":\"link\","
		      "\"content\":[",
		      "\"type\":\"text\",", "]}]}") "]</script>",
	      ALL4, "text-in-data");
}

/* Runs may be called `data`; with several articles it is the page's own. */
static void
one_of_several(void **state)
{
	(void)state;
	check("<html><head><title>Eels leave the harbour early - Courier"
	      "</title></head><body><script>x={\"a\":{\"head\":\"Cod is "
	      "dearer than it ever was\",\"json\":[" RUNS4(
		      "{\"type\":\"p\",\"children\":[", "\"type\":\"text\",",
		      "]}") "]},\"b\":{\"head\":\"Eels leave the harbour "
	                    "early\",\"json\":[{\"type\":\"p\",\"children\":["
	                    "{\"type\":\"text\",\"data\":\"" LINE "\"}]},{"
	                    "\"type\":\"p\",\"children\":[{\"type\":\"text\","
	                    "\"data\":\"" LINE "!\"}]},{\"type\":\"p\","
	                    "\"children\":[{\"type\":\"text\",\"data\":\"" LINE
	                    "?\"}]},{\"type\":\"p\",\"children\":[{\"type\":"
	                    "\"text\",\"data\":\"" LINE "..\"}]}]}}</script>",
	      LINES4, "text-in-data");
}

static void
nothing_to_read(void **state)
{
	(void)state;
	check("<html><body><script>a = b()</script>",
	      "holds no text; if a browser shows any, a script has made it: "
	      "save it from there",
	      "");
	check("<html><body>",
	      "holds no text; take it away, or skip it in pack.yaml", "");
	/* Sentences of a program, each by a name of its own. */
	check("<html><body><script>{\"a\":\"" LINE "\",\"b\":\"" LINE "\"}"
	      "</script>",
	      "holds no text; if a browser shows any, a script has made it: "
	      "save it from there",
	      "");
}

/* What was read is not read again from its middle. */
static void
no_script_takes_long(void **state)
{
	static const char *const pieces[] = { "={\"", "=[", "={\":\"", "(\"{",
		                              "=[1,{\"a\":" };
	clock_t began = clock();
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		struct gp_buf page = { .max = GP_MAX_HTML_BYTES };
		struct result r;

		gp_buf_puts(&page, "<html><body><script>");
		for (n = 0; n < 300000; n++)
			gp_buf_puts(&page, pieces[i]);
		read_page(gp_buf_view(&page), &r);
		gp_buf_free(&r.lines);
		gp_diag_free(r.diag);
		gp_buf_free(&page);
	}
	assert_true(clock() - began < 5 * CLOCKS_PER_SEC);
}

/* What a list holds has the list's name, however long that is. */
static void
no_name_takes_long(void **state)
{
	clock_t began = clock();
	struct gp_buf page = { .max = GP_MAX_HTML_BYTES };
	struct result r;
	int i;

	(void)state;
	gp_buf_puts(&page, "<html><body><script>={\"");
	for (i = 0; i < 100000; i++)
		gp_buf_putc(&page, 'x');
	gp_buf_puts(&page, "\":[");
	for (i = 0; i < 4000; i++)
		gp_buf_puts(&page, "\"a b c d e f g h.\",");
	gp_buf_puts(&page, "\"\"]}</script>");
	read_page(gp_buf_view(&page), &r);
	gp_buf_free(&r.lines);
	gp_diag_free(r.diag);
	gp_buf_free(&page);
	assert_true(clock() - began < 2 * CLOCKS_PER_SEC);
}

/* What is not looked at is said. */
static void
large_script(void **state)
{
	struct gp_buf page = { .max = GP_MAX_HTML_BYTES };
	struct result r;
	size_t i;

	(void)state;
	gp_buf_puts(&page, "<html><body><p>" LINE "</p><script>x=\"");
	for (i = 0; i < GP_MAX_SCRIPT_DATA; i++)
		gp_buf_putc(&page, 'x');
	gp_buf_puts(&page, "\"</script>");
	read_page(gp_buf_view(&page), &r);
	assert_true(gp_str_eq(r.code, GP_STR("script-data-large")));
	gp_buf_free(&r.lines);
	gp_diag_free(r.diag);
	gp_buf_free(&page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(noscript),
		cmocka_unit_test(trial_claims_nothing),
		cmocka_unit_test(data),
		cmocka_unit_test(runs_of_a_paragraph),
		cmocka_unit_test(one_of_several),
		cmocka_unit_test(nothing_to_read),
		cmocka_unit_test(no_script_takes_long),
		cmocka_unit_test(no_name_takes_long),
		cmocka_unit_test(large_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
