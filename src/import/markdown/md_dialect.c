/* A line at a time, and of a line each mark where it stands; what is no mark
   is copied.  Nothing is known here of blocks but fences, quotations and
   headings, as far as a line shows them. */
#include "import/markdown/md_dialect.h"

#include "base/buf.h"
#include "base/limits.h"
#include "import/markdown/md_marks.h"
#include "import/picture/image.h"

#include <string.h>

enum {
	FENCE = 3,
	CALLOUT_BYTES = 40,
	QUOTE_MARKS = 8,
	ADMONITION = 4, /* blanks before what stands in one */
};

struct dialect {
	struct gp_buf out;
	struct gp_str line;
	size_t at;   /* in the line */
	char fence;  /* of code that is open, or 0 */
	bool hidden; /* in a comment over several lines */
	bool within; /* an admonition */
};

/* ---- attributes ---- */

/* A heading's, at its end. */
static struct gp_str
without_attributes(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);
	size_t i = s.n;

	if (s.n == 0 || s.p[0] != '#' || s.p[s.n - 1] != '}')
		return line;
	while (i > 0 && s.p[i - 1] != '{')
		i--;
	if (i == 0 || gp_md_behind_attributes(s, i - 1) != s.n)
		return line;
	return gp_str_trim(gp_str_sub(s, 0, i - 1));
}

/* ---- marks within a line ---- */

static bool
looking_at(const struct dialect *d, struct gp_str mark)
{
	return gp_str_starts(gp_str_sub(d->line, d->at, d->line.n), mark);
}

/* What stands between a mark at hand and the next like it on this line. */
static bool
between(const struct dialect *d, struct gp_str opens, struct gp_str closes,
        struct gp_str *inside)
{
	size_t from = d->at + opens.n;
	struct gp_str near = gp_str_sub(d->line, 0, from + GP_MD_MOST_INSIDE);
	size_t end = gp_str_find(near, closes, from);

	*inside = gp_str_sub(near, from, end);
	return end < near.n && inside->n > 0;
}

/* "5%%" and "a==b" are no marks: one that opens begins a word, one that closes
   ends one. */
static bool
opens_word(const struct dialect *d)
{
	return d->at == 0 || !gp_is_alnum(d->line.p[d->at - 1]);
}

static bool
ends_word(const struct dialect *d, size_t behind)
{
	return behind >= d->line.n || !gp_is_alnum(d->line.p[behind]);
}

static void
copy_code(struct dialect *d)
{
	size_t from = d->at, n, k;
	struct gp_str s = d->line;

	for (n = from; n < s.n && s.p[n] == '`'; n++)
		;
	n -= from;
	for (k = from + n; k < s.n; k++)
		if (s.p[k] == '`' &&
		    gp_str_starts(gp_str_sub(s, k, s.n),
		                  gp_str_sub(s, from, from + n)))
			break;
	d->at = k < s.n ? k + n : from + n;
	gp_buf_str(&d->out, gp_str_sub(s, from, d->at));
}

/* "page|words", "page#part", "page". */
static void
put_wiki_words(struct dialect *d, struct gp_str inside)
{
	size_t bar = gp_str_find(inside, GP_STR("|"), 0);
	size_t part = gp_str_find(inside, GP_STR("#"), 0);

	if (bar < inside.n) {
		gp_buf_str(&d->out, gp_str_sub(inside, bar + 1, inside.n));
		return;
	}
	gp_buf_str(&d->out, gp_str_sub(inside, 0, part));
	if (part < inside.n && part > 0)
		gp_buf_puts(&d->out, ", ");
	gp_buf_str(&d->out, gp_str_sub(inside, part + 1, inside.n));
}

/* "[[1]](address)" is a link of Markdown, "[[1]]" a number of its own. */
static bool
take_wiki_link(struct dialect *d)
{
	bool shown = looking_at(d, GP_STR("![["));
	struct gp_str opens = shown ? GP_STR("![[") : GP_STR("[["), inside;
	size_t end;

	if (!looking_at(d, opens) || !between(d, opens, GP_STR("]]"), &inside))
		return false;
	end = d->at + opens.n + inside.n + 2;
	if ((end < d->line.n && strchr("(]", d->line.p[end])) ||
	    gp_str_find(inside, GP_STR("["), 0) < inside.n ||
	    gp_str_find(inside, GP_STR("]"), 0) < inside.n ||
	    gp_str_all(inside, gp_is_digit))
		return false;
	if (shown && gp_image_named(inside)) {
		gp_buf_puts(&d->out, "![](<");
		gp_buf_str(&d->out, inside);
		gp_buf_puts(&d->out, ">)");
	} else {
		put_wiki_words(d, inside);
	}
	d->at = end;
	return true;
}

/* "[words]{.class}". */
static bool
take_span(struct dialect *d)
{
	struct gp_str inside;
	size_t end, behind;

	if (!looking_at(d, GP_STR("[")) ||
	    !between(d, GP_STR("["), GP_STR("]"), &inside))
		return false;
	end = d->at + inside.n + 2;
	behind = gp_md_behind_attributes(d->line, end);
	if (behind == end)
		return false;
	gp_buf_str(&d->out, inside);
	d->at = behind;
	return true;
}

static bool
take_highlight(struct dialect *d)
{
	struct gp_str inside;

	if (!looking_at(d, GP_STR("==")) ||
	    !between(d, GP_STR("=="), GP_STR("=="), &inside) ||
	    inside.p[0] == '=' || gp_str_trim(inside).n != inside.n ||
	    !opens_word(d) || !ends_word(d, d->at + inside.n + 4))
		return false;
	gp_buf_str(&d->out, inside);
	d->at += inside.n + 4;
	return true;
}

/* Private to whoever wrote it. */
static bool
take_comment(struct dialect *d)
{
	struct gp_str inside;
	size_t end;

	if (!looking_at(d, GP_STR("%%")) || !opens_word(d))
		return false;
	end = gp_str_find(d->line, GP_STR("%%"), d->at + 2);
	inside = gp_str_sub(d->line, d->at + 2, end);
	if (end == d->line.n || inside.n == 0)
		return false;
	gp_buf_puts(&d->out, "<!--");
	gp_buf_str(&d->out, inside);
	gp_buf_puts(&d->out, "-->");
	d->at += inside.n + 4;
	return true;
}

static void
put_marks(struct dialect *d)
{
	while (d->at < d->line.n && d->out.failed == GP_OK) {
		char c = d->line.p[d->at];

		if (c == '`')
			copy_code(d);
		else if (!take_wiki_link(d) && !take_span(d) &&
		         !take_highlight(d) && !take_comment(d) &&
		         !gp_md_take_mark(&d->out, d->line, &d->at))
			gp_buf_putc(&d->out, d->line.p[d->at++]);
	}
}

/* ---- lines ---- */

/* A line of its own before what follows. */
static void
put_title(struct dialect *d, struct gp_str title)
{
	if (title.n == 0)
		return;
	gp_buf_puts(&d->out, "**");
	gp_buf_str(&d->out, title);
	gp_buf_puts(&d->out, "**\\");
}

/* "::: {.note}", "::: warning Mind the gap", ":::": the words stay. */
static bool
take_div(struct dialect *d)
{
	struct gp_str s = gp_str_trim(d->line), kind;
	size_t i = 0;

	while (i < s.n && s.p[i] == ':')
		i++;
	if (i < FENCE)
		return false;
	s = gp_str_trim(gp_str_sub(s, i, s.n));
	if (s.n && s.p[0] == '{')
		s = gp_str_sub(s, gp_md_behind_attributes(s, 0), s.n);
	else
		(void)gp_str_word(&s, &kind);
	put_title(d, gp_str_trim(s));
	return true;
}

static size_t
behind_quote_marks(struct gp_str s)
{
	size_t i = 0, marks = 0;

	while (i < s.n && (s.p[i] == '>' || s.p[i] == ' ')) {
		marks += s.p[i] == '>';
		i++;
	}
	return marks && marks <= QUOTE_MARKS ? i : s.n;
}

/* "note" is "Note" where nothing else is the title. */
static void
put_kind(struct dialect *d, struct gp_str kind)
{
	char name[CALLOUT_BYTES];
	size_t i;

	for (i = 0; i < kind.n; i++)
		name[i] = i ? gp_to_lower(kind.p[i]) : gp_to_upper(kind.p[i]);
	put_title(d, (struct gp_str){ name, kind.n });
}

/* "> [!note]- Remember": a quotation that begins with a title. */
static bool
take_callout(struct dialect *d)
{
	size_t at = behind_quote_marks(d->line);
	size_t end = gp_str_find(d->line, GP_STR("]"), at);
	struct gp_str kind = gp_str_sub(d->line, at + 2, end), title;

	if (!gp_str_starts(gp_str_sub(d->line, at, d->line.n), GP_STR("[!")) ||
	    end == d->line.n || kind.n == 0 || kind.n > CALLOUT_BYTES ||
	    !gp_str_all(kind, gp_is_alpha))
		return false;
	end++;
	end += end < d->line.n &&
	       (d->line.p[end] == '-' || d->line.p[end] == '+');
	title = gp_str_trim(gp_str_sub(d->line, end, d->line.n));
	gp_buf_str(&d->out, gp_str_sub(d->line, 0, at));
	if (title.n)
		put_title(d, title);
	else
		put_kind(d, kind);
	return true;
}

static bool
is_set_in(struct gp_str line)
{
	return gp_str_starts(line, GP_STR("    ")) ||
	       gp_str_starts(line, GP_STR("\t"));
}

/* "!!! note "Before you go"", "??? tip": what is set in below it is a quotation
   with a title, as callouts are (Python-Markdown, Admonition; Material for
   MkDocs has those that fold). */
static bool
take_admonition(struct dialect *d)
{
	struct gp_str s = d->line, kind = GP_STR("");

	if (!gp_str_starts(s, GP_STR("!!! ")) &&
	    !gp_str_starts(s, GP_STR("??? ")) &&
	    !gp_str_starts(s, GP_STR("???+ ")))
		return false;
	s = gp_str_sub(s, gp_str_find(s, GP_STR(" "), 0), s.n);
	(void)gp_str_word(&s, &kind);
	if (kind.n == 0 || kind.n > CALLOUT_BYTES ||
	    !gp_str_all(kind, gp_is_alpha))
		return false;
	s = gp_str_trim(s);
	if (s.n && (s.n < 2 || s.p[0] != '"' || s.p[s.n - 1] != '"'))
		return false;
	s = gp_str_sub(s, 1, s.n ? s.n - 1 : 0);
	gp_buf_puts(&d->out, "> ");
	if (s.n)
		put_title(d, s);
	else
		put_kind(d, kind);
	d->within = true;
	return true;
}

/* What stands in one, without its blanks. */
static bool
take_admonished(struct dialect *d)
{
	if (!d->within || d->fence)
		return false;
	if (gp_str_trim(d->line).n == 0) {
		gp_buf_putc(&d->out, '>');
		return true;
	}
	d->within = is_set_in(d->line);
	if (!d->within)
		return false;
	gp_buf_puts(&d->out, "> ");
	d->line = gp_str_sub(d->line, d->line.p[0] == '\t' ? 1 : ADMONITION,
	                     d->line.n);
	put_marks(d);
	return true;
}

/* A line of "%%" alone opens and closes a comment. */
static bool
take_comment_line(struct dialect *d)
{
	struct gp_str s = gp_str_trim(d->line);

	if (gp_str_eq(s, GP_STR("%%"))) {
		gp_buf_puts(&d->out, d->hidden ? "-->" : "<!--");
		d->hidden = !d->hidden;
		return true;
	}
	if (d->hidden)
		gp_buf_str(&d->out, d->line);
	return d->hidden;
}

static bool
take_fence(struct dialect *d)
{
	struct gp_str s = gp_str_trim(d->line);
	char mark = s.n >= FENCE && (s.p[0] == '`' || s.p[0] == '~') &&
	                            s.p[1] == s.p[0] && s.p[2] == s.p[0]
	                    ? s.p[0]
	                    : '\0';

	if (mark && !d->fence)
		d->fence = mark;
	else if (mark && mark == d->fence)
		d->fence = '\0';
	else if (!d->fence)
		return false;
	gp_buf_str(&d->out, d->line);
	return true;
}

/* "<h2>", "</h3>" begin HTML that ends at the next blank line (CommonMark 0.31,
   4.6, condition 6); md4c up to 0.4.8 knows that of <h1> alone. */
static bool
begins_heading_tag(struct gp_str line)
{
	size_t i = 0;

	while (i < line.n && line.p[i] == ' ')
		i++;
	if (i == line.n || line.p[i] != '<')
		return false;
	i++;
	if (i < line.n && line.p[i] == '/')
		i++;
	if (i + 1 >= line.n || gp_to_lower(line.p[i]) != 'h' ||
	    line.p[i + 1] < '2' || line.p[i + 1] > '6')
		return false;
	i += 2;
	return i == line.n || gp_is_space(line.p[i]) || line.p[i] == '>' ||
	       line.p[i] == '/';
}

static void
put_dialect_line(struct dialect *d, struct gp_str line)
{
	d->line = line;
	d->at = 0;
	if (take_comment_line(d) || take_admonished(d) || take_fence(d))
		return;
	if (is_set_in(line)) {
		gp_buf_str(&d->out, line);
		return;
	}
	if (take_div(d) || take_callout(d) || take_admonition(d) ||
	    gp_md_take_line(&d->out, line))
		return;
	if (begins_heading_tag(line))
		gp_buf_puts(&d->out, "<div>");
	d->line = without_attributes(line);
	put_marks(d);
}

/* ---- the whole ---- */

static bool
has_any(struct gp_str text)
{
	static const char *const marks[] = { "[[",  "==", "%%",  ":::", "[!",
		                             "{#",  "{.", "!!!", "???", "<h",
		                             "</h", "<H", "</H", NULL };
	size_t i;

	for (i = 0; marks[i]; i++)
		if (gp_str_find(text, gp_str(marks[i]), 0) < text.n)
			return true;
	return gp_str_find(text, GP_STR("]{"), 0) < text.n ||
	       gp_md_may_have_marks(text);
}

/* A comment that is never closed was none. */
static bool
has_odd_comment(struct gp_str text)
{
	struct gp_str line;
	bool odd = false;

	while (text.n && gp_str_split(&text, '\n', &line))
		odd ^= gp_str_eq(gp_str_trim(line), GP_STR("%%"));
	return odd;
}

struct gp_str
gp_md_plain_marks(struct gp_arena *a, struct gp_str text)
{
	struct dialect d = { .out = { .max = 2 * GP_MAX_SOURCE_BYTES } };
	bool odd = has_odd_comment(text);
	struct gp_str line;

	if (!has_any(text))
		return text;
	while (text.n && gp_str_split(&text, '\n', &line)) {
		if (odd && gp_str_eq(gp_str_trim(line), GP_STR("%%")))
			gp_buf_str(&d.out, line);
		else
			put_dialect_line(&d, line);
		gp_buf_putc(&d.out, '\n');
	}
	return gp_arena_buf(a, &d.out);
}
