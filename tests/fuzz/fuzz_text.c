/*
 * Any bytes through the plain-text path: decoded, imported, normalised with
 * the project's rules (once as usual, once with everything kept) and given to
 * each of the printers.  A fault is a crash, an error that
 * blames govpub itself, or a document with something in it that a writer may
 * not meet.
 */
#include "base/utf8.h"
#include "imported.h"
#include "model/walk.h"
#include "import/import.h"
#include "normalise/normalise.h"
#include "report/printer.h"

#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "fuzz_text: %s: %s\n", what, more);
	abort();
}

/* What writers rely on: well-formed UTF-8 without control characters or
   anything else that XML 1.0 forbids. */
static void
check_words(struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c == GP_UTF8_BAD)
			fault("words", "malformed UTF-8");
		if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE ||
		    c == 0xFFFF)
			fault("words", "a character that must not be there");
	}
}

static void
check_doc(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	size_t i;

	while (gp_walk_next(&w)) {
		check_words(gp_node_text(w.node));
		check_words(gp_node_label(w.node));
		if (w.node->kind == GP_TEXT && gp_node_text(w.node).n == 0)
			fault("body", "a text without words");
	}
	check_words(doc->title.text);
	check_words(doc->standfirst.text);
	check_words(doc->byline.text);
	check_words(doc->source.name);
	check_words(doc->url.text);
	for (i = 0; i < doc->byline.n_authors; i++)
		check_words(doc->byline.authors[i].role);
	for (i = 0; i < doc->n_short_forms; i++)
		check_words(doc->short_forms[i].full);
	if (doc->date.date.precision != GP_NO_DATE &&
	    !gp_date_valid(&doc->date.date))
		fault("date", "no such day");
}

static void
print(const struct gp_doc *doc, const struct gp_printer *printer)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	if (!printer->print(doc, false, &out, &e))
		fault(printer->name, e.msg);
	gp_buf_free(&out);
}

static void
run(struct gp_str bytes, bool keep_all)
{
	struct gp_source_bytes source = { .name = "fuzz.txt", .data = bytes };
	struct gp_normaliser how = { .rules = imported_rules(),
		                     .keep_all = keep_all };
	struct gp_err e = { 0 };
	struct gp_draft *draft = gp_import(&source, NULL, &e);
	const struct gp_doc *doc = draft ? gp_normalise(draft, &how, &e) : NULL;
	const struct gp_printer *const *p;

	gp_draft_free(draft);
	if (doc) {
		check_doc(doc);
		for (p = gp_printers; *p; p++)
			print(doc, *p);
	} else if (e.code != GP_INPUT && e.code != GP_LIMIT) {
		fault("no document", e.msg);
	}
	gp_doc_free(doc);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str bytes = { (const char *)data, size };

	run(bytes, false);
	run(bytes, true);
	return 0;
}
