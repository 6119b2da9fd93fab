/*
 * A YAML text as a small tree, by libyaml's event parser.  One document;
 * no anchors, aliases or tags, so that a short file cannot stand for a long
 * one; depth and size have limits.  Every node knows its line and column.
 * This module does not know which keys a file may have.
 */
#ifndef GP_CONFIG_YAMLTREE_H
#define GP_CONFIG_YAMLTREE_H

#include "base/arena.h"

enum gp_yaml_kind {
	GP_YAML_EMPTY, /* nothing, `~` or `null` */
	GP_YAML_TEXT,
	GP_YAML_LIST,
	GP_YAML_MAP,
};

struct gp_yaml {
	enum gp_yaml_kind kind;
	const char *path;      /* of its file, the caller's */
	unsigned line, column; /* from 1, in characters */
	struct gp_str text;    /* text: its value, ends in NUL */
	struct gp_str key;     /* child of a map: its key, ends in NUL */
	unsigned key_line, key_column;
	struct gp_yaml *first, *next; /* children of a list or map */
	size_t count;                 /* how many */
};

/* The tree of `text`, in `a`; *root is NULL when the text holds nothing but
   blanks and comments.  Texts hold no control characters but TAB and LF and
   nothing that XML forbids.  `path` is for messages.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_yaml_parse(struct gp_arena *a, const char *path, struct gp_str text,
              struct gp_yaml **root, struct gp_err *e);

/* "text", "a list", "a group of keys" or "nothing", for messages. */
const char *
gp_yaml_what(const struct gp_yaml *node);

#endif
