/* One loop from '<' to '<'.  It shares nothing with the parser, whose mistakes
   it is to find, and does not know which words a reader sees. */
#include "import/guard/html_words.h"

#include "base/entity.h"

#include <string.h>

/* What never ends from here on: asked once each, so that a source full of
   beginnings costs no more than one of ends. */
enum endless {
	ENDLESS_COMMENT = 1 << 0,
	ENDLESS_TAG = 1 << 1,
	ENDLESS_SCRIPT = 1 << 2,
	ENDLESS_STYLE = 1 << 3,
	ENDLESS_TITLE = 1 << 4,
	ENDLESS_TEXT = 1 << 5,
	ENDLESS_METADATA = 1 << 6,
	ENDLESS_DESC = 1 << 7,
	ENDLESS_HELD = 1 << 8, /* a title that stands astray */
};

enum { MOST_HELD = 16 }; /* pages have one title */

struct html_scan {
	struct gp_str s;
	size_t i;
	struct gp_listener *l;
	unsigned endless;    /* enum endless */
	unsigned foreign;    /* <svg> and <math> that stand open */
	unsigned html;       /* <foreignObject> in them */
	unsigned unscripted; /* <noscript> that stand open */
	bool has_title;      /* the one that counts was passed */
	struct held_title {
		size_t from, to;
	} held[MOST_HELD]; /* titles within the text, told behind it */
	size_t n_held;
	bool may_be_open; /* a word was told that may go on */
};

struct scanned_tag {
	struct gp_str name;
	size_t end; /* behind its '>' */
	bool ends, is_empty;
};

static size_t
find_byte(struct gp_str s, size_t from, char c)
{
	const char *p = from < s.n ? memchr(s.p + from, c, s.n - from) : NULL;

	return p ? (size_t)(p - s.p) : s.n;
}

/* ---- telling ---- */

static void
tell(struct html_scan *c, size_t from, size_t to)
{
	if (from == to)
		return;
	c->l->text(c->l, gp_str_sub(c->s, from, to), from);
	c->may_be_open = !gp_is_space(c->s.p[to - 1]);
}

/* From `from` to before `to`, with its references resolved. */
static void
tell_text(struct html_scan *c, size_t from, size_t to)
{
	struct gp_str s = gp_str_sub(c->s, 0, to);
	size_t at = find_byte(s, from, '&');
	struct gp_ref ref;

	for (; at < to; at = find_byte(s, at + 1, '&')) {
		if (!gp_ref_at(s, at, false, &ref))
			continue;
		tell(c, from, at);
		c->l->text(c->l, (struct gp_str){ ref.text, ref.n }, at);
		c->may_be_open = true;
		from = at + ref.size;
		at = from - 1;
	}
	tell(c, from, to);
}

static void
part(struct html_scan *c)
{
	if (c->may_be_open)
		c->l->part(c->l);
	c->may_be_open = false;
}

/* ---- tags ---- */

static bool
ends_name(char c)
{
	return gp_is_space(c) || c == '/' || c == '>';
}

/* Behind the value that begins at `i`: quoted or up to a space. */
static size_t
skip_value(struct gp_str s, size_t i)
{
	if (i < s.n && (s.p[i] == '"' || s.p[i] == '\''))
		return find_byte(s, i + 1, s.p[i]) + 1;
	while (i < s.n && !gp_is_space(s.p[i]) && s.p[i] != '>')
		i++;
	return i;
}

static size_t
skip_spaces(struct gp_str s, size_t i)
{
	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	return i;
}

static size_t
skip_attribute(struct gp_str s, size_t i)
{
	size_t next;

	/* An '=' may begin a name, and ends it from then on. */
	for (i++; i < s.n && !ends_name(s.p[i]) && s.p[i] != '=';)
		i++;
	next = skip_spaces(s, i);
	if (next >= s.n || s.p[next] != '=')
		return i;
	return skip_value(s, skip_spaces(s, next + 1));
}

/* The tag at `i`, which has a name; false when it never ends. */
static bool
read_tag(struct gp_str s, size_t i, struct scanned_tag *t)
{
	size_t from;

	t->ends = s.p[i + 1] == '/';
	from = i += 1 + t->ends;
	while (i < s.n && !ends_name(s.p[i]))
		i++;
	t->name = gp_str_sub(s, from, i);
	while (i < s.n && s.p[i] != '>') {
		if (s.p[i] == '/' || gp_is_space(s.p[i]))
			i++;
		else
			i = skip_attribute(s, i);
	}
	t->end = i + 1;
	t->is_empty = i < s.n && s.p[i - 1] == '/';
	return i < s.n;
}

static bool
is_name(struct gp_str name, const char *what)
{
	return gp_str_is_nocase(name, what);
}

/* Elements that words do not go on across, by their first letter. */
static bool
parts_words(struct gp_str name)
{
	static const char *const lists[26] = {
		['a' - 'a'] = "address article aside audio",
		['b' - 'a'] = "blockquote body br button",
		['c' - 'a'] = "canvas caption center",
		['d' - 'a'] = "dd details dialog dir div dl dt",
		['f' - 'a'] = "fieldset figcaption figure footer form",
		['h' - 'a'] = "h1 h2 h3 h4 h5 h6 head header hr html",
		['i' - 'a'] = "iframe input",
		['l' - 'a'] = "label legend li",
		['m' - 'a'] = "main math menu meter",
		['n' - 'a'] = "nav noembed noframes noscript",
		['o' - 'a'] = "object ol optgroup option",
		['p' - 'a'] = "p plaintext pre progress",
		['s' - 'a'] = "search section select summary",
		['t' - 'a'] = "table tbody td template textarea tfoot th "
			      "thead tr",
		['u' - 'a'] = "ul",
		['v' - 'a'] = "video",
		['x' - 'a'] = "xmp",
	};

	return gp_is_word_by_letter(name, lists);
}

/* ---- what is no text ---- */

/* "</name" at or after `i`, as an end tag; s.n when there is none. */
static size_t
find_end_tag(struct gp_str s, size_t i, struct gp_str name)
{
	for (i = find_byte(s, i, '<'); i < s.n; i = find_byte(s, i + 1, '<')) {
		size_t end = i + 2 + name.n;

		if (end < s.n && s.p[i + 1] == '/' && ends_name(s.p[end]) &&
		    gp_str_eq_nocase(gp_str_sub(s, i + 2, end), name))
			return i;
	}
	return s.n;
}

static bool
begins_script(struct gp_str s, size_t i)
{
	return i + 7 < s.n && ends_name(s.p[i + 7]) &&
	       gp_str_eq_nocase(gp_str_sub(s, i + 1, i + 7), GP_STR("script"));
}

/* The end tag of a script: within a comment, one <script> in it hides one end
   tag (13.2.5.20 to 31).  A comment's end is looked for from one '<' to the
   next only, as there may be as many scripts as the page has room for. */
static size_t
find_script_end(struct gp_str s, size_t i)
{
	size_t end = find_end_tag(s, i, GP_STR("script")), from = i;
	bool in_comment = false, hides = false;

	for (i = find_byte(s, i, '<'); i < s.n; i = find_byte(s, i + 1, '<')) {
		if (in_comment && gp_str_find(gp_str_sub(s, from, i),
		                              GP_STR("-->"), 0) < i - from)
			in_comment = hides = false;
		from = in_comment ? i : from;
		if (i == end && !hides)
			return i;
		if (i == end) {
			hides = false;
			end = find_end_tag(s, i + 1, GP_STR("script"));
		} else if (in_comment) {
			hides |= begins_script(s, i);
		} else if (gp_str_starts(gp_str_sub(s, i, i + 4),
		                         GP_STR("<!--"))) {
			in_comment = true;
			from = i + 2;
		}
	}
	return s.n;
}

/* Behind the comment that begins at `i`; over s.n when it never ends. */
static size_t
comment_end(struct gp_str s, size_t i)
{
	struct gp_str start = gp_str_sub(s, i + 4, i + 6);
	size_t at;

	if (gp_str_starts(start, GP_STR(">")))
		return i + 5;
	if (gp_str_starts(start, GP_STR("->")))
		return i + 6;
	for (at = i + 4; at < s.n; at++) {
		at = gp_str_find(s, GP_STR("--"), at);
		if (at + 2 < s.n && s.p[at + 2] == '>')
			return at + 3;
		if (at + 3 < s.n && s.p[at + 2] == '!' && s.p[at + 3] == '>')
			return at + 4;
	}
	return s.n + 1;
}

/* Past `end`; when there is none, past the `size` bytes of the beginning, and
   what follows counts as text. */
static void
pass_to(struct html_scan *c, size_t end, size_t size, enum endless what)
{
	if (end > c->s.n)
		c->endless |= what;
	c->i = end > c->s.n ? c->i + size : end;
}

/* Comments, and what counts as one: "<!", "<?", "</" without a name. */
static void
pass_mark(struct html_scan *c)
{
	struct gp_str s = c->s;
	size_t end;

	if (gp_str_starts(gp_str_sub(s, c->i, c->i + 4), GP_STR("<!--"))) {
		end = c->endless & ENDLESS_COMMENT ? s.n + 1
		                                   : comment_end(s, c->i);
		pass_to(c, end, 4, ENDLESS_COMMENT);
	} else if (c->foreign > c->html &&
	           gp_str_starts(gp_str_sub(s, c->i, c->i + 9),
	                         GP_STR("<![CDATA["))) {
		end = gp_str_find(s, GP_STR("]]>"), c->i);
		tell(c, c->i + 9, end > c->i + 9 ? end : c->i + 9);
		c->i = end < s.n ? end + 3 : end;
	} else {
		end = c->endless & ENDLESS_TAG ? s.n : find_byte(s, c->i, '>');
		pass_to(c, end + 1, 2, ENDLESS_TAG);
	}
}

/* ---- elements whose text is no markup ---- */

static void
pass_script(struct html_scan *c)
{
	size_t end = c->endless & ENDLESS_SCRIPT ? c->s.n
	                                         : find_script_end(c->s, c->i);

	pass_to(c, end < c->s.n ? end : end + 1, 0, ENDLESS_SCRIPT);
}

static void
pass_over(struct html_scan *c, const char *name, enum endless what)
{
	size_t end = c->endless & what ? c->s.n
	                               : find_end_tag(c->s, c->i, gp_str(name));

	pass_to(c, end < c->s.n ? end : end + 1, 0, what);
}

static void
tell_rest(struct html_scan *c)
{
	tell(c, c->i, c->s.n);
	c->i = c->s.n;
}

/* Tags in it are text. */
static void
tell_plain(struct html_scan *c, const char *name)
{
	size_t from = c->i,
	       end = c->endless & ENDLESS_TEXT
	                     ? c->s.n
	                     : find_end_tag(c->s, from, gp_str(name));

	if (end == c->s.n) {
		c->endless |= ENDLESS_TEXT;
		return;
	}
	tell_text(c, from, end);
	c->i = end;
}

static void
tell_title(struct html_scan *c, size_t from, size_t to)
{
	c->l->part(c->l);
	tell_text(c, from, to);
	c->l->part(c->l);
	c->may_be_open = false;
}

/* No browser shows it, and words go on behind it. */
static void
hold_title(struct html_scan *c)
{
	size_t from = c->i,
	       end = c->endless & ENDLESS_HELD
	                     ? c->s.n
	                     : find_end_tag(c->s, from, GP_STR("title"));

	if (end == c->s.n) {
		c->endless |= ENDLESS_HELD;
		return;
	}
	c->i = end;
	if (c->n_held < MOST_HELD)
		c->held[c->n_held++] = (struct held_title){ from, end };
	else
		tell_title(c, from, end);
}

/* The first one that browsers with scripts read names the page; any other is
   text that stands astray. */
static void
pass_title(struct html_scan *c)
{
	bool is_foreign = c->foreign > c->html;

	if (is_foreign || c->endless & ENDLESS_TITLE ||
	    (!c->has_title && !c->unscripted))
		pass_over(c, "title", ENDLESS_TITLE);
	else
		hold_title(c);
	c->has_title |= !c->unscripted && !is_foreign;
}

static void
begin_element(struct html_scan *c, const struct scanned_tag *t)
{
	struct gp_str name = t->name;

	if (c->foreign && t->is_empty)
		return;
	if (is_name(name, "script"))
		pass_script(c);
	else if (is_name(name, "style"))
		pass_over(c, "style", ENDLESS_STYLE);
	else if (is_name(name, "title"))
		pass_title(c);
	else if (is_name(name, "noscript"))
		c->unscripted++;
	else if (is_name(name, "textarea"))
		tell_plain(c, "textarea");
	else if (is_name(name, "xmp"))
		tell_plain(c, "xmp");
	else if (c->foreign && is_name(name, "metadata"))
		pass_over(c, "metadata", ENDLESS_METADATA);
	else if (c->foreign && is_name(name, "desc"))
		pass_over(c, "desc", ENDLESS_DESC);
	else if (is_name(name, "svg") || is_name(name, "math"))
		c->foreign++;
	else if (c->foreign && is_name(name, "foreignobject"))
		c->html++;
	else if (is_name(name, "plaintext"))
		tell_rest(c);
}

static void
end_element(struct html_scan *c, const struct scanned_tag *t)
{
	if (c->foreign && (is_name(t->name, "svg") || is_name(t->name, "math")))
		c->foreign--;
	else if (c->html && is_name(t->name, "foreignobject"))
		c->html--;
	else if (c->unscripted && is_name(t->name, "noscript"))
		c->unscripted--;
}

/* Behind a tag that never ends, all tags are over at the next '<' or '>'. */
static void
pass_endless(struct html_scan *c)
{
	size_t i = c->i + 1;

	while (i < c->s.n && c->s.p[i] != '<' && c->s.p[i] != '>')
		i++;
	c->i = i + (i < c->s.n && c->s.p[i] == '>');
	part(c);
}

static void
pass_tag(struct html_scan *c)
{
	struct scanned_tag t;

	if (c->endless & ENDLESS_TAG || !read_tag(c->s, c->i, &t)) {
		c->endless |= ENDLESS_TAG;
		pass_endless(c);
		return;
	}
	if (c->may_be_open && parts_words(t.name))
		part(c);
	else if (c->may_be_open && c->l->may_part)
		c->l->may_part(c->l);
	c->i = t.end;
	if (t.ends)
		end_element(c, &t);
	else if (strchr("dfmnpstxDFMNPSTX", t.name.p[0]))
		begin_element(c, &t);
}

/* ---- the loop ---- */

/* What stands at the '<': true when it was no text. */
static bool
pass_markup(struct html_scan *c)
{
	char next = c->i + 1 < c->s.n ? c->s.p[c->i + 1] : ' ';
	char third = c->i + 2 < c->s.n ? c->s.p[c->i + 2] : ' ';

	if (gp_is_alpha(next) || (next == '/' && gp_is_alpha(third)))
		pass_tag(c);
	else if (next == '!' || next == '?' ||
	         (next == '/' && c->i + 2 < c->s.n))
		pass_mark(c);
	else
		return false;
	return true;
}

static void
scan(struct gp_str html, struct gp_listener *l, bool has_title)
{
	struct html_scan c = { .s = html, .l = l, .has_title = has_title };
	size_t from, i;

	while (c.i < html.n && !l->is_done) {
		from = c.i;
		c.i = find_byte(html, from, '<');
		tell_text(&c, from, c.i);
		if (c.i < html.n && !pass_markup(&c)) {
			tell(&c, c.i, c.i + 1);
			c.i++;
		}
	}
	l->part(l);
	for (i = 0; i < c.n_held; i++)
		tell_title(&c, c.held[i].from, c.held[i].to);
}

void
gp_html_words(struct gp_str html, struct gp_listener *l)
{
	scan(html, l, false);
}

/* ---- as a text ---- */

struct plain_words {
	struct gp_listener listener;
	struct gp_buf *out;
};

static void
add_plain(struct gp_listener *l, struct gp_str piece, size_t at)
{
	(void)at;
	gp_buf_str(((struct plain_words *)(void *)l)->out, piece);
}

static void
add_space(struct gp_listener *l)
{
	gp_buf_putc(((struct plain_words *)(void *)l)->out, ' ');
}

void
gp_html_plain(struct gp_str html, bool is_page, struct gp_buf *out)
{
	struct plain_words p = {
		.listener = { .text = add_plain, .part = add_space }, .out = out
	};

	scan(html, &p.listener, !is_page);
}
