/* The list read along the tables at the foot, and compared: what a pack says
   has to be written as the list has it, what a source says may be written in
   other ways.  It does not decide what follows from a marking. */
#include "config/markings.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "config/yamlkeys.h"

#include <stddef.h>

enum { MOST_MARKINGS = 32, MOST_LINE = 80, MOST_SUBJECT = 200 };

static const struct gp_keys row_keys, file_keys;

/* ---- reading ---- */

static bool
take_names(struct gp_taker *t, const struct gp_yaml *v, struct gp_str **names,
           size_t *n)
{
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, MOST_MARKINGS))
		return false;
	*names = gp_arena_array(t->arena, v->count + 1, sizeof **names);
	if (!*names)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next)
		if (!gp_take_line(t, c, &(*names)[(*n)++]))
			return false;
	return true;
}

static bool
take_descriptors(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_marking *row = field;

	return take_names(t, v, &row->descriptors, &row->n_descriptors);
}

static bool
take_refused(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_markings *m = field;

	return take_names(t, v, &m->refused, &m->n_refused);
}

static bool
take_elsewhere(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_markings *m = field;

	return take_names(t, v, &m->elsewhere, &m->n_elsewhere);
}

static bool
take_markings(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_markings *m = field;
	const struct gp_yaml *c;

	if (!gp_need_list(t, v, MOST_MARKINGS))
		return false;
	m->rows = gp_arena_array(t->arena, v->count + 1, sizeof *m->rows);
	if (!m->rows)
		return gp_arena_ok(t->arena, t->e);
	for (c = v->first; c; c = c->next)
		if (!gp_take_row(t, c, &row_keys, "marking", &m->rows[m->n++]))
			return false;
	return true;
}

static bool
take_file(struct gp_taker *t, const struct gp_yaml *root, struct gp_markings *m)
{
	if (!root || root->kind != GP_YAML_MAP)
		return gp_fail_at(t->e, GP_SYNTAX, t->path, 1, 1,
		                  "must hold lines of the form `key: value`");
	return gp_take_map(t, root, &file_keys, m);
}

struct gp_markings *
gp_markings_read(struct gp_arena *a, const char *path, struct gp_str text,
                 struct gp_err *e)
{
	struct gp_taker t = { .arena = a, .path = path, .e = e };
	struct gp_arena *tree = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_markings *m = gp_arena_alloc(a, sizeof *m);
	struct gp_yaml *root;
	bool good = false;

	if (!tree || !m) {
		gp_fail(e, GP_NOMEM, "out of memory");
	} else {
		m->arena = a;
		good = gp_yaml_parse(tree, path, text, &root, e) &&
		       take_file(&t, root, m) && gp_arena_ok(a, e);
	}
	gp_arena_free(tree);
	return good ? m : NULL;
}

/* ---- comparing ---- */

static bool
is_descriptor(const struct gp_marking *row, struct gp_str s)
{
	size_t i;

	for (i = 0; i < row->n_descriptors; i++)
		if (gp_str_eq(row->descriptors[i], s))
			return true;
	return false;
}

static bool
is_written(const struct gp_marking *row, struct gp_str s)
{
	struct gp_str rest = gp_str_sub(s, row->name.n, s.n);

	if (!gp_str_starts(s, row->name))
		return false;
	return rest.n == 0 || (rest.p[0] == ' ' &&
	                       is_descriptor(row, gp_str_sub(rest, 1, rest.n)));
}

size_t
gp_marking_height(const struct gp_markings *m, struct gp_str written)
{
	size_t i;

	for (i = 0; i < m->n_refused; i++)
		if (gp_str_eq_nocase(m->refused[i], written))
			return m->n + m->n_elsewhere + 1 + i;
	for (i = m->n; i > 0; i--)
		if (is_written(&m->rows[i - 1], written))
			return i;
	return 0;
}

struct gp_str
gp_marking_name(const struct gp_markings *m, size_t height)
{
	size_t refused = m->n + m->n_elsewhere;

	if (height > refused)
		return m->refused[height - refused - 1];
	return height > m->n ? m->elsewhere[height - m->n - 1]
	                     : m->rows[height - 1].name;
}

/* ---- lines of a source ---- */

/* "Classification: " and its like. */
static bool
take_label(struct gp_str *line)
{
	static const char *const labels[] = { "classification",
		                              "security classification",
		                              "protective marking",
		                              "security marking",
		                              "security",
		                              "handling",
		                              "marking",
		                              NULL };
	size_t colon = gp_str_find(*line, GP_STR(":"), 0);

	if (colon == line->n ||
	    !gp_str_among_nocase(gp_str_trim(gp_str_sub(*line, 0, colon)),
	                         labels))
		return false;
	*line = gp_str_trim(gp_str_sub(*line, colon + 1, line->n));
	return true;
}

/* "This document is marked " and its like: what follows is in capitals. */
static bool
take_sentence(struct gp_str *line)
{
	static const char *const verbs[] = { " is marked ", " is classified ",
		                             NULL };
	size_t i, at;

	if (!gp_str_starts(*line, GP_STR("This ")))
		return false;
	for (i = 0; verbs[i]; i++) {
		at = gp_str_find(*line, gp_str(verbs[i]), 0);
		if (at == line->n)
			continue;
		*line = gp_str_sub(*line, at + gp_str(verbs[i]).n, line->n);
		return true;
	}
	return false;
}

/* "SECRET//SI//NOFORN": codes stand behind two strokes (Intelligence Community
   Directive 710, the register of its markings), and nobody writes those in
   prose. */
static bool
take_codes(struct gp_str *line)
{
	size_t at = gp_str_find(*line, GP_STR("//"), 0);

	if (at == 0 || at == line->n || line->p[at - 1] == ':')
		return false;
	*line = gp_str_trim(gp_str_sub(*line, 0, at));
	return true;
}

/* Subjects of mails carry theirs in brackets: "[OFFICIAL-SENSITIVE] Plans". */
static bool
take_bracket(struct gp_str *line)
{
	size_t open = gp_str_find(*line, GP_STR("["), 0);
	size_t close = gp_str_find(*line, GP_STR("]"), open);

	if (line->n > MOST_SUBJECT || close == line->n)
		return false;
	*line = gp_str_sub(*line, open + 1, close);
	return true;
}

static bool
has_lower(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && !gp_is_lower(s.p[i]))
		i++;
	return i < s.n;
}

/* Words behind the name of a marking that still belong to it: those of codes
   and descriptors. */
static bool
is_caveat(const struct gp_markings *m, struct gp_str rest)
{
	struct gp_buf folded = { .max = 0 };
	bool found = rest.n == 0 || gp_str_ends(rest, GP_STR("eyes only")) ||
	             gp_str_starts(rest, GP_STR("strap"));
	size_t i, k;

	for (i = 0; i < m->n && !found; i++)
		for (k = 0; k < m->rows[i].n_descriptors && !found; k++) {
			gp_buf_clear(&folded);
			gp_fold_words(m->rows[i].descriptors[k], &folded);
			found = gp_str_eq(gp_buf_view(&folded), rest);
		}
	gp_buf_free(&folded);
	return found;
}

/* Nobody writes "OFFICIAL-SENSITIVE" and means something else, whatever
   follows. */
static bool
is_unlike_words(struct gp_str name)
{
	return gp_str_find(name, GP_STR("-"), 0) < name.n;
}

static bool
begins_marking(const struct gp_markings *m, struct gp_str name,
               struct gp_str line)
{
	struct gp_buf folded = { .max = 0 };
	struct gp_str want;
	bool is;

	gp_fold_words(name, &folded);
	want = gp_buf_view(&folded);
	is = want.n && gp_str_starts(line, want) &&
	     (line.n == want.n || line.p[want.n] == ' ') &&
	     (is_unlike_words(name) ||
	      is_caveat(m, gp_str_trim(gp_str_sub(line, want.n, line.n))));
	gp_buf_free(&folded);
	return is;
}

static bool
is_elsewhere(const struct gp_markings *m, size_t height)
{
	return height > m->n && height <= m->n + m->n_elsewhere;
}

static size_t
height_of_words(const struct gp_markings *m, struct gp_str words)
{
	size_t height = m->n + m->n_elsewhere + m->n_refused;

	if (gp_str_starts(words, GP_STR("uk ")))
		words = gp_str_sub(words, 3, words.n);
	while (height > 0 &&
	       (is_elsewhere(m, height) ||
	        !begins_marking(m, gp_marking_name(m, height), words)))
		height--;
	return height;
}

static size_t
height_of_folded(const struct gp_markings *m, struct gp_str line)
{
	struct gp_buf folded = { .max = 0 };
	size_t height;

	gp_fold_words(line, &folded);
	height = height_of_words(m, gp_str_trim(gp_buf_view(&folded)));
	gp_buf_free(&folded);
	return height;
}

/* "OFFICIAL-SENSITIVE: Plans for the bridge": only names that are no words. */
static size_t
height_of_front(const struct gp_markings *m, struct gp_str line)
{
	struct gp_str front =
		gp_str_sub(line, 0, gp_str_find(line, GP_STR(":"), 0));
	size_t height;

	if (front.n == line.n || front.n > MOST_LINE || has_lower(front))
		return 0;
	height = height_of_folded(m, front);
	return height && is_unlike_words(gp_marking_name(m, height)) ? height
	                                                             : 0;
}

/* "Official – Sensitive" and nothing else, in any case: only names that are no
   words by themselves. */
static bool
is_alone(const struct gp_markings *m, struct gp_str name, struct gp_str line)
{
	struct gp_buf want = { .max = 0 }, is = { .max = 0 };
	bool alone;

	gp_fold_words(name, &want);
	gp_fold_words(line, &is);
	line = gp_str_trim(gp_buf_view(&is));
	alone = gp_str_starts(line, gp_buf_view(&want)) &&
	        is_caveat(m, gp_str_trim(gp_str_sub(line, want.len, line.n)));
	gp_buf_free(&want);
	gp_buf_free(&is);
	return alone;
}

static size_t
height_of_alone(const struct gp_markings *m, struct gp_str line)
{
	size_t height = height_of_folded(m, line);

	return height && is_unlike_words(gp_marking_name(m, height)) &&
	                       is_alone(m, gp_marking_name(m, height), line)
	               ? height
	               : 0;
}

static size_t
height_of_rest(const struct gp_markings *m, struct gp_str line)
{
	size_t height = height_of_front(m, line);

	return height ? height : height_of_alone(m, line);
}

size_t
gp_marking_height_of_line(const struct gp_markings *m, struct gp_str line)
{
	bool labelled;

	line = gp_str_trim(line);
	labelled = take_label(&line);
	labelled = take_codes(&line) || labelled;
	if (!labelled && !take_sentence(&line))
		(void)take_bracket(&line);
	if (line.n == 0 || line.n > MOST_LINE)
		return labelled ? 0 : height_of_front(m, line);
	if (!labelled && has_lower(line))
		return height_of_rest(m, line);
	return height_of_folded(m, line);
}

/* ---- fields of a source ---- */

/* The value of `key` ("SEC=") up to the next comma, semicolon or bracket; ""
   where none is.  A key that is the end of another is none. */
static struct gp_str
item_of(struct gp_str value, struct gp_str key)
{
	size_t at = gp_str_find(value, key, 0), end;

	while (at < value.n && at > 0 && gp_is_alnum(value.p[at - 1]))
		at = gp_str_find(value, key, at + 1);
	for (end = at + key.n; end < value.n; end++)
		if (value.p[end] == ',' || value.p[end] == ';' ||
		    value.p[end] == ']')
			break;
	return gp_str_trim(gp_str_sub(value, at + key.n, end));
}

static bool
says_name(const struct gp_markings *m, size_t height, struct gp_str words,
          bool sure)
{
	struct gp_buf folded = { .max = 0 };
	struct gp_str want;
	bool says;

	gp_fold_words(gp_marking_name(m, height), &folded);
	want = gp_buf_view(&folded);
	says = want.n && gp_str_starts(words, want) &&
	       (words.n == want.n || (sure && words.p[want.n] == ' '));
	gp_buf_free(&folded);
	return says;
}

/* Other lists are heard where the field is sure or the name in capitals. */
static bool
is_heard(const struct gp_markings *m, size_t height, struct gp_str value,
         bool sure)
{
	return sure || !is_elsewhere(m, height) || !has_lower(value);
}

/* The country's name may stand before it. */
static size_t
height_of_name(const struct gp_markings *m, struct gp_str value, bool sure)
{
	struct gp_buf folded = { .max = 0 };
	size_t height = m->n + m->n_elsewhere + m->n_refused;
	struct gp_str words;

	gp_fold_words(value, &folded);
	words = gp_str_trim(gp_buf_view(&folded));
	if (gp_str_starts(words, GP_STR("uk ")) ||
	    gp_str_starts(words, GP_STR("au ")))
		words = gp_str_sub(words, 3, words.n);
	while (height > 0 && !(is_heard(m, height, value, sure) &&
	                       says_name(m, height, words, sure)))
		height--;
	gp_buf_free(&folded);
	return height;
}

/* Of a list that has a name of other lists too, its own place counts. */
static size_t
own_height(const struct gp_markings *m, size_t height)
{
	size_t own;

	if (!is_elsewhere(m, height))
		return height;
	own = gp_marking_height(m, gp_marking_name(m, height));
	return own ? own : height;
}

static size_t
height_of_protected(const struct gp_markings *m)
{
	size_t i = 0;

	while (i < m->n && !m->rows[i].is_protected)
		i++;
	return i < m->n ? i + 1 : m->n;
}

static size_t
height_of_items(const struct gp_markings *m, struct gp_str value,
                struct gp_str sec)
{
	size_t height = own_height(m, height_of_name(m, sec, true));
	size_t least = item_of(value, GP_STR("CAVEAT=")).n ||
	                               item_of(value, GP_STR("ACCESS=")).n
	                       ? height_of_protected(m)
	                       : 0;

	return height > least ? height : least;
}

size_t
gp_marking_height_of_field(const struct gp_markings *m, struct gp_str value,
                           bool sure)
{
	struct gp_str sec = item_of(value, GP_STR("SEC="));
	struct gp_str label = item_of(value, GP_STR("marking="));
	size_t height;

	if (sec.n)
		return height_of_items(m, value, sec);
	if (label.n) {
		value = label;
		sure = true;
	}
	height = own_height(m, height_of_name(m, value, sure));
	return height ? height : gp_marking_height_of_line(m, value);
}

/* ---- what was meant ---- */

/* Case is a slip of its own, and a small one. */
static void
weigh(struct gp_str written, struct gp_str name, struct gp_str *near,
      size_t *best)
{
	size_t far = gp_str_eq_nocase(written, name)
	                     ? 0
	                     : gp_str_distance(written, name);

	if (far < *best) {
		*best = far;
		*near = name;
	}
}

struct gp_str
gp_marking_nearest(const struct gp_markings *m, struct gp_str written)
{
	size_t best = written.n / 2 + 1, i, k;
	struct gp_str near = GP_STR("");

	for (i = 0; i < m->n; i++) {
		const struct gp_marking *row = &m->rows[i];

		weigh(written, row->name, &near, &best);
		for (k = 0; k < row->n_descriptors; k++)
			weigh(written,
			      gp_arena_printf(m->arena, "%.*s %.*s",
			                      GP_ARG(row->name),
			                      GP_ARG(row->descriptors[k])),
			      &near, &best);
	}
	return near;
}

/* ---- the keys ---- */

static const struct gp_key row_rows[] = {
	{ "marking", gp_take_line, offsetof(struct gp_marking, name), false },
	{ "descriptors", take_descriptors, 0, false },
	{ "handling", gp_take_flag, offsetof(struct gp_marking, handling),
	  false },
	{ "protected", gp_take_flag, offsetof(struct gp_marking, is_protected),
	  false },
};

static const struct gp_key file_rows[] = {
	{ "markings", take_markings, 0, false },
	{ "elsewhere", take_elsewhere, 0, false },
	{ "refused", take_refused, 0, false },
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static const struct gp_keys row_keys = { " in an entry of `markings`", row_rows,
	                                 COUNT(row_rows) };
static const struct gp_keys file_keys = { "", file_rows, COUNT(file_rows) };
