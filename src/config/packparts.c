/* Trees hung into one another by their keys; every node knows the file that it
   is from, so whoever reads the one tree can name it.  Values are not looked
   at, but for the names of articles. */
#include "config/packparts.h"

#include "base/map.h"

/* What two editors add to; whatever else a pack is, one file says. */
static const char *const shared[] = { "sections", "articles", "corrections",
	                              "withdrawn", NULL };

static bool
fail_given(struct gp_taker *t, const struct gp_yaml *now,
           const struct gp_yaml *before, const char *of, struct gp_str name)
{
	return gp_fail_at(t->e, GP_SYNTAX, now->path, now->key_line,
	                  now->key_column,
	                  "`%.*s`%s%.*s is given in %s, line %u, as well; take "
	                  "one of them out",
	                  GP_ARG(gp_shown(now->key)), of, GP_ARG(name),
	                  before->path, before->key_line);
}

/* ---- lists ---- */

/* Where the next child of `list` is hung. */
static struct gp_yaml **
end_of(struct gp_yaml *list)
{
	struct gp_yaml **end = &list->first;

	while (*end)
		end = &(*end)->next;
	return end;
}

static struct gp_yaml **
append(struct gp_yaml *list, struct gp_yaml **end, struct gp_yaml *n)
{
	*end = n;
	n->next = NULL;
	list->count++;
	return &n->next;
}

static bool
has_text(const struct gp_yaml *list, struct gp_str text)
{
	const struct gp_yaml *c;

	for (c = list->first; c; c = c->next)
		if (c->kind == GP_YAML_TEXT && gp_str_eq(c->text, text))
			return true;
	return false;
}

/* All of `part` behind `list`; what both say in one word stands once. */
static void
append_list(struct gp_yaml *list, struct gp_yaml *part)
{
	struct gp_yaml **end = end_of(list), *c, *next;

	for (c = part->first; c; c = next) {
		next = c->next;
		if (c->kind != GP_YAML_TEXT || !has_text(list, c->text))
			end = append(list, end, c);
	}
}

/* ---- articles ---- */

static struct gp_str
file_of(const struct gp_yaml *row)
{
	const struct gp_yaml *c =
		row->kind == GP_YAML_MAP ? gp_yaml_child(row, "file") : NULL;

	return c && c->kind == GP_YAML_TEXT ? c->text : GP_STR("");
}

static bool
join_row(struct gp_taker *t, struct gp_yaml *row, struct gp_yaml *part)
{
	struct gp_yaml **end = end_of(row), *c, *next;
	const struct gp_yaml *before;
	char key[64];

	for (c = part->first; c; c = next) {
		next = c->next;
		if (gp_str_eq(c->key, GP_STR("file")))
			continue;
		gp_format(key, sizeof key, "%.*s", GP_ARG(c->key));
		before = gp_yaml_child(row, key);
		if (before)
			return fail_given(t, c, before, " of ", file_of(row));
		end = append(row, end, c);
	}
	return true;
}

static bool
join_articles(struct gp_taker *t, struct gp_yaml *list, struct gp_yaml *part)
{
	struct gp_map rows = { .arena = t->arena };
	struct gp_yaml **end = end_of(list), *c, *next, *row;

	for (c = list->first; c; c = c->next)
		if (file_of(c).n)
			gp_map_put(&rows, file_of(c), c);
	for (c = part->first; c; c = next) {
		next = c->next;
		row = file_of(c).n ? gp_map_find(&rows, file_of(c)) : NULL;
		if (!row)
			end = append(list, end, c);
		else if (!join_row(t, row, c))
			return false;
	}
	return gp_arena_ok(t->arena, t->e);
}

/* ---- keys ---- */

static bool
join_key(struct gp_taker *t, struct gp_yaml *root, struct gp_yaml *key)
{
	struct gp_yaml *c = root->first;

	while (c && !gp_str_eq(c->key, key->key))
		c = c->next;
	if (!c || c->kind == GP_YAML_EMPTY) {
		(void)append(root, end_of(root), key);
		return true;
	}
	if (c->kind != GP_YAML_LIST || key->kind != GP_YAML_LIST)
		return fail_given(t, key, c, "", GP_STR(""));
	if (gp_str_eq(key->key, GP_STR("articles")))
		return join_articles(t, c, key);
	append_list(c, key);
	return true;
}

bool
gp_pack_part_join(struct gp_taker *t, struct gp_yaml **root,
                  struct gp_yaml *part)
{
	struct gp_yaml *c, *next;

	if (part->kind != GP_YAML_MAP)
		return gp_taker_fault(t, part,
		                      "must hold lines of the form `key: "
		                      "value`, not %s",
		                      gp_yaml_what(part));
	for (c = part->first; c; c = c->next)
		if (!gp_str_among(c->key, shared))
			return gp_fail_at(t->e, GP_SYNTAX, c->path, c->key_line,
			                  c->key_column,
			                  "`%.*s` is said in pack.yaml; files "
			                  "of pack.d have sections, articles, "
			                  "corrections and withdrawn",
			                  GP_ARG(gp_shown(c->key)));
	if (!*root) {
		*root = part;
		return true;
	}
	for (c = part->first; c; c = next) {
		next = c->next;
		if (!join_key(t, *root, c))
			return false;
	}
	return true;
}
