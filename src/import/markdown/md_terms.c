/* A line at a time, as far as lines show it; it does not parse.  Which line is
   a term is known when a colon follows.  The items are made terms and meanings
   again in the finished tree, by md_term_items.c. */
#include "import/markdown/md_terms.h"

#include "base/buf.h"
#include "base/limits.h"
#include "import/markdown/md_note_lines.h"

#include <string.h>

enum {
	MOST_INDENT = 3,
	MOST_TERM = 200, /* bytes; a longer line is a paragraph */
};

struct reading_terms {
	struct gp_md_lines lines;
	bool after_blank;
	bool is_term;   /* the last line with words may be one */
	unsigned blank; /* lines since then */
	bool in_meaning;
};

/* Where the colon stands that begins a meaning; the line's end: none does. */
static size_t
colon_of(struct gp_str line)
{
	size_t i = 0, words;

	while (i < line.n && line.p[i] == ' ')
		i++;
	if (i > MOST_INDENT || i + 2 >= line.n || line.p[i] != ':' ||
	    !gp_is_space(line.p[i + 1]))
		return line.n;
	/* A face, ": )", means nothing. */
	for (words = i + 1; words < line.n; words++)
		if (gp_is_alnum(line.p[words]) ||
		    (unsigned char)line.p[words] >= 0x80)
			return i;
	return line.n;
}

/* Words at the margin that begin nothing else. */
static bool
may_be_term(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);
	size_t i = 0;

	if (s.n == 0 || s.n > MOST_TERM || gp_is_space(line.p[0]) ||
	    strchr("#>-+|:<!=~", s.p[0]) || gp_str_starts(s, GP_STR("* ")) ||
	    gp_str_starts(s, GP_STR("[^")))
		return false;
	while (i < s.n && gp_is_digit(s.p[i]))
		i++;
	return i == 0 || i == s.n || !strchr(".)", s.p[i]);
}

static bool
is_set_in(struct gp_str line)
{
	return line.n > 0 && gp_is_space(line.p[0]);
}

static void
take_words(struct reading_terms *r, struct gp_str line)
{
	bool begins = r->after_blank;

	if (begins && r->in_meaning && !is_set_in(line))
		r->in_meaning = false;
	r->is_term = begins && !r->in_meaning && may_be_term(line);
	r->after_blank = false;
	r->blank = 0;
}

/* True when the line begins a meaning, at *colon. */
static bool
take_line(struct reading_terms *r, struct gp_str line, size_t *colon)
{
	struct gp_md_line is = gp_md_line_of(&r->lines, line);

	*colon = is.kind == GP_MD_WORDS ? colon_of(line) : line.n;
	if (is.kind == GP_MD_BLANK) {
		r->after_blank = true;
		r->blank++;
		return false;
	}
	if (*colon < line.n &&
	    ((r->is_term && r->blank <= 1) || r->in_meaning)) {
		r->in_meaning = true;
		r->is_term = r->after_blank = false;
		r->blank = 0;
		return true;
	}
	if (is.kind == GP_MD_WORDS)
		take_words(r, line);
	else
		r->is_term = r->after_blank = false;
	return false;
}

static bool
note(struct gp_arena *a, struct gp_md_terms *out, struct gp_str text,
     unsigned line)
{
	if (!out->rows)
		out->rows = gp_arena_array(a, gp_str_lines(text) + 1,
		                           sizeof *out->rows);
	if (!out->rows)
		return false;
	out->rows[out->n++] = line;
	return true;
}

struct gp_str
gp_md_show_terms(struct gp_arena *a, struct gp_str text,
                 struct gp_md_terms *out)
{
	struct reading_terms r = { .after_blank = true };
	struct gp_buf copy = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str rest = text, line;
	unsigned n = 0;
	size_t colon;

	*out = (struct gp_md_terms){ NULL, 0 };
	for (; rest.n && gp_str_split(&rest, '\n', &line); n++) {
		if (!take_line(&r, line, &colon))
			continue;
		if (copy.len == 0)
			gp_buf_str(&copy, text);
		if (copy.failed != GP_OK || !note(a, out, text, n))
			break;
		copy.data[(size_t)(line.p - text.p) + colon] = '-';
	}
	return copy.len || copy.failed ? gp_arena_buf(a, &copy) : text;
}
