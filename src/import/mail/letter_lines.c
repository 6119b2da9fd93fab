/* Lines of a letter, each judged by its neighbours: quote marks and trailing
   spaces as RFC 3676 has them where a letter says that it is flowed, and what
   base/text/wrap.h finds of the width where it does not.  What the lines are
   about is not known here. */
#include "import/mail/letter_lines.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/text/wrap.h"
#include "import/mail/uuencode.h"

enum {
	NARROW = 55,         /* columns at which no mailer breaks lines yet */
	WIDE = 80,           /* ...and does not break them any more */
	DEEPEST_QUOTE = 16,  /* what is deeper is set as deep */
	SIGNATURE_LINES = 8, /* that are not blank */
	SIGNATURE_REACH = 2 * SIGNATURE_LINES, /* with those that are */
	RULE_MARKS = 5, /* "-----Original Message-----", "_____" */
};

/* ---- one line ---- */

/* Takes a file that stands among the lines off the front of *text. */
static bool
leave_out_file(const struct gp_letter *l, struct gp_str *text)
{
	struct gp_str name;
	size_t n = gp_uu_file(*text, &name);

	if (n == 0)
		return false;
	gp_diag_add(l->diag, GP_WARNING, "left-out", l->name, 0,
	            "a uuencoded file in the mail is left out: %.*s",
	            GP_ARG(gp_str_sub(name, 0, 80)));
	*text = gp_str_sub(*text, n, text->n);
	return true;
}

/* A mailbox file says ">From" where a line of its mail says "From", for it
   parts its mails by that word (RFC 4155, appendix A). */
static struct gp_str
unstuffed(const struct gp_letter *l, struct gp_str line)
{
	size_t i = 0;

	if (!l->in_mailbox)
		return line;
	while (i < line.n && line.p[i] == '>')
		i++;
	return i && gp_str_starts(gp_str_sub(line, i, line.n), GP_STR("From "))
	               ? gp_str_sub(line, 1, line.n)
	               : line;
}

/* In a flowed letter a quote mark stands right behind the last one; elsewhere
   people and programs put spaces between them. */
static size_t
quote_marks(struct gp_str line, bool flowed, unsigned *depth)
{
	size_t i = 0, end = 0;

	for (*depth = 0; i < line.n; i++) {
		if (line.p[i] == '>') {
			end = i + 1;
			++*depth;
		} else if (flowed || line.p[i] != ' ' || *depth == 0) {
			break;
		}
	}
	if (*depth > DEEPEST_QUOTE)
		*depth = DEEPEST_QUOTE;
	return end;
}

static bool
is_signature_mark(struct gp_str words)
{
	return gp_str_eq(words, GP_STR("--")) ||
	       gp_str_eq(words, GP_STR("-- "));
}

static struct gp_letter_line
read_line(const struct gp_letter *l, struct gp_str line)
{
	struct gp_letter_line out = { .depth = 0 };
	struct gp_str words;

	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	words = unstuffed(l, line);
	words = gp_str_sub(words, quote_marks(words, l->flowed, &out.depth),
	                   words.n);
	/* One space keeps words from being taken for quote marks or for a
	   "From " (RFC 3676, section 4.4); behind quote marks anybody puts
	   one. */
	if ((l->flowed || out.depth) && gp_str_starts(words, GP_STR(" ")))
		words = gp_str_sub(words, 1, words.n);
	out.words = words;
	out.blank = gp_utf8_blank(words);
	out.soft = l->flowed && gp_str_ends(words, GP_STR(" ")) && !out.blank &&
	           !is_signature_mark(words);
	return out;
}

/* ---- all of them ---- */

static void
split(const struct gp_letter *l, struct gp_str text,
      struct gp_letter_lines *out)
{
	struct gp_letter_line *row;
	struct gp_str line;

	while (text.n) {
		if (leave_out_file(l, &text) ||
		    !gp_str_split(&text, '\n', &line))
			continue;
		row = GP_VEC_ADD(l->arena, out->all, out->n, out->room);
		if (!row)
			return;
		*row = read_line(l, line);
	}
}

static bool
is_quoted(const struct gp_letter_lines *lines, size_t i)
{
	return i < lines->n && lines->all[i].depth > 0;
}

/* ">From" on a line alone was a line of the letter, which some mail server
   marked as a mailbox would. */
static void
unstuff_alone(struct gp_letter_lines *lines)
{
	size_t i;

	for (i = 0; i < lines->n; i++) {
		struct gp_letter_line *line = &lines->all[i];

		if (line->depth == 1 &&
		    gp_str_starts(line->words, GP_STR("From ")) &&
		    line->words.p[-1] == '>' && !is_quoted(lines, i - 1) &&
		    !is_quoted(lines, i + 1))
			line->depth = 0;
	}
}

/* ---- signatures ---- */

bool
gp_letter_begins_rule(struct gp_str words)
{
	size_t i = 0;

	words = gp_str_trim(words);
	while (i < words.n && (words.p[i] == '-' || words.p[i] == '_'))
		i++;
	return i >= RULE_MARKS;
}

/* "Ada wrote:", over what is quoted from her. */
static bool
introduces_quote(const struct gp_letter_lines *lines, size_t i)
{
	unsigned depth = lines->all[i].depth;

	if (!gp_str_ends(gp_str_trim(lines->all[i].words), GP_STR(":")))
		return false;
	while (++i < lines->n && lines->all[i].blank)
		;
	return i < lines->n && lines->all[i].depth > depth;
}

/* Where the signature ends that line `i` begins; `i` when it is none, for too
   much follows. */
static size_t
signature_end(const struct gp_letter_lines *lines, size_t i)
{
	unsigned depth = lines->all[i].depth;
	size_t end, words = 0;

	for (end = i + 1; end < lines->n; end++) {
		const struct gp_letter_line *line = &lines->all[end];

		if (line->depth != depth ||
		    (!line->blank && (gp_letter_begins_rule(line->words) ||
		                      introduces_quote(lines, end))))
			break;
		words += !line->blank;
		if (words > SIGNATURE_LINES || end - i > SIGNATURE_REACH)
			return i;
	}
	return end;
}

static void
mark_signatures(struct gp_letter_lines *lines)
{
	size_t i, end = 0;

	for (i = 0; i < lines->n; i++) {
		struct gp_letter_line *line = &lines->all[i];

		if (i >= end && is_signature_mark(gp_str_trim(line->words)))
			end = signature_end(lines, i);
		line->signature = i < end;
	}
}

/* ---- which go on ---- */

static bool
has_soft_lines(const struct gp_letter_lines *lines)
{
	size_t i;

	for (i = 0; i < lines->n; i++)
		if (lines->all[i].soft)
			return true;
	return false;
}

static void
join_flowed(const struct gp_letter *l, struct gp_letter_lines *lines)
{
	size_t i;

	for (i = 1; i < lines->n; i++) {
		const struct gp_letter_line *before = &lines->all[i - 1];
		struct gp_letter_line *line = &lines->all[i];

		line->joins = before->soft && before->depth == line->depth &&
		              !line->blank && !line->signature;
		line->glues = line->joins && l->no_space &&
		              !gp_str_ends(before->words, GP_STR("  "));
	}
}

/* The longest line, if a mailer may have ended it; few lines are no proof of a
   width to gp_wrap_measure(). */
static size_t
likely_width(const struct gp_letter_lines *lines)
{
	size_t i, width, longest = 0;

	for (i = 0; i < lines->n; i++) {
		const struct gp_letter_line *line = &lines->all[i];

		if (line->signature || gp_str_words(line->words) < 2)
			continue;
		width = gp_utf8_count(gp_str_trim(line->words));
		if (width > longest)
			longest = width;
	}
	return longest >= NARROW && longest <= WIDE ? longest : 0;
}

static struct gp_wrap
measure(const struct gp_letter_lines *lines, struct gp_err *e)
{
	struct gp_buf text = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_wrap wrap = { .width = 0 };
	size_t i;

	for (i = 0; i < lines->n; i++) {
		if (!lines->all[i].signature)
			gp_buf_str(&text, lines->all[i].words);
		gp_buf_putc(&text, '\n');
	}
	if (gp_buf_ok(&text, e))
		wrap = gp_wrap_measure(gp_buf_view(&text));
	gp_buf_free(&text);
	if (wrap.width == 0)
		wrap.width = likely_width(lines);
	return wrap;
}

static void
join_wrapped(struct gp_letter_lines *lines, struct gp_err *e)
{
	const struct gp_wrap wrap = measure(lines, e);
	struct gp_wrap_line last = { .line = GP_STR("") };
	size_t i;

	for (i = 0; i < lines->n; i++) {
		struct gp_letter_line *line = &lines->all[i];
		bool same = i > 0 && lines->all[i - 1].depth == line->depth;

		line->joins = same && !line->signature &&
		              gp_wrap_goes_on(&wrap, &last, line->words);
		line->glues = line->joins && gp_wrap_glues(last.line);
		if (!line->joins)
			last.in_item = gp_wrap_begins_item(line->words);
		last.line = line->words;
	}
}

bool
gp_letter_lines(const struct gp_letter *l, struct gp_str text,
                struct gp_letter_lines *out, struct gp_err *e)
{
	*out = (struct gp_letter_lines){ .n = 0 };
	split(l, text, out);
	unstuff_alone(out);
	mark_signatures(out);
	if (l->flowed && has_soft_lines(out))
		join_flowed(l, out);
	else
		join_wrapped(out, e);
	return gp_arena_ok(l->arena, e) && e->code == GP_OK;
}
