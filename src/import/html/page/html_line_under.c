/*
 * The line under a picture in one block with it, where no element and no name
 * says that it is a caption.  See html_page.h.  A paragraph that begins with a
 * picture is none: what is plain and ends in a stop is text.
 */
#include "import/html/page/html_page.h"

#include "base/utf8.h"

enum {
	SMALL_WORDS = 60, /* in small print or emphasis, */
	LINE_WORDS = 25,  /* else, without a stop */
	LINE_PARTS = 40,  /* elements and texts round both */
};

/* What tells the line under a picture from a paragraph. */
struct line_under {
	bool is_under;  /* there is a picture, and what was behind it */
	bool is_parted; /* a line break or a block lay between */
	bool is_plain;  /* in letters like all others, */
	bool ends;      /* in a stop */
	bool is_none;   /* something else, too */
};

static bool
is_small_print(const struct gp_html_page *p, unsigned i, unsigned outer)
{
	for (i = p->items[i].parent; i > outer; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_EM || p->items[i].el == GP_EL_I ||
		    p->items[i].el == GP_EL_SMALL)
			return true;
	return false;
}

static void
look_under(const struct gp_html_page *p, unsigned i, unsigned outer,
           struct line_under *l)
{
	const struct gp_html_item *item = &p->items[i];
	struct gp_str s;
	bool small;

	if (item->el == GP_EL_IMG || item->el == GP_EL_AMP_IMG) {
		l->is_none |= l->is_plain || l->is_parted;
		l->is_under = true;
	} else if (!item->is_text) {
		l->is_parted |= l->is_under && (item->el == GP_EL_BR ||
		                                gp_html_is_block(item));
		l->is_none |= gp_html_is_heading(item->el) ||
		              item->el == GP_EL_LI || item->el == GP_EL_TR;
	} else if (item->bytes > 0) {
		s = gp_html_text_of(p, i);
		small = is_small_print(p, i, outer);
		l->is_none |= !l->is_under || !(l->is_parted || small);
		l->is_plain |= !small;
		l->ends = gp_html_is_stop(gp_utf8_before(s, s.n));
	}
}

/* A block that holds a picture and under it a line that says what it shows:
   small, or short and no sentence. */
bool
gp_html_has_line_under(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	struct line_under l = { .is_none = false };
	unsigned k;

	if (!item->has_media || item->words == 0 || item->words > SMALL_WORDS ||
	    item->end - i > LINE_PARTS || item->link_words * 2 > item->words ||
	    item->el == GP_EL_LI || item->el == GP_EL_TABLE ||
	    item->el == GP_EL_TR || gp_html_is_heading(item->el))
		return false;
	for (k = i + 1; k < item->end && !l.is_none; k++)
		look_under(p, k, i, &l);
	return !l.is_none && l.is_under &&
	       (!l.is_plain || (!l.ends && item->words <= LINE_WORDS));
}
