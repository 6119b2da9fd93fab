/* PDF syntax: see foreign_object.h. */
#include "verify/pdf/foreign_object.h"

#include "base/hex.h"
#include "base/limits.h"

bool
gp_pdf_is_space(char c)
{
	return c == '\0' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ||
	       c == ' ';
}

static bool
is_delimiter(char c)
{
	return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' ||
	       c == ']' || c == '{' || c == '}' || c == '/' || c == '%';
}

static bool
is_regular(char c)
{
	return !gp_pdf_is_space(c) && !is_delimiter(c);
}

static bool
more(const struct gp_pdf_lexer *l)
{
	return l->at < l->text.n;
}

static char
here(const struct gp_pdf_lexer *l)
{
	return l->text.p[l->at];
}

static void
skip_space(struct gp_pdf_lexer *l)
{
	while (more(l) && (gp_pdf_is_space(here(l)) || here(l) == '%'))
		if (here(l) == '%')
			while (more(l) && here(l) != '\n' && here(l) != '\r')
				l->at++;
		else
			l->at++;
}

/* ---- strings and names ---- */

static enum gp_pdf_type
take_hex(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	size_t start = ++l->at, n = 0;
	int high = -1, digit;
	char *p;

	while (more(l) && here(l) != '>')
		l->at++;
	if (!more(l))
		return GP_PDF_BAD;
	p = gp_arena_alloc(l->arena, (l->at - start) / 2 + 2);
	for (; p && start < l->at; start++) {
		digit = gp_hex_value(l->text.p[start]);
		if (digit < 0 && !gp_pdf_is_space(l->text.p[start]))
			return GP_PDF_BAD;
		if (digit < 0)
			continue;
		if (high < 0) {
			high = digit;
			continue;
		}
		p[n++] = (char)(high << 4 | digit);
		high = -1;
	}
	if (p && high >= 0)
		p[n++] = (char)(high << 4);
	l->at++;
	out->text = (struct gp_str){ p ? p : "", p ? n : 0 };
	return out->type = GP_PDF_STRING;
}

/* What stands behind a backslash. */
static void
take_escape(struct gp_pdf_lexer *l, char *p, size_t *n)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	unsigned value = 0, digits = 0;
	size_t i;

	if (!more(l))
		return;
	for (i = 0; i < sizeof from - 1; i++)
		if (here(l) == from[i]) {
			p[(*n)++] = to[i];
			l->at++;
			return;
		}
	while (digits < 3 && more(l) && here(l) >= '0' && here(l) <= '7') {
		value = value * 8 + (unsigned)(here(l) - '0');
		digits++;
		l->at++;
	}
	if (digits)
		p[(*n)++] = (char)(value & 0xFF);
	else if (here(l) == '\n' || here(l) == '\r')
		l->at++;
	else
		p[(*n)++] = l->text.p[l->at++];
}

/* Where the string that begins here ends: behind its last bracket. */
static size_t
string_end(const struct gp_pdf_lexer *l)
{
	size_t at, depth = 0;

	for (at = l->at; at < l->text.n; at++) {
		if (l->text.p[at] == '\\')
			at++;
		else if (l->text.p[at] == '(')
			depth++;
		else if (l->text.p[at] == ')' && --depth == 0)
			return at + 1;
	}
	return 0;
}

static enum gp_pdf_type
take_string(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	size_t end = string_end(l), n = 0;
	char *p;

	if (end == 0)
		return GP_PDF_BAD;
	p = gp_arena_alloc(l->arena, end - l->at + 1);
	l->at++;
	while (p && l->at < end - 1) {
		if (here(l) == '\\') {
			l->at++;
			take_escape(l, p, &n);
		} else {
			p[n++] = l->text.p[l->at++];
		}
	}
	l->at = end;
	out->text = (struct gp_str){ p ? p : "", n };
	return out->type = GP_PDF_STRING;
}

static enum gp_pdf_type
take_name(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	size_t start = ++l->at, n = 0, i;
	struct gp_str raw;
	int byte;
	char *p;

	while (more(l) && is_regular(here(l)))
		l->at++;
	raw = gp_str_sub(l->text, start, l->at);
	out->text = raw;
	out->type = GP_PDF_NAME;
	if (gp_str_find(raw, GP_STR("#"), 0) == raw.n)
		return out->type;
	p = gp_arena_alloc(l->arena, raw.n + 1);
	for (i = 0; p && i < raw.n; i++) {
		byte = raw.p[i] == '#' ? gp_hex_byte(raw, i + 1) : -1;
		p[n++] = byte >= 0 ? (char)byte : raw.p[i];
		i += byte >= 0 ? 2 : 0;
	}
	out->text = (struct gp_str){ p ? p : "", n };
	return out->type;
}

/* ---- numbers and words ---- */

static bool
read_number(struct gp_str s, struct gp_pdf_value *out)
{
	size_t i = s.n && (s.p[0] == '-' || s.p[0] == '+');
	bool point = false, digit = false;

	out->integer = 0;
	for (; i < s.n; i++) {
		if (s.p[i] == '.' && !point) {
			point = true;
		} else if (gp_is_digit(s.p[i])) {
			digit = true;
			if (!point && out->integer < INT64_MAX / 100)
				out->integer =
					out->integer * 10 + (s.p[i] - '0');
		} else {
			return false;
		}
	}
	if (s.n && s.p[0] == '-')
		out->integer = -out->integer;
	out->type = point ? GP_PDF_REAL : GP_PDF_INT;
	return digit;
}

static enum gp_pdf_type
take_word(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	size_t start = l->at;

	while (more(l) && is_regular(here(l)))
		l->at++;
	out->text = gp_str_sub(l->text, start, l->at);
	if (read_number(out->text, out))
		return out->type;
	out->integer = gp_str_eq(out->text, GP_STR("true"));
	if (out->integer || gp_str_eq(out->text, GP_STR("false")))
		return out->type = GP_PDF_BOOL;
	if (gp_str_eq(out->text, GP_STR("null")))
		return out->type = GP_PDF_NULL;
	return out->type = GP_PDF_WORD;
}

static enum gp_pdf_type
take_mark(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	static const struct {
		const char *mark;
		enum gp_pdf_type type;
	} marks[] = {
		{ "<<", GP_PDF_OPEN_DICT },
		{ ">>", GP_PDF_CLOSE_DICT },
		{ "[", GP_PDF_OPEN_ARRAY },
		{ "]", GP_PDF_CLOSE_ARRAY },
	};
	struct gp_str rest = gp_str_sub(l->text, l->at, l->text.n);
	size_t i;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (gp_str_starts(rest, gp_str(marks[i].mark))) {
			l->at += gp_str(marks[i].mark).n;
			return out->type = marks[i].type;
		}
	l->at++;
	return out->type = GP_PDF_BAD;
}

enum gp_pdf_type
gp_pdf_token(struct gp_pdf_lexer *l, struct gp_pdf_value *out)
{
	*out = (struct gp_pdf_value){ .type = GP_PDF_END };
	skip_space(l);
	if (!more(l))
		return GP_PDF_END;
	if (here(l) == '(')
		return out->type = take_string(l, out);
	if (here(l) == '/')
		return take_name(l, out);
	if (here(l) == '<' &&
	    (l->at + 1 >= l->text.n || l->text.p[l->at + 1] != '<'))
		return out->type = take_hex(l, out);
	if (is_regular(here(l)))
		return take_word(l, out);
	return take_mark(l, out);
}

/* ---- objects ---- */

/* Containers that are open while an object is read. */
struct building {
	struct gp_pdf_value *open[GP_MAX_PDF_DEPTH];
	struct gp_pdf_value **tail[GP_MAX_PDF_DEPTH];
	struct gp_str key[GP_MAX_PDF_DEPTH];
	bool has_key[GP_MAX_PDF_DEPTH];
	size_t depth;
};

/* True when "NUM GEN R" stands here, the number having been read. */
static bool
take_reference(struct gp_pdf_lexer *l, struct gp_pdf_value *v)
{
	struct gp_pdf_lexer ahead = *l;
	struct gp_pdf_value token;

	if (v->type != GP_PDF_INT || v->integer < 0 ||
	    gp_pdf_token(&ahead, &token) != GP_PDF_INT || token.integer < 0)
		return false;
	if (gp_pdf_token(&ahead, &token) != GP_PDF_WORD ||
	    !gp_str_eq(token.text, GP_STR("R")))
		return false;
	v->type = GP_PDF_REF;
	l->at = ahead.at;
	return true;
}

/* Puts a value into the container that is open; false when a key is wanted
   and it is none. */
static bool
put(struct building *b, struct gp_pdf_value *v)
{
	size_t top = b->depth - 1;

	if (b->open[top]->type == GP_PDF_DICT && !b->has_key[top]) {
		b->key[top] = v->text;
		b->has_key[top] = true;
		return v->type == GP_PDF_NAME;
	}
	v->key = b->key[top];
	b->has_key[top] = false;
	*b->tail[top] = v;
	b->tail[top] = &v->next;
	return true;
}

static bool
open_container(struct building *b, struct gp_pdf_value *v)
{
	v->type = v->type == GP_PDF_OPEN_DICT ? GP_PDF_DICT : GP_PDF_ARRAY;
	if (b->depth == GP_MAX_PDF_DEPTH || (b->depth > 0 && !put(b, v)))
		return false;
	b->open[b->depth] = v;
	b->tail[b->depth] = &v->items;
	b->has_key[b->depth] = false;
	b->depth++;
	return true;
}

static bool
close_container(struct building *b, enum gp_pdf_type mark)
{
	enum gp_pdf_type wanted =
		mark == GP_PDF_CLOSE_DICT ? GP_PDF_DICT : GP_PDF_ARRAY;

	if (b->depth == 0 || b->open[b->depth - 1]->type != wanted ||
	    b->has_key[b->depth - 1])
		return false;
	b->depth--;
	return true;
}

/* One token more; false when the object is malformed. */
static bool
build(struct gp_pdf_lexer *l, struct building *b, struct gp_pdf_value *v)
{
	if (v->type == GP_PDF_OPEN_DICT || v->type == GP_PDF_OPEN_ARRAY)
		return open_container(b, v);
	if (v->type == GP_PDF_CLOSE_DICT || v->type == GP_PDF_CLOSE_ARRAY)
		return close_container(b, v->type);
	if (v->type >= GP_PDF_WORD)
		return false;
	(void)take_reference(l, v);
	return b->depth == 0 || put(b, v);
}

struct gp_pdf_value *
gp_pdf_parse(struct gp_pdf_lexer *l)
{
	struct building b = { .depth = 0 };
	struct gp_pdf_value *v, *first = NULL;

	do {
		v = gp_arena_alloc(l->arena, sizeof *v);
		if (!v)
			return NULL;
		(void)gp_pdf_token(l, v);
		if (!first)
			first = v;
		if (!build(l, &b, v))
			return NULL;
	} while (b.depth > 0);
	return first;
}
