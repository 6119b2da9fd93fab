/* When a pack was issued, for whom and under which licence, as one line or
   as what it is made of.  A moment without its zone is refused, since it is
   another one wherever the pack is read.  Whether a licence covers an article
   is not known. */
#include "config/packvalue.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "config/yamlkeys.h"
#include "model/issued.h"

#include <stddef.h>

enum {
	MOST_READERS = 200, /* named on a cover */
	MOST_LETTERS = 40,  /* of a page or a circulation: part of a line */
};

bool
gp_take_zoned_time(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_date *out = field, date;
	struct gp_str text;

	if (!gp_take_line(t, v, &text))
		return false;
	if (gp_date_parse(text, &date) && date.precision >= GP_MINUTE &&
	    date.has_zone) {
		*out = date;
		return true;
	}
	return gp_taker_fault(t, v,
	                      "`%.*s` is not a time with its zone; write "
	                      "YYYY-MM-DDThh:mmZ (or +01:00 for Z)",
	                      GP_ARG(gp_shown(text)));
}

/* ---- for whom ---- */

bool
gp_take_readers(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_issued *out = field;
	const struct gp_yaml *c;
	struct gp_str *to;

	if (v->kind != GP_YAML_TEXT && !gp_need_list(t, v, MOST_READERS))
		return false;
	to = gp_arena_array(t->arena, v->count + 1, sizeof *to);
	if (!to)
		return gp_arena_ok(t->arena, t->e);
	out->to = to;
	out->n_to = 0;
	if (v->kind == GP_YAML_TEXT)
		return gp_take_line(t, v, &to[out->n_to++]);
	for (c = v->first; c; c = c->next)
		if (!gp_take_line(t, c, &to[out->n_to++]))
			return false;
	return true;
}

/* ---- the licence ---- */

static bool
take_copies(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	long *copies = field;

	if (!gp_take_number(t, v, copies))
		return false;
	if (*copies >= 1)
		return true;
	return gp_taker_fault(t, v, "`copies` must be 1 or more");
}

#define LICENCE(field) offsetof(struct gp_press_licence, field)

static const struct gp_key licence_rows[] = {
	{ "name", gp_take_line, LICENCE(name), false },
	{ "number", gp_take_line, LICENCE(number), false },
	{ "copies", take_copies, LICENCE(copies), false },
};

static const struct gp_keys licence_keys = { " in `licence`", licence_rows,
	                                     sizeof licence_rows /
	                                             sizeof *licence_rows };

bool
gp_take_press_licence(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_press_licence *out = field;

	*out = (struct gp_press_licence){ .copies = 0 };
	if (v->kind == GP_YAML_MAP)
		return gp_take_map(t, v, &licence_keys, out);
	return gp_take_line(t, v, &out->name);
}

/* ---- where an article was printed ---- */

static bool
take_short(struct gp_taker *t, const struct gp_yaml *v, struct gp_str *out)
{
	if (!gp_take_line(t, v, out))
		return false;
	if (gp_utf8_count(*out) <= MOST_LETTERS)
		return true;
	return gp_taker_fault(t, v,
	                      "`%.*s` has to be a part of a line: at most %d "
	                      "characters",
	                      GP_ARG(gp_shown(v->key)), MOST_LETTERS);
}

bool
gp_take_circulation(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field;
	size_t i = 0;

	if (!take_short(t, v, out))
		return false;
	while (i < out->n && !gp_is_digit(out->p[i]))
		i++;
	if (i < out->n)
		return true;
	return gp_taker_fault(t, v, "`%.*s` is no number of copies",
	                      GP_ARG(gp_shown(*out)));
}

bool
gp_take_printed_page(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	return take_short(t, v, field);
}
