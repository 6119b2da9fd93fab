/* One walk with a stack of what stands open; a part is put together when it
   ends, from the bytes that its children left.  Names are those of MathML Core
   and of MathML 3.  It does not know how a formula is drawn. */
#include "import/html/page/html_formula.h"

#include "base/text/fold.h"
#include "base/text/raised.h"
#include "base/utf8.h"

/* How the children of an element make one text. */
enum formula_shape {
	ROW, /* one behind the other */
	FRACTION,
	ROOT,
	NTH_ROOT,
	RAISED,
	LOWERED,
	BOTH,
	FENCED,
	TABLE,
	TABLE_ROW,
	UNSEEN,
};

static const struct {
	const char *name;
	enum formula_shape shape;
} shapes[] = {
	{ "annotation", UNSEEN },  { "annotation-xml", UNSEEN },
	{ "mfenced", FENCED },     { "mfrac", FRACTION },
	{ "mmultiscripts", BOTH }, { "mover", RAISED },
	{ "mphantom", UNSEEN },    { "mroot", NTH_ROOT },
	{ "msqrt", ROOT },         { "msub", LOWERED },
	{ "msubsup", BOTH },       { "msup", RAISED },
	{ "mtable", TABLE },       { "mtr", TABLE_ROW },
	{ "munder", LOWERED },     { "munderover", BOTH },
};

struct formula_part {
	uint32_t node, end; /* itself, the node behind it */
	enum formula_shape shape;
	size_t from, second, third; /* where it and its children begin */
	unsigned children;
};

struct formula {
	const struct gp_flat *d;
	struct gp_buf *out;
	struct gp_buf scratch;
	size_t from; /* where it begins */
	struct formula_part parts[GP_MOST_IN_FORMULA];
	unsigned depth;
	bool named, counted; /* the last token was a name, a number */
};

static enum formula_shape
shape_of(const struct gp_flat *d, uint32_t i)
{
	struct gp_str name = gp_flat_name(d, d->nodes[i].name);
	size_t k = 0;

	/* In what was never closed all of the page may stand. */
	if (!(d->nodes[i].is & GP_FLAT_CLOSED))
		return ROW;
	while (k < sizeof shapes / sizeof *shapes &&
	       !gp_str_eq(name, gp_str(shapes[k].name)))
		k++;
	return k < sizeof shapes / sizeof *shapes ? shapes[k].shape : ROW;
}

bool
gp_html_is_annotation(const struct gp_flat *d, uint32_t i)
{
	struct gp_str name;

	if (d->nodes[i].kind != GP_FLAT_MATHML ||
	    !(d->nodes[i].is & GP_FLAT_CLOSED))
		return false;
	name = gp_flat_name(d, d->nodes[i].name);
	return gp_str_eq(name, GP_STR("annotation")) ||
	       gp_str_eq(name, GP_STR("annotation-xml"));
}

/* ---- tokens ---- */

static char
last_byte(const struct formula *f)
{
	return f->out->len > f->from ? f->out->data[f->out->len - 1] : '(';
}

/* With one space for each run of them, none at the start. */
static void
put_words(struct formula *f, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] > ' ')
			gp_buf_putc(f->out, s.p[i]);
		else if (f->out->len > f->from && last_byte(f) != ' ')
			gp_buf_putc(f->out, ' ');
}

/* Signs between two things, which stand apart from them. */
static bool
is_between(struct gp_str s)
{
	static const char *const signs[] = {
		"=", "<", ">", "+", "-", "−", "±", "×", "÷", "·",
		"⋅", "≤", "≥", "≠", "≈", "≡", "∼", "→", "←", "⇒",
		"⇔", "∈", "∉", "⊂", "⊆", "∪", "∩", "∧", "∨", NULL,
	};

	return gp_str_among_nocase(s, signs);
}

/* What is there but not seen: products, functions, separators. */
static bool
is_invisible(struct gp_str s)
{
	size_t i = 0;
	uint32_t c = s.n ? gp_utf8_next(s, &i) : 0;

	return i == s.n && c >= 0x2061 && c <= 0x2064;
}

static void
put_operator(struct formula *f, struct gp_str s)
{
	char last = last_byte(f);

	if (is_invisible(s))
		return;
	if (gp_str_eq(s, GP_STR("-")))
		s = GP_STR("−");
	if (!is_between(s)) {
		gp_buf_str(f->out, s);
		if (gp_str_eq(s, GP_STR(",")) || gp_str_eq(s, GP_STR(";")))
			gp_buf_putc(f->out, ' ');
	} else if (last == '(' || last == '[' || last == ' ' || last == '{') {
		gp_buf_str(f->out, s);
	} else {
		gp_buf_putc(f->out, ' ');
		gp_buf_str(f->out, s);
		gp_buf_putc(f->out, ' ');
	}
}

/* "sin x" and "2 3", but "2x". */
static void
put_operand(struct formula *f, struct gp_str s, bool number)
{
	size_t i = 0;
	bool word = gp_is_word_char(gp_utf8_next(s, &i));

	if (word && ((f->named && gp_is_alpha(last_byte(f))) ||
	             (number && f->counted && gp_is_digit(last_byte(f)))))
		gp_buf_putc(f->out, ' ');
	gp_buf_str(f->out, s);
	f->counted = number;
	f->named = !number && s.n > 1 && gp_is_alpha(s.p[0]);
}

static void
put_token(struct formula *f, uint32_t text)
{
	uint32_t element = f->d->nodes[text].parent;
	struct gp_str name = gp_flat_name(f->d, f->d->nodes[element].name);
	struct gp_str s = gp_flat_text(f->d, text), trimmed = gp_str_trim(s);

	if (gp_str_eq(name, GP_STR("mtext"))) {
		put_words(f, s);
	} else if (trimmed.n && gp_str_eq(name, GP_STR("mo"))) {
		put_operator(f, trimmed);
	} else if (trimmed.n) {
		put_operand(f, trimmed, gp_str_eq(name, GP_STR("mn")));
	}
}

/* ---- parts ---- */

/* More than one thing, which a sign beside it would take apart; `product`:
   neighbours are more than one as well. */
static bool
is_many(struct gp_str s, bool product)
{
	size_t i = 0, digits = 0, all = 0;

	if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')')
		return false;
	while (i < s.n) {
		uint32_t c = gp_utf8_next(s, &i);

		if (c == ' ' || c == '/')
			return true;
		digits += c < 0x80 && (gp_is_digit((char)c) || c == '.');
		all++;
	}
	return product && all > 1 && digits < all;
}

static void
put_wrapped(struct formula *f, struct gp_str s, bool wrap)
{
	if (wrap)
		gp_buf_putc(f->out, '(');
	gp_buf_str(f->out, s);
	if (wrap)
		gp_buf_putc(f->out, ')');
}

/* Without its spaces, as what is small is set. */
static void
put_script(struct formula *f, struct gp_str s, enum gp_raise how)
{
	size_t from = f->out->len, i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] != ' ')
			gp_buf_putc(f->out, s.p[i]);
	gp_raise(f->out, from, how);
}

/* The children's bytes are in the scratch, which begins at part->from. */
static void
put_part(struct formula *f, const struct formula_part *part)
{
	struct gp_str all = gp_buf_view(&f->scratch);
	size_t second = part->second - part->from;
	size_t third = part->third - part->from;
	struct gp_str a = gp_str_trim(gp_str_sub(all, 0, second));
	struct gp_str b = gp_str_trim(gp_str_sub(all, second, third));
	struct gp_str c = gp_str_trim(gp_str_sub(all, third, all.n));

	if (part->shape == FRACTION) {
		put_wrapped(f, a, is_many(a, false));
		gp_buf_putc(f->out, '/');
		put_wrapped(f, b, is_many(b, true));
	} else if (part->shape == ROOT) {
		gp_buf_puts(f->out, "√");
		put_wrapped(f, gp_str_trim(all), is_many(all, true));
	} else if (part->shape == NTH_ROOT) {
		put_script(f, b, GP_RAISED_POWER);
		gp_buf_puts(f->out, "√");
		put_wrapped(f, a, is_many(a, true));
	} else {
		put_wrapped(f, a, is_many(a, false));
		if (part->shape != RAISED)
			put_script(f, b, GP_LOWERED_INDEX);
		put_script(f, part->shape == RAISED ? b : c, GP_RAISED_POWER);
	}
}

static void
end_part(struct formula *f)
{
	struct formula_part *part = &f->parts[--f->depth];
	struct gp_buf *out = f->out;

	if (part->shape == FENCED)
		gp_buf_putc(out, ')');
	if (part->shape == TABLE)
		gp_buf_putc(out, ']');
	if (part->shape >= FENCED)
		return;
	if (part->children < 2)
		part->second = out->len;
	if (part->children < 3)
		part->third = out->len;
	gp_buf_clear(&f->scratch);
	gp_buf_put(&f->scratch, out->data + part->from, out->len - part->from);
	out->len = part->from;
	put_part(f, part);
	f->named = f->counted = false;
}

/* A child begins, of what stands open or of a row in it. */
static void
begin_child(struct formula *f, uint32_t i)
{
	struct formula_part *part = &f->parts[f->depth - (f->depth > 0)];

	if (f->depth == 0 || f->d->nodes[i].parent != part->node)
		return;
	if (part->children == 1)
		part->second = f->out->len;
	if (part->children == 2)
		part->third = f->out->len;
	if (part->children++ == 0)
		return;
	if (part->shape == FENCED || part->shape == TABLE_ROW)
		gp_buf_puts(f->out, ", ");
	else if (part->shape == TABLE)
		gp_buf_puts(f->out, "; ");
}

/* What is deeper than can be told apart stands in a row. */
static void
begin_part(struct formula *f, uint32_t i, enum formula_shape shape)
{
	if (shape == ROW || f->depth == GP_MOST_IN_FORMULA)
		return;
	f->parts[f->depth++] = (struct formula_part){
		.node = i,
		.end = f->d->nodes[i].end,
		.shape = shape,
		.from = f->out->len,
	};
	if (shape == FENCED)
		gp_buf_putc(f->out, '(');
	if (shape == TABLE)
		gp_buf_putc(f->out, '[');
}

static void
read_nodes(struct formula *f, uint32_t math)
{
	const struct gp_flat *d = f->d;
	uint32_t i = math + 1, end = d->nodes[math].end;
	enum formula_shape shape;

	while (i < end) {
		while (f->depth > 0 && i >= f->parts[f->depth - 1].end)
			end_part(f);
		if (gp_flat_is_text(d, i)) {
			put_token(f, i++);
			continue;
		}
		shape = shape_of(d, i);
		if (shape == UNSEEN) {
			i = d->nodes[i].end;
			continue;
		}
		begin_child(f, i);
		begin_part(f, i++, shape);
	}
	while (f->depth > 0)
		end_part(f);
}

static struct gp_str
called(const struct gp_flat *d, uint32_t math)
{
	const struct gp_flat_attr *a;
	size_t n;

	for (a = gp_flat_attributes(d, math, &n); n > 0; a++, n--)
		if (gp_str_eq(gp_flat_name(d, a->name), GP_STR("alttext")))
			return (struct gp_str){ a->value, a->size };
	return GP_STR("");
}

void
gp_html_formula(const struct gp_flat *d, uint32_t i, struct gp_buf *out)
{
	struct formula f = { .d = d, .out = out, .from = out->len };

	read_nodes(&f, i);
	while (out->len > f.from && out->data[out->len - 1] == ' ')
		out->len--;
	if (out->len == f.from)
		put_words(&f, called(d, i));
	gp_buf_inherit(out, &f.scratch);
	gp_buf_free(&f.scratch);
}
