/*
 * Character references (base/entity.h) in text that was escaped once too
 * often.  Only what may stand in a text comes out: no controls, no markup is
 * made.  Whether a document was escaped is for others to say.
 */
#include "normalise/text/steps.h"

#include "base/entity.h"
#include "base/text/decode.h"
#include "base/utf8.h"

enum { REPLACEMENT = 0xFFFD };

static bool
may_stand(struct gp_str text)
{
	size_t i = 0;
	uint32_t c = gp_utf8_next(text, &i);

	return c >= 0x20 && (c < 0x7F || c >= 0xA0) && c != REPLACEMENT &&
	       !gp_is_noncharacter(c);
}

bool
gp_reference_at(struct gp_str s, size_t at, bool bare, struct gp_ref *ref)
{
	/* Names without a semicolon as in attributes: "Smith&LTD" and
	   "?a=1&copy=2" are none. */
	return gp_ref_at(s, at, true, ref) &&
	       (bare || s.p[at + ref->size - 1] == ';') &&
	       may_stand((struct gp_str){ ref->text, ref->n });
}

static void
fix(struct gp_str s, bool bare, struct gp_buf *out, unsigned *fixes)
{
	size_t i = 0, from = 0;
	struct gp_ref ref;

	while (i < s.n) {
		if (s.p[i] != '&' || !gp_reference_at(s, i, bare, &ref)) {
			i++;
			continue;
		}
		gp_buf_put(out, s.p + from, i - from);
		gp_buf_put(out, ref.text, ref.n);
		fixes[GP_FIX_ENTITY]++;
		from = i += ref.size;
	}
	gp_buf_put(out, s.p + from, s.n - from);
}

void
gp_fix_entities(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	fix(s, false, out, fixes);
}

void
gp_fix_bare_entities(struct gp_str s, struct gp_buf *out, unsigned *fixes)
{
	fix(s, true, out, fixes);
}
