/*
 * What to write into pack.yaml where a reading is wrong: a row for the
 * article, and a rule for each line that was dropped.  Knows no reading but
 * this one document.
 */
#include "base/utf8.h"
#include "report/explain_sections.h"
#include "report/terminal_lines.h"
#include "report/plain_words.h"

enum { PATTERN_BYTES = 48 };

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

static void
suggest(struct gp_explained *p, bool needed, const char *key, const char *value,
        const char *why)
{
	if (!needed)
		return;
	gp_buf_printf(p->out, "        %s: %s  # %s\n", key, value, why);
	p->suggested = true;
}

static void
suggest_fields(struct gp_explained *p)
{
	const struct gp_doc *doc = p->doc;
	bool derived = doc->byline.n_authors && doc->byline.authors[0].derived;
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool medium = gp_str_eq(doc->standfirst.confidence, GP_STR("medium"));

	gp_buf_puts(p->out, "    articles:\n      - file: ");
	gp_buf_clear(&p->line);
	put_yaml(&p->line, gp_str_base(doc->input.file));
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
		return gp_is_alnum((char)c);
	return c >= 0xC0 && (c < 0x2000 || c > 0x206F) &&
	       (c < 0x3000 || c > 0x303F) && c != GP_UTF8_BAD;
}

/* Rules never see them: normalise/text/ has taken them out. */
static bool
is_taken_out(uint32_t c)
{
	return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
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
		if (is_taken_out(c))
			continue;
		if (is_literal(c)) {
			if (last == SPACE)
				gp_buf_putc(out, ' ');
			gp_buf_utf8(out, c);
			literal = true;
			last = LITERAL;
		} else if (c == ' ' || c == '\t' || c == 0xA0) {
			/* Those at its ends are taken away before. */
			last = last == START ? START : SPACE;
		} else {
			if (last == SPACE)
				gp_buf_putc(out, ' ');
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

/* Of the first line that one can be made for. */
static bool
pattern_of(struct gp_buf *out, const struct gp_dropped *d)
{
	struct gp_str rest = d->raw, line;

	while (gp_str_split(&rest, '\n', &line)) {
		gp_buf_clear(out);
		if (put_pattern(out, gp_str_trim(line)))
			return true;
	}
	return false;
}

static void
suggest_rule(struct gp_explained *p, const struct gp_dropped *d, bool *any)
{
	struct gp_buf yaml = { .max = 0 };

	if (pattern_of(&p->line, d)) {
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
suggest_rules(struct gp_explained *p)
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

void
gp_explain_advice(struct gp_explained *p)
{
	gp_explain_section(p, "Where this is wrong");
	gp_buf_puts(
		p->out,
		"  Say so in the pack.yaml beside the article; what it says "
		"always wins:\n");
	suggest_fields(p);
	suggest_rules(p);
}
