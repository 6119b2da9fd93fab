/*
 * The report: source and result of articles side by side, as one page for a
 * browser that needs no other file.  What was dropped is struck through
 * beside the rule that dropped it, what was guessed says how sure the guess
 * is.  Every line of a source that is not blank is there.
 */
#include "base/limits.h"
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"
#include "report/plain_words.h"
#include "report/report.h"
#include "report/sheet.h"
#include "model/pack.h"

/* Written into the page: a printer has no data folder. */
static const char style[] =
	"<style>\n"
	":root { color-scheme: light dark; --paper: #ffffff; --ink: #16191d; "
	"--link: #0b4f9e; --line: #b8bec6; --soft: #f3f5f7; "
	"--faint: #555d66; --mark: #8a1f11; "
	"font-family: system-ui, sans-serif; line-height: 1.45; }\n"
	"@media (prefers-color-scheme: dark) { :root { --paper: #14171a; "
	"--ink: #e8ebee; --link: #9cc8ff; --line: #4a525b; "
	"--soft: #20252a; --faint: #b4bcc5; --mark: #ffa494; } }\n"
	"body { background: var(--paper); color: var(--ink); "
	"margin: 2rem auto; max-width: 76rem; padding: 0 1.25rem; }\n"
	"a { color: var(--link); }\n"
	"h1, h2, h3 { line-height: 1.2; }\n"
	"h2 { border-top: 0.2rem solid; margin-top: 3rem; "
	"padding-top: 0.6rem; }\n"
	"h3 { margin: 2rem 0 0.6rem; }\n"
	"table { border-collapse: collapse; table-layout: fixed; "
	"width: 100%; }\n"
	"th, td { border-bottom: 0.06rem solid var(--line); "
	"padding: 0.45rem 0.7rem; text-align: start; vertical-align: top; "
	"overflow-wrap: anywhere; }\n"
	".right { text-align: right; }\n"
	".center { text-align: center; }\n"
	"table.claims th:first-child { width: 7rem; } "
	"table.claims th:nth-child(3) { width: 13rem; } "
	"table.claims th:nth-child(4) { width: 9rem; }\n"
	".claims tbody th { font-weight: 400; }\n"
	".taken td, .claims .taken th { font-weight: 600; }\n"
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
	"@media (max-width: 46rem) { table, tbody, tr, td, "
	"tbody th { display: block; } table.facts tbody th, "
	"table.claims tbody th { border-bottom: 0; width: auto; } "
	"thead { display: none; } "
	"table.sides td.source { border-bottom: 0; } }\n"
	"</style>\n";

/* ---- one article ---- */

static void
fact(struct gp_sheet *s, const char *name, struct gp_str value)
{
	gp_xml_open(s->x, "tr");
	gp_xml_open(s->x, "th");
	gp_xml_attrz(s->x, "scope", "row");
	gp_xml_text(s->x, gp_str(name));
	gp_xml_close_full(s->x);
	gp_xml_element(s->x, "td", value);
	gp_sheet_close(s->x);
}

static struct gp_str
repairs_of(struct gp_sheet *s)
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
facts(struct gp_sheet *s)
{
	const struct gp_doc *doc = s->doc;
	size_t words = gp_doc_words(doc);

	gp_sheet_open(s->x, "table", "facts");
	gp_sheet_line(s->x);
	gp_xml_open(s->x, "tbody");
	gp_sheet_line(s->x);
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
	gp_sheet_close(s->x);
	gp_sheet_close(s->x);
}

static void
doubts(struct gp_sheet *s)
{
	const struct gp_warning *w;

	if (!s->doc->warnings)
		return;
	gp_xml_element(s->x, "h3", GP_STR("Guessed or doubtful"));
	gp_sheet_line(s->x);
	gp_xml_open(s->x, "ul");
	gp_sheet_line(s->x);
	for (w = s->doc->warnings; w; w = w->next) {
		gp_xml_open(s->x, "li");
		if (w->line)
			gp_xml_text(s->x, gp_arena_printf(s->arena, "line %u: ",
			                                  w->line));
		gp_xml_text(s->x, w->text);
		gp_sheet_close(s->x);
	}
	gp_sheet_close(s->x);
}

static void
claim(struct gp_sheet *s, const struct gp_judged_claim *c)
{
	struct gp_str place = c->said->from;

	if (c->said->line)
		place = gp_arena_printf(s->arena, "%.*s, line %u",
		                        GP_ARG(c->said->from), c->said->line);
	gp_xml_open(s->x, "tr");
	if (c->taken)
		gp_xml_attrz(s->x, "class", "taken");
	gp_sheet_line(s->x);
	gp_xml_open(s->x, "th");
	gp_xml_attrz(s->x, "scope", "row");
	gp_xml_text(s->x, gp_str(gp_claim_name(c->said->kind)));
	gp_sheet_close(s->x);
	gp_xml_open(s->x, "td");
	gp_sheet_text(s, "span", c->said->value);
	gp_sheet_close(s->x);
	gp_xml_element(s->x, "td", place);
	gp_sheet_line(s->x);
	gp_xml_element(s->x, "td", gp_claim_outcome(c));
	gp_sheet_line(s->x);
	gp_sheet_close(s->x);
}

/* What the source says of itself, by what it is about. */
static void
claims(struct gp_sheet *s)
{
	const struct gp_judged_claim *c;
	size_t kind;

	if (!s->doc->claims)
		return;
	gp_xml_element(s->x, "h3", GP_STR("What the source says of itself"));
	gp_sheet_line(s->x);
	gp_sheet_open(s->x, "table", "claims");
	gp_xml_raw(s->x, "\n<thead><tr><th scope=\"col\">About</th>"
	                 "<th scope=\"col\">It says</th>"
	                 "<th scope=\"col\">Where</th>"
	                 "<th scope=\"col\">Outcome</th></tr></thead>\n");
	gp_xml_open(s->x, "tbody");
	gp_sheet_line(s->x);
	for (kind = GP_CLAIM_TITLE; kind < GP_CLAIM_KINDS; kind++)
		for (c = s->doc->claims; c; c = c->next)
			if (c->said->kind == kind)
				claim(s, c);
	gp_sheet_close(s->x);
	gp_sheet_close(s->x);
}

static void
article(struct gp_xml *x, const struct gp_doc *doc, size_t number,
        struct gp_arena *arena)
{
	struct gp_sheet s = { .x = x, .arena = arena, .doc = doc };

	gp_xml_open(x, "section");
	gp_xml_attr(x, "id", gp_arena_printf(arena, "a%zu", number));
	gp_sheet_line(x);
	gp_xml_open(x, "h2");
	gp_xhtml_lang(x, doc->lang);
	gp_xml_text(x, gp_title_text(doc, NULL));
	gp_sheet_close(x);
	facts(&s);
	doubts(&s);
	claims(&s);
	gp_sheet_side_by_side(&s);
	gp_sheet_close(x);
	gp_xml_need_arena(x, arena);
}

/* ---- the page ---- */

static void
write_report_head(struct gp_xml *x)
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
		gp_xml_text(x, gp_title_text(docs[i], NULL));
		gp_xml_close_full(x);
		gp_sheet_close(x);
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
		gp_xhtml_lang(x, GP_STR("en-GB"));
		gp_sheet_line(x);
		write_report_head(x);
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
