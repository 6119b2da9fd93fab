/*
 * Source and result side by side: see sheet.h.  Every line of a source that
 * is not blank is there, and beside it what became of it.
 */
#include "model/node.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "write/xhtml/xhtml.h"
#include "report/plain_words.h"
#include "report/sheet.h"

#include <stdlib.h>

/* A source line is cut there: minified pages have lines of megabytes. */
enum { LINE_BYTES = 600 };

/* What became of a stretch of the source. */
enum what { IS_FIELD, IS_DROPPED, IS_BLOCK };

struct gp_sheet_item {
	struct gp_span at;
	enum what what;
	const char *name; /* of a field */
	struct gp_str text;
	struct gp_str confidence;
	const struct gp_dropped *dropped;
	const struct gp_node *block;
	size_t order; /* as found, to sort by in the end */
};

void
gp_sheet_line(struct gp_xml *x)
{
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_sheet_close(struct gp_xml *x)
{
	gp_xml_close_full(x);
	gp_sheet_line(x);
}

void
gp_sheet_open(struct gp_xml *x, const char *element, const char *class)
{
	gp_xml_open(x, element);
	gp_xml_attrz(x, "class", class);
}

void
gp_sheet_text(struct gp_sheet *s, const char *element, struct gp_str text)
{
	size_t keep = text.n;

	if (keep > LINE_BYTES)
		for (keep = LINE_BYTES;
		     keep > 0 && ((unsigned char)text.p[keep] & 0xC0) == 0x80;)
			keep--;
	gp_xml_open(s->x, element);
	gp_xml_text(s->x, gp_str_sub(text, 0, keep));
	gp_xml_close_full(s->x);
	if (keep == text.n)
		return;
	gp_sheet_open(s->x, "span", "why");
	gp_xml_text(s->x,
	            gp_arena_printf(s->arena, " \xe2\x80\xa6 %zu more bytes",
	                            text.n - keep));
	gp_xml_close(s->x);
}

static void
paragraph(struct gp_xml *x, const char *class, struct gp_str text)
{
	gp_sheet_open(x, "p", class);
	gp_xml_text(x, text);
	gp_sheet_close(x);
}

/* ---- what became of it, in the order of the source ---- */

static struct gp_sheet_item *
add_sheet_item(struct gp_sheet *s, enum what what, struct gp_span at)
{
	struct gp_sheet_item *item = &s->items[s->n];

	*item = (struct gp_sheet_item){ .at = at, .what = what, .order = s->n };
	s->n++;
	return item;
}

static void
add_field(struct gp_sheet *s, const char *name, struct gp_str text,
          struct gp_str confidence, struct gp_span at)
{
	struct gp_sheet_item *item;

	if (text.n == 0)
		return;
	item = add_sheet_item(s, IS_FIELD, at);
	item->name = name;
	item->text = text;
	item->confidence = confidence;
}

static struct gp_span
evidence_of(const struct gp_source *source)
{
	if (source->n_evidence == 0)
		return (struct gp_span){ 0, 0 };
	return (struct gp_span){ source->evidence[0], source->evidence[0] };
}

static void
add_fields(struct gp_sheet *s)
{
	const struct gp_doc *doc = s->doc;
	char iso[GP_DATE_TEXT];

	add_field(s, "Title", doc->title.text, GP_STR(""), doc->title.at);
	add_field(s, "Embargo", doc->embargo.raw, GP_STR(""), doc->embargo.at);
	add_field(s, "Standfirst", doc->standfirst.text,
	          doc->standfirst.confidence, doc->standfirst.at);
	add_field(s, "Byline", doc->byline.text,
	          doc->byline.n_authors && doc->byline.authors[0].derived
	                  ? GP_STR("a guess from a user name")
	                  : GP_STR(""),
	          doc->byline.at);
	gp_date_iso(&doc->date.date, iso);
	add_field(s, "Date", gp_arena_cstr(s->arena, iso),
	          doc->date.role == GP_AGGREGATED
	                  ? GP_STR("the moment another site copied it")
	                  : GP_STR(""),
	          doc->date.at);
	add_field(s, "Source", doc->source.name, doc->source.confidence,
	          evidence_of(&doc->source));
	add_field(s, "Address", doc->url.text, GP_STR(""), doc->url.at);
}

enum { FIELDS = 6 };

static int
by_place(const void *a, const void *b)
{
	const struct gp_sheet_item *x = a, *y = b;
	/* What has no line (given by pack.yaml) comes first. */
	int order = (x->at.first > y->at.first) - (x->at.first < y->at.first);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* A list or a quotation has no lines of its own, but those in it have. */
static struct gp_span
span_of(const struct gp_node *n)
{
	struct gp_walk w = gp_walk_from(n);
	struct gp_span at = n->at;

	while (n->at.first == 0 && gp_walk_next(&w)) {
		if (w.node->at.first == 0)
			continue;
		if (at.first == 0 || w.node->at.first < at.first)
			at.first = w.node->at.first;
		if (w.node->at.last > at.last)
			at.last = w.node->at.last;
	}
	return at;
}

static void
collect_items(struct gp_sheet *s)
{
	const struct gp_dropped *d;
	const struct gp_node *n;
	size_t max = FIELDS;

	for (d = s->doc->dropped; d; d = d->next)
		max++;
	for (n = s->doc->body->first; n; n = n->next)
		max++;
	s->items = gp_arena_array(s->arena, max, sizeof *s->items);
	if (!s->items)
		return;
	add_fields(s);
	for (d = s->doc->dropped; d; d = d->next)
		add_sheet_item(s, IS_DROPPED, d->at)->dropped = d;
	for (n = s->doc->body->first; n; n = n->next)
		add_sheet_item(s, IS_BLOCK, span_of(n))->block = n;
	qsort(s->items, s->n, sizeof *s->items, by_place);
}

/* ---- the two columns ---- */

static void
source_line(struct gp_sheet *s, unsigned number, struct gp_str text,
            bool dropped)
{
	gp_xml_open(s->x, "p");
	if (number) {
		gp_sheet_open(s->x, "span", "number");
		gp_xml_text(s->x, gp_arena_printf(s->arena, "%u", number));
		gp_xml_close(s->x);
	}
	gp_sheet_text(s, dropped ? "del" : "span", text);
	gp_sheet_close(s->x);
}

static void
source_side(struct gp_sheet *s, const struct gp_sheet_item *from,
            const struct gp_sheet_item *to, unsigned last, bool dropped)
{
	struct gp_str rest, line;
	unsigned i;

	gp_sheet_open(s->x, "td", "source");
	gp_sheet_line(s->x);
	for (i = from->at.first; i && i <= last && i <= s->doc->n_lines; i++)
		if (gp_str_trim(s->doc->lines[i - 1]).n)
			source_line(s, i, s->doc->lines[i - 1], dropped);
	for (; from < to; from++) {
		if (from->what != IS_DROPPED || from->at.first)
			continue;
		for (rest = from->dropped->raw;
		     gp_str_split(&rest, '\n', &line);)
			source_line(s, 0, line, true);
	}
	gp_sheet_close(s->x);
}

static void
result_dropped(struct gp_sheet *s, const struct gp_dropped *d)
{
	gp_sheet_open(s->x, "p", "kind");
	gp_xml_text(s->x,
	            gp_arena_printf(s->arena,
	                            "left out: %.*s, confidence %d.%02d",
	                            GP_ARG(gp_plain_word(d->reason)),
	                            d->confidence / 100, d->confidence % 100));
	gp_sheet_close(s->x);
	if (d->rule.n == 0)
		return;
	gp_sheet_open(s->x, "p", "why");
	gp_xml_text(s->x, GP_STR("rule: "));
	gp_xml_element(s->x, "code", d->rule);
	gp_sheet_close(s->x);
}

static void
result_field(struct gp_sheet *s, const struct gp_sheet_item *item)
{
	gp_sheet_open(s->x, "p", "kind");
	gp_xml_text(s->x, gp_str(item->name));
	if (item->confidence.n) {
		gp_xml_text(s->x, GP_STR(" \xc2\xb7 "));
		gp_xml_text(s->x, item->confidence);
	}
	gp_sheet_close(s->x);
	gp_xml_open(s->x, "p");
	gp_xml_element(s->x, "strong", item->text);
	gp_sheet_close(s->x);
}

static bool
holds_inline(const struct gp_node *n)
{
	return gp_kind_holds(n->kind, GP_TEXT) && n->kind != GP_CODE_BLOCK;
}

static void
result_block(struct gp_sheet *s, const struct gp_node *n)
{
	static const struct gp_xhtml_options options = { .plain = true };
	struct gp_str label = gp_node_label(n);
	struct gp_buf words = { .max = 0 };

	if (n->kind != GP_PARAGRAPH)
		paragraph(s->x, "kind", gp_str(gp_kind_name(n->kind)));
	gp_xml_open(s->x, "p");
	if (n->lang.n)
		gp_xhtml_lang(s->x, n->lang);
	if (label.n) {
		gp_xml_text(s->x, label);
		gp_xml_text(s->x, GP_STR(" "));
	}
	if (holds_inline(n))
		gp_xhtml_inline(s->x, n, &options);
	else {
		gp_node_words(n, &words);
		gp_xml_text(s->x, gp_buf_view(&words));
		gp_xml_need_buf(s->x, &words);
		gp_buf_free(&words);
	}
	gp_sheet_close(s->x);
}

static void
result_side(struct gp_sheet *s, const struct gp_sheet_item *from,
            const struct gp_sheet_item *to)
{
	gp_xml_open(s->x, "td");
	gp_sheet_line(s->x);
	for (; from < to; from++) {
		if (from->what == IS_DROPPED)
			result_dropped(s, from->dropped);
		else if (from->what == IS_FIELD)
			result_field(s, from);
		else
			result_block(s, from->block);
	}
	gp_sheet_close(s->x);
}

/* The items that share lines with the first: one row. */
static const struct gp_sheet_item *
end_of_row(const struct gp_sheet *s, const struct gp_sheet_item *from,
           unsigned *last, bool *dropped)
{
	const struct gp_sheet_item *end = s->items + s->n, *to = from;

	*last = from->at.last;
	*dropped = true;
	do {
		*dropped &= to->what == IS_DROPPED && gp_is_lost(to->dropped);
		*last = to->at.last > *last ? to->at.last : *last;
		to++;
	} while (to < end && to->at.first && to->at.first <= *last);
	return to;
}

static void
put_columns(struct gp_sheet *s)
{
	const struct gp_sheet_item *from, *to, *end = s->items + s->n;
	unsigned last;
	bool dropped;

	for (from = s->items; from < end; from = to) {
		to = end_of_row(s, from, &last, &dropped);
		gp_xml_open(s->x, "tr");
		if (dropped)
			gp_xml_attrz(s->x, "class", "dropped");
		gp_sheet_line(s->x);
		source_side(s, from, to, last, dropped);
		result_side(s, from, to);
		gp_sheet_close(s->x);
	}
}

void
gp_sheet_side_by_side(struct gp_sheet *s)
{
	collect_items(s);
	if (!s->items)
		return;
	gp_xml_element(s->x, "h3", GP_STR("Source and result"));
	gp_sheet_line(s->x);
	gp_sheet_open(s->x, "table", "sides");
	gp_sheet_line(s->x);
	gp_xml_raw(s->x, "<thead><tr><th scope=\"col\">Source</th>"
	                 "<th scope=\"col\">Result</th></tr></thead>\n");
	gp_xml_open(s->x, "tbody");
	gp_sheet_line(s->x);
	put_columns(s);
	gp_sheet_close(s->x);
	gp_sheet_close(s->x);
}
