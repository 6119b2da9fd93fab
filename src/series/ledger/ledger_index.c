/* A line is a letter and fields behind tabs; tabs, line ends and backslashes in
   a field are written with a backslash.  The line of an entry ends with how
   many files and articles follow it, so that a text which was cut between two
   lines is seen, too.  Strings are ended and put together again where they are,
   as they never get longer by that. */
#include "series/ledger/ledger_index.h"

#include "series/ledger/release_members.h"

#include <string.h>

enum { MOST_DIGITS = 12 };

static const char entry_letter = 'R', file_letter = 'F', article_letter = 'A';

/* ---- writing ---- */

static bool
is_text(const struct gp_member *f)
{
	return f->kind == GP_MEMBER_TEXT || f->kind == GP_MEMBER_WORD;
}

static void
put_text(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '\t':
			gp_buf_puts(out, "\\t");
			break;
		case '\n':
			gp_buf_puts(out, "\\n");
			break;
		case '\\':
			gp_buf_puts(out, "\\\\");
			break;
		default:
			gp_buf_putc(out, s.p[i]);
		}
}

static void
put_fields(struct gp_buf *out, char letter, const struct gp_members *fields,
           const void *row)
{
	const struct gp_member *f;

	gp_buf_putc(out, letter);
	for (f = fields->rows; f < fields->rows + fields->n; f++) {
		gp_buf_putc(out, '\t');
		if (is_text(f))
			put_text(out, gp_member_text(f, row));
		else
			gp_buf_printf(out, "%ld", gp_member_number(f, row));
	}
}

void
gp_index_put(const struct gp_release_entry *r, struct gp_buf *out)
{
	size_t i;

	put_fields(out, entry_letter, &gp_members_of_entry, r);
	gp_buf_printf(out, "\t%zu\t%zu\n", r->n_files, r->n_articles);
	for (i = 0; i < r->n_files; i++) {
		put_fields(out, file_letter, &gp_members_of_file, &r->files[i]);
		gp_buf_putc(out, '\n');
	}
	for (i = 0; i < r->n_articles; i++) {
		put_fields(out, article_letter, &gp_members_of_article,
		           &r->articles[i]);
		gp_buf_putc(out, '\n');
	}
}

static void
put_keys(struct gp_buf *out, const struct gp_members *fields)
{
	size_t i;

	gp_buf_puts(out, " |");
	for (i = 0; i < fields->n; i++)
		gp_buf_printf(out, " %s", fields->rows[i].key);
}

void
gp_index_put_head(struct gp_buf *out)
{
	gp_buf_puts(out, "a cache that may be deleted");
	put_keys(out, &gp_members_of_entry);
	put_keys(out, &gp_members_of_file);
	put_keys(out, &gp_members_of_article);
	gp_buf_putc(out, '\n');
}

/* ---- reading ---- */

bool
gp_index_take_head(struct gp_index_text *t)
{
	struct gp_buf head = { .max = 0 };
	struct gp_str text = { t->at, (size_t)(t->end - t->at) };
	struct gp_err ignored = { 0 };
	bool ok;

	gp_index_put_head(&head);
	ok = gp_buf_ok(&head, &ignored) &&
	     gp_str_starts(text, gp_buf_view(&head));
	if (ok)
		t->at += head.len;
	gp_buf_free(&head);
	return ok;
}

/* The line without its end, which becomes NUL. */
static bool
take_line(struct gp_index_text *t, char letter, struct gp_index_text *line)
{
	char *end = t->at < t->end
	                    ? memchr(t->at, '\n', (size_t)(t->end - t->at))
	                    : NULL;

	if (!end || *t->at != letter)
		return false;
	*end = '\0';
	*line = (struct gp_index_text){ t->at + 1, end };
	t->at = end + 1;
	return true;
}

static size_t
without_marks(char *at, size_t n)
{
	size_t from, to = 0;

	for (from = 0; from < n; from++, to++) {
		at[to] = at[from];
		if (at[from] != '\\' || from + 1 == n)
			continue;
		from++;
		at[to] = at[from];
		if (at[from] == 't')
			at[to] = '\t';
		else if (at[from] == 'n')
			at[to] = '\n';
	}
	at[to] = '\0';
	return to;
}

/* The next field of a line.  The tab before it ends the field that came first,
   and the line's end the last one. */
static bool
take_value(struct gp_index_text *line, struct gp_str *out)
{
	char *at = line->at + 1, *end;

	if (line->at >= line->end || *line->at != '\t')
		return false;
	end = memchr(at, '\t', (size_t)(line->end - at));
	if (!end)
		end = line->end;
	*line->at = '\0';
	line->at = end;
	*out = (struct gp_str){ at, (size_t)(end - at) };
	if (memchr(at, '\\', out->n))
		out->n = without_marks(at, out->n);
	return true;
}

static bool
take_number(struct gp_str value, long *out)
{
	size_t i;

	*out = 0;
	if (value.n == 0 || value.n > MOST_DIGITS ||
	    !gp_str_all(value, gp_is_digit))
		return false;
	for (i = 0; i < value.n; i++)
		*out = *out * 10 + (value.p[i] - '0');
	return true;
}

static bool
take_fields(struct gp_index_text *line, const struct gp_members *fields,
            void *row)
{
	const struct gp_member *f;
	struct gp_str value;
	long number;
	bool ok = true;

	for (f = fields->rows; ok && f < fields->rows + fields->n; f++) {
		ok = take_value(line, &value);
		if (ok && is_text(f))
			ok = gp_member_set_text(f, row, value);
		else if (ok)
			ok = take_number(value, &number) &&
			     gp_member_set_number(f, row, number);
	}
	return ok;
}

static bool
take_count(struct gp_index_text *line, size_t most, size_t *out)
{
	struct gp_str value;
	long number;

	if (!take_value(line, &value) || !take_number(value, &number) ||
	    (size_t)number > most)
		return false;
	*out = (size_t)number;
	return true;
}

static bool
take_files(struct gp_index_text *t, struct gp_release_entry *out)
{
	struct gp_index_text line;
	size_t i;

	for (i = 0; i < out->n_files; i++)
		if (!take_line(t, file_letter, &line) ||
		    !take_fields(&line, &gp_members_of_file, &out->files[i]))
			return false;
	return true;
}

static bool
take_articles(struct gp_index_text *t, struct gp_release_entry *out)
{
	struct gp_index_text line;
	size_t i;

	for (i = 0; i < out->n_articles; i++)
		if (!take_line(t, article_letter, &line) ||
		    !take_fields(&line, &gp_members_of_article,
		                 &out->articles[i]))
			return false;
	return true;
}

bool
gp_index_take(struct gp_index_text *t, struct gp_arena *a,
              struct gp_release_entry *out)
{
	struct gp_index_text line;
	/* No line is shorter than its tabs. */
	size_t most = (size_t)(t->end - t->at) / gp_members_of_file.n;

	*out = (struct gp_release_entry){ .number = 0 };
	if (!take_line(t, entry_letter, &line) ||
	    !take_fields(&line, &gp_members_of_entry, out) ||
	    !take_count(&line, most, &out->n_files) ||
	    !take_count(&line, most, &out->n_articles))
		return false;
	out->files = gp_arena_array(a, out->n_files + 1, sizeof *out->files);
	out->articles =
		gp_arena_array(a, out->n_articles + 1, sizeof *out->articles);
	return out->files && out->articles && take_files(t, out) &&
	       take_articles(t, out) && !gp_release_entry_flaw(out);
}
