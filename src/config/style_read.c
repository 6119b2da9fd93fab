/* A style from the YAML of a design and of the one it stands on, section by
   section: what the design says comes on top.  The tables at the foot are
   the shape of the file, the code only walks them; behind it the whole is
   checked, that a column has room and text has contrast.  It opens no file
   and no font. */
#include "config/style_field.h"

#include <string.h>

/* 4.5 to 1: WCAG 2.1, success criterion 1.4.3, in hundredths. */
enum { BODY_CONTRAST = 450 };

static const struct gp_fields page_fields, colour_fields, family_fields,
	text_fields, role_fields;
static const char *const role_names[GP_ROLE_COUNT];

enum { SECTION_COUNT = 8 };

struct section {
	const char *name;
	bool (*read)(struct gp_style_reader *r, int index);
	bool optional;
};

static const struct section sections[SECTION_COUNT];

enum { MOST_BASES = 2 };

/* The files of one style: what the others stand on is the first. */
struct stack {
	const struct gp_style_source *sources;
	yaml_document_t docs[MOST_BASES];
	size_t count; /* loaded */
};

/* ---- sections ---- */

static bool
read_page(struct gp_style_reader *r, int index)
{
	return gp_field_read(r, index, &page_fields, r->style);
}

static bool
read_colours(struct gp_style_reader *r, int index)
{
	/* Palette names must not be looked up while they are being given. */
	if (!gp_field_read(r, index, &colour_fields, r->palette))
		return false;
	r->style->accent = r->palette[GP_PALETTE_ACCENT];
	r->style->line = r->palette[GP_PALETTE_LINE];
	r->style->link = r->palette[GP_PALETTE_LINK];
	return true;
}

/* A family that is given is given whole. */
static bool
read_family(struct gp_style_reader *r, int value, char (*paths)[GP_STYLE_PATH])
{
	size_t k;

	memset(paths, 0, GP_VARIANT_COUNT * sizeof *paths);
	if (!gp_field_read(r, value, &family_fields, paths))
		return false;
	for (k = 1; k < GP_VARIANT_COUNT; k++)
		if (!paths[k][0])
			memcpy(paths[k], paths[0], GP_STYLE_PATH);
	return true;
}

static bool
read_families(struct gp_style_reader *r, int index)
{
	const yaml_node_t *map = gp_field_map(r, index);
	size_t i;

	if (!map || !gp_field_check(r, map, gp_family_names, GP_FAMILY_COUNT))
		return false;
	for (i = 0; i < GP_FAMILY_COUNT; i++) {
		int value = gp_field_find(r, map, gp_family_names[i], !r->base);

		if (value && !read_family(r, value, r->style->fonts[i]))
			return false;
	}
	return r->e->code == GP_OK;
}

/* The path of a font, or {regular: PATH, bold: PATH}. */
static bool
read_lender(struct gp_style_reader *r, int index)
{
	static const struct gp_field_row rows[] = {
		{ "regular", GP_FIELD_PATH, 0, false },
		{ "bold", GP_FIELD_PATH, GP_STYLE_PATH, true },
	};
	static const struct gp_fields fields = { rows, 2 };
	const yaml_node_t *n = yaml_document_get_node(r->doc, index);
	struct gp_style *s = r->style;
	char paths[2][GP_STYLE_PATH] = { "", "" };
	bool ok;

	if (s->n_fallbacks == GP_MAX_FALLBACKS)
		return gp_field_fail(r, n, "one font too many",
		                     gp_field_text(n));
	ok = n->type == YAML_MAPPING_NODE
	             ? gp_field_read(r, index, &fields, paths)
	             : gp_field_path(r, n, paths[0]);
	memcpy(s->fallback[s->n_fallbacks], paths[0], GP_STYLE_PATH);
	memcpy(s->fallback_bold[s->n_fallbacks++], paths[1], GP_STYLE_PATH);
	return ok;
}

static bool
read_fallback(struct gp_style_reader *r, int index)
{
	const yaml_node_t *list = yaml_document_get_node(r->doc, index);
	const yaml_node_item_t *item;
	struct gp_style *s = r->style;

	if (list->type != YAML_SEQUENCE_NODE)
		return gp_field_fail(r, list, "a list of fonts is wanted here",
		                     gp_field_text(list));
	s->n_fallbacks = 0;
	for (item = list->data.sequence.items.start;
	     item < list->data.sequence.items.top; item++)
		if (!read_lender(r, *item))
			return false;
	return true;
}

static bool
read_hyphenation(struct gp_style_reader *r, int index)
{
	const yaml_node_t *map = gp_field_map(r, index);
	const yaml_node_pair_t *p;

	if (!map)
		return false;
	r->style->n_hyphenations = 0;
	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key = yaml_document_get_node(r->doc, p->key);
		struct gp_str lang = gp_field_text(key);
		struct gp_hyphenation *h;

		if (lang.n == 0 || lang.n >= GP_STYLE_LANG ||
		    r->style->n_hyphenations == GP_MAX_HYPHENATIONS)
			return gp_field_fail(r, key, "not a language tag",
			                     lang);
		h = &r->style->hyphenation[r->style->n_hyphenations++];
		*h = (struct gp_hyphenation){ .lang = "" };
		memcpy(h->lang, lang.p, lang.n);
		if (!gp_field_path(r, yaml_document_get_node(r->doc, p->value),
		                   h->path))
			return false;
	}
	return true;
}

static bool
read_text(struct gp_style_reader *r, int index)
{
	return gp_field_read(r, index, &text_fields, r->style);
}

static bool
check_role(struct gp_style_reader *r, const yaml_node_t *n,
           const struct gp_role_style *role)
{
	if (role->size == 0 || role->leading < role->size)
		return gp_field_fail(
			r, n, "the leading must not be less than the size",
			GP_STR("leading"));
	if (gp_colour_contrast(role->colour) < BODY_CONTRAST)
		return gp_field_fail(r, n,
		                     "the contrast with white is under 4.5:1",
		                     GP_STR("colour"));
	return true;
}

static bool
read_roles(struct gp_style_reader *r, int index)
{
	const yaml_node_t *map = gp_field_map(r, index);
	size_t i;

	if (!map || !gp_field_check(r, map, role_names, GP_ROLE_COUNT))
		return false;
	for (i = 0; i < GP_ROLE_COUNT; i++) {
		struct gp_role_style *role = &r->style->roles[i];
		int value = gp_field_find(r, map, role_names[i], !r->base);

		if (r->base)
			role->colour = r->palette[GP_PALETTE_TEXT];
		if (value &&
		    (!gp_field_read(r, value, &role_fields, role) ||
		     !check_role(r, yaml_document_get_node(r->doc, value),
		                 role)))
			return false;
	}
	return r->e->code == GP_OK;
}

/* ---- the whole ---- */

/* `base` is the caller's to follow. */
static bool
read_base(struct gp_style_reader *r, int index)
{
	const yaml_node_t *n = yaml_document_get_node(r->doc, index);

	if (r->base)
		return gp_field_fail(r, n, "a base may not have a base itself",
		                     gp_field_text(n));
	return true;
}

static bool
check_root(struct gp_style_reader *r)
{
	const yaml_node_t *root = yaml_document_get_root_node(r->doc);
	const char *names[SECTION_COUNT];
	size_t i;

	if (!root || root->type != YAML_MAPPING_NODE)
		return gp_fail_at(r->e, GP_SYNTAX, r->path, 1, 1,
		                  "a style is a mapping (key: value)");
	for (i = 0; i < SECTION_COUNT; i++)
		names[i] = sections[i].name;
	return gp_field_check(r, root, names, SECTION_COUNT);
}

/* One section in each of the files: what a file says of it comes on top of
   what those under it say. */
static bool
read_section(struct gp_style_reader *r, struct stack *k,
             const struct section *row)
{
	size_t i;

	for (i = 0; i < k->count; i++) {
		const yaml_node_t *root;
		int value;

		r->path = k->sources[i].path;
		r->doc = &k->docs[i];
		r->base = i == 0;
		root = yaml_document_get_root_node(r->doc);
		value = gp_field_find(r, root, row->name,
		                      row->optional || i > 0);
		if (r->e->code != GP_OK || (value && !row->read(r, value)))
			return false;
	}
	return true;
}

static bool
read_sections(struct gp_style_reader *r, struct stack *k)
{
	size_t i;

	for (i = 0; i < k->count; i++) {
		r->path = k->sources[i].path;
		r->doc = &k->docs[i];
		if (!check_root(r))
			return false;
	}
	for (i = 0; i < SECTION_COUNT; i++)
		if (!read_section(r, k, &sections[i]))
			return false;
	return true;
}

static bool
check_page(const struct gp_style_reader *r)
{
	const struct gp_style *s = r->style;

	if (gp_style_column(s) < 72 * GP_PT || gp_style_depth(s) < 72 * GP_PT)
		return gp_fail_at(r->e, GP_SYNTAX, r->path, 0, 0,
		                  "the margins leave no room for text");
	return true;
}

static bool
load_style(const struct gp_style_source *from, yaml_document_t *to,
           struct gp_err *e)
{
	yaml_parser_t parser;
	bool ok;

	if (!yaml_parser_initialize(&parser))
		return gp_fail(e, GP_NOMEM, "out of memory");
	yaml_parser_set_input_string(
		&parser, (const unsigned char *)from->yaml.p, from->yaml.n);
	ok = yaml_parser_load(&parser, to);
	if (!ok && parser.error == YAML_MEMORY_ERROR)
		(void)gp_fail(e, GP_NOMEM, "out of memory");
	else if (!ok)
		(void)gp_fail_at(e, GP_SYNTAX, from->path,
		                 (unsigned)parser.problem_mark.line + 1,
		                 (unsigned)parser.problem_mark.column + 1, "%s",
		                 parser.problem ? parser.problem : "?");
	yaml_parser_delete(&parser);
	return ok;
}

bool
gp_style_stack(const struct gp_style_source *sources, size_t count,
               struct gp_style *out, struct gp_err *e)
{
	struct gp_err own = { 0 };
	struct stack k = { .sources = sources };
	struct gp_style_reader r = { .style = out, .e = &own };
	bool ok = count > 0 && count <= MOST_BASES;

	memset(out, 0, sizeof *out);
	while (ok && k.count < count) {
		ok = load_style(&sources[k.count], &k.docs[k.count], &own);
		k.count += ok;
	}
	ok = ok && read_sections(&r, &k) && check_page(&r);
	while (k.count > 0)
		yaml_document_delete(&k.docs[--k.count]);
	if (!ok && e && e->code == GP_OK)
		*e = own;
	return ok;
}

bool
gp_style_read(const char *path, struct gp_str yaml, struct gp_style *out,
              struct gp_err *e)
{
	const struct gp_style_source source = { path, yaml };

	return gp_style_stack(&source, 1, out, e);
}

static bool
take_base(const struct gp_style_reader *r, const yaml_node_t *n,
          char name[GP_STYLE_NAME])
{
	struct gp_str s = gp_field_text(n);
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_lower(s.p[i]) && !gp_is_digit(s.p[i]) &&
		    s.p[i] != '-')
			break;
	if (s.n == 0 || i < s.n || s.n >= GP_STYLE_NAME)
		return gp_field_fail(r, n, "not the name of a style", s);
	memcpy(name, s.p, s.n);
	name[s.n] = '\0';
	return true;
}

bool
gp_style_base(const struct gp_style_source *source, char name[GP_STYLE_NAME],
              struct gp_err *e)
{
	yaml_document_t doc;
	struct gp_style_reader r = { .path = source->path,
		                     .doc = &doc,
		                     .e = e };
	const yaml_node_t *root;
	int value = 0;
	bool ok = true;

	name[0] = '\0';
	if (!load_style(source, &doc, e))
		return false;
	root = yaml_document_get_root_node(&doc);
	if (root && root->type == YAML_MAPPING_NODE)
		value = gp_field_find(&r, root, "base", true);
	if (value)
		ok = take_base(&r, yaml_document_get_node(&doc, value), name);
	yaml_document_delete(&doc);
	return ok && e->code == GP_OK;
}

/* ---- the shape of the file ---- */

static const char *const role_names[GP_ROLE_COUNT] = {
#define GP_ROLE(role, name) [role] = (name),
#include "config/roles.def"
#undef GP_ROLE
};

#define PAGE(name, member)                                                \
	{                                                                 \
		name, GP_FIELD_LENGTH, offsetof(struct gp_style, member), \
			false                                             \
	}
static const struct gp_field_row page_rows[] = {
	{ "paper", GP_FIELD_PAPER, 0, false },
	{ "columns", GP_FIELD_COLUMNS, offsetof(struct gp_style, columns),
	  true },
	{ "gutter", GP_FIELD_LENGTH, offsetof(struct gp_style, gutter), true },
	{ "openers", GP_FIELD_OPENERS, offsetof(struct gp_style, openers),
	  true },
	PAGE("top", top),
	PAGE("right", right),
	PAGE("bottom", bottom),
	PAGE("left", left),
	PAGE("head", head),
	PAGE("foot", foot),
	PAGE("marking", marking),
	PAGE("grid", grid),
	PAGE("list-indent", list_indent),
	PAGE("quote-indent", quote_indent),
	PAGE("cell-gap", cell_gap),
	{ "table-least", GP_FIELD_LENGTH,
	  offsetof(struct gp_style, table_least), true },
	{ "table-records", GP_FIELD_FLAG,
	  offsetof(struct gp_style, table_records), true },
	PAGE("rule", rule),
	PAGE("rule-gap", rule_gap),
	PAGE("bar", bar),
};

#define COLOUR_OF(name, index)                                           \
	{                                                                \
		name, GP_FIELD_COLOUR, (index) * sizeof(uint32_t), false \
	}
static const struct gp_field_row colour_rows[] = {
	COLOUR_OF("text", GP_PALETTE_TEXT),
	COLOUR_OF("muted", GP_PALETTE_MUTED),
	COLOUR_OF("accent", GP_PALETTE_ACCENT),
	COLOUR_OF("line", GP_PALETTE_LINE),
	COLOUR_OF("link", GP_PALETTE_LINK),
};

#define VARIANT(name, variant)                                               \
	{                                                                    \
		name, GP_FIELD_PATH, (variant)*GP_STYLE_PATH, (variant) != 0 \
	}
static const struct gp_field_row family_rows[] = {
	VARIANT("regular", GP_REGULAR),
	VARIANT("italic", GP_ITALIC),
	VARIANT("bold", GP_BOLD),
	VARIANT("bold-italic", GP_BOLD_ITALIC),
};

static const struct gp_field_row text_rows[] = {
	{ "emphasis", GP_FIELD_EMPHASIS, offsetof(struct gp_style, emphasis),
	  true },
};

#define OF_ROLE(name, type, member, optional)                                \
	{                                                                    \
		name, type, offsetof(struct gp_role_style, member), optional \
	}
static const struct gp_field_row role_rows[] = {
	OF_ROLE("family", GP_FIELD_FAMILY, family, false),
	OF_ROLE("size", GP_FIELD_LENGTH, size, false),
	OF_ROLE("leading", GP_FIELD_LENGTH, leading, false),
	OF_ROLE("align", GP_FIELD_ALIGN, align, true),
	OF_ROLE("bold", GP_FIELD_FLAG, bold, true),
	OF_ROLE("italic", GP_FIELD_FLAG, italic, true),
	OF_ROLE("hyphenate", GP_FIELD_FLAG, hyphenate, true),
	OF_ROLE("keep", GP_FIELD_FLAG, keep, true),
	OF_ROLE("before", GP_FIELD_LENGTH, before, true),
	OF_ROLE("after", GP_FIELD_LENGTH, after, true),
	OF_ROLE("indent", GP_FIELD_LENGTH, indent, true),
	OF_ROLE("colour", GP_FIELD_COLOUR, colour, true),
};

#define ROWS(rows)                                    \
	{                                             \
		(rows), sizeof(rows) / sizeof *(rows) \
	}
static const struct gp_fields page_fields = ROWS(page_rows);
static const struct gp_fields colour_fields = ROWS(colour_rows);
static const struct gp_fields family_fields = ROWS(family_rows);
static const struct gp_fields text_fields = ROWS(text_rows);
static const struct gp_fields role_fields = ROWS(role_rows);

/* The palette comes before the roles that use it. */
static const struct section sections[SECTION_COUNT] = {
	{ "base", read_base, true },
	{ "page", read_page, false },
	{ "colours", read_colours, false },
	{ "families", read_families, false },
	{ "fallback", read_fallback, true },
	{ "hyphenation", read_hyphenation, false },
	{ "text", read_text, true },
	{ "roles", read_roles, false },
};
