/*
 * Claims that stand in the page itself: headings, bylines, dates, microdata
 * and RDFa.  A page holds many dates and names; those count that stand in the
 * part that bears the title, outside comments, side columns and the teasers
 * of other articles.  See html_meta.h.
 */
#include "import/html/meta/html_meta_parts.h"

#include "base/text/uri.h"
#include "import/html/page/html_meta_words.h"
#include "import/html/page/html_tags.h"

enum {
	NEAR = 500,    /* bytes of running text: still at the title */
	BODY = 300,    /* bytes of an article */
	BESIDE = 60,   /* nodes between two names of one byline */
	FROMS = 8,     /* words of where a byline is from */
	LONE = 120,    /* bytes round a link to an author */
	FAMILY = 5,    /* steps from a title up to what precedes it */
	ARTICLES = 50, /* parts under a title that are asked */
	FAR_DATES = 20,
	LONGEST_TITLE = 390,
};

/* ---- where it stands ---- */

/* What holds half of the page is no card, rail or newsletter in it, whatever
   it is called; the comments may be. */
static bool
is_most_of_page(const struct gp_flat *d, uint32_t n)
{
	static const enum gp_name names[] = { GP_N_CLASS, GP_N_ID };
	static const char *const others[] = { "omment", "repl", "respon",
		                              "nswer", NULL };
	struct gp_str value;
	size_t i, k;

	if ((d->nodes[n].end - n) * 2 < d->n_nodes)
		return false;
	for (i = 0; i < 2; i++) {
		value = gp_flat_attr(d, n, names[i]);
		for (k = 0; others[k]; k++)
			if (gp_str_find(value, gp_str(others[k]), 0) < value.n)
				return false;
	}
	return true;
}

static unsigned
look_at(struct gp_html_claims *p, uint32_t n)
{
	const struct gp_flat *d = p->flat;
	struct gp_str type = gp_flat_attr(d, n, GP_N_ITEMTYPE);
	unsigned says = gp_meta_words(gp_flat_attr(d, n, GP_N_ID));

	says |= gp_class_of(&p->html->classes, gp_flat_attr(d, n, GP_N_CLASS))
	                .says;
	if (says & GP_WORDS_AWAY && is_most_of_page(d, n))
		says &= ~(unsigned)GP_WORDS_AWAY;
	if (gp_str_find(type, GP_STR("Comment"), 0) < type.n)
		says |= GP_WORDS_AWAY;
	if (gp_flat_is(d, n, GP_N_ARTICLE) ||
	    gp_str_find(type, GP_STR("Article"), 0) < type.n ||
	    gp_str_find(type, GP_STR("BlogPosting"), 0) < type.n)
		says |= GP_WORDS_ARTICLE;
	return says;
}

/* Many ask about the same few parts. */
static unsigned
part_says(struct gp_html_claims *p, uint32_t n)
{
	if (!(p->says[n] & GP_WORDS_KNOWN))
		p->says[n] = (uint16_t)(look_at(p, n) | GP_WORDS_KNOWN);
	return p->says[n];
}

/* Where the title stands, and the article under it. */
struct place {
	const struct gp_html_marked *title;
	uint32_t scope; /* holds the title */
	uint32_t body;  /* stands under it */
};

/* What signs a quotation or a picture signs no article. */
static bool
is_no_place(const struct gp_flat *d, uint32_t n)
{
	switch ((unsigned)gp_el_of(d, n)) {
	case GP_EL_NAV:
	case GP_EL_FORM:
	case GP_EL_FIGURE:
	case GP_EL_BLOCKQUOTE:
	case GP_EL_FIGCAPTION:
		return true;
	default:
		return false;
	}
}

/* True in a part of the page that is not the article's: every part counts
   that does not hold the title. */
static bool
is_away(struct gp_html_claims *p, uint32_t node, const struct place *at)
{
	const struct gp_flat *d = p->flat;
	uint32_t n;
	unsigned says;

	for (n = node; n != GP_FLAT_NONE; n = d->nodes[n].parent) {
		if (gp_meta_is_root(d, n) || n == at->body ||
		    (at->title && gp_flat_in(d, at->title->node, n)))
			return false;
		if (is_no_place(d, n))
			return true;
		says = part_says(p, n);
		/* A teaser or a comment, not the article beside a title. */
		if (says & GP_WORDS_AWAY ||
		    (n != node && says & GP_WORDS_ARTICLE))
			return true;
	}
	return false;
}

/* The same for a title: up to what is called the article. */
static bool
is_title_away(struct gp_html_claims *p, uint32_t node)
{
	const struct gp_flat *d = p->flat;
	uint32_t n;
	unsigned says;

	for (n = node; n != GP_FLAT_NONE && !gp_meta_is_root(d, n);
	     n = d->nodes[n].parent) {
		says = part_says(p, n);
		if (says & GP_WORDS_AWAY || gp_flat_is(d, n, GP_N_NAV))
			return true;
		if (n != node && says & GP_WORDS_ARTICLE)
			return false;
	}
	return false;
}

/* In an element of that name that does not hold the title. */
static bool
is_beside(const struct gp_flat *d, uint32_t node, uint32_t title,
          enum gp_name name)
{
	uint32_t n;

	for (n = node; n != GP_FLAT_NONE && !gp_flat_in(d, title, n);
	     n = d->nodes[n].parent)
		if (gp_flat_is(d, n, name))
			return true;
	return false;
}

/* The part that is the article: what bears the title and is called one. */
static uint32_t
scope_of(struct gp_html_claims *p, uint32_t title)
{
	const struct gp_flat *d = p->flat;
	uint32_t n, main = GP_FLAT_NONE;

	for (n = title; n != GP_FLAT_NONE && !gp_meta_is_root(d, n);
	     n = d->nodes[n].parent) {
		if (n != title && part_says(p, n) & GP_WORDS_ARTICLE)
			return n;
		if (gp_flat_is(d, n, GP_N_MAIN))
			main = n;
	}
	return main;
}

/* An article that stands under its title, not round it. */
static uint32_t
body_of(struct gp_html_claims *p, uint32_t title, uint32_t scope)
{
	const struct gp_flat *d = p->flat;
	uint32_t n = title;
	bool into = false;
	int asked = 0;

	if (scope != GP_FLAT_NONE && !gp_flat_is(d, scope, GP_N_MAIN))
		return GP_FLAT_NONE;
	while ((n = gp_meta_next(d, n, 0, into)) != GP_FLAT_NONE) {
		unsigned says = !gp_flat_is_text(d, n) && d->nodes[n].size
		                        ? part_says(p, n)
		                        : 0;

		into = !(says & GP_WORDS_AWAY);
		if (!into || !(says & GP_WORDS_ARTICLE))
			continue;
		if (++asked > ARTICLES)
			break;
		if (gp_meta_text(p, n).n > BODY)
			return n;
	}
	return GP_FLAT_NONE;
}

/* Beside the title, or under it with little text between. */
static bool
is_near(const struct gp_flat *d, const struct gp_html_marked *m,
        const struct gp_html_marked *title, bool before)
{
	uint32_t n = title->node;
	int i;

	if (m->prose < title->prose || m->prose - title->prose > NEAR)
		return false;
	for (i = 0; before && n != GP_FLAT_NONE && i < FAMILY; i++)
		n = d->nodes[n].parent;
	return !before || (n != GP_FLAT_NONE && !gp_meta_is_root(d, n) &&
	                   gp_flat_in(d, m->node, n));
}

/* ---- the title ---- */

/* The banner of the site, not a title of the page. */
static bool
is_site(const struct gp_html_claims *p, struct gp_str text)
{
	struct gp_arena *a = p->draft->arena;
	const struct gp_claim *c;

	for (c = p->draft->claims; c; c = c->next)
		if (c->kind == GP_CLAIM_SOURCE && c->place != GP_SAID_NEARBY &&
		    gp_str_eq(gp_meta_fold(a, c->value), gp_meta_fold(a, text)))
			return true;
	return false;
}

/* "/", "https://paper.example/" */
static bool
is_home(struct gp_str href)
{
	size_t scheme = gp_web_scheme(href);

	if (scheme == 0)
		return gp_str_eq(href, GP_STR("/"));
	return href.n > scheme &&
	       href.n <= scheme + gp_web_authority(href).n + 1;
}

/* A heading that leads home is the banner too. */
static bool
leads_home(const struct gp_flat *d, uint32_t heading)
{
	uint32_t n;

	for (n = heading; n != GP_FLAT_NONE;
	     n = gp_meta_next(d, n, heading, true))
		if (gp_flat_is(d, n, GP_N_A) &&
		    is_home(gp_str_trim(gp_flat_attr(d, n, GP_N_HREF))))
			return true;
	n = d->nodes[heading].parent;
	return n != GP_FLAT_NONE && gp_flat_is(d, n, GP_N_A) &&
	       is_home(gp_str_trim(gp_flat_attr(d, n, GP_N_HREF)));
}

/* A text that the head gives as well is the title wherever it stands. */
static int
title_rank(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	struct gp_str text;
	bool called, away;

	if (m->kind != GP_CLAIM_TITLE ||
	    gp_flat_attr(p->flat, m->node, GP_N_CONTENT).n)
		return 0;
	text = gp_meta_headline(p, m->node);
	if (text.n < 2 || text.n > LONGEST_TITLE)
		return 0;
	if (is_site(p, text))
		return 0;
	called = gp_meta_is_called(p, text);
	away = is_title_away(p, m->node);
	if (leads_home(p->flat, m->node) && !gp_meta_begins_title(p, text))
		return away ? 0 : 1;
	if (m->place == GP_SAID_NEARBY)
		return called && !away && text.n > 15 ? 3 : 0;
	if (called && away)
		return text.n > 15 ? 2 : 0;
	if (called)
		return m->place == GP_SAID_IN_DATA ? 6 : 5;
	if (away)
		return 0;
	return m->place == GP_SAID_IN_DATA ? 4 : 1;
}

/* The longest of the best: sites have their name in the head too. */
static const struct gp_html_marked *
find_title(struct gp_html_claims *p)
{
	const struct gp_html_marked *best = NULL;
	int rank, highest = 0;
	size_t i, longest = 0;

	for (i = 0; i < p->n_marks; i++) {
		rank = title_rank(p, &p->marks[i]);
		if (rank == 0 || rank < highest ||
		    (rank == highest && (rank == 1 || p->buf.len <= longest)))
			continue;
		highest = rank;
		longest = p->buf.len;
		best = &p->marks[i];
	}
	return best;
}

/* ---- the claims ---- */

static bool
is_in(const struct gp_flat *d, uint32_t node, uint32_t outer)
{
	return outer != GP_FLAT_NONE && gp_flat_in(d, node, outer);
}

/* A link in running text names somebody whom it is about. */
static bool
is_in_text(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	return gp_str_eq(m->from, GP_STR(GP_META_LINKED)) &&
	       gp_meta_text(p, p->flat->nodes[m->node].parent).n > LONE;
}

/* A <time> beside the article that nothing calls its date. */
static bool
is_set_aside(struct gp_html_claims *p, const struct gp_html_marked *m,
             const struct place *at)
{
	return at->title && m->kind == GP_CLAIM_DATE &&
	       m->place == GP_SAID_NEARBY &&
	       is_beside(p->flat, m->node, at->title->node, GP_N_ASIDE) &&
	       !gp_meta_day_is_called(p, m);
}

static bool
is_in_article(struct gp_html_claims *p, const struct gp_html_marked *m,
              const struct place *at)
{
	const struct gp_flat *d = p->flat;
	const struct gp_html_marked *title = at->title;
	bool inside, text;

	if (!title)
		return m->place == GP_SAID_IN_DATA && !is_away(p, m->node, at);
	if (m == title)
		return true;
	if (m->kind == GP_CLAIM_TITLE || is_away(p, m->node, at) ||
	    is_set_aside(p, m, at) ||
	    (m->kind == GP_CLAIM_DATE && gp_meta_day_is_other(p, m)))
		return false;
	text = m->place == GP_SAID_IN_OPENING ||
	       gp_str_eq(m->from, GP_STR(GP_META_READ)) ||
	       gp_str_eq(m->from, GP_STR(GP_META_LINKED));
	if (text && m < title &&
	    (m->kind == GP_CLAIM_BYLINE || m->place == GP_SAID_IN_OPENING))
		return false;
	if (is_in_text(p, m))
		return false;
	if (is_near(d, m, title, m < title))
		/* A strip with today's date. */
		return !(m < title &&
		         is_beside(d, m->node, title->node, GP_N_HEADER));
	if (text)
		return false;
	inside = is_in(d, m->node, at->scope) || is_in(d, m->node, at->body);
	if (inside)
		return m->kind != GP_CLAIM_STANDFIRST &&
		       (m->place == GP_SAID_IN_DATA ||
		        !is_beside(d, m->node, title->node, GP_N_ASIDE));
	return m->place == GP_SAID_IN_DATA;
}

/* The last of the names that say alike where they are from. */
struct name_group {
	struct gp_str from;
	uint32_t end; /* node behind it */
	unsigned number;
};

struct name_groups {
	struct name_group of[FROMS];
	size_t n;
	unsigned count;
};

static struct name_group *
group_from(struct name_groups *g, struct gp_str from)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		if (gp_str_eq(g->of[i].from, from))
			return &g->of[i];
	if (g->n == FROMS)
		return NULL;
	g->of[g->n].from = from;
	return &g->of[g->n++];
}

/* The number of the names among which one stands: it goes on where the last of
   them ended. */
static unsigned
group_of(const struct gp_flat *d, struct name_groups *g,
         const struct gp_html_marked *m)
{
	struct name_group *last = group_from(g, m->from);

	if (!last)
		return 0;
	if (last->number == 0 || m->node > last->end + BESIDE)
		last->number = ++g->count;
	if (gp_flat_skip(d, m->node) > last->end)
		last->end = gp_flat_skip(d, m->node);
	return last->number;
}

static void
claim(struct gp_html_claims *p, const struct gp_html_marked *m,
      struct gp_str value, bool inside, struct name_groups *g)
{
	enum gp_claim_place place = m->place;
	struct gp_claim *c;

	if (m->kind == GP_CLAIM_DATE && !gp_str_has_digit(value))
		return;
	if (m->kind == GP_CLAIM_TITLE && place == GP_SAID_IN_DATA &&
	    gp_flat_attr(p->flat, m->node, GP_N_CONTENT).n == 0)
		place = GP_SAID_IN_PAGE;
	c = gp_meta_claim(p, m->kind, place, value, m->from,
	                  p->flat->nodes[m->node].line);
	if (!c)
		return;
	c->modified = m->modified;
	c->in_article = inside;
	if (m->kind == GP_CLAIM_BYLINE && inside)
		c->group = group_of(p->flat, g, m);
}

/* ---- dates far from the title ---- */

/* The figures of a day, not those of a time or of a year alone. */
static bool
may_hold_day(struct gp_str s)
{
	size_t i, digits = 0;

	for (i = 0; i < s.n; i++)
		digits += gp_is_digit(s.p[i]);
	return digits > 4 && (gp_meta_reads_dated(s) ||
	                      gp_str_find(s, GP_STR(":"), 0) == s.n);
}

/* Something but the address says when the page was published. */
static bool
is_dated(const struct gp_draft *draft)
{
	const struct gp_claim *c;

	for (c = draft->claims; c; c = c->next)
		if (c->kind == GP_CLAIM_DATE && c->in_article && !c->modified &&
		    c->place != GP_SAID_IN_ADDRESS && may_hold_day(c->value))
			return true;
	return false;
}

/* In the article, if the page says where that is, and no part of others. */
static bool
is_far_date(struct gp_html_claims *p, const struct gp_html_marked *m,
            const struct place *at)
{
	const struct gp_flat *d = p->flat;

	if (m->kind != GP_CLAIM_DATE || m->place == GP_SAID_IN_OPENING ||
	    is_away(p, m->node, at) || is_set_aside(p, m, at) ||
	    gp_meta_day_is_other(p, m))
		return false;
	if (!at->title || is_in(d, m->node, at->scope) ||
	    is_in(d, m->node, at->body))
		return true;
	return at->scope == GP_FLAT_NONE && at->body == GP_FLAT_NONE &&
	       m > at->title;
}

/* Only where nothing nearer is dated: most of them are of other things. */
static void
claim_far_dates(struct gp_html_claims *p, const struct place *at)
{
	struct gp_html_marked far;
	struct gp_str value;
	size_t i, n = 0;

	for (i = 0; i < p->n_marks && n < FAR_DATES; i++) {
		if (!is_far_date(p, &p->marks[i], at))
			continue;
		far = p->marks[i];
		far.place = gp_str_eq(far.from, GP_STR(GP_META_READ))
		                    ? GP_SAID_IN_PASSING
		                    : GP_SAID_FAR;
		value = gp_meta_value(p, &far);
		if (!may_hold_day(value))
			continue;
		claim(p, &far, value, true, NULL);
		n++;
	}
}

/* In what leads elsewhere or is of others, though not of another article: the
   page may be a list of one. */
static bool
is_outside(struct gp_html_claims *p, uint32_t node)
{
	const struct gp_flat *d = p->flat;
	uint32_t n;

	for (n = node; n != GP_FLAT_NONE && !gp_meta_is_root(d, n);
	     n = d->nodes[n].parent)
		if (is_no_place(d, n) || gp_flat_is(d, n, GP_N_ASIDE) ||
		    gp_flat_is(d, n, GP_N_FOOTER) ||
		    part_says(p, n) & GP_WORDS_AWAY)
			return true;
	return false;
}

/* The last resort: lines that are dates, wherever they stand.  Whether they
   agree is asked by others. */
static void
claim_astray(struct gp_html_claims *p)
{
	struct gp_html_marked m;
	struct gp_str value;
	size_t i, n = 0;

	for (i = 0; i < p->n_marks && n < FAR_DATES; i++) {
		m = p->marks[i];
		if (m.kind != GP_CLAIM_DATE || m.place == GP_SAID_IN_OPENING ||
		    is_outside(p, m.node) || gp_meta_day_is_other(p, &m))
			continue;
		m.place = GP_SAID_ASTRAY;
		value = gp_meta_value(p, &m);
		if (!may_hold_day(value))
			continue;
		claim(p, &m, value, true, NULL);
		n++;
	}
}

void
gp_meta_page(struct gp_html_claims *p)
{
	struct name_groups groups = { .n = 0 };
	struct place at = { .title = find_title(p),
		            .scope = GP_FLAT_NONE,
		            .body = GP_FLAT_NONE };
	size_t i, outside = 0;
	struct gp_str shown;
	bool inside;

	if (at.title) {
		at.scope = scope_of(p, at.title->node);
		at.body = body_of(p, at.title->node, at.scope);
	}

	for (i = 0; i < p->n_marks; i++) {
		const struct gp_html_marked *m = &p->marks[i];

		inside = is_in_article(p, m, &at);
		if (!inside && (m->place == GP_SAID_NEARBY ||
		                m->place == GP_SAID_IN_OPENING ||
		                outside++ > GP_META_OUTSIDE))
			continue;
		claim(p, m, gp_meta_value(p, m), inside, &groups);
		shown = inside ? gp_meta_shown_date(p, m) : GP_STR("");
		if (shown.n > 0)
			claim(p, m, shown, inside, &groups);
	}
	if (!is_dated(p->draft) && !p->is_standing)
		claim_far_dates(p, &at);
	if (!is_dated(p->draft) && !p->is_standing)
		claim_astray(p);
	if (!is_dated(p->draft) && !p->is_standing)
		gp_meta_scripts(p);
}
