/* Bytes through the importers: see imported.h. */
#include "imported.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "model/walk.h"
#include "normalise/rules/rules.h"
#include "pack/pictures.h"
#include "report/printer.h"

#include <stdio.h>
#include <stdlib.h>

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "imported: %s: %s\n", what, more);
	abort();
}

/* The leak checker knows it as still in use. */
const struct gp_rules *
imported_rules(void)
{
	static struct gp_rules *compiled;
	struct gp_bytes tsv = { NULL, 0 };
	struct gp_err e = { 0 };

	if (compiled)
		return compiled;
	if (gp_read("styles/boilerplate.tsv", GP_MAX_STYLE_BYTES, &tsv, &e))
		compiled = gp_rules_new(
			"styles/boilerplate.tsv",
			(struct gp_str){ (const char *)tsv.data, tsv.size },
			NULL, &e);
	gp_bytes_free(&tsv);
	if (!compiled)
		fault("no rules", e.msg);
	return compiled;
}

/* Well-formed UTF-8 without anything that XML 1.0 forbids. */
static void
check_words(struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c == GP_UTF8_BAD)
			fault("words", "malformed UTF-8");
		if ((c < 0x20 && c != '\n' && c != '\t') ||
		    (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF)
			fault("words", "a character that must not be there");
	}
}

static void
check_doc(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	size_t i;

	while (gp_walk_next(&w)) {
		const struct gp_node *n = w.node;

		check_words(gp_node_text(n));
		check_words(gp_node_label(n));
		check_words(gp_node_figure(n)->image);
		check_words(gp_node_figure(n)->alt);
		check_words(gp_node_link(n)->target);
		check_words(gp_node_abbreviation(n)->expansion);
		if (n->parent && !gp_kind_holds(n->parent->kind, n->kind))
			fault("body", "a node where none may stand");
		if (gp_str_starts(gp_node_figure(n)->image, GP_STR("data:")))
			fault("figure", "data in its address");
	}
	check_words(doc->title.text);
	check_words(doc->standfirst.text);
	check_words(doc->byline.text);
	check_words(doc->source.name);
	check_words(doc->url.text);
	check_words(doc->section.text);
	for (i = 0; i < doc->n_tags; i++)
		check_words(doc->tags[i]);
}

static void
print(const struct gp_doc *doc)
{
	const struct gp_printer *const *p;

	for (p = gp_printers; *p; p++) {
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };

		if (!(*p)->print(doc, false, &out, &e))
			fault((*p)->name, e.msg);
		gp_buf_free(&out);
	}
}

static bool
is_expected(const struct gp_err *e)
{
	return e->code == GP_INPUT || e->code == GP_LIMIT ||
	       e->code == GP_SYNTAX;
}

static void
check_article(struct gp_pictures *pictures, const struct gp_articles *all,
              const struct gp_draft *draft)
{
	struct gp_picture_place place = { .pictures = pictures,
		                          .all = all,
		                          .draft = draft,
		                          .path = draft->input.file.p };
	struct gp_picture_names names = { gp_pictures_take, &place };
	struct gp_normaliser how = { .rules = imported_rules() };
	struct gp_err e = { 0 };
	struct gp_unpictured *u = gp_normalise_words(draft, &how, &e);
	const struct gp_doc *doc =
		u ? gp_normalise_pictures(u, &names, &e) : NULL;

	if (doc) {
		check_doc(doc);
		print(doc);
	} else if (!is_expected(&e)) {
		fault("no document", e.msg);
	}
	gp_doc_free(doc);
}

bool
imported(const char *name, struct gp_str bytes, struct gp_articles *all,
         struct gp_diag *d, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name, .data = bytes };

	return gp_import_all(&source, all, d, e);
}

void
imported_check(const char *name, struct gp_str bytes)
{
	struct gp_pictures pictures;
	struct gp_articles all;
	struct gp_err e = { 0 };
	size_t i;

	if (!gp_pictures_open(&pictures, &e))
		fault("pictures", e.msg);
	if (!imported(name, bytes, &all, NULL, &e) && !is_expected(&e))
		fault("import", e.msg);
	for (i = 0; i < all.count; i++)
		check_article(&pictures, &all, all.drafts[i]);
	gp_articles_free(&all);
	gp_pictures_free(&pictures);
}

struct gp_buf
imported_words(const struct gp_draft *draft)
{
	const struct gp_draft_block *b;
	struct gp_buf out = { .max = 0 };

	for (b = draft->first; b; b = b->next) {
		if (b->why.n || b->raw.n == 0)
			continue;
		if (out.len)
			gp_buf_putc(&out, ' ');
		gp_buf_str(&out, b->raw);
	}
	gp_buf_putc(&out, '\0');
	return out;
}
