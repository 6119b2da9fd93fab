/*
 * Texts of a page as one line each: what a browser shows of some items in a
 * row, with one space where words are parted.  Which items those are is not
 * known here, nor what becomes of the words.
 */
#include "import/html/page/html_page.h"

#include "base/limits.h"
#include "base/text/decode.h"
#include "base/utf8.h"
#include "import/guard/html_words.h"
#include "import/html/page/html_formula.h"

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

	gp_html_plain(html, false, &plain);
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
		gap |= item->is_text && gp_html_page_words_meet(p, i);
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
