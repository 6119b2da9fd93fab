/*
 * Addresses in the text become links: only what says it is one, by a scheme
 * (http, https, mailto) or by "www."; a name such as GOV.UK/Pay is none.
 * Words stay as they are, and so do stops and brackets behind an address.
 */
#include "normalise/work.h"

#include "base/text/uri.h"
#include "base/utf8.h"
#include "model/walk.h"

#include <string.h>
#include <unictype.h>

enum { LONGEST = 2048, MAILTO = 7, WWW = 4 };

static bool
is_word(char c)
{
	return gp_is_alnum(c) || (c & 0x80);
}

/* True when byte `i` begins something of its own. */
static bool
is_apart(struct gp_str s, size_t i)
{
	if (i == 0)
		return true;
	if (s.p[i - 1] & 0x80)
		return !uc_is_property_alphabetic(gp_utf8_before(s, i));
	return !is_word(s.p[i - 1]) && !strchr("@/.-_", s.p[i - 1]);
}

/* The length of what starts an address at byte `i`; 0 for nothing. */
static size_t
start_at(struct gp_str s, size_t i)
{
	struct gp_str rest = gp_str_sub(s, i, s.n);

	if (!strchr("hHmMwW", s.p[i]) || !is_apart(s, i))
		return 0;
	if (gp_uri_has(gp_str_sub(rest, 0, MAILTO), "mailto"))
		return MAILTO;
	if (gp_str_eq_nocase(gp_str_sub(rest, 0, WWW), GP_STR("www.")))
		return WWW;
	return gp_web_scheme(rest);
}

/* How many more closing than opening brackets. */
static long
excess(struct gp_str s, char open, char close)
{
	long n = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		n += (s.p[i] == close) - (s.p[i] == open);
	return n;
}

/* Without the stops behind it, and without closing brackets that did not open
   within it. */
static struct gp_str
without_tail(struct gp_str s, size_t least)
{
	long round = excess(s, '(', ')'), square = excess(s, '[', ']');

	for (; s.n > least; s.n--) {
		char last = s.p[s.n - 1];

		if (last == ')' && round-- > 0)
			continue;
		if (last == ']' && square-- > 0)
			continue;
		if (!strchr(".,;:!?'*_~", last))
			break;
	}
	return s;
}

/* The address that begins at byte `i`; empty when nothing worth it follows.
   Curly quotes and all else beyond ASCII end it. */
static struct gp_str
address_at(struct gp_str s, size_t i, size_t start)
{
	size_t end = i;
	struct gp_str address, rest;

	while (end < s.n && end - i < LONGEST && s.p[end] > ' ' &&
	       s.p[end] < 0x7F && !strchr("<>\"`{}|\\^", s.p[end]))
		end++;
	address = without_tail(gp_str_sub(s, i, end), start);
	rest = gp_str_sub(address, start, address.n);
	if (end - i == LONGEST || rest.n == 0 || !is_word(rest.p[0]) ||
	    !memchr(rest.p, '.', rest.n))
		return GP_STR("");
	if (gp_uri_has(address, "mailto") && !memchr(rest.p, '@', rest.n))
		return GP_STR("");
	return address;
}

/* ---- the tree ---- */

static struct gp_node *
insert_after(struct gp_node *at, struct gp_node *n)
{
	if (!n)
		return at;
	n->parent = at->parent;
	n->prev = at;
	n->next = at->next;
	if (at->next)
		at->next->prev = n;
	else
		at->parent->last = n;
	at->next = n;
	return n;
}

static void
make_link(struct gp_arena *a, struct gp_node *n, struct gp_str address)
{
	const char *scheme = gp_to_lower(address.p[0]) == 'w' ? "https://" : "";

	n->kind = GP_LINK;
	n->as.link = (struct gp_node_link){
		.target = gp_arena_printf(a, "%s%.*s", scheme, GP_ARG(address)),
	};
	(void)gp_node_append(n, gp_node_new_text(a, address, n->at));
}

/* Splits a text at its first address; the text behind it, NULL when there is
   none (or no memory, which the arena remembers). */
static struct gp_node *
split_at_address(struct gp_arena *a, struct gp_node *n)
{
	struct gp_str s = gp_node_text(n), address = GP_STR("");
	struct gp_node *link = n;
	size_t i, start;

	for (i = 0; i < s.n && address.n == 0; i++) {
		start = start_at(s, i);
		if (start)
			address = address_at(s, i, start);
	}
	if (address.n == 0)
		return NULL;
	if (--i > 0) {
		n->as.text = gp_str_sub(s, 0, i);
		link = insert_after(n, gp_node_new(a, GP_LINK, n->at));
		if (link == n)
			return NULL;
	}
	make_link(a, link, address);
	s = gp_str_sub(s, i + address.n, s.n);
	if (s.n == 0)
		return NULL;
	n = insert_after(link, gp_node_new_text(a, s, link->at));
	return n == link ? NULL : n;
}

static void
link_text(struct gp_arena *a, struct gp_node *n)
{
	while (n)
		n = split_at_address(a, n);
}

/* Paragraphs of any depth: those of list items and quotes too. */
bool
gp_pass_links(struct gp_work *w, struct gp_err *e)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);

	while (gp_walk_next(&walk)) {
		const struct gp_node *n = walk.node;

		if (walk.event == GP_ENTER && n->kind == GP_PARAGRAPH &&
		    n->first && n->first == n->last &&
		    n->first->kind == GP_TEXT)
			link_text(w->doc->arena, n->first);
	}
	return gp_arena_ok(w->doc->arena, e);
}
