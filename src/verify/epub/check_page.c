/* One content document: its frame, headings, pictures, tables, times and
   emptiness, element by element.  Words, roles and the content model have
   files of their own; no other document is known here. */
#include "verify/epub/book.h"

#include "base/date.h"
#include "base/text/lang.h"

#include <string.h>

#define XML_NS "http://www.w3.org/XML/1998/namespace"

struct page {
	struct gp_book *b;
	struct gp_book_item *item;
	int heading; /* level of the last one */
};

static const char *
place_of(const struct page *p)
{
	return p->item->path.p;
}

/* ---- the frame ---- */

static void
check_language(struct page *p, const xmlNode *n)
{
	struct gp_str lang = gp_dom_attr(n, NULL, "lang");
	struct gp_str xml = gp_dom_attr(n, XML_NS, "lang");
	bool root = n == xmlDocGetRootElement(n->doc);

	if (root && !lang.n && !xml.n)
		gp_found(p->b->in, GP_CHECK_HTML_LANG, place_of(p),
		         gp_dom_line(n), "the document has no language");
	else if ((lang.n && !gp_lang_ok(lang)) || (xml.n && !gp_lang_ok(xml)))
		gp_found(p->b->in, GP_CHECK_HTML_LANG, place_of(p),
		         gp_dom_line(n), "%.*s is no language tag",
		         GP_ARG(lang.n ? lang : xml));
	else if (lang.p && xml.p && !gp_str_eq_nocase(lang, xml))
		gp_found(p->b->in, GP_CHECK_HTML_LANG, place_of(p),
		         gp_dom_line(n), "lang and xml:lang do not agree");
}

static bool
check_frame(struct page *p, xmlNode *root)
{
	xmlNode *head = gp_dom_child(root), *n;
	xmlNode *body = head ? gp_dom_sibling(head) : NULL;

	if (!gp_dom_is(root, GP_NS_XHTML, "html") ||
	    !gp_dom_is(head, GP_NS_XHTML, "head") ||
	    !gp_dom_is(body, GP_NS_XHTML, "body") || gp_dom_sibling(body)) {
		gp_found(p->b->in, GP_CHECK_HTML_ROOT, place_of(p),
		         gp_dom_line(root), "it is no html of head and body");
		return false;
	}
	for (n = gp_dom_child(head); n; n = gp_dom_sibling(n))
		if (gp_dom_is(n, GP_NS_XHTML, "title"))
			p->item->title = gp_dom_text(p->b->in, n);
	if (!p->item->title.n)
		gp_found(p->b->in, GP_CHECK_HTML_TITLE, place_of(p),
		         gp_dom_line(head), "the document has no title");
	return true;
}

/* ---- kinds of elements ---- */

static void
check_heading(struct page *p, xmlNode *n)
{
	int level = n->name[1] - '0';

	if (p->heading == 0)
		p->item->heading = gp_dom_text(p->b->in, n);
	if (level > p->heading + 1)
		gp_found(p->b->in, GP_CHECK_HTML_HEADING, place_of(p),
		         gp_dom_line(n), "h%d follows %s%c", level,
		         p->heading ? "h" : "no heading",
		         p->heading ? '0' + p->heading : ' ');
	p->heading = level;
	p->item->holds |= GP_HAS_HEADING;
}

static bool
is_within(const xmlNode *n, const char *name)
{
	for (; n && n->type == XML_ELEMENT_NODE; n = n->parent)
		if (gp_dom_is(n, GP_NS_XHTML, name))
			return true;
	return false;
}

static bool
is_file_name(struct gp_str alt)
{
	static const char *const ends[] = { ".png", ".jpg",  ".jpeg",
		                            ".gif", ".webp", ".svg" };
	struct gp_str end;
	size_t i;

	for (i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		end = gp_str(ends[i]);
		if (alt.n > end.n &&
		    gp_str_eq_nocase(gp_str_sub(alt, alt.n - end.n, alt.n),
		                     end))
			return true;
	}
	return gp_is_word_of(alt, "image picture photo figure alt");
}

/* Empty words stand for decoration, but not for the picture of a figure. */
static void
check_picture(struct page *p, xmlNode *n)
{
	struct gp_str alt = gp_dom_attr(n, NULL, "alt");
	bool decoration = gp_is_word_of(gp_dom_attr(n, NULL, "role"),
	                                "presentation none");

	if (!alt.p)
		gp_found(p->b->in, GP_CHECK_HTML_ALT, place_of(p),
		         gp_dom_line(n), "the picture has no alt");
	if (alt.n && is_file_name(alt))
		gp_found(p->b->in, GP_CHECK_HTML_ALT_POOR, place_of(p),
		         gp_dom_line(n), "\"%.*s\" says nothing of the picture",
		         GP_ARG(alt));
	if (alt.n)
		p->item->holds |= GP_HAS_PICTURE;
	else if (!alt.p || (!decoration && is_within(n, "figure")))
		p->item->holds |= GP_HAS_NO_ALT;
}

static void
check_table(struct page *p, xmlNode *n)
{
	xmlNode *cell;

	if (gp_is_word_of(gp_dom_attr(n, NULL, "role"), "presentation none"))
		return;
	for (cell = n; cell; cell = gp_dom_next(cell, n))
		if (gp_dom_is(cell, GP_NS_XHTML, "th"))
			return;
	gp_found(p->b->in, GP_CHECK_HTML_TABLE, place_of(p), gp_dom_line(n),
	         "the table has no header cells");
}

static void
check_header_cell(struct page *p, xmlNode *n)
{
	if (!gp_is_word_of(gp_dom_attr(n, NULL, "scope"),
	                   "row col rowgroup colgroup") &&
	    !gp_dom_attr(n, NULL, "id").n)
		gp_found(p->b->in, GP_CHECK_HTML_SCOPE, place_of(p),
		         gp_dom_line(n), "the header cell has no scope");
}

/* The same length and characters, a digit for each 0. */
static bool
has_form(struct gp_str s, struct gp_str form)
{
	size_t i;

	for (i = 0; i < s.n && i < form.n; i++)
		if (form.p[i] == '0' ? !gp_is_digit(s.p[i])
		                     : s.p[i] != form.p[i])
			return false;
	return s.n == form.n;
}

/* ISO 8601's PT4H18M, or 4h 18m. */
static bool
is_duration(struct gp_str s)
{
	static const char units[] = "wdhms";
	size_t i;

	if (s.n < 2 || s.p[0] == 'P')
		return s.n > 1;
	for (i = 0; i < s.n; i++)
		if (!gp_is_digit(s.p[i]) && s.p[i] != ' ' && s.p[i] != '.' &&
		    !memchr(units, gp_to_lower(s.p[i]), sizeof units - 1))
			return false;
	return gp_is_digit(s.p[0]) && gp_is_alpha(s.p[s.n - 1]);
}

/* HTML, 4.5.14: a date or time, a month, a year, a day of no year, a time of
   day, an offset, a week, a duration. */
static bool
is_time(struct gp_str s)
{
	static const char *const forms[] = {
		"0000",   "0000-00", "00-00",  "--00-00", "0000-W00", "00:00",
		"+00:00", "-00:00",  "00:00Z", "Z",       "00:00:00",
	};
	struct gp_date date;
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (has_form(s, gp_str(forms[i])))
			return true;
	return gp_date_parse(s, &date) || is_duration(s);
}

static void
check_time(struct page *p, xmlNode *n)
{
	struct gp_str s = gp_dom_attr(n, NULL, "datetime");

	if (!s.p)
		s = gp_dom_text(p->b->in, n);
	if (!is_time(s))
		gp_found(p->b->in, GP_CHECK_HTML_TIME, place_of(p),
		         gp_dom_line(n), "\"%.*s\" is no date or time",
		         GP_ARG(s));
}

static void
check_script(struct page *p, xmlNode *n)
{
	p->item->holds |= GP_HAS_SCRIPT;
	gp_found(p->b->in, GP_CHECK_HTML_SCRIPT, place_of(p), gp_dom_line(n),
	         "there is a script");
}

static void
check_active(struct page *p, xmlNode *n)
{
	gp_found(p->b->in, GP_CHECK_HTML_ACTIVE, place_of(p), gp_dom_line(n),
	         "%s has no place in a pack that is read",
	         (const char *)n->name);
}

static void
check_style(struct page *p, xmlNode *n)
{
	gp_found(p->b->in, GP_CHECK_HTML_STYLE, place_of(p), gp_dom_line(n),
	         "there is a style element");
}

/* Two breaks with nothing between. */
static void
check_break(struct page *p, xmlNode *n)
{
	xmlNode *next = n->next;

	while (next && next->type == XML_TEXT_NODE &&
	       gp_str_trim(gp_str((const char *)next->content)).n == 0)
		next = next->next;
	if (gp_dom_is(next, GP_NS_XHTML, "br"))
		gp_found(p->b->in, GP_CHECK_HTML_BREAKS, place_of(p),
		         gp_dom_line(n), "two line breaks follow each other");
}

static void
check_svg(struct page *p, xmlNode *n)
{
	p->item->holds |= gp_str_eq(gp_dom_name(n), GP_STR("svg"))
	                          ? GP_HAS_SVG
	                          : GP_HAS_MATHML;
}

static const struct {
	const char *names;
	void (*check)(struct page *p, xmlNode *n);
} kinds[] = {
	{ "h1 h2 h3 h4 h5 h6", check_heading },
	{ "img", check_picture },
	{ "table", check_table },
	{ "th", check_header_cell },
	{ "time", check_time },
	{ "script", check_script },
	{ "form input button select textarea iframe object embed",
	  check_active },
	{ "style", check_style },
	{ "br", check_break },
};

/* ---- emptiness ---- */

static bool
has_words(xmlNode *root)
{
	xmlNode *n;

	for (n = root->children; n; n = gp_dom_next(n, root)) {
		if (n->type == XML_TEXT_NODE &&
		    gp_str_trim(gp_str((const char *)n->content)).n)
			return true;
		if (n->type == XML_ELEMENT_NODE &&
		    (gp_is_word_of(gp_dom_name(n), "img svg math hr br audio "
		                                   "video object") ||
		     gp_has_word(gp_dom_attr(n, NULL, "role"),
		                 "doc-pagebreak")))
			return true;
	}
	return false;
}

static void
check_empty(struct page *p, xmlNode *n)
{
	if (gp_is_word_of(gp_dom_name(n),
	                  "p li h1 h2 h3 h4 h5 h6 em strong i b cite q abbr "
	                  "figcaption caption dt blockquote ul ol dl table") &&
	    !has_words(n))
		gp_found(p->b->in, GP_CHECK_HTML_EMPTY, place_of(p),
		         gp_dom_line(n), "%s is empty", (const char *)n->name);
}

/* ---- the whole ---- */

static void
check_element(struct page *p, xmlNode *n)
{
	size_t i;

	check_language(p, n);
	gp_book_attributes(p->b, p->item, n);
	gp_book_roles(p->b, place_of(p), n);
	if (!gp_dom_is(n, GP_NS_XHTML, NULL)) {
		check_svg(p, n);
		return;
	}
	check_empty(p, n);
	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (gp_is_word_of(gp_dom_name(n), kinds[i].names))
			kinds[i].check(p, n);
}

/* The title of the window and the first heading are about one thing. */
static void
check_title(struct page *p)
{
	struct gp_str t = p->item->title, h = p->item->heading;

	if (t.n && h.n && !gp_str_eq(t, h) && gp_str_find(t, h, 0) == t.n &&
	    gp_str_find(h, t, 0) == h.n)
		gp_found(p->b->in, GP_CHECK_NAV_TITLE, place_of(p), 0,
		         "the title \"%.*s\" is not the heading \"%.*s\"",
		         GP_ARG(t), GP_ARG(h));
}

void
gp_book_page(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc)
{
	struct page p = { .b = b, .item = item };
	xmlNode *root = xmlDocGetRootElement(doc), *n;

	if (!check_frame(&p, root))
		return;
	for (n = root; n; n = gp_dom_next(n, root))
		if (n->type == XML_ELEMENT_NODE)
			check_element(&p, n);
	for (n = root; n; n = gp_dom_next(n, root))
		if (n->type == XML_ELEMENT_NODE)
			gp_book_idrefs(b, item, n);
	if (has_words(root))
		item->holds |= GP_HAS_TEXT;
	check_title(&p);
	gp_book_model(b, item->path.p, root);
	gp_book_words(b, item->path.p, root);
	if (item == b->nav)
		gp_book_nav(b, item, doc);
	b->holds |= item->holds;
}
