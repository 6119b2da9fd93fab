/* Objects by their numbers (ISO 32000-1, 7.5): read when they are asked for,
   once, from where the table says that they lie.  What an object is for, and
   whether the table is right, is not known here. */
#include "verify/pdf/foreign_stream.h"

enum {
	NUMBER_ROOM = 64, /* bytes in which a stream's length stands */
	UNPACK_COST = 64, /* steps for a stream, however small */
	MAX_HOPS = 16,    /* from reference to reference */
};

static void
bad_place(struct gp_pdf *p, unsigned number)
{
	gp_pdf_found(p, GP_CHECK_PDF_XREF, number,
	             "the object is not where the cross-reference table says");
}

static void
bad_object(struct gp_pdf *p, unsigned number)
{
	gp_pdf_found(p, GP_CHECK_PDF_OBJECT, number, "the object is malformed");
}

/* ---- objects that lie in the file ---- */

/* A length may stand elsewhere; only as a plain number and nothing before it,
   so that this asks for no stream and reads no further. */
static bool
length_of(struct gp_pdf *p, struct gp_pdf_value *dict, size_t *length)
{
	struct gp_pdf_value *v = gp_pdf_raw(p, dict, "Length");
	const struct gp_pdf_row *row = gp_pdf_row_of(p, gp_pdf_ref(v));
	struct gp_pdf_lexer l = { .in = p->in };
	int64_t n = gp_pdf_int(v);
	size_t ignored;

	*length = n >= 0 ? (size_t)n : 0;
	if (n >= 0 || !gp_pdf_ref(v))
		return n >= 0;
	if (!row || row->kind != GP_PDF_PLAIN)
		return false;
	l.text = gp_str_sub(p->bytes, row->offset, row->offset + NUMBER_ROOM);
	return gp_pdf_take_number(&l, SIZE_MAX, &ignored) &&
	       gp_pdf_take_number(&l, SIZE_MAX, &ignored) &&
	       gp_pdf_take_word(&l, "obj") &&
	       gp_pdf_take_number(&l, SIZE_MAX, length);
}

/* The bytes of the stream whose keyword ends here (7.3.8). */
static bool
read_stream(struct gp_pdf *p, struct gp_pdf_lexer *l, struct gp_pdf_value *v)
{
	struct gp_pdf_extra *extra = gp_pdf_extra(p->in->arena, v);
	size_t length;

	if (l->at < l->text.n && l->text.p[l->at] == '\r')
		l->at++;
	if (l->at < l->text.n && l->text.p[l->at] == '\n')
		l->at++;
	if (!extra || !length_of(p, v, &length) || length > l->text.n - l->at)
		return false;
	extra->stream = (struct gp_str){ l->text.p + l->at, length };
	l->at += length;
	return gp_pdf_take_word(l, "endstream");
}

/* What follows "obj": a value, perhaps a stream, "endobj". */
static struct gp_pdf_value *
read_body(struct gp_pdf *p, struct gp_pdf_lexer *l, unsigned number)
{
	struct gp_pdf_value *v = gp_pdf_parse(l);
	struct gp_str word = { NULL, 0 };

	if (v)
		word = gp_pdf_token(l);
	if (gp_tokens_is(word, "stream")) {
		if (!gp_pdf_is_dict(v) || !read_stream(p, l, v))
			gp_pdf_found(p, GP_CHECK_PDF_STREAM, number,
			             "the stream is not as long as it says");
		else
			word = gp_pdf_token(l);
	}
	if (!gp_tokens_is(word, "endobj"))
		bad_object(p, number);
	if (v)
		v->number = number;
	return v;
}

/* What follows the object's number: "0 obj" and its body. */
static struct gp_pdf_value *
read_plain(struct gp_pdf *p, struct gp_pdf_lexer *l, unsigned number)
{
	size_t generation;

	if (gp_pdf_take_number(l, SIZE_MAX, &generation) &&
	    gp_pdf_take_word(l, "obj"))
		return read_body(p, l, number);
	bad_place(p, number);
	return NULL;
}

struct gp_pdf_value *
gp_pdf_object_at(struct gp_pdf *p, size_t at)
{
	struct gp_pdf_lexer l = { p->in, p->bytes, at };
	size_t number;

	if (!gp_pdf_take_number(&l, GP_MAX_PDF_OBJECTS, &number))
		return NULL;
	return read_plain(p, &l, (unsigned)number);
}

static void
read_at(struct gp_pdf *p, unsigned number, struct gp_pdf_row *row)
{
	struct gp_pdf_lexer l = { p->in, p->bytes, row->offset };
	size_t found;

	if (row->offset < p->bytes.n &&
	    gp_pdf_take_number(&l, GP_MAX_PDF_OBJECTS, &found) &&
	    found == number)
		row->value = read_plain(p, &l, number);
	else
		bad_place(p, number);
}

/* ---- objects in object streams (7.5.7) ---- */

/* The object that the stream has at `body`, if the table says so too. */
static void
read_one(struct gp_pdf *p, unsigned stream, size_t number,
         struct gp_pdf_lexer *body)
{
	struct gp_pdf_row *row = number < p->n_rows ? &p->rows[number] : NULL;

	if (!row || row->kind != GP_PDF_PACKED || row->in != stream ||
	    row->read || body->at >= body->text.n)
		return;
	row->read = true;
	row->value = gp_pdf_parse(body);
	if (row->value)
		row->value->number = (unsigned)number;
}

static void
read_packed(struct gp_pdf *p, unsigned stream, struct gp_str data,
            int64_t count, size_t first)
{
	struct gp_pdf_lexer head = { p->in, data, 0 }, body = head;
	size_t number, offset;

	for (; count > 0; count--) {
		if (!gp_pdf_take_number(&head, SIZE_MAX, &number) ||
		    !gp_pdf_take_number(&head, SIZE_MAX / 2, &offset))
			return;
		body.at = first + offset;
		read_one(p, stream, number, &body);
	}
}

static void
unpack_objects(struct gp_pdf *p, unsigned stream)
{
	struct gp_buf data = { .max = GP_MAX_CHECKED_STREAM };
	struct gp_pdf_value *dict = gp_pdf_object(p, stream);
	int64_t count = gp_pdf_int(gp_pdf_raw(p, dict, "N"));
	int64_t first = gp_pdf_int(gp_pdf_raw(p, dict, "First"));

	if (dict && count >= 0 && first >= 0 && gp_pdf_unpack(p, dict, &data))
		read_packed(p, stream, gp_arena_buf(p->in->arena, &data), count,
		            (size_t)first);
	gp_buf_free(&data);
}

/* Its filter may lie in another object stream, and the filter of that one
   too.  Sane files have none such; foreign ones go on without end. */
static void
open_stream(struct gp_pdf *p, unsigned stream)
{
	struct gp_pdf_row *row = gp_pdf_row_of(p, stream);

	if (!row || row->kind != GP_PDF_PLAIN || row->opened)
		return;
	row->opened = true;
	if (p->nested == GP_MAX_PDF_NESTED) {
		gp_pdf_found(p, GP_CHECK_PDF_STREAM, stream,
		             "object streams need each other to be unpacked");
		return;
	}
	p->nested++;
	unpack_objects(p, stream);
	p->nested--;
}

static void
read_from_stream(struct gp_pdf *p, unsigned number, struct gp_pdf_row *row)
{
	open_stream(p, row->in);
	if (!row->read)
		gp_pdf_found(p, GP_CHECK_PDF_XREF, number,
		             "the object is not in its object stream");
	else if (!row->value)
		bad_object(p, number);
	row->read = true;
}

struct gp_pdf_value *
gp_pdf_object(struct gp_pdf *p, int64_t number)
{
	struct gp_pdf_row *row;

	if (number <= 0 || (uint64_t)number >= p->n_rows)
		return NULL;
	row = &p->rows[number];
	if (row->read || row->kind == GP_PDF_FREE)
		return row->value;
	if (row->kind == GP_PDF_PACKED) {
		read_from_stream(p, (unsigned)number, row);
	} else {
		row->read = true;
		read_at(p, (unsigned)number, row);
	}
	return row->value;
}

/* ---- streams and references, which need each other ---- */

static int64_t
parameter(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key,
          int64_t otherwise)
{
	int64_t n = gp_pdf_int(gp_pdf_find(p, dict, key));

	return n >= 0 ? n : otherwise;
}

/* The only one, or the first of an array; NULL: none. */
static struct gp_pdf_value *
single(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	struct gp_pdf_value *found = gp_pdf_find(p, dict, key);

	return gp_pdf_is_array(found) ? gp_pdf_follow(p, gp_pdf_items(found))
	                              : found;
}

static bool
undo_flate(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	struct gp_pdf_value *dict = single(p, v, "DecodeParms");
	struct gp_pdf_predictor how = {
		.kind = parameter(p, dict, "Predictor", 1),
		.colours = parameter(p, dict, "Colors", 1),
		.bits = parameter(p, dict, "BitsPerComponent", 8),
		.columns = parameter(p, dict, "Columns", 1),
	};

	return gp_pdf_inflate(p, gp_pdf_stream(v), &how, out);
}

static bool
undo(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	struct gp_pdf_value *filter = single(p, v, "Filter");
	struct gp_str raw = gp_pdf_stream(v);

	if (gp_pdf_is_name(filter, "FlateDecode"))
		return undo_flate(p, v, out);
	if (!filter && gp_pdf_raw(p, v, "Filter"))
		return false;
	gp_buf_str(out, raw);
	return gp_pdf_count(p, raw.n);
}

/* What came out of a stream for the first time, and is more than went in, is
   as if the file were larger. */
static bool
account(struct gp_pdf *p, struct gp_pdf_value *v, size_t size)
{
	struct gp_pdf_extra *extra = v->as.items.extra;

	if (extra->unpacked || size <= extra->stream.n)
		return gp_spend(p->in, size);
	extra->unpacked = true;
	gp_allow(p->in, GP_MAX_CHECK_STEPS_UNPACKED * size);
	return true;
}

bool
gp_pdf_unpack(struct gp_pdf *p, struct gp_pdf_value *v, struct gp_buf *out)
{
	size_t before = out->len;

	if (!gp_pdf_stream(v).p || v->as.items.extra->broken ||
	    !gp_spend(p->in, UNPACK_COST))
		return false;
	if (undo(p, v, out) && gp_buf_ok(out, p->in->err))
		return account(p, v, out->len - before);
	v->as.items.extra->broken = true;
	if (p->in->err->code == GP_OK)
		gp_pdf_found(p, GP_CHECK_PDF_STREAM, v->number,
		             "the stream cannot be unpacked");
	return false;
}

struct gp_pdf_value *
gp_pdf_follow(struct gp_pdf *p, struct gp_pdf_value *v)
{
	int hops = 0;

	while (v && v->type == GP_PDF_REF && hops++ < MAX_HOPS)
		v = gp_spend(p->in, 1) ? gp_pdf_object(p, v->as.integer) : NULL;
	return v && (v->type == GP_PDF_REF || v->type == GP_PDF_NULL) ? NULL
	                                                              : v;
}

struct gp_pdf_value *
gp_pdf_find(struct gp_pdf *p, struct gp_pdf_value *dict, const char *key)
{
	return gp_pdf_follow(p, gp_pdf_raw(p, dict, key));
}

struct gp_pdf_value *
gp_pdf_named(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str key)
{
	return gp_pdf_follow(p, gp_pdf_entry(p, dict, key));
}
