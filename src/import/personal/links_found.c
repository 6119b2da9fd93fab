/* Markup from '<' to '<', as a scanner that the parser of pages shares nothing
   with: whoever reads the page afterwards finds no address that was not looked
   at.  It does not know which part of a page is shown. */
#include "import/personal/links_found.h"

#include "base/entity.h"
#include "base/limits.h"
#include "base/text/fold.h"
#include "base/text/uri.h"
#include "base/vec.h"
#include "import/personal/link_length.h"

#include <string.h>

enum {
	MOST_WORDS = 240, /* bytes of them that are kept for one link */
	FEW_WORDS = 4,    /* "click here": those before it count too */
	DOT = 3,          /* dots; nobody sees such a picture */
	FOLLOWING = 80,   /* bytes of those behind it */
	NONE = -1,
};

struct link_scan {
	struct gp_str s;
	size_t i;
	struct gp_found_links *out;
	struct gp_buf before; /* words since a block or a link ended */
	struct gp_buf words;  /* of the link that stands open */
	struct gp_buf folded; /* room for those of one link */
	long open;            /* its row, or NONE */
	long told;            /* of the last one, if words after it count */
	bool no_comment_ends;
};

struct scanned_attr {
	struct gp_str name, value;
	size_t start, from; /* of the name, of the value */
	size_t end;         /* behind both */
};

/* ---- words ---- */

static size_t
room_for_words(const struct gp_buf *b)
{
	return b->len < MOST_WORDS ? MOST_WORDS - b->len : 0;
}

/* Appends what `piece` shows to `b`, of which only the end matters. */
static void
add_words(struct gp_buf *b, struct gp_str piece)
{
	size_t i = 0;
	struct gp_ref ref;

	piece = gp_str_sub(piece, 0, MOST_WORDS);
	if (!memchr(piece.p, '&', piece.n)) {
		gp_buf_str(b, gp_str_sub(piece, 0, room_for_words(b)));
		return;
	}
	while (i < piece.n && b->len < MOST_WORDS) {
		if (piece.p[i] == '&' && gp_ref_at(piece, i, false, &ref)) {
			gp_buf_put(b, ref.text, ref.n);
			i += ref.size;
		} else {
			gp_buf_putc(b, piece.p[i++]);
		}
	}
}

/* What stands farther away speaks of something else. */
static struct gp_str
last_of(struct gp_str piece)
{
	return piece.n > MOST_WORDS
	               ? gp_str_sub(piece, piece.n - MOST_WORDS, piece.n)
	               : piece;
}

static void
hear(struct link_scan *c, struct gp_str piece)
{
	if (c->open != NONE) {
		add_words(&c->words, piece);
		return;
	}
	if (piece.n > MOST_WORDS || c->before.len + piece.n > MOST_WORDS)
		gp_buf_clear(&c->before);
	add_words(&c->before, last_of(piece));
}

/* The words of a row: those in c->folded, and `more` behind them. */
static void
set_words(struct link_scan *c, long row, struct gp_str more)
{
	gp_buf_putc(&c->folded, ' ');
	gp_fold_words(more, &c->folded);
	c->out->rows[row].words =
		gp_arena_str(c->out->arena, gp_buf_view(&c->folded));
}

static void
begin_words(struct link_scan *c, struct gp_str words)
{
	gp_buf_clear(&c->folded);
	gp_fold_words(words, &c->folded);
}

/* Words between a link of few words and the next: "click here to leave". */
static void
settle(struct link_scan *c)
{
	struct gp_str after = gp_str_sub(gp_buf_view(&c->before), 0, FOLLOWING);

	if (c->told != NONE) {
		gp_buf_clear(&c->folded);
		gp_buf_str(&c->folded, c->out->rows[c->told].words);
		set_words(c, c->told, after);
	}
	c->told = NONE;
}

/* The link ends: its words are its own, and of few words those before it. */
static void
close_link(struct link_scan *c)
{
	struct gp_str own = gp_buf_view(&c->words);
	bool few = gp_str_words(own) < FEW_WORDS;

	if (c->open == NONE)
		return;
	begin_words(c, own);
	set_words(c, c->open, few ? gp_buf_view(&c->before) : GP_STR(""));
	c->told = few ? c->open : NONE;
	c->open = NONE;
	gp_buf_clear(&c->words);
	gp_buf_clear(&c->before);
}

static void
end_block(struct link_scan *c)
{
	settle(c);
	hear(c, GP_STR(" "));
	if (c->open == NONE)
		gp_buf_clear(&c->before);
}

/* ---- addresses ---- */

static bool
is_literal(struct gp_str value)
{
	size_t i = 0;

	while (i < value.n && value.p[i] != '&' && value.p[i] != '\n' &&
	       value.p[i] != '\r' && value.p[i] != '\t')
		i++;
	return i == value.n;
}

static struct gp_str
resolved(struct gp_arena *a, struct gp_str value, bool in_attribute)
{
	struct gp_buf b = { .max = GP_MAX_SOURCE_BYTES };
	size_t i = 0;
	struct gp_ref ref;

	value = gp_str_trim(value);
	if (is_literal(value))
		return gp_arena_str(a, value);
	while (i < value.n) {
		char ch = value.p[i];

		if (ch == '&' && gp_ref_at(value, i, in_attribute, &ref)) {
			gp_buf_put(&b, ref.text, ref.n);
			i += ref.size;
			continue;
		}
		if (ch != '\n' && ch != '\r' && ch != '\t')
			gp_buf_putc(&b, ch);
		i++;
	}
	return gp_arena_buf(a, &b);
}

static struct gp_found_link *
add_link(struct link_scan *c, size_t from, struct gp_str value, bool in_tag)
{
	struct gp_found_links *out = c->out;
	struct gp_found_link *l =
		GP_VEC_ADD(out->arena, out->rows, out->count, out->room);

	if (!l)
		return NULL;
	*l = (struct gp_found_link){ .from = from,
		                     .to = from + value.n,
		                     .in_tag = in_tag,
		                     .is_link = !in_tag };
	l->address = resolved(out->arena, value, in_tag);
	return l;
}

/* "&gt;", "&nbsp;": no address holds what they stand for. */
static bool
ends_address(struct gp_str s, size_t i)
{
	struct gp_ref ref;

	return s.p[i] == '&' && gp_ref_at(s, i, false, &ref) &&
	       !(ref.n == 1 && ref.text[0] == '&') &&
	       (ref.n != 1 || strchr("<>\" ", ref.text[0]));
}

/* Behind all that may be of the address at byte `i`, and no farther: what
   stands there may be the next one. */
static size_t
reach_of_address(struct gp_str s, size_t i)
{
	while (i < s.n && gp_link_may_hold(s.p[i]) && !ends_address(s, i))
		i++;
	return i;
}

/* Addresses in the words from `from` to before `to`. */
static void
find_in_words(struct link_scan *c, size_t from, size_t to)
{
	struct gp_str s = gp_str_sub(c->s, 0, to);
	size_t at = gp_str_find(s, GP_STR("://"), from), n;
	struct gp_found_link *l;

	for (; at < to; at = gp_str_find(s, GP_STR("://"), at + 1)) {
		size_t begin = at;

		while (begin > from && gp_is_alpha(s.p[begin - 1]) &&
		       at - begin < 5)
			begin--;
		n = gp_link_length(gp_str_sub(s, 0, reach_of_address(s, begin)),
		                   begin);
		l = n ? add_link(c, begin, gp_str_sub(s, begin, begin + n),
		                 false)
		      : NULL;
		if (l && c->open == NONE) {
			begin_words(c, gp_buf_view(&c->before));
			set_words(c, (long)(c->out->count - 1),
			          last_of(gp_str_sub(s, from, begin)));
		}
		at = l ? l->to : at;
	}
}

/* ---- tags ---- */

static size_t
skip_blanks(struct gp_str s, size_t i)
{
	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	return i;
}

static bool
ends_name(char c)
{
	return gp_is_space(c) || c == '/' || c == '>' || !c;
}

/* Where the value that begins at byte `k` ends; `quote`: what stands round it,
   or 0. */
static size_t
value_end(struct gp_str s, size_t k, char quote)
{
	const char *p;

	if (quote) {
		p = memchr(s.p + k, quote, s.n - k);
		return p ? (size_t)(p - s.p) : s.n;
	}
	while (k < s.n && !gp_is_space(s.p[k]) && s.p[k] != '>')
		k++;
	return k;
}

/* The next attribute at or after *i of the tag; false at its end. */
static bool
next_attr(struct gp_str s, size_t *i, struct scanned_attr *a)
{
	size_t k = *i, from;
	char quote;

	while (k < s.n && (gp_is_space(s.p[k]) || s.p[k] == '/'))
		k++;
	if (k >= s.n || s.p[k] == '>')
		return false;
	a->start = from = k++;
	while (k < s.n && !ends_name(s.p[k]) && s.p[k] != '=')
		k++;
	a->name = gp_str_sub(s, from, k);
	a->value = GP_STR("");
	*i = k;
	k = skip_blanks(s, k);
	if (k >= s.n || s.p[k] != '=')
		return true;
	k = skip_blanks(s, k + 1);
	quote = k < s.n && (s.p[k] == '"' || s.p[k] == '\'') ? s.p[k] : '\0';
	a->from = k += quote != '\0';
	k = value_end(s, k, quote);
	a->value = gp_str_sub(s, a->from, k);
	*i = a->end = k + (quote && k < s.n);
	return true;
}

static bool
is_name(struct gp_str name, const char *what)
{
	return gp_str_is_nocase(name, what);
}

static bool
holds_address(const struct scanned_attr *a)
{
	static const char *const names[] = { "href",   "src",    "cite", "data",
		                             "poster", "action", NULL };

	return gp_str_among_nocase(a->name, names) ||
	       (is_name(a->name, "content") && gp_web_scheme(a->value));
}

/* "1", "1px", "0". */
static bool
is_a_dot(struct gp_str value)
{
	size_t i, n = 0;

	value = gp_str_trim(value);
	for (i = 0; i < value.n && gp_is_digit(value.p[i]) && n <= DOT; i++)
		n = n * 10 + (size_t)(value.p[i] - '0');
	return i > 0 && n <= DOT &&
	       (i == value.n || is_name(gp_str_sub(value, i, value.n), "px"));
}

/* "width:1px" but neither "border-width:1px" nor "width:100%". */
static bool
declares(struct gp_str style, struct gp_str what)
{
	size_t at = gp_str_find(style, what, 0), end = at + what.n;

	if (at == style.n ||
	    (at && (gp_is_alpha(style.p[at - 1]) || style.p[at - 1] == '-')))
		return false;
	return end >= style.n ||
	       (!gp_is_alnum(style.p[end]) && !strchr(".%", style.p[end]));
}

static bool
hides(struct gp_str style)
{
	static const char *const ways[] = { "display:none", "display: none",
		                            "width:1px",    "width: 1px",
		                            "width:0",      "height:1px",
		                            "height:0",     "width:0px",
		                            "height:0px",   NULL };
	size_t i;

	for (i = 0; ways[i]; i++)
		if (declares(style, gp_str(ways[i])))
			return true;
	return false;
}

/* What its attributes say of a picture: smaller than anybody sees. */
static unsigned
dots_of(const struct scanned_attr *a)
{
	if (is_name(a->name, "width") || is_name(a->name, "height"))
		return is_a_dot(a->value);
	return is_name(a->name, "style") && hides(a->value) ? 1 : 0;
}

static void
read_tag(struct link_scan *c, struct gp_str name, size_t *i)
{
	struct scanned_attr a = { .from = 0 };
	struct gp_found_link *l = NULL, *added;
	bool is_picture = is_name(name, "img");
	bool is_link = is_name(name, "a");
	bool is_followed = is_link || is_name(name, "area");
	unsigned dots = 0;
	size_t row = c->out->count;

	while (next_attr(c->s, i, &a)) {
		if (is_picture && is_name(a.name, "alt"))
			hear(c, a.value);
		if (c->out->only_links && !is_followed)
			continue;
		dots += is_picture ? dots_of(&a) : 0;
		if (a.value.n == 0 || !holds_address(&a))
			continue;
		added = add_link(c, a.from, a.value, true);
		if (!added)
			continue;
		added->is_picture = is_picture;
		added->is_link = is_followed;
		added->attr = a.start;
		added->attr_end = a.end;
		l = added;
	}
	if (!l)
		return;
	if (is_picture)
		c->out->rows[row].is_dot = dots > 0;
	if (is_link) {
		close_link(c);
		settle(c);
		c->open = (long)row;
	}
}

/* Tags that words go on across. */
static bool
is_inline(struct gp_str name)
{
	static const char *const lists[26] = {
		['a' - 'a'] = "a",
		['b' - 'a'] = "b big",
		['e' - 'a'] = "em",
		['f' - 'a'] = "font",
		['i' - 'a'] = "i img ins",
		['o' - 'a'] = "o:p",
		['s' - 'a'] = "s small span strong sub sup",
		['u' - 'a'] = "u",
		['w' - 'a'] = "wbr",
	};

	return gp_is_word_by_letter(name, lists);
}

/* Behind "</name", or the end of the text. */
static size_t
pass_over(struct gp_str s, size_t i, struct gp_str name)
{
	for (i = gp_str_find(s, GP_STR("</"), i); i < s.n;
	     i = gp_str_find(s, GP_STR("</"), i + 2))
		if (gp_str_eq_nocase(gp_str_sub(s, i + 2, i + 2 + name.n),
		                     name))
			return i;
	return s.n;
}

static void
pass_tag(struct link_scan *c)
{
	bool ends = c->s.p[c->i + 1] == '/';
	size_t i = c->i + 1 + ends, from = i;
	struct gp_str name;

	while (i < c->s.n && !ends_name(c->s.p[i]))
		i++;
	name = gp_str_sub(c->s, from, i);
	if (ends && is_name(name, "a"))
		close_link(c);
	if (!is_inline(name))
		end_block(c);
	read_tag(c, name, &i);
	c->i = i + (i < c->s.n);
	if (!ends && (is_name(name, "script") || is_name(name, "style")))
		c->i = pass_over(c->s, c->i, name);
}

/* What stands at the '<'. */
static void
pass_markup(struct link_scan *c)
{
	struct gp_str s = c->s;
	char next = c->i + 1 < s.n ? s.p[c->i + 1] : ' ';
	size_t end;

	if (gp_is_alpha(next) || next == '/') {
		pass_tag(c);
	} else if (gp_str_starts(gp_str_sub(s, c->i, c->i + 4),
	                         GP_STR("<!--"))) {
		end = c->no_comment_ends
		              ? s.n
		              : gp_str_find(s, GP_STR("-->"), c->i + 2);
		c->no_comment_ends = end == s.n;
		c->i = end < s.n ? end + 3 : c->i + 4;
	} else {
		c->i++;
	}
}

void
gp_links_in_markup(struct gp_str html, struct gp_found_links *out)
{
	struct link_scan c = {
		.s = html, .out = out, .open = NONE, .told = NONE
	};
	const char *p;
	size_t from;

	c.before.max = c.words.max = c.folded.max = 8 * GP_KIB;
	while (c.i < html.n) {
		from = c.i;
		p = memchr(html.p + from, '<', html.n - from);
		c.i = p ? (size_t)(p - html.p) : html.n;
		find_in_words(&c, from, c.i);
		hear(&c, gp_str_sub(html, from, c.i));
		if (c.i < html.n)
			pass_markup(&c);
	}
	close_link(&c);
	settle(&c);
	gp_buf_free(&c.before);
	gp_buf_free(&c.words);
	/* What failed there fails the arena. */
	(void)gp_arena_buf(out->arena, &c.folded);
}
