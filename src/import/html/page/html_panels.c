/*
 * Hidden parts of a page that its reader can open: what a toggle says that it
 * controls (aria-controls: WAI-ARIA Authoring Practices, disclosure, accordion
 * and tabs), and what says of itself that a tab shows it (role=tabpanel), when
 * there is text or code in it that is worth opening.  The toggle's own
 * words are then a heading or a question, no link and no button; so are those
 * of a button that is all of a heading.  Menus,
 * dialogues and what opens by script alone are not known here.
 */
#include "import/html/page/html_page.h"

#include "base/map.h"

enum {
	WORDS_OF_PROSE = 6, /* in texts of some length, no link */
	HEADING_PARTS = 30, /* elements and texts in a heading */
};

/* What is known of an id: whether it is one of a panel with text. */
struct panel {
	bool has_text;
};

/* ---- what toggles name ---- */

static void
note_ids(const struct gp_html_page *p, unsigned i, struct gp_map *panels)
{
	struct gp_str list = gp_flat_attr(p->flat, i, GP_N_ARIA_CONTROLS), id;

	while (gp_str_word(&list, &id))
		if (!gp_map_find(panels, id))
			gp_map_put(
				panels, id,
				gp_arena_alloc(p->arena, sizeof(struct panel)));
}

static bool
is_toggle(const struct gp_html_page *p, unsigned i, const struct gp_map *panels)
{
	struct gp_str list = gp_flat_attr(p->flat, i, GP_N_ARIA_CONTROLS), id;
	const struct panel *panel;

	while (gp_str_word(&list, &id)) {
		panel = gp_map_find(panels, id);
		if (panel && panel->has_text)
			return true;
	}
	return false;
}

/* ---- what they control ---- */

/* A panel of code has often no sentence, and is what its page is for. */
static unsigned
prose_of(const struct gp_html_item *item)
{
	return item->el == GP_EL_PRE ? WORDS_OF_PROSE : item->prose;
}

/* before[i]: running text or code before item `i` that is no link. */
static unsigned *
count_prose(const struct gp_html_page *p)
{
	unsigned *before =
		gp_arena_array(p->arena, p->n_items + 1, sizeof *before);
	unsigned i, link_end = 0;

	for (i = p->root; before && i < p->n_items; i++) {
		const struct gp_html_item *item = &p->items[i];

		if (item->is_link && item->end > link_end)
			link_end = item->end;
		before[i + 1] = before[i];
		if (i >= link_end)
			before[i + 1] += prose_of(item);
	}
	return before;
}

static bool
is_tab_panel(const struct gp_html_page *p, unsigned i)
{
	return gp_str_eq(gp_flat_attr(p->flat, i, GP_N_ROLE),
	                 GP_STR("tabpanel"));
}

static void
open_panels(struct gp_html_page *p, const struct gp_map *panels)
{
	const unsigned *before = count_prose(p);
	struct panel *panel;
	unsigned i;

	for (i = p->root; before && i < p->n_items; i++) {
		struct gp_html_item *item = &p->items[i];

		if (item->is_text || gp_el_is((enum gp_el)item->el) &
		                             (GP_EL_UNSEEN | GP_EL_WIDGET))
			continue;
		panel = gp_map_find(panels, gp_flat_attr(p->flat, i, GP_N_ID));
		if ((!panel && !is_tab_panel(p, i)) ||
		    before[item->end] - before[i] < WORDS_OF_PROSE)
			continue;
		if (panel)
			panel->has_text = true;
		item->is_skipped = item->is_hidden = false;
	}
}

/* ---- buttons that are headings ---- */

static bool
may_hold_button(unsigned char el)
{
	return gp_html_is_heading(el) || el == GP_EL_DT || el == GP_EL_SUMMARY;
}

/* The button in heading `i`, when it holds all words there; or GP_NO_ITEM. */
static unsigned
button_of(const struct gp_html_page *p, unsigned i)
{
	unsigned k = i + 1, end = p->items[i].end, found = GP_NO_ITEM;

	if (end - i > HEADING_PARTS)
		return found;
	while (k < end) {
		if (p->items[k].is_text && p->items[k].bytes)
			return GP_NO_ITEM;
		if (p->items[k].el == GP_EL_BUTTON && !p->items[k].is_hidden)
			found = k;
		k = k == found ? p->items[k].end : k + 1;
	}
	return found;
}

void
gp_html_open_panels(struct gp_html_page *p)
{
	struct gp_map panels = { .arena = p->arena };
	unsigned i, button;

	for (i = p->root; i < p->n_items; i++) {
		button = may_hold_button(p->items[i].el) ? button_of(p, i)
		                                         : GP_NO_ITEM;
		if (button != GP_NO_ITEM)
			p->items[button].is_skipped = false;
	}
	for (i = p->root; i < p->n_items; i++)
		if (!p->items[i].is_text)
			note_ids(p, i, &panels);
	open_panels(p, &panels);
	for (i = p->root; i < p->n_items; i++)
		if (is_toggle(p, i, &panels))
			p->items[i].is_link = p->items[i].is_skipped = false;
}
