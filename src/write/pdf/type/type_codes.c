/* The specimen read back: the fonts in its page's resources with the widths of
   their codes, and the one string of each mark.  What is not as cairo 1.16 and
   1.18 write it is no fault: false says that pages have to be painted. */
#include "base/hex.h"
#include "base/pdf/tokens.h"
#include "base/vec.h"
#include "write/pdf/file/reader.h"
#include "write/pdf/type/type_case.h"

enum { MOST_CODES = 65536, MILLIONTHS = 1000 };

/* ---- numbers ---- */

/* "512.5", thousandths of an em, in millionths. */
static bool
read_width(struct gp_str token, int64_t *width)
{
	size_t dot = gp_str_find(token, GP_STR("."), 0), whole, i;
	int64_t place = MILLIONTHS / 10;

	if (!gp_tokens_number(gp_str_sub(token, 0, dot), MOST_CODES, &whole))
		return false;
	*width = (int64_t)whole * MILLIONTHS;
	for (i = dot + 1; i < token.n; i++, place /= 10) {
		if (!gp_is_digit(token.p[i]))
			return false;
		*width += (token.p[i] - '0') * place;
	}
	return true;
}

/* A list of widths from `*at` on, behind its bracket, of codes from `code`
   on. */
static bool
read_list(struct gp_case *c, struct gp_case_font *f, struct gp_str list,
          size_t at, size_t code)
{
	struct gp_str token;
	size_t cap = 0;

	f->n_widths = 0;
	while ((token = gp_tokens_next(list, &at)).n &&
	       !gp_tokens_is(token, "]")) {
		if (!GP_VEC_FIT(c->arena, f->widths, code + 1, cap) ||
		    code >= MOST_CODES)
			return false;
		while (f->n_widths < code)
			f->widths[f->n_widths++] = -1;
		if (!read_width(token, &f->widths[code++]))
			return false;
		f->n_widths = code;
	}
	return token.n > 0;
}

/* ---- fonts ---- */

/* /Widths of a font of one byte a code. */
static bool
read_simple(struct gp_case *c, struct gp_reader *r, struct gp_case_font *f,
            struct gp_str dict)
{
	struct gp_str list = gp_reader_key(r, dict, "/Widths");
	size_t at = 0, first;

	return gp_tokens_number(gp_reader_key(r, dict, "/FirstChar"), 255,
	                        &first) &&
	       gp_tokens_is(gp_tokens_next(list, &at), "[") &&
	       read_list(c, f, list, at, first);
}

/* The first thing of an array is a reference: what it refers to. */
static struct gp_str
only_of(struct gp_reader *r, struct gp_str array)
{
	size_t at = 0, number;

	(void)gp_tokens_next(array, &at);
	if (!gp_tokens_reference(gp_tokens_value(array, &at), SIZE_MAX,
	                         &number))
		return (struct gp_str){ NULL, 0 };
	return gp_reader_object(r, number);
}

/* /W of what descends from a font of two bytes a code: "[ 0 [ 500 612 ]]". */
static bool
read_wide(struct gp_case *c, struct gp_reader *r, struct gp_case_font *f,
          struct gp_str dict)
{
	struct gp_str list;
	size_t at = 0, first;

	f->wide = true;
	dict = only_of(r, gp_reader_key(r, dict, "/DescendantFonts"));
	list = gp_reader_key(r, dict, "/W");
	return gp_tokens_is(gp_tokens_next(list, &at), "[") &&
	       gp_tokens_number(gp_tokens_next(list, &at), MOST_CODES,
	                        &first) &&
	       gp_tokens_is(gp_tokens_next(list, &at), "[") &&
	       read_list(c, f, list, at, first);
}

static bool
read_font(struct gp_case *c, struct gp_reader *r, struct gp_str name,
          struct gp_str value)
{
	struct gp_case_font *f =
		GP_VEC_ADD(c->arena, c->fonts, c->n_fonts, c->cap_fonts);
	size_t number;
	struct gp_str dict;

	if (!f || !gp_tokens_reference(value, SIZE_MAX, &number))
		return false;
	*f = (struct gp_case_font){ .name = gp_arena_str(c->arena, name) };
	dict = gp_reader_object(r, number);
	if (gp_tokens_is(gp_tokens_key(dict, "/Subtype"), "/Type0"))
		return read_wide(c, r, f, dict);
	return (gp_tokens_is(gp_tokens_key(dict, "/Subtype"), "/TrueType") ||
	        gp_tokens_is(gp_tokens_key(dict, "/Subtype"), "/Type1")) &&
	       read_simple(c, r, f, dict);
}

static bool
read_fonts(struct gp_case *c, struct gp_reader *r, struct gp_str page)
{
	struct gp_str resources = gp_reader_key(r, page, "/Resources");
	struct gp_str fonts = gp_reader_key(r, resources, "/Font"), name, value;
	size_t at = 0;

	while (gp_tokens_entry(fonts, &at, &name, &value))
		if (name.n == 0 || !read_font(c, r, name, value))
			return false;
	return c->n_fonts > 0 || c->n_signs == 0;
}

/* ---- strings ---- */

/* A byte of "(A)", behind which `*i` stands then; -1: none that is known.
   Escapes are those of ISO 32000-1, 7.3.4.2. */
static int
literal_byte(struct gp_str s, size_t *i)
{
	static const char escapes[] = "n\nr\rt\tb\bf\f(())\\\\";
	int value = 0, digits = 0;
	const char *known;

	if (s.p[*i] != '\\')
		return (unsigned char)s.p[(*i)++];
	while (digits < 3 && s.p[*i + 1] >= '0' && s.p[*i + 1] <= '7') {
		value = value << 3 | (s.p[++*i] - '0');
		digits++;
	}
	(*i)++;
	if (digits)
		return value & 0xFF;
	for (known = escapes; *known; known += 2)
		if (*known == s.p[*i]) {
			(*i)++;
			return (unsigned char)known[1];
		}
	return -1;
}

static int
hex_byte(struct gp_str s, size_t *i)
{
	int byte = gp_hex_byte(s, *i);

	*i += 2;
	return byte;
}

/* The code that a string is: of `n` bytes; MOST_CODES: it is none. */
static uint32_t
read_code(struct gp_str token, size_t n)
{
	struct gp_str in = gp_str_sub(token, 1, token.n - 1);
	uint32_t code = 0;
	size_t i = 0;
	int byte;

	for (; i < in.n && n > 0; n--) {
		/* What is behind `in` is the bracket: no escape, no digit. */
		byte = token.p[0] == '<' ? hex_byte(in, &i)
		                         : literal_byte(in, &i);
		if (byte < 0)
			return MOST_CODES;
		code = code << 8 | (uint32_t)byte;
	}
	return i == in.n && n == 0 ? code : MOST_CODES;
}

static bool
give_code(const struct gp_case *c, struct gp_case_sign *sign, size_t font,
          struct gp_str string)
{
	const struct gp_case_font *f;

	if (font >= c->n_fonts)
		return false;
	f = &c->fonts[font];
	sign->font = (uint32_t)font;
	sign->code = read_code(string, f->wide ? 2 : 1);
	if (sign->code >= f->n_widths)
		return false;
	sign->width = f->widths[sign->code];
	return sign->width >= 0;
}

/* ---- the page ---- */

static size_t
find_font(const struct gp_case *c, struct gp_str name)
{
	size_t i;

	for (i = 0; i < c->n_fonts; i++)
		if (gp_str_eq(c->fonts[i].name, name))
			break;
	return i;
}

struct specimen_reader {
	struct gp_case *c;
	size_t font;        /* SIZE_MAX: none yet */
	size_t begun, done; /* signs */
	unsigned depth;     /* of marked content */
	/* among the operands of the next operator */
	struct gp_str name, string; /* the last of their kinds */
	size_t strings;
	bool has_mark; /* /MCID */
};

/* A mark of ours, or one of cairo's within it: the text that the font does not
   tell. */
static bool
begin_mark(struct specimen_reader *s)
{
	s->depth++;
	if (s->has_mark)
		return s->depth == 1 && s->begun++ < s->c->n_signs;
	if (s->depth != 2)
		return false;
	s->c->signs[s->begun - 1]->unread = true;
	return true;
}

static bool
show_string(struct specimen_reader *s)
{
	return s->depth > 0 && s->strings == 1 && s->begun == s->done + 1 &&
	       give_code(s->c, s->c->signs[s->done++], s->font, s->string);
}

/* Marks follow each other, one for each sign, with one string in each. */
static bool
operate(struct specimen_reader *s, struct gp_str operator)
{
	if (gp_tokens_is(operator, "Tf"))
		s->font = find_font(s->c, s->name);
	if (gp_tokens_is(operator, "BDC"))
		return begin_mark(s);
	if (gp_tokens_is(operator, "EMC"))
		return s->depth-- > 0 && s->begun == s->done;
	if (gp_tokens_is(operator, "Tj") || gp_tokens_is(operator, "TJ"))
		return show_string(s);
	return true;
}

static void
take_operand(struct specimen_reader *s, struct gp_str token)
{
	enum gp_token kind = gp_tokens_kind(token);

	if (kind == GP_TOKEN_NAME)
		s->name = token;
	if (gp_tokens_is(token, "/MCID"))
		s->has_mark = true;
	if (kind == GP_TOKEN_STRING || kind == GP_TOKEN_HEX) {
		s->string = token;
		s->strings++;
	}
}

static bool
read_signs(struct gp_case *c, struct gp_str content)
{
	struct specimen_reader s = { .c = c, .font = SIZE_MAX };
	struct gp_str token;
	size_t at = 0;

	while ((token = gp_tokens_next(content, &at)).n) {
		if (gp_tokens_kind(token) != GP_TOKEN_WORD) {
			take_operand(&s, token);
			continue;
		}
		if (!operate(&s, token))
			return false;
		s.has_mark = false;
		s.strings = 0;
	}
	return s.done == c->n_signs && s.depth == 0 && at == content.n;
}

/* The first of cairo's list of pages. */
static struct gp_str
first_page(struct gp_reader *r)
{
	struct gp_str root = gp_reader_key(r, r->trailer, "/Root");
	struct gp_str pages = gp_reader_key(r, root, "/Pages");

	return only_of(r, gp_reader_key(r, pages, "/Kids"));
}

bool
gp_case_learn(struct gp_case *c, struct gp_str file)
{
	struct gp_reader r;
	struct gp_str page, dict, bytes;
	bool ok;

	gp_reader_open(&r, c->arena, file);
	page = first_page(&r);
	ok = !r.fault && read_fonts(c, &r, page);
	bytes = gp_reader_stream(&r, gp_reader_number(&r, page, "/Contents"),
	                         &dict);
	bytes = gp_reader_decode(&r, dict, bytes);
	ok = ok && read_signs(c, bytes) && !r.fault;
	gp_reader_close(&r);
	return ok;
}
