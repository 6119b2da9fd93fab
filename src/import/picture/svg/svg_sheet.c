/* Style sheets within SVG files, as programs that draw write them: flat rules
   with classes.  What they cannot say is noted, not guessed at: no cascade over
   parents, no media, no fonts.  What a declaration means is not known here. */
#include "import/picture/svg/svg_sheet.h"

#include "base/limits.h"

enum { MOST_RULES = 2000 };

/* Without comments. */
static void
without_comments(struct gp_str css, struct gp_buf *out)
{
	size_t at, end;

	while (css.n) {
		at = gp_str_find(css, GP_STR("/*"), 0);
		gp_buf_str(out, gp_str_sub(css, 0, at));
		if (at == css.n)
			return;
		end = gp_str_find(css, GP_STR("*/"), at + 2);
		css = gp_str_sub(css, end + 2, css.n);
		gp_buf_putc(out, ' ');
	}
}

static bool
is_name_char(char c)
{
	return gp_is_alnum(c) || c == '-' || c == '_' ||
	       (unsigned char)c >= 0x80;
}

/* "rect", ".bar", "rect.bar", "#sea", "*". */
static bool
read_selector(struct gp_str s, struct gp_svg_rule *rule)
{
	size_t at;

	if (gp_str_eq(s, GP_STR("*")))
		return true;
	for (at = 0; at < s.n && is_name_char(s.p[at]); at++)
		;
	rule->element = gp_str_sub(s, 0, at);
	s = gp_str_sub(s, at, s.n);
	if (s.n == 0)
		return rule->element.n > 0;
	if (s.n < 2 || (s.p[0] != '.' && s.p[0] != '#') ||
	    !gp_str_all(gp_str_sub(s, 1, s.n), is_name_char))
		return false;
	*(s.p[0] == '.' ? &rule->class : &rule->id) = gp_str_sub(s, 1, s.n);
	return true;
}

struct sheet_reading {
	struct gp_arena *a;
	struct gp_svg_sheet *sheet;
	const struct gp_svg_rule **end;
};

static bool
add_rule(struct sheet_reading *r, const struct gp_svg_rule *rule)
{
	struct gp_svg_rule *kept = gp_arena_alloc(r->a, sizeof *kept);

	if (!kept)
		return false;
	*kept = *rule;
	kept->next = NULL;
	*r->end = kept;
	r->end = &kept->next;
	r->sheet->count++;
	return true;
}

static void
add_rules(struct sheet_reading *r, struct gp_str selectors, struct gp_str body)
{
	struct gp_str one;

	while (r->sheet->count <= MOST_RULES &&
	       gp_str_split(&selectors, ',', &one)) {
		struct gp_svg_rule rule = { .body = body };

		if (read_selector(gp_str_trim(one), &rule))
			(void)add_rule(r, &rule);
		else
			r->sheet->is_rich = true;
	}
}

/* Behind the block that opens at `at`, which may hold others. */
static size_t
block_end(struct gp_str s, size_t at)
{
	size_t depth = 0;

	for (; at < s.n; at++) {
		depth += s.p[at] == '{';
		if (s.p[at] == '}' && --depth == 0)
			return at;
	}
	return s.n;
}

/* A statement such as "@import x;" ends with its semicolon. */
static size_t
statement_end(struct gp_str s)
{
	size_t end = gp_str_find(s, GP_STR(";"), 0);

	return end < gp_str_find(s, GP_STR("{"), 0) ? end : s.n;
}

static void
read_rules(struct sheet_reading *r, struct gp_str s)
{
	while ((s = gp_str_trim(s)).n) {
		size_t open = gp_str_find(s, GP_STR("{"), 0), close;
		struct gp_str head = gp_str_trim(gp_str_sub(s, 0, open));

		close = block_end(s, open);
		if (s.p[0] == '@' && statement_end(s) < s.n)
			close = statement_end(s);
		if (gp_str_starts(head, GP_STR("@")) || open == s.n)
			r->sheet->is_rich = true;
		else
			add_rules(r, head, gp_str_sub(s, open + 1, close));
		s = gp_str_sub(s, close + 1, s.n);
	}
}

bool
gp_svg_sheet_read(struct gp_arena *a, struct gp_str css,
                  struct gp_svg_sheet *sheet, struct gp_err *e)
{
	struct gp_buf plain = { .max = GP_MAX_SVG_BYTES };
	struct sheet_reading r = { a, sheet, &sheet->first };

	without_comments(css, &plain);
	read_rules(&r, gp_arena_buf(a, &plain));
	if (sheet->count > MOST_RULES)
		return gp_fail(e, GP_LIMIT,
		               "is an SVG file with more than %d rules",
		               MOST_RULES);
	return gp_arena_ok(a, e);
}

void
gp_svg_declarations(struct gp_str body,
                    void (*put)(void *user, struct gp_str name,
                                struct gp_str value),
                    void *user)
{
	struct gp_str one;

	while (gp_str_split(&body, ';', &one)) {
		size_t colon = gp_str_find(one, GP_STR(":"), 0);
		struct gp_str value = gp_str_sub(one, colon + 1, one.n);

		value = gp_str_sub(value, 0,
		                   gp_str_find(value, GP_STR("!"), 0));
		if (colon < one.n)
			put(user, gp_str_trim(gp_str_sub(one, 0, colon)),
			    gp_str_trim(value));
	}
}
