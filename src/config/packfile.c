/*
 * pack.yaml: see packfile.h.  The tables at the foot say which keys there
 * are and what each takes; the code above them knows only the order of work.
 */
#include "config/packfile.h"

#include "base/limits.h"
#include "config/packfile_check.h"
#include "config/packparts.h"
#include "config/said_rows.h"
#include "config/yamlkeys.h"

#include <stddef.h>

enum { RULE_CONFIDENCE = 95 };

static const struct gp_keys pack_keys, article_keys, rule_keys, access_keys;

struct gp_packfile *
gp_packfile_new(void)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_packfile *p = a ? gp_arena_alloc(a, sizeof *p) : NULL;

	if (!p) {
		gp_arena_free(a);
		return NULL;
	}
	p->arena = a;
	p->path = GP_STR("");
	p->info.lang = GP_STR("en-GB");
	p->by_file.arena = a;
	return p;
}

void
gp_packfile_free(struct gp_packfile *p)
{
	if (p)
		gp_arena_free(p->arena);
}

/* A folder whose name begins with a day is the pack of that day. */
static struct gp_date
day_of_folder(struct gp_str folder)
{
	enum { DAY = 10 }; /* bytes of YYYY-MM-DD */
	struct gp_date day = { .precision = GP_NO_DATE };

	if (!gp_date_parse(gp_str_sub(folder, 0, DAY), &day) ||
	    day.precision != GP_DAY)
		return (struct gp_date){ .precision = GP_NO_DATE };
	return day;
}

void
gp_packfile_stand_on(struct gp_packfile *p, const struct gp_seriesfile *series,
                     struct gp_str folder)
{
	p->info = series->info;
	p->info.identifier = GP_STR("");
	p->info.date = day_of_folder(folder);
	if (p->info.base_url.n)
		p->info.base_url = gp_arena_printf(p->arena, "%.*s%.*s/",
		                                   GP_ARG(p->info.base_url),
		                                   GP_ARG(folder));
	p->series = series;
	p->has_feed_rights = series->has_feed_rights;
	p->marking_path = p->handling_path = p->design_path = series->path;
	p->marking_line = series->marking_line;
	p->marking_column = series->marking_column;
	p->handling_line = series->handling_line;
	p->handling_column = series->handling_column;
	p->design_line = series->design_line;
	p->design_column = series->design_column;
}

struct gp_override *
gp_packfile_find(const struct gp_packfile *p, struct gp_str file)
{
	return gp_map_find(&p->by_file, file);
}

/* ---- values that only pack.yaml has ---- */

/* Which designs there are is known where the data folder is: load.c. */
static bool
take_design(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;

	p->design_path = p->path;
	p->design_line = v->line;
	p->design_column = v->column;
	return gp_take_line(t, v, &p->info.design);
}

static bool
take_marking(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;

	p->marking_path = p->path;
	p->marking_line = v->line;
	p->marking_column = v->column;
	return gp_take_marking(t, v, &p->info.marking);
}

static bool
take_handling(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;

	p->handling_path = p->path;
	p->handling_line = v->line;
	p->handling_column = v->column;
	return gp_take_line(t, v, &p->info.handling);
}

static bool
take_feed_rights(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;

	p->has_feed_rights = true;
	return gp_take_feed_rights(t, v, &p->info.feed_rights);
}

static bool
take_word(struct gp_taker *t, const struct gp_yaml *v, const char *const *words,
          struct gp_str *out)
{
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = gp_str(words[i]);
	return true;
}

static bool
take_sections(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;
	struct gp_map seen = { .arena = t->arena };
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_SECTIONS))
		return false;
	p->sections =
		gp_arena_array(t->arena, v->count + 1, sizeof *p->sections);
	if (!p->sections)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		struct gp_str *name = &p->sections[p->n_sections];

		if (!gp_take_line(t, c, name))
			return false;
		if (gp_map_find(&seen, *name))
			return gp_taker_fault(t, c,
			                      "section `%.*s` is listed twice",
			                      GP_ARG(gp_shown(*name)));
		gp_map_put(&seen, *name, name);
		p->n_sections++;
	}
	return gp_arena_ok(t->arena, t->e);
}

static bool
take_order(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_override *row = field;

	row->has_order = gp_take_number(t, v, &row->order);
	return row->has_order;
}

/* A key with nothing behind it is not filled in yet; one with `~`, null or ""
   says that there is none. */
static bool
take_or_none(struct gp_taker *t, const struct gp_yaml *v, struct gp_str *text,
             bool *none)
{
	if (v->kind == GP_YAML_EMPTY)
		*none = v->text.n > 0;
	else if (v->kind == GP_YAML_TEXT && gp_str_trim(v->text).n == 0)
		*none = true;
	else
		return gp_take_line(t, v, text);
	return true;
}

static bool
take_standfirst(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_override *row = field;

	return take_or_none(t, v, &row->standfirst, &row->no_standfirst);
}

static bool
take_byline(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_override *row = field;

	return take_or_none(t, v, &row->byline, &row->no_byline);
}

static bool
take_page_list(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;
	bool wanted;

	if (!gp_take_flag(t, v, &wanted))
		return false;
	p->info.page_list = wanted ? GP_PAGES_YES : GP_PAGES_NO;
	return true;
}

static bool
take_accessibility(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	if (v->kind != GP_YAML_MAP)
		return gp_taker_fault(t, v,
		                      "`accessibility` must hold lines of the "
		                      "form `key: value` below it, not %s",
		                      gp_yaml_what(v));
	return gp_take_map(t, v, &access_keys, field);
}

static bool
take_articles(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_ARTICLES))
		return false;
	p->articles =
		gp_arena_array(t->arena, v->count + 1, sizeof *p->articles);
	if (!p->articles)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		struct gp_override *row = &p->articles[p->n_articles++];

		row->path = gp_arena_cstr(t->arena, c->path);
		row->line = c->line;
		row->column = c->column;
		if (!gp_take_row(t, c, &article_keys, "file", row))
			return false;
	}
	return true;
}

static bool
take_zone(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "any", "tail", "mid", "end",
		                             NULL };

	return take_word(t, v, words, field);
}

static bool
take_pattern(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	if (v->kind == GP_YAML_TEXT && v->text.n == 0)
		return gp_taker_fault(t, v,
		                      "`pattern` is blank; write what the line "
		                      "has to match");
	return gp_take_verbatim(t, v, field);
}

static bool
take_rules(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_packfile *p = field;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, GP_MAX_RULES))
		return false;
	p->rules = gp_arena_array(t->arena, v->count + 1, sizeof *p->rules);
	if (!p->rules)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next) {
		struct gp_rule_text *rule = &p->rules[p->n_rules++];

		rule->zone = GP_STR("any");
		rule->reason = GP_STR("house-rule");
		rule->confidence = RULE_CONFIDENCE;
		rule->line = c->line;
		if (!gp_take_row(t, c, &rule_keys, "pattern", rule))
			return false;
	}
	return true;
}

/* ---- the file ---- */

static bool
take_file(struct gp_taker *t, struct gp_packfile *p, const struct gp_yaml *root)
{
	if (root->kind != GP_YAML_MAP)
		return gp_taker_fault(
			t, root,
			"must hold lines of the form `key: value`, "
			"not %s",
			gp_yaml_what(root));
	if (!gp_take_map(t, root, &pack_keys, p))
		return false;
	return gp_packfile_check(t, p, root);
}

/* The tree of all of them; NULL when none says anything. */
static bool
parse_all(struct gp_taker *t, struct gp_arena *tree,
          const struct gp_pack_text *texts, size_t n, struct gp_yaml **root)
{
	struct gp_yaml *part;
	size_t i;

	*root = NULL;
	for (i = 0; i < n; i++) {
		if (!gp_yaml_parse(tree, texts[i].path, texts[i].text, &part,
		                   t->e))
			return false;
		if (i == 0)
			*root = part;
		else if (part && !gp_pack_part_join(t, root, part))
			return false;
	}
	return true;
}

bool
gp_packfile_read_all(struct gp_packfile *p, const struct gp_pack_text *texts,
                     size_t n, struct gp_err *e)
{
	struct gp_taker t = { .arena = p->arena,
		              .path = texts[0].path,
		              .e = e };
	struct gp_arena *tree = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_yaml *root;
	bool good;

	if (!tree)
		return gp_fail(e, GP_NOMEM, "out of memory");
	p->path = gp_arena_cstr(p->arena, texts[0].path);
	good = parse_all(&t, tree, texts, n, &root) &&
	       (!root || take_file(&t, p, root)) && gp_arena_ok(p->arena, e);
	gp_arena_free(tree);
	return good;
}

bool
gp_packfile_read(struct gp_packfile *p, const char *path, struct gp_str text,
                 struct gp_err *e)
{
	const struct gp_pack_text only = { path, text };

	return gp_packfile_read_all(p, &only, 1, e);
}

/* ---- the keys ---- */

#define SAID offsetof(struct gp_packfile, said)
#define INFO(field) offsetof(struct gp_packfile, info.field)
#define ROW(field) offsetof(struct gp_override, field)
#define RULE(field) offsetof(struct gp_rule_text, field)

static const struct gp_key pack_rows[] = {
	{ "title", gp_take_line, INFO(title), false },
	{ "subtitle", gp_take_line, INFO(subtitle), false },
	{ "organisation", gp_take_line, INFO(organisation), false },
	{ "name", gp_take_stem, INFO(name), false },
	{ "language", gp_take_language, INFO(lang), false },
	{ "date", gp_take_day, INFO(date), false },
	{ "edition", gp_take_line, INFO(issued.edition), false },
	{ "issued", gp_take_zoned_time, INFO(issued.at), false },
	{ "checked", gp_take_zoned_time, INFO(issued.checked), false },
	{ "for", gp_take_readers, INFO(issued), false },
	{ "identifier", gp_take_uri, INFO(identifier), false },
	{ "authority", gp_take_authority, INFO(authority), false },
	{ "base_url", gp_take_base_url, INFO(base_url), false },
	{ "marking", take_marking, 0, false },
	{ "handling", take_handling, 0, false },
	{ "design", take_design, 0, false },
	{ "paper", gp_take_paper, INFO(paper), false },
	{ "contact", gp_take_line, INFO(contact), false },
	{ "licence", gp_take_press_licence, INFO(issued.licence), false },
	{ "rights", gp_take_line, INFO(rights), false },
	{ "rights_feed", take_feed_rights, 0, false },
	{ "reposts", gp_take_reposts, INFO(reposts), false },
	{ "note", gp_take_verbatim, INFO(note), false },
	{ "lines_to_take", gp_take_verbatim, INFO(lines_to_take), false },
	{ "embargo", gp_take_embargo, offsetof(struct gp_packfile, embargo),
	  true },
	{ "sections", take_sections, 0, false },
	{ "articles", take_articles, 0, false },
	{ "rules", take_rules, 0, false },
	{ "corrections", gp_take_corrections, SAID, false },
	{ "withdrawn", gp_take_withdrawn, SAID, false },
	{ "page_list", take_page_list, 0, false },
	{ "embed_fonts", gp_take_flag, INFO(embed_fonts), false },
	{ "accessibility", take_accessibility, INFO(accessibility), false },
};

#define ACCESS(field) offsetof(struct gp_accessibility, field)

static const struct gp_key access_rows[] = {
	{ "conforms_to", gp_take_line, ACCESS(conforms_to), false },
	{ "certified_by", gp_take_line, ACCESS(certified_by), false },
	{ "credential", gp_take_line, ACCESS(credential), false },
	{ "report", gp_take_url, ACCESS(report), false },
	{ "summary", gp_take_line, ACCESS(summary), false },
};

static const struct gp_key article_rows[] = {
	{ "file", gp_take_file, ROW(file), false },
	{ "id", gp_take_id, ROW(id), false },
	{ "title", gp_take_line, ROW(title), false },
	{ "standfirst", take_standfirst, 0, true },
	{ "byline", take_byline, 0, true },
	{ "date", gp_take_date, ROW(date), false },
	{ "source", gp_take_line, ROW(source), false },
	{ "url", gp_take_url, ROW(url), false },
	{ "language", gp_take_language, ROW(lang), false },
	{ "section", gp_take_line, ROW(section), false },
	{ "why", gp_take_line, ROW(why), false },
	{ "page", gp_take_printed_page, ROW(page), false },
	{ "circulation", gp_take_circulation, ROW(circulation), false },
	{ "order", take_order, 0, false },
	{ "embargo", gp_take_embargo, ROW(embargo), true },
	{ "skip", gp_take_flag, ROW(skip), false },
};

static const struct gp_key rule_rows[] = {
	{ "zone", take_zone, RULE(zone), false },
	{ "reason", gp_take_id, RULE(reason), false },
	{ "pattern", take_pattern, RULE(pattern), false },
	{ "confidence", gp_take_hundredths, RULE(confidence), false },
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct gp_keys pack_keys = { "", pack_rows, COUNT(pack_rows) };
static const struct gp_keys article_keys = { " in an entry of `articles`",
	                                     article_rows,
	                                     COUNT(article_rows) };
static const struct gp_keys rule_keys = { " in an entry of `rules`", rule_rows,
	                                  COUNT(rule_rows) };

static const struct gp_keys access_keys = { " in `accessibility`", access_rows,
	                                    COUNT(access_rows) };

_Static_assert(COUNT(pack_rows) <= GP_MAX_KEYS &&
                       COUNT(article_rows) <= GP_MAX_KEYS &&
                       COUNT(rule_rows) <= GP_MAX_KEYS,
               "gp_take_map() has room for every key");
