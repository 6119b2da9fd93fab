/* A map of a YAML tree walked along a table of keys, each once, each by the
   function of its row; the answer to an unknown one lists or guesses what
   was meant.  It knows neither what a value means nor whose table it walks. */
#include "config/yamlkeys.h"

#include <stdio.h>

const struct gp_yaml *
gp_yaml_child(const struct gp_yaml *map, const char *key)
{
	const struct gp_yaml *c;

	for (c = map->first; c; c = c->next)
		if (gp_str_eq(c->key, gp_str(key)))
			return c;
	return NULL;
}

static bool
fault_at_key(const struct gp_taker *t, const struct gp_yaml *v,
             const char *sentence)
{
	return gp_fail_at(t->e, GP_SYNTAX, v->path, v->key_line, v->key_column,
	                  "%s", sentence);
}

static bool
unknown_key(const struct gp_taker *t, const struct gp_yaml *v,
            const struct gp_keys *keys)
{
	const char *names[GP_MAX_KEYS + 1] = { NULL };
	char text[480];
	const char *near;
	size_t i, n;

	for (i = 0; i < keys->n; i++)
		names[i] = keys->rows[i].name;
	near = gp_nearest(v->key, names);
	n = (size_t)snprintf(text, sizeof text, "unknown key `%.*s`%s",
	                     GP_ARG(gp_shown(v->key)), keys->of);
	if (near)
		(void)snprintf(text + n, sizeof text - n,
		               "; did you mean `%s`?", near);
	else
		for (i = 0; i < keys->n && n < sizeof text; i++)
			n += (size_t)snprintf(text + n, sizeof text - n, "%s%s",
			                      i ? ", " : "; the keys are ",
			                      names[i]);
	return fault_at_key(t, v, text);
}

static size_t
find_key(const struct gp_keys *keys, struct gp_str name)
{
	size_t i;

	for (i = 0; i < keys->n; i++)
		if (gp_str_eq(name, gp_str(keys->rows[i].name)))
			break;
	return i;
}

bool
gp_take_map(struct gp_taker *t, const struct gp_yaml *map,
            const struct gp_keys *keys, void *object)
{
	unsigned seen[GP_MAX_KEYS] = { 0 };
	const struct gp_yaml *v;
	char text[160];
	size_t i;

	for (v = map->first; v; v = v->next) {
		i = find_key(keys, v->key);
		if (i == keys->n)
			return unknown_key(t, v, keys);
		if (seen[i]) {
			(void)snprintf(text, sizeof text,
			               "`%s` is given twice; the first is on "
			               "line %u",
			               keys->rows[i].name, seen[i]);
			return fault_at_key(t, v, text);
		}
		seen[i] = v->key_line;
		if ((v->kind != GP_YAML_EMPTY || keys->rows[i].takes_none) &&
		    !keys->rows[i].take(t, v,
		                        (char *)object + keys->rows[i].at))
			return false;
	}
	return true;
}

bool
gp_need_list(struct gp_taker *t, const struct gp_yaml *v, size_t max)
{
	if (v->kind != GP_YAML_LIST)
		return gp_taker_fault(t, v,
		                      "`%.*s` must be a list, one entry a line "
		                      "with `- ` before it, not %s",
		                      GP_ARG(v->key), gp_yaml_what(v));
	if (v->count > max)
		return gp_fail_at(t->e, GP_LIMIT, v->path, v->line, v->column,
		                  "`%.*s` has more than %zu entries",
		                  GP_ARG(v->key), max);
	return true;
}

bool
gp_take_row(struct gp_taker *t, const struct gp_yaml *v,
            const struct gp_keys *keys, const char *needed, void *row)
{
	const struct gp_yaml *c;

	if (v->kind != GP_YAML_MAP)
		return gp_taker_fault(
			t, v,
			"this entry must be `%s: ...` and further "
			"keys below it, not %s",
			needed, gp_yaml_what(v));
	if (!gp_take_map(t, v, keys, row))
		return false;
	c = gp_yaml_child(v, needed);
	if (!c || c->kind == GP_YAML_EMPTY)
		return gp_taker_fault(t, v, "this entry needs `%s: ...`",
		                      needed);
	return true;
}
