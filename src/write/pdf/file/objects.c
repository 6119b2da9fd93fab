/* Objects gathered, many at a time, into deflated streams, large ones
   written plain, and at the end a table of where each of them went and an
   identifier made of the bytes.  It knows the syntax round an object, not
   what is in it. */
#include "write/pdf/file/objects.h"

#include "base/hash.h"
#include "base/vec.h"
#include "write/pdf/file/values.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { ID_BYTES = 16, TABLE_WIDTH = 6 };

enum object_kind { FREE, PLAIN, PACKED };

struct gp_object_row {
	uint32_t where; /* PLAIN: offset; PACKED: number of the stream */
	uint8_t index;  /* PACKED: place in the stream */
	uint8_t kind;
};

_Static_assert(GP_OBJECTS_TOGETHER <= 256, "an index is one byte");

void
gp_objects_open(struct gp_objects *o, struct gp_arena *arena,
                struct gp_buf *out)
{
	*o = (struct gp_objects){ .arena = arena, .out = out };
	o->deflater = libdeflate_alloc_compressor(GP_OBJECTS_LEVEL);
	o->failed = !o->deflater;
	(void)gp_obj_new(o, 1);
	/* Four bytes that are no text (7.5.2). */
	gp_buf_puts(out, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");
}

void
gp_objects_close(struct gp_objects *o)
{
	libdeflate_free_compressor(o->deflater);
	gp_buf_free(&o->heads);
	gp_buf_free(&o->bodies);
	free(o->room);
	o->deflater = NULL;
	o->room = NULL;
}

uint32_t
gp_obj_new(struct gp_objects *o, size_t count)
{
	size_t first = o->n_rows;

	while (count--) {
		struct gp_object_row *row =
			GP_VEC_ADD(o->arena, o->rows, o->n_rows, o->cap_rows);

		if (!row)
			return 0;
		*row = (struct gp_object_row){ .kind = FREE };
	}
	return (uint32_t)first;
}

static void
place_object(struct gp_objects *o, uint32_t number, enum object_kind kind,
             size_t where, size_t index)
{
	/* Offsets have four bytes in the table. */
	if (where > UINT32_MAX)
		o->out->failed = GP_LIMIT;
	else if (number < o->n_rows)
		o->rows[number] = (struct gp_object_row){
			.where = (uint32_t)where,
			.index = (uint8_t)index,
			.kind = (uint8_t)kind,
		};
}

/* ---- streams ---- */

void
gp_obj_stream(struct gp_objects *o, uint32_t number, struct gp_str entries,
              struct gp_str data)
{
	place_object(o, number, PLAIN, o->out->len, 0);
	gp_put_int(o->out, "", number);
	gp_buf_puts(o->out, " 0 obj\n<<");
	gp_buf_str(o->out, entries);
	gp_put_int(o->out, "/Length ", (long long)data.n);
	gp_buf_puts(o->out, ">>\nstream\n");
	gp_buf_str(o->out, data);
	gp_buf_puts(o->out, "\nendstream\nendobj\n");
}

/* The bytes deflated, good until the next call. */
static struct gp_str
deflated(struct gp_objects *o, struct gp_str data)
{
	size_t bound, size;

	if (o->failed)
		return (struct gp_str){ NULL, 0 };
	bound = libdeflate_zlib_compress_bound(o->deflater, data.n);
	if (bound > o->cap) {
		free(o->room);
		o->room = malloc(bound);
		o->cap = o->room ? bound : 0;
	}
	size = o->room ? libdeflate_zlib_compress(o->deflater, data.p, data.n,
	                                          o->room, o->cap)
	               : 0;
	o->failed = size == 0;
	return (struct gp_str){ o->room, size };
}

void
gp_obj_deflated(struct gp_objects *o, uint32_t number, struct gp_str entries,
                struct gp_str data)
{
	struct gp_buf all = { .max = 0 };

	gp_buf_str(&all, entries);
	gp_buf_puts(&all, "/Filter/FlateDecode");
	gp_obj_stream(o, number, gp_buf_view(&all), deflated(o, data));
	gp_buf_inherit(o->out, &all);
	gp_buf_free(&all);
}

/* ---- objects in streams ---- */

static void
flush(struct gp_objects *o)
{
	struct gp_buf entries = { .max = 0 };
	uint32_t number;
	size_t i;

	if (o->n_waiting == 0)
		return;
	number = gp_obj_new(o, 1);
	for (i = 0; i < o->n_waiting; i++)
		place_object(o, o->waiting[i], PACKED, number, i);
	gp_put_int(&entries, "/Type/ObjStm/N ", (long long)o->n_waiting);
	gp_put_int(&entries, "/First ", (long long)o->heads.len);
	gp_buf_str(&o->heads, gp_buf_view(&o->bodies));
	gp_obj_deflated(o, number, gp_buf_view(&entries),
	                gp_buf_view(&o->heads));
	gp_buf_inherit(o->out, &entries);
	gp_buf_inherit(o->out, &o->heads);
	gp_buf_inherit(o->out, &o->bodies);
	gp_buf_free(&entries);
	gp_buf_clear(&o->heads);
	gp_buf_clear(&o->bodies);
	o->n_waiting = 0;
}

struct gp_buf *
gp_obj_begin(struct gp_objects *o, uint32_t number)
{
	if (o->n_waiting == GP_OBJECTS_TOGETHER)
		flush(o);
	gp_put_int(&o->heads, "", number);
	gp_put_int(&o->heads, " ", (long long)o->bodies.len);
	gp_buf_putc(&o->heads, ' ');
	o->waiting[o->n_waiting++] = number;
	return &o->bodies;
}

void
gp_obj_end(struct gp_objects *o)
{
	gp_buf_putc(&o->bodies, '\n');
}

/* ---- the end of the file ---- */

static void
put_table(const struct gp_objects *o, struct gp_buf *b)
{
	size_t i;

	for (i = 0; i < o->n_rows; i++) {
		const struct gp_object_row *row = &o->rows[i];
		char bytes[TABLE_WIDTH] = { (char)row->kind,
			                    (char)(row->where >> 24 & 0xFF),
			                    (char)(row->where >> 16 & 0xFF),
			                    (char)(row->where >> 8 & 0xFF),
			                    (char)(row->where & 0xFF),
			                    (char)row->index };

		gp_buf_put(b, bytes, sizeof bytes);
	}
}

/* Of all bytes before it, so that another file has another (14.4). */
static void
put_id(const struct gp_objects *o, struct gp_buf *b)
{
	char hex[GP_SHA256_HEX];
	int i;

	gp_sha256_hex(o->out->data, o->out->len, hex);
	gp_buf_puts(b, "/ID[");
	for (i = 0; i < 2; i++) {
		gp_buf_putc(b, '<');
		gp_buf_put(b, hex, (size_t)2 * ID_BYTES);
		gp_buf_putc(b, '>');
	}
	gp_buf_putc(b, ']');
}

bool
gp_objects_finish(struct gp_objects *o, uint32_t root, uint32_t info,
                  struct gp_err *e)
{
	struct gp_buf entries = { .max = 0 }, table = { .max = 0 };
	uint32_t number;
	size_t at;

	flush(o);
	number = gp_obj_new(o, 1);
	at = o->out->len;
	place_object(o, number, PLAIN, at, 0);
	gp_put_int(&entries, "/Type/XRef/W[1 4 1]/Size ", (long long)o->n_rows);
	gp_put_ref(&entries, "/Root ", root);
	gp_put_ref(&entries, "/Info ", info);
	if (o->out->data)
		put_id(o, &entries);
	put_table(o, &table);
	gp_obj_deflated(o, number, gp_buf_view(&entries), gp_buf_view(&table));
	gp_put_int(o->out, "startxref\n", (long long)at);
	gp_buf_puts(o->out, "\n%%EOF\n");
	gp_buf_inherit(o->out, &entries);
	gp_buf_inherit(o->out, &table);
	gp_buf_free(&entries);
	gp_buf_free(&table);
	if (o->failed)
		return gp_fail(e, GP_NOMEM, "out of memory");
	return gp_arena_ok(o->arena, e) && gp_buf_ok(o->out, e);
}
