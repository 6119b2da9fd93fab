/*
 * Copies of an article: see html_copy.h.  Only words are compared, letter for
 * letter and without their signs; which copy a window would show is not known
 * here, and the first one stays.
 */
#include "import/html/choose/html_copy.h"

#include "base/limits.h"
#include "base/map.h"
#include "base/text/fold.h"

/* Judgements.  A refrain and a form that is printed again are shorter; parts
   that begin alike differ in more. */
enum {
	OPENING_WORDS = 12,
	OPENINGS = 3, /* a line for sharing may stand before the first copy */
	RETURNS = 4,  /* of one opening that are looked at */
	COPY_WORDS = 100,
	ALIKE_TENTHS = 9,
	SURE_COPY = 95,
};

struct copies {
	struct gp_html_page *page;
	struct gp_str *keys; /* the folded words of each leaf, when asked */
	struct gp_map said;  /* by the leaves before the copy */
	struct gp_buf text, key;
};

/* What is alike of a copy, in words. */
struct likeness {
	unsigned last; /* the last leaf that was said before */
	unsigned alike, all, upto_last;
};

static bool
stays(const struct gp_html_leaf *l)
{
	return !l->why && !l->is_aside && l->words > 0;
}

static struct gp_str
words_of(struct copies *c, unsigned i)
{
	if (c->keys[i].p)
		return c->keys[i];
	gp_buf_clear(&c->text);
	gp_buf_clear(&c->key);
	gp_html_leaf_text(c->page, &c->page->leaves[i], &c->text);
	gp_fold_words(gp_buf_view(&c->text), &c->key);
	c->keys[i] =
		gp_arena_str(c->page->arena, gp_str_trim(gp_buf_view(&c->key)));
	return c->keys[i];
}

static bool
is_within(const struct gp_html_page *p, unsigned i, enum gp_el el)
{
	for (; i > p->root; i = p->items[i].parent)
		if (p->items[i].el == el)
			return true;
	return false;
}

static bool
is_said(struct copies *c, unsigned i)
{
	return gp_map_find(&c->said, words_of(c, i)) != NULL;
}

static void
hear(struct copies *c, unsigned from, unsigned to)
{
	unsigned i;

	for (i = from; i < to; i++)
		if (stays(&c->page->leaves[i]))
			gp_map_put(&c->said, words_of(c, i), c);
}

static struct likeness
compare(struct copies *c, unsigned from)
{
	const struct gp_html_page *p = c->page;
	struct likeness k = { .last = from };
	unsigned i;

	for (i = from; i < p->n_leaves; i++) {
		if (!stays(&p->leaves[i]))
			continue;
		k.all += p->leaves[i].words;
		if (!is_said(c, i))
			continue;
		k.alike += p->leaves[i].words;
		k.upto_last = k.all;
		k.last = i;
	}
	return k;
}

static unsigned
put_aside(struct copies *c, unsigned from, const struct likeness *k)
{
	struct gp_html_page *p = c->page;
	bool whole = k->alike == k->upto_last;
	unsigned i, words = 0;

	for (i = from; i <= k->last; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (!stays(l) || (!whole && is_within(p, l->el, GP_EL_TABLE)) ||
		    !is_said(c, i))
			continue;
		gp_html_put_aside(l, "repeated", "second-copy", SURE_COPY);
		words += l->words;
	}
	return words;
}

/* Who quotes an article, as in a forum, says who said what. */
static bool
is_return(struct copies *c, unsigned i, unsigned opening)
{
	const struct gp_html_leaf *l = &c->page->leaves[i];

	return stays(l) && l->words == c->page->leaves[opening].words &&
	       !is_within(c->page, l->el, GP_EL_BLOCKQUOTE) &&
	       gp_str_eq(words_of(c, i), words_of(c, opening));
}

/* The words of a copy that begins where the opening stands again. */
static unsigned
copy_of(struct copies *c, unsigned opening)
{
	unsigned i, heard = opening, returns = 0;
	struct likeness k;

	c->said = (struct gp_map){ .arena = c->page->arena };
	for (i = opening + 1; i < c->page->n_leaves; i++) {
		if (!is_return(c, i, opening))
			continue;
		if (returns++ == RETURNS)
			break;
		hear(c, heard, i);
		heard = i;
		k = compare(c, i);
		if (k.alike >= COPY_WORDS &&
		    k.alike * 10 >= k.upto_last * ALIKE_TENTHS)
			return put_aside(c, i, &k);
	}
	return 0;
}

unsigned
gp_html_put_copy_aside(struct gp_html_page *p)
{
	struct copies c = { .page = p,
		            .text = { .max = GP_MAX_LINE_BYTES },
		            .key = { .max = GP_MAX_LINE_BYTES } };
	unsigned i, openings = 0, words = 0;

	c.keys = gp_arena_array(p->arena, p->n_leaves, sizeof *c.keys);
	if (!c.keys)
		return 0;
	for (i = 0; i < p->n_leaves && openings < OPENINGS && !words; i++) {
		if (!stays(&p->leaves[i]) || p->leaves[i].words < OPENING_WORDS)
			continue;
		openings++;
		words = copy_of(&c, i);
	}
	gp_buf_free(&c.text);
	gp_buf_free(&c.key);
	return words;
}
