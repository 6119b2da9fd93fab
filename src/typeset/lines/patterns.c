/* Patterns as a tree with a byte a node; what a pattern says is read from
   its line whenever it fits, so that a file is ready after one look at each
   of its letters.  It knows no language, and of a word nothing but its
   letters. */
#include "typeset/lines/patterns.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

/* The letters that stay: \lefthyphenmin and \righthyphenmin of plain TeX (The
   TeXbook, appendix H). */
enum {
	BEFORE = 2,
	AFTER = 3,
	LONGEST = GP_HYPHEN_LETTERS * 4,
	EDGES = 2, /* a dot at each end of a word */
};

/* Nodes are counted from 1, the root; 0 is none. */
struct pattern_node {
	uint32_t child, sibling;
	struct gp_str pattern; /* that ends here; NULL: none does */
	char byte;
};

struct gp_patterns {
	struct pattern_node *nodes;
	uint32_t count;
	unsigned before, after;
};

/* ---- reading ---- */

/* Patterns, key words, comments: letters, digits and signs. */
static bool
is_line(struct gp_str line)
{
	size_t i;

	for (i = 0; i < line.n; i++)
		if (((unsigned char)line.p[i] < ' ' && line.p[i] != '\t') ||
		    line.p[i] == '/')
			return false;
	return !gp_str_starts(line, GP_STR("NEXTLEVEL"));
}

/* The node for `byte` below another. */
static uint32_t
below(const struct gp_patterns *t, uint32_t node, char byte)
{
	uint32_t at = t->nodes[node].child;

	while (at && t->nodes[at].byte != byte)
		at = t->nodes[at].sibling;
	return at;
}

static uint32_t
grow_trie(struct gp_patterns *t, uint32_t node, char byte)
{
	uint32_t at = below(t, node, byte);

	if (at)
		return at;
	at = ++t->count;
	t->nodes[at] = (struct pattern_node){ .sibling = t->nodes[node].child,
		                              .byte = byte };
	t->nodes[node].child = at;
	return at;
}

/* Whether it has any digit. */
static bool
add_pattern(struct gp_patterns *t, struct gp_str pattern)
{
	uint32_t node = 1;
	bool digits = false;
	size_t i;

	for (i = 0; i < pattern.n; i++)
		if (gp_is_digit(pattern.p[i]))
			digits = true;
		else
			node = grow_trie(t, node, pattern.p[i]);
	t->nodes[node].pattern = pattern;
	return digits;
}

/* "LEFTHYPHENMIN 2" sets a limit that is lower. */
static void
set_limit(struct gp_str line, struct gp_str key, unsigned *limit)
{
	unsigned n = 0;
	size_t i;

	if (!gp_str_starts(line, key))
		return;
	line = gp_str_trim(gp_str_sub(line, key.n, line.n));
	for (i = 0; i < line.n && gp_is_digit(line.p[i]); i++)
		if (n < LONGEST)
			n = n * 10 + (unsigned)(line.p[i] - '0');
	if (n > *limit)
		*limit = n;
}

static bool
is_key(struct gp_patterns *t, struct gp_str line)
{
	if (line.n == 0 || line.p[0] < 'A' || line.p[0] > 'Z')
		return false;
	set_limit(line, GP_STR("LEFTHYPHENMIN"), &t->before);
	set_limit(line, GP_STR("RIGHTHYPHENMIN"), &t->after);
	return true;
}

static bool
read_lines(struct gp_patterns *t, struct gp_str text)
{
	struct gp_str line;
	bool any = false;

	if (!gp_str_split(&text, '\n', &line) ||
	    !gp_str_eq(gp_str_trim(line), GP_STR("UTF-8")))
		return false;
	while (gp_str_split(&text, '\n', &line)) {
		line = gp_str_trim(line);
		if (line.n == 0 || line.p[0] == '%' || line.p[0] == '#')
			continue;
		if (!is_line(line))
			return false;
		if (!is_key(t, line))
			any |= add_pattern(t, line);
	}
	return any;
}

static struct gp_patterns *
empty(size_t letters)
{
	struct gp_patterns *t = calloc(1, sizeof *t);

	if (!t)
		return NULL;
	*t = (struct gp_patterns){ .count = 1,
		                   .before = BEFORE,
		                   .after = AFTER };
	/* No letter makes more than one node. */
	t->nodes = calloc(letters + 2, sizeof *t->nodes);
	if (t->nodes)
		return t;
	free(t);
	return NULL;
}

struct gp_patterns *
gp_patterns_new(const char *path, struct gp_str text, struct gp_err *e)
{
	struct gp_patterns *t = empty(text.n);

	if (!t)
		(void)gp_fail(e, GP_NOMEM, "out of memory");
	else if (text.n < UINT32_MAX / 2 && gp_utf8_valid(text) == text.n &&
	         read_lines(t, text))
		return t;
	else
		(void)gp_fail_at(e, GP_INPUT, path, 0, 0,
		                 "these are not hyphenation patterns of one "
		                 "level in UTF-8");
	gp_patterns_free(t);
	return NULL;
}

void
gp_patterns_free(struct gp_patterns *t)
{
	if (t)
		free(t->nodes);
	free(t);
}

/* ---- asking ---- */

/* The greater digit wins. */
static void
apply(struct gp_str pattern, char *marks)
{
	size_t i;

	for (i = 0; i < pattern.n; i++)
		if (!gp_is_digit(pattern.p[i]))
			marks++;
		else if (pattern.p[i] > *marks)
			*marks = pattern.p[i];
}

/* Marks what is before each byte of a word with a dot at each end. */
static void
mark_breaks(const struct gp_patterns *t, const char *dotted, size_t n,
            char *marks)
{
	size_t from, at;
	uint32_t node;

	for (from = 0; from < n; from++) {
		node = 1;
		for (at = from; at < n && node; at++) {
			node = below(t, node, dotted[at]);
			if (node)
				apply(t->nodes[node].pattern, marks + from);
		}
	}
}

/* Letters that a character stands for: ffi and ffl in one (U+FB03, U+FB04) are
   enough before a hyphen. */
static unsigned
letters_of(uint32_t c)
{
	return c == 0xFB03 || c == 0xFB04 ? BEFORE : 1;
}

uint64_t
gp_patterns_points(const struct gp_patterns *t, struct gp_str word)
{
	char dotted[LONGEST + EDGES], marks[LONGEST + EDGES + 1] = { 0 };
	size_t letters = gp_utf8_count(word), at = 0, i;
	unsigned before = 0;
	uint64_t points = 0;

	if (word.n > LONGEST || letters > GP_HYPHEN_LETTERS)
		return 0;
	dotted[0] = '.';
	memcpy(dotted + 1, word.p, word.n);
	dotted[word.n + 1] = '.';
	mark_breaks(t, dotted, word.n + EDGES, marks);
	for (i = 0; i + t->after < letters; i++) {
		before += letters_of(gp_utf8_next(word, &at));
		if (before >= t->before && (marks[at + 1] & 1))
			points |= UINT64_C(1) << i;
	}
	return points;
}
