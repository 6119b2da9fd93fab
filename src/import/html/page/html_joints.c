/*
 * Where words meet that no white space parts, and that a style sheet sets
 * apart: the numbers of a law, labels and what they label, a day and what
 * stands beside it.  Told by what the texts are like and by the elements round
 * them; a style sheet is not read here.
 */
#include "import/html/page/html_page.h"

enum {
	MOST_COUNT = 4,  /* figures or letters that count a paragraph */
	MOST_COUNTS = 4, /* such counts before one */
	FORMULA_LETTERS = 3,
	FORMULA_DIGITS = 2,
	MOST_ROUND = 8,    /* elements round a text that are asked */
	MOST_HIDDEN = 256, /* items between two texts that nobody sees */
};

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

/* Text `i` stands behind a <span> that holds "(1)" or its like and begins a
   block, as the paragraphs of a law do; its style parts them. */
static bool
count_ends(const struct gp_html_page *p, unsigned i)
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

/* Text `i` begins with a digit where the one before it, of another element, is
   a mark that ends in one: "Column 412" before "1. What". */
static bool
numbers_meet(const struct gp_html_page *p, unsigned i)
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

/* ---- parts with names ---- */

static bool
is_letter(char c)
{
	return gp_is_alpha(c) || (c & 0x80);
}

/* "CO" and "2": a formula's letters. */
static bool
is_formula(struct gp_str a, struct gp_str b)
{
	size_t i;

	for (i = 0; i < a.n; i++)
		if (!gp_is_upper(a.p[i]))
			return false;
	return a.n <= FORMULA_LETTERS && b.n <= FORMULA_DIGITS;
}

/* Words that nobody writes as one: "Rent40", "2022News", "TimesBy". */
static bool
are_two_words(struct gp_str a, struct gp_str b)
{
	char last = a.n ? a.p[a.n - 1] : ' ', first = b.n ? b.p[0] : ' ';

	if (a.n < 2)
		return false;
	if (gp_is_digit(first))
		return gp_is_digit(last) ||
		       (is_letter(last) && !is_formula(a, b));
	if (gp_is_digit(last))
		return gp_is_upper(first) && b.n > 1;
	return gp_is_lower(last) && gp_is_upper(first) && b.n > 1 &&
	       is_letter(b.p[1]);
}

/* The outermost of the hidden elements that end between items `k` and `i`; `k`
   itself when it stands in none. */
static unsigned
hidden_round(const struct gp_html_page *p, unsigned k, unsigned i)
{
	unsigned up = p->items[k].parent, n;

	for (n = 0; n < MOST_ROUND && up != GP_NO_ITEM && p->items[up].end <= i;
	     n++) {
		k = p->items[up].is_skipped ? up : k;
		up = p->items[up].parent;
	}
	return k;
}

/* The text that a reader sees directly before text `i`, or GP_NO_ITEM: where a
   line or white space parts them there is none.  What is hidden between them
   is passed over, so far as it is not much. */
static unsigned
text_before(const struct gp_html_page *p, unsigned i)
{
	unsigned k, n = 0;

	for (k = i - 1; k > p->root && n < MOST_HIDDEN; k--, n++) {
		k = hidden_round(p, k, i);
		if (p->items[k].is_skipped)
			continue;
		if (p->items[k].is_text)
			return p->items[k].bytes > 0 ? k : GP_NO_ITEM;
		if (gp_html_page_parts_words(&p->items[k]))
			return GP_NO_ITEM;
	}
	return GP_NO_ITEM;
}

/* Elements in one another round a text that the other text is not in. */
struct named_part {
	bool is_there, has_name, is_day, is_line;
	unsigned outside; /* what they stand in */
};

/* The part of text `i` that begins behind item `before` and ends before item
   `behind`. */
static struct named_part
part_of(const struct gp_html_page *p, unsigned i, unsigned before,
        unsigned behind)
{
	struct named_part part = { .outside = p->items[i].parent };
	unsigned n, up;

	for (n = 0; n < MOST_ROUND; n++) {
		up = part.outside;
		if (up == GP_NO_ITEM || up <= before ||
		    p->items[up].end > behind)
			break;
		part.is_there = true;
		part.has_name |= gp_flat_attr(p->flat, up, GP_N_CLASS).n > 0;
		part.is_day |= p->items[up].el == GP_EL_TIME;
		part.is_line |= gp_html_is_block(&p->items[up]);
		part.outside = p->items[up].parent;
	}
	return part;
}

/* What a style sheet can know: parts with names of their own, and a day. */
static bool
are_named_parts(struct named_part a, struct named_part b)
{
	if (!a.is_there || !b.is_there || a.is_line || b.is_line ||
	    a.outside != b.outside)
		return false;
	return a.is_day || b.is_day || (a.has_name && b.has_name);
}

/* <span class="label">Rent</span><span class="value">40</span> */
static bool
parts_meet(const struct gp_html_page *p, unsigned i)
{
	unsigned last;

	if (p->items[i].is_skipped || p->items[i].bytes == 0)
		return false;
	last = text_before(p, i);
	return last != GP_NO_ITEM &&
	       are_two_words(gp_flat_text(p->flat, last),
	                     gp_flat_text(p->flat, i)) &&
	       are_named_parts(part_of(p, last, p->root, i),
	                       part_of(p, i, last, p->n_items));
}

/* An element that its own style sets on a line begins before text `i`, or ends
   there. */
static bool
stands_apart(const struct gp_html_page *p, unsigned i)
{
	unsigned el = p->items[i].parent, before;

	if (el == GP_NO_ITEM || el < p->root)
		return false;
	if (el + 1 == i && p->items[el].is_apart)
		return true;
	before = p->items[i - 1].parent;
	return p->items[i - 1].is_text && before != el &&
	       p->items[before].is_apart;
}

bool
gp_html_page_words_meet(const struct gp_html_page *p, unsigned i)
{
	return i > p->root && (numbers_meet(p, i) || count_ends(p, i) ||
	                       parts_meet(p, i) || stands_apart(p, i));
}
