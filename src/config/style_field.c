/* The values of a style file by type (lengths, colours, paths, names of one
   list) and mappings walked along a table of keys: unknown ones, missing
   ones and those given twice are errors with their place.  Which keys a
   section has, and whether the values go together, is not known here. */
#include "config/style_field.h"

#include <stdio.h>
#include <string.h>

enum { NEAR = 3 };

static const char *const paper_names[] = {
#define GP_PAPER(name, width, height) (name),
#include "config/papers.def"
#undef GP_PAPER
};

enum { PAPER_COUNT = sizeof paper_names / sizeof *paper_names };

static const char *const align_names[3];
static const char *const emphasis_names[2];
static const char *const opener_names[2];

bool
gp_field_fail(const struct gp_style_reader *r, const yaml_node_t *n,
              const char *what, struct gp_str about)
{
	return gp_fail_at(r->e, GP_SYNTAX, r->path,
	                  (unsigned)n->start_mark.line + 1,
	                  (unsigned)n->start_mark.column + 1, "%s: \"%.*s\"",
	                  what, GP_ARG(gp_str_sub(about, 0, 80)));
}

struct gp_str
gp_field_text(const yaml_node_t *n)
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
fail_name(const struct gp_style_reader *r, const yaml_node_t *n,
          const char *const *names, size_t count)
{
	struct gp_str given = gp_field_text(n);
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
	return gp_field_fail(r, n, text, given);
}

/* ---- values ---- */

static bool
read_length(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	if (!gp_len_parse(gp_field_text(n), to))
		return gp_field_fail(r, n,
		                     "not a length such as 10.5pt or 22mm",
		                     gp_field_text(n));
	return true;
}

static bool
read_colour(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	size_t i =
		find_name(gp_palette_names, GP_PALETTE_COUNT, gp_field_text(n));
	uint32_t *colour = to;

	if (i < GP_PALETTE_COUNT)
		*colour = r->palette[i];
	else if (!gp_colour_parse(gp_field_text(n), colour))
		return gp_field_fail(r, n, "not a colour such as #1b2a3c",
		                     gp_field_text(n));
	return true;
}

/* Paths stay inside the data folder. */
bool
gp_field_path(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	struct gp_str s = gp_field_text(n);

	if (s.n == 0 || s.n >= GP_STYLE_PATH || s.p[0] == '/' ||
	    gp_str_find(s, GP_STR(".."), 0) < s.n || memchr(s.p, '\0', s.n))
		return gp_field_fail(r, n, "not a path inside the data folder",
		                     s);
	memcpy(to, s.p, s.n);
	((char *)to)[s.n] = '\0';
	return true;
}

static bool
read_flag(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	bool yes = gp_str_eq(gp_field_text(n), GP_STR("true"));

	if (!yes && !gp_str_eq(gp_field_text(n), GP_STR("false")))
		return gp_field_fail(r, n, "not true or false",
		                     gp_field_text(n));
	*(bool *)to = yes;
	return true;
}

static bool
read_align(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(align_names, 3, gp_field_text(n));

	if (i == 3)
		return fail_name(r, n, align_names, 3);
	*(enum gp_align *)to = (enum gp_align)i;
	return true;
}

static bool
read_family(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	size_t i =
		find_name(gp_family_names, GP_FAMILY_COUNT, gp_field_text(n));

	if (i == GP_FAMILY_COUNT)
		return fail_name(r, n, gp_family_names, GP_FAMILY_COUNT);
	*(enum gp_family *)to = (enum gp_family)i;
	return true;
}

static bool
read_emphasis(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(emphasis_names, 2, gp_field_text(n));

	if (i == 2)
		return fail_name(r, n, emphasis_names, 2);
	*(enum gp_emphasis *)to = (enum gp_emphasis)i;
	return true;
}

static bool
read_openers(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	size_t i = find_name(opener_names, 2, gp_field_text(n));

	if (i == 2)
		return fail_name(r, n, opener_names, 2);
	*(enum gp_openers *)to = (enum gp_openers)i;
	return true;
}

/* The sheet is that of the whole style.  Margins that were given for another
   one in a base are meant to be given anew beside it. */
static bool
read_paper(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	if (!gp_style_paper(to, gp_field_text(n)))
		return fail_name(r, n, paper_names, PAPER_COUNT);
	return true;
}

static bool
read_columns(struct gp_style_reader *r, const yaml_node_t *n, void *to)
{
	struct gp_str s = gp_field_text(n);

	if (s.n != 1 || s.p[0] < '1' || s.p[0] > '0' + GP_MAX_COLUMNS)
		return gp_field_fail(r, n, "not a number of columns, 1 to 4",
		                     s);
	*(unsigned *)to = (unsigned)(s.p[0] - '0');
	return true;
}

/* ---- mappings ---- */

/* The pairs of a mapping, or NULL after an error. */
const yaml_node_t *
gp_field_map(struct gp_style_reader *r, int index)
{
	const yaml_node_t *n = yaml_document_get_node(r->doc, index);

	if (n && n->type == YAML_MAPPING_NODE)
		return n;
	if (n)
		(void)gp_field_fail(r, n,
		                    "a mapping (key: value) is wanted here",
		                    gp_field_text(n));
	return NULL;
}

/* The value of `name`; 0 and an error when missing or given twice. */
int
gp_field_find(struct gp_style_reader *r, const yaml_node_t *map,
              const char *name, bool optional)
{
	const yaml_node_pair_t *p;
	int found = 0;

	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key = yaml_document_get_node(r->doc, p->key);

		if (!gp_str_eq(gp_field_text(key), gp_str(name)))
			continue;
		if (found) {
			(void)gp_field_fail(r, key, "given twice",
			                    gp_field_text(key));
			return 0;
		}
		found = p->value;
	}
	if (!found && !optional)
		(void)gp_field_fail(r, map, "this key is missing here",
		                    gp_str(name));
	return found;
}

/* Every key of `map` is one of `names`. */
bool
gp_field_check(struct gp_style_reader *r, const yaml_node_t *map,
               const char *const *names, size_t count)
{
	const yaml_node_pair_t *p;

	for (p = map->data.mapping.pairs.start; p < map->data.mapping.pairs.top;
	     p++) {
		const yaml_node_t *key = yaml_document_get_node(r->doc, p->key);

		if (find_name(names, count, gp_field_text(key)) == count)
			return fail_name(r, key, names, count);
	}
	return true;
}

static bool
read_value(struct gp_style_reader *r, enum gp_field_type type,
           const yaml_node_t *n, void *to)
{
	static bool (*const readers[])(struct gp_style_reader *,
	                               const yaml_node_t *, void *) = {
		[GP_FIELD_LENGTH] = read_length,
		[GP_FIELD_COLOUR] = read_colour,
		[GP_FIELD_PATH] = gp_field_path,
		[GP_FIELD_FLAG] = read_flag,
		[GP_FIELD_ALIGN] = read_align,
		[GP_FIELD_FAMILY] = read_family,
		[GP_FIELD_PAPER] = read_paper,
		[GP_FIELD_COLUMNS] = read_columns,
		[GP_FIELD_EMPHASIS] = read_emphasis,
		[GP_FIELD_OPENERS] = read_openers,
	};

	return readers[type](r, n, to);
}

enum { MOST_FIELDS = 24 };

bool
gp_field_read(struct gp_style_reader *r, int index, const struct gp_fields *f,
              void *base)
{
	const yaml_node_t *map = gp_field_map(r, index);
	const char *names[MOST_FIELDS];
	size_t i;

	if (!map)
		return false;
	for (i = 0; i < f->count; i++)
		names[i] = f->rows[i].name;
	if (!gp_field_check(r, map, names, f->count))
		return false;
	for (i = 0; i < f->count; i++) {
		const struct gp_field_row *row = &f->rows[i];
		int value = gp_field_find(r, map, row->name,
		                          row->optional || !r->base);

		if (value && !read_value(r, row->type,
		                         yaml_document_get_node(r->doc, value),
		                         (char *)base + row->at))
			return false;
		if (r->e->code != GP_OK)
			return false;
	}
	return true;
}

/* ---- names ---- */

const char *const gp_family_names[GP_FAMILY_COUNT] = {
	[GP_FAMILY_TEXT] = "text",
	[GP_FAMILY_HEADING] = "heading",
	[GP_FAMILY_CODE] = "code",
};

const char *const gp_palette_names[GP_PALETTE_COUNT] = {
	[GP_PALETTE_TEXT] = "text",     [GP_PALETTE_MUTED] = "muted",
	[GP_PALETTE_ACCENT] = "accent", [GP_PALETTE_LINE] = "line",
	[GP_PALETTE_LINK] = "link",
};

static const char *const align_names[3] = {
	[GP_ALIGN_LEFT] = "left",
	[GP_ALIGN_JUSTIFY] = "justify",
	[GP_ALIGN_CENTRE] = "centre",
};

static const char *const emphasis_names[2] = { "italic", "bold" };

static const char *const opener_names[2] = { "page", "run-on" };
