/*
 * The items of a page counted: see html_page.h.  One walk over
 * the nodes, one loop backwards that sums up; nothing here recurses.
 */
#include "import/html/page/html_page.h"

#include "base/utf8.h"
#include "base/text/fold.h"
#include "base/spaceless.h"
#include "import/html/page/html_formula.h"
#include "import/html/page/html_roles.h"

#include <string.h>

enum {
	SENTENCE = 40, /* bytes of a text that is more than a label */
	FEW_SPACELESS = 4,
	LONGEST_STYLE = 256, /* bytes that are looked at, without spaces */
	PHONE_DIGITS = 7,
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

/* "display: none", "visibility: hidden", and as mails do for Outlook, or with a
   size of nothing for others. */
static bool
hides(const char *style)
{
	return strstr(style, "display:none") ||
	       strstr(style, "visibility:hidden") ||
	       strstr(style, "mso-hide:all") ||
	       (strstr(style, "max-height:0") &&
	        (strstr(style, "font-size:0") ||
	         strstr(style, "font-size:1px")));
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
	item->is_apart |=
		strstr(flat, "display:block") || strstr(flat, "display:flex") ||
		strstr(flat, "display:table") || strstr(flat, "display:grid");
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
		item->hints |= (unsigned char)gp_hints_in(value);
		break;
	case GP_N_ROLE:
		item->hints |= (unsigned char)gp_hints_in(value);
		item->is_apart |= gp_role_is_part(value);
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

/* Says a number or an address, rather than "Call us". */
static bool
says_contact(const struct gp_flat *d, uint32_t i)
{
	uint32_t k;
	size_t digits = 0, at;

	for (k = i + 1; k < d->nodes[i].end; k++) {
		struct gp_str s = { .n = 0 };

		if (gp_flat_is_text(d, k))
			s = gp_flat_text(d, k);
		for (at = 0; at < s.n; at++)
			digits += gp_is_digit(s.p[at]);
		if (gp_str_find(s, GP_STR("@"), 0) < s.n)
			return true;
	}
	return digits >= PHONE_DIGITS;
}

/* A number to ring or an address to write to leads to no other page: it is
   what the text says. */
static bool
is_contact(const struct gp_flat *d, uint32_t i)
{
	struct gp_str href = gp_str_trim(gp_flat_attr(d, i, GP_N_HREF));

	return (gp_str_eq_nocase(gp_str_sub(href, 0, 4), GP_STR("tel:")) ||
	        gp_str_eq_nocase(gp_str_sub(href, 0, 7), GP_STR("mailto:"))) &&
	       says_contact(d, i);
}

/* Nor does one in a heading that leads to a file: what lies there is called
   so. */
static bool
names_file(const struct gp_flat *d, uint32_t i)
{
	static const char *const suffixes[] = { "pdf", "doc", "docx", "odt",
		                                "rtf", "xls", "xlsx", "ods",
		                                "csv", "ppt", "pptx", "odp",
		                                NULL };
	struct gp_str href = gp_flat_attr(d, i, GP_N_HREF);
	size_t k, dot;

	if (!gp_html_is_heading(gp_el_of(d, d->nodes[i].parent)))
		return false;
	href = gp_str_sub(href, 0, gp_str_find(href, GP_STR("?"), 0));
	href = gp_str_sub(href, 0, gp_str_find(href, GP_STR("#"), 0));
	href = gp_str_trim(href);
	for (dot = href.n; dot > 0 && href.p[dot - 1] != '.';)
		dot--;
	for (k = 0; suffixes[k]; k++)
		if (gp_str_eq_nocase(gp_str_sub(href, dot, href.n),
		                     gp_str(suffixes[k])))
			return true;
	return false;
}

/* <a name> is a place, and where it was never closed it holds all behind it.
   A script may lead on from any other. */
static bool
is_link(const struct gp_flat *d, uint32_t i)
{
	return gp_el_of(d, i) == GP_EL_A && !is_contact(d, i) &&
	       !names_file(d, i) &&
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

	if (i > p->root)
		el = gp_el_by_role(p->flat, i, el,
		                   (enum gp_el)p->items[item->parent].el);
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
	p->title = gp_flat_find(p->flat, 0, GP_N_TITLE);
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
