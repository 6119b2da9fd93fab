/* The words of a content document: typography, after the names of the
   Standard Ebooks lint rules, for English where a rule is.  Code and other
   quoted machinery is let be; no spelling, no grammar, no style. */
#include "verify/epub/book.h"

#include "base/utf8.h"

#define XML_NS "http://www.w3.org/XML/1998/namespace"

struct words_at {
	struct gp_book *b;
	const char *place;
	const xmlNode *node; /* the text */
	struct gp_str text;
	unsigned line; /* where the text ends */
};

static void
found_in_words(const struct words_at *w, enum gp_check_id id, size_t at,
               const char *what)
{
	struct gp_str round;
	unsigned line = w->line;
	size_t i, from = at > 20 ? at - 20 : 0;

	if (w->b->in->same[id] > GP_MAX_CHECK_SAME)
		return; /* the line is dear in a long text */
	for (i = at; i < w->text.n && line > 1; i++)
		line -= w->text.p[i] == '\n';
	while (from < at && (w->text.p[from] & 0xC0) == 0x80)
		from++;
	round = gp_str_sub(w->text, from, at + 20);
	round.n = gp_utf8_valid(round);
	gp_found(w->b->in, id, w->place, line, "%s: \"%.*s\"", what,
	         GP_ARG(round));
}

static bool
language_is(const struct words_at *w, const char *prefix)
{
	const xmlNode *n = w->node->parent;
	struct gp_str lang = { NULL, 0 };

	for (; !lang.n && n && n->type == XML_ELEMENT_NODE; n = n->parent) {
		lang = gp_dom_attr(n, NULL, "lang");
		if (!lang.n)
			lang = gp_dom_attr(n, XML_NS, "lang");
	}
	if (!lang.n)
		lang = w->b->language;
	return gp_str_eq_nocase(gp_str_sub(lang, 0, 2), gp_str(prefix));
}

static char
byte_at(const struct words_at *w, size_t i)
{
	return i < w->text.n ? w->text.p[i] : '\0';
}

static bool
matches(const struct words_at *w, size_t i, const char *word)
{
	return gp_str_starts(gp_str_sub(w->text, i, w->text.n), gp_str(word));
}

static bool
is_space_or_end(char c)
{
	return c == '\0' || gp_is_space(c);
}

/* ---- what may begin at a byte ---- */

static void
at_quote(const struct words_at *w, size_t i)
{
	found_in_words(w, GP_CHECK_TEXT_QUOTE, i, "a straight quotation mark");
}

static void
at_space(const struct words_at *w, size_t i)
{
	char next = byte_at(w, i + 1);
	bool inside = i > 0 && !gp_is_space(w->text.p[i - 1]);

	if (inside && next == ' ' && !is_space_or_end(byte_at(w, i + 2)))
		found_in_words(w, GP_CHECK_TEXT_SPACES, i, "doubled spaces");
	if (inside && next &&
	    gp_str_find(GP_STR(",.;:!?"), (struct gp_str){ &next, 1 }, 0) < 6 &&
	    is_space_or_end(byte_at(w, i + 2)) && !language_is(w, "fr"))
		found_in_words(w, GP_CHECK_TEXT_PUNCTUATION, i,
		               "a space before punctuation");
	if (inside && next == '-' && byte_at(w, i + 2) == ' ')
		found_in_words(w, GP_CHECK_TEXT_DASH, i, "a hyphen for a dash");
	if (matches(w, i + 1, "\u201D") && language_is(w, "en"))
		found_in_words(w, GP_CHECK_TEXT_QUOTE_SPACE, i,
		               "a space before a closing quotation mark");
}

/* Digits, hyphen, digits and nothing else of a longer number or a date. */
static void
check_range(const struct words_at *w, size_t i)
{
	const struct gp_str more = GP_STR("-./:\\_+");
	size_t from = i, to = i + 1;
	char c;

	while (from > 0 && gp_is_digit(w->text.p[from - 1]))
		from--;
	while (gp_is_digit(byte_at(w, to)))
		to++;
	if (from == i || to == i + 1 || i - from > 4 || to - i > 5)
		return;
	c = byte_at(w, to);
	if (gp_is_alpha(c) ||
	    (c && c != '.' &&
	     gp_str_find(more, (struct gp_str){ &c, 1 }, 0) < more.n))
		return;
	c = from > 0 ? w->text.p[from - 1] : ' ';
	if (gp_is_alpha(c) ||
	    gp_str_find(more, (struct gp_str){ &c, 1 }, 0) < more.n)
		return;
	found_in_words(w, GP_CHECK_TEXT_RANGE, i,
	               "a hyphen in a range of numbers");
}

static void
at_hyphen(const struct words_at *w, size_t i)
{
	check_range(w, i);
	if (byte_at(w, i + 1) == '-' && byte_at(w, i + 2) != '-' &&
	    (i == 0 || w->text.p[i - 1] != '-'))
		found_in_words(w, GP_CHECK_TEXT_DASH, i, "hyphens for a dash");
}

static void
at_point(const struct words_at *w, size_t i)
{
	if (i > 0 && w->text.p[i - 1] == '.')
		return;
	if (matches(w, i, "..."))
		found_in_words(w, GP_CHECK_TEXT_ELLIPSIS, i,
		               "points for an ellipsis");
	else if (matches(w, i, ".."))
		found_in_words(w, GP_CHECK_TEXT_DOUBLED, i, "doubled points");
}

static void
at_comma(const struct words_at *w, size_t i)
{
	if (byte_at(w, i + 1) == w->text.p[i])
		found_in_words(w, GP_CHECK_TEXT_DOUBLED, i,
		               "doubled punctuation");
}

static void
check_character(const struct words_at *w, size_t i, uint32_t c)
{
	if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    (c >= 0x7F && c < 0xA0) || c == 0xFFFD || (c & 0xFFFE) == 0xFFFE ||
	    (c >= 0xFDD0 && c <= 0xFDEF))
		found_in_words(w, GP_CHECK_TEXT_CONTROL, i,
		               "a character that says nothing");
	if ((c == 0x201C || c == 0x2018) &&
	    byte_at(w, i + (c < 0x800 ? 2 : 3)) == ' ' && language_is(w, "en"))
		found_in_words(w, GP_CHECK_TEXT_QUOTE_SPACE, i,
		               "a space after an opening quotation mark");
}

static void
check_text(const struct words_at *w)
{
	size_t i = 0, at;
	uint32_t c;

	while (i < w->text.n) {
		at = i;
		c = gp_utf8_next(w->text, &i);
		if (c == '"' || c == '\'')
			at_quote(w, at);
		else if (c == ' ')
			at_space(w, at);
		else if (c == '-')
			at_hyphen(w, at);
		else if (c == '.')
			at_point(w, at);
		else if (c == ',' || c == ';')
			at_comma(w, at);
		else if (c < 0x20 || c >= 0x7F)
			check_character(w, at, c);
	}
}

/* ---- the document ---- */

static bool
is_machinery(const xmlNode *n)
{
	return n->type == XML_ELEMENT_NODE &&
	       gp_is_word_of(gp_dom_name(n), "code pre kbd samp var script "
	                                     "style svg math head");
}

static void
check_nested(struct gp_book *b, const char *place, const xmlNode *n)
{
	const xmlNode *up;

	if (!gp_is_word_of(gp_dom_name(n), "em strong i b"))
		return;
	for (up = n->parent; up && up->type == XML_ELEMENT_NODE;
	     up = up->parent)
		if (gp_str_eq(gp_dom_name(up), gp_dom_name(n))) {
			gp_found(b->in, GP_CHECK_TEXT_NESTED, place,
			         gp_dom_line(n), "%s stands in %s",
			         (const char *)n->name, (const char *)n->name);
			return;
		}
}

void
gp_book_words(struct gp_book *b, const char *place, xmlNode *root)
{
	struct words_at w = { .b = b, .place = place };
	xmlNode *n = root;

	while (n) {
		if (is_machinery(n)) {
			n = gp_dom_skip(n, root);
			continue;
		}
		if (n->type == XML_ELEMENT_NODE)
			check_nested(b, place, n);
		if (n->type == XML_TEXT_NODE) {
			w.node = n;
			w.text = gp_str((const char *)n->content);
			w.line = gp_dom_line(n);
			check_text(&w);
		}
		n = gp_dom_next(n, root);
	}
}
