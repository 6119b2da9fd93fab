/* Trees of values: what is decoded is a copy, all else views.  Nothing here
   goes back in the text, and what has no end costs what is left of it. */
#include "verify/pdf/foreign_object.h"

#include "base/hex.h"

/* ---- decoding ---- */

struct gp_str
gp_pdf_name_of(struct gp_arena *a, struct gp_str token)
{
	struct gp_str raw = gp_str_sub(token, 1, token.n);
	size_t n = 0, i;
	int byte;
	char *p;

	if (gp_str_find(raw, GP_STR("#"), 0) == raw.n)
		return raw;
	p = gp_arena_alloc(a, raw.n);
	for (i = 0; p && i < raw.n; i++) {
		byte = raw.p[i] == '#' ? gp_hex_byte(raw, i + 1) : -1;
		p[n++] = byte >= 0 ? (char)byte : raw.p[i];
		i += byte >= 0 ? 2 : 0;
	}
	return (struct gp_str){ p, n };
}

/* White space between digits goes; an odd digit at the end stands for a byte
   of 16. */
static struct gp_str
hex_of(struct gp_arena *a, struct gp_str token)
{
	char *p = gp_arena_alloc(a, token.n);
	int high = -1, digit;
	size_t n = 0, i;

	for (i = 1; p && i < token.n; i++) {
		digit = gp_hex_value(token.p[i]);
		if (digit < 0 && token.p[i] != '>')
			continue;
		if (high >= 0)
			p[n++] = (char)(high << 4 | (digit < 0 ? 0 : digit));
		high = high >= 0 ? -1 : digit;
	}
	return (struct gp_str){ p, n };
}

/* What stands behind a backslash at `*i`: -1 when that is nothing. */
static int
unescape(struct gp_str s, size_t *i)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	int value = 0, digits = 0;
	size_t k;

	for (k = 0; k < sizeof from - 1; k++)
		if (s.p[*i] == from[k]) {
			++*i;
			return to[k];
		}
	while (digits < 3 && *i < s.n && s.p[*i] >= '0' && s.p[*i] <= '7') {
		value = value * 8 + (s.p[(*i)++] - '0');
		digits++;
	}
	if (digits)
		return value & 0xFF;
	value = (unsigned char)s.p[(*i)++];
	return value == '\n' || value == '\r' ? -1 : value;
}

static struct gp_str
string_of(struct gp_arena *a, struct gp_str token)
{
	struct gp_str raw = gp_str_sub(token, 1, token.n - 1);
	size_t n = 0, i = 0;
	int c;
	char *p;

	if (gp_str_find(raw, GP_STR("\\"), 0) == raw.n)
		return raw;
	p = gp_arena_alloc(a, raw.n);
	while (p && i < raw.n) {
		c = (unsigned char)raw.p[i++];
		if (c == '\\' && i < raw.n)
			c = unescape(raw, &i);
		if (c >= 0)
			p[n++] = (char)c;
	}
	return (struct gp_str){ p, n };
}

/* ---- one value ---- */

typedef void
setter(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token);

static void
set_number(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	bool sign = token.p[0] == '-' || token.p[0] == '+';
	size_t n;

	(void)a;
	v->type = GP_PDF_REAL;
	if (!gp_tokens_number(gp_str_sub(token, sign, token.n), INT64_MAX, &n))
		return;
	v->type = GP_PDF_INT;
	v->as.integer = token.p[0] == '-' ? -(int64_t)n : (int64_t)n;
}

static void
set_reference(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	set_number(a, v, token);
	if (v->type != GP_PDF_INT)
		v->as.integer = INT64_MAX;
	v->type = GP_PDF_REF;
}

static void
set_name(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	v->type = GP_PDF_NAME;
	v->as.text = gp_pdf_name_of(a, token);
}

static void
set_string(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	v->type = GP_PDF_STRING;
	v->as.text = string_of(a, token);
}

static void
set_hex(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	v->type = GP_PDF_STRING;
	v->as.text = hex_of(a, token);
}

static void
set_constant(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	(void)a;
	v->type = gp_tokens_is(token, "null") ? GP_PDF_NULL : GP_PDF_BOOL;
	v->as.integer = gp_tokens_is(token, "true");
}

static void
set_array(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	(void)a;
	(void)token;
	v->type = GP_PDF_ARRAY;
}

static void
set_dict(struct gp_arena *a, struct gp_pdf_value *v, struct gp_str token)
{
	(void)a;
	(void)token;
	v->type = GP_PDF_DICT;
}

/* Of what begins a value. */
static setter *const setters[GP_N_TOKENS] = {
	[GP_TOKEN_NUMBER] = set_number,       [GP_TOKEN_NAME] = set_name,
	[GP_TOKEN_STRING] = set_string,       [GP_TOKEN_HEX] = set_hex,
	[GP_TOKEN_CONSTANT] = set_constant,   [GP_TOKEN_OPEN_ARRAY] = set_array,
	[GP_TOKEN_REFERENCE] = set_reference, [GP_TOKEN_OPEN_DICT] = set_dict,
};

/* ---- trees ---- */

/* A container that is open: what it is, where its next item goes, and the key
   that was read for it. */
struct level {
	struct gp_pdf_value **tail;
	struct gp_str key;
};

struct building {
	struct gp_tokens_walk walk;
	struct level
		levels[GP_MAX_PDF_DEPTH + 1]; /* the value itself lies in 0 */
};

/* One token more; false where the value is malformed. */
static bool
build(struct gp_arena *a, struct building *b)
{
	struct level *level = &b->levels[b->walk.depth];
	struct gp_str token;
	enum gp_token kind = gp_tokens_step(&b->walk, &token);
	struct gp_pdf_value *v;

	if (kind == GP_TOKEN_KEY)
		level->key = gp_pdf_name_of(a, token);
	if (!setters[kind])
		return kind != GP_TOKEN_NONE;
	v = gp_arena_alloc(a, sizeof *v);
	if (!v)
		return false;
	setters[kind](a, v, token);
	v->key = level->key;
	*level->tail = v;
	level->tail = &v->next;
	if (v->type == GP_PDF_ARRAY || v->type == GP_PDF_DICT)
		b->levels[b->walk.depth] =
			(struct level){ .tail = &v->as.items.first };
	return true;
}

/* What has no end was looked at to the end of the text. */
static bool
go_to(struct gp_pdf_lexer *l, size_t at, bool good)
{
	size_t seen = at;

	if (!good && at < l->text.n &&
	    (l->text.p[at] == '(' || l->text.p[at] == '<'))
		seen = l->text.n;
	seen -= l->at;
	l->at = at;
	return gp_spend(l->in, seen + 1) && good;
}

struct gp_pdf_value *
gp_pdf_parse(struct gp_pdf_lexer *l)
{
	struct gp_pdf_value *first = NULL;
	struct building b;
	bool good;

	b.walk = (struct gp_tokens_walk){ .text = l->text,
		                          .at = l->at,
		                          .foreign = true };
	b.levels[0] = (struct level){ .tail = &first };
	do
		good = build(l->in->arena, &b);
	while (good && b.walk.depth > 0);
	return go_to(l, b.walk.at, good) ? first : NULL;
}

/* ---- tokens ---- */

struct gp_str
gp_pdf_token(struct gp_pdf_lexer *l)
{
	size_t at = l->at;
	struct gp_str token = gp_tokens_next(l->text, &at);

	return go_to(l, at, token.n > 0) ? token : (struct gp_str){ NULL, 0 };
}

bool
gp_pdf_take_number(struct gp_pdf_lexer *l, size_t most, size_t *n)
{
	return gp_tokens_number(gp_pdf_token(l), most, n);
}

bool
gp_pdf_take_word(struct gp_pdf_lexer *l, const char *word)
{
	return gp_tokens_is(gp_pdf_token(l), word);
}

/* ---- containers ---- */

struct gp_pdf_value *
gp_pdf_items(const struct gp_pdf_value *v)
{
	if (v && (v->type == GP_PDF_ARRAY || v->type == GP_PDF_DICT))
		return v->as.items.first;
	return NULL;
}

struct gp_str
gp_pdf_stream(const struct gp_pdf_value *v)
{
	if (v && v->type == GP_PDF_DICT && v->as.items.extra)
		return v->as.items.extra->stream;
	return (struct gp_str){ NULL, 0 };
}

struct gp_pdf_extra *
gp_pdf_extra(struct gp_arena *a, struct gp_pdf_value *v)
{
	if (v->type != GP_PDF_ARRAY && v->type != GP_PDF_DICT)
		return NULL;
	if (!v->as.items.extra)
		v->as.items.extra =
			gp_arena_alloc(a, sizeof *v->as.items.extra);
	return v->as.items.extra;
}
