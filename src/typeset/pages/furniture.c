/* Furniture: the running head, the page number and the marking of each page,
   cut where they are too long.  Nothing of what stands between
   them is known here. */
#include "base/utf8.h"
#include "typeset/pages/layout_steps.h"

#include <string.h>

/* Shares of a running head in percent; what is left parts them. */
enum { HEAD_SECTION = 34, HEAD_TITLE = 62, FOOT_TITLE = 75, WHOLE = 100 };

/* Bytes of a line of furniture that are looked at. */
enum { MOST_WORDS = 2000 };

static void
furnish(const struct gp_furniture *u, enum gp_role role, uint32_t element,
        struct gp_str words, enum gp_late_side side, struct gp_line_at *at)
{
	struct gp_voice voice =
		gp_voice_of(&u->l->flow->style->roles[role], element);

	if (words.n == 0)
		return;
	at->page = u->page;
	at->artifact = element == GP_NONE;
	gp_set_late(u->l, role, &voice, words, side, at);
}

/* The words as lines of that width; no more than any line holds, so that a page
   costs the same whatever stands in its head. */
static struct gp_cell
broken(struct gp_layout *l, enum gp_role role, struct gp_str words,
       gp_len width)
{
	struct gp_voice voice =
		gp_voice_of(&l->flow->style->roles[role], GP_NONE);
	struct gp_cell cell;

	gp_flow_begin(l->flow, role, 0);
	gp_para_add(&l->flow->text, &voice, gp_utf8_first(words, MOST_WORDS));
	cell = gp_flow_cell(l->flow, 0);
	cell.width = width;
	gp_layout_cell(l, &cell);
	return cell;
}

/* `words` cut at a space so that they fit, with an ellipsis. */
static struct gp_str
fitting(struct gp_layout *l, enum gp_role role, struct gp_str words,
        gp_len width)
{
	gp_len size = l->flow->style->roles[role].size;
	struct gp_cell cell;
	struct gp_str cut;

	cell = broken(l, role, words, width);
	if (cell.para && cell.n_lines == 1)
		return cell.para->text;
	/* Less, for the ellipsis. */
	width -= size > 10 * GP_PT ? size : 10 * GP_PT;
	cell = broken(l, role, words, width);
	if (!cell.para || cell.n_lines == 0)
		return GP_STR("");
	cut = gp_str_sub(cell.para->text, 0, cell.lines[0].to);
	while (cut.n && strchr(" ,;:.-", cut.p[cut.n - 1]))
		cut.n--;
	return gp_arena_printf(l->arena, "%.*s\xE2\x80\xA6", GP_ARG(cut));
}

static void
set_markings(const struct gp_furniture *u)
{
	const struct gp_flow *f = u->l->flow;
	const struct gp_style *s = f->style;
	struct gp_line_at at = { .x = 0, .width = s->width };

	at.y = s->marking;
	at.kind = GP_ARTIFACT_HEADER;
	furnish(u, GP_ROLE_MARKING, u->page == 0 ? f->marking_element : GP_NONE,
	        f->marking, GP_LATE_AS_ROLE, &at);
	at = (struct gp_line_at){ .width = s->width };
	at.y = s->height - s->marking;
	at.kind = GP_ARTIFACT_FOOTER;
	furnish(u, GP_ROLE_MARKING, GP_NONE, f->marking, GP_LATE_AS_ROLE, &at);
}

/* What begins a line of furniture stands where lines of the pack begin, and
   what ends it at the other edge: the page number at the outer one. */
static enum gp_late_side
edge(const struct gp_furniture *u, bool ends)
{
	bool rtl = gp_labels_rtl(u->l->flow->pack->labels);

	return ends == rtl ? GP_LATE_LEFT : GP_LATE_RIGHT;
}

/* Words at an edge of a line of furniture, cut where they take more than that
   share of it, in percent. */
static void
set_share(const struct gp_furniture *u, enum gp_role role, struct gp_str words,
          gp_len share, bool ends, struct gp_line_at *at)
{
	const struct gp_style *s = u->l->flow->style;
	gp_len measure = gp_style_measure(s);

	words = fitting(u->l, role, words, measure / 100 * share);
	at->x = s->left;
	at->width = measure;
	furnish(u, role, GP_NONE, words, edge(u, ends), at);
}

/* The section first and the title at the end, each cut where it is too long; a
   title without a section first. */
static void
set_head_words(const struct gp_furniture *u, const struct gp_head *head)
{
	struct gp_line_at at = { .y = u->l->flow->style->head,
		                 .kind = GP_ARTIFACT_HEADER };

	if (head->section.n == 0) {
		set_share(u, GP_ROLE_RUNNING_HEAD, head->title, WHOLE, false,
		          &at);
		return;
	}
	set_share(u, GP_ROLE_RUNNING_HEAD, head->section, HEAD_SECTION, false,
	          &at);
	set_share(u, GP_ROLE_RUNNING_HEAD, head->title, HEAD_TITLE, true, &at);
}

/* What stands on a page that goes on from the one before; before the articles
   that is the pack. */
static void
set_head(const struct gp_furniture *u, uint32_t title)
{
	const struct gp_flow *f = u->l->flow;
	const struct gp_style *s = f->style;
	gp_len drop = s->roles[GP_ROLE_RUNNING_HEAD].size / 5 * 2;
	struct gp_head pack = { f->pack_title, GP_STR("") };

	set_head_words(u, title == GP_NONE ? &pack : &f->titles[title]);
	if (drop < 5 * GP_PT)
		drop = 5 * GP_PT;
	gp_layout_fill(u->l, &(struct gp_fill){ s->left, s->head + drop,
	                                        gp_style_measure(s), s->rule,
	                                        s->line, 0 });
}

/* "3 of 12" */
static struct gp_str
page_of(const struct gp_furniture *u, struct gp_str number)
{
	const struct gp_flow *f = u->l->flow;
	const struct gp_hole holes[] = {
		{ "n", number },
		{ "all", gp_arena_printf(u->l->arena, "%u", u->body_pages) },
	};
	struct gp_buf out = { .max = 0 };

	gp_word_fill(f->pack->labels, GP_W_PAGE_OF, holes,
	             sizeof holes / sizeof *holes, &out);
	return gp_arena_buf(u->l->arena, &out);
}

/* The page number, and under an article the title of the pack. */
static void
set_foot(const struct gp_furniture *u, uint32_t title)
{
	const struct gp_style *s = u->l->flow->style;
	const struct gp_page *page = &u->l->pages[u->page];
	gp_len measure = gp_style_measure(s);
	char number[32];
	struct gp_line_at at = { .y = s->height - s->foot,
		                 .kind = GP_ARTIFACT_FOOTER };

	if (title != GP_NONE)
		set_share(u, GP_ROLE_FOLIO, u->l->flow->pack_title, FOOT_TITLE,
		          false, &at);
	at.x = s->left;
	at.width = measure;
	gp_page_print(page, number);
	furnish(u, GP_ROLE_FOLIO, GP_NONE,
	        page->body ? page_of(u, gp_str(number)) : gp_str(number),
	        edge(u, true), &at);
}

void
gp_set_furniture(const struct gp_furniture *u, uint32_t title, bool opens)
{
	set_markings(u);
	if (u->page == 0)
		return;
	if (!opens)
		set_head(u, title);
	set_foot(u, title);
}
