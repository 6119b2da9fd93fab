/*
 * A document as JSON, for programs: the shape of schemas/document.schema.json
 * with keys in a fixed order.  Lists become blocks of type "list-item"; the
 * text of a block is its plain words.  It never asks the locale: jansson
 * writes numbers with a point.
 */
#include "model/pack.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "report/printer.h"

#include <jansson.h>

enum { INDENT = 1, DIGITS = 3 };

/* Values under way; any failure is remembered, and told once at the end. */
struct maker {
	bool failed;
	struct gp_buf words; /* of the block at hand */
	size_t depth;        /* of nested lists */
	struct gp_str label; /* of the item that comes next */
	bool ordered;
};

/* ---- values ---- */

static json_t *
sound(struct maker *m, json_t *value)
{
	if (!value)
		m->failed = true;
	return value;
}

/* Takes `value`. */
static void
put_json(struct maker *m, json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, sound(m, value)) != 0)
		m->failed = true;
}

static void
push_json(struct maker *m, json_t *array, json_t *value)
{
	if (json_array_append_new(array, sound(m, value)) != 0)
		m->failed = true;
}

/* A document's words are valid UTF-8: they are not checked again. */
static json_t *
string(struct gp_str s)
{
	return json_stringn_nocheck(s.p ? s.p : "", s.n);
}

static json_t *
string_or_null(struct gp_str s)
{
	return s.n ? string(s) : json_null();
}

/* Only when there is something to say. */
static void
put_given(struct maker *m, json_t *object, const char *key, struct gp_str s)
{
	if (s.n)
		put_json(m, object, key, string(s));
}

static void
put_lines(struct maker *m, json_t *object, struct gp_span at)
{
	json_t *lines;

	if (at.first == 0) {
		put_json(m, object, "lines", json_null());
		return;
	}
	lines = json_array();
	push_json(m, lines, json_integer(at.first));
	push_json(m, lines, json_integer(at.last));
	put_json(m, object, "lines", lines);
}

static json_t *
numbers(struct maker *m, const unsigned *values, size_t n)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < n; i++)
		push_json(m, array, json_integer(values[i]));
	return array;
}

/* ---- metadata ---- */

static json_t *
input(struct maker *m, const struct gp_input *in)
{
	json_t *o = json_object();

	put_json(m, o, "file", string(in->file));
	put_json(m, o, "sha256", json_string(in->sha256));
	put_json(m, o, "bytes", json_integer((json_int_t)in->bytes));
	put_json(m, o, "kind", string(in->kind));
	put_json(m, o, "encoding", string(in->encoding));
	put_json(m, o, "bom", json_boolean(in->bom));
	put_json(m, o, "final_newline", json_boolean(in->final_newline));
	if (in->controls_removed)
		put_json(m, o, "controls_removed",
		         json_integer((json_int_t)in->controls_removed));
	return o;
}

static json_t *
field_json(struct maker *m, const struct gp_field *f)
{
	json_t *o;

	if (f->text.n == 0)
		return json_null();
	o = json_object();
	put_json(m, o, "text", string(f->text));
	put_lines(m, o, f->at);
	return o;
}

static json_t *
standfirst(struct maker *m, const struct gp_standfirst *s)
{
	json_t *o;

	if (s->text.n == 0)
		return json_null();
	o = json_object();
	put_json(m, o, "text", string(s->text));
	put_lines(m, o, s->at);
	put_given(m, o, "confidence", s->confidence);
	put_given(m, o, "alternative", s->alternative);
	return o;
}

static json_t *
author(struct maker *m, const struct gp_author *a)
{
	json_t *o = json_object(), *roles;
	size_t i;

	put_json(m, o, "name", string(a->name));
	put_given(m, o, "suffix", a->suffix);
	put_json(m, o, "kind",
	         json_string(a->kind == GP_PERSON ? "person" : "organisation"));
	if (a->suffix.n)
		put_json(m, o, "display", string(a->display));
	put_json(m, o, "role", string_or_null(a->role));
	if (a->n_roles) {
		roles = json_array();
		for (i = 0; i < a->n_roles; i++)
			push_json(m, roles, string(a->roles[i]));
		put_json(m, o, "roles", roles);
	}
	put_given(m, o, "raw", a->raw);
	if (a->derived)
		put_json(m, o, "derived", json_true());
	return o;
}

static json_t *
byline(struct maker *m, const struct gp_byline *b)
{
	json_t *o, *authors;
	size_t i;

	if (b->text.n == 0)
		return json_null();
	o = json_object();
	put_json(m, o, "text", string(b->text));
	put_lines(m, o, b->at);
	authors = json_array();
	for (i = 0; i < b->n_authors; i++)
		push_json(m, authors, author(m, &b->authors[i]));
	put_json(m, o, "authors", authors);
	return o;
}

static json_t *
zone(const struct gp_date *d)
{
	int minutes = d->zone < 0 ? -d->zone : d->zone;

	if (!d->has_zone)
		return json_null();
	return json_sprintf("%c%02d:%02d", d->zone < 0 ? '-' : '+',
	                    minutes / 60, minutes % 60);
}

static json_t *
date(struct maker *m, const struct gp_dateline *d)
{
	static const char *const precisions[] = { "none", "year",   "month",
		                                  "day",  "minute", "second" };
	static const char *const roles[] = { "published", "modified",
		                             "aggregated" };
	json_t *o = json_object();
	char iso[GP_DATE_TEXT];

	if (d->date.precision == GP_NO_DATE) {
		put_json(m, o, "iso", json_null());
		put_json(m, o, "raw", json_null());
		return o;
	}
	gp_date_iso(&d->date, iso);
	put_json(m, o, "iso", json_string(iso));
	put_json(m, o, "precision", json_string(precisions[d->date.precision]));
	put_json(m, o, "zone", zone(&d->date));
	put_json(m, o, "role", json_string(roles[d->role]));
	put_json(m, o, "raw", string_or_null(d->raw));
	put_lines(m, o, d->at);
	return o;
}

static json_t *
candidates(struct maker *m, const struct gp_source *s)
{
	json_t *array = json_array(), *o;
	size_t i;

	for (i = 0; i < s->n_candidates; i++) {
		const struct gp_candidate *c = &s->candidates[i];

		o = json_object();
		put_json(m, o, "name", string(c->name));
		put_json(m, o, "evidence_lines",
		         numbers(m, c->lines, c->n_lines));
		push_json(m, array, o);
	}
	return array;
}

static json_t *
source(struct maker *m, const struct gp_source *s)
{
	json_t *o = json_object();

	put_json(m, o, "name", string_or_null(s->name));
	if (s->name.n) {
		put_json(m, o, "confidence", string(s->confidence));
		put_json(m, o, "evidence_lines",
		         numbers(m, s->evidence, s->n_evidence));
		return o;
	}
	put_json(m, o, "candidates", candidates(m, s));
	/* A label that says nothing. */
	if (s->n_evidence)
		put_lines(m, o,
		          (struct gp_span){ s->evidence[0],
		                            s->evidence[s->n_evidence - 1] });
	return o;
}

/* ---- blocks ---- */

static void
put_words(struct maker *m, json_t *o, const struct gp_node *n)
{
	gp_buf_clear(&m->words);
	gp_node_words(n, &m->words);
	put_json(m, o, "text", string(gp_buf_view(&m->words)));
}

/* The item whose first block this is lends it its label. */
static void
put_item(struct maker *m, json_t *o)
{
	put_json(m, o, "label", string(m->label));
	if (m->depth > 1)
		put_json(m, o, "depth", json_integer((json_int_t)m->depth));
}

static void
put_hints(struct maker *m, json_t *o, const struct gp_node *n)
{
	const struct gp_node_paragraph *p = gp_node_paragraph(n);

	if (p->run_in)
		put_json(m, o, "run_in",
		         string(gp_str_sub(gp_buf_view(&m->words), 0,
		                           p->run_in)));
	if (p->speech != GP_NO_SPEECH)
		put_json(m, o, "speech",
		         json_string(p->speech == GP_SPEECH_OPEN
		                             ? "open"
		                             : "continued"));
	if (p->leads_to_sections)
		put_json(m, o, "leads_to", json_string("numbered-sections"));
}

static json_t *
block(struct maker *m, const struct gp_node *n)
{
	bool item = n->parent->kind == GP_ITEM && !n->prev;
	json_t *o = json_object();

	put_json(m, o, "type",
	         json_string(gp_kind_name(item ? GP_ITEM : n->kind)));
	if (n->kind == GP_HEADING) {
		put_json(m, o, "level",
		         json_integer(gp_node_heading(n)->level));
		put_given(m, o, "label", gp_node_label(n));
	}
	if (item)
		put_item(m, o);
	put_given(m, o, "target", gp_node_figure(n)->image);
	put_words(m, o, n);
	put_lines(m, o, n->at);
	put_hints(m, o, n);
	return o;
}

/* Lists, items and quotes are told by the blocks in them. */
static bool
is_holder(enum gp_kind kind)
{
	return kind == GP_BODY || kind == GP_LIST || kind == GP_ITEM ||
	       kind == GP_QUOTE;
}

static json_t *
blocks(struct maker *m, const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	json_t *array = json_array();

	while (gp_walk_next(&w)) {
		bool enter = w.event == GP_ENTER;

		if (w.node->kind == GP_LIST)
			m->depth += enter ? 1 : (size_t)-1;
		if (!enter)
			continue;
		if (w.node->kind == GP_ITEM)
			m->label = gp_node_label(w.node);
		if (!is_holder(w.node->kind)) {
			push_json(m, array, block(m, w.node));
			gp_walk_skip(&w);
		}
	}
	return array;
}

/* ---- the account ---- */

static json_t *
abbreviations(struct maker *m, const struct gp_doc *doc)
{
	json_t *array = json_array(), *o;
	size_t i;

	for (i = 0; i < doc->n_short_forms; i++) {
		o = json_object();
		put_json(m, o, "short", string(doc->short_forms[i].brief));
		put_json(m, o, "long", string(doc->short_forms[i].full));
		put_json(m, o, "line", json_integer(doc->short_forms[i].line));
		push_json(m, array, o);
	}
	return array;
}

static json_t *
dropped(struct maker *m, const struct gp_doc *doc)
{
	json_t *array = json_array(), *o;
	const struct gp_dropped *d;

	for (d = doc->dropped; d; d = d->next) {
		o = json_object();
		put_lines(m, o, d->at);
		put_json(m, o, "raw", string(d->raw));
		put_json(m, o, "reason", string(d->reason));
		put_json(m, o, "rule", string(d->rule));
		put_json(m, o, "confidence", json_real(d->confidence / 100.0));
		push_json(m, array, o);
	}
	return array;
}

static const char *const claim_names[] = {
	[GP_CLAIM_TITLE] = "title",   [GP_CLAIM_STANDFIRST] = "standfirst",
	[GP_CLAIM_BYLINE] = "byline", [GP_CLAIM_DATE] = "date",
	[GP_CLAIM_SOURCE] = "source", [GP_CLAIM_URL] = "url",
	[GP_CLAIM_LANG] = "lang",     [GP_CLAIM_SECTION] = "section",
	[GP_CLAIM_TAG] = "tag",       [GP_CLAIM_ID] = "id",
};

/* What the source says of itself; only where it says anything. */
static json_t *
claims(struct maker *m, const struct gp_doc *doc)
{
	json_t *list = json_array(), *o;
	const struct gp_judged_claim *c;

	for (c = doc->claims; c; c = c->next) {
		o = json_object();
		put_json(m, o, "claim",
		         json_string(claim_names[c->said->kind]));
		put_json(m, o, "value", string(c->said->value));
		put_json(m, o, "from", string(c->said->from));
		put_json(m, o, "line",
		         c->said->line ? json_integer(c->said->line)
		                       : json_null());
		put_json(m, o, "taken", json_boolean(c->taken));
		push_json(m, list, o);
	}
	return list;
}

static json_t *
repairs(struct maker *m, const struct gp_doc *doc)
{
	json_t *o = json_object();
	const struct gp_repair *r;

	for (r = doc->repairs; r; r = r->next)
		put_json(m, o, r->name.p, json_integer((json_int_t)r->count));
	return o;
}

/* Sentences for people, and the codes of the same for programs. */
static void
put_warnings(struct maker *m, json_t *root, const struct gp_doc *doc)
{
	json_t *texts = json_array(), *codes = json_array();
	const struct gp_warning *w;

	for (w = doc->warnings; w; w = w->next) {
		push_json(m, texts, string(w->text));
		push_json(m, codes, json_string(w->code));
	}
	put_json(m, root, "warnings", texts);
	put_json(m, root, "warning_codes", codes);
}

static json_t *
document(struct maker *m, const struct gp_doc *doc)
{
	json_t *o = json_object();

	put_json(m, o, "govpub_model", json_string("1"));
	put_json(m, o, "input", input(m, &doc->input));
	put_json(m, o, "lang", string(doc->lang));
	put_json(m, o, "title", field_json(m, &doc->title));
	put_json(m, o, "standfirst", standfirst(m, &doc->standfirst));
	put_json(m, o, "byline", byline(m, &doc->byline));
	put_json(m, o, "date", date(m, &doc->date));
	put_json(m, o, "source", source(m, &doc->source));
	put_json(m, o, "url", field_json(m, &doc->url));
	put_json(m, o, "blocks", blocks(m, doc));
	put_json(m, o, "abbreviations", abbreviations(m, doc));
	put_json(m, o, "dropped", dropped(m, doc));
	if (doc->claims)
		put_json(m, o, "claims", claims(m, doc));
	put_json(m, o, "repairs", repairs(m, doc));
	put_warnings(m, o, doc);
	return o;
}

static int
to_buf(const char *data, size_t size, void *out)
{
	gp_buf_put(out, data, size);
	return 0;
}

static bool
print_json(const struct gp_doc *doc, bool colour, struct gp_buf *out,
           struct gp_err *e)
{
	struct maker m = { .failed = false };
	json_t *root = document(&m, doc);

	(void)colour;
	if (!root || m.words.failed != GP_OK)
		m.failed = true;
	if (!m.failed &&
	    json_dump_callback(root, to_buf, out,
	                       JSON_INDENT(INDENT) | JSON_PRESERVE_ORDER |
	                               JSON_REAL_PRECISION(DIGITS)) != 0)
		m.failed = true;
	gp_buf_putc(out, '\n');
	json_decref(root);
	gp_buf_free(&m.words);
	if (m.failed)
		return gp_fail(e, GP_NOMEM, "out of memory");
	return gp_buf_ok(out, e);
}

const struct gp_printer gp_print_json = { "json", print_json };
