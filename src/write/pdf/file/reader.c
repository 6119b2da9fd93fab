/* The table of objects read first, from the end of the file; then each
   object when it is asked for, those in object streams when their stream was
   inflated.  The first fault stays, and from there on everything is empty.
   What an object means is not known here. */
#include "write/pdf/file/reader.h"

#include "base/limits.h"
#include "base/pdf/tokens.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
	TABLE_ROW = 20,      /* bytes of a row of the table (7.5.4) */
	MOST_ROWS = 1 << 23, /* 7.5.4 and annex C: what readers take */
	TAIL = 64,           /* the last bytes, which tell where the table is */
	FIRST_ROOM = 1 << 16,
	FIELDS = 3, /* of a row of a cross-reference stream */
};

enum kind { FREE, PLAIN, PACKED };

struct gp_reader_row {
	const char *p; /* PLAIN: the object; PACKED: its value, once unpacked */
	size_t n;      /* what there is from `p` on */
	uint32_t box;  /* PACKED: the object stream */
	uint32_t index;
	enum kind kind;
};

static const struct gp_str nothing = { NULL, 0 };

/* ---- faults ---- */

static void
fail(struct gp_reader *r, enum gp_code code, const char *what)
{
	if (r->fault)
		return;
	r->fault = what;
	r->code = code;
}

void
gp_reader_fault(struct gp_reader *r, const char *what)
{
	fail(r, GP_INTERNAL, what);
}

bool
gp_reader_ok(const struct gp_reader *r, struct gp_err *e)
{
	if (!gp_arena_ok(r->arena, e))
		return false;
	if (!r->fault)
		return true;
	return gp_fail(e, r->code, "cannot read the PDF that cairo drew (%s)",
	               r->fault);
}

/* ---- objects ---- */

static bool
expect_number(struct gp_str s, size_t *at, size_t wanted)
{
	size_t number;

	return gp_tokens_number(gp_tokens_next(s, at), SIZE_MAX, &number) &&
	       number == wanted;
}

/* The value of a plain object; `*at` stands behind it. */
static struct gp_str
plain_value(struct gp_reader *r, struct gp_str all, size_t number, size_t *at)
{
	struct gp_str value;

	*at = 0;
	if (!expect_number(all, at, number) || !expect_number(all, at, 0) ||
	    !gp_tokens_is(gp_tokens_next(all, at), "obj")) {
		gp_reader_fault(r, "no object where one should be");
		return nothing;
	}
	value = gp_tokens_value(all, at);
	if (value.n == 0)
		gp_reader_fault(r, "an object without a value");
	return value;
}

static const struct gp_reader_row *
row_of(struct gp_reader *r, size_t number)
{
	if (r->fault)
		return NULL;
	if (number < r->n_rows && r->rows[number].kind != FREE &&
	    r->rows[number].p)
		return &r->rows[number];
	gp_reader_fault(r, "an object that is not there");
	return NULL;
}

struct gp_str
gp_reader_object(struct gp_reader *r, size_t number)
{
	const struct gp_reader_row *row = row_of(r, number);
	struct gp_str all, value;
	size_t at = 0;

	if (!row)
		return nothing;
	all = (struct gp_str){ row->p, row->n };
	if (row->kind == PACKED)
		return all;
	value = plain_value(r, all, number, &at);
	all = gp_tokens_next(all, &at);
	if (value.n && !gp_tokens_is(all, "endobj") &&
	    !gp_tokens_is(all, "stream")) {
		gp_reader_fault(r, "an object without an end");
		return nothing;
	}
	return value;
}

struct gp_str
gp_reader_key(struct gp_reader *r, struct gp_str dict, const char *key)
{
	struct gp_str value = gp_tokens_key(dict, key);
	size_t number;

	if (gp_tokens_reference(value, SIZE_MAX, &number))
		return gp_reader_object(r, number);
	return value;
}

size_t
gp_reader_number(struct gp_reader *r, struct gp_str dict, const char *key)
{
	size_t number;

	if (gp_tokens_reference(gp_tokens_key(dict, key), SIZE_MAX, &number))
		return number;
	gp_reader_fault(r, "no reference where one should be");
	return 0;
}

/* ---- streams ---- */

/* `all` from `at` on are `length` bytes and "endstream". */
static struct gp_str
stream_bytes(struct gp_reader *r, struct gp_str all, size_t at, size_t length)
{
	size_t end = at + length;

	if (at <= all.n && length <= all.n - at &&
	    gp_tokens_is(gp_tokens_next(all, &end), "endstream"))
		return (struct gp_str){ all.p + at, length };
	gp_reader_fault(r, "a stream that is not as long as it says");
	return nothing;
}

static struct gp_str
stream_at(struct gp_reader *r, struct gp_str all, size_t number,
          struct gp_str *dict)
{
	size_t at, length;

	*dict = plain_value(r, all, number, &at);
	if (dict->n == 0 || !gp_tokens_is(gp_tokens_next(all, &at), "stream"))
		return nothing;
	if (at < all.n && all.p[at] == '\r')
		at++;
	if (at < all.n && all.p[at] == '\n')
		at++;
	if (!gp_tokens_number(gp_reader_key(r, *dict, "/Length"), SIZE_MAX,
	                      &length)) {
		gp_reader_fault(r, "a stream without a length");
		return nothing;
	}
	return stream_bytes(r, all, at, length);
}

struct gp_str
gp_reader_stream(struct gp_reader *r, size_t number, struct gp_str *dict)
{
	const struct gp_reader_row *row = row_of(r, number);

	*dict = nothing;
	if (!row)
		return nothing;
	if (row->kind == PACKED) {
		*dict = (struct gp_str){ row->p, row->n };
		return nothing;
	}
	return stream_at(r, (struct gp_str){ row->p, row->n }, number, dict);
}

static bool
grow(struct gp_reader *r)
{
	size_t cap = r->cap ? r->cap * 2 : FIRST_ROOM;
	char *room;

	if (cap > GP_MAX_PDF_STREAM) {
		fail(r, GP_LIMIT, "a stream is too large");
		return false;
	}
	room = realloc(r->room, cap);
	if (!room) {
		fail(r, GP_NOMEM, "out of memory");
		return false;
	}
	r->room = room;
	r->cap = cap;
	return true;
}

static struct gp_str
inflate(struct gp_reader *r, struct gp_str bytes)
{
	enum libdeflate_result result = LIBDEFLATE_INSUFFICIENT_SPACE;
	size_t size = 0;

	if (!r->inflater)
		r->inflater = libdeflate_alloc_decompressor();
	if (!r->inflater) {
		fail(r, GP_NOMEM, "out of memory");
		return nothing;
	}
	if (r->cap)
		result = libdeflate_zlib_decompress(
			r->inflater, bytes.p, bytes.n, r->room, r->cap, &size);
	while (result == LIBDEFLATE_INSUFFICIENT_SPACE && grow(r))
		result = libdeflate_zlib_decompress(
			r->inflater, bytes.p, bytes.n, r->room, r->cap, &size);
	if (result == LIBDEFLATE_SUCCESS)
		return (struct gp_str){ r->room, size };
	gp_reader_fault(r, "a stream that cannot be inflated");
	return nothing;
}

struct gp_str
gp_reader_decode(struct gp_reader *r, struct gp_str dict, struct gp_str bytes)
{
	struct gp_str filter = gp_tokens_key(dict, "/Filter");

	if (r->fault)
		return nothing;
	if (gp_tokens_key(dict, "/DecodeParms").n == 0) {
		if (filter.n == 0)
			return bytes;
		if (gp_tokens_is(filter, "/FlateDecode"))
			return inflate(r, bytes);
	}
	gp_reader_fault(r, "a stream of an unknown kind");
	return nothing;
}

/* ---- the table ---- */

static bool
make_rows(struct gp_reader *r, size_t count)
{
	if (count == 0 || count > MOST_ROWS) {
		gp_reader_fault(r, "a table of no sane size");
		return false;
	}
	r->rows = gp_arena_array(r->arena, count, sizeof *r->rows);
	r->n_rows = r->rows ? count : 0;
	return r->rows != NULL;
}

static void
set_plain(struct gp_reader *r, size_t number, size_t offset)
{
	if (offset >= r->bytes.n) {
		gp_reader_fault(r, "an object behind the end");
		return;
	}
	r->rows[number].kind = PLAIN;
	r->rows[number].p = r->bytes.p + offset;
	r->rows[number].n = r->bytes.n - offset;
}

/* "0000000015 00000 n" and two bytes more. */
static void
read_row(struct gp_reader *r, size_t number, struct gp_str row)
{
	size_t offset;

	if (row.p[17] == 'f')
		return;
	if (row.p[17] == 'n' &&
	    gp_tokens_number(gp_str_sub(row, 0, 10), SIZE_MAX, &offset) &&
	    gp_tokens_is(gp_str_sub(row, 10, 17), " 00000 "))
		set_plain(r, number, offset);
	else
		gp_reader_fault(r, "a row of the table that says nothing");
}

/* `at` stands behind "xref". */
static void
read_table(struct gp_reader *r, size_t at)
{
	struct gp_str s = r->bytes;
	size_t count = 0, i;

	if (!expect_number(s, &at, 0) ||
	    !gp_tokens_number(gp_tokens_next(s, &at), MOST_ROWS, &count) ||
	    count > (s.n - at) / TABLE_ROW) {
		gp_reader_fault(r, "a table without rows");
		return;
	}
	while (at < s.n && (s.p[at] == ' ' || s.p[at] == '\r'))
		at++;
	if (at < s.n && s.p[at] == '\n')
		at++;
	if (count > (s.n - at) / TABLE_ROW || !make_rows(r, count)) {
		gp_reader_fault(r, "a table that is cut short");
		return;
	}
	for (i = 0; i < count; i++, at += TABLE_ROW)
		read_row(r, i, gp_str_sub(s, at, at + TABLE_ROW));
	if (gp_tokens_is(gp_tokens_next(s, &at), "trailer"))
		r->trailer = gp_tokens_value(s, &at);
}

/* ---- the table as a stream (7.5.8) ---- */

struct field_widths {
	size_t field[FIELDS], sum;
};

static bool
read_widths(struct gp_str dict, struct field_widths *w)
{
	struct gp_str list = gp_tokens_key(dict, "/W");
	size_t at = 0, i;

	w->sum = 0;
	if (!gp_tokens_is(gp_tokens_next(list, &at), "["))
		return false;
	for (i = 0; i < FIELDS; i++) {
		if (!gp_tokens_number(gp_tokens_next(list, &at), sizeof(size_t),
		                      &w->field[i]))
			return false;
		w->sum += w->field[i];
	}
	return w->field[0] == 1 && gp_tokens_is(gp_tokens_next(list, &at), "]");
}

static size_t
big_endian(const char *p, size_t n)
{
	size_t v = 0;

	while (n--)
		v = v << 8 | (unsigned char)*p++;
	return v;
}

static void
read_packed_row(struct gp_reader *r, size_t number,
                const struct field_widths *w, const char *p)
{
	size_t where = big_endian(p + 1, w->field[1]);
	size_t index = big_endian(p + 1 + w->field[1], w->field[2]);

	switch (p[0]) {
	case FREE:
		return;
	case PLAIN:
		if (index == 0) {
			set_plain(r, number, where);
			return;
		}
		break;
	case PACKED:
		if (where >= r->n_rows || index > MOST_ROWS)
			break;
		r->rows[number].kind = PACKED;
		r->rows[number].box = (uint32_t)where;
		r->rows[number].index = (uint32_t)index;
		return;
	default:
		break;
	}
	gp_reader_fault(r, "a row of the table that says nothing");
}

static void
read_table_stream(struct gp_reader *r, struct gp_str all)
{
	struct gp_str dict, rows;
	struct field_widths w;
	size_t number, count, i;

	if (!gp_tokens_number(gp_tokens_next(all, &(size_t){ 0 }), MOST_ROWS,
	                      &number)) {
		gp_reader_fault(r, "no table where one should be");
		return;
	}
	rows = stream_at(r, all, number, &dict);
	rows = gp_reader_decode(r, dict, rows);
	if (!gp_tokens_is(gp_tokens_key(dict, "/Type"), "/XRef") ||
	    !read_widths(dict, &w) || gp_tokens_key(dict, "/Index").n ||
	    !gp_tokens_number(gp_tokens_key(dict, "/Size"), MOST_ROWS,
	                      &count) ||
	    count > rows.n / w.sum || !make_rows(r, count)) {
		gp_reader_fault(r, "a table that cannot be read");
		return;
	}
	for (i = 0; i < count; i++)
		read_packed_row(r, i, &w, rows.p + i * w.sum);
	r->trailer = dict;
}

/* ---- object streams (7.5.7) ---- */

/* Gives the `index`th object of a box its value. */
static void
set_packed(struct gp_reader *r, size_t box, size_t index, size_t number,
           struct gp_str rest)
{
	struct gp_reader_row *row =
		number < r->n_rows ? &r->rows[number] : NULL;
	struct gp_str value;

	if (!row || row->kind != PACKED || row->box != box ||
	    row->index != index || row->p) {
		gp_reader_fault(r, "an object stream that the table belies");
		return;
	}
	value = gp_tokens_value(rest, &(size_t){ 0 });
	if (value.n == 0)
		gp_reader_fault(r, "an object without a value");
	/* From its first byte: the blanks before it are gone. */
	row->p = value.p;
	row->n = value.n;
}

static void
unpack(struct gp_reader *r, size_t box)
{
	struct gp_str dict, data;
	size_t count, first, at = 0, i, number, offset;

	if (r->rows[box].kind != PLAIN) {
		gp_reader_fault(r, "no object stream where one should be");
		return;
	}
	data = gp_reader_stream(r, box, &dict);
	data = gp_arena_str(r->arena, gp_reader_decode(r, dict, data));
	if (!gp_tokens_is(gp_tokens_key(dict, "/Type"), "/ObjStm") ||
	    !gp_tokens_number(gp_tokens_key(dict, "/N"), MOST_ROWS, &count) ||
	    !gp_tokens_number(gp_tokens_key(dict, "/First"), data.n, &first)) {
		gp_reader_fault(r, "an object stream that cannot be read");
		return;
	}
	for (i = 0; i < count && !r->fault; i++) {
		if (!gp_tokens_number(gp_tokens_next(data, &at), MOST_ROWS,
		                      &number) ||
		    !gp_tokens_number(gp_tokens_next(data, &at), data.n - first,
		                      &offset))
			gp_reader_fault(r, "an object stream is cut short");
		else
			set_packed(r, box, i, number,
			           gp_str_sub(data, first + offset, data.n));
	}
}

/* Each call unpacks what was not, or is the last. */
static void
unpack_all(struct gp_reader *r)
{
	size_t i;

	for (i = 0; i < r->n_rows && !r->fault; i++) {
		const struct gp_reader_row *row = &r->rows[i];

		if (row->kind != PACKED || row->p)
			continue;
		unpack(r, row->box);
		if (!row->p)
			gp_reader_fault(r, "an object that its stream lacks");
	}
}

/* ---- the file ---- */

static size_t
find_table(struct gp_str s)
{
	size_t from = s.n > TAIL ? s.n - TAIL : 0;
	size_t at = gp_str_find(s, GP_STR("startxref"), from), offset;

	if (at < s.n) {
		at += strlen("startxref");
		if (gp_tokens_number(gp_tokens_next(s, &at), s.n - 1, &offset))
			return offset;
	}
	return s.n;
}

void
gp_reader_open(struct gp_reader *r, struct gp_arena *arena, struct gp_str bytes)
{
	size_t at = find_table(bytes), behind = at;

	*r = (struct gp_reader){ .arena = arena, .bytes = bytes };
	if (!gp_str_starts(bytes, GP_STR("%PDF-1.")) || at == bytes.n) {
		gp_reader_fault(r, "this is no PDF");
		return;
	}
	if (gp_tokens_is(gp_tokens_next(bytes, &behind), "xref"))
		read_table(r, behind);
	else
		read_table_stream(r, gp_str_sub(bytes, at, bytes.n));
	if (!r->fault)
		unpack_all(r);
	if (r->trailer.n == 0 || gp_tokens_key(r->trailer, "/Prev").n ||
	    gp_tokens_key(r->trailer, "/Encrypt").n)
		gp_reader_fault(r, "a trailer that cannot be read");
}

void
gp_reader_close(struct gp_reader *r)
{
	if (r->inflater)
		libdeflate_free_decompressor(r->inflater);
	free(r->room);
	r->inflater = NULL;
	r->room = NULL;
}
