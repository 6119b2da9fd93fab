/* What a marked place of a page says: the words for machines before those for
   readers.  Whether it counts is not known here, nor what a date looks like
   that is not ISO 8601. */
#include "import/html/meta/html_meta_parts.h"

#include "base/date.h"

enum {
	NAMES = 200, /* nodes under an author that may be the name */
	LONGEST_NAMES = 250,
	LONGEST_DATE = 160,
	LONGEST_TITLE = 390,
	OPENING = 100, /* bytes of a text that opens with a date */
};

static uint32_t
inner_name(const struct gp_flat *d, uint32_t node)
{
	uint32_t n = node;
	int steps = 0;

	while (steps++ < NAMES &&
	       (n = gp_meta_next(d, n, node, true)) != GP_FLAT_NONE)
		if (gp_str_eq(gp_flat_attr(d, n, GP_N_ITEMPROP),
		              GP_STR("name")) ||
		    gp_str_eq(gp_meta_local(gp_flat_attr(d, n, GP_N_PROPERTY)),
		              GP_STR("name")))
			return n;
	return node;
}

/* What is written for machines; "" when nothing is. */
static struct gp_str
machine_value(struct gp_html_claims *p, const struct gp_html_marked *m,
              uint32_t node)
{
	static const enum gp_name machine[] = { GP_N_DATETIME, GP_N_CONTENT,
		                                GP_N_TITLE };
	struct gp_str value;
	size_t i;

	if (m->place == GP_SAID_IN_OPENING)
		return GP_STR("");
	for (i = 0; i < sizeof machine / sizeof machine[0]; i++) {
		value = gp_str_trim(gp_flat_attr(p->flat, node, machine[i]));
		/* The title of a link is no machine's. */
		if (i == 2 && !(m->kind == GP_CLAIM_DATE && value.n > 7 &&
		                gp_is_digit(value.p[0])))
			continue;
		if (value.n > 0 && (i == 1 || m->kind == GP_CLAIM_DATE))
			return value;
	}
	return GP_STR("");
}

/* No more of a text than may open it with a date. */
static struct gp_str
opening_of(struct gp_str text)
{
	size_t n = text.n < OPENING ? text.n : OPENING;

	while (n > 0 && n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80)
		n--;
	return gp_str_sub(text, 0, n);
}

/* What a reader sees; "" when it is too much to be what it is marked as. */
static struct gp_str
shown_value(struct gp_html_claims *p, const struct gp_html_marked *m,
            uint32_t node)
{
	struct gp_str value = m->kind == GP_CLAIM_TITLE
	                              ? gp_meta_headline(p, node)
	                              : gp_meta_text(p, node);

	if (m->place == GP_SAID_IN_OPENING)
		return opening_of(value);
	if ((m->kind == GP_CLAIM_BYLINE && value.n > LONGEST_NAMES) ||
	    (m->kind == GP_CLAIM_DATE && value.n > LONGEST_DATE) ||
	    value.n > LONGEST_TITLE)
		return GP_STR("");
	return value;
}

static uint32_t
value_node(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	return m->place == GP_SAID_IN_DATA && m->kind != GP_CLAIM_DATE
	               ? inner_name(p->flat, m->node)
	               : m->node;
}

struct gp_str
gp_meta_value(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	uint32_t node = value_node(p, m);
	struct gp_str value = machine_value(p, m, node);

	return value.n > 0 ? value : shown_value(p, m, node);
}

/* A day that nobody has to interpret: in UTC it may be another one for those
   who read the page. */
static bool
settles_day(struct gp_str value)
{
	struct gp_date d;

	return gp_date_parse(value, &d) && d.precision >= GP_DAY &&
	       (d.precision == GP_DAY || !d.has_zone || d.zone != 0);
}

struct gp_str
gp_meta_shown_date(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	struct gp_str value = machine_value(p, m, m->node);

	if (m->kind != GP_CLAIM_DATE || value.n == 0 || settles_day(value))
		return GP_STR("");
	value = shown_value(p, m, m->node);
	return gp_meta_reads_dated(value) ? value : GP_STR("");
}
