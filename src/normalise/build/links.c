/*
 * Addresses in the text become links: only what says it is one, by a scheme
 * (http, https, mailto) or by "www."; a name such as GOV.UK/Pay is none.
 * Words stay as they are, and so do stops and brackets behind an address.
 */
#include "normalise/work.h"

#include "base/utf8.h"
#include "model/walk.h"

#include <string.h>
#include <unictype.h>

/* What starts an address, and what its target needs in front. */
static const struct start {
	struct gp_str text;
	const char *scheme;
} starts[] = {
	{ { "http://", 7 }, "" },
	{ { "https://", 8 }, "" },
	{ { "mailto:", 7 }, "" },
	{ { "www.", 4 }, "https://" },
};

enum { STARTS = sizeof starts / sizeof starts[0], LONGEST = 2048 };

static bool
is_word(char c)
{
	return gp_is_alpha(c) || gp_is_digit(c) || (c & 0x80);
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

static const struct start *
start_at(struct gp_str s, size_t i)
{
	size_t k;

	if (!strchr("hHmMwW", s.p[i]) || !is_apart(s, i))
		return NULL;
	for (k = 0; k < STARTS; k++)
		if (gp_str_eq_nocase(gp_str_sub(s, i, i + starts[k].text.n),
		                     starts[k].text))
			return &starts[k];
	return NULL;
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
address_at(struct gp_str s, size_t i, const struct start *start)
{
	size_t end = i;
	struct gp_str address, rest;

	while (end < s.n && end - i < LONGEST && s.p[end] > ' ' &&
	       s.p[end] < 0x7F && !strchr("<>\"`{}|\\^", s.p[end]))
		end++;
	address = without_tail(gp_str_sub(s, i, end), start->text.n);
	rest = gp_str_sub(address, start->text.n, address.n);
	if (end - i == LONGEST || rest.n == 0 || !is_word(rest.p[0]) ||
	    !memchr(rest.p, '.', rest.n))
		return GP_STR("");
	if (start->text.p[0] == 'm' && !memchr(rest.p, '@', rest.n))
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
make_link(struct gp_arena *a, struct gp_node *n, struct gp_str address,
          const struct start *start)
{
	n->kind = GP_LINK;
	n->as.link = (struct gp_node_link){
		.target = gp_arena_printf(a, "%s%.*s", start->scheme,
		                          GP_ARG(address)),
	};
	(void)gp_node_append(n, gp_node_new_text(a, address, n->at));
}

/* Splits a text at its first address; the text behind it, NULL when there is
   none (or no memory, which the arena remembers). */
static struct gp_node *
split(struct gp_arena *a, struct gp_node *n)
{
	struct gp_str s = gp_node_text(n), address = GP_STR("");
	const struct start *start = NULL;
	struct gp_node *link = n;
	size_t i;

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
	make_link(a, link, address, start);
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
		n = split(a, n);
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
