/* The keys of series.yaml, a table each for the file and for a row of
   `sources:`, and what one value alone cannot show: that something is missing.
   It opens no file, and what a pack makes of what it inherits is not known. */
#include "config/seriesfile.h"

#include "base/limits.h"
#include "base/map.h"
#include "config/yamlkeys.h"

#include <stddef.h>

/* Press cuttings are licensed for 28 to 365 days; ten years is no licence but
   a slip of the fingers. */
enum { MOST_DAYS = 3660 };

static const struct gp_keys series_keys, source_keys;

/* ---- values that only series.yaml has ---- */

static bool
take_design(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_seriesfile *s = field;

	s->design_line = v->line;
	s->design_column = v->column;
	return gp_take_line(t, v, &s->info.design);
}

static bool
take_marking(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_seriesfile *s = field;

	s->marking_line = v->line;
	s->marking_column = v->column;
	return gp_take_marking(t, v, &s->info.marking);
}

static bool
take_handling(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_seriesfile *s = field;

	s->handling_line = v->line;
	s->handling_column = v->column;
	return gp_take_line(t, v, &s->info.handling);
}

static bool
take_access(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "open", "protected", NULL };
	bool *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = i == 1;
	return true;
}

static bool
take_feed_rights(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_seriesfile *s = field;

	s->has_feed_rights = true;
	return gp_take_feed_rights(t, v, &s->info.feed_rights);
}

static bool
take_audience(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "internal", "public", NULL };
	enum gp_audience *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = i ? GP_AUDIENCE_PUBLIC : GP_AUDIENCE_INTERNAL;
	return true;
}

static bool
take_approval(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "none", "required", NULL };
	bool *needed = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*needed = i > 0;
	return true;
}

static bool
take_use(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "full", "extract", "link", NULL };
	enum gp_source_use *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = (enum gp_source_use)(GP_USE_FULL + i);
	return true;
}

static bool
take_days(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	long *days = field;

	if (!gp_take_number(t, v, days))
		return false;
	if (*days >= 1 && *days <= MOST_DAYS)
		return true;
	return gp_taker_fault(t, v, "`days` must be from 1 to %d", MOST_DAYS);
}

static bool
take_sources(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_seriesfile *s = field;
	struct gp_map seen = { .arena = t->arena };
	struct gp_series_source *row;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_SECTIONS))
		return false;
	s->sources = gp_arena_array(t->arena, v->count + 1, sizeof *row);
	if (!s->sources)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		row = &s->sources[s->n_sources++];
		row->line = c->line;
		if (!gp_take_row(t, c, &source_keys, "name", row))
			return false;
		if (gp_map_find(&seen, row->name))
			return gp_taker_fault(t, c,
			                      "source `%.*s` is listed twice",
			                      GP_ARG(gp_shown(row->name)));
		gp_map_put(&seen, row->name, row);
	}
	return gp_arena_ok(t->arena, t->e);
}

/* ---- who signs ---- */

/* Everybody who reads the site would have it. */
static bool
is_served(struct gp_str path)
{
	while (gp_str_starts(path, GP_STR("./")))
		path = gp_str_sub(path, 2, path.n);
	return gp_str_starts(path, GP_STR("site/"));
}

static bool
take_path(struct gp_taker *t, const struct gp_yaml *v, struct gp_signkeys *keys)
{
	struct gp_str *path = &keys->paths[keys->n];
	size_t i;

	if (!gp_take_line(t, v, path))
		return false;
	if (is_served(*path))
		return gp_taker_fault(
			t, v,
			"a key in `site/` is served to everybody; "
			"keep it elsewhere");
	for (i = 0; i < keys->n; i++)
		if (gp_str_eq(keys->paths[i], *path))
			return gp_taker_fault(t, v,
			                      "key `%.*s` is listed twice",
			                      GP_ARG(gp_shown(*path)));
	keys->n++;
	return true;
}

static bool
take_sign(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_signkeys *keys = field;
	const struct gp_yaml *c;

	keys->line = v->line;
	if (v->kind != GP_YAML_TEXT && !gp_need_list(t, v, GP_MAX_SIGNERS))
		return false;
	keys->paths =
		gp_arena_array(t->arena, v->count + 1, sizeof *keys->paths);
	if (!keys->paths)
		return gp_arena_ok(t->arena, t->e);
	if (v->kind == GP_YAML_TEXT)
		return take_path(t, v, keys);
	for (c = v->first; c; c = c->next)
		if (!take_path(t, c, keys))
			return false;
	return true;
}

/* ---- the file ---- */

static bool
is_whole(const struct gp_seriesfile *s, struct gp_err *e)
{
	if (s->info.title.n == 0)
		return gp_fail_at(e, GP_SYNTAX, s->path.p, 1, 0,
		                  "a series needs a `title:`");
	if (s->audience == GP_AUDIENCE_UNSAID)
		return gp_fail_at(e, GP_SYNTAX, s->path.p, 1, 0,
		                  "say whom the series is for: `audience: "
		                  "internal` or `audience: public`");
	return true;
}

static bool
take_file(struct gp_taker *t, struct gp_seriesfile *s,
          const struct gp_yaml *root)
{
	if (!root)
		return true;
	if (root->kind != GP_YAML_MAP)
		return gp_taker_fault(t, root,
		                      "must hold lines of the form `key: "
		                      "value`, not %s",
		                      gp_yaml_what(root));
	return gp_take_map(t, root, &series_keys, s);
}

bool
gp_seriesfile_read(struct gp_seriesfile *out, const char *path,
                   struct gp_str text, struct gp_err *e)
{
	struct gp_taker t = { .arena = out->arena, .path = path, .e = e };
	struct gp_arena *tree = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_yaml *root;
	bool ok;

	if (!tree)
		return gp_fail(e, GP_NOMEM, "out of memory");
	out->path = gp_arena_cstr(out->arena, path);
	out->info.lang = GP_STR("en-GB");
	ok = gp_yaml_parse(tree, path, text, &root, e) &&
	     take_file(&t, out, root) && gp_arena_ok(out->arena, e) &&
	     is_whole(out, e);
	gp_arena_free(tree);
	if (out->audience == GP_AUDIENCE_PUBLIC && !out->has_feed_rights)
		out->info.feed_rights = GP_FEED_LINKS;
	return ok;
}

/* ---- the keys ---- */

#define INFO(field) offsetof(struct gp_seriesfile, info.field)
#define FILE_AT(field) offsetof(struct gp_seriesfile, field)
#define SOURCE(field) offsetof(struct gp_series_source, field)

static const struct gp_key series_rows[] = {
	{ "title", gp_take_line, INFO(title), false },
	{ "subtitle", gp_take_line, INFO(subtitle), false },
	{ "organisation", gp_take_line, INFO(organisation), false },
	{ "language", gp_take_language, INFO(lang), false },
	{ "edition", gp_take_line, INFO(issued.edition), false },
	{ "for", gp_take_readers, INFO(issued), false },
	{ "identifier", gp_take_uri, INFO(identifier), false },
	{ "authority", gp_take_authority, INFO(authority), false },
	{ "base_url", gp_take_base_url, INFO(base_url), false },
	{ "audience", take_audience, FILE_AT(audience), false },
	{ "contact", gp_take_line, INFO(contact), false },
	{ "approval", take_approval, FILE_AT(needs_approval), false },
	{ "sign", take_sign, FILE_AT(sign), false },
	{ "access", take_access, FILE_AT(is_protected), false },
	{ "marking", take_marking, 0, false },
	{ "handling", take_handling, 0, false },
	{ "design", take_design, 0, false },
	{ "paper", gp_take_paper, INFO(paper), false },
	{ "licence", gp_take_press_licence, INFO(issued.licence), false },
	{ "rights", gp_take_line, INFO(rights), false },
	{ "rights_feed", take_feed_rights, 0, false },
	{ "reposts", gp_take_reposts, INFO(reposts), false },
	{ "embed_fonts", gp_take_flag, INFO(embed_fonts), false },
	{ "sources", take_sources, 0, false },
	{ "mail", gp_take_mail, FILE_AT(mail), false },
};

static const struct gp_key source_rows[] = {
	{ "name", gp_take_line, SOURCE(name), false },
	{ "licence", gp_take_line, SOURCE(licence), false },
	{ "days", take_days, SOURCE(days), false },
	{ "use", take_use, SOURCE(use), false },
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct gp_keys series_keys = { "", series_rows,
	                                    COUNT(series_rows) };
static const struct gp_keys source_keys = { " in an entry of `sources`",
	                                    source_rows, COUNT(source_rows) };

_Static_assert(COUNT(series_rows) <= GP_MAX_KEYS &&
                       COUNT(source_rows) <= GP_MAX_KEYS,
               "gp_take_map() has room for every key");
