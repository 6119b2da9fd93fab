/*
 * The report: source and result of articles side by side, as one page for a
 * browser that needs no other file.  What was dropped is struck through
 * beside the rule that dropped it, what was guessed says how sure the guess
 * is.  Every line of a source that is not blank is there.
 */
#include "base/limits.h"
#include "model/pack.h"
#include "write/html.h"
#include "write/print/plain.h"
#include "write/print/report.h"
#include "write/write.h"

#include <stdlib.h>

/* A source line is cut there: minified pages have lines of megabytes. */
enum { LINE_BYTES = 600 };

/* What became of a stretch of the source. */
enum what { IS_FIELD, IS_DROPPED, IS_BLOCK };

struct item {
	struct gp_span at;
	enum what what;
	const char *name; /* of a field */
	struct gp_str text;
	struct gp_str confidence;
	const struct gp_dropped *dropped;
	const struct gp_node *block;
	size_t order; /* as found, to sort by in the end */
};

struct sheet {
	struct gp_xml *x;
	struct gp_arena *arena;
	const struct gp_doc *doc;
	struct item *items;
	size_t n;
};

/* Written into the page: a printer has no data folder. */
static const char style[] =
	"<style>\n"
	":root { color-scheme: light dark; --line: #b8bec6; --soft: #f3f5f7; "
	"--faint: #555d66; --mark: #8a1f11; "
	"font-family: system-ui, sans-serif; line-height: 1.45; }\n"
	"@media (prefers-color-scheme: dark) { :root { --line: #4a525b; "
	"--soft: #20252a; --faint: #b4bcc5; --mark: #ffa494; } }\n"
	"body { margin: 2rem auto; max-width: 76rem; padding: 0 1.25rem; }\n"
	"h1, h2, h3 { line-height: 1.2; }\n"
	"h2 { border-top: 0.2rem solid; margin-top: 3rem; "
	"padding-top: 0.6rem; }\n"
	"h3 { margin: 2rem 0 0.6rem; }\n"
	"table { border-collapse: collapse; table-layout: fixed; "
	"width: 100%; }\n"
	"th, td { border-bottom: 0.06rem solid var(--line); "
	"padding: 0.45rem 0.7rem; text-align: start; vertical-align: top; "
	"overflow-wrap: anywhere; }\n"
	"table.facts th { width: 9rem; font-weight: 600; }\n"
	"thead th { background: var(--soft); }\n"
	"td p { margin: 0 0 0.35rem; }\n"
	"td p:last-child { margin-bottom: 0; }\n"
	".source p { padding-inline-start: 3.2rem; position: relative; "
	"white-space: pre-wrap; }\n"
	".number { color: var(--faint); font-size: 0.8rem; "
	"inset-inline-start: 0; position: absolute; "
	"font-variant-numeric: tabular-nums; }\n"
	".kind, .why { color: var(--faint); font-size: 0.85rem; }\n"
	".dropped td { background: var(--soft); }\n"
	"del { color: var(--mark); }\n"
	"code { overflow-wrap: anywhere; }\n"
	"@media (max-width: 46rem) { table.sides, table.sides tbody, "
	"table.sides tr, table.sides td { display: block; } "
	"table.sides thead { display: none; } "
	"table.sides td.source { border-bottom: 0; } }\n"
	"</style>\n";

/* ---- small things ---- */

static void
line_end(struct gp_xml *x)
{
	gp_xml_text(x, GP_STR("\n"));
}

static void
close_line(struct gp_xml *x)
{
	gp_xml_close_full(x);
	line_end(x);
}

static void
open_with(struct gp_xml *x, const char *element, const char *class)
{
	gp_xml_open(x, element);
	gp_xml_attrz(x, "class", class);
}

static void
paragraph(struct gp_xml *x, const char *class, struct gp_str text)
{
	open_with(x, "p", class);
	gp_xml_text(x, text);
	close_line(x);
}

/* ---- what became of it, in the order of the source ---- */

static struct item *
add(struct sheet *s, enum what what, struct gp_span at)
{
	struct item *item = &s->items[s->n];

	*item = (struct item){ .at = at, .what = what, .order = s->n };
	s->n++;
	return item;
}

static void
add_field(struct sheet *s, const char *name, struct gp_str text,
          struct gp_str confidence, struct gp_span at)
{
	struct item *item;

	if (text.n == 0)
		return;
	item = add(s, IS_FIELD, at);
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
add_fields(struct sheet *s)
{
	const struct gp_doc *doc = s->doc;
	char iso[GP_DATE_TEXT];

	add_field(s, "Title", doc->title.text, GP_STR(""), doc->title.at);
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
	const struct item *x = a, *y = b;
	/* What has no line (given by pack.yaml) comes first. */
	int order = (x->at.first > y->at.first) - (x->at.first < y->at.first);

	return order ? order : (x->order > y->order) - (x->order < y->order);
}

static void
collect(struct sheet *s)
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
		add(s, IS_DROPPED, d->at)->dropped = d;
	for (n = s->doc->body->first; n; n = n->next)
		add(s, IS_BLOCK, n->at)->block = n;
	qsort(s->items, s->n, sizeof *s->items, by_place);
}

/* ---- the two columns ---- */

static void
source_line(struct sheet *s, unsigned number, struct gp_str text, bool dropped)
{
	size_t keep = text.n;

	if (keep > LINE_BYTES)
		for (keep = LINE_BYTES;
		     keep > 0 && ((unsigned char)text.p[keep] & 0xC0) == 0x80;)
			keep--;
	gp_xml_open(s->x, "p");
	if (number) {
		open_with(s->x, "span", "number");
		gp_xml_text(s->x, gp_arena_printf(s->arena, "%u", number));
		gp_xml_close(s->x);
	}
	gp_xml_open(s->x, dropped ? "del" : "span");
	gp_xml_text(s->x, gp_str_sub(text, 0, keep));
	gp_xml_close_full(s->x);
	if (keep < text.n) {
		open_with(s->x, "span", "why");
		gp_xml_text(s->x, gp_arena_printf(s->arena,
		                                  " \xe2\x80\xa6 %zu more "
		                                  "bytes",
		                                  text.n - keep));
		gp_xml_close(s->x);
	}
	close_line(s->x);
}

static void
source_side(struct sheet *s, const struct item *from, const struct item *to,
            unsigned last, bool dropped)
{
	struct gp_str rest, line;
	unsigned i;

	open_with(s->x, "td", "source");
	line_end(s->x);
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
	close_line(s->x);
}

static void
result_dropped(struct sheet *s, const struct gp_dropped *d)
{
	open_with(s->x, "p", "kind");
	gp_xml_text(s->x,
	            gp_arena_printf(s->arena,
	                            "left out: %.*s, confidence %d.%02d",
	                            GP_ARG(gp_plain_word(d->reason)),
	                            d->confidence / 100, d->confidence % 100));
	close_line(s->x);
	if (d->rule.n == 0)
		return;
	open_with(s->x, "p", "why");
	gp_xml_text(s->x, GP_STR("rule: "));
	gp_xml_element(s->x, "code", d->rule);
	close_line(s->x);
}

static void
result_field(struct sheet *s, const struct item *item)
{
	open_with(s->x, "p", "kind");
	gp_xml_text(s->x, gp_str(item->name));
	if (item->confidence.n) {
		gp_xml_text(s->x, GP_STR(" \xc2\xb7 "));
		gp_xml_text(s->x, item->confidence);
	}
	close_line(s->x);
	gp_xml_open(s->x, "p");
	gp_xml_element(s->x, "strong", item->text);
	close_line(s->x);
}

static bool
holds_inline(const struct gp_node *n)
{
	return gp_kind_holds(n->kind, GP_TEXT) && n->kind != GP_CODE_BLOCK;
}

static void
result_block(struct sheet *s, const struct gp_node *n)
{
	static const struct gp_html_options options = { .plain = true };
	struct gp_buf words = { .max = 0 };

	if (n->kind != GP_PARAGRAPH)
		paragraph(s->x, "kind", gp_str(gp_kind_name(n->kind)));
	gp_xml_open(s->x, "p");
	if (n->lang.n)
		gp_html_lang(s->x, n->lang);
	if (n->label.n) {
		gp_xml_text(s->x, n->label);
		gp_xml_text(s->x, GP_STR(" "));
	}
	if (holds_inline(n))
		gp_html_inline(s->x, n, &options);
	else {
		gp_node_words(n, &words);
		gp_xml_text(s->x, gp_buf_view(&words));
		gp_xml_need_buf(s->x, &words);
		gp_buf_free(&words);
	}
	close_line(s->x);
}

static void
result_side(struct sheet *s, const struct item *from, const struct item *to)
{
	gp_xml_open(s->x, "td");
	line_end(s->x);
	for (; from < to; from++) {
		if (from->what == IS_DROPPED)
			result_dropped(s, from->dropped);
		else if (from->what == IS_FIELD)
			result_field(s, from);
		else
			result_block(s, from->block);
	}
	close_line(s->x);
}

/* The items that share lines with the first: one row. */
static const struct item *
end_of_row(const struct sheet *s, const struct item *from, unsigned *last,
           bool *dropped)
{
	const struct item *end = s->items + s->n, *to = from;

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
sides(struct sheet *s)
{
	const struct item *from, *to, *end = s->items + s->n;
	unsigned last;
	bool dropped;

	for (from = s->items; from < end; from = to) {
		to = end_of_row(s, from, &last, &dropped);
		gp_xml_open(s->x, "tr");
		if (dropped)
			gp_xml_attrz(s->x, "class", "dropped");
		line_end(s->x);
		source_side(s, from, to, last, dropped);
		result_side(s, from, to);
		close_line(s->x);
	}
}

static void
side_by_side(struct sheet *s)
{
	gp_xml_element(s->x, "h3", GP_STR("Source and result"));
	line_end(s->x);
	open_with(s->x, "table", "sides");
	line_end(s->x);
	gp_xml_raw(s->x, "<thead><tr><th scope=\"col\">Source</th>"
	                 "<th scope=\"col\">Result</th></tr></thead>\n");
	gp_xml_open(s->x, "tbody");
	line_end(s->x);
	sides(s);
	close_line(s->x);
	close_line(s->x);
}

/* ---- one article ---- */

static void
fact(struct sheet *s, const char *name, struct gp_str value)
{
	gp_xml_open(s->x, "tr");
	gp_xml_open(s->x, "th");
	gp_xml_attrz(s->x, "scope", "row");
	gp_xml_text(s->x, gp_str(name));
	gp_xml_close_full(s->x);
	gp_xml_element(s->x, "td", value);
	close_line(s->x);
}

static struct gp_str
repairs_of(struct sheet *s)
{
	const struct gp_repair *r;
	struct gp_buf b = { .max = 0 };

	for (r = s->doc->repairs; r; r = r->next)
		gp_buf_printf(&b, "%s%.*s (%zu)", b.len ? "; " : "",
		              GP_ARG(gp_plain_word(r->name)), r->count);
	if (b.len == 0)
		gp_buf_puts(&b, "nothing");
	return gp_arena_buf(s->arena, &b);
}

static void
facts(struct sheet *s)
{
	const struct gp_doc *doc = s->doc;
	size_t words = gp_doc_words(doc);

	open_with(s->x, "table", "facts");
	line_end(s->x);
	gp_xml_open(s->x, "tbody");
	line_end(s->x);
	fact(s, "File", doc->input.file);
	fact(s, "Read as",
	     gp_arena_printf(s->arena, "%.*s, %.*s, %zu bytes, %zu lines",
	                     GP_ARG(doc->input.kind),
	                     GP_ARG(doc->input.encoding), doc->input.bytes,
	                     doc->n_lines));
	fact(s, "SHA-256", gp_str(doc->input.sha256));
	fact(s, "Language", doc->lang);
	fact(s, "Words",
	     gp_arena_printf(s->arena, "%zu, %zu min read", words,
	                     gp_reading_minutes(words)));
	fact(s, "Repaired", repairs_of(s));
	close_line(s->x);
	close_line(s->x);
}

static void
doubts(struct sheet *s)
{
	const struct gp_warning *w;

	if (!s->doc->warnings)
		return;
	gp_xml_element(s->x, "h3", GP_STR("Guessed or doubtful"));
	line_end(s->x);
	gp_xml_open(s->x, "ul");
	line_end(s->x);
	for (w = s->doc->warnings; w; w = w->next) {
		gp_xml_open(s->x, "li");
		if (w->line)
			gp_xml_text(s->x, gp_arena_printf(s->arena, "line %u: ",
			                                  w->line));
		gp_xml_text(s->x, w->text);
		close_line(s->x);
	}
	close_line(s->x);
}

static void
article(struct gp_xml *x, const struct gp_doc *doc, size_t number,
        struct gp_arena *arena)
{
	struct sheet s = { .x = x, .arena = arena, .doc = doc };

	gp_xml_open(x, "section");
	gp_xml_attr(x, "id", gp_arena_printf(arena, "a%zu", number));
	line_end(x);
	gp_xml_open(x, "h2");
	gp_html_lang(x, doc->lang);
	gp_xml_text(x, gp_title_text(doc));
	close_line(x);
	facts(&s);
	doubts(&s);
	collect(&s);
	if (s.items)
		side_by_side(&s);
	close_line(x);
	gp_xml_need_arena(x, arena);
}

/* ---- the page ---- */

static void
head(struct gp_xml *x)
{
	gp_xml_raw(x, "<head>\n<meta charset=\"UTF-8\" />\n"
	              "<meta name=\"viewport\" content=\"width=device-width, "
	              "initial-scale=1\" />\n"
	              "<title>How the articles were read</title>\n");
	gp_xml_raw(x, style);
	gp_xml_raw(x, "</head>\n");
}

static void
contents(struct gp_xml *x, const struct gp_doc *const *docs, size_t n,
         struct gp_arena *arena)
{
	size_t i;

	if (n < 2)
		return;
	gp_xml_raw(x, "<nav aria-label=\"Articles\">\n<ol>\n");
	for (i = 0; i < n; i++) {
		gp_xml_open(x, "li");
		gp_xml_open(x, "a");
		gp_xml_attr(x, "href", gp_arena_printf(arena, "#a%zu", i + 1));
		gp_xml_text(x, gp_title_text(docs[i]));
		gp_xml_close_full(x);
		close_line(x);
	}
	gp_xml_raw(x, "</ol>\n</nav>\n");
}

bool
gp_report_write(const struct gp_doc *const *docs, size_t n, struct gp_buf *out,
                struct gp_err *e)
{
	struct gp_arena *arena = gp_arena_new(GP_MAX_DOC_ARENA);
	struct gp_xml *x = gp_xml_new(out, false);
	size_t i;
	bool ok;

	if (arena && x) {
		gp_xml_raw(x, "<!DOCTYPE html>\n");
		gp_xml_open(x, "html");
		gp_xml_attrz(x, "xmlns", "http://www.w3.org/1999/xhtml");
		gp_html_lang(x, GP_STR("en-GB"));
		line_end(x);
		head(x);
		gp_xml_raw(x, "<body>\n<main>\n"
		              "<h1>How the articles were read</h1>\n");
		contents(x, docs, n, arena);
		for (i = 0; i < n; i++)
			article(x, docs[i], i + 1, arena);
		gp_xml_raw(x, "</main>\n</body>\n");
	}
	ok = gp_xml_finish(x, e) && arena;
	if (!arena)
		gp_fail(e, GP_NOMEM, "out of memory");
	gp_arena_free(arena);
	return ok;
}

static bool
print_report(const struct gp_doc *doc, bool colour, struct gp_buf *out,
             struct gp_err *e)
{
	(void)colour;
	return gp_report_write(&doc, 1, out, e);
}

const struct gp_printer gp_print_report = {
	.name = "report",
	.print = print_report,
};
