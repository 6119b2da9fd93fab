/*
 * md4c says what begins and ends, in order; the tree takes it.  What may stand
 * where is the tree's matter.
 */
#include "import/markdown/md_parse.h"

#include "base/text/decode.h"
#include "import/html/html.h"
#include "import/markdown/md_tree.h"

#include <md4c.h>

enum { SURE_UNSEEN = 97 }; /* hundredths */

static int
stop(const struct gp_md *m)
{
	struct gp_err ignored = { 0 };

	return !gp_arena_ok(m->arena, &ignored) || m->words.failed != GP_OK ||
	       m->html.failed != GP_OK || m->alt.failed != GP_OK ||
	       m->e->code != GP_OK;
}

/* ---- attributes ---- */

/* One that is too long is as good as none. */
static struct gp_str
attribute(struct gp_md *m, const MD_ATTRIBUTE *a)
{
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str s = { a->text, a->size }, part;
	size_t i;

	if (a->size > GP_MAX_ADDRESS)
		return GP_STR("");

	for (i = 0; a->size && a->substr_offsets[i] < a->size; i++) {
		part = gp_str_sub(s, a->substr_offsets[i],
		                  a->substr_offsets[i + 1]);
		if (a->substr_types[i] == MD_TEXT_ENTITY)
			gp_md_entity(&out, part);
		else
			gp_buf_str(&out, part);
	}
	return gp_md_keep_attribute(m, &out);
}

/* ---- blocks ---- */

/* Numbers are labels: what a list begins with, and on from there. */
static void
number_item(struct gp_md *m, struct gp_node *item)
{
	const struct gp_node *before = item->prev;
	const struct gp_node *list = item->parent;
	struct gp_str first =
		before ? gp_node_label(before) : gp_node_list(list)->start;
	unsigned long n = 0;
	size_t i;

	for (i = 0; i + 1 < first.n; i++)
		n = n * 10 + (unsigned long)(first.p[i] - '0');
	item->as.item.label =
		gp_arena_printf(m->arena, "%lu%c", n + (before != NULL),
	                        first.n ? first.p[first.n - 1] : '.');
}

static void
open_item(struct gp_md *m, const MD_BLOCK_LI_DETAIL *d)
{
	struct gp_node *n = gp_md_node(m, GP_ITEM);

	if (!gp_md_open(m, n))
		return;
	if (gp_node_list(n->parent)->ordered)
		number_item(m, n);
	if (!d->is_task)
		return;
	gp_md_need_inline(m);
	gp_buf_puts(&m->words, d->task_mark == ' ' ? "[ ] " : "[x] ");
}

static void
open_list(struct gp_md *m, const MD_BLOCK_OL_DETAIL *d)
{
	struct gp_node *n = gp_md_node(m, GP_LIST);

	if (!n || !gp_md_open(m, n) || !d)
		return;
	n->as.list.ordered = true;
	n->as.list.start =
		gp_arena_printf(m->arena, "%u%c", d->start, d->mark_delimiter);
}

static void
open_heading(struct gp_md *m, const MD_BLOCK_H_DETAIL *d)
{
	struct gp_node *n = gp_md_node(m, GP_HEADING);

	if (!n || !gp_md_open(m, n))
		return;
	n->as.heading.level = (int)d->level;
	if (n->parent != m->body && d->level < 2)
		n->as.heading.level = 2;
}

static void
open_cell(struct gp_md *m, bool header, const MD_BLOCK_TD_DETAIL *d)
{
	static const enum gp_cell_side sides[] = {
		[MD_ALIGN_CENTER] = GP_CELL_CENTRE,
		[MD_ALIGN_RIGHT] = GP_CELL_RIGHT,
	};
	struct gp_node *n = gp_md_node(m, GP_CELL);

	if (!n || !gp_md_open(m, n))
		return;
	n->as.cell.header = header;
	n->as.cell.side = sides[d->align];
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	static const enum gp_kind kinds[] = {
		[MD_BLOCK_QUOTE] = GP_QUOTE,     [MD_BLOCK_HR] = GP_RULE,
		[MD_BLOCK_CODE] = GP_CODE_BLOCK, [MD_BLOCK_P] = GP_PARAGRAPH,
		[MD_BLOCK_TABLE] = GP_TABLE,     [MD_BLOCK_TR] = GP_ROW,
	};
	struct gp_md *m = user;

	gp_md_close_loose(m);
	if (!gp_md_push(m, false))
		return stop(m);
	m->hidden = false;
	m->n_langs = 0;
	m->quotes = 0;
	if (type == MD_BLOCK_UL || type == MD_BLOCK_OL)
		open_list(m, type == MD_BLOCK_OL ? detail : NULL);
	else if (type == MD_BLOCK_LI)
		open_item(m, detail);
	else if (type == MD_BLOCK_H)
		open_heading(m, detail);
	else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD)
		open_cell(m, type == MD_BLOCK_TH, detail);
	else if (type == MD_BLOCK_HTML)
		m->in_html = true;
	else if (type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD &&
	         type != MD_BLOCK_TBODY)
		(void)gp_md_open(m, gp_md_node(m, kinds[type]));
	return stop(m);
}

/* A comment, a script: nothing that is shown, and listed so. */
static struct gp_draft_block *
unseen_block(struct gp_md *m)
{
	struct gp_draft_block *b = gp_arena_alloc(m->arena, sizeof *b);

	if (!b)
		return NULL;
	b->raw = gp_clean_line(m->arena, gp_buf_view(&m->html));
	b->why = GP_STR("hidden");
	b->rule = GP_STR("html");
	b->confidence = SURE_UNSEEN;
	return b;
}

/* Closing tags alone say nothing. */
static bool
says_something(struct gp_str html)
{
	return gp_str_find(html, GP_STR("<!--"), 0) < html.n ||
	       !gp_str_starts(gp_str_trim(html), GP_STR("</"));
}

/* The blocks of a piece of HTML, in a draft of their own that shares the
   arena; a rule keeps their place. */
static void
add_html(struct gp_md *m)
{
	struct gp_draft inner = { .arena = m->arena };
	struct gp_err own = { 0 };
	struct gp_md_piece *piece;
	struct gp_node *place;

	m->in_html = false;
	if (!m->open || gp_str_trim(gp_buf_view(&m->html)).n == 0)
		return;
	/* Closing tags alone are no fault of the article. */
	if (!gp_html_fragment(&inner, m->name, gp_buf_view(&m->html),
	                      GP_STR(""), m->diag, &own) &&
	    own.code != GP_INPUT)
		gp_fail_at(m->e, own.code, "", m->line, 0, "%s", own.msg);
	if (!inner.first && says_something(gp_buf_view(&m->html)))
		inner.first = unseen_block(m);
	if (!inner.first)
		return;
	place = gp_md_node(m, GP_RULE);
	piece = gp_arena_alloc(m->arena, sizeof *piece);
	if (!place || !piece || !gp_node_append(m->open, place))
		return;
	place->at = m->html_at;
	*piece = (struct gp_md_piece){ place, inner.first, NULL };
	*(m->last_piece ? &m->last_piece->next : &m->pieces) = piece;
	m->last_piece = piece;
}

/* The last line end of a block of code is no part of it. */
static void
trim_code(struct gp_md *m)
{
	if (m->words.len && m->words.data[m->words.len - 1] == '\n')
		m->words.data[--m->words.len] = '\0';
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	struct gp_md *m = user;

	(void)detail;
	if (type == MD_BLOCK_CODE)
		trim_code(m);
	gp_md_close_loose(m);
	if (type == MD_BLOCK_HTML)
		add_html(m);
	gp_buf_clear(&m->html);
	gp_md_pop(m, false);
	gp_md_place_figures(m);
	return stop(m);
}

/* ---- spans ---- */

static bool
is_in_link(const struct gp_md *m)
{
	const struct gp_node *n;

	for (n = m->open; n; n = n->parent)
		if (n->kind == GP_LINK)
			return true;
	return false;
}

static void
open_link(struct gp_md *m, const MD_SPAN_A_DETAIL *d)
{
	struct gp_node *n = is_in_link(m) ? NULL : gp_md_node(m, GP_LINK);

	if (n && gp_md_open(m, n))
		n->as.link.target = gp_md_address(m, attribute(m, &d->href));
}

static void
begin_picture(struct gp_md *m, const MD_SPAN_IMG_DETAIL *d)
{
	struct gp_str title;

	if (m->in_alt++ > 0)
		return;
	title = attribute(m, &d->title);
	gp_buf_clear(&m->alt);
	m->picture = NULL;
	gp_md_picture(m, attribute(m, &d->src), GP_STR(""), title);
	m->picture = m->figures;
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *user)
{
	static const enum gp_kind kinds[MD_SPAN_U + 1] = {
		[MD_SPAN_EM] = GP_EMPHASIS,
		[MD_SPAN_STRONG] = GP_STRONG,
		[MD_SPAN_CODE] = GP_CODE,
		[MD_SPAN_DEL] = GP_DELETED,
	};
	struct gp_md *m = user;

	if (type == MD_SPAN_IMG || m->in_alt) {
		gp_md_need_inline(m);
		if (type == MD_SPAN_IMG && !m->in_alt)
			begin_picture(m, detail);
		else
			m->in_alt++;
		return stop(m);
	}
	gp_md_need_inline(m);
	if (!gp_md_push(m, true))
		return stop(m);
	if (type == MD_SPAN_A)
		open_link(m, detail);
	else if (kinds[type] != GP_BODY)
		(void)gp_md_open(m, gp_md_node(m, kinds[type]));
	return stop(m);
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *user)
{
	struct gp_md *m = user;

	(void)type;
	(void)detail;
	if (!m->in_alt) {
		gp_md_pop(m, true);
		return stop(m);
	}
	if (--m->in_alt == 0 && m->picture) {
		m->picture->as.figure.alt =
			gp_clean_line(m->arena, gp_buf_view(&m->alt));
		m->picture->at.first = m->picture->at.last = m->line;
	}
	return stop(m);
}

/* ---- words ---- */

static bool
is_in_cell(const struct gp_md *m)
{
	const struct gp_node *n = m->open;

	while (n && gp_kind_in_line(n->kind))
		n = n->parent;
	return n && n->kind == GP_CELL;
}

/* In a table "\|" is a bar, in code too (GFM 4.10), where md4c leaves it. */
static void
add_code_of_cell(struct gp_buf *out, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] != '\\' || i + 1 == s.n || s.p[i + 1] != '|')
			gp_buf_putc(out, s.p[i]);
}

/* A soft hyphen says that the word goes on in the next line. */
static void
end_line(struct gp_buf *out)
{
	if (!gp_str_ends(gp_buf_view(out), GP_STR("\u00AD")))
		gp_buf_putc(out, ' ');
}

static void
add_words(struct gp_md *m, MD_TEXTTYPE type, struct gp_str s)
{
	struct gp_buf *out = m->in_alt ? &m->alt : &m->words;

	if (m->hidden && type != MD_TEXT_BR)
		return;
	if (type == MD_TEXT_ENTITY)
		gp_md_entity(out, s);
	else if (type == MD_TEXT_SOFTBR || (type == MD_TEXT_BR && m->in_alt))
		end_line(out);
	else if (type == MD_TEXT_NULLCHAR)
		gp_buf_utf8(out, 0xFFFD);
	else if (type == MD_TEXT_CODE && is_in_cell(m))
		add_code_of_cell(out, s);
	else
		gp_buf_str(out, s);
}

static int
text(MD_TEXTTYPE type, const MD_CHAR *p, MD_SIZE size, void *user)
{
	struct gp_md *m = user;
	struct gp_str s = { p, size };

	if (m->in_html) {
		gp_md_note_line(m, p);
		if (m->html.len == 0)
			m->html_at.first = m->line;
		m->html_at.last = m->line;
		gp_buf_str(&m->html, s);
		return stop(m);
	}
	gp_md_need_inline(m);
	gp_md_note_line(m, p);
	if (type == MD_TEXT_HTML && !m->in_alt) {
		gp_md_tag(m, s);
	} else if (type == MD_TEXT_BR && !m->in_alt) {
		gp_md_flush(m);
		(void)gp_node_append(m->open, gp_md_node(m, GP_BREAK));
	} else if (type != MD_TEXT_HTML) {
		add_words(m, type, s);
	}
	return stop(m);
}

/* ---- the whole ---- */

static const MD_PARSER parser = {
	.enter_block = enter_block,
	.leave_block = leave_block,
	.enter_span = enter_span,
	.leave_span = leave_span,
	.text = text,
};

/* md4c looks for the end of each address among the marks of all others: where
   there are very many that are no links by their scheme, they stay words. */
static unsigned
flags_for(struct gp_str text)
{
	size_t i = gp_str_find(text, GP_STR("www."), 0), n = 0;

	for (; i < text.n && n <= GP_MAX_MARKDOWN_WWW; n++)
		i = gp_str_find(text, GP_STR("www."), i + 4);
	return n <= GP_MAX_MARKDOWN_WWW
	               ? MD_DIALECT_GITHUB
	               : MD_DIALECT_GITHUB &
	                         ~(unsigned)MD_FLAG_PERMISSIVEWWWAUTOLINKS;
}

static bool
is_good(struct gp_md *m, int result)
{
	bool ok = m->e->code == GP_OK && gp_arena_ok(m->arena, m->e) &&
	          gp_buf_ok(&m->words, m->e) && gp_buf_ok(&m->html, m->e) &&
	          gp_buf_ok(&m->alt, m->e);

	if (ok && result != 0)
		return gp_fail(m->e, GP_NOMEM, "out of memory");
	return ok;
}

static bool
parse(struct gp_md *m, struct gp_str text)
{
	MD_PARSER with = parser;

	with.flags = flags_for(text);
	return is_good(m, md_parse(text.p, (MD_SIZE)text.n, &with, m));
}

bool
gp_markdown_blocks(struct gp_draft *draft, const char *name,
                   const struct gp_md_notes *notes, unsigned first,
                   struct gp_diag *d, struct gp_err *e)
{
	struct gp_md m = {
		.draft = draft,
		.arena = draft->arena,
		.name = name,
		.diag = d,
		.e = e,
		.first = first,
		.notes = *notes,
		.words.max = GP_MAX_DOC_ARENA,
		.html.max = GP_MAX_DOC_ARENA,
		.alt.max = GP_MAX_DOC_ARENA,
	};
	struct gp_str text = gp_md_show_notes(draft->arena, notes->text);
	bool ok = false;

	m.text = text = gp_md_show_terms(draft->arena, text, &m.terms);
	m.body = m.open = gp_md_node(&m, GP_BODY);
	if (!gp_md_check(text, e))
		return false;
	if (m.body && gp_md_find_ends(&m))
		ok = parse(&m, text);
	if (ok)
		gp_md_note_items(&m);
	if (ok)
		gp_md_term_items(&m);
	if (ok)
		gp_md_blocks(&m);
	gp_buf_free(&m.words);
	gp_buf_free(&m.html);
	gp_buf_free(&m.alt);
	return ok && gp_arena_ok(m.arena, e);
}
