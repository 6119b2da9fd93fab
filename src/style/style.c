/* Styles from YAML: see style.h.  The shape of the file is the tables at the
   foot; the code only walks them. */
#include "style/style.h"

#include "base/limits.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

enum { NEAR = 3, BODY_CONTRAST = 450 };

enum type { LENGTH, COLOUR, PATH, FLAG, ALIGN, FAMILY };

/* One key of a mapping and the member it fills. */
struct field {
	const char *name;
	enum type type;
	size_t at; /* offset of the member */
	bool optional;
};

struct fields {
	const struct field *rows;
	size_t count;
};

enum colour_name { C_TEXT, C_MUTED, C_ACCENT, C_LINE, C_LINK, C_COUNT };

struct palette {
	uint32_t colours[C_COUNT];
};

struct reader {
	const char *path;
	yaml_document_t doc;
	struct palette palette;
	struct gp_style *style;
	struct gp_err *e;
};

static const struct fields page_fields, colour_fields, family_fields,
	role_fields;
static const char *const role_names[GP_ROLE_COUNT];
static const char *const family_names[GP_FAMILY_COUNT];
static const char *const colour_names[C_COUNT];
static const char *const align_names[3];

static bool
fail(const struct reader *r, const yaml_node_t *n, const char *what,
     struct gp_str about)
{
	return gp_fail_at(r->e, GP_SYNTAX, r->path,
	                  (unsigned)n->start_mark.line + 1,
	                  (unsigned)n->start_mark.column + 1, "%s: \"%.*s\"",
	                  what, GP_ARG(gp_str_sub(about, 0, 80)));
}

static struct gp_str
scalar(const yaml_node_t *n)
{
	if (n->type != YAML_SCALAR_NODE)
		return GP_STR("");
	return (struct gp_str){ (const char *)n->data.scalar.value,
		                n->data.scalar.length };
}

/* Position of `name` in a list of names, or `count`. */
static size_t
find_name(const char *const *names, size_t count, struct gp_str name)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (gp_str_eq(gp_str(names[i]), name))
			break;
	return i;
}

static bool
fail_name(const struct reader *r, const yaml_node_t *n,
          const char *const *names, size_t count)
{
	struct gp_str given = scalar(n);
	size_t best = NEAR + 1, distance, i;
	const char *nearest = NULL;
	char text[96];

	for (i = 0; i < count; i++) {
		distance = gp_str_distance(gp_str(names[i]), given);
		if (distance < best) {
			best = distance;
			nearest = names[i];
		}
	}
	(void)snprintf(text, sizeof text, "unknown name%s%s%s",
	               nearest ? " (did you mean \"" : "",
	               nearest ? nearest : "", nearest ? "\"?)" : "");
	return fail(r, n, text, given);
}

/* ---- values ---- */

static bool
read_length(struct reader *r, const yaml_node_t *n, void *to)
{
	if (!gp_len_parse(scalar(n), to))
		return fail(r, n, "not a length such as 10.5pt or 22mm",
		            scalar(n));
	return true;
}

static bool
read_colour(struct reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(colour_names, C_COUNT, scalar(n));
	uint32_t *colour = to;

	if (i < C_COUNT)
		*colour = r->palette.colours[i];
	else if (!gp_colour_parse(scalar(n), colour))
		return fail(r, n, "not a colour such as #1b2a3c", scalar(n));
	return true;
}

/* Paths stay inside the data folder. */
static bool
read_path(struct reader *r, const yaml_node_t *n, void *to)
{
	struct gp_str s = scalar(n);

	if (s.n == 0 || s.n >= GP_STYLE_PATH || s.p[0] == '/' ||
	    gp_str_find(s, GP_STR(".."), 0) < s.n || memchr(s.p, '\0', s.n))
		return fail(r, n, "not a path inside the data folder", s);
	memcpy(to, s.p, s.n);
	((char *)to)[s.n] = '\0';
	return true;
}

static bool
read_flag(struct reader *r, const yaml_node_t *n, void *to)
{
	bool yes = gp_str_eq(scalar(n), GP_STR("true"));

	if (!yes && !gp_str_eq(scalar(n), GP_STR("false")))
		return fail(r, n, "not true or false", scalar(n));
	*(bool *)to = yes;
	return true;
}

static bool
read_align(struct reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(align_names, 3, scalar(n));

	if (i == 3)
		return fail_name(r, n, align_names, 3);
	*(enum gp_align *)to = (enum gp_align)i;
	return true;
}

static bool
read_family(struct reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(family_names, GP_FAMILY_COUNT, scalar(n));

	if (i == GP_FAMILY_COUNT)
		return fail_name(r, n, family_names, GP_FAMILY_COUNT);
	*(enum gp_family *)to = (enum gp_family)i;
	return true;
}

/* ---- mappings ---- */

/* The pairs of a mapping, or NULL after an error. */
static const yaml_node_t *
mapping(struct reader *r, int index)
{
	const yaml_node_t *n = yaml_document_get_node(&r->doc, index);

	if (n && n->type == YAML_MAPPING_NODE)
		return n;
	if (n)
		(void)fail(r, n, "a mapping (key: value) is wanted here",
		           scalar(n));
	return NULL;
}

/* The value of `name`; 0 and an error when missing or given twice. */
static int
value_of(struct reader *r, const yaml_node_t *map, const char *name,
         bool optional)
{
	const yaml_node_pair_t *p;
	int found = 0;

	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key =
			yaml_document_get_node(&r->doc, p->key);

		if (!gp_str_eq(scalar(key), gp_str(name)))
			continue;
		if (found) {
			(void)fail(r, key, "given twice", scalar(key));
			return 0;
		}
		found = p->value;
	}
	if (!found && !optional)
		(void)fail(r, map, "this key is missing here", gp_str(name));
	return found;
}

/* Every key of `map` is one of `names`. */
static bool
check_keys(struct reader *r, const yaml_node_t *map, const char *const *names,
           size_t count)
{
	const yaml_node_pair_t *p;

	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key =
			yaml_document_get_node(&r->doc, p->key);

		if (find_name(names, count, scalar(key)) == count)
			return fail_name(r, key, names, count);
	}
	return true;
}

static bool
read_value(struct reader *r, enum type type, const yaml_node_t *n, void *to)
{
	static bool (*const readers[])(struct reader *, const yaml_node_t *,
	                               void *) = {
		[LENGTH] = read_length, [COLOUR] = read_colour,
		[PATH] = read_path,     [FLAG] = read_flag,
		[ALIGN] = read_align,   [FAMILY] = read_family,
	};

	return readers[type](r, n, to);
}

enum { MOST_FIELDS = 24 };

static bool
read_fields(struct reader *r, int index, const struct fields *f, void *base)
{
	const yaml_node_t *map = mapping(r, index);
	const char *names[MOST_FIELDS];
	size_t i;

	if (!map)
		return false;
	for (i = 0; i < f->count; i++)
		names[i] = f->rows[i].name;
	if (!check_keys(r, map, names, f->count))
		return false;
	for (i = 0; i < f->count; i++) {
		const struct field *row = &f->rows[i];
		int value = value_of(r, map, row->name, row->optional);

		if (value && !read_value(r, row->type,
		                         yaml_document_get_node(&r->doc, value),
		                         (char *)base + row->at))
			return false;
		if (r->e->code != GP_OK)
			return false;
	}
	return true;
}

/* ---- sections ---- */

static bool
read_page(struct reader *r, int index)
{
	return read_fields(r, index, &page_fields, r->style);
}

static bool
read_colours(struct reader *r, int index)
{
	/* Palette names must not be looked up while they are being given. */
	if (!read_fields(r, index, &colour_fields, &r->palette))
		return false;
	r->style->accent = r->palette.colours[C_ACCENT];
	r->style->line = r->palette.colours[C_LINE];
	r->style->link = r->palette.colours[C_LINK];
	return true;
}

static bool
read_families(struct reader *r, int index)
{
	const yaml_node_t *map = mapping(r, index);
	size_t i, k;

	if (!map || !check_keys(r, map, family_names, GP_FAMILY_COUNT))
		return false;
	for (i = 0; i < GP_FAMILY_COUNT; i++) {
		char(*paths)[GP_STYLE_PATH] = r->style->fonts[i];
		int value = value_of(r, map, family_names[i], false);

		if (!value || !read_fields(r, value, &family_fields, paths))
			return false;
		for (k = 1; k < GP_VARIANT_COUNT; k++)
			if (!paths[k][0])
				memcpy(paths[k], paths[0], GP_STYLE_PATH);
	}
	return true;
}

static bool
read_hyphenation(struct reader *r, int index)
{
	const yaml_node_t *map = mapping(r, index);
	const yaml_node_pair_t *p;

	if (!map)
		return false;
	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key =
			yaml_document_get_node(&r->doc, p->key);
		struct gp_str lang = scalar(key);
		struct gp_hyphenation *h;

		if (lang.n == 0 || lang.n >= GP_STYLE_LANG ||
		    r->style->n_hyphenations == GP_MAX_HYPHENATIONS)
			return fail(r, key, "not a language tag", lang);
		h = &r->style->hyphenation[r->style->n_hyphenations++];
		memcpy(h->lang, lang.p, lang.n);
		if (!read_path(r, yaml_document_get_node(&r->doc, p->value),
		               h->path))
			return false;
	}
	return true;
}

static bool
check_role(struct reader *r, const yaml_node_t *n,
           const struct gp_role_style *role)
{
	if (role->size == 0 || role->leading < role->size)
		return fail(r, n, "the leading must not be less than the size",
		            GP_STR("leading"));
	if (gp_colour_contrast(role->colour) < BODY_CONTRAST)
		return fail(r, n, "the contrast with white is under 4.5:1",
		            GP_STR("colour"));
	return true;
}

static bool
read_roles(struct reader *r, int index)
{
	const yaml_node_t *map = mapping(r, index);
	size_t i;

	if (!map || !check_keys(r, map, role_names, GP_ROLE_COUNT))
		return false;
	for (i = 0; i < GP_ROLE_COUNT; i++) {
		struct gp_role_style *role = &r->style->roles[i];
		int value = value_of(r, map, role_names[i], false);

		role->colour = r->palette.colours[C_TEXT];
		if (!value || !read_fields(r, value, &role_fields, role) ||
		    !check_role(r, yaml_document_get_node(&r->doc, value),
		                role))
			return false;
	}
	return true;
}

/* ---- the whole ---- */

static const char *const section_names[] = { "page", "colours", "families",
	                                     "hyphenation", "roles" };

static bool
read_sections(struct reader *r)
{
	static bool (*const readers[])(struct reader *, int) = {
		read_page,        read_colours, read_families,
		read_hyphenation, read_roles,
	};
	const yaml_node_t *root = yaml_document_get_root_node(&r->doc);
	size_t i, count = sizeof readers / sizeof *readers;

	if (!root || root->type != YAML_MAPPING_NODE)
		return gp_fail_at(r->e, GP_SYNTAX, r->path, 1, 1,
		                  "a style is a mapping (key: value)");
	if (!check_keys(r, root, section_names, count))
		return false;
	for (i = 0; i < count; i++) {
		int value = value_of(r, root, section_names[i], false);

		if (!value || !readers[i](r, value))
			return false;
	}
	return true;
}

static bool
check_page(const struct reader *r)
{
	const struct gp_style *s = r->style;

	if (gp_style_measure(s) < 72 * GP_PT || gp_style_depth(s) < 72 * GP_PT)
		return gp_fail_at(r->e, GP_SYNTAX, r->path, 0, 0,
		                  "the margins leave no room for text");
	return true;
}

static bool
load(struct reader *r, struct gp_str yaml)
{
	yaml_parser_t parser;
	bool ok;

	if (!yaml_parser_initialize(&parser))
		return gp_fail(r->e, GP_NOMEM, "out of memory");
	yaml_parser_set_input_string(&parser, (const unsigned char *)yaml.p,
	                             yaml.n);
	ok = yaml_parser_load(&parser, &r->doc);
	if (!ok && parser.error == YAML_MEMORY_ERROR)
		(void)gp_fail(r->e, GP_NOMEM, "out of memory");
	else if (!ok)
		(void)gp_fail_at(r->e, GP_SYNTAX, r->path,
		                 (unsigned)parser.problem_mark.line + 1,
		                 (unsigned)parser.problem_mark.column + 1, "%s",
		                 parser.problem ? parser.problem : "?");
	yaml_parser_delete(&parser);
	return ok;
}

bool
gp_style_read(const char *path, struct gp_str yaml, struct gp_style *out,
              struct gp_err *e)
{
	struct gp_err own = { 0 };
	struct reader r = { .path = path, .style = out, .e = &own };
	bool ok;

	memset(out, 0, sizeof *out);
	ok = load(&r, yaml);
	if (ok) {
		ok = read_sections(&r) && check_page(&r);
		yaml_document_delete(&r.doc);
	}
	if (!ok && e && e->code == GP_OK)
		*e = own;
	return ok;
}

gp_len
gp_style_measure(const struct gp_style *s)
{
	return s->width - s->left - s->right;
}

gp_len
gp_style_depth(const struct gp_style *s)
{
	gp_len depth = s->height - s->top - s->bottom;

	return s->grid ? depth / s->grid * s->grid : depth;
}

/* ---- the shape of the file ---- */

static const char *const role_names[GP_ROLE_COUNT] = {
#define GP_ROLE(role, name) [role] = (name),
#include "style/roles.def"
#undef GP_ROLE
};

static const char *const family_names[GP_FAMILY_COUNT] = {
	[GP_FAMILY_TEXT] = "text",
	[GP_FAMILY_HEADING] = "heading",
	[GP_FAMILY_CODE] = "code",
};

static const char *const align_names[3] = {
	[GP_ALIGN_LEFT] = "left",
	[GP_ALIGN_JUSTIFY] = "justify",
	[GP_ALIGN_CENTRE] = "centre",
};

static const char *const colour_names[C_COUNT] = {
	[C_TEXT] = "text", [C_MUTED] = "muted", [C_ACCENT] = "accent",
	[C_LINE] = "line", [C_LINK] = "link",
};

#define PAGE(name, member)                                             \
	{                                                              \
		name, LENGTH, offsetof(struct gp_style, member), false \
	}
static const struct field page_rows[] = {
	PAGE("width", width),
	PAGE("height", height),
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
	PAGE("rule", rule),
	PAGE("rule-gap", rule_gap),
	PAGE("bar", bar),
};

#define COLOUR_OF(name, index)                                  \
	{                                                       \
		name, COLOUR, (index) * sizeof(uint32_t), false \
	}
static const struct field colour_rows[] = {
	COLOUR_OF("text", C_TEXT),     COLOUR_OF("muted", C_MUTED),
	COLOUR_OF("accent", C_ACCENT), COLOUR_OF("line", C_LINE),
	COLOUR_OF("link", C_LINK),
};

#define VARIANT(name, variant)                                      \
	{                                                           \
		name, PATH, (variant)*GP_STYLE_PATH, (variant) != 0 \
	}
static const struct field family_rows[] = {
	VARIANT("regular", GP_REGULAR),
	VARIANT("italic", GP_ITALIC),
	VARIANT("bold", GP_BOLD),
	VARIANT("bold-italic", GP_BOLD_ITALIC),
};

#define OF_ROLE(name, type, member, optional)                                \
	{                                                                    \
		name, type, offsetof(struct gp_role_style, member), optional \
	}
static const struct field role_rows[] = {
	OF_ROLE("family", FAMILY, family, false),
	OF_ROLE("size", LENGTH, size, false),
	OF_ROLE("leading", LENGTH, leading, false),
	OF_ROLE("align", ALIGN, align, true),
	OF_ROLE("bold", FLAG, bold, true),
	OF_ROLE("italic", FLAG, italic, true),
	OF_ROLE("hyphenate", FLAG, hyphenate, true),
	OF_ROLE("keep", FLAG, keep, true),
	OF_ROLE("before", LENGTH, before, true),
	OF_ROLE("after", LENGTH, after, true),
	OF_ROLE("indent", LENGTH, indent, true),
	OF_ROLE("colour", COLOUR, colour, true),
};

#define ROWS(rows)                                    \
	{                                             \
		(rows), sizeof(rows) / sizeof *(rows) \
	}
static const struct fields page_fields = ROWS(page_rows);
static const struct fields colour_fields = ROWS(colour_rows);
static const struct fields family_fields = ROWS(family_rows);
static const struct fields role_fields = ROWS(role_rows);
