/*
 * What became of an article, for a person: what was found in it, repaired,
 * dropped and guessed, why, and what to write into pack.yaml where that is
 * wrong.  Colour only repeats what the words say.
 */
#include "base/utf8.h"
#include "model/pack.h"
#include "write/print/lines.h"
#include "write/print/plain.h"
#include "write/write.h"

/* "  Standfirst  " is 14 columns wide. */
#define MARGIN "              "
#define BULLET "    "
enum {
	MARGIN_COLUMNS = 14,
	NAME_COLUMNS = 10,
	BULLET_COLUMNS = 4,
	PATTERN_BYTES = 48
};

#define BOLD "\x1B[1m"
#define DIM "\x1B[2m"
#define YELLOW "\x1B[33m"
#define PLAIN "\x1B[0m"

struct page {
	struct gp_buf *out;
	struct gp_buf line; /* put together here, then wrapped */
	bool colour, suggested;
	const struct gp_doc *doc;
};

/* ---- the page ---- */

static void
paint(struct page *p, const char *code)
{
	if (p->colour)
		gp_buf_puts(p->out, code);
}

static void
section(struct page *p, const char *name)
{
	gp_buf_putc(p->out, '\n');
	paint(p, BOLD);
	gp_buf_puts(p->out, name);
	paint(p, PLAIN);
	gp_buf_putc(p->out, '\n');
}

/* A field, or "not found" in its place. */
static void
field(struct page *p, const char *name, struct gp_str text)
{
	gp_buf_printf(p->out, "  %-*s  ", NAME_COLUMNS, name);
	if (text.n) {
		gp_put_wrapped(p->out, text, MARGIN_COLUMNS, MARGIN);
		return;
	}
	paint(p, YELLOW);
	gp_buf_puts(p->out, "not found");
	paint(p, PLAIN);
	gp_buf_putc(p->out, '\n');
}

/* p->line below a field. */
static void
flush_detail(struct page *p)
{
	struct gp_str line = gp_buf_view(&p->line);

	if (line.n) {
		gp_buf_puts(p->out, MARGIN);
		paint(p, DIM);
		gp_put_wrapped(p->out, line, MARGIN_COLUMNS, MARGIN);
		paint(p, PLAIN);
	}
	gp_buf_clear(&p->line);
}

/* A comma before all but the first part of p->line. */
static void
add(struct page *p, const char *before, struct gp_str text)
{
	if (p->line.len)
		gp_buf_puts(&p->line, "; ");
	gp_buf_puts(&p->line, before);
	gp_buf_str(&p->line, text);
}

static void
add_place(struct page *p, struct gp_span at)
{
	if (at.first == 0)
		return;
	if (at.first == at.last)
		gp_buf_printf(&p->line, "line %u", at.first);
	else
		gp_buf_printf(&p->line, "lines %u to %u", at.first, at.last);
}

static void
add_lines(struct page *p, const unsigned *lines, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		gp_buf_printf(&p->line, "%s%u",
		              i ? ", " : (n == 1 ? ", line " : ", lines "),
		              lines[i]);
}

/* ---- found ---- */

static bool
is_given(struct gp_str confidence)
{
	return gp_str_eq(confidence, GP_STR("given"));
}

static const struct gp_str as_given = { "as given in pack.yaml", 21 };

static void
found_standfirst(struct page *p)
{
	const struct gp_standfirst *s = &p->doc->standfirst;

	field(p, "Standfirst", s->text);
	if (s->text.n == 0)
		return;
	add_place(p, s->at);
	if (is_given(s->confidence))
		add(p, "", as_given);
	else if (s->confidence.n)
		add(p, "confidence ", s->confidence);
	if (s->alternative.n)
		add(p, "could also be a ", s->alternative);
	flush_detail(p);
}

static void
found_author(struct page *p, const struct gp_author *a)
{
	gp_buf_puts(&p->line,
	            a->kind == GP_PERSON ? "person: " : "organisation: ");
	gp_buf_str(&p->line, a->display.n ? a->display : a->name);
	if (a->role.n)
		add(p, "role: ", a->role);
	if (a->derived)
		add(p, "a guess from the user name ", a->raw);
	flush_detail(p);
}

static void
found_byline(struct page *p)
{
	const struct gp_byline *b = &p->doc->byline;
	size_t i;

	field(p, "Byline", b->text);
	if (b->text.n) {
		add_place(p, b->at);
		flush_detail(p);
	}
	for (i = 0; i < b->n_authors; i++)
		found_author(p, &b->authors[i]);
}

static void
found_date(struct page *p)
{
	static const char *const roles[] = {
		[GP_PUBLISHED] = "the date of publication",
		[GP_MODIFIED] = "the date of a later change",
		[GP_AGGREGATED] = "the moment another site copied it",
	};
	const struct gp_dateline *d = &p->doc->date;
	char iso[GP_DATE_TEXT];

	gp_date_iso(&d->date, iso);
	field(p, "Date", gp_str(iso));
	if (d->date.precision == GP_NO_DATE)
		return;
	add_place(p, d->at);
	add(p, "", gp_str(roles[d->role]));
	if (d->raw.n)
		add(p, "written as ", d->raw);
	if (d->date.precision >= GP_MINUTE && !d->date.has_zone)
		add(p, "without a time zone", GP_STR(""));
	flush_detail(p);
}

static void
found_source(struct page *p)
{
	const struct gp_source *s = &p->doc->source;
	size_t i;

	field(p, "Source", s->name);
	if (s->name.n) {
		gp_buf_str(&p->line,
		           is_given(s->confidence) ? as_given : s->confidence);
		add_lines(p, s->evidence, s->n_evidence);
		flush_detail(p);
	}
	for (i = 0; i < s->n_candidates; i++) {
		gp_buf_puts(&p->line, "could be ");
		gp_buf_str(&p->line, s->candidates[i].name);
		add_lines(p, s->candidates[i].lines, s->candidates[i].n_lines);
		flush_detail(p);
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
found_body(struct page *p)
{
	size_t words = gp_doc_words(p->doc), blocks = count_blocks(p->doc);
	size_t minutes = gp_reading_minutes(words), i;
	const struct gp_short_form *s = p->doc->short_forms;

	gp_buf_printf(p->out, "  %-*s  %zu block%s, %zu word%s, %zu min read\n",
	              NAME_COLUMNS, "Body", blocks, blocks == 1 ? "" : "s",
	              words, words == 1 ? "" : "s", minutes);
	for (i = 0; i < p->doc->n_short_forms; i++, s++) {
		gp_buf_str(&p->line, s->brief);
		gp_buf_puts(&p->line, " stands for ");
		gp_buf_str(&p->line, s->full);
		gp_buf_printf(&p->line, ", line %u", s->line);
		flush_detail(p);
	}
}

static void
found(struct page *p)
{
	const struct gp_doc *doc = p->doc;

	section(p, "Found");
	field(p, "Title", doc->title.text);
	add_place(p, doc->title.at);
	flush_detail(p);
	found_standfirst(p);
	found_byline(p);
	found_date(p);
	found_source(p);
	field(p, "Address", doc->url.text);
	found_body(p);
}

/* ---- repaired, dropped, guessed ---- */

static void
repaired(struct page *p)
{
	const struct gp_repair *r;

	section(p, "Repaired");
	if (!p->doc->repairs)
		gp_buf_puts(p->out, "  nothing\n");
	for (r = p->doc->repairs; r; r = r->next) {
		gp_buf_printf(p->out, "  %*zu  ", NAME_COLUMNS, r->count);
		gp_buf_str(&p->line, gp_plain_word(r->name));
		gp_put_wrapped(p->out, gp_buf_view(&p->line), MARGIN_COLUMNS,
		               MARGIN);
		gp_buf_clear(&p->line);
	}
}

/* Each line that is not blank, in full, with its number. */
static void
quote_lines(struct page *p, const struct gp_dropped *d)
{
	static const char bar[] = "            | ";
	struct gp_str rest = d->raw, line;
	unsigned number = d->at.first;

	for (; gp_str_split(&rest, '\n', &line); number += number > 0) {
		if (gp_str_trim(line).n == 0)
			continue;
		if (number)
			gp_buf_printf(p->out, "  %*u | ", NAME_COLUMNS - 1,
			              number);
		else
			gp_buf_puts(p->out, bar);
		gp_put_wrapped(p->out, line, MARGIN_COLUMNS, bar);
	}
}

static void
dropped_one(struct page *p, const struct gp_dropped *d, size_t number)
{
	gp_buf_printf(p->out, "  %zu. ", number);
	paint(p, BOLD);
	gp_put_safe(p->out, gp_plain_word(d->reason));
	paint(p, PLAIN);
	gp_buf_puts(p->out, " (");
	gp_put_safe(p->out, d->reason);
	gp_buf_printf(p->out, "), confidence %d.%02d\n", d->confidence / 100,
	              d->confidence % 100);
	quote_lines(p, d);
	if (d->rule.n)
		add(p, "rule: ", d->rule);
	flush_detail(p);
}

static void
dropped(struct page *p)
{
	const struct gp_dropped *d;
	size_t number = 0;

	section(p, "Dropped");
	if (!p->doc->dropped)
		gp_buf_puts(p->out, "  nothing\n");
	for (d = p->doc->dropped; d; d = d->next)
		dropped_one(p, d, ++number);
}

static void
guessed(struct page *p)
{
	const struct gp_warning *w;

	section(p, "Guessed or doubtful");
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

/* ---- what to do about it ---- */

/* Single quotes hold anything in YAML when those inside are doubled. */
static void
put_yaml(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	gp_buf_putc(out, '\'');
	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '\'')
			gp_buf_putc(out, '\'');
		gp_buf_putc(out, s.p[i]);
	}
	gp_buf_putc(out, '\'');
}

static struct gp_str
base_name(struct gp_str path)
{
	size_t from = path.n;

	while (from > 0 && path.p[from - 1] != '/')
		from--;
	return gp_str_sub(path, from, path.n);
}

static void
suggest(struct page *p, bool needed, const char *key, const char *value,
        const char *why)
{
	if (!needed)
		return;
	gp_buf_printf(p->out, "        %s: %s  # %s\n", key, value, why);
	p->suggested = true;
}

static void
suggest_fields(struct page *p)
{
	const struct gp_doc *doc = p->doc;
	bool derived = doc->byline.n_authors && doc->byline.authors[0].derived;
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool medium = gp_str_eq(doc->standfirst.confidence, GP_STR("medium"));

	gp_buf_puts(p->out, "    articles:\n      - file: ");
	gp_buf_clear(&p->line);
	put_yaml(&p->line, base_name(doc->input.file));
	gp_put_safe(p->out, gp_buf_view(&p->line));
	gp_buf_clear(&p->line);
	gp_buf_putc(p->out, '\n');
	suggest(p, doc->title.text.n == 0, "title", "The headline",
	        "not found");
	suggest(p, medium, "standfirst", "One sentence", "not certain");
	suggest(p, doc->byline.text.n == 0, "byline", "By First Last",
	        "not found");
	suggest(p, derived, "byline", "By First Last", "made from a user name");
	suggest(p, !dated, "date", "YYYY-MM-DD", "not found");
	suggest(p, dated && doc->date.role != GP_PUBLISHED, "date",
	        "YYYY-MM-DD", "not that of publication");
	suggest(p, doc->source.name.n == 0, "source", "Name of the publication",
	        "not found");
	suggest(p, gp_str_eq(doc->source.confidence, GP_STR("inferred")),
	        "source", "Name of the publication", "inferred");
	suggest(p, doc->url.text.n == 0, "url", "https://...", "not found");
	suggest(p, !p->suggested, "title", "The headline", "or another field");
}

static bool
is_literal(uint32_t c)
{
	if (c < 0x80)
		return gp_is_alpha((char)c) || gp_is_digit((char)c);
	return c >= 0xC0 && (c < 0x2000 || c > 0x206F) &&
	       (c < 0x3000 || c > 0x303F) && c != GP_UTF8_BAD;
}

/* A pattern that fits the line as the rules see it, whatever was done to its
   marks and spaces before: words as they are, anything for the rest.  False
   when it would fit any line. */
static bool
put_pattern(struct gp_buf *out, struct gp_str line)
{
	enum { START, LITERAL, SPACE, OTHER } last = START;
	bool literal = false;
	size_t i = 0;
	uint32_t c;

	while (i < line.n) {
		if (out->len >= PATTERN_BYTES) {
			gp_buf_puts(out, last == OTHER ? "" : ".+");
			break;
		}
		c = gp_utf8_next(line, &i);
		if (is_literal(c)) {
			gp_buf_utf8(out, c);
			literal = true;
			last = LITERAL;
		} else if (c == ' ' || c == '\t' || c == 0xA0) {
			if (last != SPACE)
				gp_buf_putc(out, ' ');
			last = SPACE;
		} else {
			if (last != OTHER)
				gp_buf_puts(out, ".+");
			last = OTHER;
		}
	}
	return literal;
}

/* A label and what stands under it are one finding of zone "mid". */
static bool
is_under_label(const struct gp_dropped *d)
{
	return d->at.last > d->at.first &&
	       gp_str_eq(d->reason, GP_STR("related-links")) &&
	       !gp_str_eq(d->rule, GP_STR("unlabelled-run"));
}

static void
suggest_rule(struct page *p, const struct gp_dropped *d, bool *any)
{
	struct gp_str rest = d->raw, line = GP_STR("");
	struct gp_buf yaml = { .max = 0 };

	while (gp_str_split(&rest, '\n', &line) && gp_str_trim(line).n == 0)
		;
	if (put_pattern(&p->line, gp_str_trim(line))) {
		put_yaml(&yaml, gp_buf_view(&p->line));
		if (!*any)
			gp_buf_puts(p->out,
			            "  A dropped line stays when a rule of "
			            "confidence 0 matches it:\n"
			            "    rules:\n");
		*any = true;
		gp_buf_puts(p->out, "      - pattern: ");
		gp_put_safe(p->out, gp_buf_view(&yaml));
		if (is_under_label(d))
			gp_buf_puts(p->out, "\n        zone: mid");
		gp_buf_puts(p->out, "\n        confidence: 0\n");
	}
	gp_buf_clear(&p->line);
	gp_buf_inherit(p->out, &yaml);
	gp_buf_free(&yaml);
}

/* One for each finding, for an editor to choose from. */
static void
suggest_rules(struct page *p)
{
	const struct gp_dropped *d;
	bool any = false, lost = false;

	for (d = p->doc->dropped; d; d = d->next) {
		if (!gp_is_lost(d))
			continue;
		suggest_rule(p, d, &any);
		lost = true;
	}
	if (lost)
		gp_buf_puts(p->out, "  To drop nothing at all, run with "
		                    "--keep-all.\n");
}

static void
advise(struct page *p)
{
	section(p, "Where this is wrong");
	gp_buf_puts(
		p->out,
		"  Say so in the pack.yaml beside the article; what it says "
		"always wins:\n");
	suggest_fields(p);
	suggest_rules(p);
}

static bool
print_explain(const struct gp_doc *doc, bool colour, struct gp_buf *out,
              struct gp_err *e)
{
	struct page p = { .out = out, .colour = colour, .doc = doc };
	bool good;

	paint(&p, BOLD);
	gp_put_safe(out, doc->input.file);
	paint(&p, PLAIN);
	gp_buf_printf(out, ": %.*s, %.*s, %zu bytes, %zu lines\n",
	              GP_ARG(doc->input.kind), GP_ARG(doc->input.encoding),
	              doc->input.bytes, doc->n_lines);
	found(&p);
	repaired(&p);
	dropped(&p);
	guessed(&p);
	advise(&p);
	good = gp_buf_ok(&p.line, e) && gp_buf_ok(out, e);
	gp_buf_free(&p.line);
	return good;
}

const struct gp_printer gp_print_explain = {
	.name = "explain",
	.print = print_explain,
};
