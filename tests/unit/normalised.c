/* Texts through the plain-text path: see normalised.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#include "base/buf.h"
#include "base/limits.h"
#include "import/import.h"
#include "model/node_words.h"
#include "normalise/rules/rules.h"

struct gp_rules *
rules_of(const char *tsv, struct gp_err *e)
{
	struct gp_bytes file = { NULL, 0 };
	struct gp_rules *rules = NULL;

	if (tsv)
		return gp_rules_new("test.tsv", gp_str(tsv), NULL, e);
	if (gp_read("styles/boilerplate.tsv", GP_MAX_STYLE_BYTES, &file, e))
		rules = gp_rules_new(
			"styles/boilerplate.tsv",
			(struct gp_str){ (const char *)file.data, file.size },
			NULL, e);
	gp_bytes_free(&file);
	return rules;
}

static const struct gp_doc *
document_of(const char *name, struct gp_str text,
            const struct gp_normaliser *how, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name, .data = text };
	struct gp_draft *draft = gp_import(&source, NULL, e);
	const struct gp_doc *doc = draft ? gp_normalise(draft, how, e) : NULL;

	gp_draft_free(draft);
	return doc;
}

const struct gp_doc *
normalised_with(struct gp_str text, const struct gp_normaliser *how,
                struct gp_err *e)
{
	return document_of("test.txt", text, how, e);
}

const struct gp_doc *
normalised_as(const char *name, const char *text)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules };
	const struct gp_doc *doc = document_of(name, gp_str(text), &how, &e);

	gp_rules_free(rules);
	assert_string_equal(e.msg, "");
	assert_non_null(doc);
	return doc;
}

const struct gp_doc *
normalised(const char *text)
{
	return normalised_as("test.txt", text);
}

void
is_text(struct gp_str got, const char *want)
{
	assert_int_equal(got.n, strlen(want));
	if (got.n)
		assert_memory_equal(got.p, want, got.n);
}

const struct gp_node *
block_of(const struct gp_doc *doc, size_t i)
{
	const struct gp_node *n = doc->body->first;

	while (n && i-- > 0)
		n = n->next;
	assert_non_null(n);
	return n;
}

void
is_block(const struct gp_doc *doc, size_t i, enum gp_kind kind,
         const char *want)
{
	const struct gp_node *n = block_of(doc, i);
	struct gp_buf words = { .max = 0 };

	assert_string_equal(n ? gp_kind_name(n->kind) : "", gp_kind_name(kind));
	gp_node_words(n, &words);
	is_text(gp_buf_view(&words), want);
	gp_buf_free(&words);
}

size_t
blocks_of(const struct gp_doc *doc)
{
	const struct gp_node *n;
	size_t count = 0;

	for (n = doc->body->first; n; n = n->next)
		count++;
	return count;
}

size_t
warned(const struct gp_doc *doc, const char *code)
{
	const struct gp_warning *w;
	size_t count = 0;

	for (w = doc->warnings; w; w = w->next)
		count += strcmp(w->code, code) == 0;
	return count;
}

const struct gp_dropped *
dropped_at(const struct gp_doc *doc, unsigned line)
{
	const struct gp_dropped *d = doc->dropped;

	while (d && d->at.first != line)
		d = d->next;
	return d;
}

size_t
repaired(const struct gp_doc *doc, const char *name)
{
	const struct gp_repair *r = doc->repairs;

	while (r && !gp_str_eq(r->name, gp_str(name)))
		r = r->next;
	return r ? r->count : 0;
}
