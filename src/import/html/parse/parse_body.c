/* Start tags in a body: HTML Living Standard, 13.2.6.4.7, a function for
   each kind; which tag is of which kind stands in parse_names.def.  End tags
   and text are in parse_bodyend.c; no tag of a table is known here but the
   one that begins it. */
#include "import/html/parse/parse_build.h"

static void
start_other(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	(void)gp_build_insert(b, t);
}

static void
start_html(struct gp_build *b, struct gp_html_token *t)
{
	if (!gp_open_top(b, GP_N_TEMPLATE))
		gp_build_add_attributes(b, b->open[1].node, t);
}

/* True when the second element of the stack is a body. */
static bool
has_body(const struct gp_build *b)
{
	return b->depth > 1 && b->open[2].name == GP_N_BODY &&
	       b->open[2].is_html;
}

static void
start_body(struct gp_build *b, struct gp_html_token *t)
{
	if (!has_body(b) || gp_open_top(b, GP_N_TEMPLATE))
		return;
	b->frameset_ok = false;
	gp_build_add_attributes(b, b->open[2].node, t);
}

static void
start_frameset(struct gp_build *b, struct gp_html_token *t)
{
	if (!has_body(b) || !b->frameset_ok)
		return;
	gp_build_unlink(b, b->open[2].node);
	gp_open_pop_to(b, 2);
	(void)gp_build_insert(b, t);
	b->mode = GP_MODE_FRAMESET;
}

static void
start_block(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_close_p(b);
	(void)gp_build_insert(b, t);
}

static void
start_heading(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_close_p(b);
	if (b->open[b->depth].is_html &&
	    gp_name_start(b->open[b->depth].name) == GP_START_HEADING)
		gp_open_pop(b);
	(void)gp_build_insert(b, t);
}

static void
start_pre(struct gp_build *b, struct gp_html_token *t)
{
	start_block(b, t);
	b->skip_newline = true;
	b->frameset_ok = false;
}

static void
start_form(struct gp_build *b, struct gp_html_token *t)
{
	bool in_template = gp_open_top(b, GP_N_TEMPLATE) != 0;
	uint32_t node;

	if (b->form != GP_FLAT_NONE && !in_template)
		return;
	gp_open_close_p(b);
	node = gp_build_insert(b, t);
	if (!in_template)
		b->form = node;
}

/* An open item of the same kind ends, if no other block stands between. */
static void
start_item(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = b->open[b->depth].bounds[GP_TO_ITEM];

	b->frameset_ok = false;
	if (b->open[at].is_html &&
	    gp_name_start(b->open[at].name) == gp_name_start(t->name))
		gp_open_pop_to(b, at);
	start_block(b, t);
}

static void
start_plaintext(struct gp_build *b, struct gp_html_token *t)
{
	start_block(b, t);
	gp_scan_as(&b->scan, GP_SCAN_PLAIN, GP_N_PLAINTEXT);
}

static void
start_button(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_pop_to(b, gp_open_in(b, GP_N_BUTTON, GP_IN_SCOPE));
	start_other(b, t);
	b->frameset_ok = false;
}

static void
start_format(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	gp_active_push(b, gp_build_insert(b, t));
}

static void
start_a(struct gp_build *b, struct gp_html_token *t)
{
	uint32_t open = gp_active_find(b, GP_N_A);

	if (open != GP_FLAT_NONE) {
		gp_active_adopt(b, t);
		gp_active_remove(b, open);
		b->nodes[open].is |= GP_FLAT_CLOSED;
		if (b->links[open].open)
			gp_open_remove(b, b->links[open].open);
	}
	start_format(b, t);
}

static void
start_nobr(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	if (gp_open_in(b, GP_N_NOBR, GP_IN_SCOPE))
		gp_active_adopt(b, t);
	start_format(b, t);
}

static void
start_marked(struct gp_build *b, struct gp_html_token *t)
{
	start_other(b, t);
	gp_active_mark(b);
	b->frameset_ok = false;
}

static void
start_table(struct gp_build *b, struct gp_html_token *t)
{
	if (!b->is_quirky)
		gp_open_close_p(b);
	(void)gp_build_insert(b, t);
	b->frameset_ok = false;
	b->mode = GP_MODE_TABLE;
}

static void
start_void(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	gp_build_insert_void(b, t);
	b->frameset_ok = false;
}

static void
start_input(struct gp_build *b, struct gp_html_token *t)
{
	const struct gp_flat_attr *type = gp_build_attr(b, t, GP_N_TYPE);
	bool was = b->frameset_ok;

	gp_open_pop_to(b, gp_open_in(b, GP_N_SELECT, GP_IN_SCOPE));
	start_void(b, t);
	if (type && gp_str_eq_nocase((struct gp_str){ type->value, type->size },
	                             GP_STR("hidden")))
		b->frameset_ok = was;
}

static void
start_hr(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_close_p(b);
	if (gp_open_in(b, GP_N_SELECT, GP_IN_SCOPE))
		gp_open_imply_ends(b, GP_N_NONE, false);
	gp_build_insert_void(b, t);
	b->frameset_ok = false;
}

static void
start_source(struct gp_build *b, struct gp_html_token *t)
{
	gp_build_insert_void(b, t);
}

static void
start_image(struct gp_build *b, struct gp_html_token *t)
{
	t->name = GP_N_IMG;
	gp_build_token(b, t);
}

static void
start_textarea(struct gp_build *b, struct gp_html_token *t)
{
	gp_mode_begin_text(b, t, GP_SCAN_RCDATA);
	b->skip_newline = true;
	b->frameset_ok = false;
}

static void
start_xmp(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_close_p(b);
	gp_active_reopen(b, t);
	b->frameset_ok = false;
	gp_mode_begin_text(b, t, GP_SCAN_RAWTEXT);
}

static void
start_iframe(struct gp_build *b, struct gp_html_token *t)
{
	b->frameset_ok = false;
	gp_mode_begin_text(b, t, GP_SCAN_RAWTEXT);
}

static void
start_noembed(struct gp_build *b, struct gp_html_token *t)
{
	gp_mode_begin_text(b, t, GP_SCAN_RAWTEXT);
}

static void
start_noscript(struct gp_build *b, struct gp_html_token *t)
{
	if (gp_build_hides_noscript(b))
		gp_mode_begin_text(b, t, GP_SCAN_VIEW);
	else
		start_other(b, t);
}

static void
start_select(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = gp_open_in(b, GP_N_SELECT, GP_IN_SCOPE);

	if (at) {
		gp_open_pop_to(b, at);
		return;
	}
	start_other(b, t);
	b->frameset_ok = false;
}

static void
start_option(struct gp_build *b, struct gp_html_token *t)
{
	if (gp_open_in(b, GP_N_SELECT, GP_IN_SCOPE))
		gp_open_imply_ends(b, GP_N_OPTGROUP, false);
	else if (gp_open_is(b, GP_N_OPTION))
		gp_open_pop(b);
	start_other(b, t);
}

static void
start_optgroup(struct gp_build *b, struct gp_html_token *t)
{
	if (gp_open_in(b, GP_N_SELECT, GP_IN_SCOPE))
		gp_open_imply_ends(b, GP_N_NONE, false);
	else if (gp_open_is(b, GP_N_OPTION))
		gp_open_pop(b);
	start_other(b, t);
}

static void
start_rb(struct gp_build *b, struct gp_html_token *t)
{
	if (gp_open_in(b, GP_N_RUBY, GP_IN_SCOPE))
		gp_open_imply_ends(b, GP_N_NONE, false);
	(void)gp_build_insert(b, t);
}

static void
start_rt(struct gp_build *b, struct gp_html_token *t)
{
	if (gp_open_in(b, GP_N_RUBY, GP_IN_SCOPE))
		gp_open_imply_ends(b, GP_N_RTC, false);
	(void)gp_build_insert(b, t);
}

static void
start_foreign(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	(void)gp_build_insert_foreign(
		b, t, t->name == GP_N_SVG ? GP_FLAT_SVG : GP_FLAT_MATHML);
	if (t->is_self_closing && b->failed == GP_OK)
		gp_open_pop(b);
}

static void
start_stray(struct gp_build *b, struct gp_html_token *t)
{
	(void)b;
	(void)t;
}

static gp_mode_fn *const starts[] = {
	[GP_START_OTHER] = start_other,
	[GP_START_A] = start_a,
	[GP_START_BLOCK] = start_block,
	[GP_START_BODY] = start_body,
	[GP_START_BUTTON] = start_button,
	[GP_START_DD] = start_item,
	[GP_START_FOREIGN] = start_foreign,
	[GP_START_FORM] = start_form,
	[GP_START_FORMAT] = start_format,
	[GP_START_FRAMESET] = start_frameset,
	[GP_START_HEAD] = gp_mode_head,
	[GP_START_HEADING] = start_heading,
	[GP_START_HR] = start_hr,
	[GP_START_HTML] = start_html,
	[GP_START_IFRAME] = start_iframe,
	[GP_START_IMAGE] = start_image,
	[GP_START_INPUT] = start_input,
	[GP_START_LI] = start_item,
	[GP_START_MARKED] = start_marked,
	[GP_START_NOBR] = start_nobr,
	[GP_START_NOEMBED] = start_noembed,
	[GP_START_NOSCRIPT] = start_noscript,
	[GP_START_OPTGROUP] = start_optgroup,
	[GP_START_OPTION] = start_option,
	[GP_START_PLAINTEXT] = start_plaintext,
	[GP_START_PRE] = start_pre,
	[GP_START_RB] = start_rb,
	[GP_START_RT] = start_rt,
	[GP_START_SELECT] = start_select,
	[GP_START_SOURCE] = start_source,
	[GP_START_STRAY] = start_stray,
	[GP_START_TABLE] = start_table,
	[GP_START_TEXTAREA] = start_textarea,
	[GP_START_VOID] = start_void,
	[GP_START_XMP] = start_xmp,
};

void
gp_body_start(struct gp_build *b, struct gp_html_token *t)
{
	starts[gp_name_start(t->name)](b, t);
}
