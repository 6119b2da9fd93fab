/* Signs of notes on elements.  It does not know where ids are: a link counts as
   one within the page when its address begins with '#'. */
#include "import/html/page/html_notes.h"

#include <string.h>

enum {
	ROUND = 6,        /* levels that are asked for a role */
	SIGN_BYTES = 12,  /* of a link that is a sign, "↩︎2" */
	BACK_LETTERS = 2, /* of "^ a b aa": letters of one link */
	NUMBER_BYTES = 6, /* of "[12]" */
	NUMBER_STEPS = 2, /* from a number up to its link */
};

static bool
has_word(struct gp_str list, const char *words)
{
	struct gp_str word;

	while (gp_str_word(&list, &word))
		if (gp_is_word_of(word, words))
			return true;
	return false;
}

static bool
leads_within(const struct gp_html_page *p, unsigned i)
{
	return p->items[i].el == GP_EL_A &&
	       gp_str_starts(gp_str_trim(gp_flat_attr(p->flat, i, GP_N_HREF)),
	                     GP_STR("#"));
}

/* ---- marks ---- */

bool
gp_html_says_mark(const struct gp_flat *flat, unsigned i)
{
	return has_word(gp_flat_attr(flat, i, GP_N_ROLE), "doc-noteref") ||
	       has_word(gp_flat_attr(flat, i, GP_N_EPUB_TYPE), "noteref") ||
	       has_word(gp_flat_attr(flat, i, GP_N_REL), "footnote") ||
	       has_word(gp_flat_attr(flat, i, GP_N_CLASS),
	                "footnote-ref footnote-anchor footnote-link "
	                "footnote-reference footnoteref footnote_referrer "
	                "endnote-ref noteref fn-ref fnref sdfootnoteanc "
	                "sdendnoteanc");
}

/* ---- notes ---- */

static bool
says_note(const struct gp_flat *flat, unsigned i)
{
	return has_word(gp_flat_attr(flat, i, GP_N_ROLE),
	                "doc-footnote doc-endnote doc-endnotes") ||
	       has_word(gp_flat_attr(flat, i, GP_N_EPUB_TYPE),
	                "footnote footnotes endnote endnotes rearnote "
	                "rearnotes");
}

bool
gp_html_in_note(const struct gp_html_page *p, unsigned i)
{
	unsigned step;

	for (step = 0; step < ROUND && i != GP_NO_ITEM && i > p->root; step++) {
		if (says_note(p->flat, i))
			return true;
		i = p->items[i].parent;
	}
	return false;
}

/* ---- ways back ---- */

/* A text without the spaces before it, wide ones too. */
static struct gp_str
text_at(const struct gp_html_page *p, unsigned i)
{
	struct gp_str s = gp_html_text_of(p, i);

	while (gp_str_starts(s, GP_STR("\u00A0")))
		s = gp_str_trim(gp_str_sub(s, 2, s.n));
	return s;
}

static unsigned
first_text(const struct gp_html_page *p, unsigned i)
{
	unsigned k;

	for (k = i; k < p->items[i].end; k++)
		if (p->items[k].is_text && text_at(p, k).n)
			return k;
	return GP_NO_ITEM;
}

/* "^", an arrow up or back. */
static bool
begins_with_sign(const struct gp_html_page *p, unsigned i)
{
	static const struct gp_str signs[] = {
		{ "^", 1 },      { "\u2191", 3 }, { "\u21A9", 3 },
		{ "\u2934", 3 }, { "\u25B2", 3 }, { "\u21B5", 3 },
		{ "\u21A5", 3 }, { "\u23CE", 3 }, { "\u2B06", 3 },
	};
	unsigned k = first_text(p, i);
	size_t n;

	for (n = 0; k != GP_NO_ITEM && n < sizeof signs / sizeof *signs; n++)
		if (gp_str_starts(text_at(p, k), signs[n]))
			return true;
	return false;
}

/* "↩" and "↩ 2". */
static bool
is_sign_link(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return item->words <= 1 && item->bytes > 0 &&
	       item->bytes <= SIGN_BYTES && leads_within(p, i);
}

/* "^ a b c": a sign and short links. */
static bool
is_row_of_links(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	unsigned k;

	if (item->links == 0 || item->words != item->link_words ||
	    item->is_text || gp_html_is_block(item) ||
	    item->bytes > item->links * SIGN_BYTES)
		return false;
	for (k = i; k < item->end; k++) {
		if (p->items[k].is_text && p->items[k].bytes > BACK_LETTERS &&
		    p->items[k].words > 0)
			return false;
		if (p->items[k].is_link && !leads_within(p, k))
			return false;
	}
	return true;
}

bool
gp_html_is_way_back(const struct gp_html_page *p, unsigned i)
{
	return (is_sign_link(p, i) || is_row_of_links(p, i)) &&
	       begins_with_sign(p, i);
}

/* ---- numbers ---- */

bool
gp_html_is_note_number(const struct gp_html_page *p, unsigned text)
{
	struct gp_str s = gp_html_text_of(p, text);
	unsigned link = p->items[text].parent, step;
	size_t i, digits = 0;

	for (i = 0; i < s.n; i++)
		digits += gp_is_digit(s.p[i]);
	if (digits == 0 || s.n > NUMBER_BYTES || p->items[text].words != 1)
		return false;
	for (step = 0; step < NUMBER_STEPS && link != GP_NO_ITEM &&
	               !leads_within(p, link);
	     step++)
		link = p->items[link].parent;
	return link != GP_NO_ITEM && leads_within(p, link) &&
	       (gp_flat_attr(p->flat, link, GP_N_ID).n ||
	        gp_flat_attr(p->flat, link, GP_N_NAME).n);
}
