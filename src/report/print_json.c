/*
 * A document as JSON, for programs: the shape of schemas/document.schema.json
 * with keys in a fixed order.  Lists become blocks of type "list-item"; the
 * text of a block is its plain words.  It prints as it goes and keeps no tree
 * of values; how JSON is written it does not know.
 */
#include "base/text/json_out.h"
#include "model/pack.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "report/printer.h"

/* A document on its way out. */
struct maker {
	struct gp_json_out json;
	struct gp_buf words; /* of the block at hand */
	size_t depth;        /* of nested lists */
	struct gp_str label; /* of the item that comes next */
};

/* ---- values ---- */

static void
open_object(struct maker *m, const char *key)
{
	gp_json_key(&m->json, key);
	gp_json_open(&m->json, '{');
}

static void
close_object(struct maker *m)
{
	gp_json_close(&m->json, '}');
}

static void
open_array(struct maker *m, const char *key)
{
	gp_json_key(&m->json, key);
	gp_json_open(&m->json, '[');
}

static void
close_array(struct maker *m)
{
	gp_json_close(&m->json, ']');
}

static void
put_string(struct maker *m, const char *key, struct gp_str s)
{
	gp_json_key(&m->json, key);
	gp_json_string(&m->json, s);
}

static void
put_word(struct maker *m, const char *key, const char *word)
{
	put_string(m, key, gp_str(word));
}

static void
put_number(struct maker *m, const char *key, size_t n)
{
	gp_json_key(&m->json, key);
	gp_json_number(&m->json, (int64_t)n);
}

static void
put_bool(struct maker *m, const char *key, bool is)
{
	gp_json_key(&m->json, key);
	gp_json_bool(&m->json, is);
}

static void
put_null(struct maker *m, const char *key)
{
	gp_json_key(&m->json, key);
	gp_json_null(&m->json);
}

static void
put_string_or_null(struct maker *m, const char *key, struct gp_str s)
{
	if (s.n)
		put_string(m, key, s);
	else
		put_null(m, key);
}

/* Only when there is something to say. */
static void
put_given(struct maker *m, const char *key, struct gp_str s)
{
	if (s.n)
		put_string(m, key, s);
}

static void
put_numbers(struct maker *m, const char *key, const unsigned *values, size_t n)
{
	size_t i;

	open_array(m, key);
	for (i = 0; i < n; i++)
		gp_json_number(&m->json, values[i]);
	close_array(m);
}

static void
put_lines(struct maker *m, struct gp_span at)
{
	if (at.first == 0)
		put_null(m, "lines");
	else
		put_numbers(m, "lines", (unsigned[]){ at.first, at.last }, 2);
}

/* ---- metadata ---- */

static void
put_input(struct maker *m, const struct gp_input *in)
{
	open_object(m, "input");
	put_string(m, "file", in->file);
	put_word(m, "sha256", in->sha256);
	put_number(m, "bytes", in->bytes);
	put_string(m, "kind", in->kind);
	put_string(m, "encoding", in->encoding);
	put_bool(m, "bom", in->bom);
	put_bool(m, "final_newline", in->final_newline);
	if (in->controls_removed)
		put_number(m, "controls_removed", in->controls_removed);
	close_object(m);
}

static void
put_field(struct maker *m, const char *key, const struct gp_field *f)
{
	if (f->text.n == 0) {
		put_null(m, key);
		return;
	}
	open_object(m, key);
	put_string(m, "text", f->text);
	put_lines(m, f->at);
	close_object(m);
}

static void
put_standfirst(struct maker *m, const struct gp_standfirst *s)
{
	if (s->text.n == 0) {
		put_null(m, "standfirst");
		return;
	}
	open_object(m, "standfirst");
	put_string(m, "text", s->text);
	put_lines(m, s->at);
	put_given(m, "confidence", s->confidence);
	put_given(m, "alternative", s->alternative);
	close_object(m);
}

static void
put_roles(struct maker *m, const struct gp_author *a)
{
	size_t i;

	put_string_or_null(m, "role", a->role);
	if (a->n_roles == 0)
		return;
	open_array(m, "roles");
	for (i = 0; i < a->n_roles; i++)
		gp_json_string(&m->json, a->roles[i]);
	close_array(m);
}

static void
put_author(struct maker *m, const struct gp_author *a)
{
	gp_json_open(&m->json, '{');
	put_string(m, "name", a->name);
	put_given(m, "suffix", a->suffix);
	put_word(m, "kind", a->kind == GP_PERSON ? "person" : "organisation");
	if (a->suffix.n)
		put_string(m, "display", a->display);
	put_roles(m, a);
	put_given(m, "raw", a->raw);
	if (a->derived)
		put_bool(m, "derived", true);
	close_object(m);
}

static void
put_byline(struct maker *m, const struct gp_byline *b)
{
	size_t i;

	if (b->text.n == 0) {
		put_null(m, "byline");
		return;
	}
	open_object(m, "byline");
	put_string(m, "text", b->text);
	put_lines(m, b->at);
	open_array(m, "authors");
	for (i = 0; i < b->n_authors; i++)
		put_author(m, &b->authors[i]);
	close_array(m);
	close_object(m);
}

static void
put_zone(struct maker *m, const struct gp_date *d)
{
	int minutes = d->zone < 0 ? -d->zone : d->zone;
	char text[sizeof "+00000:00000"];

	if (!d->has_zone) {
		put_null(m, "zone");
		return;
	}
	gp_format(text, sizeof text, "%c%02d:%02d", d->zone < 0 ? '-' : '+',
	          minutes / 60, minutes % 60);
	put_word(m, "zone", text);
}

static void
put_date(struct maker *m, const struct gp_dateline *d)
{
	static const char *const precisions[] = { "none", "year",   "month",
		                                  "day",  "minute", "second" };
	static const char *const roles[] = { "published", "modified",
		                             "aggregated" };
	char iso[GP_DATE_TEXT];

	open_object(m, "date");
	if (d->date.precision == GP_NO_DATE) {
		put_null(m, "iso");
		put_null(m, "raw");
	} else {
		gp_date_iso(&d->date, iso);
		put_word(m, "iso", iso);
		put_word(m, "precision", precisions[d->date.precision]);
		put_zone(m, &d->date);
		put_word(m, "role", roles[d->role]);
		put_string_or_null(m, "raw", d->raw);
		put_lines(m, d->at);
	}
	close_object(m);
}

/* Only where the source speaks of one. */
static void
put_embargo(struct maker *m, const struct gp_embargo_said *said)
{
	char until[GP_DATE_TEXT];

	if (said->what.kind == GP_EMBARGO_NONE)
		return;
	open_object(m, "embargo");
	if (said->what.kind == GP_EMBARGO_UNTIL) {
		gp_date_utc(&said->what.until, until);
		put_word(m, "until", until);
	} else {
		put_null(m, "until");
	}
	put_string_or_null(m, "raw", said->raw);
	put_lines(m, said->at);
	close_object(m);
}

static void
put_candidates(struct maker *m, const struct gp_source *s)
{
	const struct gp_candidate *c = s->candidates;
	size_t i;

	open_array(m, "candidates");
	for (i = 0; i < s->n_candidates; i++, c++) {
		gp_json_open(&m->json, '{');
		put_string(m, "name", c->name);
		put_numbers(m, "evidence_lines", c->lines, c->n_lines);
		close_object(m);
	}
	close_array(m);
}

static void
put_source(struct maker *m, const struct gp_source *s)
{
	open_object(m, "source");
	put_string_or_null(m, "name", s->name);
	if (s->name.n) {
		put_string(m, "confidence", s->confidence);
		put_numbers(m, "evidence_lines", s->evidence, s->n_evidence);
	} else {
		put_candidates(m, s);
		/* A label that says nothing. */
		if (s->n_evidence)
			put_lines(m, (struct gp_span){
					     s->evidence[0],
					     s->evidence[s->n_evidence - 1] });
	}
	close_object(m);
}

/* ---- blocks ---- */

/* The item whose first block this is lends it its label. */
static void
put_item(struct maker *m)
{
	put_string(m, "label", m->label);
	if (m->depth > 1)
		put_number(m, "depth", m->depth);
}

static void
put_hints(struct maker *m, const struct gp_node *n)
{
	const struct gp_node_paragraph *p = gp_node_paragraph(n);

	if (p->run_in)
		put_string(m, "run_in",
		           gp_str_sub(gp_buf_view(&m->words), 0, p->run_in));
	if (p->speech != GP_NO_SPEECH)
		put_word(m, "speech",
		         p->speech == GP_SPEECH_OPEN ? "open" : "continued");
	if (p->leads_to_sections)
		put_word(m, "leads_to", "numbered-sections");
}

/* What is no picture is told by its address and its title. */
static void
put_figure(struct maker *m, const struct gp_node *n)
{
	const struct gp_node_figure *f = gp_node_figure(n);

	put_given(m, "target", n->is_other ? f->origin : f->image);
	if (n->is_other)
		put_given(m, "alt", f->alt);
	put_given(m, "link", f->link);
}

/* The notes that marks of a block lead to, in their order. */
static void
put_marks(struct maker *m, const struct gp_node *n)
{
	struct gp_walk w = gp_walk_from(n);
	bool begun = false;

	while (gp_walk_next(&w)) {
		const struct gp_node_link *link = gp_node_link(w.node);

		if (w.event != GP_ENTER || link->jump != GP_JUMP_TO_NOTE)
			continue;
		if (!begun)
			open_array(m, "marks");
		begun = true;
		gp_json_string(&m->json,
		               gp_str_sub(link->target, 1, link->target.n));
	}
	if (begun)
		close_array(m);
}

static void
put_block(struct maker *m, const struct gp_node *n)
{
	bool first = !n->prev && (n->parent->kind == GP_ITEM ||
	                          n->parent->kind == GP_MEANING);
	bool item = first && n->parent->kind == GP_ITEM;

	gp_json_open(&m->json, '{');
	put_word(m, "type", gp_kind_name(first ? n->parent->kind : n->kind));
	if (n->kind == GP_HEADING) {
		put_number(m, "level", (size_t)gp_node_heading(n)->level);
		put_given(m, "label", gp_node_label(n));
	}
	if (item)
		put_item(m);
	put_figure(m, n);
	gp_buf_clear(&m->words);
	gp_node_words(n, &m->words);
	put_string(m, "text", gp_buf_view(&m->words));
	put_lines(m, n->at);
	put_hints(m, n);
	if (n->marks || (item && n->parent->marks))
		put_string(m, "note", n->marks ? n->id : n->parent->id);
	put_marks(m, n);
	close_object(m);
}

/* Lists, items, descriptions and the like are told by the blocks in them. */
static bool
is_holder(enum gp_kind kind)
{
	return kind == GP_BODY || kind == GP_LIST || kind == GP_ITEM ||
	       kind == GP_QUOTE || kind == GP_EXHIBIT || kind == GP_TERMS ||
	       kind == GP_MEANING;
}

static void
put_blocks(struct maker *m, const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);

	open_array(m, "blocks");
	while (gp_walk_next(&w)) {
		bool enter = w.event == GP_ENTER;

		if (w.node->kind == GP_LIST)
			m->depth += enter ? 1 : (size_t)-1;
		if (!enter)
			continue;
		if (w.node->kind == GP_ITEM)
			m->label = gp_node_label(w.node);
		if (!is_holder(w.node->kind)) {
			put_block(m, w.node);
			gp_walk_skip(&w);
		}
	}
	close_array(m);
}

/* ---- the account ---- */

static void
put_abbreviations(struct maker *m, const struct gp_doc *doc)
{
	size_t i;

	open_array(m, "abbreviations");
	for (i = 0; i < doc->n_short_forms; i++) {
		gp_json_open(&m->json, '{');
		put_string(m, "short", doc->short_forms[i].brief);
		put_string(m, "long", doc->short_forms[i].full);
		put_number(m, "line", doc->short_forms[i].line);
		close_object(m);
	}
	close_array(m);
}

static void
put_dropped(struct maker *m, const struct gp_doc *doc)
{
	const struct gp_dropped *d;

	open_array(m, "dropped");
	for (d = doc->dropped; d; d = d->next) {
		gp_json_open(&m->json, '{');
		put_lines(m, d->at);
		put_string(m, "raw", d->raw);
		put_string(m, "reason", d->reason);
		put_string(m, "rule", d->rule);
		gp_json_key(&m->json, "confidence");
		gp_json_hundredths(&m->json, (unsigned)d->confidence);
		close_object(m);
	}
	close_array(m);
}

static const char *const claim_names[] = {
	[GP_CLAIM_TITLE] = "title",   [GP_CLAIM_STANDFIRST] = "standfirst",
	[GP_CLAIM_BYLINE] = "byline", [GP_CLAIM_DATE] = "date",
	[GP_CLAIM_SOURCE] = "source", [GP_CLAIM_URL] = "url",
	[GP_CLAIM_LANG] = "lang",     [GP_CLAIM_SECTION] = "section",
	[GP_CLAIM_TAG] = "tag",       [GP_CLAIM_EMBARGO] = "embargo",
	[GP_CLAIM_ID] = "id",         [GP_CLAIM_MARKING] = "marking",
};

/* What the source says of itself; only where it says anything. */
static void
put_claims(struct maker *m, const struct gp_doc *doc)
{
	const struct gp_judged_claim *c = doc->claims;

	if (!c)
		return;
	open_array(m, "claims");
	for (; c; c = c->next) {
		gp_json_open(&m->json, '{');
		put_word(m, "claim", claim_names[c->said->kind]);
		put_string(m, "value", c->said->value);
		put_string(m, "from", c->said->from);
		if (c->said->line)
			put_number(m, "line", c->said->line);
		else
			put_null(m, "line");
		put_bool(m, "taken", c->taken);
		close_object(m);
	}
	close_array(m);
}

static void
put_repairs(struct maker *m, const struct gp_doc *doc)
{
	const struct gp_repair *r;

	open_object(m, "repairs");
	for (r = doc->repairs; r; r = r->next)
		put_number(m, r->name.p, r->count);
	close_object(m);
}

/* Sentences for people, and the codes of the same for programs. */
static void
put_warnings(struct maker *m, const struct gp_doc *doc)
{
	const struct gp_warning *w;

	open_array(m, "warnings");
	for (w = doc->warnings; w; w = w->next)
		gp_json_string(&m->json, w->text);
	close_array(m);
	open_array(m, "warning_codes");
	for (w = doc->warnings; w; w = w->next)
		gp_json_string(&m->json, gp_str(w->code));
	close_array(m);
}

static void
put_document(struct maker *m, const struct gp_doc *doc)
{
	gp_json_open(&m->json, '{');
	put_word(m, "govpub_model", "1");
	put_input(m, &doc->input);
	put_string(m, "lang", doc->lang);
	put_field(m, "title", &doc->title);
	put_standfirst(m, &doc->standfirst);
	put_byline(m, &doc->byline);
	put_date(m, &doc->date);
	put_source(m, &doc->source);
	put_field(m, "url", &doc->url);
	put_embargo(m, &doc->embargo);
	put_blocks(m, doc);
	put_abbreviations(m, doc);
	put_dropped(m, doc);
	put_claims(m, doc);
	put_repairs(m, doc);
	put_warnings(m, doc);
	close_object(m);
}

static bool
print_json(const struct gp_doc *doc, bool colour, struct gp_buf *out,
           struct gp_err *e)
{
	struct maker m = { .json.buf = out };

	(void)colour;
	put_document(&m, doc);
	gp_buf_putc(out, '\n');
	gp_buf_inherit(out, &m.words);
	gp_buf_free(&m.words);
	return gp_buf_ok(out, e);
}

const struct gp_printer gp_print_json = { "json", print_json };
