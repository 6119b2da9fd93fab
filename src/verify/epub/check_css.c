/* A stylesheet: closed blocks, nothing fetched from elsewhere, nothing that
   takes the reader's own settings away.  It knows no more of CSS than its
   tokens (CSS Syntax 3). */
#include "verify/epub/book.h"

enum { MAX_VALUE = 200 }; /* bytes of a value that is looked at */

struct css {
	struct gp_book *b;
	struct gp_book_item *item;
	struct gp_str text;
	size_t at;
	unsigned line;
	size_t depth;
	bool broken;
};

static void
broken(struct css *c, const char *why)
{
	if (!c->broken)
		gp_found(c->b->in, GP_CHECK_CSS_BROKEN, c->item->path.p,
		         c->line, "%s", why);
	c->broken = true;
}

static void
next_token(struct css *c)
{
	c->line += c->text.p[c->at] == '\n';
	c->at++;
}

static void
skip_comment(struct css *c)
{
	size_t end = gp_str_find(c->text, GP_STR("*/"), c->at + 2);

	if (end == c->text.n) {
		broken(c, "a comment is not closed");
		end = c->text.n;
	} else {
		end += 2;
	}
	while (c->at < end)
		next_token(c);
}

/* The string that begins here; it moves behind it. */
static struct gp_str
take_string(struct css *c)
{
	char quote = c->text.p[c->at];
	size_t start = ++c->at;

	while (c->at < c->text.n && c->text.p[c->at] != quote) {
		if (c->text.p[c->at] == '\n')
			break;
		c->at += c->text.p[c->at] == '\\' && c->at + 1 < c->text.n;
		next_token(c);
	}
	if (c->at >= c->text.n || c->text.p[c->at] != quote)
		broken(c, "a string is not closed");
	if (c->at > c->text.n)
		c->at = c->text.n;
	return gp_str_sub(c->text, start, c->at < c->text.n ? c->at++ : c->at);
}

static void
link_to(struct css *c, struct gp_str href)
{
	gp_book_link(c->b, GP_LINK_FILE, c->item->path, c->line, href, href);
}

/* What stands between the brackets of url(). */
static void
take_url(struct css *c)
{
	size_t start;

	while (c->at < c->text.n && gp_is_space(c->text.p[c->at]))
		next_token(c);
	if (c->at < c->text.n &&
	    (c->text.p[c->at] == '"' || c->text.p[c->at] == '\'')) {
		link_to(c, take_string(c));
		return;
	}
	start = c->at;
	while (c->at < c->text.n && c->text.p[c->at] != ')')
		next_token(c);
	link_to(c, gp_str_trim(gp_str_sub(c->text, start, c->at)));
}

static bool
here(const struct css *c, const char *word)
{
	struct gp_str w = gp_str(word);

	return gp_str_eq_nocase(gp_str_sub(c->text, c->at, c->at + w.n), w) &&
	       (c->at == 0 || !gp_is_alpha(c->text.p[c->at - 1]));
}

/* The value of the declaration whose name begins here. */
static struct gp_str
value_of(const struct css *c, const char *name)
{
	size_t from = c->at + gp_str(name).n;
	struct gp_str rest = gp_str_sub(c->text, from, from + MAX_VALUE);
	size_t i = 0;

	while (i < rest.n && rest.p[i] != ';' && rest.p[i] != '}')
		i++;
	rest = gp_str_trim(gp_str_sub(rest, 0, i));
	if (!gp_str_starts(rest, GP_STR(":")))
		return (struct gp_str){ NULL, 0 };
	return gp_str_trim(gp_str_sub(rest, 1, rest.n));
}

static bool
is_fixed_size(struct gp_str value)
{
	size_t i = 0;

	while (i < value.n && (gp_is_digit(value.p[i]) || value.p[i] == '.'))
		i++;
	value = gp_str_sub(value, i, value.n);
	return i > 0 && (gp_str_starts(value, GP_STR("px")) ||
	                 gp_str_starts(value, GP_STR("pt")) ||
	                 gp_str_starts(value, GP_STR("mm")) ||
	                 gp_str_starts(value, GP_STR("cm")) ||
	                 gp_str_starts(value, GP_STR("in")));
}

static void
check_declaration(struct css *c)
{
	struct gp_str value;

	if (c->at > 0 &&
	    (gp_is_alpha(c->text.p[c->at - 1]) || c->text.p[c->at - 1] == '-'))
		return;
	if (here(c, "font-size") &&
	    is_fixed_size(value = value_of(c, "font-size")))
		gp_found(c->b->in, GP_CHECK_CSS_PIXELS, c->item->path.p,
		         c->line, "font-size is fixed to %.*s", GP_ARG(value));
	if (here(c, "position") &&
	    gp_str_eq(value_of(c, "position"), GP_STR("fixed")))
		gp_found(c->b->in, GP_CHECK_CSS_POSITION, c->item->path.p,
		         c->line, "position is fixed");
}

static void
take_token(struct css *c)
{
	char ch = c->text.p[c->at];

	if (ch == '/' && here(c, "/*")) {
		skip_comment(c);
	} else if (ch == '"' || ch == '\'') {
		(void)take_string(c);
	} else if (here(c, "url(")) {
		c->at += 4;
		take_url(c);
	} else if (here(c, "@import")) {
		c->at += 7;
		while (c->at < c->text.n && gp_is_space(c->text.p[c->at]))
			next_token(c);
		if (c->at < c->text.n && c->text.p[c->at] == '"')
			link_to(c, take_string(c));
	} else {
		c->depth += ch == '{';
		if (ch == '}' && c->depth-- == 0) {
			broken(c, "a block ends that did not begin");
			c->depth = 0;
		}
		check_declaration(c);
		next_token(c);
	}
}

void
gp_book_css(struct gp_book *b, struct gp_book_item *item, struct gp_str css)
{
	struct css c = { .b = b, .item = item, .text = css, .line = 1 };

	while (c.at < c.text.n)
		take_token(&c);
	if (c.depth > 0)
		broken(&c, "a block is not closed");
}
