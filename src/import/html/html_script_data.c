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
#include "base/text/fold.h"
#include "import/html/html_data_tree.h"
#include "import/html/page/html_page.h"

#include <string.h>

enum {
	NEARLY = 9,       /* tenths of a name's words: all */
	LEAST_SHARE = 3,  /* an article is a third of what stands with it */
	WHOLE = 60,       /* words of a string that is an article by itself */
	TITLE_BYTES = 20, /* of a title that tells one article from another */
};

struct data_search {
	struct gp_data in;   /* one value at a time */
	struct gp_str title; /* of the page, folded; "" when it says little */
	struct gp_script_text *out;
	unsigned line;
};

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
may_be_article(const struct gp_datum *d)
{
	return d->words > 0 &&
	       (is_name_of_text(d->name) ||
	        (d->words >= WHOLE && gp_data_is_markup(d->value)));
}

/* ---- whose text ---- */

/* The title of the page, or all of it but the name of the site. */
static bool
is_title(const struct data_search *s, const struct gp_datum *d,
         struct gp_buf *folded)
{
	if (d->value.n < TITLE_BYTES || d->value.n > s->title.n * 2)
		return false;
	gp_buf_clear(folded);
	gp_fold_words(d->value, folded);
	return folded->len >= TITLE_BYTES &&
	       gp_str_starts(s->title, gp_buf_view(folded));
}

/* Before each string: how often the title was said, words of articles. */
struct told_before {
	size_t titles, words;
};

static struct told_before *
count_before(const struct data_search *s, struct gp_err *e)
{
	struct told_before *b =
		gp_arena_array(s->in.arena, s->in.n_data + 1, sizeof *b);
	struct gp_buf folded = { .max = GP_MAX_HTML_BYTES };
	size_t i;

	for (i = 0; b && i < s->in.n_data; i++) {
		const struct gp_datum *d = &s->in.data[i];

		b[i + 1] = b[i];
		b[i + 1].titles += is_title(s, d, &folded);
		b[i + 1].words += may_be_article(d) ? d->words : 0;
	}
	if (!gp_buf_ok(&folded, e))
		b = NULL;
	gp_buf_free(&folded);
	return b;
}

/* Data may hold several articles: the innermost part with the page's title and
   a text, else all. */
static struct gp_data_span
scope_of(const struct data_search *s, struct gp_err *e)
{
	const struct told_before *b = s->title.n ? count_before(s, e) : NULL;
	size_t i;

	for (i = 0; b && i < s->in.n_spans; i++) {
		const struct gp_data_span *h = &s->in.spans[i];

		if (b[h->to].titles > b[h->from].titles &&
		    b[h->to].words >= b[h->from].words + WHOLE)
			return *h;
	}
	return (struct gp_data_span){ 0, s->in.n_data };
}

/* ---- which strings ---- */

/* The name under which most is said, or NULL. */
static const char *
best_name(const struct data_search *s, struct gp_data_span in)
{
	struct gp_map totals = { .arena = s->in.arena };
	const char *best = NULL;
	unsigned most = 0, *total;
	size_t i;

	for (i = in.from; i < in.to; i++) {
		const struct gp_datum *d = &s->in.data[i];

		if (!may_be_article(d))
			continue;
		total = gp_map_find(&totals, gp_str(d->name));
		if (!total) {
			total = gp_arena_alloc(s->in.arena, sizeof *total);
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

/* The innermost part of `in` with nearly all words of that name in it. */
static struct gp_data_span
holder_of(const struct data_search *s, struct gp_data_span in, const char *name)
{
	size_t *before =
		gp_arena_array(s->in.arena, s->in.n_data + 1, sizeof *before);
	size_t i, all;

	for (i = 0; before && i < s->in.n_data; i++)
		before[i + 1] =
			before[i] + (strcmp(s->in.data[i].name, name) == 0
		                             ? s->in.data[i].words
		                             : 0);
	all = before ? before[in.to] - before[in.from] : 0;
	for (i = 0; before && i < s->in.n_spans; i++) {
		const struct gp_data_span *h = &s->in.spans[i];

		if (h->from >= in.from && h->to <= in.to &&
		    (before[h->to] - before[h->from]) * 10 >= all * NEARLY)
			return *h;
	}
	return in;
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

	if (gp_data_is_markup(s)) {
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
	while (i < to && strcmp(s->in.data[i].name, name) != 0)
		i++;
	return i;
}

/* A paragraph with all its parts; `*i` is its first, then what follows it. */
static struct gp_str
take_paragraph(struct data_search *s, size_t *i, size_t to, const char *name)
{
	const struct gp_datum *first = &s->in.data[*i];
	struct gp_buf joined = { .max = GP_MAX_HTML_BYTES };
	struct gp_str all;

	*i = find_named(s, *i + 1, to, name);
	if (!first->part_of || *i == to ||
	    s->in.data[*i].part_of != first->part_of)
		return first->value;
	gp_buf_str(&joined, first->value);
	while (*i < to && s->in.data[*i].part_of == first->part_of) {
		gp_buf_str(&joined, s->in.data[*i].value);
		*i = find_named(s, *i + 1, to, name);
	}
	all = gp_arena_str(s->in.arena, gp_buf_view(&joined));
	gp_buf_free(&joined);
	return all;
}

static size_t
bytes_between(const struct data_search *s, size_t from, size_t to)
{
	size_t bytes = 0;

	while (from < to)
		bytes += s->in.data[from++].value.n;
	return bytes;
}

/* A paragraph that is quoted elsewhere in the same data is said once. */
static bool
give(struct data_search *s, struct gp_data_span in, const char *name,
     struct gp_err *e)
{
	struct gp_data_span h = holder_of(s, in, name);
	struct gp_map said = { .arena = s->in.arena };
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
choose(struct data_search *s, struct gp_err *e)
{
	struct gp_data_span in = scope_of(s, e);
	const char *name = best_name(s, in);

	return (!name || give(s, in, name, e)) && gp_arena_ok(s->in.arena, e);
}

static bool
search_value(struct data_search *s, json_t *root, struct gp_err *e)
{
	bool ok;

	s->in = (struct gp_data){ .arena = gp_arena_new(GP_MAX_DOC_ARENA) };
	if (!s->in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_data_list(&s->in, root);
	ok = choose(s, e);
	gp_arena_free(s->in.arena);
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

static bool
search_scripts(const struct gp_html *h, struct data_search *s, struct gp_err *e)
{
	struct gp_str text;
	uint32_t i;

	for (i = 0; i < h->flat->n_nodes; i++) {
		text = text_of_script(h->flat, i);
		s->line = h->flat->nodes[i].line;
		if (text.n > GP_MAX_SCRIPT_DATA)
			report_large(h, s->line);
		else if (!search_script(s, text, e))
			return false;
	}
	return true;
}

bool
gp_html_script_text(const struct gp_html *h, struct gp_script_text *out,
                    struct gp_err *e)
{
	struct data_search s = { .out = out };
	struct gp_buf title = { .max = GP_MAX_HTML_BYTES };
	bool ok;

	gp_fold_words(h->title, &title);
	if (title.len >= TITLE_BYTES)
		s.title = gp_buf_view(&title);
	ok = gp_buf_ok(&title, e) && search_scripts(h, &s, e);
	gp_buf_free(&title);
	return ok;
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
