/*
 * The addresses of pictures: see html_tree.h.  A page that loads its pictures
 * late keeps them in names of its own, in the sources beside them or in a
 * <noscript> for who runs no scripts; the first that is an address counts.
 * What has no address but bytes in the page gives those.  Nothing is fetched,
 * and whether it is a picture at all is not known here.
 */
#include "import/html/tree/html_tree.h"

enum {
	LONGEST_ADDRESS = 2048,
	LEAST_DATA = 1024,    /* bytes; less stands in for one that loads
	                          late */
	LONGEST_TWIN = 16384, /* bytes of a <noscript> that is looked into */
};

static bool
is_data(struct gp_str s)
{
	return gp_str_eq_nocase(gp_str_sub(s, 0, 5), GP_STR("data:"));
}

static bool
is_address(struct gp_str s)
{
	return s.n > 0 && s.n <= LONGEST_ADDRESS && !is_data(s);
}

/* The first address of "a.jpg 1x, b.jpg 2x". */
static struct gp_str
first_of_set(struct gp_str set)
{
	struct gp_str word = GP_STR("");

	(void)gp_str_word(&set, &word);
	while (word.n && word.p[word.n - 1] == ',')
		word.n--;
	return word;
}

/* A picture that is written into the page, of a kind that is taken and of some
   size.  It is decoded where all pictures are. */
static struct gp_str
inline_picture(const struct gp_flat *d, uint32_t img)
{
	static const char *const types[] = { "data:image/png;base64,",
		                             "data:image/jpeg;base64,",
		                             "data:image/jpg;base64,",
		                             "data:image/gif;base64,",
		                             "data:image/webp;base64,",
		                             "data:image/svg+xml",
		                             NULL };
	struct gp_str s = gp_str_trim(gp_flat_attr(d, img, GP_N_SRC));
	size_t i;

	for (i = 0; types[i] && s.n >= LEAST_DATA; i++)
		if (gp_str_eq_nocase(gp_str_sub(s, 0, gp_str(types[i]).n),
		                     gp_str(types[i])))
			return s;
	return GP_STR("");
}

/* What loads late before what stands in for it. */
static struct gp_str
own_address(const struct gp_flat *d, uint32_t i)
{
	static const enum gp_name names[] = {
		GP_N_DATA_SRC,    GP_N_DATA_LAZY_SRC,    GP_N_DATA_ORIGINAL,
		GP_N_DATA_SRCSET, GP_N_DATA_LAZY_SRCSET, GP_N_SRC,
		GP_N_SRCSET
	};
	struct gp_str s;
	size_t k;

	for (k = 0; k < sizeof names / sizeof names[0]; k++) {
		s = gp_str_trim(gp_flat_attr(d, i, names[k]));
		if (names[k] == GP_N_DATA_SRCSET || names[k] == GP_N_SRCSET ||
		    names[k] == GP_N_DATA_LAZY_SRCSET)
			s = first_of_set(s);
		if (is_address(s))
			return s;
	}
	return GP_STR("");
}

/* Formats that only some programs show. */
static bool
is_common(struct gp_str type)
{
	return !gp_str_eq_nocase(type, GP_STR("image/webp")) &&
	       !gp_str_eq_nocase(type, GP_STR("image/avif"));
}

/* Of the <source>s beside it in its <picture>, one that all can show. */
static struct gp_str
from_sources(const struct gp_flat *d, uint32_t img)
{
	uint32_t outer = d->nodes[img].parent, k;
	struct gp_str s, found = GP_STR("");

	if (outer == GP_FLAT_NONE || !gp_flat_is(d, outer, GP_N_PICTURE))
		return found;
	for (k = gp_flat_first(d, outer); k != GP_FLAT_NONE;
	     k = gp_flat_after(d, k)) {
		s = gp_flat_is(d, k, GP_N_SOURCE) ? own_address(d, k)
		                                  : GP_STR("");
		if (s.n && is_common(gp_flat_attr(d, k, GP_N_TYPE)))
			return s;
		found = found.n ? found : s;
	}
	return found;
}

static bool
is_blank(const struct gp_flat *d, uint32_t i)
{
	return gp_flat_is_text(d, i) && gp_str_trim(gp_flat_text(d, i)).n == 0;
}

/* The element behind `i`, over white space. */
static uint32_t
next_to(const struct gp_flat *d, uint32_t i)
{
	uint32_t k = gp_flat_after(d, i);

	while (k != GP_FLAT_NONE && is_blank(d, k))
		k = gp_flat_after(d, k);
	return k;
}

/* No HTML is bad, so that only memory can be wanting: the arena tells, which is
   asked when all blocks are there. */
static bool
parse_inner(const struct gp_html_tree *t, struct gp_str s,
            struct gp_flat **inner)
{
	const struct gp_flat_options options = { .is_fragment = true };
	struct gp_err e = { .code = GP_OK };
	struct gp_buf failed = { .max = 0 };

	if (gp_flat_parse(s, &options, t->page->arena, inner, &e))
		return true;
	failed.failed = e.code;
	(void)gp_arena_buf(t->arena, &failed);
	return false;
}

static bool
names_picture(struct gp_str s)
{
	struct gp_str lt = GP_STR("<");
	size_t at;

	for (at = gp_str_find(s, lt, 0); at < s.n;
	     at = gp_str_find(s, lt, at + 1))
		if (gp_str_begins_nocase(gp_str_sub(s, at, s.n), "<img"))
			return true;
	return false;
}

/* The first picture in a <noscript>, whose content is one text here. */
static struct gp_html_shown
in_noscript(const struct gp_html_tree *t, uint32_t i)
{
	const struct gp_flat *d = t->page->flat;
	struct gp_html_shown none = { d, i, GP_STR("") }, found = none;
	struct gp_flat *inner = NULL;
	struct gp_str s;

	if (i == GP_FLAT_NONE || !gp_flat_is(d, i, GP_N_NOSCRIPT) ||
	    gp_flat_first(d, i) == GP_FLAT_NONE)
		return none;
	s = gp_flat_text(d, gp_flat_first(d, i));
	if (s.n > LONGEST_TWIN || !names_picture(s) ||
	    !parse_inner(t, s, &inner))
		return none;
	found.flat = inner;
	found.node = gp_flat_find(inner, 0, GP_N_IMG);
	if (found.node == GP_FLAT_NONE)
		return none;
	found.address = own_address(inner, found.node);
	return found;
}

struct gp_html_shown
gp_html_tree_picture(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_flat *d = t->page->flat;
	struct gp_html_shown shown = { d, i, GP_STR("") };

	if (gp_flat_is(d, i, GP_N_NOSCRIPT))
		return in_noscript(t, i);
	shown.address = own_address(d, i);
	if (shown.address.n == 0)
		shown.address = from_sources(d, i);
	if (shown.address.n == 0)
		shown.address = in_noscript(t, next_to(d, i)).address;
	if (shown.address.n == 0)
		shown.address = inline_picture(d, i);
	return shown;
}
