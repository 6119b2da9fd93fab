/* Making a document, noting repairs (by name) and warnings on it; and the
   account of lines: each that is not blank is in the body, in a field or in
   dropped[], and none is in the body and dropped.  It judges no text: what
   goes where is decided by the passes. */
#include "normalise/doc_making.h"

#include "base/utf8.h"
#include "model/walk.h"

#include <stdlib.h>

struct gp_doc *
gp_doc_new(size_t limit)
{
	struct gp_arena *a = gp_arena_new(limit);
	struct gp_doc *doc = a ? gp_arena_alloc(a, sizeof *doc) : NULL;

	if (doc)
		doc->body = gp_node_new(a, GP_BODY, (struct gp_span){ 0, 0 });
	if (!doc || !doc->body) {
		gp_arena_free(a);
		return NULL;
	}
	doc->arena = a;
	return doc;
}

/* Kept by name, so that reports do not depend on the order of passes. */
void
gp_doc_repair(struct gp_doc *doc, const char *name, size_t n)
{
	struct gp_repair **at = &doc->repairs, *r;
	struct gp_str key = gp_str(name);

	if (n == 0)
		return;
	while (*at && gp_str_cmp((*at)->name, key) < 0)
		at = &(*at)->next;
	if (!*at || !gp_str_eq((*at)->name, key)) {
		r = gp_arena_alloc(doc->arena, sizeof *r);
		if (!r)
			return;
		r->name = key;
		r->next = *at;
		*at = r;
	}
	(*at)->count += n;
}

void
gp_doc_warn(struct gp_doc *doc, const char *code, unsigned line,
            const char *fmt, ...)
{
	struct gp_warning *w = gp_arena_alloc(doc->arena, sizeof *w);
	char text[1024];
	va_list args;

	if (!w)
		return;
	va_start(args, fmt);
	gp_vformat(text, sizeof text, fmt, args);
	va_end(args);
	w->code = code;
	w->line = line;
	w->text = gp_arena_cstr(doc->arena, text);
	if (doc->last_warning)
		doc->last_warning->next = w;
	else
		doc->warnings = w;
	doc->last_warning = w;
}

/* ---- accounting ---- */

enum account_place {
	NOWHERE = 0,
	IN_BODY = 1,
	IN_METADATA = 2,
	IN_DROPPED = 4
};

static void
mark_lines(unsigned char *used, size_t n, struct gp_span at,
           enum account_place place)
{
	size_t i;

	for (i = at.first; i && i <= at.last && i <= n; i++)
		used[i - 1] |= (unsigned char)place;
}

static void
mark_all(const struct gp_doc *doc, unsigned char *used)
{
	struct gp_walk w = gp_walk_from(doc->body);
	const struct gp_dropped *d;
	size_t n = doc->n_lines;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && w.node != doc->body)
			mark_lines(used, n, w.node->at, IN_BODY);
	mark_lines(used, n, doc->title.at, IN_METADATA);
	mark_lines(used, n, doc->standfirst.at, IN_METADATA);
	mark_lines(used, n, doc->byline.at, IN_METADATA);
	mark_lines(used, n, doc->date.at, IN_METADATA);
	mark_lines(used, n, doc->url.at, IN_METADATA);
	for (d = doc->dropped; d; d = d->next)
		mark_lines(used, n, d->at, IN_DROPPED);
}

static const char *
fault_of(unsigned char used, struct gp_str line)
{
	if ((used & IN_BODY) && (used & IN_DROPPED))
		return "is both in the body and dropped";
	return used == NOWHERE && !gp_utf8_blank(line) ? "is lost" : NULL;
}

bool
gp_doc_account(const struct gp_doc *doc, struct gp_err *e)
{
	unsigned char *used = calloc(doc->n_lines + 1, 1);
	const char *fault = NULL;
	size_t i;

	if (!used)
		return gp_fail(e, GP_NOMEM, "out of memory");
	mark_all(doc, used);
	for (i = 0; i < doc->n_lines && !fault; i++)
		fault = fault_of(used[i], doc->lines[i]);
	free(used);
	return !fault ||
	       gp_fail_at(e, GP_INTERNAL, doc->input.file.p, (unsigned)i, 0,
	                  "this line %s: a fault of govpub, please "
	                  "report it with the file",
	                  fault);
}
