/*
 * Any bytes as a page: imported, normalised with the project's rules (once as
 * usual, once with everything kept) and given to each of the printers.  A
 * fault is a crash, an error that blames govpub itself, a tree that breaks the
 * content model, or something in it that a writer may not meet.
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
	fprintf(stderr, "fuzz_html: %s: %s\n", what, more);
	abort();
}

static bool
in_code(const struct gp_node *n)
{
	for (; n; n = n->parent)
		if (n->kind == GP_CODE_BLOCK || n->kind == GP_CODE)
			return true;
	return false;
}

static void
check_words(struct gp_str s, bool lines)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c == GP_UTF8_BAD)
			fault("words", "malformed UTF-8");
		if (lines && (c == '\n' || c == '\t'))
			continue;
		if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE ||
		    c == 0xFFFF)
			fault("words", "a character that must not be there");
	}
}

static void
check_node(const struct gp_node *n)
{
	check_words(gp_node_text(n), in_code(n));
	check_words(gp_node_figure(n)->image, false);
	check_words(gp_node_figure(n)->origin, false);
	check_words(gp_node_figure(n)->alt, false);
	check_words(gp_node_link(n)->target, false);
	check_words(gp_node_abbreviation(n)->expansion, false);
	check_words(n->lang, false);
	if (n->parent && !gp_kind_holds(n->parent->kind, n->kind))
		fault("content model", gp_kind_name(n->kind));
	if (n->kind == GP_TEXT && gp_node_text(n).n == 0)
		fault("body", "a text without words");
	if (gp_kind_group(n->kind) != GP_IS_INLINE || n->kind == GP_TEXT ||
	    n->kind == GP_BREAK)
		return;
	if (!n->first)
		fault("body", "an element without words");
}

static void
check_doc(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	const struct gp_dropped *d;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER)
			check_node(w.node);
	check_words(doc->title.text, false);
	check_words(doc->standfirst.text, false);
	check_words(doc->byline.text, false);
	check_words(doc->source.name, false);
	check_words(doc->url.text, false);
	for (d = doc->dropped; d; d = d->next)
		if (d->confidence < 85 || d->confidence > 100)
			fault("dropped", "without confidence");
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
	struct gp_source_bytes source = { .name = "fuzz.html",
		                          .data = bytes,
		                          .url = GP_STR(
						  "https://example.org/") };
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
