/*
 * What became of an article, for a person: what was found in it, repaired,
 * dropped and guessed, and why.  Colour only repeats what the words say.
 */
#include "model/pack.h"
#include "report/explain_sections.h"
#include "report/terminal_lines.h"
#include "report/plain_words.h"
#include "report/printer.h"

#define BULLET "    "
enum { BULLET_COLUMNS = 4 };

/* ---- found ---- */

static bool
is_given(struct gp_str confidence)
{
	return gp_str_eq(confidence, GP_STR("given"));
}

static const struct gp_str as_given = { "as given in pack.yaml", 21 };

static void
found_standfirst(struct gp_explained *p)
{
	const struct gp_standfirst *s = &p->doc->standfirst;

	gp_explain_field(p, "Standfirst", s->text);
	if (s->text.n == 0)
		return;
	gp_explain_place(p, s->at);
	if (is_given(s->confidence))
		gp_explain_add(p, "", as_given);
	else if (s->confidence.n)
		gp_explain_add(p, "confidence ", s->confidence);
	if (s->alternative.n)
		gp_explain_add(p, "could also be a ", s->alternative);
	gp_explain_flush(p);
}

static void
found_author(struct gp_explained *p, const struct gp_author *a)
{
	gp_buf_puts(&p->line,
	            a->kind == GP_PERSON ? "person: " : "organisation: ");
	gp_buf_str(&p->line, a->display.n ? a->display : a->name);
	if (a->role.n)
		gp_explain_add(p, "role: ", a->role);
	if (a->derived)
		gp_explain_add(p, "a guess from the user name ", a->raw);
	gp_explain_flush(p);
}

static void
found_byline(struct gp_explained *p)
{
	const struct gp_byline *b = &p->doc->byline;
	size_t i;

	gp_explain_field(p, "Byline", b->text);
	if (b->text.n) {
		gp_explain_place(p, b->at);
		gp_explain_flush(p);
	}
	for (i = 0; i < b->n_authors; i++)
		found_author(p, &b->authors[i]);
}

static void
found_date(struct gp_explained *p)
{
	static const char *const roles[] = {
		[GP_PUBLISHED] = "the date of publication",
		[GP_MODIFIED] = "the date of a later change",
		[GP_AGGREGATED] = "the moment another site copied it",
	};
	const struct gp_dateline *d = &p->doc->date;
	char iso[GP_DATE_TEXT];

	gp_date_iso(&d->date, iso);
	gp_explain_field(p, "Date", gp_str(iso));
	if (d->date.precision == GP_NO_DATE)
		return;
	gp_explain_place(p, d->at);
	gp_explain_add(p, "", gp_str(roles[d->role]));
	if (d->raw.n)
		gp_explain_add(p, "written as ", d->raw);
	if (d->date.precision >= GP_MINUTE && !d->date.has_zone)
		gp_explain_add(p, "without a time zone", GP_STR(""));
	gp_explain_flush(p);
}

static void
found_source(struct gp_explained *p)
{
	const struct gp_source *s = &p->doc->source;
	size_t i;

	gp_explain_field(p, "Source", s->name);
	if (s->name.n) {
		gp_buf_str(&p->line,
		           is_given(s->confidence) ? as_given : s->confidence);
		gp_explain_lines(p, s->evidence, s->n_evidence);
		gp_explain_flush(p);
	}
	for (i = 0; i < s->n_candidates; i++) {
		gp_buf_puts(&p->line, "could be ");
		gp_buf_str(&p->line, s->candidates[i].name);
		gp_explain_lines(p, s->candidates[i].lines,
		                 s->candidates[i].n_lines);
		gp_explain_flush(p);
	}
}

static size_t
count_blocks(const struct gp_doc *doc)
{
	const struct gp_node *n;
	size_t blocks = 0;

	for (n = doc->body->first; n; n = n->next)
		blocks++;
	return blocks;
}

static void
found_body(struct gp_explained *p)
{
	size_t words = gp_doc_words(p->doc), blocks = count_blocks(p->doc);
	size_t minutes = gp_reading_minutes(words), i;
	const struct gp_short_form *s = p->doc->short_forms;

	gp_buf_printf(p->out, "  %-*s  %zu block%s, %zu word%s, %zu min read\n",
	              GP_EXPLAIN_NAME, "Body", blocks, blocks == 1 ? "" : "s",
	              words, words == 1 ? "" : "s", minutes);
	for (i = 0; i < p->doc->n_short_forms; i++, s++) {
		gp_buf_str(&p->line, s->brief);
		gp_buf_puts(&p->line, " stands for ");
		gp_buf_str(&p->line, s->full);
		gp_buf_printf(&p->line, ", line %u", s->line);
		gp_explain_flush(p);
	}
}

static void
found_embargo(struct gp_explained *p)
{
	const struct gp_embargo_said *said = &p->doc->embargo;

	if (said->what.kind == GP_EMBARGO_NONE)
		return;
	gp_explain_field(p, "Embargo", said->raw);
	gp_explain_place(p, said->at);
	gp_explain_flush(p);
}

static void
explain_found(struct gp_explained *p)
{
	const struct gp_doc *doc = p->doc;

	gp_explain_section(p, "Found");
	gp_explain_field(p, "Title", doc->title.text);
	gp_explain_place(p, doc->title.at);
	gp_explain_flush(p);
	found_standfirst(p);
	found_byline(p);
	found_date(p);
	found_source(p);
	gp_explain_field(p, "Address", doc->url.text);
	found_embargo(p);
	found_body(p);
}

/* ---- repaired, dropped, guessed ---- */

static void
repaired(struct gp_explained *p)
{
	const struct gp_repair *r;

	gp_explain_section(p, "Repaired");
	if (!p->doc->repairs)
		gp_buf_puts(p->out, "  nothing\n");
	for (r = p->doc->repairs; r; r = r->next) {
		gp_buf_printf(p->out, "  %*zu  ", GP_EXPLAIN_NAME, r->count);
		gp_buf_str(&p->line, gp_plain_word(r->name));
		gp_put_wrapped(p->out, gp_buf_view(&p->line),
		               GP_EXPLAIN_COLUMNS, GP_EXPLAIN_MARGIN);
		gp_buf_clear(&p->line);
	}
}

/* Each line that is not blank, in full, with its number. */
static void
quote_lines(struct gp_explained *p, const struct gp_dropped *d)
{
	static const char bar[] = "            | ";
	struct gp_str rest = d->raw, line;
	unsigned number = d->at.first;

	for (; gp_str_split(&rest, '\n', &line); number += number > 0) {
		if (gp_str_trim(line).n == 0)
			continue;
		if (number)
			gp_buf_printf(p->out, "  %*u | ", GP_EXPLAIN_NAME - 1,
			              number);
		else
			gp_buf_puts(p->out, bar);
		gp_put_wrapped(p->out, line, GP_EXPLAIN_COLUMNS, bar);
	}
}

static void
dropped_one(struct gp_explained *p, const struct gp_dropped *d, size_t number)
{
	gp_buf_printf(p->out, "  %zu. ", number);
	gp_explain_paint(p, GP_BOLD);
	gp_put_safe(p->out, gp_plain_word(d->reason));
	gp_explain_paint(p, GP_PLAIN);
	gp_buf_puts(p->out, " (");
	gp_put_safe(p->out, d->reason);
	gp_buf_printf(p->out, "), confidence %d.%02d\n", d->confidence / 100,
	              d->confidence % 100);
	quote_lines(p, d);
	if (d->rule.n)
		gp_explain_add(p, "rule: ", d->rule);
	gp_explain_flush(p);
}

static void
dropped(struct gp_explained *p)
{
	const struct gp_dropped *d;
	size_t number = 0;

	gp_explain_section(p, "Dropped");
	if (!p->doc->dropped)
		gp_buf_puts(p->out, "  nothing\n");
	for (d = p->doc->dropped; d; d = d->next)
		dropped_one(p, d, ++number);
}

static void
guessed(struct gp_explained *p)
{
	const struct gp_warning *w;

	gp_explain_section(p, "Guessed or doubtful");
	if (!p->doc->warnings)
		gp_buf_puts(p->out, "  nothing\n");
	for (w = p->doc->warnings; w; w = w->next) {
		gp_buf_puts(p->out, "  - ");
		if (w->line)
			gp_buf_printf(&p->line, "line %u: ", w->line);
		gp_buf_str(&p->line, w->text);
		gp_put_wrapped(p->out, gp_buf_view(&p->line), BULLET_COLUMNS,
		               BULLET);
		gp_buf_clear(&p->line);
	}
}

static bool
print_explain(const struct gp_doc *doc, bool colour, struct gp_buf *out,
              struct gp_err *e)
{
	struct gp_explained p = { .out = out, .colour = colour, .doc = doc };
	bool good;

	gp_explain_paint(&p, GP_BOLD);
	gp_put_safe(out, doc->input.file);
	gp_explain_paint(&p, GP_PLAIN);
	gp_buf_printf(out, ": %.*s, %.*s, %zu bytes, %zu lines\n",
	              GP_ARG(doc->input.kind), GP_ARG(doc->input.encoding),
	              doc->input.bytes, doc->n_lines);
	explain_found(&p);
	gp_explain_claims(&p);
	gp_explain_rules(&p);
	repaired(&p);
	dropped(&p);
	guessed(&p);
	gp_explain_advice(&p);
	good = gp_buf_ok(&p.line, e) && gp_buf_ok(out, e);
	gp_buf_free(&p.line);
	return good;
}

const struct gp_printer gp_print_explain = {
	.name = "explain",
	.print = print_explain,
};
