/* Word and Outlook write an item as <p style="mso-list:l0 level1 lfo1">, its
   mark in a <span style="mso-list:Ignore"> or, where that was lost, in the
   first text.  Neighbours of one parent are one list.  What style sheets say
   is not known. */
#include "import/html/page/html_word_lists.h"

#include "base/buf.h"
#include "base/utf8.h"

#include <string.h>
#include <unictype.h>

enum { DEEPEST = 9, MARK_BYTES = 12, SIGN_BYTES = 40 };

/* A paragraph that is an item. */
struct item {
	struct gp_str list; /* "l0", or "" */
	unsigned level;     /* from 1 */
	uint32_t mark;      /* the node that holds its mark, or GP_FLAT_NONE */
	struct gp_str sign; /* its number, "" for a bullet */
	bool is_letter;     /* the bullet is a letter, which stands for a sign
	                       of another font */
};

struct open_level {
	uint32_t list, item; /* nodes */
	struct item of;
};

struct relist {
	struct gp_flat *flat;
	struct gp_arena *arena;
	struct gp_flat_node *nodes;
	uint32_t n;
	uint32_t *now;    /* where each old node is */
	uint32_t *start;  /* ...with what was put before it */
	bool *is_end_set; /* of the old ones: they go, or end elsewhere */
	struct open_level open[DEEPEST];
	unsigned n_open;
	uint32_t parent; /* the old one, of what is open */
};

/* ---- one paragraph ---- */

/* What stands behind "mso-list:" in a style. */
static struct gp_str
list_style(const struct gp_flat *d, uint32_t i)
{
	struct gp_str style = gp_flat_attr(d, i, GP_N_STYLE),
		      key = GP_STR("mso-list:");
	size_t at = gp_str_find(style, key, 0);
	size_t end = gp_str_find(style, GP_STR(";"), at);

	return gp_str_trim(gp_str_sub(style, at + key.n, end));
}

static bool
is_list_paragraph(const struct gp_flat *d, uint32_t i)
{
	struct gp_str style;

	if (!gp_flat_is(d, i, GP_N_P) ||
	    gp_flat_is(d, d->nodes[i].parent, GP_N_LI))
		return false;
	style = list_style(d, i);
	if (style.n > 1 && style.p[0] == 'l' && gp_is_digit(style.p[1]))
		return true;
	return gp_str_starts(gp_flat_attr(d, i, GP_N_CLASS),
	                     GP_STR("MsoListParagraph")) ||
	       gp_str_starts(gp_flat_attr(d, i, GP_N_CLASS),
	                     GP_STR("MsoListBullet")) ||
	       gp_str_starts(gp_flat_attr(d, i, GP_N_CLASS),
	                     GP_STR("MsoListNumber"));
}

/* Without no-break spaces at its ends too. */
static struct gp_str
bare(struct gp_str s)
{
	static const struct gp_str space = { "\u00A0", 2 };

	for (;;) {
		s = gp_str_trim(s);
		if (gp_str_starts(s, space))
			s = gp_str_sub(s, space.n, s.n);
		else if (gp_str_ends(s, space))
			s = gp_str_sub(s, 0, s.n - space.n);
		else
			return s;
	}
}

/* "1.", "(a)", "iv)", "2.1". */
static bool
is_number(struct gp_str s)
{
	size_t i;
	bool any = false;

	if (s.n == 1 || s.n > MARK_BYTES)
		return s.n == 1 && gp_is_digit(s.p[0]);
	for (i = 0; i < s.n; i++) {
		any = any || gp_is_alnum(s.p[i]);
		if (!gp_is_alnum(s.p[i]) && !strchr("().", s.p[i]))
			return false;
	}
	return any && (strchr(").", s.p[s.n - 1]) || gp_is_digit(s.p[0]));
}

/* One sign, or a letter that stands for one of Wingdings or Courier. */
static bool
is_bullet(struct gp_str s)
{
	size_t i = 0;
	uint32_t c = s.n ? gp_utf8_next(s, &i) : GP_UTF8_BAD;

	if (c == GP_UTF8_BAD || i != s.n)
		return false;
	return !uc_is_alnum(c) || c == 'o' || c == 'v' || c == 'q' ||
	       c == 0xFC || c == 0xD8;
}

/* A number, or words with one: "Article 4". */
static bool
is_sign(struct gp_str mark)
{
	return is_number(mark) || (!is_bullet(mark) && mark.n <= SIGN_BYTES &&
	                           gp_str_has_digit(mark) &&
	                           gp_str_find(mark, GP_STR("'"), 0) == mark.n);
}

static void
take_mark(struct item *it, uint32_t node, struct gp_str mark)
{
	size_t i = 0;

	it->mark = node;
	it->sign = is_sign(mark) ? mark : GP_STR("");
	it->is_letter = it->sign.n == 0 && mark.n > 0 &&
	                uc_is_alnum(gp_utf8_next(mark, &i));
}

static bool
is_ignored(const struct gp_flat *d, uint32_t i)
{
	return !gp_flat_is_text(d, i) &&
	       gp_str_eq_nocase(list_style(d, i), GP_STR("ignore"));
}

/* The first text of node `i` that is not blank. */
static uint32_t
first_text(const struct gp_flat *d, uint32_t i)
{
	uint32_t k;

	for (k = i; k < d->nodes[i].end; k++)
		if (gp_flat_is_text(d, k) && bare(gp_flat_text(d, k)).n)
			return k;
	return GP_FLAT_NONE;
}

static void
find_mark(const struct gp_flat *d, uint32_t p, struct item *it)
{
	uint32_t k, text = first_text(d, p);
	struct gp_str mark;

	for (k = p + 1; k < d->nodes[p].end && k <= text; k++) {
		if (!is_ignored(d, k))
			continue;
		text = first_text(d, k);
		take_mark(it, k,
		          text == GP_FLAT_NONE ? GP_STR("")
		                               : bare(gp_flat_text(d, text)));
		return;
	}
	if (text == GP_FLAT_NONE)
		return;
	mark = bare(gp_flat_text(d, text));
	if (is_number(mark) || is_bullet(mark))
		take_mark(it, text, mark);
}

static struct item
item_of(const struct gp_flat *d, uint32_t p)
{
	struct item it = { .level = 1, .mark = GP_FLAT_NONE };
	struct gp_str style = list_style(d, p), level = GP_STR("level");
	size_t at = gp_str_find(style, level, 0) + level.n;

	it.list = gp_str_sub(style, 0, gp_str_find(style, GP_STR(" "), 0));
	if (at < style.n && gp_is_digit(style.p[at]))
		it.level = (unsigned)(style.p[at] - '0');
	it.level += it.level == 0;
	find_mark(d, p, &it);
	return it;
}

/* ---- the nodes anew ---- */

static void
close_top(struct relist *r)
{
	const struct open_level *top = &r->open[--r->n_open];

	r->nodes[top->item].end = r->n;
	r->nodes[top->list].end = r->n;
}

static void
open_list(struct relist *r, uint32_t p, const struct item *it)
{
	const struct gp_flat_node *old = &r->flat->nodes[p];
	uint32_t parent =
		r->n_open ? r->open[r->n_open - 1].item : r->now[old->parent];

	r->nodes[r->n] = (struct gp_flat_node){
		.parent = parent,
		.at = old->at,
		.line = old->line,
		.name = it->sign.n ? GP_N_OL : GP_N_UL,
		.kind = GP_FLAT_HTML,
	};
	r->open[r->n_open].list = r->n++;
	r->open[r->n_open++].of = *it;
}

/* The place of an item: in the list of its level, or in a new one. */
static void
find_place(struct relist *r, uint32_t p, const struct item *it)
{
	const struct open_level *top;

	while (r->n_open && r->open[r->n_open - 1].of.level > it->level)
		close_top(r);
	top = &r->open[r->n_open ? r->n_open - 1 : 0];
	if (r->n_open && top->of.level == it->level) {
		if (gp_str_eq(top->of.list, it->list) &&
		    (top->of.sign.n > 0) == (it->sign.n > 0)) {
			r->nodes[top->item].end = r->n;
			return;
		}
		close_top(r);
	}
	open_list(r, p, it);
}

/* In the place of the style that made it an item or a mark, or of another
   attribute where it has none. */
static void
set_style(struct relist *r, uint32_t node, struct gp_str style)
{
	const struct gp_flat_node *n = &r->flat->nodes[node];
	size_t i = n->as.first;

	if (n->size == 0)
		return;
	while (i + 1 < n->as.first + n->size &&
	       r->flat->attributes[i].name != GP_N_STYLE)
		i++;
	r->flat->attributes[i] = (struct gp_flat_attr){
		.value = style.p, .size = (uint32_t)style.n, .name = GP_N_STYLE
	};
}

static void
copy(struct relist *r, uint32_t i)
{
	const struct gp_flat_node *old = &r->flat->nodes[i];

	r->now[i] = r->n;
	r->nodes[r->n] = *old;
	if (old->parent != GP_FLAT_NONE)
		r->nodes[r->n].parent = r->now[old->parent];
	r->n++;
}

static void
leave_out(struct relist *r, uint32_t i)
{
	uint32_t k;

	for (k = i; k < r->flat->nodes[i].end; k++) {
		r->start[k] = r->now[k] = r->n;
		r->is_end_set[k] = true;
	}
}

static void
copy_in(struct relist *r, uint32_t from, uint32_t to)
{
	for (; from < to; from++) {
		r->start[from] = r->n;
		copy(r, from);
	}
}

/* A letter that stands for a sign is a word to whoever counts words: it is
   hidden.  Any other bullet goes, and a number is said by the item. */
static void
put_mark(struct relist *r, const struct item *it)
{
	if (it->is_letter && !gp_flat_is_text(r->flat, it->mark)) {
		set_style(r, it->mark, GP_STR("display:none"));
		copy_in(r, it->mark, r->flat->nodes[it->mark].end);
	} else {
		leave_out(r, it->mark);
	}
}

static void
begin_item(struct relist *r, uint32_t p, const struct item *it)
{
	struct open_level *top;

	r->start[p] = r->n;
	r->parent = r->flat->nodes[p].parent;
	find_place(r, p, it);
	if (it->sign.n)
		set_style(r, p,
		          gp_arena_printf(r->arena, "list-style-type:'%.*s'",
		                          GP_ARG(it->sign)));
	top = &r->open[r->n_open - 1];
	copy(r, p);
	r->is_end_set[p] = true;
	r->nodes[r->now[p]].name = GP_N_LI;
	r->nodes[r->now[p]].parent = top->list;
	top->item = r->now[p];
	top->of = *it;
}

static void
put_item(struct relist *r, uint32_t p)
{
	struct item it = item_of(r->flat, p);
	uint32_t end = r->flat->nodes[p].end, from = p + 1;

	begin_item(r, p, &it);
	if (it.mark != GP_FLAT_NONE) {
		copy_in(r, from, it.mark);
		put_mark(r, &it);
		from = r->flat->nodes[it.mark].end;
	}
	copy_in(r, from, end);
}

/* White space between two items is none of their list. */
static bool
is_between(const struct relist *r, uint32_t i)
{
	const struct gp_flat *d = r->flat;

	return r->n_open && d->nodes[i].parent == r->parent &&
	       gp_flat_is_text(d, i) && gp_str_trim(gp_flat_text(d, i)).n == 0;
}

static void
put_all(struct relist *r)
{
	const struct gp_flat *d = r->flat;
	uint32_t i = 0;

	while (i < d->n_nodes) {
		if (is_between(r, i)) {
			leave_out(r, i++);
			continue;
		}
		if (is_list_paragraph(d, i)) {
			while (r->n_open && d->nodes[i].parent != r->parent)
				close_top(r);
			put_item(r, i);
			i = d->nodes[i].end;
			continue;
		}
		while (r->n_open)
			close_top(r);
		copy_in(r, i, i + 1);
		i++;
	}
	while (r->n_open)
		close_top(r);
	r->start[i] = r->n;
}

static void
set_ends(struct relist *r)
{
	uint32_t i;

	for (i = 0; i < r->flat->n_nodes; i++)
		if (!r->is_end_set[i])
			r->nodes[r->now[i]].end =
				r->start[r->flat->nodes[i].end];
}

/* ---- the whole ---- */

static uint32_t
count_items(const struct gp_flat *d)
{
	uint32_t i, n = 0;

	for (i = 1; i < d->n_nodes; i++)
		n += is_list_paragraph(d, i);
	return n;
}

bool
gp_html_word_lists(struct gp_flat *flat, struct gp_arena *arena,
                   struct gp_err *e)
{
	struct relist r = { .flat = flat, .arena = arena };
	uint32_t items = count_items(flat);
	size_t most = (size_t)flat->n_nodes + items, old = flat->n_nodes + 1;

	if (items == 0)
		return true;
	if (most >= GP_FLAT_NONE)
		return gp_fail(e, GP_LIMIT, "has too many items");
	r.nodes = gp_arena_array(arena, most, sizeof *r.nodes);
	r.now = gp_arena_array(arena, old, sizeof *r.now);
	r.start = gp_arena_array(arena, old, sizeof *r.start);
	r.is_end_set = gp_arena_array(arena, old, sizeof *r.is_end_set);
	if (!r.nodes || !r.now || !r.start || !r.is_end_set)
		return gp_arena_ok(arena, e);
	put_all(&r);
	set_ends(&r);
	flat->nodes = r.nodes;
	flat->n_nodes = r.n;
	return gp_arena_ok(arena, e);
}
