/*
 * What a source says of itself, for --explain: each claim with the place it
 * was made, those that were taken first, and which of the others say
 * otherwise.
 */
#include "report/explain_sections.h"
#include "report/terminal_lines.h"
#include "report/plain_words.h"

enum { SHOWN_BYTES = 300 }; /* of a claim: descriptions can be long */

static struct gp_str
shortened(struct gp_str s)
{
	size_t n = s.n;

	if (n > SHOWN_BYTES)
		for (n = SHOWN_BYTES;
		     n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80;)
			n--;
	return gp_str_sub(s, 0, n);
}

static void
claim(struct gp_explained *p, const struct gp_judged_claim *c)
{
	struct gp_str value = shortened(c->said->value);

	gp_buf_str(&p->line, value);
	if (value.n < c->said->value.n)
		gp_buf_printf(&p->line, " \xE2\x80\xA6 %zu more bytes",
		              c->said->value.n - value.n);
	gp_buf_printf(p->out, "  %-*s  ", GP_EXPLAIN_NAME,
	              gp_claim_name(c->said->kind));
	gp_put_wrapped(p->out, gp_buf_view(&p->line), GP_EXPLAIN_COLUMNS,
	               GP_EXPLAIN_MARGIN);
	gp_buf_clear(&p->line);
	gp_explain_add(p, "", c->said->from);
	if (c->said->line)
		gp_buf_printf(&p->line, ", line %u of the file", c->said->line);
	gp_explain_add(p, "", gp_claim_outcome(c));
	gp_explain_flush(p);
}

static void
claims_of(struct gp_explained *p, enum gp_claim_kind kind, bool taken)
{
	const struct gp_judged_claim *c;

	for (c = p->doc->claims; c; c = c->next)
		if (c->said->kind == kind && c->taken == taken)
			claim(p, c);
}

void
gp_explain_claims(struct gp_explained *p)
{
	size_t kind;

	if (!p->doc->claims)
		return;
	gp_explain_section(p, "Said of itself");
	for (kind = GP_CLAIM_TITLE; kind < GP_CLAIM_KINDS; kind++) {
		claims_of(p, (enum gp_claim_kind)kind, true);
		claims_of(p, (enum gp_claim_kind)kind, false);
	}
}
