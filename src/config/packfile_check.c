/* Rows are held against one another and against the list of sections.  No key
   is read here, and no folder is looked into: whether a file is there is not
   known. */
#include "config/packfile_check.h"

#include "config/packfile_amend.h"

/* The value of `key` in the same row for messages, or the row itself. */
static const struct gp_yaml *
place_of(const struct gp_yaml *row, const char *key)
{
	const struct gp_yaml *c = gp_yaml_child(row, key);

	return c ? c : row;
}

static bool
unknown_section(struct gp_taker *t, const struct gp_packfile *p,
                struct gp_str name, const struct gp_yaml *v)
{
	size_t i, best = name.n / 2 + 1, far;
	struct gp_str near = GP_STR("");

	for (i = 0; i < p->n_sections; i++) {
		far = gp_str_distance(name, p->sections[i]);
		if (far < best) {
			best = far;
			near = gp_shown(p->sections[i]);
		}
	}
	if (near.n)
		return gp_taker_fault(t, v,
		                      "section `%.*s` is not among `sections`; "
		                      "did you mean `%.*s`?",
		                      GP_ARG(gp_shown(name)), GP_ARG(near));
	return gp_taker_fault(t, v,
	                      "section `%.*s` is not among `sections`; add it "
	                      "there",
	                      GP_ARG(gp_shown(name)));
}

static bool
check_section(struct gp_taker *t, const struct gp_packfile *p,
              const struct gp_override *row, const struct gp_yaml *v)
{
	size_t i;

	if (row->section.n == 0 || p->n_sections == 0)
		return true;
	for (i = 0; i < p->n_sections; i++)
		if (gp_str_eq(row->section, p->sections[i]))
			return true;
	return unknown_section(t, p, row->section, place_of(v, "section"));
}

/* Binds `value` to the row; false when another row has it. */
static bool
check_once(struct gp_taker *t, struct gp_map *seen, struct gp_str value,
           struct gp_override *row, const struct gp_yaml *v, const char *key)
{
	const struct gp_override *before;

	if (value.n == 0)
		return true;
	before = gp_map_find(seen, value);
	if (before)
		return gp_taker_fault(t, place_of(v, key),
		                      "%s `%.*s` is taken by the entry on line "
		                      "%u",
		                      key, GP_ARG(gp_shown(value)),
		                      before->line);
	gp_map_put(seen, value, row);
	return true;
}

static bool
check_articles(struct gp_taker *t, struct gp_packfile *p,
               const struct gp_yaml *list)
{
	struct gp_map ids = { .arena = p->arena };
	struct gp_override *row = p->articles;
	const struct gp_yaml *v;

	for (v = list->first; v; v = v->next, row++)
		if (!check_once(t, &p->by_file, row->file, row, v, "file") ||
		    !check_once(t, &ids, row->id, row, v, "id") ||
		    !check_section(t, p, row, v))
			return false;
	return gp_arena_ok(p->arena, t->e);
}

static bool
withdraw_all(struct gp_packfile *p, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < p->said.n_withdrawn; i++)
		if (!p->said.withdrawn[i].pack &&
		    !gp_packfile_withdraw(p, &p->said.withdrawn[i], e))
			return false;
	return true;
}

bool
gp_packfile_check(struct gp_taker *t, struct gp_packfile *p,
                  const struct gp_yaml *root)
{
	const struct gp_yaml *list = gp_yaml_child(root, "articles");

	return (!list || check_articles(t, p, list)) && withdraw_all(p, t->e);
}
