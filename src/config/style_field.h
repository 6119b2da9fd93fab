/*
 * What the files that read a style share: a YAML mapping walked along a table
 * of its keys, and the values that have a type.  For style_read.c alone,
 * which knows what the keys mean.
 * Private to config/.
 */
#ifndef GP_CONFIG_STYLE_FIELD_H
#define GP_CONFIG_STYLE_FIELD_H

#include "config/style.h"

#include <yaml.h>

enum gp_field_type {
	GP_FIELD_LENGTH,
	GP_FIELD_COLOUR,
	GP_FIELD_PATH,
	GP_FIELD_FLAG,
	GP_FIELD_ALIGN,
	GP_FIELD_FAMILY,
	GP_FIELD_PAPER,
	GP_FIELD_COLUMNS,
	GP_FIELD_EMPHASIS,
	GP_FIELD_OPENERS,
};

/* One key of a mapping and the member it fills. */
struct gp_field_row {
	const char *name;
	enum gp_field_type type;
	size_t at; /* offset of the member */
	bool optional;
};

struct gp_fields {
	const struct gp_field_row *rows;
	size_t count;
};

enum gp_palette_name {
	GP_PALETTE_TEXT,
	GP_PALETTE_MUTED,
	GP_PALETTE_ACCENT,
	GP_PALETTE_LINE,
	GP_PALETTE_LINK,
	GP_PALETTE_COUNT,
};

struct gp_style_reader {
	const char *path;
	yaml_document_t *doc;
	bool base; /* nothing stands under it: every key is needed */
	uint32_t palette[GP_PALETTE_COUNT];
	struct gp_style *style;
	struct gp_err *e;
};

extern const char *const gp_family_names[GP_FAMILY_COUNT];
extern const char *const gp_palette_names[GP_PALETTE_COUNT];

/* Records GP_SYNTAX at the node's place; always returns false. */
bool
gp_field_fail(const struct gp_style_reader *r, const yaml_node_t *n,
              const char *what, struct gp_str about);

/* The text of a scalar; "" for anything else. */
struct gp_str
gp_field_text(const yaml_node_t *n);

/* The node as a mapping, or NULL after an error. */
const yaml_node_t *
gp_field_map(struct gp_style_reader *r, int index);

/* The value of `name`; 0 when it is missing, with an error when that is one,
   or given twice. */
int
gp_field_find(struct gp_style_reader *r, const yaml_node_t *map,
              const char *name, bool optional);

/* Every key of `map` is one of `names`. */
bool
gp_field_check(struct gp_style_reader *r, const yaml_node_t *map,
               const char *const *names, size_t count);

/* A path inside the data folder, to char[GP_STYLE_PATH]. */
bool
gp_field_path(struct gp_style_reader *r, const yaml_node_t *n, void *to);

/* Fills the members of the struct at `to` that the mapping names. */
bool
gp_field_read(struct gp_style_reader *r, int index, const struct gp_fields *f,
              void *to);

#endif
