/*
 * Hidden parts of a page that its reader can open: what a toggle says that it
 * controls (aria-controls: WAI-ARIA Authoring Practices, disclosure, accordion
 * and tabs; data-target and its like: Bootstrap, collapse and tabs), and what
 * says of itself that a tab shows it (role=tabpanel), when there is text or
 * code in it that is worth opening.  The toggle's own words are then a heading
 * or a question, no link and no button; so are those of a button that is all of
 * a heading.  Menus, dialogues and what opens by script alone are not known
 * here.
 */
#include "import/html/page/html_page.h"

#include "base/map.h"

enum {
	WORDS_OF_PROSE = 6, /* in texts of some length, no link */
	TAB_WORDS = 4,      /* of a panel without a link */
	HEADING_PARTS = 30, /* elements and texts in a heading */
};

/* What is known of an id: whether it is one of a panel with text. */
struct panel {
	bool has_text;
};

/* ---- what toggles name ---- */

static struct gp_str
first_of(const struct gp_html_page *p, unsigned i, enum gp_name a,
         enum gp_name b)
{
	struct gp_str s = gp_str_trim(gp_flat_attr(p->flat, i, a));

	return s.n ? s : gp_str_trim(gp_flat_attr(p->flat, i, b));
}

/* "#id" as a script reads it, of a toggle that opens what stands in the page:
   no dialogue and no menu. */
static struct gp_str
target_of(const struct gp_html_page *p, unsigned i)
{
	static const char *const opening[] = { "collapse", "tab", "pill",
		                               NULL };
	struct gp_str how =
		first_of(p, i, GP_N_DATA_BS_TOGGLE, GP_N_DATA_TOGGLE);
	struct gp_str s = first_of(p, i, GP_N_DATA_BS_TARGET, GP_N_DATA_TARGET);

	if (how.n > 0 && !gp_str_among(how, opening))
		return GP_STR("");
	if (s.n == 0 &&
	    (how.n > 0 || gp_flat_has_attr(p->flat, i, GP_N_ARIA_EXPANDED)))
		s = gp_str_trim(gp_flat_attr(p->flat, i, GP_N_HREF));
	return s.n > 1 && s.p[0] == '#' ? gp_str_sub(s, 1, s.n) : GP_STR("");
}

/* Few elements have an attribute of a toggle. */
static bool
may_control(const struct gp_html_page *p, unsigned i)
{
	size_t n, k;
	const struct gp_flat_attr *a = gp_flat_attributes(p->flat, i, &n);

	for (k = 0; k < n; k++)
		switch (a[k].name) {
		case GP_N_ARIA_CONTROLS:
		case GP_N_ARIA_EXPANDED:
		case GP_N_DATA_BS_TARGET:
		case GP_N_DATA_BS_TOGGLE:
		case GP_N_DATA_TARGET:
		case GP_N_DATA_TOGGLE:
			return true;
		default:
			break;
		}
	return false;
}

/* The ids that element `i` names as what it controls, parted by blanks. */
static struct gp_str
controls_of(const struct gp_html_page *p, unsigned i)
{
	struct gp_str s;

	if (!may_control(p, i))
		return GP_STR("");
	s = gp_flat_attr(p->flat, i, GP_N_ARIA_CONTROLS);
	return s.n ? s : target_of(p, i);
}

static void
note_ids(const struct gp_html_page *p, unsigned i, struct gp_map *panels)
{
	struct gp_str list = controls_of(p, i), id;

	while (gp_str_word(&list, &id))
		if (!gp_map_find(panels, id))
			gp_map_put(
				panels, id,
				gp_arena_alloc(p->arena, sizeof(struct panel)));
}

static bool
is_toggle(const struct gp_html_page *p, unsigned i, const struct gp_map *panels)
{
	struct gp_str list = controls_of(p, i), id;
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

/* What stands before an item that is no link, and how many links do. */
struct before {
	unsigned prose, words, links; /* prose: running text or code */
};

static struct before *
count_before(const struct gp_html_page *p)
{
	struct before *before =
		gp_arena_array(p->arena, p->n_items + 1, sizeof *before);
	unsigned i, link_end = 0;

	for (i = p->root; before && i < p->n_items; i++) {
		const struct gp_html_item *item = &p->items[i];

		if (item->is_link && item->end > link_end)
			link_end = item->end;
		before[i + 1] = before[i];
		before[i + 1].links += item->is_link;
		if (i < link_end)
			continue;
		before[i + 1].prose += prose_of(item);
		before[i + 1].words += item->is_text ? item->words : 0;
	}
	return before;
}

static bool
is_tab_panel(const struct gp_html_page *p, unsigned i)
{
	return gp_str_eq(gp_flat_attr(p->flat, i, GP_N_ROLE),
	                 GP_STR("tabpanel"));
}

/* Running text; of a tab, a few words that lead nowhere will do. */
static bool
is_worth_opening(const struct gp_html_page *p, const struct before *before,
                 unsigned i)
{
	const struct before *from = &before[i], *to = &before[p->items[i].end];

	if (to->prose - from->prose >= WORDS_OF_PROSE)
		return true;
	return is_tab_panel(p, i) && to->links == from->links &&
	       to->words - from->words >= TAB_WORDS;
}

static void
open_panels(struct gp_html_page *p, const struct gp_map *panels)
{
	const struct before *before = count_before(p);
	struct panel *panel;
	unsigned i;

	for (i = p->root; before && i < p->n_items; i++) {
		struct gp_html_item *item = &p->items[i];

		if (item->is_text || gp_el_is((enum gp_el)item->el) &
		                             (GP_EL_UNSEEN | GP_EL_WIDGET))
			continue;
		panel = gp_map_find(panels, gp_flat_attr(p->flat, i, GP_N_ID));
		if ((!panel && !is_tab_panel(p, i)) ||
		    !is_worth_opening(p, before, i))
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
