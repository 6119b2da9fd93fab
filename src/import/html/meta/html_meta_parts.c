/* Words are read as a reader sees them: without scripts, buttons, signs that
   link to their heading, and what is for screen readers alone. */
#include "import/html/meta/html_meta_parts.h"

#include "base/text/fold.h"
#include "import/html/page/html_page.h"
#include "model/plain_marks.h"

enum { MOST_NODES = 2000, LONG_WORD = 4 };

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
	static const enum gp_name within[] = {
		GP_N_A,   GP_N_B, GP_N_EM,   GP_N_STRONG, GP_N_I,  GP_N_SUB,
		GP_N_SUP, GP_N_U, GP_N_ABBR, GP_N_RUBY,   GP_N_RB, GP_N_RT,
	};
	size_t i;

	for (i = 0; i < sizeof within / sizeof within[0]; i++)
		if (gp_flat_is(d, n, within[i]))
			return false;
	return true;
}

/* The element that a text is the words of. */
static uint32_t
holder_of(const struct gp_flat *d, uint32_t text, uint32_t root)
{
	uint32_t n = d->nodes[text].parent;

	while (n > root && n != GP_FLAT_NONE && !parts_words(d, n))
		n = d->nodes[n].parent;
	return n;
}

/* An initial in an element of its own begins a word: "<b>P</b>ilots". */
static bool
is_initial(const struct gp_buf *b)
{
	size_t n = b->len;

	return n > 0 && gp_is_upper(b->data[n - 1]) &&
	       (n == 1 || b->data[n - 2] == ' ');
}

/* No space was between "Floods" and ": more to come". */
static bool
goes_on(const struct gp_buf *b, char next)
{
	return gp_str_find(GP_STR(":;,.!?)"), (struct gp_str){ &next, 1 }, 0) <
	               7 ||
	       (is_initial(b) && gp_is_lower(next));
}

static bool
is_read(const struct gp_flat *d, uint32_t n)
{
	return !gp_meta_is_silent(d, n) && !gp_flat_is(d, n, GP_N_RP) &&
	       !is_for_screen_readers(d, n) && !is_permalink(d, n);
}

/* How a text stands in its line, by the element that it is in. */
static enum gp_plain
stands_as(const struct gp_flat *d, uint32_t text)
{
	static const struct {
		enum gp_name name;
		enum gp_plain how;
	} rows[] = {
		{ GP_N_SUP, GP_PLAIN_RAISED }, { GP_N_SUB, GP_PLAIN_LOWERED },
		{ GP_N_DEL, GP_PLAIN_STRUCK }, { GP_N_S, GP_PLAIN_STRUCK },
		{ GP_N_RT, GP_PLAIN_READING }, { GP_N_STRIKE, GP_PLAIN_STRUCK },
	};
	uint32_t n = d->nodes[text].parent;
	size_t i;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (gp_flat_is(d, n, rows[i].name))
			return rows[i].how;
	return GP_PLAIN;
}

/* The words under `node`, without those in elements that `skips` names. */
static struct gp_str
gather(struct gp_html_claims *p, uint32_t node,
       bool (*skips)(struct gp_html_claims *p, uint32_t n))
{
	const struct gp_flat *d = p->flat;
	uint32_t n = node, last = GP_FLAT_NONE, holder;
	bool inside, parted = false;
	struct gp_str s;
	size_t from;
	int steps = 0;

	gp_buf_clear(&p->buf);
	for (; n != GP_FLAT_NONE && p->buf.len <= GP_META_TEXT &&
	       steps++ < MOST_NODES;
	     n = gp_meta_next(d, n, node, inside)) {
		inside = true;
		if (!gp_flat_is_text(d, n)) {
			inside = is_read(d, n) && !(skips && skips(p, n));
			parted |= n != node && parts_words(d, n);
			continue;
		}
		s = gp_flat_text(d, n);
		holder = holder_of(d, n, node);
		if ((parted || holder != last) && s.n > 0 &&
		    !goes_on(&p->buf, s.p[0]))
			put_words(&p->buf, GP_STR(" "));
		from = p->buf.len;
		put_words(&p->buf, s);
		gp_plain_end(&p->buf, from, stands_as(d, n));
		last = holder;
		parted = false;
	}
	return gp_str_trim(gp_buf_view(&p->buf));
}

struct gp_str
gp_meta_text(struct gp_html_claims *p, uint32_t node)
{
	return gather(p, node, NULL);
}

/* ---- headings ---- */

/* The line over a headline, by the names that it has in newsrooms. */
static bool is_called_kicker(struct gp_str class)
{
	static const char *const names[] = {
		"kicker",   "overline",   "roofline",   "topline",
		"toptitle", "dachzeile",  "spitzmarke", "eyebrow",
		"pretitle", "supertitle", "overtitle",  "preheadline",
		"prehead",  "subtitle",   "rubrik",     "category",
		"surtitre", "antetitulo", "occhiello",  NULL,
	};
	size_t i;

	for (i = 0; class.n > 0 && names[i]; i++)
		if (gp_str_find(class, gp_str(names[i]), 0) < class.n)
			return true;
	return false;
}

static bool is_called_title(struct gp_str class)
{
	return gp_str_find(class, GP_STR("headline"), 0) < class.n ||
	       gp_str_find(class, GP_STR("title"), 0) < class.n;
}

/* True for <small> before a <br>, and beside an element that is called the
   headline, when this one is not. */
static bool
stands_over_title(const struct gp_flat *d, uint32_t n)
{
	uint32_t next = gp_flat_skip(d, n),
		 end = d->nodes[d->nodes[n].parent].end;

	if (is_called_title(gp_flat_attr(d, n, GP_N_CLASS)))
		return false;
	for (; next < end; next = gp_flat_skip(d, next)) {
		if (gp_flat_is_text(d, next)) {
			if (gp_str_trim(gp_flat_text(d, next)).n > 0)
				return false;
			continue;
		}
		if (gp_flat_is(d, next, GP_N_BR))
			return gp_flat_is(d, n, GP_N_SMALL);
		if (is_called_title(gp_flat_attr(d, next, GP_N_CLASS)))
			return true;
	}
	return false;
}

/* A date, wherever it stands; a line over the headline only before it. */
static bool
is_no_headline(struct gp_html_claims *p, uint32_t n)
{
	const struct gp_flat *d = p->flat;

	bool first = gp_str_trim(gp_buf_view(&p->buf)).n == 0;

	/* "12 comments", further down on the page. */
	if (gp_flat_is(d, n, GP_N_TIME) ||
	    (!first && gp_flat_is(d, n, GP_N_A) &&
	     gp_str_starts(gp_flat_attr(d, n, GP_N_HREF), GP_STR("#"))))
		return true;
	return first && (is_called_kicker(gp_flat_attr(d, n, GP_N_CLASS)) ||
	                 stands_over_title(d, n));
}

struct gp_str
gp_meta_headline(struct gp_html_claims *p, uint32_t heading)
{
	struct gp_str s = gather(p, heading, is_no_headline);

	while (s.n > 0 && (s.p[0] == ':' || s.p[0] == '|'))
		s = gp_str_trim(gp_str_sub(s, 1, s.n));
	return s.n > 0 ? s : gather(p, heading, NULL);
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

	for (i = 0; i < p->n_titles; i++)
		if (gp_str_eq(p->titles[i], s))
			return s.n > 0;
	for (i = 0; s.n > 8 && i < p->n_titles; i++)
		if (gp_str_find(p->titles[i], s, 0) < p->titles[i].n)
			return true;
	return false;
}

bool
gp_meta_begins_title(const struct gp_html_claims *p, struct gp_str title)
{
	struct gp_str s = gp_meta_fold(p->draft->arena, title);
	size_t i;

	for (i = 0; i < p->n_titles; i++)
		if (gp_str_starts(p->titles[i], s))
			return true;
	return false;
}

static bool
holds_word(struct gp_str s, struct gp_str want)
{
	struct gp_str word;

	while (gp_str_word(&s, &word))
		if (gp_str_eq(word, want))
			return true;
	return false;
}

/* What the page goes by, and its first main headings, as one text. */
static struct gp_str
all_titles(struct gp_html_claims *p)
{
	struct gp_buf all = { .max = 0 };
	size_t i, headings = 0;

	for (i = 0; i < p->n_titles; i++) {
		gp_buf_str(&all, p->titles[i]);
		gp_buf_putc(&all, ' ');
	}
	for (i = 0; i < p->n_marks && headings < GP_META_TITLES; i++)
		if (gp_flat_is(p->flat, p->marks[i].node, GP_N_H1)) {
			gp_fold_words(gp_meta_text(p, p->marks[i].node), &all);
			gp_buf_putc(&all, ' ');
			headings++;
		}
	return gp_arena_buf(p->draft->arena, &all);
}

bool
gp_meta_shares_title(struct gp_html_claims *p, struct gp_str title,
                     size_t *shared, size_t *words)
{
	struct gp_str all = all_titles(p), word,
		      rest = gp_meta_fold(p->draft->arena, title);

	*shared = *words = 0;
	while (gp_str_word(&rest, &word)) {
		if (word.n < LONG_WORD)
			continue;
		++*words;
		*shared += holds_word(all, word);
	}
	return all.n > 0;
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
