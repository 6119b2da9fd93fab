/* The articles of a pack composed and cut into pages, each by itself unless
   the design lets them run on, so that memory does not grow with the pack;
   the first line of each page is found again in the nodes that it was made
   of.  Nothing is set in its place, and where links go is not asked. */
#include "typeset/paginate.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "model/walk.h"

#include <string.h>

/* How much ink stands before a place of a paragraph, and where in a node so
   much of it is found: each as far as it was asked for last.  A paragraph of
   many pages is gone through once. */
struct para_ink {
	const struct gp_para *para;
	size_t span, n;
	uint32_t at;
};

struct node_ink {
	const struct gp_node *node, *text; /* NULL: none was come to */
	struct gp_walk walk;
	size_t at, n;
};

/* Articles that are laid out together. */
struct article_run {
	struct gp_parts *p;
	size_t entry;      /* the first */
	uint32_t *first;   /* block of each, and the end */
	size_t count, now; /* how many; the one that is looked at */
	struct gp_page_starts *out;
	struct gp_arena *keep;
	unsigned pages; /* before it */
	struct para_ink para_ink;
	struct node_ink node_ink;
};

/* ---- from a line to the words of a node ---- */

/* What gp_para_add() keeps of a text as it is: all but white space, which it
   closes up, and soft hyphens.  Counting it, and nothing else, a place in a
   paragraph is found again in the nodes that it was made of. */
static bool
is_ink(uint32_t c)
{
	return c > ' ' && c != 0x7F && c != 0x85 && c != 0xAD && c != 0x2028 &&
	       c != 0x2029;
}

static size_t
count_ink(struct gp_str s)
{
	size_t n = 0, i = 0;

	while (i < s.n)
		n += is_ink(gp_utf8_next(s, &i));
	return n;
}

/* Of a paragraph up to `to`, without the numbers of notes and all else that is
   no word of the node. */
static size_t
ink_before(struct para_ink *k, const struct gp_para *p, uint32_t to)
{
	const struct gp_text_span *s;
	uint32_t end;

	if (k->para != p || to < k->at)
		*k = (struct para_ink){ .para = p };
	while (k->span < p->n_spans && p->spans[k->span].from < to) {
		s = &p->spans[k->span];
		end = s->to < to ? s->to : to;
		if (k->at < s->from)
			k->at = s->from;
		if (!s->voice.added)
			k->n += count_ink(gp_str_sub(p->text, k->at, end));
		k->at = end;
		if (end < s->to)
			break;
		k->span++;
	}
	return k->n;
}

/* True when the ink number `n` (from 0) is in the text at hand, at k->at; else
   that of the text is counted. */
static bool
find_ink(struct node_ink *k, size_t n)
{
	struct gp_str text = k->text ? gp_node_text(k->text) : GP_STR("");
	size_t i = k->at;

	while (i < text.n) {
		k->at = i;
		if (!is_ink(gp_utf8_next(text, &i)))
			continue;
		if (k->n == n)
			return true;
		k->n++;
	}
	k->at = text.n;
	return false;
}

static bool
next_text(struct node_ink *k)
{
	while (gp_walk_next(&k->walk))
		if (k->walk.event == GP_ENTER &&
		    k->walk.node->kind == GP_TEXT) {
			k->text = k->walk.node;
			k->at = 0;
			return true;
		}
	return false;
}

/* The place of that ink among the words of a node; the node itself when it
   has none. */
static void
place_ink(struct node_ink *k, const struct gp_node *node, size_t n,
          struct gp_page_start *s)
{
	if (k->node != node || n < k->n)
		*k = (struct node_ink){ .node = node,
			                .walk = gp_walk_from(node) };
	while (!find_ink(k, n))
		if (!next_text(k))
			break;
	s->node = k->text ? k->text : node;
	s->at = k->at;
}

/* Where the line begins; a divided word as a whole. */
static uint32_t
line_start(const struct gp_cell *cell, size_t line)
{
	const char *text = cell->para->text.p;
	uint32_t at = cell->lines[line].from;

	if (line > 0 && cell->lines[line - 1].hyphen)
		while (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n')
			at--;
	return at;
}

/* The words that stand for a figure are not those of its captions. */
static void
place_line(struct article_run *r, const struct gp_cell *cell, size_t line,
           struct gp_page_start *s)
{
	size_t ink, label = count_ink(gp_node_label(cell->node));

	if (!cell->para || line >= cell->n_lines ||
	    cell->node->kind == GP_FIGURE) {
		s->node = cell->node;
		return;
	}
	ink = ink_before(&r->para_ink, cell->para, line_start(cell, line));
	/* Before the heading, of which it would be read as a part. */
	if (cell->node->kind == GP_HEADING && ink <= label) {
		s->node = cell->node;
		return;
	}
	place_ink(&r->node_ink, cell->node, ink > label ? ink - label : 0, s);
}

/* ---- from a page to its first line ---- */

static const struct gp_cell *
cell_with_words(const struct gp_block *b, size_t line)
{
	const struct gp_cell *any = NULL;
	size_t i;

	for (i = 0; i < b->n_cells; i++) {
		if (!b->cells[i].node)
			continue;
		if (b->cells[i].n_lines > line)
			return &b->cells[i];
		if (!any)
			any = &b->cells[i];
	}
	return any;
}

/* The first block of the body from `i` on; `end` when there is none. */
static uint32_t
next_of_body(const struct gp_flow *f, uint32_t i, uint32_t end)
{
	while (i < end && !cell_with_words(&f->blocks[i], 0))
		i++;
	return i;
}

static void
place_fragment(struct article_run *r, const struct gp_fragment *f,
               struct gp_page_start *s)
{
	const struct gp_flow *flow = &r->p->flow;
	const struct gp_cell *cell;
	uint32_t begin, end, next;
	size_t line;

	while (r->now + 1 < r->count && f->block >= r->first[r->now + 1])
		r->now++;
	begin = r->first[r->now];
	end = r->first[r->now + 1];
	s->entry = r->entry + r->now;
	next = next_of_body(flow, f->block, end);
	line = next == f->block ? f->from : 0;
	cell = next < end ? cell_with_words(&flow->blocks[next], line) : NULL;
	if (!cell || next_of_body(flow, begin, end) > f->block) {
		s->part = next == end && f->block > begin ? GP_PAGE_IN_FOOT
		                                          : GP_PAGE_IN_HEAD;
		return;
	}
	s->part = GP_PAGE_IN_BODY;
	place_line(r, cell, line, s);
}

static void
add_start(struct article_run *r, const struct gp_fragment *f, unsigned number)
{
	struct gp_page_starts *o = r->out;
	struct gp_page_start *row =
		GP_VEC_ADD(r->keep, o->rows, o->count, o->cap);

	if (!row)
		return;
	*row = (struct gp_page_start){ .number = r->pages + number };
	place_fragment(r, f, row);
}

/* The first fragment of each page; the head of a table that is repeated there
   was read before. */
static void
add_starts(struct article_run *r)
{
	const struct gp_layout *l = &r->p->layout;
	uint32_t last = GP_NONE;
	size_t i;

	/* Paragraphs of another layout may have lain in the same place. */
	r->para_ink = (struct para_ink){ .para = NULL };
	r->node_ink = (struct node_ink){ .node = NULL };
	for (i = 0; i < l->n_fragments; i++) {
		const struct gp_fragment *f = &l->fragments[i];

		if (f->block >= r->first[r->count])
			break;
		if (f->again || f->page == last || !l->pages[f->page].body)
			continue;
		last = f->page;
		add_start(r, f, l->pages[f->page].number);
	}
	r->pages += l->pages[l->n_pages - 1].number;
}

/* ---- the run ---- */

/* The flow and the layout as they are before anything was composed, with
   memory of their own. */
static void
begin_run(struct gp_parts *p, struct gp_arena *a)
{
	struct gp_flow old = p->flow;
	struct gp_layout laid = p->layout;

	gp_para_drop(&p->flow.text);
	p->flow = (struct gp_flow){ .arena = a,
		                    .style = old.style,
		                    .pack = old.pack,
		                    .tree.arena = a,
		                    .text.arena = a,
		                    .boxes = old.boxes,
		                    .file = "" };
	p->layout = (struct gp_layout){ .arena = a,
		                        .flow = laid.flow,
		                        .measure = laid.measure,
		                        .breaker = laid.breaker };
	p->breaker.arena = a;
}

static bool
lay_out(struct article_run *r, struct gp_arena *a, struct gp_err *e)
{
	struct gp_parts *p = r->p;
	size_t i;

	begin_run(p, a);
	p->composer.document =
		gp_tree_element(&p->flow.tree, GP_NONE, GP_TAG_DOCUMENT);
	r->first = gp_arena_array(a, r->count + 1, sizeof *r->first);
	if (!r->first)
		return gp_arena_ok(a, e);
	for (i = 0; i < r->count; i++) {
		r->first[i] = (uint32_t)p->flow.n_blocks;
		gp_compose_article(&p->composer, r->entry + i,
		                   p->composer.document, 1);
	}
	r->first[i] = (uint32_t)p->flow.n_blocks;
	/* What may stand on the last page decides where that one ends. */
	if (r->entry + r->count == p->composer.pack->n_entries)
		gp_compose_back_alone(&p->composer);
	r->now = 0;
	if (!gp_layout_cut(&p->layout, e))
		return false;
	add_starts(r);
	return gp_arena_ok(r->keep, e);
}

static bool
paginate_run(struct article_run *r, struct gp_err *e)
{
	struct gp_arena *own = gp_arena_new(GP_MAX_LAYOUT_ARENA);
	struct gp_arena *home = r->p->arena;
	bool ok = own ? lay_out(r, own, e)
	              : gp_fail(e, GP_NOMEM, "out of memory");

	begin_run(r->p, home);
	gp_arena_free(own);
	return ok;
}

/* Words that were measured are kept from one article to the next, until they
   are too many. */
static bool
renew_words(struct gp_parts *p, struct gp_arena **words, struct gp_err *e)
{
	if (*words && gp_arena_used(*words) < GP_MAX_KEPT_WORDS)
		return true;
	gp_arena_free(*words);
	*words = gp_arena_new(GP_MAX_LAYOUT_ARENA);
	p->measure.arena = p->measure.runs.arena = *words;
	p->measure.runs = (struct gp_map){ .arena = *words };
	memset(p->measure.hyphens, 0, sizeof p->measure.hyphens);
	p->hyphenators.arena = *words;
	p->hyphenators.words = (struct gp_map){ .arena = *words };
	return *words || gp_fail(e, GP_NOMEM, "out of memory");
}

/* Places that links go to are the PDF's business. */
static bool
forget_places(struct gp_parts *p, size_t n, struct gp_err *e)
{
	p->composer.places =
		gp_arena_array(p->arena, n + 1, sizeof *p->composer.places);
	if (!p->composer.places)
		return gp_arena_ok(p->arena, e);
	memset(p->composer.places, 0xFF, (n + 1) * sizeof *p->composer.places);
	return true;
}

bool
gp_paginate(struct gp_parts *p, struct gp_arena *keep,
            struct gp_page_starts *out, struct gp_err *e)
{
	size_t n = p->composer.pack->n_entries, i;
	struct article_run r = { .p = p, .out = out, .keep = keep };
	struct gp_arena *words = NULL;
	bool ok = forget_places(p, n, e);

	for (i = 0; ok && i < n; i += r.count) {
		r.entry = i;
		r.count = p->style.openers == GP_OPENERS_RUN_ON ? n : 1;
		ok = renew_words(p, &words, e) && paginate_run(&r, e);
	}
	gp_arena_free(words);
	words = NULL;
	p->measure.arena = p->hyphenators.arena = p->arena;
	p->measure.runs = (struct gp_map){ .arena = p->arena };
	p->hyphenators.words = (struct gp_map){ .arena = p->arena };
	memset(p->measure.hyphens, 0, sizeof p->measure.hyphens);
	return ok;
}

struct gp_parts *
gp_paginate_open(const struct gp_write_job *job, struct gp_err *e)
{
	struct gp_parts *p = gp_parts_open(job, e);

	if (p)
		p->faces.whole = true;
	return p;
}
