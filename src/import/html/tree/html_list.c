/* What the items of a numbered list are counted as, and whether there are terms
   and what they mean.  Of style only what stands at the element is known, as
   the sheets of a page are not read. */
#include "import/html/tree/html_list.h"

#include "base/limits.h"
#include "base/text/ordinals.h"

enum { LONGEST_NUMBER = 9 };

/* A number as HTML reads one, at the front of `s`; false, and *n as it was,
   when there is none. */
static bool
read_number(struct gp_str s, long *n)
{
	long value = 0;
	size_t i, from;

	s = gp_str_trim(s);
	from = s.n && (s.p[0] == '-' || s.p[0] == '+');
	for (i = from; i < s.n && i - from < LONGEST_NUMBER; i++) {
		if (!gp_is_digit(s.p[i]))
			break;
		value = value * 10 + (s.p[i] - '0');
	}
	if (i == from)
		return false;
	*n = s.p[0] == '-' ? -value : value;
	return true;
}

static bool
number_of(const struct gp_html_page *p, unsigned i, unsigned attribute, long *n)
{
	return read_number(gp_flat_attr(p->flat, i, attribute), n);
}

/* A list that counts backwards begins with how many items it has. */
static long
first_number(const struct gp_html_page *p, unsigned list)
{
	long n, items = 0;
	unsigned i;

	if (number_of(p, list, GP_N_START, &n))
		return n;
	if (!gp_flat_has_attr(p->flat, list, GP_N_REVERSED))
		return 1;
	for (i = list + 1; i < p->items[list].end; i = p->items[i].end)
		items += p->items[i].el == GP_EL_LI;
	return items;
}

/* ---- how it counts ---- */

struct counting {
	const char *word;
	enum gp_ordinal as;
};

/* False when its style says nothing of it. */
static bool
counting_of_style(struct gp_str style, enum gp_ordinal *as)
{
	static const struct counting words[] = {
		{ "lower-alpha", GP_ORDINAL_LOWER },
		{ "lower-latin", GP_ORDINAL_LOWER },
		{ "upper-alpha", GP_ORDINAL_UPPER },
		{ "upper-latin", GP_ORDINAL_UPPER },
		{ "lower-roman", GP_ORDINAL_LOWER_ROMAN },
		{ "upper-roman", GP_ORDINAL_UPPER_ROMAN },
		{ "decimal", GP_ORDINAL_NUMBER },
	};
	size_t i, at = gp_str_find(style, GP_STR("list-style"), 0);
	struct gp_str value =
		gp_str_sub(style, at, gp_str_find(style, GP_STR(";"), at));

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (gp_str_find(value, gp_str(words[i].word), 0) == value.n)
			continue;
		*as = words[i].as;
		return true;
	}
	return false;
}

static enum gp_ordinal
counting_of(const struct gp_html_page *p, unsigned i, enum gp_ordinal as)
{
	struct gp_str type = gp_flat_attr(p->flat, i, GP_N_TYPE);

	if (counting_of_style(gp_flat_attr(p->flat, i, GP_N_STYLE), &as) ||
	    type.n != 1)
		return as;
	switch (type.p[0]) {
	case 'a':
		return GP_ORDINAL_LOWER;
	case 'A':
		return GP_ORDINAL_UPPER;
	case 'i':
		return GP_ORDINAL_LOWER_ROMAN;
	case 'I':
		return GP_ORDINAL_UPPER_ROMAN;
	case '1':
		return GP_ORDINAL_NUMBER;
	default:
		return as;
	}
}

/* ---- labels ---- */

/* The sign that a style has in place of a number: list-style-type: "(a)" (CSS
   Lists and Counters Level 3, section 3.3). */
static struct gp_str
sign_of_style(struct gp_str style)
{
	struct gp_str name = GP_STR("list-style-type:");
	size_t at = gp_str_find(style, name, 0) + name.n;
	char mark;

	while (at < style.n && gp_is_space(style.p[at]))
		at++;
	mark = at < style.n ? style.p[at] : '\0';
	if (mark != '"' && mark != '\'')
		return GP_STR("");
	style = gp_str_sub(style, at + 1, style.n);
	for (at = 0; at < style.n && style.p[at] != mark; at++)
		;
	return gp_str_trim(gp_str_sub(style, 0, at));
}

static struct gp_str
label(struct gp_arena *a, enum gp_ordinal as, long n)
{
	struct gp_buf out = { .max = GP_MAX_LINE_BYTES };

	gp_ordinal_put(&out, as, n);
	gp_buf_putc(&out, '.');
	return gp_arena_buf(a, &out);
}

bool
gp_html_list_has_sign(const struct gp_html_page *p, unsigned i)
{
	return sign_of_style(gp_flat_attr(p->flat, i, GP_N_STYLE)).n > 0;
}

/* Items that are left out of the article count too. */
void
gp_html_list_labels(const struct gp_html_page *p, unsigned list,
                    struct gp_arena *a, struct gp_str *labels)
{
	enum gp_ordinal as = counting_of(p, list, GP_ORDINAL_NUMBER);
	long n = first_number(p, list);
	long step = gp_flat_has_attr(p->flat, list, GP_N_REVERSED) ? -1 : 1;
	struct gp_str sign;
	unsigned i;

	for (i = list + 1; i < p->items[list].end; i = p->items[i].end) {
		if (p->items[i].el != GP_EL_LI)
			continue;
		(void)number_of(p, i, GP_N_VALUE, &n);
		sign = sign_of_style(gp_flat_attr(p->flat, i, GP_N_STYLE));
		labels[i] = sign.n ? gp_arena_str(a, sign)
		                   : label(a, counting_of(p, i, as), n);
		n += step;
	}
}

/* ---- terms ---- */

enum gp_html_terms
gp_html_list_terms(const struct gp_html_page *p, unsigned list)
{
	bool has_terms = false;
	unsigned i = list + 1;

	while (i < p->items[list].end) {
		has_terms |= p->items[i].el == GP_EL_DT;
		i = p->items[i].el == GP_EL_DIV ? i + 1 : p->items[i].end;
	}
	return has_terms ? GP_HTML_TERMS : GP_HTML_TERMS_BLANK;
}

unsigned
gp_html_list_of(const struct gp_html_page *p, unsigned i)
{
	unsigned list = p->items[i].parent, outer;

	if (p->items[list].el != GP_EL_DIV || p->items[i].el == GP_EL_LI)
		return list;
	outer = p->items[list].parent;
	return outer != GP_NO_ITEM && p->items[outer].el == GP_EL_DL ? outer
	                                                             : list;
}
