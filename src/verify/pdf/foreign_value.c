/* Looking into values: what one is, and what a key of it holds.  A dictionary
   too large to be searched each time gets an index when it is first asked.
   No reference is followed here. */
#include "verify/pdf/foreign_pdf.h"

enum {
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

struct gp_pdf_value *
gp_pdf_entry(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key)
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
	return gp_pdf_entry(p, dict, gp_str(key));
}
