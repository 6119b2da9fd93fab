/* A page cut into leaves.  A leaf ends where a block begins or ends and at
   two line breaks in a row; what the names of its containers say is handed
   down to it.  Which leaves are article is not known here. */
#include "import/html/page/html_page.h"
#include "import/html/page/html_notes.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

enum {
	WIDE_ASIDE = 5,       /* <p> in what is no aside, whatever its name */
	CAPTION_WORDS = 60,   /* of one picture, whatever else there is */
	HOVER_WORDS = 8,      /* of links that run into each other */
	SIGN = 4,             /* bytes of a sign that is a link */
	IN_HEADING = 3,       /* levels of what stands in a heading */
	TOOL_WORDS = 4,       /* of "[edit | source]" */
	SIGNATURE_WORDS = 40, /* that say whose words a quotation is made of */
	SIGNATURE_STEPS = 3,  /* from them up to it */
	NAMED_STEPS = 2,      /* ...where only a name tells them */
	FORM_PARAGRAPHS = 2,  /* of a form that is read */
	FORM_WORDS = 30,      /* of its sentences */
};

/* ---- what containers hand down ---- */

static unsigned char
bad_by_name(const struct gp_html_item *item, bool weak)
{
	if (item->hints & GP_HINT_GOOD)
		return GP_NOT_BAD;
	if (item->hints & GP_HINT_STRONG)
		return GP_BAD_STRONG;
	return weak && (item->hints & GP_HINT_WEAK) ? GP_BAD_WEAK : GP_NOT_BAD;
}

static unsigned char
bad_by_element(const struct gp_html_item *item)
{
	if (item->el == GP_EL_ASIDE)
		return GP_BAD_STRONG;
	return item->el == GP_EL_NAV || item->el == GP_EL_FOOTER ||
	                       item->el == GP_EL_MENU
	               ? GP_BAD_NAV
	               : GP_NOT_BAD;
}

/* The footer of a quotation says whose words it is made of (HTML, 4.4.4 The
   blockquote element); so does what is called a footer, an author or the like
   there, and is not just links. */
static bool
signs_quote(const struct gp_html_page *p, const struct gp_html_item *item)
{
	unsigned up = item->parent, step;
	unsigned steps =
		item->el == GP_EL_FOOTER ? SIGNATURE_STEPS : NAMED_STEPS;

	if (item->el == GP_EL_NAV || item->el == GP_EL_MENU ||
	    item->words > SIGNATURE_WORDS ||
	    ((item->hints & GP_HINT_NOTICE) && item->links > 0) ||
	    item->link_words * 2 > item->words)
		return false;
	for (step = 0; step < steps && up != GP_NO_ITEM; step++) {
		if (p->items[up].el == GP_EL_BLOCKQUOTE)
			return true;
		up = p->items[up].parent;
	}
	return false;
}

/* A container that holds much of the page's running text is no furniture,
   whatever it is called, unless its name is one that never lies. */
static bool
holds_the_text(const struct gp_html_page *p, const struct gp_html_item *item,
               unsigned char bad)
{
	unsigned prose = item->prose, total = p->items[p->root].prose;

	if (total == 0)
		total = 1;
	if (prose * 5 <= total * 2)
		return false;
	if (bad < GP_BAD_STRONG)
		return true;
	return item->el != GP_EL_ASIDE && prose * 2 > total &&
	       !(item->hints & GP_HINT_NOTICE) &&
	       item->paragraphs >= WIDE_ASIDE;
}

static unsigned char
bad_of(const struct gp_html_page *p, const struct gp_html_item *item,
       unsigned char outer, bool weak)
{
	unsigned char bad = outer, own;

	own = bad_by_element(item);
	bad = own > bad ? own : bad;
	own = bad_by_name(item, weak);
	bad = own > bad ? own : bad;
	if ((item->hints & GP_HINT_GOOD) && outer <= GP_BAD_STRONG)
		bad = GP_NOT_BAD;
	if (item->el == GP_EL_BODY || item->el == GP_EL_MAIN ||
	    item->el == GP_EL_ARTICLE || item->el == GP_EL_BLOCKQUOTE ||
	    (bad > outer && holds_the_text(p, item, bad)))
		bad = outer;
	if ((item->el == GP_EL_BLOCKQUOTE || item->el == GP_EL_PRE) &&
	    outer <= GP_BAD_STRONG)
		bad = GP_NOT_BAD;
	if (signs_quote(p, item) ||
	    gp_html_in_note(p, (unsigned)(item - p->items)))
		bad = outer;
	if (item->is_card && bad < GP_BAD_STRONG)
		bad = GP_BAD_STRONG;
	return bad;
}

/* A picture's words: by its element, or by a name on a part that is small. */
static bool
is_caption(const struct gp_html_page *p, const struct gp_html_item *item)
{
	if (item->el == GP_EL_FIGCAPTION || item->el == GP_EL_CAPTION)
		return true;
	return (item->hints & GP_HINT_CAPTION) && item->el != GP_EL_TABLE &&
	       (item->prose * 20 < p->items[p->root].prose * 3 ||
	        item->words <= CAPTION_WORDS);
}

/* What stands in a figure beside its picture is said of it, but for what can
   stand by itself: a figure is a container. */
static bool
stays_in_figure(struct gp_html_page *p, unsigned i, bool in_figure)
{
	const struct gp_html_item *item = &p->items[i];

	switch ((unsigned)item->el) {
	case GP_EL_FIGURE:
		return item->has_media;
	case GP_EL_BLOCKQUOTE:
	case GP_EL_PRE:
		return false;
	case GP_EL_DL:
	case GP_EL_OL:
	case GP_EL_UL:
		return in_figure && item->has_media;
	case GP_EL_TABLE:
		return in_figure && !gp_html_page_has_figures(p, i);
	default:
		return in_figure || gp_html_has_line_under(p, i);
	}
}

static bool
is_inline_caption(const struct gp_html_item *item)
{
	return item->hints & (GP_HINT_CAPTION | GP_HINT_SKIP);
}

/* Within a line, for those who hear it: without it the line goes on. */
static bool
is_for_ears(const struct gp_html_page *p, const struct gp_html_item *item)
{
	unsigned up = item->parent;

	if (!(item->hints & GP_HINT_SKIP) || gp_html_is_block(item))
		return false;
	while (up != GP_NO_ITEM && !gp_html_is_block(&p->items[up]))
		up = p->items[up].parent;
	return up != GP_NO_ITEM && p->items[up].words > 2 * item->words;
}

/* ---- the cut ---- */

struct cut {
	struct gp_html_page *page;
	bool weak;
	unsigned from, to; /* texts of the leaf at hand */
	unsigned words, link_words;
	unsigned first, last; /* its first and last text with words */
};

static struct gp_html_leaf *
new_leaf(struct gp_html_page *p)
{
	struct gp_html_leaf *leaf =
		GP_VEC_ADD(p->arena, p->leaves, p->n_leaves, p->cap_leaves);

	if (leaf)
		*leaf = (struct gp_html_leaf){ .from = 0 };
	return leaf;
}

static bool
is_closer(uint32_t c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 ||
	       c == 0x201D || c == 0xBB || c == 0xA0;
}

/* In a stop with only closing marks behind it. */
static bool
ends_in_stop(const struct gp_html_page *p, const struct cut *c)
{
	unsigned i = c->last + 1;
	uint32_t ch;

	while (i-- > c->first) {
		struct gp_str s;

		if (!p->items[i].is_text || p->items[i].bytes == 0)
			continue;
		for (s = gp_html_text_of(p, i); s.n > 0;) {
			ch = gp_utf8_before(s, s.n);
			if (!is_closer(ch))
				return gp_html_is_stop(ch);
			do
				s.n--;
			while (s.n > 0 &&
			       ((unsigned char)s.p[s.n] & 0xC0) == 0x80);
		}
	}
	return false;
}

/* Ends the leaf at hand, which stands in `el` and shares what that hands
   down. */
static void
flush(struct cut *c, unsigned el)
{
	const struct gp_html_item *item = &c->page->items[el];
	struct gp_html_leaf *l;

	if (c->first == GP_NO_ITEM) {
		c->from = GP_NO_ITEM;
		return;
	}
	l = new_leaf(c->page);
	if (!l)
		return;
	l->from = c->from;
	l->to = c->to;
	l->el = el;
	l->words = c->words;
	l->link_words = c->link_words;
	l->bad = item->bad;
	l->in_list = item->in_list;
	l->in_caption = item->in_caption || item->in_figure;
	l->in_frame = item->in_frame;
	l->ends = ends_in_stop(c->page, c);
	l->is_markup = gp_html_text_of(c->page, c->first).p[0] == '<';
	*c = (struct cut){ .page = c->page,
		           .weak = c->weak,
		           .from = GP_NO_ITEM,
		           .first = GP_NO_ITEM };
}

static void
add_text(struct cut *c, unsigned i)
{
	const struct gp_html_item *item = &c->page->items[i];
	bool in_link = c->page->items[item->parent].in_link;

	if (c->from == GP_NO_ITEM)
		c->from = i;
	c->to = i + 1;
	c->words += item->words;
	c->link_words += in_link ? item->words : 0;
	if (item->bytes == 0)
		return;
	if (c->first == GP_NO_ITEM)
		c->first = i;
	c->last = i;
}

static unsigned
links_side_by_side(const struct gp_html_page *p, unsigned i)
{
	unsigned k, n = 0;

	for (k = i + 1; k < p->items[i].end; k = p->items[k].end)
		n += p->items[k].el == GP_EL_A;
	return n;
}

/* Within a line, several links and not a word between them: what opens when
   the mouse comes near. */
static bool
is_hover_card(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i], *outer;

	if (item->is_text || item->links < 2 || item->el == GP_EL_A ||
	    gp_html_is_block(item) || item->words < HOVER_WORDS ||
	    item->link_words != item->words || item->parent == GP_NO_ITEM ||
	    links_side_by_side(p, i) < 2)
		return false;
	/* Somewhere round it there is a word that is no link. */
	outer = &p->items[item->parent];
	while (!gp_html_is_block(outer) && outer->parent != GP_NO_ITEM)
		outer = &p->items[outer->parent];
	return outer->words > outer->link_words;
}

/* The heading that an item stands in, not deep; or GP_NO_ITEM. */
static unsigned
heading_of(const struct gp_html_page *p, unsigned i)
{
	unsigned up = p->items[i].parent, step;

	for (step = 0; step < IN_HEADING && up != GP_NO_ITEM; step++) {
		if (gp_html_is_heading(p->items[up].el))
			return up;
		up = p->items[up].parent;
	}
	return GP_NO_ITEM;
}

/* A sign that links within the page, to its heading: no word of the text. */
static bool
is_permalink(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return item->el == GP_EL_A && item->words == 0 && item->bytes > 0 &&
	       item->bytes <= 2 * SIGN &&
	       gp_str_starts(gp_flat_attr(p->flat, i, GP_N_HREF),
	                     GP_STR("#")) &&
	       heading_of(p, i) != GP_NO_ITEM;
}

/* "[edit]" at a heading. */
static bool
is_tool(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	unsigned heading, last = item->end;

	if (item->is_text || item->links == 0 || item->words > TOOL_WORDS ||
	    gp_html_is_block(item) || item->bytes == 0)
		return false;
	heading = heading_of(p, i);
	if (heading == GP_NO_ITEM || p->items[heading].words <= item->words)
		return false;
	while (--last > i && (!p->items[last].is_text || !p->items[last].bytes))
		;
	while (++i < last && (!p->items[i].is_text || !p->items[i].bytes))
		;
	return gp_str_starts(gp_html_text_of(p, i), GP_STR("[")) &&
	       gp_str_ends(gp_html_text_of(p, last), GP_STR("]"));
}

/* Words of any kind: what a reader never sees counts for nothing above it. */
static bool
holds_text(const struct gp_html_page *p, unsigned i)
{
	unsigned k;

	for (k = i; k < p->items[i].end; k++)
		if (gp_html_page_says(p, k))
			return true;
	return false;
}

/* Its words are put aside, in a leaf of their own. */
static void
add_aside(struct cut *c, unsigned i)
{
	struct gp_html_item *item = &c->page->items[i];
	bool widget = item->el == GP_EL_FORM ||
	              (gp_el_is((enum gp_el)item->el) & GP_EL_WIDGET);
	struct gp_html_leaf *l;

	if (i == c->page->title || !holds_text(c->page, i))
		return;
	l = new_leaf(c->page);
	if (!l)
		return;
	l->from = i;
	l->to = item->end;
	l->el = i;
	l->words = item->words;
	l->is_aside = true;
	if (is_hover_card(c->page, i) || is_permalink(c->page, i) ||
	    is_tool(c->page, i) || gp_html_is_way_back(c->page, i))
		l->why = "page-links";
	else
		l->why = widget ? "form" : "hidden";
	l->rule = gp_el_name((enum gp_el)item->el);
	l->confidence = 97;
}

static bool
is_second_break(const struct gp_html_page *p, unsigned i)
{
	unsigned next = i + 1, end = p->items[p->items[i].parent].end;

	if (next < end && p->items[next].is_text && p->items[next].bytes == 0)
		next++;
	return next < end && p->items[next].el == GP_EL_BR;
}

/* A note's number in a block beside its words is read with them. */
static bool
goes_on(const struct cut *c, unsigned i)
{
	const struct gp_html_item *item = &c->page->items[i];

	return c->first != GP_NO_ITEM && c->first == c->last &&
	       (item->el == GP_EL_DIV || item->el == GP_EL_P) &&
	       item->words > 0 && gp_html_is_note_number(c->page, c->first);
}

/* A <div> or a list in a <pre> is how a program sets its lines; anything else
   was not meant to stand in it. */
static bool
is_line_of_code(const struct gp_html_item *item)
{
	return item->in_code &&
	       (item->el == GP_EL_DIV || item->el == GP_EL_LI ||
	        item->el == GP_EL_OL || item->el == GP_EL_UL);
}

static void
enter_element(struct cut *c, unsigned i)
{
	struct gp_html_item *item = &c->page->items[i];
	unsigned outer = item->parent;
	const struct gp_html_item *parent =
		&c->page->items[outer == GP_NO_ITEM ? i : outer];

	item->bad = outer == GP_NO_ITEM ? GP_NOT_BAD : parent->bad;
	item->in_list = outer != GP_NO_ITEM && parent->in_list;
	item->in_caption = outer != GP_NO_ITEM && parent->in_caption;
	item->in_figure = outer != GP_NO_ITEM && parent->in_figure;
	item->in_frame = outer != GP_NO_ITEM && parent->in_frame;
	item->in_link =
		(outer != GP_NO_ITEM && parent->in_link) || item->is_link;
	item->in_code = outer != GP_NO_ITEM &&
	                (parent->in_code || parent->el == GP_EL_PRE);
	if (is_line_of_code(item))
		return;
	if (gp_html_is_block(item)) {
		if (outer != GP_NO_ITEM && !goes_on(c, i))
			flush(c, outer);
		item->bad = bad_of(c->page, item, item->bad, c->weak);
		item->in_caption |= is_caption(c->page, item);
		item->in_figure = stays_in_figure(c->page, i, item->in_figure);
		item->in_frame |= item->el == GP_EL_FIGURE;
		item->in_list |= item->el == GP_EL_UL || item->el == GP_EL_OL ||
		                 item->el == GP_EL_DL ||
		                 item->el == GP_EL_TABLE;
	} else if (is_inline_caption(item)) {
		flush(c, outer);
		item->in_caption = true;
	} else if (item->el == GP_EL_BR && is_second_break(c->page, i)) {
		flush(c, outer);
	}
}

static void
leave_element(struct cut *c, unsigned i)
{
	const struct gp_html_item *item = &c->page->items[i];

	if ((gp_html_is_block(item) && !is_line_of_code(item)) ||
	    is_inline_caption(item))
		flush(c, i);
}

static bool
is_field(enum gp_el el)
{
	return el == GP_EL_INPUT || el == GP_EL_SELECT || el == GP_EL_TEXTAREA;
}

/* A table of figures in which nothing is filled in. */
static bool
shows_figures(struct gp_html_page *p, unsigned form)
{
	unsigned i, k;

	for (i = form + 1; i < p->items[form].end; i++) {
		if (p->items[i].el != GP_EL_TABLE ||
		    !gp_html_page_has_figures(p, i))
			continue;
		for (k = i; k < p->items[i].end; k++)
			if (is_field((enum gp_el)p->items[k].el))
				break;
		if (k == p->items[i].end)
			return true;
		i = p->items[i].end - 1;
	}
	return false;
}

/* A form is built round text if it holds half of the page, or paragraphs of
   sentences: a consultation and its questions.  Else it is a widget. */
static bool
is_form_of_fields(struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return item->el == GP_EL_FORM &&
	       item->bytes * 2 < p->items[p->root].bytes &&
	       (item->paragraphs < FORM_PARAGRAPHS ||
	        item->prose < FORM_WORDS) &&
	       !shows_figures(p, i);
}

static bool
is_widget(struct gp_html_page *p, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];

	return item->is_skipped || is_hover_card(p, i) || is_permalink(p, i) ||
	       is_tool(p, i) || gp_html_is_way_back(p, i) ||
	       is_form_of_fields(p, i) || is_for_ears(p, item);
}

bool
gp_html_page_cut(struct gp_html_page *p, bool weak, struct gp_err *e)
{
	struct cut c = {
		.page = p, .weak = weak, .from = GP_NO_ITEM, .first = GP_NO_ITEM
	};
	unsigned open = GP_NO_ITEM, i = p->root;

	p->n_leaves = 0;
	while (i < p->n_items) {
		struct gp_html_item *item = &p->items[i];

		for (; open != item->parent; open = p->items[open].parent)
			leave_element(&c, open);
		if (item->is_text) {
			add_text(&c, i++);
		} else if (is_widget(p, i)) {
			item->is_skipped = true;
			add_aside(&c, i);
			i = item->end;
		} else {
			enter_element(&c, i);
			open = i++;
		}
	}
	for (; open != GP_NO_ITEM; open = p->items[open].parent)
		leave_element(&c, open);
	return gp_arena_ok(p->arena, e);
}
