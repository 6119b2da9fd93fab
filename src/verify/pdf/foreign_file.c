/* The file as a table of objects (ISO 32000-1, 7.5): header, end, tables and
   streams of cross-references, object streams. */
#include "verify/pdf/check_pdf.h"

enum { MAX_SECTIONS = 1024, TAIL = 1024 };

static const size_t none = (size_t)-1;

const char *
gp_pdf_place(struct gp_pdf *p, unsigned number)
{
	return gp_arena_printf(p->in->arena, "object %u 0", number).p;
}

struct gp_str
gp_pdf_key(struct gp_pdf *p, int64_t number)
{
	return gp_arena_printf(p->in->arena, "%lld", (long long)number);
}

static void
bad_xref(struct gp_pdf *p, const char *place, const char *why)
{
	gp_found(p->in, GP_CHECK_PDF_XREF, place, 0, "%s", why);
}

/* ---- rows ---- */

static bool
have_rows(struct gp_pdf *p, uint64_t count)
{
	struct gp_pdf_row *rows;
	size_t size;

	if (count <= p->n_rows)
		return true;
	if (count > GP_MAX_PDF_OBJECTS)
		return gp_fail(p->in->err, GP_LIMIT,
		               "the PDF has objects numbered over %zu",
		               GP_MAX_PDF_OBJECTS);
	size = (size_t)count;
	rows = gp_arena_array(p->in->arena, size, sizeof *rows);
	if (!rows)
		return false;
	for (size_t i = 0; i < p->n_rows; i++)
		rows[i] = p->rows[i];
	p->rows = rows;
	p->n_rows = size;
	return true;
}

/* Newer sections are read first, so the first word counts. */
static void
set_row(struct gp_pdf *p, size_t number, unsigned kind, size_t offset,
        unsigned in)
{
	struct gp_pdf_row *row = &p->rows[number];

	if (row->set)
		return;
	*row = (struct gp_pdf_row){ .set = true, .offset = offset, .in = in };
	if (kind == 1)
		row->kind = GP_PDF_PLAIN;
	else if (kind == 2)
		row->kind = GP_PDF_PACKED;
}

/* ---- tables ---- */

static bool
read_table_row(struct gp_pdf *p, struct gp_pdf_lexer *l, size_t number)
{
	struct gp_pdf_value offset, token;

	if (gp_pdf_token(l, &offset) != GP_PDF_INT || offset.integer < 0 ||
	    gp_pdf_token(l, &token) != GP_PDF_INT ||
	    gp_pdf_token(l, &token) != GP_PDF_WORD ||
	    (!gp_str_eq(token.text, GP_STR("n")) &&
	     !gp_str_eq(token.text, GP_STR("f"))))
		return false;
	set_row(p, number, token.text.p[0] == 'n', (size_t)offset.integer, 0);
	return true;
}

/* The rows of a table up to its trailer, which is the result. */
static struct gp_pdf_value *
read_table(struct gp_pdf *p, struct gp_pdf_lexer *l)
{
	struct gp_pdf_value first, count;
	int64_t i;

	while (gp_pdf_token(l, &first) == GP_PDF_INT) {
		if (gp_pdf_token(l, &count) != GP_PDF_INT ||
		    first.integer < 0 || count.integer < 0 ||
		    (uint64_t)count.integer > p->bytes.n / 18 ||
		    !have_rows(p, (uint64_t)first.integer +
		                          (uint64_t)count.integer))
			return NULL;
		for (i = 0; i < count.integer; i++)
			if (!read_table_row(p, l, (size_t)(first.integer + i)))
				return NULL;
	}
	if (!gp_str_eq(first.text, GP_STR("trailer")))
		return NULL;
	return gp_pdf_parse(l);
}

/* ---- streams of cross-references ---- */

static uint64_t
field(const unsigned char *p, int64_t width, uint64_t otherwise)
{
	uint64_t n = width ? 0 : otherwise;

	while (width-- > 0)
		n = n << 8 | *p++;
	return n;
}

struct widths {
	int64_t w[3];
	size_t total;
};

static bool
read_widths(struct gp_pdf_value *dict, struct widths *w)
{
	struct gp_pdf_value *v = gp_pdf_raw(dict, "W");
	size_t i = 0;

	w->total = 0;
	for (v = v ? v->items : NULL; v && i < 3; v = v->next) {
		w->w[i] = gp_pdf_int(v);
		if (w->w[i] < 0 || w->w[i] > 8)
			return false;
		w->total += (size_t)w->w[i++];
	}
	return i == 3 && w->total > 0;
}

static bool
read_rows(struct gp_pdf *p, struct gp_str data, const struct widths *w,
          int64_t first, int64_t count, size_t *at)
{
	const unsigned char *q;
	int64_t i;

	if (first < 0 || count < 0 ||
	    (uint64_t)count > (data.n - *at) / w->total ||
	    !have_rows(p, (uint64_t)first + (uint64_t)count))
		return false;
	for (i = 0; i < count; i++, *at += w->total) {
		q = (const unsigned char *)data.p + *at;
		uint64_t kind = field(q, w->w[0], 1);
		uint64_t a = field(q + w->w[0], w->w[1], 0);
		uint64_t b = field(q + w->w[0] + w->w[1], w->w[2], 0);

		if (kind == 2)
			set_row(p, (size_t)(first + i), 2, (size_t)b,
			        (unsigned)a);
		else
			set_row(p, (size_t)(first + i), (unsigned)kind,
			        (size_t)a, 0);
	}
	return true;
}

static bool
read_index(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str data)
{
	struct gp_pdf_value *v = gp_pdf_raw(dict, "Index");
	struct widths w;
	size_t at = 0;

	if (!read_widths(dict, &w))
		return false;
	if (!v)
		return read_rows(p, data, &w, 0,
		                 gp_pdf_int(gp_pdf_raw(dict, "Size")), &at);
	for (v = v->items; v && v->next; v = v->next->next)
		if (!read_rows(p, data, &w, gp_pdf_int(v), gp_pdf_int(v->next),
		               &at))
			return false;
	return true;
}

static struct gp_pdf_value *
read_plain(struct gp_pdf *p, struct gp_pdf_lexer *l, unsigned number);

static struct gp_pdf_value *
read_xref_stream(struct gp_pdf *p, struct gp_pdf_lexer *l)
{
	struct gp_buf data = { .max = GP_MAX_CHECKED_STREAM };
	struct gp_pdf_value number, *dict = NULL;
	bool ok = gp_pdf_token(l, &number) == GP_PDF_INT;

	if (ok)
		dict = read_plain(p, l, (unsigned)number.integer);
	ok = dict && dict->has_stream && gp_pdf_unpack(p, dict, &data) &&
	     read_index(p, dict, gp_buf_view(&data));
	gp_buf_free(&data);
	return ok ? dict : NULL;
}

/* ---- sections ---- */

/* The section at `offset`, a table or a stream; its trailer, or NULL. */
static struct gp_pdf_value *
read_section(struct gp_pdf *p, size_t offset)
{
	struct gp_pdf_lexer l = { p->in->arena, p->bytes, offset };
	struct gp_pdf_value token, *trailer = NULL;
	size_t start = offset;

	if (offset < p->bytes.n && gp_pdf_token(&l, &token) == GP_PDF_WORD &&
	    gp_str_eq(token.text, GP_STR("xref"))) {
		trailer = read_table(p, &l);
	} else if (offset < p->bytes.n && gp_is_digit(p->bytes.p[offset])) {
		l.at = start;
		trailer = read_xref_stream(p, &l);
	}
	if (!gp_pdf_is_dict(trailer)) {
		bad_xref(p, NULL,
		         "a section of the cross-reference table "
		         "cannot be read");
		return NULL;
	}
	return trailer;
}

static bool
read_sections(struct gp_pdf *p, size_t offset)
{
	struct gp_map read = { .arena = p->in->arena };
	struct gp_pdf_value *trailer;
	struct gp_str key;
	int64_t hybrid, next;

	size_t count = 0;

	while (offset != none) {
		key = gp_pdf_key(p, (int64_t)offset);
		if (count++ == MAX_SECTIONS || gp_map_find(&read, key)) {
			bad_xref(p, NULL,
			         "the cross-reference tables do not end");
			return false;
		}
		gp_map_put(&read, key, p);

		trailer = read_section(p, offset);
		if (!trailer)
			return false;
		if (!p->trailer)
			p->trailer = trailer;
		hybrid = gp_pdf_int(gp_pdf_raw(trailer, "XRefStm"));
		if (hybrid >= 0 && !read_section(p, (size_t)hybrid))
			return false;
		next = gp_pdf_int(gp_pdf_raw(trailer, "Prev"));
		offset = next >= 0 ? (size_t)next : none;
	}
	return true;
}

/* ---- header and end ---- */

static void
check_header(struct gp_pdf *p)
{
	struct gp_str head = gp_str_sub(p->bytes, 0, 8);

	if (head.n < 8 || !gp_str_starts(head, GP_STR("%PDF-")) ||
	    (head.p[5] != '1' && head.p[5] != '2') || head.p[6] != '.' ||
	    !gp_is_digit(head.p[7]))
		gp_found(p->in, GP_CHECK_PDF_HEADER, NULL, 0,
		         "the file does not begin with %%PDF- and a version");
}

/* The last startxref of the file's end. */
static size_t
find_start(struct gp_pdf *p)
{
	struct gp_str s = p->bytes;
	size_t from = s.n > TAIL ? s.n - TAIL : 0, at = s.n, next = from;
	struct gp_pdf_lexer l = { p->in->arena, s, 0 };
	struct gp_pdf_value offset;

	while ((next = gp_str_find(s, GP_STR("startxref"), next)) < s.n)
		at = next++;
	l.at = at + 9;
	if (at == s.n || gp_pdf_token(&l, &offset) != GP_PDF_INT ||
	    offset.integer < 0 || (size_t)offset.integer >= s.n) {
		gp_found(p->in, GP_CHECK_PDF_END, NULL, 0,
		         "the file does not end with startxref and an offset");
		return none;
	}
	if (gp_str_find(s, GP_STR("%%EOF"), l.at) + 7 < s.n ||
	    gp_str_find(s, GP_STR("%%EOF"), l.at) == s.n)
		gp_found(p->in, GP_CHECK_PDF_END, NULL, 0,
		         "the file does not end with %%%%EOF");
	return (size_t)offset.integer;
}

static void
check_size(struct gp_pdf *p)
{
	int64_t size = gp_pdf_int(gp_pdf_raw(p->trailer, "Size"));
	size_t i, last = 0;

	for (i = 0; i < p->n_rows; i++)
		if (p->rows[i].set && p->rows[i].kind != GP_PDF_FREE)
			last = i;
	if (size < 0 || (uint64_t)size <= last)
		gp_found(p->in, GP_CHECK_PDF_TRAILER, NULL, 0,
		         "the trailer's Size is not over the number of every "
		         "object");
}

bool
gp_pdf_open(struct gp_pdf *p)
{
	size_t start;

	check_header(p);
	start = find_start(p);
	if (start == none || !read_sections(p, start))
		return false;
	check_size(p);
	return gp_arena_ok(p->in->arena, p->in->err);
}

/* ---- objects that lie in the file ---- */

/* A length may stand elsewhere; only as a plain number, so that this asks for
   no stream. */
static int64_t
length_of(struct gp_pdf *p, struct gp_pdf_value *dict)
{
	struct gp_pdf_value *v = gp_pdf_raw(dict, "Length"), token;
	struct gp_pdf_lexer l = { p->in->arena, p->bytes, 0 };
	unsigned number = gp_pdf_ref(v);

	if (!number)
		return gp_pdf_int(v);
	if (number >= p->n_rows || p->rows[number].kind != GP_PDF_PLAIN)
		return -1;
	l.at = p->rows[number].offset;
	(void)gp_pdf_token(&l, &token);
	(void)gp_pdf_token(&l, &token);
	(void)gp_pdf_token(&l, &token);
	return gp_pdf_token(&l, &token) == GP_PDF_INT ? token.integer : -1;
}

/* The bytes of the stream whose keyword ends here (7.3.8). */
static bool
read_stream(struct gp_pdf *p, struct gp_pdf_lexer *l, struct gp_pdf_value *v)
{
	int64_t length = length_of(p, v);
	struct gp_pdf_value token;

	if (l->at < l->text.n && l->text.p[l->at] == '\r')
		l->at++;
	if (l->at < l->text.n && l->text.p[l->at] == '\n')
		l->at++;
	if (length < 0 || (uint64_t)length > l->text.n - l->at)
		return false;
	v->has_stream = true;
	v->stream = gp_str_sub(l->text, l->at, l->at + (size_t)length);
	l->at += (size_t)length;
	return gp_pdf_token(l, &token) == GP_PDF_WORD &&
	       gp_str_eq(token.text, GP_STR("endstream"));
}

/* What follows the number of an object: "0 obj", a value, perhaps a stream,
   "endobj". */
static struct gp_pdf_value *
read_plain(struct gp_pdf *p, struct gp_pdf_lexer *l, unsigned number)
{
	struct gp_pdf_value token, *v;
	const char *place = gp_pdf_place(p, number);

	if (gp_pdf_token(l, &token) != GP_PDF_INT ||
	    gp_pdf_token(l, &token) != GP_PDF_WORD ||
	    !gp_str_eq(token.text, GP_STR("obj"))) {
		bad_xref(p, place,
		         "the object is not where the "
		         "cross-reference table says");
		return NULL;
	}
	v = gp_pdf_parse(l);
	if (v && gp_pdf_token(l, &token) == GP_PDF_WORD &&
	    gp_str_eq(token.text, GP_STR("stream"))) {
		if (!gp_pdf_is_dict(v) || !read_stream(p, l, v))
			gp_found(p->in, GP_CHECK_PDF_STREAM, place, 0,
			         "the stream is not as long as it says");
		else
			(void)gp_pdf_token(l, &token);
	}
	if (!v || !gp_str_eq(token.text, GP_STR("endobj")))
		gp_found(p->in, GP_CHECK_PDF_OBJECT, place, 0,
		         "the object is malformed");
	if (v)
		v->number = number;
	return v;
}

static void
read_at(struct gp_pdf *p, unsigned number, struct gp_pdf_row *row)
{
	struct gp_pdf_lexer l = { p->in->arena, p->bytes, row->offset };
	struct gp_pdf_value token;

	if (row->offset >= p->bytes.n ||
	    gp_pdf_token(&l, &token) != GP_PDF_INT ||
	    token.integer != (int64_t)number)
		bad_xref(p, gp_pdf_place(p, number),
		         "the object is not where the cross-reference table "
		         "says");
	else
		row->value = read_plain(p, &l, number);
}

/* ---- objects in object streams (7.5.7) ---- */

static void
read_packed(struct gp_pdf *p, unsigned stream, struct gp_str data,
            int64_t count, size_t first)
{
	struct gp_pdf_lexer head = { p->in->arena, data, 0 }, body = head;
	struct gp_pdf_value number, offset;
	struct gp_pdf_row *row;
	int64_t i;

	for (i = 0; i < count; i++) {
		if (gp_pdf_token(&head, &number) != GP_PDF_INT ||
		    gp_pdf_token(&head, &offset) != GP_PDF_INT ||
		    offset.integer < 0 || number.integer < 0)
			return;
		if ((uint64_t)number.integer >= p->n_rows)
			continue;
		row = &p->rows[number.integer];
		body.at = first + (size_t)offset.integer;
		if (row->kind != GP_PDF_PACKED || row->in != stream ||
		    row->read || body.at >= data.n)
			continue;
		row->read = true;
		row->value = gp_pdf_parse(&body);
		if (row->value)
			row->value->number = (unsigned)number.integer;
	}
}

static void
read_object_stream(struct gp_pdf *p, unsigned stream)
{
	struct gp_buf data = { .max = GP_MAX_CHECKED_STREAM };
	struct gp_pdf_value *dict = NULL;
	int64_t count, first;
	struct gp_str kept;

	if (stream < p->n_rows && p->rows[stream].kind == GP_PDF_PLAIN &&
	    !p->rows[stream].opened) {
		p->rows[stream].opened = true;
		dict = gp_pdf_object(p, stream);
	}

	count = gp_pdf_int(gp_pdf_raw(dict, "N"));
	first = gp_pdf_int(gp_pdf_raw(dict, "First"));
	if (dict && dict->has_stream && count >= 0 && first >= 0 &&
	    gp_pdf_unpack(p, dict, &data)) {
		kept = gp_arena_buf(p->in->arena, &data);
		read_packed(p, stream, kept, count, (size_t)first);
	}
	gp_buf_free(&data);
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
	if (row->kind == GP_PDF_PLAIN) {
		row->read = true;
		read_at(p, (unsigned)number, row);
		return row->value;
	}
	read_object_stream(p, row->in);
	if (!row->read)
		bad_xref(p, gp_pdf_place(p, (unsigned)number),
		         "the object is not in its object stream");
	else if (!row->value)
		gp_found(p->in, GP_CHECK_PDF_OBJECT,
		         gp_pdf_place(p, (unsigned)number), 0,
		         "the object is malformed");
	row->read = true;
	return row->value;
}
