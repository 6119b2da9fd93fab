/*
 * Claims to fields: title, standfirst, source, address; byline and date have
 * files of their own.  A claim counts by where it was made and by how many
 * others say the same; what they disagree about is a finding.  A line of the
 * text that says the same is taken out of it, as metadata.
 */
#include "normalise/says/claims.h"
#include "normalise/says/byline.h"

#include "base/utf8.h"
#include "base/text/decode.h"

#include <unicase.h>
#include <unictype.h>

enum {
	TITLE_WORDS = 40,
	SITE_WORDS = 6,   /* behind a title */
	HEAD_WORDS = 3,   /* of a title before the name of a site */
	LINE_BYTES = 300, /* before the text */
	FRONT = 12,       /* units that may repeat the title */
	LEAST_STANDFIRST = 4,
	MOST_STANDFIRST = 80,
};

/* ---- the claims ---- */

struct gp_claim *
gp_claims_next(const struct gp_work *w, const struct gp_claim *c,
               enum gp_claim_kind kind)
{
	struct gp_claim *next = c ? c->next : w->doc->claims;

	while (next && next->kind != kind)
		next = next->next;
	return next;
}

static void
copy_claims(struct gp_work *w)
{
	struct gp_arena *a = w->doc->arena;
	struct gp_claim **end = &w->doc->claims, *copy;
	const struct gp_claim *c;

	*end = NULL;
	for (c = w->draft->claims; c; c = c->next) {
		copy = gp_arena_alloc(a, sizeof *copy);
		if (!copy)
			return;
		*copy = *c;
		copy->value = gp_arena_str(a, c->value);
		copy->from = gp_arena_str(a, c->from);
		copy->next = NULL;
		*end = copy;
		end = &copy->next;
	}
}

static struct gp_claim *
last_claim(const struct gp_work *w)
{
	struct gp_claim *c = w->doc->claims;

	while (c && c->next)
		c = c->next;
	return c;
}

static void
claim_line(struct gp_work *w, enum gp_claim_kind kind,
           const struct gp_draft_block *b, struct gp_claim **last)
{
	struct gp_claim *c = gp_arena_alloc(w->doc->arena, sizeof *c);

	if (!c)
		return;
	*c = (struct gp_claim){
		.kind = kind,
		.place = GP_SAID_IN_PAGE,
		.value = gp_arena_str(w->doc->arena, b->raw),
		.from = GP_STR("a line before the text"),
		.at = b->at,
		.in_article = true,
	};
	if (*last)
		(*last)->next = c;
	else
		w->doc->claims = c;
	*last = c;
}

/* Lines that the importer found before the text, no part of it. */
static void
claim_lines(struct gp_work *w)
{
	struct gp_claim *last = last_claim(w);
	struct gp_found_date date;
	size_t i;

	for (i = 0; i < w->n_aside; i++) {
		const struct gp_draft_block *b = w->aside[i];

		if (!gp_str_eq(b->why, GP_STR("front-matter")) ||
		    b->raw.n > LINE_BYTES)
			continue;
		if (gp_byline_is(b->raw))
			claim_line(w, GP_CLAIM_BYLINE, b, &last);
		if (gp_dateline_find(b->raw, GP_DAY_FIRST, &date, NULL))
			claim_line(w, GP_CLAIM_DATE, b, &last);
	}
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
	gp_evidence_add(&v, value);
	put_clean(gp_text_set(&desk, &v, value, fixes), &clean);
	gp_desk_free(&desk);
	return gp_arena_buf(w->doc->arena, &clean);
}

struct gp_str
gp_claim_fold(struct gp_work *w, struct gp_str s)
{
	struct gp_buf b = { .max = 0 };
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = gp_utf8_next(s, &i);
		if (c != GP_UTF8_BAD && uc_is_alnum(c))
			gp_buf_utf8(&b, uc_tolower(c));
		else if (c != '\'' && c != 0x2019 && b.len > 0 &&
		         b.data[b.len - 1] != ' ')
			gp_buf_putc(&b, ' ');
	}
	if (b.len > 0 && b.data[b.len - 1] == ' ')
		b.len--;
	return gp_arena_buf(w->scratch, &b);
}

bool
gp_claims_agree(struct gp_work *w, struct gp_str a, struct gp_str b)
{
	struct gp_str x = gp_claim_fold(w, a), y = gp_claim_fold(w, b);

	if (x.n == 0 || y.n == 0)
		return false;
	return gp_str_find(x, y, 0) < x.n || gp_str_find(y, x, 0) < y.n;
}

/* ---- the site ---- */

/* "https://www.daily-planet.example/news" as "dailyplanet". */
static struct gp_str
host_name(struct gp_work *w, struct gp_str url)
{
	size_t from = gp_str_find(url, GP_STR("://"), 0), to;
	struct gp_buf b = { .max = 0 };

	from = from < url.n ? from + 3 : url.n;
	if (gp_str_starts(gp_str_sub(url, from, url.n), GP_STR("www.")))
		from += 4;
	for (to = from; to < url.n && url.p[to] != '.' && url.p[to] != '/';)
		to++;
	for (; from < to; from++)
		if (gp_is_alpha(url.p[from]) || gp_is_digit(url.p[from]))
			gp_buf_putc(&b, gp_to_lower(url.p[from]));
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
	const struct gp_claim *c = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_SOURCE)) != NULL)
		if (flat.n > 0 && c->place != GP_SAID_NEARBY &&
		    gp_str_eq(flat, tight(w, c->value)))
			return true;
	while ((c = gp_claims_next(w, c, GP_CLAIM_URL)) != NULL)
		if (flat.n > 3 && gp_str_eq(flat, host_name(w, c->value)))
			return true;
	return false;
}

/* ---- the title ---- */

/* The last " | " and its like, s.n when there is none. */
static size_t
last_bar(struct gp_str s, size_t *width)
{
	static const char *const bars[] = { " | ",      " - ",      " \u2013 ",
		                            " \u2014 ", " \u00BB ", " \u00B7 ",
		                            " :: ",     " \u2022 ", " / ",
		                            " < ",      " \u2039 ", NULL };
	size_t best = s.n, at, i;

	for (i = 0; bars[i]; i++)
		for (at = gp_str_find(s, gp_str(bars[i]), 0); at < s.n;
		     at = gp_str_find(s, gp_str(bars[i]), at + 1))
			if (best == s.n || at > best) {
				best = at;
				*width = gp_str(bars[i]).n;
			}
	return best;
}

/* Without the names of site and section behind it: a known name always, an
   unknown one from the <title> only. */
static struct gp_str
without_site(struct gp_work *w, struct gp_str s, bool loose)
{
	size_t at, width = 0;
	struct gp_str head, end;

	for (;;) {
		at = last_bar(s, &width);
		head = gp_str_trim(gp_str_sub(s, 0, at));
		end = gp_str_trim(gp_str_sub(s, at + width, s.n));
		if (at == s.n || head.n == 0)
			return s;
		if (gp_claims_is_site(w, head) && gp_str_words(end) >= 2)
			return end;
		if (!gp_claims_is_site(w, end) &&
		    !(loose && gp_str_words(end) <= SITE_WORDS &&
		      gp_str_words(head) >= HEAD_WORDS))
			return s;
		s = head;
	}
}

struct title {
	struct gp_claim *claim;
	struct gp_str text;
};

static struct gp_str
title_text(struct gp_work *w, const struct gp_claim *c)
{
	struct gp_str text = gp_claim_text(w, c->value);

	if (c->place == GP_SAID_IN_META || c->place == GP_SAID_NEARBY)
		text = without_site(w, text, c->place == GP_SAID_NEARBY);
	return text;
}

/* How many other places say it too. */
static unsigned
supporters(struct gp_work *w, const struct gp_claim *of, struct gp_str text)
{
	const struct gp_claim *c = NULL;
	unsigned n = 0;

	while ((c = gp_claims_next(w, c, GP_CLAIM_TITLE)) != NULL)
		n += c != of && c->place != of->place &&
		     gp_claims_agree(w, title_text(w, c), text);
	return n;
}

static bool
is_visible(const struct gp_claim *c)
{
	return c->place == GP_SAID_IN_PAGE && c->in_article;
}

static bool
has_other_place(const struct gp_work *w, const struct gp_claim *than)
{
	const struct gp_claim *c = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_TITLE)) != NULL)
		if (c->place != than->place)
			return true;
	return false;
}

/* A heading that nothing speaks for may be the banner of the site. */
static bool
is_banner(struct gp_work *w, const struct gp_claim *c, struct gp_str text)
{
	if (gp_claims_is_site(w, text))
		return true;
	return has_other_place(w, c) && gp_str_words(text) < HEAD_WORDS &&
	       supporters(w, c, text) == 0;
}

/* The order of trust: what the file says, the heading that readers see, the
   data, the head, the window's title. */
static int
title_trust(struct gp_work *w, const struct gp_claim *c, struct gp_str text)
{
	if (text.n == 0 || gp_str_words(text) > TITLE_WORDS)
		return 0;
	if (c->place == GP_SAID_BY_FILE)
		return 9;
	if (is_visible(c))
		return is_banner(w, c, text) ? 1 : 8;
	if (c->place == GP_SAID_IN_DATA)
		return 7;
	if (c->place == GP_SAID_IN_META)
		return gp_claims_is_site(w, text) ? 1 : 6;
	if (c->place == GP_SAID_NEARBY)
		return c->in_article ? 5 : 4;
	return 0;
}

static struct title
best_title(struct gp_work *w)
{
	struct title best = { NULL, GP_STR("") };
	struct gp_claim *c = NULL;
	int trust, highest = 0;

	while ((c = gp_claims_next(w, c, GP_CLAIM_TITLE)) != NULL) {
		struct gp_str text = title_text(w, c);

		trust = title_trust(w, c, text);
		if (trust > highest) {
			highest = trust;
			best = (struct title){ c, text };
		}
	}
	return best;
}

/* The units that read as the title does. */
static struct gp_span
consume_title(struct gp_work *w, struct gp_str title)
{
	struct gp_str want = gp_claim_fold(w, title);
	struct gp_span at = { 0, 0 };
	size_t i;

	for (i = 0; i < w->n && i < FRONT; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->fate != GP_UNDECIDED ||
		    !gp_str_eq(gp_claim_fold(w, u->text), want))
			continue;
		if (at.first > 0) {
			gp_work_consume(w, i, &gp_rule_repeated);
			continue;
		}
		u->fate = GP_AS_TITLE;
		at = u->at;
	}
	return at;
}

void
gp_claims_title(struct gp_work *w)
{
	struct title t = best_title(w);

	if (!t.claim)
		return;
	t.claim->taken = true;
	w->doc->title.text = t.text;
	w->doc->title.at = consume_title(w, t.text);
	if (t.claim->place == GP_SAID_IN_PAGE && has_other_place(w, t.claim) &&
	    supporters(w, t.claim, t.text) == 0)
		gp_doc_warn(w->doc, "title-disagrees", 0,
		            "the heading is not what the page's head calls "
		            "it: %.*s",
		            GP_ARG(t.text));
}

/* ---- the standfirst ---- */

static struct gp_span
consume_standfirst(struct gp_work *w, struct gp_str text)
{
	struct gp_str want = gp_claim_fold(w, text);
	size_t i;

	for (i = 0; i < w->n && i < FRONT; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->fate != GP_UNDECIDED ||
		    !gp_str_eq(gp_claim_fold(w, u->text), want))
			continue;
		u->fate = GP_AS_STANDFIRST;
		return u->at;
	}
	return (struct gp_span){ 0, 0 };
}

/* Only what the file says or what readers see as one: the description in a
   page's head is written for machines, or is the first paragraph again. */
static void
take_standfirst(struct gp_work *w)
{
	struct gp_claim *c = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_STANDFIRST)) != NULL) {
		struct gp_str text = gp_claim_text(w, c->value);
		size_t words = gp_str_words(text);

		if ((c->place != GP_SAID_BY_FILE && !is_visible(c)) ||
		    words < LEAST_STANDFIRST || words > MOST_STANDFIRST ||
		    gp_claims_agree(w, text, w->doc->title.text))
			continue;
		c->taken = true;
		w->doc->standfirst = (struct gp_standfirst){
			.text = text,
			.at = consume_standfirst(w, text),
			.confidence = GP_STR("high"),
		};
		return;
	}
}

/* ---- source and address ---- */

/* No space, no control, nothing that ends an attribute. */
static bool
is_plain(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || s.p[i] == '"' ||
		    s.p[i] == '<' || s.p[i] == '>' || s.p[i] == 0x7F ||
		    (s.p[i] == '\xC2' && i + 1 < s.n &&
		     (unsigned char)s.p[i + 1] < 0xA0))
			return false;
	return true;
}

static bool
is_address(struct gp_str s)
{
	size_t host = gp_str_find(s, GP_STR("://"), 0) + 3;
	struct gp_str scheme = gp_str_sub(s, 0, host);

	return (gp_str_eq_nocase(scheme, GP_STR("https://")) ||
	        gp_str_eq_nocase(scheme, GP_STR("http://"))) &&
	       s.n > host + 3 &&
	       (gp_is_alpha(s.p[host]) || gp_is_digit(s.p[host])) &&
	       is_plain(s);
}

static void
take_source(struct gp_work *w)
{
	static const enum gp_claim_place order[] = { GP_SAID_BY_FILE,
		                                     GP_SAID_IN_META,
		                                     GP_SAID_IN_DATA,
		                                     GP_SAID_NEARBY };
	struct gp_source *s = &w->doc->source;
	struct gp_claim *c = NULL;
	size_t i;

	for (i = 0; i < 4; i++)
		while ((c = gp_claims_next(w, c, GP_CLAIM_SOURCE)) != NULL) {
			if (c->place != order[i] || c->value.p[0] == '@' ||
			    is_address(c->value) ||
			    gp_str_words(c->value) > SITE_WORDS * 2)
				continue;
			c->taken = true;
			s->name = gp_claim_text(w, c->value);
			s->confidence = GP_STR("stated");
			return;
		}
}

/* Nothing but a host. */
static bool
is_front_page(struct gp_str url)
{
	size_t host = gp_str_find(url, GP_STR("://"), 0) + 3,
	       path = gp_str_find(url, GP_STR("/"), host);

	return path + 1 >= url.n;
}

static void
take_url(struct gp_work *w)
{
	struct gp_claim *c = NULL, *best = NULL;

	while ((c = gp_claims_next(w, c, GP_CLAIM_URL)) != NULL) {
		if (!is_address(c->value))
			continue;
		if (!best ||
		    (best->place != GP_SAID_BY_FILE &&
		     is_front_page(best->value) && !is_front_page(c->value)))
			best = c;
	}
	if (!best)
		return;
	best->taken = true;
	w->doc->url.text = best->value;
}

bool
gp_pass_claims(struct gp_work *w, struct gp_err *e)
{
	copy_claims(w);
	claim_lines(w);
	if (!gp_arena_ok(w->doc->arena, e))
		return false;
	if (!gp_pass_lang(w, e) || !w->doc->claims)
		return e->code == GP_OK;
	gp_claims_title(w);
	gp_claims_byline(w);
	gp_claims_date(w);
	take_standfirst(w);
	take_source(w);
	take_url(w);
	gp_claims_compare(w);
	return gp_arena_ok(w->scratch, e) && gp_arena_ok(w->doc->arena, e);
}
