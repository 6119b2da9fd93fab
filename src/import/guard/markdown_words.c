/* A line at a time, after CommonMark 0.31; only targets and definitions of
   links may go on to the end of their paragraph.  Raw tags and references are
   left for html_words.c.  It does not parse, and does not know which names of
   links are defined. */
#include "import/guard/markdown_words.h"

enum { FENCE = 3 }; /* marks that open a block of code */

struct md_scan {
	char *p; /* the line at hand, to be blanked in part */
	size_t n;
	char fence; /* that is open, 0: none */
	size_t fence_marks;
	bool is_outer;    /* ...and stands in no quotation and no list */
	size_t whole;     /* bytes from `p` to the end of its paragraph */
	size_t bracket;   /* of the line that was opened last */
	bool is_open;     /* a bracket of the paragraph is never closed */
	bool has_no_name; /* the one that its first line begins with is not */
};

static void
blank(struct md_scan *c, size_t from, size_t to)
{
	for (; from < to; from++)
		if (c->p[from] != '\n')
			c->p[from] = ' ';
}

static struct gp_str
line_of(const struct md_scan *c)
{
	return (struct gp_str){ c->p, c->n };
}

static struct gp_str
rest_of_paragraph(const struct md_scan *c)
{
	return (struct gp_str){ c->p, c->whole };
}

/* ---- what a line begins with ---- */

static size_t
skip_number(const struct md_scan *c, size_t i)
{
	size_t from = i;

	while (i < c->n && gp_is_digit(c->p[i]) && i - from < 9)
		i++;
	if (i == from || i >= c->n || (c->p[i] != '.' && c->p[i] != ')') ||
	    (i + 1 < c->n && !gp_is_space(c->p[i + 1])))
		return from;
	return i + 1;
}

/* Marks of quotes and lists, one within the other; numbers are the list's. */
static size_t
skip_marks(struct md_scan *c)
{
	size_t i = 0, next;

	while (i < c->n) {
		next = skip_number(c, i);
		blank(c, i, next);
		if (next == i && !gp_is_space(c->p[i]) && c->p[i] != '>' &&
		    !((c->p[i] == '-' || c->p[i] == '*' || c->p[i] == '+') &&
		      i + 1 < c->n && gp_is_space(c->p[i + 1])))
			break;
		i = next == i ? i + 1 : next;
	}
	return i;
}

static size_t
count_marks(const struct md_scan *c, size_t i, char mark)
{
	size_t from = i;

	while (i < c->n && c->p[i] == mark)
		i++;
	return i - from;
}

/* True for a line that opens or closes a block of code: what else it says is
   for programs. */
static bool
is_fence(struct md_scan *c, size_t i)
{
	char mark = i < c->n ? c->p[i] : ' ';
	size_t n = count_marks(c, i, mark);

	if ((mark != '`' && mark != '~') || n < FENCE)
		return false;
	if (c->fence == mark && n >= c->fence_marks) {
		c->fence = 0;
		return true;
	}
	if (c->fence ||
	    (mark == '`' && gp_str_find(line_of(c), GP_STR("`"), i + n) < c->n))
		return false;
	c->fence = mark;
	c->fence_marks = n;
	c->is_outer =
		i < FENCE && gp_str_trim(gp_str_sub(line_of(c), 0, i)).n == 0;
	return true;
}

/* ---- addresses ---- */

static bool
is_address(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '.' || s.p[i] == '#' ||
		    s.p[i] == ':' || s.p[i] == '@' || s.p[i] == '<')
			return true;
	return false;
}

/* Behind the bracket that closes the one before `i`; `i` when none does. */
static size_t
closing(const struct md_scan *c, size_t i, char opens, char closes)
{
	size_t from = i, depth = 1;

	for (; i < c->whole; i++) {
		if (c->p[i] == '\\') {
			i++;
			continue;
		}
		depth += c->p[i] == opens;
		depth -= c->p[i] == closes;
		if (depth == 0)
			return i + 1;
	}
	return from;
}

/* And the marks of a quotation that the next line begins with. */
static size_t
skip_blanks(const struct md_scan *c, size_t i)
{
	bool at_start = false;

	for (; i < c->whole; i++) {
		if (c->p[i] == '\n')
			at_start = true;
		else if (!gp_is_space(c->p[i]) && !(at_start && c->p[i] == '>'))
			break;
	}
	return i;
}

/* Behind the title that may stand at `i`, up to the end of its line; `i` for
   none. */
static size_t
skip_title(const struct md_scan *c, size_t i)
{
	char opens = i < c->whole ? c->p[i] : ' ';
	char closes = opens == '(' ? ')' : opens;
	size_t end;

	if (opens != '"' && opens != '\'' && opens != '(')
		return i;
	for (end = i + 1; end < c->whole && c->p[end] != closes; end++)
		end += c->p[end] == '\\';
	return end < c->whole ? end + 1 : i;
}

/* "[name]: address 'title'", each on a line of its own if it likes; where it
   ends, `i` for none.  What is no address is a note, but for one on the next
   line, which a note has not. */
static size_t
skip_definition(struct md_scan *c, size_t i)
{
	struct gp_str rest, target;
	size_t end, to;

	if (c->has_no_name || i + 1 >= c->whole || i >= c->n ||
	    c->p[i] != '[' || c->p[i + 1] == '^')
		return i;
	end = closing(c, i + 1, '[', ']');
	c->has_no_name = end == i + 1;
	if (end == i + 1 || end >= c->whole || c->p[end] != ':')
		return i;
	to = skip_blanks(c, end + 1);
	rest = gp_str_sub(rest_of_paragraph(c), to, c->whole);
	if (!gp_str_word(&rest, &target) || !is_address(target))
		return i;
	if (target.p[0] == '<')
		to += gp_str_find(
			      gp_str_sub(rest_of_paragraph(c), to, c->whole),
			      GP_STR(">"), 0) +
		      1;
	else
		to += target.n;
	to = to < c->whole ? to : c->whole;
	return skip_title(c, skip_blanks(c, to));
}

/* What stands behind a link's words, from its ']' on: where it ends. */
static size_t
skip_target(struct md_scan *c, size_t i)
{
	char next = i + 1 < c->n ? c->p[i + 1] : ' ';
	size_t end = i + 1, angle;

	if (c->is_open || (next != '(' && next != '['))
		return i + 1;
	end = i + 2;
	if (next == '(' && end < c->n && c->p[end] == '<') {
		angle = gp_str_find(line_of(c), GP_STR(">"), end);
		end = angle < c->n ? angle + 1 : end;
	}
	end = closing(c, end, next, next == '(' ? ')' : ']');
	c->is_open = end == i + 2;
	if (c->is_open)
		return end;
	blank(c, i, end);
	return end;
}

/* Of several names, which is words depends on what is defined: none is told. */
static size_t
skip_targets(struct md_scan *c, size_t i)
{
	size_t end = skip_target(c, i), next;

	if (c->p[i] == ']' || end >= c->n || c->p[end] != '[')
		return end;
	blank(c, c->bracket, i);
	while (end < c->n && c->p[end] == '[') {
		next = closing(c, end + 1, '[', ']');
		if (next == end + 1)
			break;
		blank(c, end, next);
		end = next;
	}
	return end;
}

/* "<https://...>" is an address, and no tag. */
static size_t
skip_angle(struct md_scan *c, size_t i)
{
	size_t end = i + 1;

	while (end < c->n && !gp_is_space(c->p[end]) && c->p[end] != '<' &&
	       c->p[end] != '>')
		end++;
	if (end == c->n || c->p[end] != '>' ||
	    gp_str_find(gp_str_sub(line_of(c), i, end), GP_STR("://"), 0) ==
	            end - i)
		return i + 1;
	c->p[i] = c->p[end] = ' ';
	return end + 1;
}

/* ---- a line ---- */

/* No tag begins within. */
static size_t
skip_code(struct md_scan *c, size_t i)
{
	size_t n = count_marks(c, i, '`'), end;

	for (end = i + n; end < c->n && c->p[end] != '`'; end++)
		if (c->p[end] == '<')
			c->p[end] = ' ';
	return end + count_marks(c, end, '`');
}

static void
scan_words(struct md_scan *c, size_t i)
{
	while (i < c->n) {
		if (c->p[i] == '\\' && i + 1 < c->n) {
			c->p[i] = ' ';
			if (!gp_is_alnum(c->p[i + 1]) &&
			    (unsigned char)c->p[i + 1] < 0x80)
				c->p[i + 1] = ' ';
			i += 2;
		} else if (c->p[i] == '`') {
			i = skip_code(c, i);
		} else if (c->p[i] == ']') {
			i = skip_targets(c, i);
		} else if (c->p[i] == '[') {
			c->bracket = i++;
		} else if (c->p[i] == '<') {
			i = skip_angle(c, i);
		} else {
			i++;
		}
	}
}

static void
scan_code(struct md_scan *c)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (c->p[i] == '<')
			c->p[i] = ' ';
}

static void
scan_line(struct md_scan *c)
{
	size_t i = c->fence ? 0 : skip_marks(c), end;

	c->bracket = i;
	while (c->fence && i < c->n && (c->p[i] == ' ' || c->p[i] == '>'))
		i++;
	if (is_fence(c, i)) {
		blank(c, 0, c->n);
	} else if (c->fence) {
		scan_code(c);
	} else {
		end = skip_definition(c, i);
		blank(c, i, end);
		scan_words(c, end);
	}
}

/* Where the paragraph of the line at `from` ends: before a blank line. */
static size_t
paragraph_end(struct gp_str s, size_t from)
{
	size_t end;

	for (; from < s.n; from = end + 1) {
		end = gp_str_find(s, GP_STR("\n"), from);
		if (gp_str_trim(gp_str_sub(s, from, end)).n == 0)
			return from;
	}
	return s.n;
}

bool
gp_markdown_plain(struct gp_str text, struct gp_buf *out)
{
	struct md_scan c = { .fence = 0 };
	size_t from = out->len, end, paragraph = 0;
	struct gp_str all;

	gp_buf_str(out, text);
	if (out->failed != GP_OK)
		return false;
	for (; from < out->len; from = end + 1) {
		all = gp_buf_view(out);
		end = gp_str_find(all, GP_STR("\n"), from);
		if (from >= paragraph) {
			paragraph = paragraph_end(all, from);
			c.is_open = c.has_no_name = false;
		}
		c.p = out->data + from;
		c.n = end - from;
		c.whole = paragraph > end ? paragraph - from : c.n;
		scan_line(&c);
	}
	return c.fence && c.is_outer;
}
