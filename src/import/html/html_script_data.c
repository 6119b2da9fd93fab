/*
 * Data of scripts searched for running text.  Strings that are sentences are
 * counted by the name they have in the data; the name with the most words is
 * the article's, and where its strings are short they are its headings.  Which
 * program made a page is not known, nor what its names mean but for a few that
 * everybody uses for texts.
 */
#include "import/html/html_script_data.h"

#include "base/limits.h"
#include "base/map.h"
#include "base/vec.h"
#include "import/html/page/html_page.h"

#include <jansson.h>
#include <string.h>

enum {
	SENTENCE = 8,    /* words of a string that may be one */
	NEARLY = 9,      /* tenths of a name's words: all */
	LONGEST = 60,    /* words to a stop; else it is a list of words */
	LEAST_SHARE = 3, /* an article is a third of what stands with it */
	WHOLE = 60,      /* words of a string that is an article by itself */
	LONG_NAME = 100, /* bytes; no name of texts has more */
};

/* A string of the data, in its order. */
struct datum {
	const char *name;
	struct gp_str value;
	unsigned words; /* 0: no sentence */
	size_t part_of; /* the paragraph it is a part of, or 0: all of one */
};

/* Where it lies: an object or a list, the inner ones first. */
struct holder {
	size_t from, to; /* data in it */
};

struct entry {
	json_t *value;
	const char *name;
	void *at;    /* of an object: the member that comes next */
	size_t next; /* of a list: the same */
	size_t from;
	size_t paragraph; /* the object that is no mere part of another */
	bool is_part;     /* of that paragraph: a run of it, a link in it */
};

struct data_search {
	struct gp_arena *arena; /* for one value at a time */
	struct datum *data;
	size_t n_data, cap_data;
	struct holder *holders;
	size_t n_holders, cap_holders;
	struct entry *open;
	size_t n_open, cap_open;
	size_t n_paragraphs;
	struct gp_script_text *out;
	unsigned line;
};

/* ---- strings ---- */

static bool
is_markup(struct gp_str s)
{
	return gp_str_find(s, GP_STR("</"), 0) < s.n ||
	       gp_str_find(s, GP_STR("<p>"), 0) < s.n ||
	       gp_str_find(s, GP_STR("<br"), 0) < s.n;
}

static bool
ends_in_stop(struct gp_str s)
{
	s = gp_str_trim(s);
	while (s.n && (s.p[s.n - 1] == '"' || s.p[s.n - 1] == ')'))
		s.n--;
	return s.n && strchr(".!?:;", s.p[s.n - 1]);
}

static unsigned
count_stops(struct gp_str s)
{
	unsigned stops = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		stops += strchr(".!?:;", s.p[i]) != NULL;
	return stops;
}

/* Programs have braces and semicolons, sentences hardly any. */
static unsigned
words_of_sentences(struct gp_str s)
{
	unsigned words;

	if (gp_str_find(s, GP_STR(" "), 0) == s.n ||
	    gp_str_find(s, GP_STR("{"), 0) < s.n ||
	    (!is_markup(s) && !ends_in_stop(s)))
		return 0;
	words = gp_count_shown(s);
	return words >= SENTENCE && words <= count_stops(s) * LONGEST ? words
	                                                              : 0;
}

static void
add_string(struct data_search *s, const json_t *value, const char *name)
{
	struct datum *d = GP_VEC_ADD(s->arena, s->data, s->n_data, s->cap_data);

	if (!d)
		return;
	d->name = name;
	d->value = (struct gp_str){ json_string_value(value),
		                    json_string_length(value) };
	d->words = words_of_sentences(d->value);
	d->part_of = s->n_open > 0 && s->open[s->n_open - 1].is_part
	                     ? s->open[s->n_open - 1].paragraph
	                     : 0;
}

/* ---- paragraphs in parts ---- */

/* Editors keep a tree: paragraphs that hold runs of one look, and links that
   hold such runs.  What they call them: Contentful `nodeType`, Sanity `_type`,
   ProseMirror and Slate `type`. */
static const char *
kind_of(const json_t *object)
{
	static const char *const names[] = { "type", "_type", "nodeType",
		                             NULL };
	const char *kind = NULL;
	size_t i;

	for (i = 0; names[i] && !kind; i++)
		kind = json_string_value(json_object_get(object, names[i]));
	return kind;
}

static bool
is_kind_of_part(const char *kind)
{
	static const char *const kinds[] = {
		"a",         "asset-hyperlink",
		"bold",      "entry-hyperlink",
		"hyperlink", "inline",
		"italic",    "link",
		"mention",   "span",
		"strong",    "text",
		NULL,
	};
	size_t i;

	for (i = 0; kinds[i]; i++)
		if (strcmp(kinds[i], kind) == 0)
			return true;
	return false;
}

/* Slate's runs have no kind, but they are children. */
static bool
is_part(const json_t *object, const char *name)
{
	const char *kind = kind_of(object);

	if (kind)
		return is_kind_of_part(kind);
	return strcmp(name, "children") == 0 &&
	       json_is_string(json_object_get(object, "text"));
}

/* A list stands for the object that holds it. */
static void
find_paragraph(struct data_search *s, struct entry *entry)
{
	const struct entry *outer = entry == s->open ? NULL : entry - 1;

	entry->is_part = json_is_object(entry->value) && outer &&
	                 is_part(entry->value, entry->name);
	if (outer && (entry->is_part || json_is_array(entry->value)))
		entry->paragraph = outer->paragraph;
	else
		entry->paragraph = ++s->n_paragraphs;
}

/* ---- the walk ---- */

/* Names are looked at once for each string in a list that has them. */
static const char *
without_long(const char *name)
{
	return strnlen(name, LONG_NAME + 1) > LONG_NAME ? "" : name;
}

static void
enter(struct data_search *s, json_t *value, const char *name)
{
	struct entry *entry;

	name = without_long(name);
	if (json_is_string(value))
		add_string(s, value, name);
	if (!json_is_object(value) && !json_is_array(value))
		return;
	entry = GP_VEC_ADD(s->arena, s->open, s->n_open, s->cap_open);
	if (!entry)
		return;
	*entry = (struct entry){ .value = value,
		                 .name = name,
		                 .at = json_object_iter(value),
		                 .from = s->n_data };
	find_paragraph(s, entry);
}

static void
leave(struct data_search *s)
{
	struct holder *holder =
		GP_VEC_ADD(s->arena, s->holders, s->n_holders, s->cap_holders);

	if (holder)
		*holder = (struct holder){ s->open[s->n_open - 1].from,
			                   s->n_data };
	s->n_open--;
}

/* What stands in a list has the name of the list. */
static void
walk(struct data_search *s, json_t *root)
{
	struct entry *top;
	void *at;

	enter(s, root, "");
	while (s->n_open > 0) {
		top = &s->open[s->n_open - 1];
		at = top->at;
		if (at) {
			top->at = json_object_iter_next(top->value, at);
			enter(s, json_object_iter_value(at),
			      json_object_iter_key(at));
		} else if (top->next < json_array_size(top->value)) {
			top->next++;
			enter(s, json_array_get(top->value, top->next - 1),
			      top->name);
		} else {
			leave(s);
		}
	}
}

/* ---- the choice ---- */

static bool
has_part(struct gp_str name, const char *part)
{
	size_t i, n = strlen(part);

	for (i = 0; i + n <= name.n; i++)
		if (gp_str_eq_nocase(gp_str_sub(name, i, i + n), gp_str(part)))
			return true;
	return false;
}

/* Shops and games have sentences under any name. */
static bool
is_name_of_text(const char *name)
{
	static const char *const parts[] = { "body",     "content", "copy",
		                             "html",     "markup",  "paragraph",
		                             "rendered", "story",   "text",
		                             "value",    NULL };
	size_t i;

	for (i = 0; parts[i]; i++)
		if (has_part(gp_str(name), parts[i]))
			return true;
	return false;
}

/* Of an article, not of a hint. */
static bool
may_be_article(const struct datum *d)
{
	return d->words > 0 && (is_name_of_text(d->name) ||
	                        (d->words >= WHOLE && is_markup(d->value)));
}

/* The name under which most is said, or NULL. */
static const char *
best_name(const struct data_search *s)
{
	struct gp_map totals = { .arena = s->arena };
	const char *best = NULL;
	unsigned most = 0, *total;
	size_t i;

	for (i = 0; i < s->n_data; i++) {
		const struct datum *d = &s->data[i];

		if (!may_be_article(d))
			continue;
		total = gp_map_find(&totals, gp_str(d->name));
		if (!total) {
			total = gp_arena_alloc(s->arena, sizeof *total);
			gp_map_put(&totals, gp_str(d->name), total);
		}
		if (!total)
			return NULL;
		*total += d->words;
		if (*total > most) {
			most = *total;
			best = d->name;
		}
	}
	return best;
}

/* The innermost holder of nearly all words of that name. */
static struct holder
holder_of(const struct data_search *s, const char *name)
{
	size_t *before =
		gp_arena_array(s->arena, s->n_data + 1, sizeof *before);
	size_t i, all;

	for (i = 0; before && i < s->n_data; i++)
		before[i + 1] = before[i] + (strcmp(s->data[i].name, name) == 0
		                                     ? s->data[i].words
		                                     : 0);
	all = before ? before[s->n_data] : 0;
	for (i = 0; before && i < s->n_holders; i++) {
		const struct holder *h = &s->holders[i];

		if ((before[h->to] - before[h->from]) * 10 >= all * NEARLY)
			return *h;
	}
	return (struct holder){ 0, s->n_data };
}

static void
put_escaped(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '<')
			gp_buf_puts(out, "&lt;");
		else if (s.p[i] == '&')
			gp_buf_puts(out, "&amp;");
		else
			gp_buf_putc(out, s.p[i]);
	}
}

static void
put(struct gp_str s, struct gp_buf *out)
{
	struct gp_str line;

	if (is_markup(s)) {
		gp_buf_puts(out, "<div>");
		gp_buf_str(out, s);
		gp_buf_puts(out, "</div>");
		return;
	}
	while (gp_str_split(&s, '\n', &line)) {
		gp_buf_puts(out, "<p>");
		put_escaped(line, out);
		gp_buf_puts(out, "</p>");
	}
}

/* The next of that name, from `i` on. */
static size_t
find_named(const struct data_search *s, size_t i, size_t to, const char *name)
{
	while (i < to && strcmp(s->data[i].name, name) != 0)
		i++;
	return i;
}

/* A paragraph with all its parts; `*i` is its first, then what follows it. */
static struct gp_str
take_paragraph(struct data_search *s, size_t *i, size_t to, const char *name)
{
	const struct datum *first = &s->data[*i];
	struct gp_buf joined = { .max = GP_MAX_HTML_BYTES };
	struct gp_str all;

	*i = find_named(s, *i + 1, to, name);
	if (!first->part_of || *i == to ||
	    s->data[*i].part_of != first->part_of)
		return first->value;
	gp_buf_str(&joined, first->value);
	while (*i < to && s->data[*i].part_of == first->part_of) {
		gp_buf_str(&joined, s->data[*i].value);
		*i = find_named(s, *i + 1, to, name);
	}
	all = gp_arena_str(s->arena, gp_buf_view(&joined));
	gp_buf_free(&joined);
	return all;
}

static size_t
bytes_between(const struct data_search *s, size_t from, size_t to)
{
	size_t bytes = 0;

	while (from < to)
		bytes += s->data[from++].value.n;
	return bytes;
}

/* A paragraph that is quoted elsewhere in the same data is said once. */
static bool
give(struct data_search *s, const char *name, struct gp_err *e)
{
	struct holder h = holder_of(s, name);
	struct gp_map said = { .arena = s->arena };
	struct gp_buf html = { .max = GP_MAX_HTML_BYTES };
	unsigned words = 0;
	size_t i = find_named(s, h.from, h.to, name), bytes = 0;

	while (i < h.to) {
		struct gp_str paragraph = take_paragraph(s, &i, h.to, name);

		if (gp_count_shown(paragraph) == 0 ||
		    gp_map_find(&said, paragraph))
			continue;
		gp_map_put(&said, paragraph, s);
		words += gp_count_shown(paragraph);
		bytes += paragraph.n;
		put(paragraph, &html);
	}
	if (words <= s->out->words ||
	    bytes * LEAST_SHARE < bytes_between(s, h.from, h.to)) {
		gp_buf_free(&html);
		return true;
	}
	gp_buf_free(&s->out->html);
	*s->out = (struct gp_script_text){ html, words, s->line };
	return gp_buf_ok(&html, e);
}

/* ---- scripts ---- */

static bool
search_value(struct data_search *s, json_t *root, struct gp_err *e)
{
	const char *name;
	bool ok;

	s->data = NULL;
	s->holders = NULL;
	s->open = NULL;
	s->n_data = s->cap_data = s->n_holders = s->cap_holders = 0;
	s->n_open = s->cap_open = 0;
	s->arena = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!s->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	walk(s, root);
	name = best_name(s);
	ok = (!name || give(s, name, e)) && gp_arena_ok(s->arena, e);
	gp_arena_free(s->arena);
	return ok;
}

/* Adds to `read` how many bytes were read, whatever they were. */
static bool
read_value(struct data_search *s, struct gp_str from, size_t *read,
           struct gp_err *e)
{
	bool ok;
	json_error_t error = { .position = 0 };
	json_t *root, *inner;

	root = json_loadb(from.p, from.n,
	                  JSON_DISABLE_EOF_CHECK | JSON_DECODE_ANY, &error);
	/* JSON.parse("{...}") */
	if (json_is_string(root)) {
		inner = json_loadb(json_string_value(root),
		                   json_string_length(root), 0, NULL);
		json_decref(root);
		root = inner;
	}
	ok = !root || search_value(s, root, e);
	json_decref(root);
	*read += error.position > 0 ? (size_t)error.position : 1;
	return ok;
}

static bool
is_open(char c)
{
	return c == '{' || c == '[';
}

/* Data begin a script, or stand behind '=' or '('. */
static size_t
find_value(struct gp_str s, size_t i)
{
	bool may_begin = i == 0;

	for (; i < s.n; i++) {
		if (may_begin &&
		    (is_open(s.p[i]) ||
		     (s.p[i] == '"' && i + 1 < s.n && is_open(s.p[i + 1]))))
			return i;
		if (!gp_is_space(s.p[i]))
			may_begin = s.p[i] == '=' || s.p[i] == '(';
	}
	return i;
}

/* What was read is not looked at again, whatever came of it. */
static bool
search_script(struct data_search *s, struct gp_str text, struct gp_err *e)
{
	size_t i = find_value(text, 0);

	while (i < text.n) {
		if (!read_value(s, gp_str_sub(text, i, text.n), &i, e))
			return false;
		i = find_value(text, i);
	}
	return true;
}

static struct gp_str
text_of_script(const struct gp_flat *d, uint32_t i)
{
	uint32_t text = gp_flat_is(d, i, GP_N_SCRIPT) ? gp_flat_first(d, i)
	                                              : GP_FLAT_NONE;
	struct gp_str type = gp_flat_attr(d, i, GP_N_TYPE);

	if (text == GP_FLAT_NONE ||
	    gp_str_find(type, GP_STR("ld+json"), 0) < type.n)
		return GP_STR("");
	return gp_str_trim(gp_flat_text(d, text));
}

static void
report_large(const struct gp_html *h, unsigned line)
{
	gp_diag_add(h->d, GP_WARNING, "script-data-large", h->name, line,
	            "a script over %zu MiB is not searched for text",
	            GP_MAX_SCRIPT_DATA / GP_MIB);
}

bool
gp_html_script_text(const struct gp_html *h, struct gp_script_text *out,
                    struct gp_err *e)
{
	struct data_search s = { .out = out };
	struct gp_str text;
	uint32_t i;

	for (i = 0; i < h->flat->n_nodes; i++) {
		text = text_of_script(h->flat, i);
		s.line = h->flat->nodes[i].line;
		if (text.n > GP_MAX_SCRIPT_DATA)
			report_large(h, s.line);
		else if (!search_script(&s, text, e))
			return false;
	}
	return true;
}

bool
gp_html_has_scripts(const struct gp_html *h)
{
	uint32_t i;

	for (i = 0; i < h->flat->n_nodes; i++)
		if (gp_flat_is(h->flat, i, GP_N_SCRIPT) &&
		    (gp_flat_has_attr(h->flat, i, GP_N_SRC) ||
		     text_of_script(h->flat, i).n > 0))
			return true;
	return false;
}
