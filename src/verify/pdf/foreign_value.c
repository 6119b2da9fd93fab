/* Looking into objects: what a value is, what a key leads to, and the trees
   of names and numbers.  A dictionary too large to be searched each time
   gets an index when it is first asked.  Nothing is read from the file but
   by the number of its object. */
#include "verify/pdf/foreign_pdf.h"

enum {
	MAX_HOPS = 16,
	LARGE = 32,    /* entries, from which on there is an index */
	LOOK_COST = 4, /* steps of asking the index */
};

/* ---- findings ---- */

void
gp_pdf_found(struct gp_pdf *p, enum gp_check_id id, unsigned number,
             const char *fmt, ...)
{
	char place[32];
	va_list args;

	gp_format(place, sizeof place, "object %u 0", number);
	va_start(args, fmt);
	gp_vfound(p->in, id, place, 0, fmt, args);
	va_end(args);
}

struct gp_str
gp_pdf_key(const int64_t *n)
{
	return (struct gp_str){ (const char *)n, sizeof *n };
}

/* ---- what it is ---- */

static bool
is(const struct gp_pdf_value *v, enum gp_pdf_type type)
{
	return v && v->type == type;
}

bool
gp_pdf_is_array(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_ARRAY);
}

bool
gp_pdf_is_dict(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_DICT);
}

bool
gp_pdf_is_string(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_STRING);
}

struct gp_str
gp_pdf_name(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_NAME) ? v->as.text : (struct gp_str){ NULL, 0 };
}

struct gp_str
gp_pdf_string(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_STRING) ? v->as.text : (struct gp_str){ NULL, 0 };
}

bool
gp_pdf_is_name(const struct gp_pdf_value *v, const char *name)
{
	return is(v, GP_PDF_NAME) && gp_str_eq(v->as.text, gp_str(name));
}

int64_t
gp_pdf_int(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_INT) && v->as.integer >= 0 ? v->as.integer : -1;
}

unsigned
gp_pdf_ref(const struct gp_pdf_value *v)
{
	return is(v, GP_PDF_REF) && v->as.integer > 0 &&
	                       v->as.integer < (int64_t)GP_MAX_PDF_OBJECTS
	               ? (unsigned)v->as.integer
	               : 0;
}

bool
gp_pdf_first_look(struct gp_pdf_value *v)
{
	if (!v || v->looked)
		return false;
	v->looked = true;
	return true;
}

/* ---- where it leads ---- */

struct gp_pdf_row *
gp_pdf_row_of(struct gp_pdf *p, unsigned number)
{
	return number < p->n_rows ? &p->rows[number] : NULL;
}

struct gp_pdf_value *
gp_pdf_follow(struct gp_pdf *p, struct gp_pdf_value *v)
{
	int hops = 0;

	while (is(v, GP_PDF_REF) && hops++ < MAX_HOPS)
		v = gp_spend(p->in, 1) ? gp_pdf_object(p, v->as.integer) : NULL;
	return is(v, GP_PDF_REF) || is(v, GP_PDF_NULL) ? NULL : v;
}

struct gp_pdf_value *
gp_pdf_next(struct gp_pdf *p, const struct gp_pdf_value *item)
{
	return gp_spend(p->in, 1) ? item->next : NULL;
}

/* The first entry of a key counts. */
static struct gp_map *
index_of(struct gp_pdf *p, struct gp_pdf_value *dict)
{
	struct gp_pdf_extra *extra = gp_pdf_extra(p->in->arena, dict);
	struct gp_pdf_value *v;

	if (!extra || extra->indexed)
		return extra ? &extra->keys : NULL;
	extra->indexed = true;
	extra->keys.arena = p->in->arena;
	for (v = dict->as.items.first; v; v = gp_pdf_next(p, v))
		if (!gp_map_find(&extra->keys, v->key))
			gp_map_put(&extra->keys, v->key, v);
	return &extra->keys;
}

static struct gp_pdf_value *
entry_of(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key)
{
	struct gp_pdf_value *v =
		gp_pdf_is_dict(dict) ? gp_pdf_items(dict) : NULL;
	struct gp_map *index;
	unsigned passed = 0;

	while (v && !gp_str_eq(v->key, key) && passed++ < LARGE)
		v = v->next;
	if (!gp_spend(p->in, LOOK_COST))
		return NULL;
	if (passed <= LARGE)
		return v;
	index = gp_spend(p->in, key.n) ? index_of(p, dict) : NULL;
	return index ? gp_map_find(index, key) : NULL;
}

struct gp_pdf_value *
gp_pdf_raw(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	return entry_of(p, dict, gp_str(key));
}

struct gp_pdf_value *
gp_pdf_find(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	return gp_pdf_follow(p, gp_pdf_raw(p, dict, key));
}

struct gp_pdf_value *
gp_pdf_named(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key)
{
	return gp_pdf_follow(p, entry_of(p, dict, key));
}

/* ---- trees ---- */

static void
take_leaves(struct gp_pdf *p, struct gp_pdf_value *list, gp_pdf_taker *take)
{
	struct gp_pdf_value *key, *value;

	key = gp_pdf_first_look(list) ? gp_pdf_items(list) : NULL;
	for (; key; key = gp_pdf_next(p, value)) {
		value = gp_pdf_next(p, key);
		if (!value)
			return;
		take(p, key, value);
	}
}

/* Leaves of a node, and the first of its kids: NULL when it has none, or when
   they were walked. */
static struct gp_pdf_value *
enter_node(struct gp_pdf *p, struct gp_pdf_value *node, const char *leaves,
           gp_pdf_taker *take)
{
	struct gp_pdf_value *kids = gp_pdf_find(p, node, "Kids");

	take_leaves(p, gp_pdf_find(p, node, leaves), take);
	return gp_pdf_first_look(kids) ? gp_pdf_items(kids) : NULL;
}

void
gp_pdf_each_pair(struct gp_pdf *p, struct gp_pdf_value *root,
                 const char *leaves, gp_pdf_taker *take)
{
	struct gp_pdf_value *path[GP_MAX_PDF_TREE], *kid;
	size_t depth = 0;

	path[depth++] = enter_node(p, root, leaves, take);
	while (depth > 0) {
		kid = path[depth - 1];
		if (!kid) {
			depth--;
			continue;
		}
		path[depth - 1] = gp_pdf_next(p, kid);
		kid = enter_node(p, gp_pdf_follow(p, kid), leaves, take);
		if (kid && depth < GP_MAX_PDF_TREE)
			path[depth++] = kid;
	}
}
