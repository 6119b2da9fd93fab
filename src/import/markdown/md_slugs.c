/* Names of headings, kept in a map, and the links that name them.  Two rules
   make a name of words: GitHub's (lower case, signs away, spaces to hyphens,
   "-1" behind the second of a name) and Pandoc's auto_identifiers, which also
   drops all before the first letter.  Where a link of the text leads to is
   settled here; whether the heading stays in the article is not known. */
#include "import/markdown/md_slugs.h"

#include "base/map.h"
#include "base/text/uri.h"
#include "base/utf8.h"
#include "model/node_words.h"
#include "model/walk.h"

#include <unicase.h>
#include <unictype.h>

struct slugs {
	struct gp_draft *draft;
	struct gp_map by_name; /* struct gp_node */
	struct gp_map times;   /* how often GitHub's name was there: a size_t */
};

/* The id in braces at the end of a heading's line, "" when there is none. */
static struct gp_str
given_id(struct gp_str line)
{
	size_t at = gp_str_find(line, GP_STR("{#"), 0), end = at + 2;

	while (end < line.n && line.p[end] != '}' && !gp_is_space(line.p[end]))
		end++;
	return end < line.n ? gp_str_sub(line, at + 2, end) : GP_STR("");
}

/* ---- words to names ---- */

static bool
is_kept(uint32_t c)
{
	return c == '-' || c == '_' ||
	       uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
	                                                   UC_CATEGORY_MASK_N |
	                                                   UC_CATEGORY_MASK_M);
}

static struct gp_str
slug_of(struct gp_arena *a, struct gp_str words)
{
	struct gp_buf out = { .max = 0 };
	size_t i = 0;

	while (i < words.n) {
		uint32_t c = gp_utf8_next(words, &i);

		if (c == ' ')
			gp_buf_putc(&out, '-');
		else if (is_kept(c))
			gp_buf_utf8(&out, uc_tolower(c));
	}
	return gp_arena_buf(a, &out);
}

/* Without what stands before its first letter. */
static struct gp_str
from_letter(struct gp_str slug)
{
	size_t i = 0, at = 0;

	while (i < slug.n) {
		at = i;
		if (uc_is_alpha(gp_utf8_next(slug, &i)))
			return gp_str_sub(slug, at, slug.n);
	}
	return GP_STR("");
}

/* The first heading of a name has it. */
static void
name_heading(struct slugs *s, struct gp_str name, struct gp_node *heading)
{
	if (name.n && !gp_map_find(&s->by_name, name))
		gp_map_put(&s->by_name, name, heading);
}

static void
name_by_words(struct slugs *s, struct gp_node *heading)
{
	struct gp_arena *a = s->draft->arena;
	struct gp_buf words = { .max = 0 };
	struct gp_str slug;
	size_t *times;

	gp_node_words(heading, &words);
	slug = slug_of(a, gp_str_trim(gp_buf_view(&words)));
	gp_buf_free(&words);
	times = gp_map_find(&s->times, slug);
	if (!times) {
		times = gp_arena_alloc(a, sizeof *times);
		if (!times)
			return;
		gp_map_put(&s->times, slug, times);
		name_heading(s, slug, heading);
		name_heading(s, from_letter(slug), heading);
	} else {
		name_heading(
			s, gp_arena_printf(a, "%.*s-%zu", GP_ARG(slug), *times),
			heading);
	}
	++*times;
}

/* Blocks come in the order of their lines, so that each line is passed once;
   a heading that is underlined has its id on the first of its two. */
static void
name_headings(struct slugs *s, struct gp_draft_block *first, struct gp_str text,
              unsigned number)
{
	struct gp_draft_block *b;
	struct gp_str line = GP_STR("");

	for (b = first; b; b = b->next) {
		if (b->hint != GP_HEADING || !b->tree)
			continue;
		while (number <= b->at.first && text.n &&
		       gp_str_split(&text, '\n', &line))
			number++;
		name_heading(s, given_id(line), b->tree);
		name_by_words(s, b->tree);
	}
}

/* ---- links ---- */

static struct gp_node *
heading_named(struct slugs *s, struct gp_str name)
{
	struct gp_node *heading = gp_map_find(&s->by_name, name);
	struct gp_buf plain = { .max = 0 };

	if (heading)
		return heading;
	gp_uri_unescape(name, &plain);
	return gp_map_find(&s->by_name,
	                   slug_of(s->draft->arena,
	                           gp_arena_buf(s->draft->arena, &plain)));
}

static void
lead_links(struct slugs *s, struct gp_node *tree)
{
	struct gp_walk w = gp_walk_from(tree);

	while (gp_walk_next(&w)) {
		struct gp_node *heading;
		struct gp_str to;

		if (w.event != GP_ENTER || w.node->kind != GP_LINK)
			continue;
		to = gp_node_link(w.node)->target;
		if (to.n < 2 || to.p[0] != '#')
			continue;
		to = gp_str_sub(to, 1, to.n);
		heading = heading_named(s, to);
		if (!heading)
			continue;
		if (heading->id.n == 0)
			heading->id = to;
		gp_walk_own(&w, tree)->as.link.target = gp_arena_printf(
			s->draft->arena, "#%.*s", GP_ARG(heading->id));
	}
}

void
gp_md_lead_to_headings(struct gp_draft *draft, struct gp_draft_block *first,
                       struct gp_str text, unsigned line)
{
	struct slugs s = { .draft = draft,
		           .by_name.arena = draft->arena,
		           .times.arena = draft->arena };
	struct gp_draft_block *b;

	if (gp_str_find(text, GP_STR("](#"), 0) >= text.n)
		return;
	name_headings(&s, first, text, line);
	for (b = first; b; b = b->next)
		if (b->tree)
			lead_links(&s, b->tree);
}
