/* The content of a page set from signs: boxes filled, then leaf by leaf one
   array of strings a line, in which every sign stands where the layout has it,
   to the half of a thousandth of its size.  Widths are those that viewers go
   on by.  Which pages are set so is decided elsewhere. */
#include "write/pdf/file/values.h"
#include "write/pdf/type/leaf_mark.h"
#include "write/pdf/type/type_case.h"

enum { EM = 1000000, STEP = 1000 /* of those, what an array counts in */ };

#define NO_COLOUR UINT32_MAX

struct typist {
	const struct gp_case *c;
	const struct gp_layout *l;
	struct gp_buf *out;
	const struct gp_page *page;
	uint32_t leaf;  /* the next */
	uint32_t marks; /* given out */
	/* what the viewer was told */
	uint32_t colour;
	uint32_t font;
	gp_len size;
	bool in_text, in_array;
	gp_len x, y; /* where its line began */
	int64_t pen; /* behind that, in parts of EM */
};

/* ---- numbers ---- */

/* To thousandths, without zeros at the end. */
static void
put_number(struct gp_buf *b, const char *before, int64_t thousandths)
{
	int64_t rest = thousandths < 0 ? -thousandths : thousandths;
	int64_t step = 100;

	gp_buf_puts(b, before);
	gp_put_int(b, thousandths < 0 ? "-" : "", rest / 1000);
	rest %= 1000;
	if (rest == 0)
		return;
	gp_buf_putc(b, '.');
	for (; rest; step /= 10) {
		gp_buf_putc(b, (char)('0' + rest / step));
		rest %= step;
	}
}

static void
put_points(struct gp_buf *b, const char *before, gp_len length)
{
	put_number(b, before, ((int64_t)length * 1000 + GP_PT / 2) / GP_PT);
}

static int64_t
nearest(int64_t value, int64_t step)
{
	int64_t half = value < 0 ? -step / 2 : step / 2;

	return (value + half) / step;
}

/* ---- colour and boxes ---- */

static void
tell_colour(struct typist *t, uint32_t colour)
{
	int shift;

	if (colour == t->colour)
		return;
	t->colour = colour;
	for (shift = 16; shift >= 0; shift -= 8)
		put_number(
			t->out, shift < 16 ? " " : "",
			nearest((int64_t)(colour >> shift & 0xFF) * 1000, 255));
	gp_buf_puts(t->out, " rg\n");
}

static void
put_fill(struct typist *t, const struct gp_fill *f)
{
	tell_colour(t, f->colour);
	put_points(t->out, "", f->x);
	put_points(t->out, " ", f->y);
	put_points(t->out, " ", f->width);
	put_points(t->out, " ", f->height);
	gp_buf_puts(t->out, " re f\n");
}

static size_t
put_fills(struct typist *t, uint32_t owner, const char *before)
{
	size_t end = t->page->first_fill + t->page->n_fills, n = 0, i;

	for (i = t->page->first_fill; i < end; i++) {
		if (t->l->fills[i].owner != owner)
			continue;
		if (n++ == 0)
			gp_buf_puts(t->out, before);
		put_fill(t, &t->l->fills[i]);
	}
	return n;
}

/* ---- text ---- */

static void
end_array(struct typist *t)
{
	if (t->in_array)
		gp_buf_puts(t->out, ")]TJ\n");
	t->in_array = false;
}

static void
end_text(struct typist *t)
{
	end_array(t);
	if (t->in_text)
		gp_buf_puts(t->out, "ET\n");
	t->in_text = false;
}

/* Pages stand on their heads: y grows downwards, and so letters are turned. */
static void
begin_line(struct typist *t, gp_len x, gp_len y)
{
	if (!t->in_text)
		gp_buf_puts(t->out, "BT\n");
	put_points(t->out, "1 0 0 -1 ", x);
	put_points(t->out, " ", y);
	gp_buf_puts(t->out, " Tm\n");
	t->in_text = true;
	t->x = x;
	t->y = y;
	t->pen = 0;
}

static void
tell_font(struct typist *t, uint32_t font, gp_len size)
{
	if (font == t->font && size == t->size)
		return;
	end_array(t);
	gp_buf_str(t->out, t->c->fonts[font].name);
	put_points(t->out, " ", size);
	gp_buf_puts(t->out, " Tf\n");
	t->font = font;
	t->size = size;
}

/* A byte of a string (ISO 32000-1, 7.3.4.2). */
static void
put_byte(struct gp_buf *b, uint32_t byte)
{
	char c = (char)(byte & 0xFF);

	if (c == '\r') {
		gp_buf_puts(b, "\\r");
		return;
	}
	if (c == '(' || c == ')' || c == '\\')
		gp_buf_putc(b, '\\');
	gp_buf_putc(b, c);
}

/* A sign whose place is `at` in parts of EM behind the beginning of the
   line. */
static void
put_sign(struct typist *t, const struct gp_case_sign *sign, int64_t at)
{
	int64_t back = nearest(t->pen - at, STEP);

	if (!t->in_array)
		gp_buf_puts(t->out, "[(");
	t->in_array = true;
	if (back) {
		gp_put_int(t->out, ")", back);
		gp_buf_putc(t->out, '(');
		t->pen -= back * STEP;
	}
	if (t->c->fonts[sign->font].wide)
		put_byte(t->out, sign->code >> 8);
	put_byte(t->out, sign->code);
	t->pen += sign->width;
}

/* The same where it is read as `text`, which its font does not say. */
static void
put_reread(struct typist *t, const struct gp_case_sign *sign, int64_t at,
           struct gp_str text)
{
	end_array(t);
	gp_put_text(t->out, "/Span << /ActualText ", text);
	gp_buf_puts(t->out, " >> BDC\n");
	put_sign(t, sign, at);
	end_array(t);
	gp_buf_puts(t->out, "EMC\n");
}

/* Whether its font tells what glyph `i` is read as. */
static bool
is_read(const struct gp_case_run *r, const struct gp_run *run, size_t i)
{
	const struct gp_case_sign *sign = r->signs[i];

	return !sign->unread && (!r->reread || gp_str_eq(gp_case_text(run, i),
	                                                 sign->shown.text));
}

/* In the order of reading, whichever way that goes. */
static void
put_part(struct typist *t, const struct gp_run *run, gp_len size, int64_t x)
{
	const struct gp_case_run *r = &t->c->runs[run->number];
	int64_t from = (x - t->x) * EM / size, pen = 0;
	size_t n = run->n_glyphs, k;

	if (run->backward)
		pen = run->width;
	for (k = 0; k < n; k++) {
		size_t i = run->backward ? n - 1 - k : k;
		const struct gp_glyph *g = &run->glyphs[i];
		const struct gp_case_sign *sign = r->signs[i];
		int64_t at;

		if (run->backward)
			pen -= g->advance;
		at = from + (pen + g->dx) * EM / run->units;
		if (!run->backward)
			pen += g->advance;
		tell_font(t, sign->font, size);
		if (is_read(r, run, i))
			put_sign(t, sign, at);
		else
			put_reread(t, sign, at, gp_case_text(run, i));
	}
}

static void
put_run(struct typist *t, const struct gp_run *run, gp_len size, int64_t *x)
{
	for (; run; run = run->more) {
		if (run->n_glyphs == 0)
			continue;
		put_part(t, run, size, *x);
		*x += (int64_t)run->width * size / run->units;
	}
}

static void
put_piece(struct typist *t, const struct gp_piece *piece)
{
	size_t end = piece->first + piece->count, i;

	if (piece->count == 0 || piece->size <= 0)
		return;
	if (t->in_text && (piece->colour != t->colour || piece->y != t->y ||
	                   piece->size != t->size))
		end_array(t);
	tell_colour(t, piece->colour);
	if (!t->in_text || piece->y != t->y || piece->size != t->size)
		begin_line(t, t->l->words[piece->first].x, piece->y);
	for (i = piece->first; i < end; i++) {
		const struct gp_word_at *w = &t->l->words[i];
		int64_t x = w->x;

		put_run(t, w->run, piece->size, &x);
		if (w->space)
			put_run(t, t->c->spaces[piece->face], piece->size, &x);
	}
}

/* ---- the page ---- */

static void
end_leaf(struct typist *t, bool begun)
{
	end_text(t);
	if (begun)
		gp_buf_puts(t->out, "EMC\n");
}

/* Leaves come in their order, each once. */
static bool
begin_leaf(struct typist *t, uint32_t leaf)
{
	struct gp_tree *tree = &t->l->flow->tree;

	if (leaf != t->leaf || leaf >= t->page->first_leaf + t->page->n_leaves)
		return false;
	t->leaf++;
	gp_leaf_mark(t->out, tree, &tree->leaves[leaf], &t->marks);
	if (t->page->drawing)
		(void)put_fills(t, leaf + 1, "");
	return true;
}

static bool
put_pieces(struct typist *t)
{
	size_t end = t->page->first_piece + t->page->n_pieces, i;
	uint32_t leaf = GP_NONE;

	for (i = t->page->first_piece; i < end; i++) {
		const struct gp_piece *piece = &t->l->pieces[i];

		if (piece->leaf != leaf) {
			end_leaf(t, leaf != GP_NONE);
			leaf = piece->leaf;
			if (!begin_leaf(t, leaf))
				return false;
		}
		put_piece(t, piece);
	}
	end_leaf(t, leaf != GP_NONE);
	return t->leaf == t->page->first_leaf + t->page->n_leaves;
}

bool
gp_case_page(const struct gp_case *c, size_t page, struct gp_buf *out,
             struct gp_err *e)
{
	const struct gp_layout *l = c->layout;
	struct typist t = { .c = c,
		            .l = l,
		            .out = out,
		            .page = &l->pages[page],
		            .leaf = (uint32_t)l->pages[page].first_leaf,
		            .colour = NO_COLOUR,
		            .font = UINT32_MAX };

	put_points(out, "1 0 0 -1 0 ", l->flow->style->height);
	gp_buf_puts(out, " cm\n");
	if (put_fills(&t, 0, "/Artifact BMC\n"))
		gp_buf_puts(out, "EMC\n");
	if (!put_pieces(&t))
		return gp_fail(e, GP_INTERNAL,
		               "the PDF's marks do not agree with its layout "
		               "(leaf %u of page %zu): a fault of govpub, "
		               "please report it",
		               (unsigned)t.leaf, page);
	return gp_buf_ok(out, e);
}
