/* A line at a time, after CommonMark 0.31 where it is a matter of one line: raw
   tags and references are left for html_words.c.  It does not parse. */
#include "import/guard/markdown_words.h"

enum { FENCE = 3 }; /* marks that open a block of code */

struct md_scan {
	char *p; /* the line at hand, to be blanked in part */
	size_t n;
	char fence; /* that is open, 0: none */
	size_t fence_marks;
	bool is_open; /* a bracket of this line is never closed */
};

static void
blank(struct md_scan *c, size_t from, size_t to)
{
	for (; from < to; from++)
		c->p[from] = ' ';
}

static struct gp_str
line_of(const struct md_scan *c)
{
	return (struct gp_str){ c->p, c->n };
}

/* ---- what a line begins with ---- */

static size_t
skip_number(const struct md_scan *c, size_t i)
{
	size_t from = i;

	while (i < c->n && gp_is_digit(c->p[i]) && i - from < 9)
		i++;
	if (i == from || i + 1 >= c->n || (c->p[i] != '.' && c->p[i] != ')') ||
	    !gp_is_space(c->p[i + 1]))
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
	if (c->fence || gp_str_find(line_of(c), GP_STR("`"), i + n) < c->n)
		return false;
	c->fence = mark;
	c->fence_marks = n;
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

/* "[name]: address": what is no address is a note. */
static bool
is_definition(const struct md_scan *c, size_t i)
{
	struct gp_str line = line_of(c), rest, target;
	size_t end = gp_str_find(line, GP_STR("]:"), i);

	if (i >= c->n || c->p[i] != '[' || end == c->n)
		return false;
	rest = gp_str_sub(line, end + 2, c->n);
	return c->p[i + 1] != '^' && gp_str_word(&rest, &target) &&
	       is_address(target);
}

/* Behind the bracket that closes the one before `i`; `i` when none does. */
static size_t
closing(const struct md_scan *c, size_t i, char opens, char closes)
{
	size_t from = i, depth = 1;

	for (; i < c->n; i++) {
		depth += c->p[i] == opens;
		depth -= c->p[i] == closes;
		if (depth == 0)
			return i + 1;
	}
	return from;
}

/* What stands behind a link's words, from its ']' on: where it ends. */
static size_t
skip_target(struct md_scan *c, size_t i)
{
	char next = i + 1 < c->n ? c->p[i + 1] : ' ';
	size_t end = i + 1;

	if (!c->is_open && next == '(')
		end = closing(c, i + 2, '(', ')');
	else if (!c->is_open && next == '[')
		end = closing(c, i + 2, '[', ']');
	else
		return i + 1;
	if (end == i + 2)
		c->is_open = true;
	else
		blank(c, i, end);
	return end;
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
			i = skip_target(c, i);
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
	size_t i = c->fence ? 0 : skip_marks(c);

	c->is_open = false;
	while (c->fence && i < c->n && (c->p[i] == ' ' || c->p[i] == '>'))
		i++;
	if (is_fence(c, i) || (!c->fence && is_definition(c, i)))
		blank(c, 0, c->n);
	else if (c->fence)
		scan_code(c);
	else
		scan_words(c, i);
}

void
gp_markdown_plain(struct gp_str text, struct gp_buf *out)
{
	struct md_scan c = { .fence = 0 };
	size_t from = out->len, end;

	gp_buf_str(out, text);
	if (out->failed != GP_OK)
		return;
	for (; from < out->len; from = end + 1) {
		struct gp_str rest =
			gp_str_sub(gp_buf_view(out), from, out->len);

		end = from + gp_str_find(rest, GP_STR("\n"), 0);
		c.p = out->data + from;
		c.n = end - from;
		scan_line(&c);
	}
}
