/*
 * Data of a script as a list: its strings in their order, with the name and
 * the paragraph of each, and which of them stand together.  What they are good
 * for is not known here.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_DATA_TREE_H
#define GP_IMPORT_HTML_HTML_DATA_TREE_H

#include "base/arena.h"

#include <jansson.h>

/* A string of the data, in its order. */
struct gp_datum {
	const char *name;
	struct gp_str value;
	unsigned words; /* 0: no sentence */
	size_t part_of; /* the paragraph it is a part of, or 0: all of one */
};

/* Where it lies: an object or a list, the inner ones first. */
struct gp_data_span {
	size_t from, to; /* data in it */
};

struct gp_data {
	struct gp_arena *arena;
	struct gp_datum *data;
	size_t n_data, cap_data;
	struct gp_data_span *spans;
	size_t n_spans, cap_spans;
};

/* Lists all strings of `root`, which must outlive them; what does not fit into
   the arena is not listed, and the arena says so.  A run of a tree of text is
   named "text" whatever its string is called.  Cost: linear. */
void
gp_data_list(struct gp_data *d, json_t *root);

/* True for a string with tags that end or break a paragraph. */
bool
gp_data_is_markup(struct gp_str s);

#endif
