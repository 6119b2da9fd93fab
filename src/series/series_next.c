/* The folder of the next pack: its day, and a pack.yaml that says what the last
   one said of every day.  The text of that file is cut, not written anew, so
   that comments and layout stay.  No article is looked at, and a folder that
   has a pack.yaml is not touched. */
#include "series/pack_folders.h"

#include "base/file.h"
#include "base/limits.h"
#include "config/yamltree.h"
#include "series/ledger/safe_file.h"

#include <stdio.h>

enum { DAY_SECONDS = 24 * 60 * 60 };

struct gp_next {
	struct gp_series s;
	struct gp_date day;
	char name[GP_DATE_TEXT];
	const struct gp_pack_folder *last; /* that has a pack.yaml; or NULL */
};

/* ---- the day ---- */

/* The day after the last pack or the present one, whichever is later. */
static bool
settle_day(struct gp_next *n, const struct gp_pack_folder *last,
           struct gp_err *e)
{
	struct gp_date *day = &n->day;
	struct gp_date after;

	*day = n->s.now;
	day->precision = GP_DAY;
	if (!last)
		return true;
	if (!gp_date_from_seconds(gp_date_seconds(&last->date) + DAY_SECONDS,
	                          &after))
		return gp_fail(e, GP_USAGE,
		               "the last pack is of %s; name the "
		               "next day with --date YYYY-MM-DD",
		               last->name.p);
	after.precision = GP_DAY;
	if (gp_date_cmp(&after, day) > 0)
		*day = after;
	return true;
}

static bool
given_day(struct gp_next *n, const char *text, struct gp_err *e)
{
	if (!gp_date_parse(gp_str(text), &n->day) || n->day.precision < GP_DAY)
		return gp_fail(e, GP_USAGE,
		               "`%s` is not a day; write YYYY-MM-DD", text);
	n->day.precision = GP_DAY;
	return true;
}

/* Articles that arrive by themselves may lie in tomorrow's folder already: a
   pack is begun when it has a pack.yaml or was released. */
static bool
is_begun(const struct gp_next *n, const struct gp_pack_folder *p)
{
	return p->has_file || gp_ledger_last_of(&n->s.ledger, p->name);
}

static bool
choose(struct gp_next *n, const char *date, struct gp_err *e)
{
	const struct gp_pack_folder *last = NULL;
	struct gp_pack_folder *rows;
	size_t count, i;

	if (!gp_pack_folders(&n->s, n->s.arena, &rows, &count, e))
		return false;
	for (i = 0; i < count; i++) {
		if (rows[i].has_file)
			n->last = &rows[i];
		if (is_begun(n, &rows[i]) && rows[i].date.precision >= GP_DAY)
			last = &rows[i];
	}
	if (!(date ? given_day(n, date, e) : settle_day(n, last, e)))
		return false;
	gp_date_iso(&n->day, n->name);
	return true;
}

/* ---- pack.yaml ---- */

/* What is of one day alone. */
static const char *const of_a_day[] = {
	"articles", "corrections", "date",      "embargo", "identifier",
	"note",     "notes",       "withdrawn", NULL,
};

/* A line of the old file: of a key that goes, of one that stays, or of none. */
struct old_lines {
	struct gp_str *rows;
	bool *goes;
	size_t n;
};

static bool
is_remark(struct gp_str line)
{
	return line.n > 0 && line.p[0] == '#';
}

static bool
split_lines(struct gp_arena *a, struct gp_str text, struct old_lines *out)
{
	struct gp_str line;
	size_t n = gp_str_count(text, '\n') + 1;

	out->rows = gp_arena_array(a, n, sizeof *out->rows);
	out->goes = gp_arena_array(a, n, sizeof *out->goes);
	if (!out->rows || !out->goes)
		return false;
	while (out->n < n && gp_str_split(&text, '\n', &line))
		out->rows[out->n++] = line;
	return true;
}

/* Lines `from` to `to` are of a key that goes, and so are the remarks right
   over it; those behind it, at the margin, are of the next one. */
static void
cut(struct old_lines *l, size_t from, size_t to)
{
	while (to > from && (is_remark(l->rows[to - 1]) ||
	                     gp_str_trim(l->rows[to - 1]).n == 0))
		to--;
	while (from > 0 && is_remark(l->rows[from - 1]))
		from--;
	for (; from < to; from++)
		l->goes[from] = true;
}

/* False for keys that share a line: then no line is one key's. */
static bool
mark_lines(struct old_lines *l, const struct gp_yaml *root)
{
	const struct gp_yaml *c;

	for (c = root->first; c; c = c->next) {
		size_t from = c->key_line - 1;
		size_t to = c->next ? c->next->key_line - 1 : l->n;

		if (c->key_column != 1 || from >= to || to > l->n)
			return false;
		if (gp_str_among(c->key, of_a_day))
			cut(l, from, to);
	}
	return true;
}

static size_t
day_at(struct gp_str line, size_t at, struct gp_str day)
{
	size_t end = at + day.n;

	if (!gp_str_starts(gp_str_sub(line, at, line.n), day) ||
	    (at > 0 && gp_is_digit(line.p[at - 1])) ||
	    (end < line.n && gp_is_digit(line.p[end])))
		return 0;
	return day.n;
}

/* "Cuttings, 9 November 2015" is not the title of the next one. */
static void
put_line(const struct gp_next *n, struct gp_str line, struct gp_buf *out)
{
	struct gp_date last = n->last->date;
	char iso[GP_DATE_TEXT] = "", text[GP_DATE_TEXT] = "";
	char now[GP_DATE_TEXT];
	size_t at = 0, length = 0;

	if (last.precision >= GP_DAY) {
		last.precision = GP_DAY;
		gp_date_iso(&last, iso);
		gp_date_long(&last, text);
	}
	gp_date_long(&n->day, now);
	while (at < line.n) {
		if (iso[0] && (length = day_at(line, at, gp_str(iso))) > 0)
			gp_buf_puts(out, n->name);
		else if (text[0] &&
		         (length = day_at(line, at, gp_str(text))) > 0)
			gp_buf_puts(out, now);
		else
			gp_buf_putc(out, line.p[at]);
		at += length ? length : 1;
	}
	gp_buf_putc(out, '\n');
}

static void
put_lines(const struct gp_next *n, const struct old_lines *l,
          struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!l->goes[i] && (i + 1 < l->n || l->rows[i].n))
			put_line(n, l->rows[i], out);
}

static const char begun[] =
	"# What this pack says for itself; everything else is as series.yaml "
	"has it.\n"
	"# sections: [Top stories, In brief]\n";

static bool
carry_over(struct gp_next *n, struct gp_buf *out, struct gp_err *e)
{
	struct gp_arena *a = n->s.arena;
	struct old_lines lines = { .n = 0 };
	struct gp_str folder = gp_arena_printf(a, "%s/%.*s", n->s.folder,
	                                       GP_ARG(n->last->name));
	struct gp_str path =
		gp_arena_printf(a, "%.*s/pack.yaml", GP_ARG(folder));
	struct gp_yaml *root;
	struct gp_bytes b;
	struct gp_str text;

	if (!gp_arena_ok(a, e) || !gp_read_inside(folder.p, GP_STR("pack.yaml"),
	                                          GP_MAX_PACKFILE_BYTES, &b, e))
		return false;
	text = gp_arena_str(a, (struct gp_str){ (char *)b.data, b.size });
	gp_bytes_free(&b);
	if (!gp_arena_ok(a, e) || !gp_yaml_parse(a, path.p, text, &root, e))
		return false;
	if (!split_lines(a, text, &lines))
		return gp_arena_ok(a, e);
	if (root && !mark_lines(&lines, root))
		return gp_fail_at(e, GP_SYNTAX, path.p, 1, 0,
		                  "cannot be carried over: write each key on a "
		                  "line of its own, at the margin");
	put_lines(n, &lines, out);
	return true;
}

static bool
write_next(struct gp_next *n, char *path, size_t size, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	int length = snprintf(path, size, "%s/%s", n->s.folder, n->name);
	struct gp_str file = gp_arena_printf(n->s.arena, "%s/pack.yaml", path);
	bool ok;

	if (length < 0 || (size_t)length >= size)
		return gp_fail(e, GP_USAGE, "the path is too long");
	if (!gp_arena_ok(n->s.arena, e))
		return false;
	if (gp_file_exists(file.p))
		return gp_fail_at(e, GP_OUTPUT, file.p, 0, 0,
		                  "is there already, so nothing was written");
	if (n->last)
		ok = carry_over(n, &text, e);
	else
		ok = (gp_buf_puts(&text, begun), true);
	ok = ok && gp_buf_ok(&text, e) && gp_safe_folder(path, e) &&
	     gp_safe_create(file.p, gp_buf_view(&text), e);
	gp_buf_free(&text);
	return ok;
}

bool
gp_series_next(const struct gp_settings *settings, const char *folder,
               char *path, size_t size, struct gp_diag *d, struct gp_err *e)
{
	struct gp_next n = { .last = NULL };
	bool ok;

	ok = gp_series_read(&n.s, folder, false, e);
	n.s.diag = d;
	ok = ok &&
	     (settings->date || gp_date_from_seconds(settings->now, &n.s.now) ||
	      gp_fail(e, GP_USAGE, "what day it is is not known")) &&
	     choose(&n, settings->date, e) && write_next(&n, path, size, e);
	gp_series_close(&n.s);
	return ok;
}
