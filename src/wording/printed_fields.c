/* Title and byline in print: see printed_fields.h. */
#include "wording/printed_fields.h"

#include "wording/words.h"

#include <stdio.h>

enum { TOP_LEVEL = 1, LOWEST_LEVEL = 6 }; /* of headings in HTML */

struct gp_str
gp_title_text(const struct gp_doc *doc)
{
	return doc->title.text.n ? doc->title.text : gp_word(GP_W_UNTITLED);
}

static bool
any_role(const struct gp_byline *b, size_t *size)
{
	bool any = false;
	size_t i;

	*size = 1;
	for (i = 0; i < b->n_authors; i++) {
		*size += b->authors[i].display.n + b->authors[i].role.n +
		         sizeof " and , ";
		any = any || b->authors[i].role.n > 0;
	}
	return any;
}

/* "A, B and C"; with roles, whose commas would be lost in it, "A, role; B". */
static struct gp_str
joined_authors(const struct gp_doc *doc)
{
	const struct gp_byline *b = &doc->byline;
	size_t size, at = 0, i;
	bool roles = any_role(b, &size);
	char *p = gp_arena_alloc(doc->arena, size);

	for (i = 0; p && i < b->n_authors; i++) {
		const struct gp_author *a = &b->authors[i];
		const char *sep = roles ? "; " : ", ";

		if (!roles && i + 1 == b->n_authors)
			sep = " and ";
		at += (size_t)snprintf(p + at, size - at, "%s%.*s%s%.*s",
		                       i ? sep : "", GP_ARG(a->display),
		                       a->role.n ? ", " : "", GP_ARG(a->role));
	}
	return p ? (struct gp_str){ p, at } : GP_STR("");
}

struct gp_str
gp_byline_text(const struct gp_doc *doc)
{
	const struct gp_byline *b = &doc->byline;

	if (b->n_authors == 0)
		return b->text;
	if (b->n_authors == 1 && b->authors[0].role.n == 0)
		return b->authors[0].display;
	return joined_authors(doc);
}

int
gp_heading_shown(int *last, int level)
{
	if (level <= TOP_LEVEL)
		level = TOP_LEVEL + 1;
	if (level > *last + 1)
		level = *last + 1;
	if (level > LOWEST_LEVEL)
		level = LOWEST_LEVEL;
	*last = level;
	return level;
}
