/* Names joined with commas and "and", with their roles set apart; the title,
   or the word for its lack; the level at which a heading is shown.  Names
   and roles are taken as they were decided: nothing is shortened, turned
   round or recased.  No writer's markup is known here. */
#include "wording/printed_fields.h"

#include "wording/words.h"

enum { TOP_LEVEL = 1, LOWEST_LEVEL = 6 }; /* of headings in HTML */

struct gp_str
gp_title_text(const struct gp_doc *doc)
{
	return doc->title.text.n ? doc->title.text : gp_word(GP_W_UNTITLED);
}

static bool
any_role(const struct gp_byline *b)
{
	size_t i = 0;

	while (i < b->n_authors && b->authors[i].role.n == 0)
		i++;
	return i < b->n_authors;
}

/* "A, B and C"; with roles, whose commas would be lost in it, "A, role; B". */
void
gp_byline_text(const struct gp_doc *doc, struct gp_buf *out)
{
	const struct gp_byline *b = &doc->byline;
	bool roles = any_role(b);
	size_t i;

	for (i = 0; i < b->n_authors; i++) {
		const struct gp_author *a = &b->authors[i];
		const char *sep = roles ? "; " : ", ";

		if (!roles && i + 1 == b->n_authors)
			sep = " and ";
		gp_buf_puts(out, i ? sep : "");
		gp_buf_str(out, a->display);
		gp_buf_puts(out, a->role.n ? ", " : "");
		gp_buf_str(out, a->role);
	}
	if (b->n_authors == 0)
		gp_buf_str(out, b->text);
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
