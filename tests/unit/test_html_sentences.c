/*
 * Each page of tests/parse/standard.cases between two sentences of an article,
 * through import and normalisation: both stand in the document, whatever the
 * page left open.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "imported.h"
#include "samples.h"

#include "base/limits.h"
#include "model/node_words.h"

#define FIRST                                                                 \
	"The department said on Monday that it would publish its first plan " \
	"before the end of the year, and that councils would be asked."
#define LAST                                                                \
	"Ministers want every form to be online within two years, and the " \
	"last of them will be ready in the spring, the report says."

/* What holds the article, and each of its sentences. */
struct frame {
	const char *before, *opens, *closes, *after;
};

static const struct frame frames[] = {
	{ "<!DOCTYPE html><html><head><title>A title</title></head><body>"
	  "<article><h1>A title</h1>",
	  "<p>", "</p>", "</article></body></html>" },
	{ "<!DOCTYPE html><title>A title</title>", "<p>", "</p>", "" },
	{ "<html><body><h1>A title</h1>", "<div>", "</div>", "</body></html>" },
};

/* A shadow root without a slot: what its host holds is shown nowhere. */
static bool
hides_all(struct gp_str source)
{
	return gp_str_starts(source, GP_STR("<template shadowrootmode"));
}

/* Pages of which the standard's tree itself joins words that stand apart in the
   source, or that it takes words out of: the guard has to say so. */
static bool
loses(struct gp_str source)
{
	static const char *const pages[] = {
		"<a>x<svg><a>y</svg>z",
		"<table>a<tr>b<td>c</td>d</tr>e</table>f",
		"<table>a<td>b</td>c<td>d</table>e",
		"<template><col>a</template>b",
		"<svg><desc><b>a</desc>b</svg>c",
		"<svg><title><b>a</title>b</svg>c",
		"<svg><script>a<b></script>c</svg>d",
		"<svg><style>a<b>c</style></svg>d",
		NULL,
	};

	return gp_str_among(source, pages);
}

static struct gp_buf
page_of(const struct frame *f, struct gp_str source)
{
	struct gp_buf page = { .max = GP_MIB };

	gp_buf_printf(&page, "%s%s" FIRST "%s", f->before, f->opens, f->closes);
	gp_buf_str(&page, source);
	gp_buf_printf(&page, "%s" LAST "%s%s", f->opens, f->closes, f->after);
	return page;
}

static bool
has(const struct gp_buf *words, struct gp_str sentence)
{
	return gp_str_find(gp_buf_view(words), sentence, 0) < words->len;
}

static bool
is_listed(const struct gp_doc *doc, struct gp_str sentence)
{
	const struct gp_dropped *d = doc->dropped;

	while (d && gp_str_find(d->raw, sentence, 0) >= d->raw.n)
		d = d->next;
	return d != NULL;
}

static void
check_frame(const struct frame *f, const struct sample *s)
{
	struct gp_normaliser how = { .rules = imported_rules() };
	struct gp_buf page = page_of(f, s->source), words = { .max = GP_MIB };
	struct gp_source_bytes source = { .name = "a.html",
		                          .data = gp_buf_view(&page) };
	struct gp_err e = { 0 };
	struct gp_draft *draft = gp_import(&source, NULL, &e);
	const struct gp_doc *doc = draft ? gp_normalise(draft, &how, &e) : NULL;

	if (!doc) {
		fail_msg("%s:%u: %s", SAMPLES, s->line, e.msg);
		return;
	}
	gp_node_words(doc->body, &words);
	if (!has(&words, GP_STR(FIRST)) ||
	    (!s->is_cut && !has(&words, GP_STR(LAST))))
		fail_msg("%s:%u: a sentence is lost", SAMPLES, s->line);
	if (draft->lost.words && !s->is_cut && !loses(s->source))
		fail_msg("%s:%u: unaccounted: %s", SAMPLES, s->line,
		         draft->lost.quote.p);
	if (s->is_cut && !draft->lost.words && !has(&words, GP_STR(LAST)) &&
	    !is_listed(doc, GP_STR(LAST)))
		fail_msg("%s:%u: a loss that nobody told", SAMPLES, s->line);
	gp_buf_free(&words);
	gp_buf_free(&page);
	gp_doc_free(doc);
	gp_draft_free(draft);
}

static void
check(struct gp_arena *a, const struct sample *s)
{
	size_t i;

	(void)a;
	for (i = 0; !hides_all(s->source) && i < sizeof frames / sizeof *frames;
	     i++)
		check_frame(&frames[i], s);
}

static void
sentences_stay(void **state)
{
	(void)state;
	samples_each(check);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
