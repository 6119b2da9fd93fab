/*
 * Keys of a YAML file, from a table: which there are, what takes the value of
 * each, and into which field.  Every complaint has line and column, and for
 * an unknown key the nearest known one.  Knows no key by name.
 * Private to config/.
 */
#ifndef GP_CONFIG_YAMLKEYS_H
#define GP_CONFIG_YAMLKEYS_H

#include "config/packvalue.h"

enum { GP_MAX_KEYS = 40 }; /* of one table */

struct gp_key {
	const char *name;
	bool (*take)(struct gp_taker *t, const struct gp_yaml *v, void *field);
	size_t at;       /* of the field in its struct */
	bool takes_none; /* `~` and null mean something */
};

struct gp_keys {
	const char *of; /* "" for the whole file */
	const struct gp_key *rows;
	size_t n;
};

/* The value of `key`, or NULL. */
const struct gp_yaml *
gp_yaml_child(const struct gp_yaml *map, const char *key);

/* Every child of `map` into the field of `object` that its key names. */
bool
gp_take_map(struct gp_taker *t, const struct gp_yaml *map,
            const struct gp_keys *keys, void *object);

/* False, with an error, for what is no list of at most `max` entries. */
bool
gp_need_list(struct gp_taker *t, const struct gp_yaml *v, size_t max);

/* A row of a list of maps, which must have the key `needed`. */
bool
gp_take_row(struct gp_taker *t, const struct gp_yaml *v,
            const struct gp_keys *keys, const char *needed, void *row);

#endif
