/* Where the text of a script, a style, a title and the like ends: HTML
   Living Standard, 13.2.5.2 to 13.2.5.31.  A script is read as far as
   comments and scripts in it go, and no further: nothing of its language is
   known. */
#include "import/html/parse/parse_scan.h"

#include <string.h>

/* True when `name` stands at `at` and ends there. */
static bool
is_name_at(const struct gp_scan *s, uint32_t at, struct gp_str name)
{
	return s->n - at > name.n &&
	       gp_char_in(s->p[at + name.n], GP_CHAR_NAME) &&
	       gp_str_eq_nocase((struct gp_str){ s->p + at, name.n }, name);
}

static uint32_t
find(const struct gp_scan *s, uint32_t from, char c)
{
	const char *at =
		from < s->n ? memchr(s->p + from, c, s->n - from) : NULL;

	return at ? (uint32_t)(at - s->p) : s->n;
}

static uint32_t
find_end_tag(const struct gp_scan *s, unsigned until)
{
	struct gp_str name = s->names.rows[until].name;
	uint32_t at = find(s, s->at, '<');

	while (at < s->n && !(at + 1 < s->n && s->p[at + 1] == '/' &&
	                      is_name_at(s, at + 2, name)))
		at = find(s, at + 1, '<');
	return at;
}

bool
gp_scan_has_end(const struct gp_scan *s, unsigned name)
{
	return find_end_tag(s, name) < s->n;
}

/* ---- scripts ---- */

/* Plain; in "<!--"; in a <script> in that. */
enum depth { PLAIN, ESCAPED, TWICE };

/* The next '<', or '>' where that may end a comment. */
static uint32_t
next_sign(const struct gp_scan *s, uint32_t at, enum depth depth)
{
	if (depth == PLAIN)
		return find(s, at, '<');
	while (at < s->n && s->p[at] != '<' && s->p[at] != '>')
		at++;
	return at;
}

static bool
opens_comment(const struct gp_scan *s, uint32_t at)
{
	return s->n - at >= 4 && memcmp(s->p + at, "<!--", 4) == 0;
}

/* What the sign at `at` makes of it; `comment`: where that began. */
static enum depth
after_sign(const struct gp_scan *s, uint32_t at, enum depth depth,
           uint32_t *comment)
{
	struct gp_str script = GP_STR("script");

	if (s->p[at] == '>')
		return at >= *comment + 4 && s->p[at - 1] == '-' &&
		                       s->p[at - 2] == '-'
		               ? PLAIN
		               : depth;
	if (depth == PLAIN && opens_comment(s, at)) {
		*comment = at;
		return ESCAPED;
	}
	if (depth == ESCAPED && is_name_at(s, at + 1, script))
		return TWICE;
	if (depth == TWICE && s->n - at > 2 && s->p[at + 1] == '/' &&
	    is_name_at(s, at + 2, script))
		return ESCAPED;
	return depth;
}

static uint32_t
find_script_end(const struct gp_scan *s)
{
	uint32_t at = s->at, comment = at;
	enum depth depth = PLAIN;

	for (;;) {
		at = next_sign(s, at, depth);
		if (at >= s->n)
			return s->n;
		if (depth != TWICE && s->p[at] == '<' && s->n - at > 2 &&
		    s->p[at + 1] == '/' &&
		    is_name_at(s, at + 2, GP_STR("script")))
			return at;
		depth = after_sign(s, at, depth, &comment);
		at++;
	}
}

uint32_t
gp_scan_raw_end(const struct gp_scan *s)
{
	switch (s->how) {
	case GP_SCAN_SCRIPT:
		return find_script_end(s);
	case GP_SCAN_RCDATA:
	case GP_SCAN_RAWTEXT:
	case GP_SCAN_VIEW:
		return find_end_tag(s, s->until);
	case GP_SCAN_DATA:
	case GP_SCAN_PLAIN:
		break;
	}
	return s->n;
}
