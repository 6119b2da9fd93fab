/* Looks no further than the first blank line: what is longer than a few lines
   is a text. */
#include "import/markdown/plain_matter.h"

#include "base/buf.h"
#include "base/limits.h"

enum {
	MOST_LINES = 24,
	KEY_BYTES = 30,
	BLOCK_LINES = 3, /* title, authors, date */
};

struct plain_keys {
	struct gp_arena *arena;
	struct gp_yaml *root, *last;
	unsigned line;
};

static struct gp_yaml *
new_text(struct plain_keys *p, struct gp_str value)
{
	struct gp_yaml *v = gp_arena_alloc(p->arena, sizeof *v);

	if (!v)
		return NULL;
	v->kind = value.n ? GP_YAML_TEXT : GP_YAML_EMPTY;
	v->text = gp_arena_str(p->arena, value);
	v->line = v->key_line = p->line;
	v->column = v->key_column = 1;
	return v;
}

static void
append(struct gp_yaml *outer, struct gp_yaml **last, struct gp_yaml *v)
{
	if (!v)
		return;
	*(*last ? &(*last)->next : &outer->first) = v;
	*last = v;
	outer->count++;
}

static void
add_key(struct plain_keys *p, struct gp_str key, struct gp_yaml *v)
{
	if (v)
		v->key = gp_arena_str(p->arena, key);
	append(p->root, &p->last, v);
}

/* "words\nmore words" on one line. */
static void
go_on(struct plain_keys *p, struct gp_str line)
{
	struct gp_buf whole = { .max = GP_MAX_CLAIM_BYTES };

	if (p->last->kind == GP_YAML_LIST)
		return;
	gp_buf_str(&whole, p->last->text);
	if (whole.len)
		gp_buf_putc(&whole, ' ');
	gp_buf_str(&whole, gp_str_trim(line));
	if (whole.failed == GP_OK && whole.len)
		p->last->kind = GP_YAML_TEXT;
	p->last->text = gp_arena_buf(p->arena, &whole);
}

static bool
is_set_in(struct gp_str line)
{
	return line.n > 0 && (line.p[0] == ' ' || line.p[0] == '\t');
}

/* ---- Pandoc's title block ---- */

static struct gp_yaml *
list_of(struct plain_keys *p, struct gp_str names)
{
	struct gp_yaml *list = new_text(p, GP_STR("")), *last = NULL;
	struct gp_str name;

	if (!list)
		return NULL;
	list->kind = GP_YAML_LIST;
	while (names.n && gp_str_split(&names, ';', &name))
		if (gp_str_trim(name).n)
			append(list, &last, new_text(p, gp_str_trim(name)));
	return list;
}

static size_t
read_block(struct plain_keys *p, struct gp_str text)
{
	static const char *const keys[] = { "title", "author", "date" };
	struct gp_str line, value;
	size_t n = 0, block = 0;

	while (n < MOST_LINES && gp_str_split(&text, '\n', &line)) {
		if (p->last && is_set_in(line) && gp_str_trim(line).n) {
			go_on(p, line);
			n++;
			continue;
		}
		if (block == BLOCK_LINES || line.n == 0 || line.p[0] != '%')
			break;
		p->line = (unsigned)++n;
		value = gp_str_trim(gp_str_sub(line, 1, line.n));
		add_key(p, gp_str(keys[block]),
		        block == 1 ? list_of(p, value) : new_text(p, value));
		block++;
	}
	return n;
}

/* ---- MultiMarkdown's keys ---- */

static bool
is_key_char(char c)
{
	return gp_is_alnum(c) || c == ' ' || c == '_' || c == '-';
}

/* Where the colon of "Key: value" stands; the line's end: it is none. */
static size_t
colon_of(struct gp_str line)
{
	size_t i = gp_str_find(line, GP_STR(":"), 0);

	if (i == 0 || i > KEY_BYTES || i + 1 >= line.n ||
	    (line.p[i + 1] != ' ' && line.p[i + 1] != '\t') ||
	    !gp_is_alpha(line.p[0]) ||
	    !gp_str_all(gp_str_sub(line, 0, i), is_key_char))
		return line.n;
	return i;
}

/* The lines of the first paragraph, if all are keys; else 0. */
static size_t
read_keys(struct plain_keys *p, struct gp_str text)
{
	bool titled = false;
	struct gp_str line, key;
	size_t n = 0, colon;

	while (n < MOST_LINES && gp_str_split(&text, '\n', &line)) {
		if (gp_str_trim(line).n == 0)
			return titled && gp_str_trim(text).n ? n : 0;
		n++;
		if (p->last && is_set_in(line)) {
			go_on(p, line);
			continue;
		}
		colon = colon_of(line);
		if (colon == line.n)
			return 0;
		p->line = (unsigned)n;
		key = gp_str_trim(gp_str_sub(line, 0, colon));
		titled |= gp_str_eq_nocase(key, GP_STR("title"));
		add_key(p, key,
		        new_text(p, gp_str_trim(gp_str_sub(line, colon + 1,
		                                           line.n))));
	}
	return 0;
}

struct gp_yaml *
gp_plain_matter(struct gp_arena *a, struct gp_str text, size_t *lines)
{
	struct plain_keys p = { .arena = a };

	*lines = 0;
	p.line = 1;
	p.root = new_text(&p, GP_STR(""));
	if (!p.root)
		return NULL;
	p.root->kind = GP_YAML_MAP;
	if (gp_str_starts(text, GP_STR("% ")))
		*lines = read_block(&p, text);
	else
		*lines = read_keys(&p, text);
	return *lines ? p.root : NULL;
}
