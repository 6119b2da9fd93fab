/* One pass with a stack of what stands open, as deep as UAX #9 lets it be.
   Balancing leaves out what closes nothing and closes at the end what is
   open; it moves no other character.  Whether a text may be turned round is
   asked by the blocks of right-to-left scripts, without looking a letter up;
   fribidi tells the type of one that has to be known.  It puts nothing in
   order. */
#include "base/text/bidi.h"

#include "base/utf8.h"

#include <fribidi.h>

enum { MAX_DEPTH = 125, POP = 0x202C, POP_ISOLATE = 0x2069 };

/* Letters that tell which way a text runs. */
enum { TELLING = 160 };

/* What is open, the innermost last. */
struct open_marks {
	bool isolate[MAX_DEPTH];
	size_t depth;
};

static bool
is_embedding(uint32_t c)
{
	return c >= 0x202A && c <= 0x202E && c != POP;
}

static bool
is_isolate(uint32_t c)
{
	return c >= 0x2066 && c <= 0x2068;
}

static bool
push_mark(struct open_marks *o, bool isolate)
{
	if (o->depth == MAX_DEPTH)
		return false;
	o->isolate[o->depth++] = isolate;
	return true;
}

/* The end of an isolate ends the embeddings within it too (UAX #9, X6a); that
   of an embedding ends nothing but an embedding (X7). */
static bool
pop(struct open_marks *o, bool isolate)
{
	size_t depth = o->depth;

	while (isolate && depth && !o->isolate[depth - 1])
		depth--;
	if (depth == 0 || o->isolate[depth - 1] != isolate)
		return false;
	o->depth = depth - 1;
	return true;
}

/* False when the character has no place here. */
static bool
step_character(struct open_marks *o, uint32_t c)
{
	if (is_embedding(c) || is_isolate(c))
		return push_mark(o, is_isolate(c));
	if (c == POP || c == POP_ISOLATE)
		return pop(o, c == POP_ISOLATE);
	return true;
}

bool
gp_bidi_balanced(struct gp_str s)
{
	struct open_marks o = { .depth = 0 };
	size_t i = 0;

	while (i < s.n)
		if (!step_character(&o, gp_utf8_next(s, &i)))
			return false;
	return o.depth == 0;
}

void
gp_bidi_balance(struct gp_str s, struct gp_buf *out)
{
	struct open_marks o = { .depth = 0 };
	size_t i = 0, from;

	while (i < s.n) {
		from = i;
		if (step_character(&o, gp_utf8_next(s, &i)))
			gp_buf_str(out, gp_str_sub(s, from, i));
	}
	while (o.depth)
		gp_buf_utf8(out, o.isolate[--o.depth] ? POP_ISOLATE : POP);
}

bool
gp_bidi_is_rtl(uint32_t c)
{
	/* Hebrew to Arabic Extended-A, their presentation forms, and the
	   parts of the supplementary plane that are kept for such scripts. */
	return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
	       (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
	       (c >= 0x1E800 && c <= 0x1EFFF);
}

bool
gp_bidi_turns(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = gp_utf8_next(s, &i);

		if (gp_bidi_is_rtl(c) || is_embedding(c) || is_isolate(c) ||
		    c == POP || c == POP_ISOLATE)
			return true;
	}
	return false;
}

static enum gp_side
side_of(uint32_t c)
{
	FriBidiCharType type;

	if (c < 0x80)
		return (c | 0x20) - 'a' < 26 ? GP_SIDE_LTR : GP_SIDE_NONE;
	type = fribidi_get_bidi_type(c);
	if (!FRIBIDI_IS_LETTER(type))
		return GP_SIDE_NONE;
	return FRIBIDI_IS_RTL(type) ? GP_SIDE_RTL : GP_SIDE_LTR;
}

bool
gp_side_count(struct gp_side_letters *l, struct gp_str s)
{
	size_t i = 0;
	enum gp_side side;

	while (i < s.n && l->n[GP_SIDE_LTR] + l->n[GP_SIDE_RTL] < TELLING) {
		side = side_of(gp_utf8_next(s, &i));
		l->n[side]++;
		if (l->first == GP_SIDE_NONE)
			l->first = side;
	}
	return l->n[GP_SIDE_LTR] + l->n[GP_SIDE_RTL] < TELLING;
}

enum gp_side
gp_side_told(const struct gp_side_letters *l)
{
	if (l->n[GP_SIDE_LTR] == l->n[GP_SIDE_RTL])
		return l->first;
	return l->n[GP_SIDE_LTR] > l->n[GP_SIDE_RTL] ? GP_SIDE_LTR
	                                             : GP_SIDE_RTL;
}

enum gp_side
gp_bidi_side(struct gp_str s)
{
	struct gp_side_letters l = { .first = GP_SIDE_NONE };

	(void)gp_side_count(&l, s);
	return gp_side_told(&l);
}

void
gp_put_apart(struct gp_buf *out, bool apart, struct gp_str words)
{
	gp_buf_puts(out, apart ? GP_FIRST_STRONG_ISOLATE : "");
	gp_buf_str(out, words);
	gp_buf_puts(out, apart ? GP_POP_ISOLATE : "");
}
