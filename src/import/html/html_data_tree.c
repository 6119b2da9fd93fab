/*
 * Data of scripts walked through: see html_data_tree.h.  Which program made
 * a page is not known, nor what its names mean but for a few that everybody
 * uses for the parts of a text.
 */
#include "import/html/html_data_tree.h"

#include "base/vec.h"
#include "import/html/page/html_page.h"

#include <string.h>

enum {
	SENTENCE = 8,    /* words of a string that may be one */
	LONGEST = 60,    /* words to a stop; else it is a list of words */
	LONG_NAME = 100, /* bytes; no name of texts has more */
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

struct data_walk {
	struct gp_data *out;
	struct entry *open;
	size_t n_open, cap_open;
	size_t n_paragraphs;
};

/* ---- trees ---- */

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

/* ---- strings ---- */

bool
gp_data_is_markup(struct gp_str s)
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
	    (!gp_data_is_markup(s) && !ends_in_stop(s)))
		return 0;
	words = gp_count_shown(s);
	return words >= SENTENCE && words <= count_stops(s) * LONGEST ? words
	                                                              : 0;
}

/* A run of a tree is "text" whatever its string is called: `value`, `data`
   (htmlparser2), `content`. */
static const char *
name_of_run(const struct data_walk *s, const char *name)
{
	static const char *const strings[] = { "content", "data", "text",
		                               "value", NULL };
	const json_t *run = s->n_open ? s->open[s->n_open - 1].value : NULL;
	const char *kind = json_is_object(run) ? kind_of(run) : NULL;

	return kind && strcmp(kind, "text") == 0 &&
	                       gp_str_among(gp_str(name), strings)
	               ? "text"
	               : name;
}

static void
add_string(struct data_walk *s, const json_t *value, const char *name)
{
	struct gp_datum *d = GP_VEC_ADD(s->out->arena, s->out->data,
	                                s->out->n_data, s->out->cap_data);

	if (!d)
		return;
	d->name = name_of_run(s, name);
	d->value = (struct gp_str){ json_string_value(value),
		                    json_string_length(value) };
	d->words = words_of_sentences(d->value);
	d->part_of = s->n_open > 0 && s->open[s->n_open - 1].is_part
	                     ? s->open[s->n_open - 1].paragraph
	                     : 0;
}

/* ---- paragraphs in parts ---- */

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
find_paragraph(struct data_walk *s, struct entry *entry)
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
enter(struct data_walk *s, json_t *value, const char *name)
{
	struct entry *entry;

	name = without_long(name);
	if (json_is_string(value))
		add_string(s, value, name);
	if (!json_is_object(value) && !json_is_array(value))
		return;
	entry = GP_VEC_ADD(s->out->arena, s->open, s->n_open, s->cap_open);
	if (!entry)
		return;
	*entry = (struct entry){ .value = value,
		                 .name = name,
		                 .at = json_object_iter(value),
		                 .from = s->out->n_data };
	find_paragraph(s, entry);
}

static void
leave(struct data_walk *s)
{
	struct gp_data_span *holder =
		GP_VEC_ADD(s->out->arena, s->out->spans, s->out->n_spans,
	                   s->out->cap_spans);

	if (holder)
		*holder = (struct gp_data_span){ s->open[s->n_open - 1].from,
			                         s->out->n_data };
	s->n_open--;
}

/* What stands in a list has the name of the list. */
static void
walk(struct data_walk *s, json_t *root)
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

void
gp_data_list(struct gp_data *d, json_t *root)
{
	struct data_walk s = { .out = d };

	walk(&s, root);
}
