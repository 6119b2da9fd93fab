/* From the end of the file to its table of objects (ISO 32000-1, 7.5): header,
   startxref, tables and streams of cross-references.  The objects themselves
   are not looked at here. */
#include "base/vec.h"
#include "verify/pdf/foreign_pdf.h"

enum { MAX_SECTIONS = 1024, TAIL = 1024 };

static const size_t none = (size_t)-1;

static void
bad_xref(struct gp_pdf *p, const char *why)
{
	gp_found(p->in, GP_CHECK_PDF_XREF, NULL, 0, "%s", why);
}

/* ---- rows ---- */

/* Room for numbers less than `count`. */
static bool
have_rows(struct gp_pdf *p, uint64_t count)
{
	if (count > GP_MAX_PDF_OBJECTS)
		return gp_fail(p->in->err, GP_LIMIT,
		               "the PDF has objects numbered over %zu",
		               GP_MAX_PDF_OBJECTS);
	if (!GP_VEC_FIT(p->in->arena, p->rows, (size_t)count, p->cap_rows))
		return false;
	for (; p->n_rows < count; p->n_rows++)
		p->rows[p->n_rows] = (struct gp_pdf_row){ .set = false };
	return true;
}

/* Newer sections are read first, so the first word counts. */
static void
set_row(struct gp_pdf *p, size_t number, uint64_t kind, uint64_t offset,
        uint64_t in)
{
	struct gp_pdf_row *row = &p->rows[number];

	if (row->set)
		return;
	row->set = true;
	row->offset = (size_t)offset;
	row->in = in < GP_MAX_PDF_OBJECTS ? (unsigned)in : 0;
	if (kind == 1)
		row->kind = GP_PDF_PLAIN;
	else if (kind == 2)
		row->kind = GP_PDF_PACKED;
}

/* ---- tables (7.5.4) ---- */

static bool
read_table_row(struct gp_pdf *p, struct gp_pdf_lexer *l, size_t number)
{
	size_t offset, generation;
	struct gp_str word;

	if (!gp_pdf_take_number(l, SIZE_MAX, &offset) ||
	    !gp_pdf_take_number(l, SIZE_MAX, &generation))
		return false;
	word = gp_pdf_token(l);
	if (!gp_tokens_is(word, "n") && !gp_tokens_is(word, "f"))
		return false;
	set_row(p, number, word.p[0] == 'n', offset, 0);
	return true;
}

/* The rows of a table up to its trailer, which is the result. */
static struct gp_pdf_value *
read_table(struct gp_pdf *p, struct gp_pdf_lexer *l)
{
	size_t first, count, i;
	struct gp_str word;

	while (gp_tokens_number(word = gp_pdf_token(l), SIZE_MAX / 2, &first)) {
		if (!gp_pdf_take_number(l, p->bytes.n / 18, &count) ||
		    !have_rows(p, (uint64_t)first + count))
			return NULL;
		for (i = 0; i < count; i++)
			if (!read_table_row(p, l, first + i))
				return NULL;
	}
	return gp_tokens_is(word, "trailer") ? gp_pdf_parse(l) : NULL;
}

/* ---- streams of cross-references (7.5.8) ---- */

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
read_widths(struct gp_pdf *p, struct gp_pdf_value *dict, struct widths *w)
{
	struct gp_pdf_value *v = gp_pdf_items(gp_pdf_raw(p, dict, "W"));
	size_t i;

	w->total = 0;
	for (i = 0; v && i < 3; v = v->next) {
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

		/* The third field is a generation, or a place in the object
		   stream `a`, which says it too. */
		set_row(p, (size_t)(first + i), kind, kind == 2 ? 0 : a,
		        kind == 2 ? a : 0);
	}
	return true;
}

static bool
read_index(struct gp_pdf *p, struct gp_pdf_value *dict, struct gp_str data)
{
	struct gp_pdf_value *v = gp_pdf_raw(p, dict, "Index"), *count;
	struct widths w;
	size_t at = 0;

	if (!read_widths(p, dict, &w))
		return false;
	if (!v)
		return read_rows(p, data, &w, 0,
		                 gp_pdf_int(gp_pdf_raw(p, dict, "Size")), &at);
	for (v = gp_pdf_items(v); v; v = gp_pdf_next(p, count)) {
		count = gp_pdf_next(p, v);
		if (!count || !read_rows(p, data, &w, gp_pdf_int(v),
		                         gp_pdf_int(count), &at))
			return !count;
	}
	return true;
}

static struct gp_pdf_value *
read_xref_stream(struct gp_pdf *p, size_t offset)
{
	struct gp_buf data = { .max = GP_MAX_CHECKED_STREAM };
	struct gp_pdf_value *dict = gp_pdf_object_at(p, offset);
	bool ok = dict && gp_pdf_unpack(p, dict, &data) &&
	          read_index(p, dict, gp_buf_view(&data));

	gp_buf_free(&data);
	return ok ? dict : NULL;
}

/* ---- sections ---- */

/* Where sections were read, so that none is read again. */
struct sections {
	size_t offsets[MAX_SECTIONS];
	size_t count;
};

static bool
was_read(const struct sections *s, size_t offset)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (s->offsets[i] == offset)
			return true;
	return false;
}

/* The section at `offset`, a table or a stream; its trailer, or NULL. */
static struct gp_pdf_value *
read_section(struct gp_pdf *p, struct sections *s, size_t offset)
{
	struct gp_pdf_lexer l = { p->in, p->bytes, offset };
	struct gp_pdf_value *trailer = NULL;

	if (s->count == MAX_SECTIONS || was_read(s, offset)) {
		bad_xref(p, "the cross-reference tables do not end");
		return NULL;
	}
	s->offsets[s->count++] = offset;
	if (offset < p->bytes.n && gp_is_digit(p->bytes.p[offset]))
		trailer = read_xref_stream(p, offset);
	else if (offset < p->bytes.n && gp_pdf_take_word(&l, "xref"))
		trailer = read_table(p, &l);
	if (gp_pdf_is_dict(trailer))
		return trailer;
	bad_xref(p, "a section of the cross-reference table cannot be read");
	return NULL;
}

/* The stream for newer readers that a table names beside itself (7.5.8.4). */
static bool
read_hybrid(struct gp_pdf *p, struct sections *s, struct gp_pdf_value *trailer)
{
	int64_t offset = gp_pdf_int(gp_pdf_raw(p, trailer, "XRefStm"));

	return offset < 0 || was_read(s, (size_t)offset) ||
	       read_section(p, s, (size_t)offset);
}

static bool
read_sections(struct gp_pdf *p, size_t offset)
{
	struct sections *read = gp_arena_alloc(p->in->arena, sizeof *read);
	struct gp_pdf_value *trailer;
	int64_t next;

	while (read && offset != none) {
		trailer = read_section(p, read, offset);
		if (!trailer)
			return false;
		if (!p->trailer)
			p->trailer = trailer;
		if (!read_hybrid(p, read, trailer))
			return false;
		next = gp_pdf_int(gp_pdf_raw(p, trailer, "Prev"));
		offset = next >= 0 ? (size_t)next : none;
	}
	return read != NULL;
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

static void
check_end(struct gp_pdf *p, size_t from)
{
	size_t at = gp_str_find(p->bytes, GP_STR("%%EOF"), from);

	if (at == p->bytes.n || at + 7 < p->bytes.n)
		gp_found(p->in, GP_CHECK_PDF_END, NULL, 0,
		         "the file does not end with %%%%EOF");
}

/* The last startxref of the file's end. */
static size_t
find_start(struct gp_pdf *p)
{
	struct gp_str s = p->bytes;
	size_t next = s.n > TAIL ? s.n - TAIL : 0, at = s.n, offset;
	struct gp_pdf_lexer l = { p->in, s, 0 };

	while ((next = gp_str_find(s, GP_STR("startxref"), next)) < s.n)
		at = next++;
	l.at = at + 9;
	if (at == s.n || !gp_pdf_take_number(&l, s.n - 1, &offset)) {
		gp_found(p->in, GP_CHECK_PDF_END, NULL, 0,
		         "the file does not end with startxref and an offset");
		return none;
	}
	check_end(p, l.at);
	return offset;
}

static void
check_size(struct gp_pdf *p)
{
	int64_t size = gp_pdf_int(gp_pdf_raw(p, p->trailer, "Size"));
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
