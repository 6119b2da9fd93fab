/* Elements of a few bytes, each with the line end that keeps a page readable
   as text.  What an element means is the matter of who asks for it. */
#include "write/xhtml/page_elements.h"

#include "base/text/bidi.h"

/* Bytes of a mark of direction. */
enum { MARK = sizeof GP_POP_ISOLATE - 1 };

void
gp_xhtml_open(struct gp_xml *x, const char *element)
{
	gp_xml_open(x, element);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_close(struct gp_xml *x)
{
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_xhtml_line(struct gp_xml *x, const char *element, const char *class,
              struct gp_str text)
{
	if (text.n == 0)
		return;
	gp_xml_open(x, element);
	if (class)
		gp_xml_attrz(x, "class", class);
	gp_xhtml_side(x, text);
	gp_xhtml_words(x, text);
	gp_xhtml_close(x);
}

void
gp_xhtml_heading(struct gp_xml *x, struct gp_str text)
{
	gp_xml_open(x, "h1");
	gp_xml_attrz(x, "id", "title");
	gp_xhtml_side(x, text);
	gp_xml_text(x, text);
	gp_xhtml_close(x);
}

void
gp_xhtml_link(struct gp_xml *x, const char *href, struct gp_str text)
{
	gp_xml_open(x, "a");
	gp_xml_attrz(x, "href", href);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
}

void
gp_xhtml_name(struct gp_xml *x, struct gp_str text)
{
	bool turns = gp_bidi_turns(text) || (text.n && gp_xml_runs_rtl(x));

	if (turns)
		gp_xml_open(x, "bdi");
	gp_xml_text(x, text);
	if (turns)
		gp_xml_close_full(x);
}

bool
gp_xhtml_open_apart(struct gp_xml *x)
{
	bool apart = gp_xml_runs_rtl(x);

	if (apart)
		gp_xml_open(x, "bdi");
	return apart;
}

/* The next mark from byte `at` on; the end where there is none. */
static size_t
next_mark(struct gp_str text, size_t at)
{
	for (; at + MARK <= text.n; at++) {
		at = gp_str_find(text, GP_STR("\xE2\x81"), at);
		if (at + MARK <= text.n &&
		    (text.p[at + 2] == '\xA8' || text.p[at + 2] == '\xA9'))
			return at;
	}
	return text.n;
}

/* Isolates of a source that tell their direction stay characters, and so do
   those in them. */
static bool
has_other_isolates(struct gp_str text)
{
	return gp_str_find(text, GP_STR("\xE2\x81\xA6"), 0) < text.n ||
	       gp_str_find(text, GP_STR("\xE2\x81\xA7"), 0) < text.n;
}

void
gp_xhtml_words(struct gp_xml *x, struct gp_str text)
{
	size_t at = 0, to, depth = 0;

	if (has_other_isolates(text)) {
		gp_xml_text(x, text);
		return;
	}
	for (; at < text.n; at = to + MARK) {
		to = next_mark(text, at);
		gp_xml_text(x, gp_str_sub(text, at, to));
		if (to < text.n && text.p[to + 2] == '\xA8') {
			gp_xml_open(x, "bdi");
			depth++;
		} else if (to < text.n && depth) {
			gp_xml_close_full(x);
			depth--;
		}
	}
	for (; depth; depth--)
		gp_xml_close_full(x);
}

void
gp_xhtml_turn(struct gp_xml *x, enum gp_side side)
{
	if (side == GP_SIDE_RTL && !gp_xml_runs_rtl(x))
		gp_xml_attrz(x, "dir", "rtl");
	else if (side == GP_SIDE_LTR && gp_xml_runs_rtl(x))
		gp_xml_attrz(x, "dir", "ltr");
}

void
gp_xhtml_side(struct gp_xml *x, struct gp_str text)
{
	gp_xhtml_turn(x, gp_bidi_side(text));
}

void
gp_xhtml_mark(struct gp_xml *x, struct gp_str mark, bool follows)
{
	if (mark.n == 0)
		return;
	gp_xml_open(x, "b");
	gp_xml_text(x, mark);
	gp_xml_close_full(x);
	if (follows)
		gp_xml_text(x, GP_STR(" · "));
}
