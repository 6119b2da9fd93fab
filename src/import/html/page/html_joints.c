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

static bool
has_name(const struct gp_html_page *p, unsigned i)
{
	return gp_flat_attr(p->flat, i, GP_N_CLASS).n > 0;
}

/* What a style sheet can know: elements with names of their own, and a day. */
static bool
are_named_parts(const struct gp_html_page *p, unsigned a, unsigned b)
{
	if (gp_html_is_block(&p->items[a]) || gp_html_is_block(&p->items[b]))
		return false;
	return p->items[a].el == GP_EL_TIME || p->items[b].el == GP_EL_TIME ||
	       (has_name(p, a) && has_name(p, b));
}

/* Text `i` begins an element directly behind another: the last item of that,
   or GP_NO_ITEM. */
static unsigned
end_of_part_before(const struct gp_html_page *p, unsigned i, unsigned *part)
{
	unsigned el = p->items[i].parent, last = el - 1, up;

	if (el == GP_NO_ITEM || el + 1 != i || el <= p->root + 1)
		return GP_NO_ITEM;
	up = p->items[last].parent;
	if (!p->items[last].is_text || p->items[up].end != el ||
	    p->items[up].parent != p->items[el].parent)
		return GP_NO_ITEM;
	*part = up;
	return last;
}

/* <span class="label">Rent</span><span class="value">40</span> */
static bool
parts_meet(const struct gp_html_page *p, unsigned i)
{
	unsigned part = 0, last = end_of_part_before(p, i, &part);

	return last != GP_NO_ITEM &&
	       are_named_parts(p, part, p->items[i].parent) &&
	       are_two_words(gp_flat_text(p->flat, last),
	                     gp_flat_text(p->flat, i));
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
