/*
 * What a rule file says about the containers of a page: which holds the
 * article, and which holds none of it.  See html_body.h.
 */
#include "import/html/choose/html_site.h"

static bool
has_word(struct gp_str list, struct gp_str word)
{
	struct gp_str one;

	while (gp_str_word(&list, &one))
		if (gp_str_eq(one, word))
			return true;
	return false;
}

/* "#id", ".class", or a name that is either. */
static bool
is_called(const struct gp_html_page *p, unsigned i, struct gp_str name)
{
	char mark = name.n ? name.p[0] : ' ';
	struct gp_str word =
		mark == '#' || mark == '.' ? gp_str_sub(name, 1, name.n) : name;

	if (p->items[i].is_text)
		return false;
	return (mark != '.' &&
	        gp_str_eq(gp_flat_attr(p->flat, i, GP_N_ID), word)) ||
	       (mark != '#' &&
	        has_word(gp_flat_attr(p->flat, i, GP_N_CLASS), word));
}

static void
note(struct gp_draft *draft, const struct gp_site_line *line)
{
	draft->held_by = gp_arena_str(draft->arena, line->text);
	draft->held_by_line = line->line;
}

unsigned
gp_site_article(const struct gp_html_page *p)
{
	const struct gp_site_file *site = p->html->site;
	size_t k;
	unsigned i;

	for (k = 0; site && k < site->article.n; k++)
		for (i = p->root; i < p->n_items; i++)
			if (p->items[i].words > 0 &&
			    is_called(p, i, site->article.rows[k].text)) {
				note(p->html->draft, &site->article.rows[k]);
				return i;
			}
	return GP_NO_ITEM;
}

static const struct gp_site_line *
excluded(const struct gp_html_page *p, unsigned i)
{
	const struct gp_site_lines *lines = &p->html->site->not_article;
	size_t k;

	for (k = 0; k < lines->n; k++)
		if (is_called(p, i, lines->rows[k].text))
			return &lines->rows[k];
	return NULL;
}

const char *
gp_site_excludes(const struct gp_html_page *p, unsigned i)
{
	const struct gp_site_file *site = p->html->site;
	const struct gp_site_line *line = NULL;
	struct gp_str rule;

	if (!site || site->not_article.n == 0)
		return NULL;
	for (; i != GP_NO_ITEM && !line; i = p->items[i].parent)
		line = excluded(p, i);
	if (!line)
		return NULL;
	rule = gp_arena_printf(p->html->draft->arena, "%.*s (%.*s:%u)",
	                       GP_ARG(line->text), GP_ARG(site->shown),
	                       line->line);
	return rule.n ? rule.p : NULL;
}
