/*
 * Spaces, invisible characters and canonical composition: a line comes out
 * trimmed, in NFC, with single plain spaces.  U+3000 is a letter's width in
 * its scripts and is left alone, as are joiners and direction marks.
 */
#include "normalise/text/steps.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <uninorm.h>

enum space_role { WORD, SPACE, NBSP, OTHER_SPACE, INVISIBLE, CONTROL, MARK };

/* Everything below U+0300 and most punctuation is NFC as it stands. */
bool
gp_wants_nfc(struct gp_str s)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		if ((unsigned char)s.p[i] < 0xCC) {
			i++;
			continue;
		}
		c = gp_utf8_next(s, &i);
		if (c >= 0x300 && (c < 0x2002 || c > 0x2100))
			return true;
	}
	return false;
}

void
gp_fix_nfc(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	uint8_t *composed;
	size_t n = 0;

	composed =
		u8_normalize(UNINORM_NFC, (const uint8_t *)s.p, s.n, NULL, &n);
	if (!composed) {
		out->failed = GP_NOMEM;
		return;
	}
	gp_buf_put(out, composed, n);
	free(composed);
	fixes[GP_FIX_NFC] += !gp_str_eq(s, gp_buf_view(out));
}

static enum space_role
role_of(uint32_t c)
{
	if (c == ' ')
		return SPACE;
	if (c == 0xA0)
		return NBSP;
	if (c == '\t' || c == '\n' || c == '\r' || c == 0x202F ||
	    (c >= 0x2000 && c <= 0x200A))
		return OTHER_SPACE;
	if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF)
		return INVISIBLE;
	if (gp_is_mark(c))
		return MARK;
	return c < 0x20 || (c >= 0x7F && c < 0xA0) ? CONTROL : WORD;
}

bool
gp_wants_spaces(struct gp_str s)
{
	size_t i = 0, at;
	bool space = true;

	while (i < s.n) {
		if (s.p[i] > ' ' && s.p[i] < 0x7F) {
			space = false;
			i++;
			continue;
		}
		at = i;
		switch (role_of(gp_utf8_next(s, &i))) {
		case WORD:
			space = false;
			break;
		case SPACE:
			if (space || at + 1 == s.n)
				return true;
			space = true;
			break;
		case MARK:
			break;
		case NBSP:
		case OTHER_SPACE:
		case INVISIBLE:
		case CONTROL:
			return true;
		}
	}
	return false;
}

/* White space between two words, however many marks stand in it. */
struct gap {
	size_t run;
	bool begun; /* there are words before it */
	bool put;   /* its space is written: a mark came behind it */
	bool edge;  /* there was one at an end of the line */
};

static void
end_gap(struct gp_buf *out, struct gap *g, bool last, unsigned *fixes)
{
	fixes[GP_FIX_SPACE_RUN] += g->run > 1;
	if (g->run && (!g->begun || last))
		g->edge = true;
	else if (g->run && !g->put)
		gp_buf_putc(out, ' ');
	g->run = 0;
	g->put = false;
	g->begun = true;
}

/* The space of a gap stands before the marks in it, if it was there. */
static void
put_mark(struct gp_buf *out, struct gap *g, uint32_t mark)
{
	if (g->run && g->begun && !g->put) {
		gp_buf_putc(out, ' ');
		g->put = true;
	}
	gp_buf_putc(out, (char)mark);
}

void
gp_fix_spaces(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	static const enum gp_fix fix[] = {
		[NBSP] = GP_FIX_NBSP,
		[OTHER_SPACE] = GP_FIX_SPACE,
		[INVISIBLE] = GP_FIX_INVISIBLE,
		[CONTROL] = GP_FIX_CONTROL,
	};
	struct gap gap = { .run = 0 };
	size_t i = 0, at;
	enum space_role role;

	while (i < s.n) {
		at = i;
		role = role_of(gp_utf8_next(s, &i));
		if (role > SPACE && role < MARK)
			fixes[fix[role]]++;
		if (role == MARK) {
			put_mark(out, &gap, (unsigned char)s.p[at]);
		} else if (role == WORD) {
			end_gap(out, &gap, false, fixes);
			while (i < s.n && s.p[i] > ' ' && s.p[i] < 0x7F)
				i++;
			gp_buf_put(out, s.p + at, i - at);
		} else {
			gap.run += role < INVISIBLE;
		}
	}
	end_gap(out, &gap, true, fixes);
	fixes[GP_FIX_EDGE] += gap.edge;
}
