/*
 * The model as an indented outline: what the kinds are, where they stood, how
 * their texts begin.  For whoever works on govpub; its form is no promise.
 */
#include "model/walk.h"
#include "report/terminal_lines.h"
#include "report/printer.h"

enum { DEEPEST_INDENT = 20, LEAST_TEXT = 24 };

static void
put_span(struct gp_buf *out, struct gp_span at)
{
	if (at.first && at.first == at.last)
		gp_buf_printf(out, " %u", at.first);
	else if (at.first)
		gp_buf_printf(out, " %u-%u", at.first, at.last);
}

/* The rest of the line that begins at `from` in the buffer. */
static void
put_quoted(struct gp_buf *out, size_t from, struct gp_str s)
{
	size_t used = gp_columns(gp_str_sub(gp_buf_view(out), from, out->len));
	size_t room =
		GP_LINE_COLUMNS > used + 3 ? GP_LINE_COLUMNS - used - 3 : 0;

	gp_buf_puts(out, " \"");
	gp_put_short(out, s, room < LEAST_TEXT ? LEAST_TEXT : room);
	gp_buf_putc(out, '"');
}

static void
put_named(struct gp_buf *out, const char *name, struct gp_str value)
{
	if (value.n == 0)
		return;
	gp_buf_printf(out, " %s=", name);
	gp_put_short(out, value, LEAST_TEXT);
}

/* ---- metadata ---- */

static void
put_field(struct gp_buf *out, const char *name, struct gp_str text,
          struct gp_span at, struct gp_str note)
{
	size_t from = out->len;

	if (text.n == 0)
		return;
	gp_buf_puts(out, name);
	put_span(out, at);
	put_named(out, "is", note);
	put_quoted(out, from, text);
	gp_buf_putc(out, '\n');
}

static void
put_authors(struct gp_buf *out, const struct gp_byline *byline)
{
	static const char *const kinds[] = {
		[GP_PERSON] = "person", [GP_ORGANISATION] = "organisation"
	};
	size_t i, from;

	for (i = 0; i < byline->n_authors; i++) {
		const struct gp_author *a = &byline->authors[i];

		from = out->len;
		gp_buf_printf(out, "  %s%s", kinds[a->kind],
		              a->derived ? " derived" : "");
		put_named(out, "role", a->role);
		put_quoted(out, from, a->display.n ? a->display : a->name);
		gp_buf_putc(out, '\n');
	}
}

static void
put_metadata(struct gp_buf *out, const struct gp_doc *doc)
{
	static const char *const roles[] = { [GP_PUBLISHED] = "published",
		                             [GP_MODIFIED] = "modified",
		                             [GP_AGGREGATED] = "aggregated" };
	const struct gp_standfirst *s = &doc->standfirst;
	char date[GP_DATE_TEXT];

	gp_date_iso(&doc->date.date, date);
	put_field(out, "title", doc->title.text, doc->title.at, GP_STR(""));
	put_field(out, "standfirst", s->text, s->at, s->confidence);
	put_field(out, "byline", doc->byline.text, doc->byline.at, GP_STR(""));
	put_authors(out, &doc->byline);
	put_field(out, "date", gp_str(date), doc->date.at,
	          gp_str(roles[doc->date.role]));
	put_field(out, "source", doc->source.name, (struct gp_span){ 0, 0 },
	          doc->source.confidence);
	put_field(out, "url", doc->url.text, doc->url.at, GP_STR(""));
	put_field(out, "embargo", doc->embargo.raw, doc->embargo.at,
	          GP_STR(""));
}

/* ---- the body ---- */

static void
put_flag(struct gp_buf *out, const char *name, bool is)
{
	if (is)
		gp_buf_printf(out, " %s", name);
}

static void
put_paragraph(struct gp_buf *out, const struct gp_node *n)
{
	static const char *const speech[] = { "", "open", "continued" };
	const struct gp_node_paragraph *p = gp_node_paragraph(n);

	put_named(out, "speech", gp_str(speech[p->speech]));
	if (p->run_in)
		gp_buf_printf(out, " run-in=%zu", p->run_in);
	put_flag(out, "leads-to-sections", p->leads_to_sections);
}

static void
put_heading(struct gp_buf *out, const struct gp_node *n)
{
	gp_buf_printf(out, " level=%d", gp_node_heading(n)->level);
	put_named(out, "label", gp_node_label(n));
}

static void
put_list(struct gp_buf *out, const struct gp_node *n)
{
	put_flag(out, "ordered", gp_node_list(n)->ordered);
}

static void
put_item(struct gp_buf *out, const struct gp_node *n)
{
	put_named(out, "label", gp_node_label(n));
}

static void
put_cell(struct gp_buf *out, const struct gp_node *n)
{
	const struct gp_node_cell *cell = gp_node_cell(n);

	if (cell->columns > 1)
		gp_buf_printf(out, " columns=%d", cell->columns);
	if (cell->rows > 1)
		gp_buf_printf(out, " rows=%d", cell->rows);
	put_flag(out, "header", cell->header);
}

static void
put_figure(struct gp_buf *out, const struct gp_node *n)
{
	put_named(out, "image", gp_node_figure(n)->image);
	put_named(out, "alt", gp_node_figure(n)->alt);
	put_named(out, "link", gp_node_figure(n)->link);
	if (n->is_other)
		put_named(out, "origin", gp_node_figure(n)->origin);
}

static void
put_link(struct gp_buf *out, const struct gp_node *n)
{
	static const char *const jumps[] = {
		[GP_NO_JUMP] = "",
		[GP_JUMP] = "",
		[GP_JUMP_TO_NOTE] = "note",
		[GP_JUMP_BACK] = "back",
	};

	put_named(out, "target", gp_node_link(n)->target);
	put_named(out, "jump", gp_str(jumps[gp_node_link(n)->jump]));
}

static void
put_abbreviation(struct gp_buf *out, const struct gp_node *n)
{
	put_named(out, "expansion", gp_node_abbreviation(n)->expansion);
}

/* What a node carries; kinds without a row carry nothing but words. */
static void (*const rows[GP_KIND_COUNT])(struct gp_buf *out,
                                         const struct gp_node *n) = {
	[GP_PARAGRAPH] = put_paragraph, [GP_HEADING] = put_heading,
	[GP_LIST] = put_list,           [GP_ITEM] = put_item,
	[GP_CELL] = put_cell,           [GP_FIGURE] = put_figure,
	[GP_LINK] = put_link,           [GP_ABBREVIATION] = put_abbreviation,
};

static void
put_node(struct gp_buf *out, const struct gp_node *n, size_t depth)
{
	size_t i, from = out->len;

	for (i = 0; i < depth && i < DEEPEST_INDENT; i++)
		gp_buf_puts(out, "  ");
	gp_buf_puts(out, gp_kind_name(n->kind));
	put_span(out, n->at);
	if (rows[n->kind])
		rows[n->kind](out, n);
	put_named(out, "id", n->id);
	put_named(out, "lang", n->lang);
	put_named(out, "path", n->path);
	if (n->kind == GP_TEXT)
		put_quoted(out, from, gp_node_text(n));
	gp_buf_putc(out, '\n');
}

static void
put_body(struct gp_buf *out, const struct gp_node *body)
{
	struct gp_walk w = gp_walk_from(body);
	size_t depth = 0;

	while (gp_walk_next(&w)) {
		if (w.event == GP_LEAVE)
			depth--;
		else
			put_node(out, w.node, depth++);
	}
}

/* ---- what was done ---- */

static void
put_record(struct gp_buf *out, const struct gp_doc *doc)
{
	const struct gp_dropped *d;
	const struct gp_repair *r;
	const struct gp_warning *w;
	size_t from;

	for (d = doc->dropped; d; d = d->next) {
		from = out->len;
		gp_buf_puts(out, "dropped");
		put_span(out, d->at);
		gp_buf_putc(out, ' ');
		gp_put_short(out, d->reason, LEAST_TEXT);
		gp_buf_printf(out, " %d.%02d", d->confidence / 100,
		              d->confidence % 100);
		put_quoted(out, from, d->raw);
		gp_buf_putc(out, '\n');
	}
	for (r = doc->repairs; r; r = r->next) {
		gp_buf_puts(out, "repaired ");
		gp_put_safe(out, r->name);
		gp_buf_printf(out, " %zu\n", r->count);
	}
	for (w = doc->warnings; w; w = w->next) {
		from = out->len;
		gp_buf_puts(out, "warning");
		put_span(out, (struct gp_span){ w->line, w->line });
		gp_buf_printf(out, " %s", w->code);
		put_quoted(out, from, w->text);
		gp_buf_putc(out, '\n');
	}
}

static bool
print_tree(const struct gp_doc *doc, bool colour, struct gp_buf *out,
           struct gp_err *e)
{
	(void)colour;
	put_metadata(out, doc);
	put_body(out, doc->body);
	put_record(out, doc);
	return gp_buf_ok(out, e);
}

const struct gp_printer gp_print_tree = { .name = "tree", .print = print_tree };
