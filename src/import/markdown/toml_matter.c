/* A line a key, but for lists over several; texts are on one line.  What is no
   TOML is told and passed over: see toml_matter.h. */
#include "import/markdown/toml_matter.h"

#include "base/buf.h"
#include "base/hex.h"
#include "base/limits.h"
#include "base/utf8.h"

struct toml {
	struct gp_arena *arena;
	const char *name;
	struct gp_diag *diag;
	struct gp_str rest; /* lines that are left */
	unsigned line;
	bool in_table;
};

static void
say(struct toml *t, const char *what)
{
	gp_diag_add(t->diag, GP_WARNING, "front-matter", t->name, t->line,
	            "%s and is not used", what);
}

static struct gp_yaml *
new_value(struct toml *t, enum gp_yaml_kind kind)
{
	struct gp_yaml *v = gp_arena_alloc(t->arena, sizeof *v);

	if (!v)
		return NULL;
	v->kind = kind;
	v->line = v->key_line = t->line;
	v->column = v->key_column = 1;
	return v;
}

static void
append(struct gp_yaml *outer, struct gp_yaml **last, struct gp_yaml *v)
{
	*(*last ? &(*last)->next : &outer->first) = v;
	*last = v;
	outer->count++;
}

/* ---- texts ---- */

/* Behind the digits of an escaped character, which begin at `i`. */
static size_t
put_number(struct gp_str s, size_t i, size_t digits, struct gp_buf *out)
{
	uint32_t c = 0;
	size_t end = i + digits;

	for (; i < end && i < s.n && gp_hex_value(s.p[i]) >= 0; i++)
		c = c * 16 + (uint32_t)gp_hex_value(s.p[i]);
	gp_buf_utf8(out, i == end && c >= ' ' && c <= 0x10FFFF &&
	                                 !(c >= 0xD800 && c < 0xE000)
	                         ? c
	                         : 0xFFFD);
	return i;
}

/* Behind an escape whose letter is at `i`. */
static size_t
put_escape(struct gp_str s, size_t i, struct gp_buf *out)
{
	if (i == s.n)
		return i;
	switch (s.p[i]) {
	case 'u':
		return put_number(s, i + 1, 4, out);
	case 'U':
		return put_number(s, i + 1, 8, out);
	case 'n':
	case 't':
	case 'r':
	case 'b':
	case 'f':
		gp_buf_putc(out, ' ');
		return i + 1;
	default:
		gp_buf_putc(out, s.p[i]);
		return i + 1;
	}
}

/* A text in quotation marks at the front of *s, which it is taken off. */
static bool
take_quoted(struct toml *t, struct gp_str *s, struct gp_str *text)
{
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	char mark = s->p[0];
	size_t i = 1;

	while (i < s->n && s->p[i] != mark) {
		if (mark == '"' && s->p[i] == '\\')
			i = put_escape(*s, i + 1, &out);
		else
			gp_buf_putc(&out, s->p[i++]);
	}
	if (i == s->n) {
		gp_buf_free(&out);
		return false;
	}
	*s = gp_str_sub(*s, i + 1, s->n);
	*text = gp_arena_buf(t->arena, &out);
	return true;
}

/* A date, a number, a truth: up to a comma, a bracket or a comment. */
static bool
take_bare(struct toml *t, struct gp_str *s, struct gp_str *text)
{
	size_t i = 0;

	while (i < s->n && !strchr(",]#{}[\"'", s->p[i]))
		i++;
	*text = gp_arena_str(t->arena, gp_str_trim(gp_str_sub(*s, 0, i)));
	*s = gp_str_sub(*s, i, s->n);
	return text->n > 0;
}

static struct gp_yaml *
take_one(struct toml *t, struct gp_str *s)
{
	struct gp_yaml *v = new_value(t, GP_YAML_TEXT);
	bool quoted = s->n && (s->p[0] == '"' || s->p[0] == '\'');

	if (!v || s->n == 0 ||
	    !(quoted ? take_quoted(t, s, &v->text) : take_bare(t, s, &v->text)))
		return NULL;
	return v;
}

/* ---- lists ---- */

static struct gp_str
without_comment(struct gp_str s)
{
	s = gp_str_trim(s);
	return s.n && s.p[0] == '#' ? GP_STR("") : s;
}

/* On with the next line, where a list is not at its end. */
static bool
next_of_list(struct toml *t, struct gp_str *s)
{
	while ((*s = without_comment(*s)).n == 0) {
		if (!gp_str_split(&t->rest, '\n', s))
			return false;
		t->line++;
	}
	return true;
}

/* The bracket is taken already. */
static struct gp_yaml *
take_list(struct toml *t, struct gp_str *s)
{
	struct gp_yaml *list = new_value(t, GP_YAML_LIST), *last = NULL, *v;

	while (list && next_of_list(t, s)) {
		if (s->p[0] == ']') {
			*s = gp_str_sub(*s, 1, s->n);
			return list;
		}
		if (s->p[0] == ',') {
			*s = gp_str_sub(*s, 1, s->n);
			continue;
		}
		v = take_one(t, s);
		if (!v)
			return NULL;
		append(list, &last, v);
	}
	return NULL;
}

/* ---- keys ---- */

static bool
is_key_char(char c)
{
	return gp_is_alnum(c) || c == '_' || c == '-';
}

static bool
take_key(struct toml *t, struct gp_str *s, struct gp_str *key)
{
	size_t i = 0;

	if (s->p[0] == '"' || s->p[0] == '\'') {
		if (!take_quoted(t, s, key))
			return false;
	} else {
		while (i < s->n && is_key_char(s->p[i]))
			i++;
		*key = gp_arena_str(t->arena, gp_str_sub(*s, 0, i));
		*s = gp_str_sub(*s, i, s->n);
	}
	*s = gp_str_trim(*s);
	if (key->n == 0 || s->n == 0 || s->p[0] != '=')
		return false;
	*s = gp_str_trim(gp_str_sub(*s, 1, s->n));
	return true;
}

/* "key = value", and nothing but a comment behind it. */
static struct gp_yaml *
take_pair(struct toml *t, struct gp_str s)
{
	struct gp_yaml *v;
	struct gp_str key;
	unsigned line = t->line;

	if (!take_key(t, &s, &key) || s.n == 0)
		return NULL;
	if (s.p[0] == '[') {
		s = gp_str_sub(s, 1, s.n);
		v = take_list(t, &s);
	} else {
		v = take_one(t, &s);
	}
	if (!v || without_comment(s).n > 0)
		return NULL;
	v->key = key;
	v->key_line = line;
	return v;
}

struct gp_yaml *
gp_toml_read(struct gp_arena *a, const char *name, struct gp_str text,
             unsigned first, struct gp_diag *d)
{
	struct toml t = { .arena = a,
		          .name = name,
		          .diag = d,
		          .rest = text,
		          .line = first - 1 };
	struct gp_yaml *root = new_value(&t, GP_YAML_MAP), *last = NULL, *v;
	struct gp_str line;

	while (root && t.rest.n && gp_str_split(&t.rest, '\n', &line)) {
		t.line++;
		line = without_comment(line);
		if (line.n == 0)
			continue;
		if (line.p[0] == '[') {
			t.in_table = true;
			say(&t, "a table of TOML means nothing to govpub");
			continue;
		}
		v = t.in_table ? NULL : take_pair(&t, line);
		if (v)
			append(root, &last, v);
		else if (!t.in_table)
			say(&t, "this line of TOML is not understood");
	}
	return root;
}
