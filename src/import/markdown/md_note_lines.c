/* After CommonMark 0.31 where it is a matter of one line and the one before: it
   does not parse, and in doubt takes code for code, in which there are no
   notes. */
#include "import/markdown/md_note_lines.h"

#include <string.h>

enum {
	FENCE = 3,         /* marks that open a block of code */
	CODE_INDENT = 4,   /* columns; of code in an item twice as many */
	NUMBER_DIGITS = 9, /* of an item */
	LONGEST_LABEL = 128,
};

struct gp_str
gp_md_note_label(struct gp_str s, size_t i)
{
	size_t from = i + 2, end = from;

	if (i + 2 >= s.n || s.p[i] != '[' || s.p[i + 1] != '^')
		return GP_STR("");
	while (end < s.n && end - from < LONGEST_LABEL &&
	       !gp_is_space(s.p[end]) && !strchr("[]", s.p[end]))
		end++;
	return end < s.n && s.p[end] == ']' ? gp_str_sub(s, from, end)
	                                    : GP_STR("");
}

/* Columns of white space, and of the quotation's signs that it stands behind:
   *i moves to the first word. */
static size_t
indent_of(struct gp_str s, size_t *i)
{
	size_t columns = 0;

	for (; *i < s.n; ++*i) {
		if (s.p[*i] == '>' && columns < CODE_INDENT)
			columns = 0;
		else if (s.p[*i] == '\t')
			columns += CODE_INDENT - columns % CODE_INDENT;
		else if (gp_is_space(s.p[*i]))
			columns++;
		else
			break;
	}
	return columns;
}

static bool
take_fence(struct gp_md_lines *l, struct gp_str s, size_t i)
{
	char mark = i + FENCE <= s.n && strchr("`~", s.p[i]) &&
	                            s.p[i + 1] == s.p[i] && s.p[i + 2] == s.p[i]
	                    ? s.p[i]
	                    : '\0';

	if (!mark || (l->fence && mark != l->fence))
		return l->fence != '\0';
	l->fence = l->fence ? '\0' : mark;
	return true;
}

/* "- ", "12. ", and "!!! note", a box as MkDocs has them: what is set in under
   them is no code. */
static bool
begins_item(struct gp_str s, size_t i)
{
	size_t from = i;

	if (i + 3 < s.n && strchr("!?", s.p[i]) && s.p[i + 1] == s.p[i] &&
	    s.p[i + 2] == s.p[i])
		return true;
	if (i < s.n && strchr("-+*", s.p[i]))
		return i + 1 == s.n || gp_is_space(s.p[i + 1]);
	while (i < s.n && gp_is_digit(s.p[i]) && i - from < NUMBER_DIGITS)
		i++;
	return i > from && i + 1 < s.n && strchr(".)", s.p[i]) &&
	       gp_is_space(s.p[i + 1]);
}

static bool
is_code(const struct gp_md_lines *l, size_t indent)
{
	size_t least = l->in_note || l->in_list ? 2 * CODE_INDENT : CODE_INDENT;

	return indent >= least && (!l->in_words || l->in_code);
}

/* Whether the line is a note's first one. */
static bool
begins_note(struct gp_str s, size_t indent, struct gp_md_line *out)
{
	size_t i = out->words;

	out->label = gp_md_note_label(s, i);
	i += out->label.n + 3;
	if (indent >= CODE_INDENT || out->label.n == 0 || i >= s.n ||
	    s.p[i] != ':')
		return false;
	for (i++; i < s.n && gp_is_space(s.p[i]);)
		i++;
	out->behind = i;
	return true;
}

/* A line that is not set in, behind a blank one, ends a note and a list. */
static void
leave(struct gp_md_lines *l, size_t indent, bool item)
{
	if (indent < CODE_INDENT && !l->in_words)
		l->in_note = false;
	if (item)
		l->in_list = true;
	else if (indent == 0 && !l->in_words)
		l->in_list = false;
}

struct gp_md_line
gp_md_line_of(struct gp_md_lines *l, struct gp_str line)
{
	struct gp_md_line out = { .kind = GP_MD_WORDS };
	size_t indent = indent_of(line, &out.words);

	if (out.words == line.n && !l->fence) {
		l->in_words = false;
		out.kind = GP_MD_BLANK;
	} else if (take_fence(l, line, out.words)) {
		l->in_words = false;
		out.kind = GP_MD_CODE;
	} else if (begins_note(line, indent, &out)) {
		l->in_note = l->in_words = true;
		l->in_list = l->in_code = false;
		out.kind = GP_MD_NOTE;
	} else {
		leave(l, indent, begins_item(line, out.words));
		l->in_code = is_code(l, indent);
		l->in_words = true;
		out.kind = l->in_code ? GP_MD_CODE : GP_MD_WORDS;
	}
	return out;
}
