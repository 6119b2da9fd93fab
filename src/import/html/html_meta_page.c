/*
 * Claims that stand in the page itself: headings, bylines, dates, microdata
 * and RDFa.  A page holds many dates and names; those count that stand in the
 * part that bears the title, outside comments, side columns and the teasers
 * of other articles.  See html_meta.h.
 */
#include "import/html/html_meta.h"

enum {
	NEAR = 500,    /* bytes of running text: still at the title */
	BODY = 300,    /* bytes of an article */
	CLIMB = 200,   /* ancestors that are looked at */
	FAMILY = 5,    /* steps from a title up to what precedes it */
	ARTICLES = 50, /* parts under a title that are asked */
	NAMES = 200,   /* nodes under an author that may be the name */
	LONGEST_NAMES = 250,
	LONGEST_DATE = 160,
	LONGEST_TITLE = 390,
};

/* ---- where it stands ---- */

static unsigned
part_says(const xmlNode *n)
{
	unsigned says = gp_meta_words(gp_meta_attr(n, "class")) |
	                gp_meta_words(gp_meta_attr(n, "id"));
	struct gp_str type = gp_meta_attr(n, "itemtype");

	if (gp_str_find(type, GP_STR("Comment"), 0) < type.n)
		says |= GP_WORDS_AWAY;
	if (gp_meta_is(n, "article") ||
	    gp_str_find(type, GP_STR("Article"), 0) < type.n ||
	    gp_str_find(type, GP_STR("BlogPosting"), 0) < type.n)
		says |= GP_WORDS_ARTICLE;
	return says;
}

static bool
holds(const xmlNode *outer, const xmlNode *inner)
{
	int i;

	for (i = 0; inner && i < CLIMB; i++, inner = inner->parent)
		if (inner == outer)
			return true;
	return false;
}

/* Where the title stands, and the article under it. */
struct place {
	const struct gp_html_marked *title;
	const xmlNode *scope; /* holds the title */
	const xmlNode *body;  /* stands under it */
};

/* What signs a quotation or a picture signs no article. */
static bool
is_no_place(const xmlNode *n)
{
	static const char *const names[] = { "nav",        "form",
		                             "figure",     "blockquote",
		                             "figcaption", NULL };
	size_t i;

	for (i = 0; names[i]; i++)
		if (gp_meta_is(n, names[i]))
			return true;
	return false;
}

/* True in a part of the page that is not the article's: every part counts
   that does not hold the title. */
static bool
is_away(const xmlNode *node, const struct place *at)
{
	const xmlNode *n;
	unsigned says;
	int i = 0;

	for (n = node; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		if (++i > CLIMB)
			return true;
		if (gp_meta_is_root(n) || n == at->body ||
		    (at->title && holds(n, at->title->node)))
			return false;
		if (is_no_place(n))
			return true;
		says = part_says(n);
		/* A teaser or a comment, not the article beside a title. */
		if (says & GP_WORDS_AWAY ||
		    (n != node && says & GP_WORDS_ARTICLE))
			return true;
	}
	return false;
}

/* The same for a title: up to what is called the article. */
static bool
is_title_away(const xmlNode *node)
{
	const xmlNode *n;
	unsigned says;
	int i;

	for (n = node, i = 0; n && i < CLIMB && !gp_meta_is_root(n);
	     n = n->parent, i++) {
		says = part_says(n);
		if (says & GP_WORDS_AWAY || gp_meta_is(n, "nav"))
			return true;
		if (n != node && says & GP_WORDS_ARTICLE)
			return false;
	}
	return false;
}

static bool
is_aside(const xmlNode *node, const xmlNode *title)
{
	const xmlNode *n;

	for (n = node; n && !holds(n, title); n = n->parent)
		if (gp_meta_is(n, "aside"))
			return true;
	return false;
}

/* The part that is the article: what bears the title and is called one. */
static const xmlNode *
scope_of(const xmlNode *title)
{
	const xmlNode *n, *main = NULL;

	for (n = title; n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		if (gp_meta_is_root(n))
			break;
		if (n != title && part_says(n) & GP_WORDS_ARTICLE)
			return n;
		if (gp_meta_is(n, "main"))
			main = n;
	}
	return main;
}

/* An article that stands under its title, not round it. */
static const xmlNode *
body_of(struct gp_html_claims *p, const struct gp_html_marked *title,
        const xmlNode *scope)
{
	const xmlNode *n = title->node, *root = n;
	bool into = false;
	int asked = 0;

	if (scope && !gp_meta_is(scope, "main"))
		return NULL;
	while (root->parent && root->parent->type == XML_ELEMENT_NODE)
		root = root->parent;
	while ((n = gp_meta_next(n, root, into)) != NULL) {
		unsigned says = n->type == XML_ELEMENT_NODE && n->properties
		                        ? part_says(n)
		                        : 0;

		into = !(says & GP_WORDS_AWAY);
		if (!into || !(says & GP_WORDS_ARTICLE))
			continue;
		if (++asked > ARTICLES)
			return NULL;
		if (gp_meta_text(p, n).n > BODY)
			return n;
	}
	return NULL;
}

/* Beside the title, or under it with little text between. */
static bool
is_near(const struct gp_html_marked *m, const struct gp_html_marked *title,
        bool before)
{
	const xmlNode *n = title->node;
	int i;

	if (m->prose < title->prose || m->prose - title->prose > NEAR)
		return false;
	for (i = 0; before && n && i < FAMILY; i++)
		n = n->parent;
	return !before || (n && !gp_meta_is_root(n) && holds(n, m->node));
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

/* A text that the head gives as well is the title wherever it stands. */
static int
title_rank(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	struct gp_str text;
	bool called, away;

	if (m->kind != GP_CLAIM_TITLE || gp_meta_attr(m->node, "content").n)
		return 0;
	text = gp_meta_text(p, m->node);
	if (text.n < 2 || text.n > LONGEST_TITLE)
		return 0;
	if (is_site(p, text))
		return 0;
	called = gp_meta_is_called(p, text);
	away = is_title_away(m->node);
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

/* In a <header> that is not the title's: a strip with today's date. */
static bool
is_head_of_page(const xmlNode *node, const xmlNode *title)
{
	const xmlNode *n;

	for (n = node; n && !gp_meta_is_root(n) && !holds(n, title);
	     n = n->parent)
		if (gp_meta_is(n, "header"))
			return true;
	return false;
}

static const xmlNode *
inner_name(const xmlNode *node)
{
	const xmlNode *n = node;
	int steps = 0;

	while (steps++ < NAMES && (n = gp_meta_next(n, node, true)) != NULL)
		if (n->type == XML_ELEMENT_NODE &&
		    (gp_str_eq(gp_meta_attr(n, "itemprop"), GP_STR("name")) ||
		     gp_str_eq(gp_meta_local(gp_meta_attr(n, "property")),
		               GP_STR("name"))))
			return n;
	return node;
}

static struct gp_str
value_of(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	static const char *const machine[] = { "datetime", "content", "title",
		                               NULL };
	const xmlNode *node = m->node;
	struct gp_str value;
	size_t i;

	if (m->place == GP_SAID_IN_DATA && m->kind != GP_CLAIM_DATE)
		node = inner_name(node);
	for (i = 0; machine[i]; i++) {
		value = gp_str_trim(gp_meta_attr(node, machine[i]));
		/* The title of a link is no machine's. */
		if (i == 2 && !(m->kind == GP_CLAIM_DATE && value.n > 7 &&
		                gp_is_digit(value.p[0])))
			continue;
		if (value.n > 0 && (i == 1 || m->kind == GP_CLAIM_DATE))
			return value;
	}
	value = gp_meta_text(p, node);
	if ((m->kind == GP_CLAIM_BYLINE && value.n > LONGEST_NAMES) ||
	    (m->kind == GP_CLAIM_DATE && value.n > LONGEST_DATE) ||
	    value.n > LONGEST_TITLE)
		return GP_STR("");
	return value;
}

static bool
is_in_article(const struct gp_html_marked *m, const struct place *at)
{
	const struct gp_html_marked *title = at->title;
	bool inside, text;

	if (!title)
		return m->place == GP_SAID_IN_DATA && !is_away(m->node, at);
	if (m == title)
		return true;
	if (m->kind == GP_CLAIM_TITLE || is_away(m->node, at))
		return false;
	text = gp_str_eq(m->from, GP_STR(GP_META_READ));
	if (text && m < title && m->kind == GP_CLAIM_BYLINE)
		return false;
	if (is_near(m, title, m < title))
		return !(m < title && is_head_of_page(m->node, title->node));
	if (text)
		return false;
	inside = (at->scope && holds(at->scope, m->node)) ||
	         (at->body && holds(at->body, m->node));
	if (inside)
		return m->kind != GP_CLAIM_STANDFIRST &&
		       (m->place == GP_SAID_IN_DATA ||
		        !is_aside(m->node, title->node));
	return m->place == GP_SAID_IN_DATA;
}

static void
claim(struct gp_html_claims *p, const struct gp_html_marked *m, bool inside)
{
	struct gp_str value = value_of(p, m);
	enum gp_claim_place place = m->place;
	struct gp_claim *c;

	if (m->kind == GP_CLAIM_DATE && !gp_meta_has_digit(value))
		return;
	if (m->kind == GP_CLAIM_TITLE && place == GP_SAID_IN_DATA &&
	    gp_meta_attr(m->node, "content").n == 0)
		place = GP_SAID_IN_PAGE;
	c = gp_meta_claim(p, m->kind, place, value, m->from,
	                  (unsigned)xmlGetLineNo(m->node));
	if (!c)
		return;
	c->modified = m->modified;
	c->in_article = inside;
}

void
gp_meta_page(struct gp_html_claims *p)
{
	struct place at = { .title = find_title(p) };
	size_t i, outside = 0;
	bool inside;

	if (at.title) {
		at.scope = scope_of(at.title->node);
		at.body = body_of(p, at.title, at.scope);
	}

	for (i = 0; i < p->n_marks; i++) {
		const struct gp_html_marked *m = &p->marks[i];

		inside = is_in_article(m, &at);
		if (!inside &&
		    (m->place == GP_SAID_NEARBY || outside++ > GP_META_OUTSIDE))
			continue;
		claim(p, m, inside);
	}
}
