/* Blocks and claims appended to a draft in the order of its source, within
   limits: a claim that is one too many, empty or overlong is left out.
   Nothing is weighed or compared, and but for its controls a value is kept
   as it was said. */
#include "model/draft.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { SURE = 100 }; /* that a line is left out, in hundredths */

struct gp_draft *
gp_draft_new(size_t limit)
{
	struct gp_arena *a = gp_arena_new(limit);
	struct gp_draft *d = a ? gp_arena_alloc(a, sizeof *d) : NULL;

	if (!d) {
		gp_arena_free(a);
		return NULL;
	}
	d->arena = a;
	return d;
}

void
gp_draft_free(struct gp_draft *d)
{
	if (d)
		gp_arena_free(d->arena);
}

struct gp_draft_block *
gp_draft_add(struct gp_draft *d)
{
	struct gp_draft_block *b = gp_arena_alloc(d->arena, sizeof *b);

	if (!b)
		return NULL;
	if (d->last)
		d->last->next = b;
	else
		d->first = b;
	d->last = b;
	d->n_blocks++;
	return b;
}

/* A copy without controls, which no field may hold.  Those of the upper half
   stay: text that was decoded wrongly has them, and may be mended. */
static struct gp_str
without_controls(struct gp_arena *a, struct gp_str s)
{
	char *p = gp_arena_alloc(a, s.n + 1);
	size_t i;

	for (i = 0; p && i < s.n; i++)
		p[i] = (unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7F ? ' '
		                                                      : s.p[i];
	return p ? (struct gp_str){ p, s.n } : GP_STR("");
}

struct gp_claim *
gp_draft_claim(struct gp_draft *d, enum gp_claim_kind kind,
               enum gp_claim_place place, struct gp_str value,
               struct gp_str from, unsigned line)
{
	struct gp_claim *c;

	value = gp_str_trim(value);
	if (value.n == 0 || value.n > GP_MAX_CLAIM_BYTES ||
	    d->n_claims >= GP_MAX_CLAIMS ||
	    (kind != GP_CLAIM_TAG && d->n_alike[kind] >= GP_MAX_CLAIMS_ALIKE))
		return NULL;
	c = gp_arena_alloc(d->arena, sizeof *c);
	if (!c)
		return NULL;
	c->kind = kind;
	c->place = place;
	c->value = without_controls(d->arena, value);
	c->from = from;
	c->at = (struct gp_span){ line, line };
	c->line = line;
	if (d->last_claim)
		d->last_claim->next = c;
	else
		d->claims = c;
	d->last_claim = c;
	d->n_claims++;
	d->n_alike[kind]++;
	return c;
}

bool
gp_draft_line_room(struct gp_draft *d)
{
	/* Lines that were made at once have no room behind them. */
	if (d->lines_room < d->n_lines)
		d->lines_room = d->n_lines;
	return GP_VEC_FIT(d->arena, d->lines, d->n_lines + 1, d->lines_room);
}

void
gp_draft_leave_out(struct gp_draft *d, struct gp_str line, struct gp_str why,
                   struct gp_str rule)
{
	struct gp_draft_block *b;

	if (gp_utf8_blank(line) || !gp_draft_line_room(d))
		return;
	b = gp_draft_add(d);
	if (!b)
		return;
	d->lines[d->n_lines++] = line;
	b->at.first = b->at.last = (unsigned)d->n_lines;
	b->raw = line;
	b->why = why;
	b->rule = rule;
	b->confidence = SURE;
}
