/* Words are read as a reader sees them: without scripts, buttons, signs that
   link to their heading, and what is for screen readers alone. */
#include "import/html/meta/html_meta_parts.h"

#include "base/text/fold.h"
#include "import/html/page/html_page.h"

enum { MOST_NODES = 2000 };

/* Words for those who do not see the page: "Posted on ". */
static bool
is_for_screen_readers(const struct gp_flat *d, uint32_t n)
{
	static const char *const names[] = { "screen-reader", "sr-only",
		                             "visually-hidden",
		                             "visuallyhidden", NULL };
	struct gp_str class = gp_flat_attr(d, n, GP_N_CLASS);
	size_t i;

	for (i = 0; class.n > 0 && names[i]; i++)
		if (gp_str_find(class, gp_str(names[i]), 0) < class.n)
			return true;
	return false;
}

bool
gp_meta_is_silent(const struct gp_flat *d, uint32_t n)
{
	switch ((unsigned)gp_el_of(d, n)) {
	case GP_EL_SCRIPT:
	case GP_EL_STYLE:
	case GP_EL_SVG:
	case GP_EL_NOSCRIPT:
	case GP_EL_TEMPLATE:
	case GP_EL_BUTTON:
		return true;
	default:
		return false;
	}
}

/* A sign at a heading that links to it. */
static bool
is_permalink(const struct gp_flat *d, uint32_t n)
{
	uint32_t sign = n + 1;

	return gp_flat_is(d, n, GP_N_A) && d->nodes[n].end == sign + 1 &&
	       gp_flat_is_text(d, sign) &&
	       gp_str_starts(gp_flat_attr(d, n, GP_N_HREF), GP_STR("#")) &&
	       gp_flat_text(d, sign).n <= 4 &&
	       gp_count_words(gp_flat_text(d, sign)) == 0;
}

static bool
is_full(const struct gp_buf *b, char next)
{
	return b->len > GP_META_TEXT && ((unsigned char)next & 0xC0) != 0x80;
}

/* With one space for each run of them, none at the start. */
static void
put_words(struct gp_buf *b, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n && !is_full(b, s.p[i]); i++)
		if (!gp_is_space(s.p[i]))
			gp_buf_putc(b, s.p[i]);
		else if (b->len > 0 && b->data[b->len - 1] != ' ')
			gp_buf_putc(b, ' ');
}

/* Parts of a word are no words. */
static bool
parts_words(const struct gp_flat *d, uint32_t n)
{
	switch ((unsigned)gp_el_of(d, n)) {
	case GP_EL_A:
	case GP_EL_B:
	case GP_EL_EM:
	case GP_EL_STRONG:
	case GP_EL_I:
		return false;
	default:
		return true;
	}
}

struct gp_str
gp_meta_text(struct gp_html_claims *p, uint32_t node)
{
	const struct gp_flat *d = p->flat;
	uint32_t n = node;
	bool inside;
	int steps = 0;

	gp_buf_clear(&p->buf);
	for (; n != GP_FLAT_NONE && p->buf.len <= GP_META_TEXT &&
	       steps++ < MOST_NODES;
	     n = gp_meta_next(d, n, node, inside)) {
		inside = true;
		if (gp_flat_is_text(d, n)) {
			put_words(&p->buf, gp_flat_text(d, n));
			continue;
		}
		inside = !gp_meta_is_silent(d, n) &&
		         !is_for_screen_readers(d, n) && !is_permalink(d, n);
		if (n != node && parts_words(d, n))
			put_words(&p->buf, GP_STR(" "));
	}
	return gp_str_trim(gp_buf_view(&p->buf));
}

struct gp_str
gp_meta_fold(struct gp_arena *a, struct gp_str s)
{
	struct gp_buf b = { .max = 0 };

	gp_fold_words(s, &b);
	return gp_arena_buf(a, &b);
}

void
gp_meta_called(struct gp_html_claims *p, struct gp_str title)
{
	if (title.n == 0 || p->n_titles == GP_META_TITLES)
		return;
	p->titles[p->n_titles++] = gp_meta_fold(p->draft->arena, title);
}

bool
gp_meta_is_called(const struct gp_html_claims *p, struct gp_str title)
{
	struct gp_str s = gp_meta_fold(p->draft->arena, title);
	size_t i;

	for (i = 0; s.n > 8 && i < p->n_titles; i++)
		if (gp_str_find(p->titles[i], s, 0) < p->titles[i].n)
			return true;
	return false;
}

struct gp_claim *
gp_meta_claim(struct gp_html_claims *p, enum gp_claim_kind kind,
              enum gp_claim_place place, struct gp_str value,
              struct gp_str from, unsigned line)
{
	struct gp_claim *c =
		gp_draft_claim(p->draft, kind, place, value, from, 0);

	if (c)
		c->line = line;
	return c;
}
