/* What is taken over from the file that cairo wrote: fonts, pictures and the
   lists of them, under new numbers, deflated anew so that it does not matter
   which zlib cairo found.  An object of a kind that is written anew must not
   come along, and is a fault; what is in a font is not looked at. */
#include "write/pdf/tags/postjob.h"
#include "base/pdf/tokens.h"

void
gp_copies_open(struct gp_post_job *p)
{
	size_t n = p->in.n_rows;

	p->copies = gp_arena_array(p->arena, n + 1, sizeof *p->copies);
	p->queue = gp_arena_array(p->arena, n + 1, sizeof *p->queue);
}

/* Our number for an object of cairo's. */
static uint32_t
number_for(struct gp_post_job *p, size_t number)
{
	if (number == 0 || number >= p->in.n_rows) {
		gp_reader_fault(&p->in, "a reference to nothing");
		return 0;
	}
	if (p->copies[number] == 0) {
		p->copies[number] = gp_obj_new(&p->out, 1);
		/* Without memory there is no number, and no end of tries. */
		if (p->copies[number])
			p->queue[p->n_queue++] = number;
	}
	return p->copies[number];
}

/* Tokens need a space between them when neither brings a delimiter. */
static void
put_gap(struct gp_buf *b, size_t start, char next)
{
	if (b->len > start && gp_tokens_is_regular(next) &&
	    gp_tokens_is_regular(b->data[b->len - 1]))
		gp_buf_putc(b, ' ');
}

void
gp_copies_value(struct gp_post_job *p, struct gp_str value, struct gp_buf *b)
{
	size_t start = b->len, at = 0, number;
	struct gp_str token;

	while ((token = gp_tokens_next(value, &at)).n) {
		if (gp_is_digit(token.p[0])) {
			/* It may be the first part of a reference. */
			at -= token.n;
			token = gp_tokens_value(value, &at);
		}
		put_gap(b, start, token.p[0]);
		if (gp_tokens_reference(token, SIZE_MAX, &number))
			gp_put_ref(b, "", number_for(p, number));
		else
			gp_buf_str(b, token);
	}
}

/* ---- objects ---- */

/* What is not copied must not come with what is. */
static void
check_type(struct gp_post_job *p, struct gp_str value)
{
	static const char *const others[] = { "/Page",          "/Pages",
		                              "/Catalog",       "/StructElem",
		                              "/ObjStm",        "/XRef",
		                              "/StructTreeRoot" };
	struct gp_str type = gp_tokens_key(value, "/Type");
	size_t i;

	for (i = 0; i < sizeof others / sizeof *others; i++)
		if (gp_tokens_is(type, others[i]))
			gp_reader_fault(&p->in, "fonts that lead elsewhere");
}

/* cairo numbers the glyphs of a subset anew, so that CID and glyph are one;
   the standards want it said. */
static bool
needs_mapping(struct gp_str dict)
{
	return gp_tokens_is(gp_tokens_key(dict, "/Subtype"), "/CIDFontType2") &&
	       gp_tokens_key(dict, "/CIDToGIDMap").n == 0;
}

static void
copy_plain(struct gp_post_job *p, uint32_t number, struct gp_str value)
{
	struct gp_buf *b = gp_obj_begin(&p->out, number);

	if (needs_mapping(value)) {
		/* Without the brackets that end it. */
		gp_copies_value(p, gp_str_sub(value, 0, value.n - 2), b);
		gp_buf_puts(b, "/CIDToGIDMap/Identity>>");
	} else {
		gp_copies_value(p, value, b);
	}
	gp_obj_end(&p->out);
}

/* The entries of a stream's dictionary but for those that are written anew. */
static void
put_entries(struct gp_post_job *p, struct gp_str dict, bool inflated,
            struct gp_buf *b)
{
	struct gp_str key, value;
	size_t at = 0;

	while (gp_tokens_entry(dict, &at, &key, &value)) {
		if (key.n == 0) {
			gp_reader_fault(&p->in, "a dictionary that is none");
			return;
		}
		if (gp_tokens_is(key, "/Length") ||
		    (inflated && gp_tokens_is(key, "/Filter")))
			continue;
		gp_buf_str(b, key);
		if (gp_tokens_is_regular(value.p[0]))
			gp_buf_putc(b, ' ');
		gp_copies_value(p, value, b);
	}
}

static void
copy_stream(struct gp_post_job *p, uint32_t number, struct gp_str dict,
            struct gp_str bytes)
{
	struct gp_buf entries = { .max = 0 };
	struct gp_str filter = gp_tokens_key(dict, "/Filter");
	bool inflated = filter.n == 0 || gp_tokens_is(filter, "/FlateDecode");

	put_entries(p, dict, inflated, &entries);
	if (inflated)
		gp_obj_deflated(&p->out, number, gp_buf_view(&entries),
		                gp_reader_decode(&p->in, dict, bytes));
	else
		gp_obj_stream(&p->out, number, gp_buf_view(&entries), bytes);
	gp_buf_inherit(p->out.out, &entries);
	gp_buf_free(&entries);
}

void
gp_copies_rest(struct gp_post_job *p)
{
	struct gp_str dict, bytes;

	while (p->done < p->n_queue && !p->in.fault) {
		size_t number = p->queue[p->done++];

		bytes = gp_reader_stream(&p->in, number, &dict);
		check_type(p, dict);
		if (p->in.fault)
			return;
		if (bytes.p)
			copy_stream(p, p->copies[number], dict, bytes);
		else
			copy_plain(p, p->copies[number], dict);
	}
}
