/* Names joined with commas and "and", with their roles set apart; the title,
   or the word for its lack; the level at which a heading is shown.  Names
   and roles are taken as they were decided: nothing is shortened, turned
   round or recased.  No writer's markup is known here. */
#include "wording/printed_fields.h"

#include "wording/line_parts.h"

enum { TOP_LEVEL = 1, LOWEST_LEVEL = 6 }; /* of headings in HTML */

struct gp_str
gp_title_text(const struct gp_doc *doc, const struct gp_labels *l)
{
	return doc->title.text.n ? doc->title.text : gp_word(l, GP_W_UNTITLED);
}

static bool
any_role(const struct gp_byline *b)
{
	size_t i = 0;

	while (i < b->n_authors && b->authors[i].role.n == 0)
		i++;
	return i < b->n_authors;
}

static void
list_authors(const struct gp_byline *b, size_t n, enum gp_word between,
             const struct gp_labels *l, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct gp_author *a = &b->authors[i];

		if (i)
			gp_buf_str(out, gp_word(l, between));
		gp_line_put(out, l, a->display);
		if (a->role.n)
			gp_buf_str(out, gp_word(l, GP_W_COMMA));
		gp_buf_str(out, a->role);
	}
}

/* "A, B" and "C" make "A, B and C". */
static void
join_last(const struct gp_byline *b, const struct gp_labels *l,
          struct gp_buf *out)
{
	struct gp_buf others = { .max = out->max }, last = { .max = out->max };
	struct gp_hole holes[] = {
		{ "first", GP_STR("") },
		{ "second", GP_STR("") },
	};

	list_authors(b, b->n_authors - 1, GP_W_COMMA, l, &others);
	gp_line_put(&last, l, b->authors[b->n_authors - 1].display);
	holes[0].words = gp_buf_view(&others);
	holes[1].words = gp_buf_view(&last);
	gp_word_fill(l, GP_W_TWO_NAMES, holes, sizeof holes / sizeof *holes,
	             out);
	gp_buf_inherit(out, &others);
	gp_buf_inherit(out, &last);
	gp_buf_free(&others);
	gp_buf_free(&last);
}

/* "A, B and C"; with roles, whose commas would be lost in it, "A, role; B". */
void
gp_byline_text(const struct gp_doc *doc, const struct gp_labels *l,
               struct gp_buf *out)
{
	const struct gp_byline *b = &doc->byline;

	if (b->n_authors == 0)
		gp_buf_str(out, b->text);
	else if (b->n_authors > 1 && !any_role(b))
		join_last(b, l, out);
	else
		list_authors(b, b->n_authors, GP_W_SEMICOLON, l, out);
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
