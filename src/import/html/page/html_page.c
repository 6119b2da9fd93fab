/*
 * A page's items counted and its texts read: see html_page.h.  One walk over
 * the nodes, one loop backwards that sums up; nothing here recurses.
 */
#include "import/html/page/html_page.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/decode.h"
#include "base/text/fold.h"
#include "base/spaceless.h"
#include "import/guard/html_words.h"
#include "import/html/page/html_formula.h"

#include <string.h>

enum {
	SENTENCE = 40, /* bytes of a text that is more than a label */
	FEW_SPACELESS = 4,
	MOST_COUNT = 4,      /* figures or letters that count a paragraph */
	MOST_COUNTS = 4,     /* such counts before one */
	LONGEST_STYLE = 256, /* bytes that are looked at, without spaces */
};

struct gp_str
gp_html_page_lang(const struct gp_flat *d, uint32_t i)
{
	struct gp_str lang = gp_str_trim(gp_flat_attr(d, i, GP_N_LANG));

	return lang.n ? lang : gp_str_trim(gp_flat_attr(d, i, GP_N_XML_LANG));
}

/* ---- words ---- */

/* Hangul has spaces, and words that are long: its letters count too. */
static bool
counts_by_letter(uint32_t c)
{
	return c > 0x0E00 &&
	       (gp_is_spaceless(c) || (c >= 0xAC00 && c <= 0xD7AF));
}

unsigned
gp_count_words(struct gp_str s)
{
	unsigned words = 0, spaceless = 0;
	bool inside = false, letter;
	size_t i = 0;
	uint32_t c;

	while (i < s.n) {
		c = (unsigned char)s.p[i] < 0x80 ? (unsigned char)s.p[i++]
		                                 : gp_utf8_next(s, &i);
		spaceless += counts_by_letter(c);
		letter = gp_is_word_char(c) || c == '_';
		words += letter && !inside;
		inside = letter;
	}
	if (spaceless < FEW_SPACELESS)
		return words;
	return spaceless * 10 / GP_SPACELESS_TEN;
}

unsigned
gp_count_shown(struct gp_str markup)
{
	unsigned words = 0;
	size_t i = 0, tag;

	while (i < markup.n) {
		tag = gp_str_find(markup, GP_STR("<"), i);
		words += gp_count_words(gp_str_sub(markup, i, tag));
		i = gp_str_find(markup, GP_STR(">"), tag);
		i += i < markup.n;
	}
	return words;
}

/* ---- the walk ---- */

/* "display: none", "visibility: hidden". */
static bool
hides(const char *style)
{
	return strstr(style, "display:none") ||
	       strstr(style, "visibility:hidden");
}

static enum gp_html_look
look_of(const char *style)
{
	const char *decoration = strstr(style, "text-decoration");

	if (decoration && strstr(decoration, "line-through"))
		return GP_HTML_LOOK_STRUCK;
	if (strstr(style, "vertical-align:super"))
		return GP_HTML_LOOK_RAISED;
	return strstr(style, "vertical-align:sub") ? GP_HTML_LOOK_LOWERED
	                                           : GP_HTML_LOOK_NONE;
}

static void
fill_style(struct gp_html_item *item, struct gp_str style)
{
	char flat[LONGEST_STYLE];
	size_t i, n = 0;

	for (i = 0; i < style.n && n < sizeof flat - 1; i++)
		if (!gp_is_space(style.p[i]))
			flat[n++] = gp_to_lower(style.p[i]);
	flat[n] = '\0';
	item->is_hidden |= hides(flat);
	item->look = (unsigned char)look_of(flat);
}

/* The last of the items so far, for one of its attributes.  Names that say
   what a part is for count in any of these places. */
static void
fill_attribute(struct gp_html_page *p, unsigned i, const struct gp_flat_attr *a)
{
	struct gp_html_item *item = &p->items[i];
	struct gp_str value = { a->value, a->size };

	switch (a->name) {
	case GP_N_CLASS:
		item->hints |=
			(unsigned char)gp_class_of(&p->html->classes, value)
				.hints;
		break;
	case GP_N_DATA_COMPONENT:
	case GP_N_DATA_TESTID:
	case GP_N_ID:
	case GP_N_ITEMPROP:
	case GP_N_ROLE:
		item->hints |= (unsigned char)gp_hints_in(value);
		break;
	case GP_N_HIDDEN:
		item->is_hidden |= !gp_str_eq_nocase(gp_str_trim(value),
		                                     GP_STR("until-found"));
		break;
	case GP_N_STYLE:
		fill_style(item, value);
		break;
	case GP_N_LANG:
	case GP_N_XML_LANG:
		if (gp_str_trim(value).n)
			item->lang = i;
		break;
	default:
		break;
	}
}

/* <a name> is a place, and where it was never closed it holds all behind it.
   A script may lead on from any other. */
static bool
is_link(const struct gp_flat *d, uint32_t i)
{
	return gp_el_of(d, i) == GP_EL_A &&
	       (gp_flat_has_attr(d, i, GP_N_HREF) ||
	        (d->nodes[i].size && !gp_flat_has_attr(d, i, GP_N_NAME)));
}

static void
fill_element(struct gp_html_page *p, unsigned i, unsigned *counts)
{
	struct gp_html_item *item = &p->items[i];
	enum gp_el el = i == p->root ? GP_EL_BODY : gp_el_of(p->flat, i);
	const struct gp_flat_attr *a;
	size_t n;

	item->el = (unsigned char)el;
	item->nth = ++counts[el];
	item->paragraphs = el == GP_EL_P;
	item->is_link = is_link(p->flat, i);
	item->is_skipped = gp_el_is(el) & (GP_EL_UNSEEN | GP_EL_WIDGET);
	for (a = gp_flat_attributes(p->flat, i, &n); n > 0; a++, n--)
		fill_attribute(p, i, a);
	item->is_skipped |=
		item->is_hidden || gp_html_is_annotation(p->flat, i);
	if (item->is_skipped)
		item->hints = 0;
}

static void
fill_text(struct gp_html_page *p, unsigned i)
{
	struct gp_html_item *item = &p->items[i];
	struct gp_str s = gp_flat_text(p->flat, i);

	item->is_text = true;
	/* Nobody asks how long a script is. */
	if (p->flat->nodes[i].is & GP_FLAT_RAW)
		return;
	item->bytes = (unsigned)gp_str_trim(s).n;
	item->words = item->bytes ? gp_count_words(s) : 0;
	item->prose = s.n > SENTENCE ? item->words : 0;
}

static void
fill_items(struct gp_html_page *p)
{
	const struct gp_flat_node *nodes = p->flat->nodes;
	unsigned counts[GP_EL_COUNT] = { 0 }, i;

	for (i = p->root; i < p->n_items; i++) {
		struct gp_html_item *item = &p->items[i];

		item->parent = i == p->root ? GP_NO_ITEM : nodes[i].parent;
		item->end = nodes[i].end;
		item->lang =
			i == p->root ? GP_NO_ITEM : p->items[item->parent].lang;
		if (nodes[i].kind == GP_FLAT_TEXT)
			fill_text(p, i);
		else
			fill_element(p, i, counts);
	}
}

static bool
is_media(enum gp_el el)
{
	return el == GP_EL_IMG || el == GP_EL_AMP_IMG || el == GP_EL_IFRAME ||
	       el == GP_EL_VIDEO || el == GP_EL_AUDIO || el == GP_EL_OBJECT ||
	       el == GP_EL_EMBED || el == GP_EL_SVG || el == GP_EL_CANVAS ||
	       el == GP_EL_NOSCRIPT;
}

/* Backwards, every item before what holds it. */
static void
sum_up(struct gp_html_page *p)
{
	unsigned i;

	for (i = p->n_items; i-- > p->root + 1;) {
		struct gp_html_item *item = &p->items[i];
		struct gp_html_item *outer = &p->items[item->parent];

		item->has_media |= is_media((enum gp_el)item->el);
		outer->has_media |= item->has_media;
		if (item->is_skipped) {
			item->prose = 0;
			if (gp_el_is((enum gp_el)item->el) & GP_EL_UNSEEN)
				continue;
		}
		if (item->is_link) {
			item->links = 1;
			item->link_words = item->words;
		}
		outer->links += item->links;
		outer->link_words += item->link_words;
		outer->words += item->words;
		outer->bytes += item->bytes;
		outer->paragraphs += item->paragraphs;
		if (!item->is_link)
			outer->prose += item->prose;
	}
}

bool
gp_html_page_index(struct gp_html_page *p, struct gp_err *e)
{
	p->n_items = p->flat->nodes[p->root].end;
	p->items = gp_arena_array(p->arena, p->n_items, sizeof *p->items);
	if (!p->items)
		return gp_arena_ok(p->arena, e);
	fill_items(p);
	return gp_arena_ok(p->arena, e);
}

bool
gp_html_page_sum(struct gp_html_page *p, struct gp_err *e)
{
	sum_up(p);
	return gp_arena_ok(p->arena, e);
}

/* ---- reading ---- */

bool
gp_html_is_stop(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' ||
	       c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

static void
put_collapsed(struct gp_str s, size_t start, bool *gap, struct gp_buf *out)
{
	size_t i = 0, from;

	while (i < s.n) {
		if (gp_is_space(s.p[i])) {
			*gap = true;
			i++;
			continue;
		}
		for (from = i; i < s.n && !gp_is_space(s.p[i]); i++)
			;
		if (*gap && out->len > start)
			gp_buf_putc(out, ' ');
		*gap = false;
		gp_buf_put(out, s.p + from, i - from);
	}
}

/* Values of attributes, where references may name anything. */
void
gp_collapse(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0, at, start = out->len;
	bool gap = false;
	uint32_t c;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c > ' ' && !(c >= 0x7F && c < 0xA0) && c != GP_UTF8_BAD &&
		    !gp_is_noncharacter(c)) {
			if (gap && out->len > start)
				gp_buf_putc(out, ' ');
			gap = false;
			gp_buf_put(out, s.p + at, i - at);
		} else {
			gap |= c <= ' ';
		}
	}
}

/* What a parser leaves as it stands: with scripts off, a browser shows what
   is in it. */
static bool
is_markup(const struct gp_html_page *p, unsigned i)
{
	unsigned up = p->items[i].parent;
	unsigned char el = up == GP_NO_ITEM ? GP_EL_OTHER : p->items[up].el;

	return el == GP_EL_NOSCRIPT || el == GP_EL_IFRAME ||
	       el == GP_EL_NOEMBED || el == GP_EL_NOFRAMES;
}

bool
gp_html_page_says(const struct gp_html_page *p, unsigned i)
{
	return p->items[i].is_text &&
	       (p->items[i].bytes > 0 || is_markup(p, i));
}

static void
read_markup(struct gp_str html, size_t start, bool *gap, struct gp_buf *out)
{
	struct gp_buf plain = { .max = GP_MAX_HTML_BYTES };

	gp_html_plain(html, &plain);
	put_collapsed(gp_buf_view(&plain), start, gap, out);
	gp_buf_inherit(out, &plain);
	gp_buf_free(&plain);
}

static void
read_text(const struct gp_html_page *p, unsigned i, size_t start, bool *gap,
          struct gp_buf *out)
{
	if (is_markup(p, i))
		read_markup(gp_flat_text(p->flat, i), start, gap, out);
	else if (!(p->flat->nodes[i].is & GP_FLAT_RAW))
		put_collapsed(gp_flat_text(p->flat, i), start, gap, out);
}

static void
read_formula(const struct gp_html_page *p, unsigned i, size_t start, bool *gap,
             struct gp_buf *out)
{
	struct gp_buf formula = { .max = GP_MAX_HTML_BYTES };

	gp_html_formula(p->flat, i, &formula);
	put_collapsed(gp_buf_view(&formula), start, gap, out);
	gp_buf_inherit(out, &formula);
	gp_buf_free(&formula);
}

bool
gp_html_page_parts_words(const struct gp_html_item *item)
{
	switch ((unsigned)item->el) {
	case GP_EL_AUDIO:
	case GP_EL_BR:
	case GP_EL_CANVAS:
	case GP_EL_IFRAME:
	case GP_EL_OBJECT:
	case GP_EL_VIDEO:
		return true;
	default:
		return gp_el_is((enum gp_el)item->el) &
		       (GP_EL_BLOCK | GP_EL_WIDGET);
	}
}

/* The innermost block of those round `block` that still holds item `i`. */
static unsigned
open_block(const struct gp_html_page *p, unsigned block, unsigned i)
{
	while (block != GP_NO_ITEM &&
	       (i >= p->items[block].end ||
	        !(gp_el_is((enum gp_el)p->items[block].el) & GP_EL_BLOCK)))
		block = p->items[block].parent;
	return block;
}

static bool
has_letter(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_is_alpha(s.p[i]) || (s.p[i] & 0x80))
			return true;
	return false;
}

/* "(a)", "1." or, when `bare`, "1": what counts the paragraphs of a law. */
static bool
is_count(struct gp_str s, bool bare)
{
	bool round = s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')';
	bool dot = s.n > 1 && s.p[s.n - 1] == '.';
	size_t i;

	if (round || dot)
		s = gp_str_sub(s, round, s.n - 1);
	if (s.n == 0 || s.n > MOST_COUNT || !(round || dot || bare))
		return false;
	for (i = 0; i < s.n; i++)
		if (!gp_is_digit(s.p[i]) && !(round && gp_is_alpha(s.p[i])))
			return false;
	return true;
}

/* Text `i` is all of a <span> that counts, at the beginning of a block or
   behind others of its kind. */
static bool
counts_block(const struct gp_html_page *p, unsigned i)
{
	unsigned n, span;

	for (n = 0; n < MOST_COUNTS && i > p->root + 1; n++, i = span - 1) {
		span = i - 1;
		if (!p->items[i].is_text || p->items[i].parent != span ||
		    p->items[span].el != GP_EL_SPAN ||
		    p->items[span].end != i + 1 ||
		    !is_count(gp_flat_text(p->flat, i), true))
			return false;
		if (p->items[span].parent == span - 1)
			return gp_el_is((enum gp_el)p->items[span - 1].el) &
			       GP_EL_BLOCK;
	}
	return false;
}

/* A figure alone may be the half of a word: "3" and "D", "1" and "st". */
static bool
begins_behind(struct gp_str s, struct gp_str count)
{
	if (s.n < 2 || s.p[0] == '(')
		return s.n >= 2;
	if (is_count(count, false))
		return gp_is_alpha(s.p[0]);
	return gp_is_upper(s.p[0]) &&
	       (gp_is_lower(s.p[1]) || (s.p[0] == 'A' && s.p[1] == ' '));
}

bool
gp_html_page_count_ends(const struct gp_html_page *p, unsigned i)
{
	unsigned count = i - 1;

	if (i <= p->root + 2)
		return false;
	if (p->items[count].el == GP_EL_SPAN && p->items[i].parent == count)
		count--;
	return counts_block(p, count) &&
	       begins_behind(gp_flat_text(p->flat, i),
	                     gp_flat_text(p->flat, count));
}

bool
gp_html_page_numbers_meet(const struct gp_html_page *p, unsigned i)
{
	struct gp_str mark, s = gp_flat_text(p->flat, i);

	if (i == p->root || !p->items[i - 1].is_text || s.n == 0 ||
	    !gp_is_digit(s.p[0]) ||
	    p->items[i - 1].parent == p->items[i].parent)
		return false;
	mark = gp_flat_text(p->flat, i - 1);
	return mark.n > 0 && gp_is_digit(mark.p[mark.n - 1]) &&
	       has_letter(mark) && p->items[p->items[i - 1].parent].end == i;
}

unsigned
gp_html_formula_round(const struct gp_html_page *p, unsigned i)
{
	unsigned up = i;

	do
		up = p->items[up].parent;
	while (up != GP_NO_ITEM && p->items[up].el != GP_EL_MATH &&
	       p->flat->nodes[up].kind == GP_FLAT_MATHML);
	return up != GP_NO_ITEM && p->items[up].el == GP_EL_MATH ? up : i;
}

/* What is parted so, words must not join. */
static void
read_items(const struct gp_html_page *p, unsigned from, unsigned to,
           bool skipped, struct gp_buf *out)
{
	size_t start = out->len;
	bool gap = false;
	unsigned i = skipped ? from : gp_html_formula_round(p, from);
	unsigned block = GP_NO_ITEM;

	while (i < to) {
		const struct gp_html_item *item = &p->items[i];
		unsigned is = gp_el_is((enum gp_el)item->el);

		gap |= skipped;
		gap |= block != GP_NO_ITEM && i >= p->items[block].end;
		block = open_block(p, is & GP_EL_BLOCK ? i : block, i);
		gap |= item->is_text && (gp_html_page_numbers_meet(p, i) ||
		                         gp_html_page_count_ends(p, i));
		if (item->is_text)
			read_text(p, i, start, &gap, out);
		else if (item->el == GP_EL_MATH)
			read_formula(p, i, start, &gap, out);
		else if (gp_html_page_parts_words(item))
			gap = true;
		if (item->el == GP_EL_MATH ||
		    (!skipped && (item->is_skipped || (is & GP_EL_UNSEEN))))
			i = item->end;
		else
			i++;
	}
}

void
gp_html_page_text(const struct gp_html_page *p, unsigned from, unsigned to,
                  struct gp_buf *out)
{
	read_items(p, from, to, false, out);
}

void
gp_html_leaf_text(const struct gp_html_page *p, const struct gp_html_leaf *l,
                  struct gp_buf *out)
{
	read_items(p, l->from, l->to, l->is_aside, out);
}
