/*
 * Words are compared as letters and digits in lower case, so that no mark and
 * no space of a source decides whether two claims agree.
 */
#include "normalise/says/claim_words.h"

#include "base/text/decode.h"
#include "base/text/fold.h"
#include "base/text/uri.h"
#include "base/utf8.h"

enum { FRONT = 12 }; /* units that may repeat a title */

struct gp_judged_claim *
gp_claims_next(const struct gp_work *w, const struct gp_judged_claim *c,
               enum gp_claim_kind kind)
{
	struct gp_judged_claim *next = c ? c->next : w->doc->claims;

	while (next && next->said->kind != kind)
		next = next->next;
	return next;
}

/* What repairs have left of controls. */
static void
put_clean(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c != GP_UTF8_BAD && c >= 0x20 && (c < 0x7F || c >= 0xA0) &&
		    !gp_is_noncharacter(c))
			gp_buf_utf8(out, c);
	}
}

struct gp_str
gp_claim_text(struct gp_work *w, struct gp_str value)
{
	struct gp_evidence v = w->evidence;
	struct gp_desk desk = { .a.max = 0 };
	struct gp_buf clean = { .max = 0 };
	unsigned fixes[GP_FIX_COUNT] = { 0 };

	/* Escaped once too often is a habit of heads, not of texts. */
	v.entities = v.tags = 0;
	v.bare = true;
	gp_evidence_add(&v, value);
	put_clean(gp_text_set(&desk, &v, value, fixes), &clean);
	gp_desk_free(&desk);
	return gp_arena_buf(w->doc->arena, &clean);
}

struct gp_str
gp_claim_fold(struct gp_work *w, struct gp_str s)
{
	struct gp_buf b = { .max = 0 };

	gp_fold_words(s, &b);
	return gp_arena_buf(w->scratch, &b);
}

bool
gp_claims_agree(struct gp_work *w, struct gp_str a, struct gp_str b)
{
	return gp_claim_folds_agree(gp_claim_fold(w, a), gp_claim_fold(w, b));
}

bool
gp_claim_folds_agree(struct gp_str x, struct gp_str y)
{
	if (x.n == 0 || y.n == 0)
		return false;
	return gp_str_find(x, y, 0) < x.n || gp_str_find(y, x, 0) < y.n;
}

struct gp_unit *
gp_claims_unit(struct gp_work *w, struct gp_str text, size_t *i)
{
	struct gp_str want = gp_claim_fold(w, text);

	for (; *i < w->n && *i < FRONT; ++*i)
		if (w->units[*i].fate == GP_UNDECIDED &&
		    gp_str_eq(gp_claim_fold(w, w->units[*i].text), want))
			return &w->units[*i];
	return NULL;
}

/* "https://www.daily-planet.example/news" as "dailyplanet". */
static struct gp_str
host_name(struct gp_work *w, struct gp_str url)
{
	struct gp_str host = gp_web_host(url);
	struct gp_buf b = { .max = 0 };
	size_t i = 0;

	if (gp_str_starts(host, GP_STR("www.")))
		i = 4;
	for (; i < host.n && host.p[i] != '.'; i++)
		if (gp_is_alnum(host.p[i]))
			gp_buf_putc(&b, gp_to_lower(host.p[i]));
	return gp_arena_buf(w->scratch, &b);
}

static struct gp_str
tight(struct gp_work *w, struct gp_str s)
{
	struct gp_str folded = gp_claim_fold(w, s), word;
	struct gp_buf b = { .max = 0 };

	while (gp_str_word(&folded, &word))
		gp_buf_str(&b, word);
	return gp_arena_buf(w->scratch, &b);
}

bool
gp_claims_is_site(struct gp_work *w, struct gp_str name)
{
	struct gp_str flat = tight(w, name);
	const struct gp_judged_claim *c = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_SOURCE)) != NULL)
		if (flat.n > 0 && c->said->place != GP_SAID_NEARBY &&
		    gp_str_eq(flat, tight(w, c->said->value)))
			return true;
	while ((c = gp_claims_next(w, c, GP_CLAIM_URL)) != NULL)
		if (flat.n > 3 && gp_str_eq(flat, host_name(w, c->said->value)))
			return true;
	return false;
}

bool
gp_claim_is_visible(const struct gp_judged_claim *c)
{
	return c->said->place == GP_SAID_IN_PAGE && c->said->in_article;
}
