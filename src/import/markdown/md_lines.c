/* The lines of a Markdown text, found again from the pieces that md4c hands
   out, and what its parser may be given at all.  It looks for line ends and
   brackets and knows nothing else of Markdown. */
#include "import/markdown/md_tree.h"

/* md4c hands out pieces of its text; the few that are no piece of it (spaces
   that a tab stands for) have no line. */
void
gp_md_note_line(struct gp_md *m, const char *p)
{
	size_t low = 0, high = m->n_ends, at, mid;
	struct gp_node *n;

	if (p < m->text.p || p >= m->text.p + m->text.n)
		return;
	at = (size_t)(p - m->text.p);
	while (low < high) {
		mid = low + (high - low) / 2;
		if (m->ends[mid] < at)
			low = mid + 1;
		else
			high = mid;
	}
	m->line = m->first + (unsigned)low;
	for (n = m->open; n && n->at.last != m->line; n = n->parent) {
		if (!n->at.first)
			n->at.first = m->line;
		n->at.last = m->line;
	}
}

bool
gp_md_find_ends(struct gp_md *m)
{
	size_t i, n = 0;

	for (i = 0; i < m->text.n; i++)
		n += m->text.p[i] == '\n';
	m->ends = gp_arena_array(m->arena, n + 1, sizeof *m->ends);
	for (i = 0; m->ends && i < m->text.n; i++)
		if (m->text.p[i] == '\n')
			m->ends[m->n_ends++] = i;
	return m->ends != NULL;
}

/* md4c reads a definition again for each link that uses it: so many links
   times so long a definition would take minutes. */
bool
gp_md_check(struct gp_str s, struct gp_err *e)
{
	struct gp_str line;
	size_t links = 0, longest = 0, now = 0, i;

	for (i = 0; i < s.n; i++)
		links += s.p[i] == ']';
	while (s.n && gp_str_split(&s, '\n', &line)) {
		bool defines = gp_str_find(line, GP_STR("]:"), 0) < line.n;

		if (gp_str_trim(line).n == 0)
			now = 0;
		else if (now || defines)
			now = line.n + (defines ? 0 : now);
		longest = now > longest ? now : longest;
	}
	if (longest && links > GP_MAX_DEFINED / longest)
		return gp_fail(e, GP_LIMIT,
		               "has too many links for so long a definition of "
		               "one");
	return true;
}

/* ---- notes ---- */

static bool
is_address(struct gp_str s)
{
	static const char marks[] = "/.#:@<";
	size_t i;

	for (i = 0; i + 1 < sizeof marks; i++)
		if (gp_str_find(s, gp_str_sub(gp_str(marks), i, i + 1), 0) <
		    s.n)
			return true;
	return false;
}

static bool
is_web_address(struct gp_str s)
{
	return gp_str_find(s, GP_STR("://"), 0) < s.n || s.p[0] == '/' ||
	       s.p[0] == '#' || s.p[0] == '<';
}

/* "[^1]: Smith", "[note]: Draft": where its colon is; the line's end when it
   defines an address, or nothing. */
static size_t
note_colon(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line), rest, word, more;
	size_t end = gp_str_find(line, GP_STR("]:"), 0);

	if (s.n < 4 || s.p[0] != '[' || s.p - line.p > 3 || end == line.n)
		return line.n;
	rest = gp_str_sub(line, end + 2, line.n);
	if (!gp_str_word(&rest, &word))
		return line.n;
	if (gp_str_word(&rest, &more) && more.p[0] != '"' && more.p[0] != '\'')
		return line.n;
	if (s.p[1] == '^' ? is_web_address(word) : is_address(word))
		return line.n;
	return end + 1;
}

static bool
is_fence(struct gp_str line)
{
	struct gp_str s = gp_str_trim(line);

	return gp_str_starts(s, GP_STR("```")) ||
	       gp_str_starts(s, GP_STR("~~~"));
}

struct gp_str
gp_md_show_notes(struct gp_arena *a, struct gp_str text)
{
	struct gp_str rest = text, line;
	struct gp_buf copy = { .max = GP_MAX_SOURCE_BYTES };
	bool in_code = false;
	size_t colon;

	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		in_code ^= is_fence(line);
		colon = in_code ? line.n : note_colon(line);
		if (colon == line.n)
			continue;
		if (copy.len == 0)
			gp_buf_str(&copy, text);
		if (copy.failed == GP_OK)
			copy.data[(size_t)(line.p - text.p) + colon] = ' ';
	}
	return copy.len || copy.failed ? gp_arena_buf(a, &copy) : text;
}
