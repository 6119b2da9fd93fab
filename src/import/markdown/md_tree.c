/*
 * What cannot stand where it is (a picture in a sentence, a block beyond the
 * depth limit) moves or melts into what holds it, and its words stay.
 */
#include "import/markdown/md_tree.h"

#include "base/text/decode.h"
#include "base/text/fold.h"
#include "base/text/uri.h"
#include "base/utf8.h"

#include <string.h>
#include <unictype.h>

enum { FIRST_SPACELESS = 0x2E80 }; /* scripts of East Asia, from here on */

struct gp_node *
gp_md_node(struct gp_md *m, enum gp_kind kind)
{
	return gp_node_new(m->arena, kind, (struct gp_span){ 0, 0 });
}

struct gp_str
gp_md_lang(const struct gp_md *m)
{
	size_t most = sizeof m->langs / sizeof *m->langs;
	size_t n = m->n_langs < most ? m->n_langs : most;

	return n ? m->langs[n - 1] : GP_STR("");
}

static void
add_text(struct gp_md *m, struct gp_str words)
{
	struct gp_node *n =
		gp_node_new_text(m->arena, gp_arena_str(m->arena, words),
	                         (struct gp_span){ m->line, m->line });

	if (n)
		n->lang = gp_md_lang(m);
	(void)gp_node_append(m->open, n);
}

/* True behind words struck out that began where a word may: "~~£12m~~£14m" has
   two sums, "reali~~z~~sation" one word. */
static bool
is_behind_struck(const struct gp_md *m)
{
	const struct gp_node *last = m->open ? m->open->last : NULL;
	struct gp_str before;

	if (!last || last->kind != GP_DELETED)
		return false;
	before = gp_node_text(last->prev);
	return !last->prev ||
	       (before.n && !gp_is_alnum(before.p[before.n - 1]) &&
	        !(before.p[before.n - 1] & 0x80));
}

static bool
begins_other_word(struct gp_str s)
{
	size_t i = 0;
	uint32_t c = s.n ? gp_utf8_next(s, &i) : 0;

	return c < FIRST_SPACELESS && !(c < 0x80 && gp_is_lower((char)c)) &&
	       (gp_is_word_char(c) || uc_is_property_currency_symbol(c));
}

void
gp_md_flush(struct gp_md *m)
{
	if (m->words.len == 0)
		return;
	if (is_behind_struck(m) && begins_other_word(gp_buf_view(&m->words)))
		add_text(m, GP_STR(" "));
	add_text(m, gp_buf_view(&m->words));
	gp_buf_clear(&m->words);
}

bool
gp_md_open(struct gp_md *m, struct gp_node *n)
{
	gp_md_flush(m);
	if (n && n->kind == GP_INSERTED && is_behind_struck(m))
		add_text(m, GP_STR(" "));
	if (!gp_node_append(m->open, n))
		return false;
	m->open = n;
	return true;
}

void
gp_md_need_inline(struct gp_md *m)
{
	struct gp_node *p;

	if (!m->open || !gp_kind_holds(m->open->kind, GP_PARAGRAPH))
		return;
	p = gp_md_node(m, GP_PARAGRAPH);
	if (gp_node_append(m->open, p))
		m->open = m->loose = p;
}

void
gp_md_place_figures(struct gp_md *m)
{
	struct gp_node *last, *first = NULL, *next;

	if (!m->figures || !m->open || !gp_kind_holds(m->open->kind, GP_FIGURE))
		return;
	last = m->open->last;
	if (last && !last->first && gp_kind_holds(last->kind, GP_TEXT)) {
		m->open->last = last->prev;
		*(last->prev ? &last->prev->next : &m->open->first) = NULL;
	}
	for (; m->figures; m->figures = next) {
		next = m->figures->next;
		m->figures->next = first;
		first = m->figures;
	}
	for (; first; first = next) {
		next = first->next;
		first->next = NULL;
		(void)gp_node_append(m->open, first);
	}
}

void
gp_md_close_loose(struct gp_md *m)
{
	gp_md_flush(m);
	if (!m->loose)
		return;
	m->open = m->loose->parent;
	m->loose = NULL;
	gp_md_place_figures(m);
}

bool
gp_md_push(struct gp_md *m, bool span)
{
	gp_md_flush(m);
	if (m->over || m->depth == sizeof m->frames / sizeof *m->frames) {
		m->over++;
		return false;
	}
	m->frames[m->depth++] =
		(struct gp_md_frame){ m->open, m->loose, m->n_tags, m->hidden,
		                      span };
	return true;
}

static void
pop_frame(struct gp_md *m)
{
	const struct gp_md_frame *f = &m->frames[--m->depth];

	m->open = f->before;
	m->loose = f->loose;
	m->n_tags = f->tags;
	m->hidden = f->hidden;
}

void
gp_md_pop(struct gp_md *m, bool span)
{
	gp_md_flush(m);
	if (m->over) {
		m->over--;
		return;
	}
	while (!span && m->depth && m->frames[m->depth - 1].span)
		pop_frame(m);
	if (m->depth && m->frames[m->depth - 1].span == span)
		pop_frame(m);
}

struct gp_str
gp_md_keep_attribute(struct gp_md *m, struct gp_buf *out)
{
	if (gp_str_eq(gp_buf_view(out), m->last_attribute))
		gp_buf_free(out);
	else
		m->last_attribute = gp_arena_buf(m->arena, out);
	return m->last_attribute;
}

struct gp_str
gp_md_address(struct gp_md *m, struct gp_str s)
{
	struct gp_buf out = { .max = 4 * GP_MAX_ADDRESS };

	s = gp_str_trim(s);
	if (s.n <= GP_MAX_ADDRESS)
		gp_uri_escape(s, &out);
	return gp_md_keep_attribute(m, &out);
}

/* Where a picture leads that nothing stands before in its link. */
static struct gp_str
link_round(const struct gp_md *m)
{
	const struct gp_node *link = m->open;

	return link && link->kind == GP_LINK && !link->first &&
	                       m->words.len == 0
	               ? gp_node_link(link)->target
	               : GP_STR("");
}

void
gp_md_picture(struct gp_md *m, struct gp_str target, struct gp_str alt,
              struct gp_str title)
{
	struct gp_node *n = gp_md_node(m, GP_FIGURE), *caption;
	struct gp_span at = { m->line, m->line };

	if (!n)
		return;
	n->at = at;
	n->as.figure.image = gp_md_address(m, target);
	n->as.figure.alt = gp_clean_line(m->arena, alt);
	n->as.figure.link = link_round(m);
	n->next = m->figures;
	m->figures = n;
	if (title.n == 0)
		return;
	title = gp_clean_line(m->arena, title);
	caption = gp_node_new(m->arena, GP_CAPTION, at);
	(void)gp_node_append(caption, gp_node_new_text(m->arena, title, at));
	(void)gp_node_append(n, caption);
}
