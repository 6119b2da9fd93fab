/* Bodies: their end tags, their text, and what comes behind them.  HTML
   Living Standard, 13.2.6.4.7, .8, .18 and .19 to .24.  What a start tag
   makes is not known here. */
#include "import/html/parse/parse_build.h"

/* ---- end tags ---- */

static void
end_other(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_end(b, t->name);
}

static void
end_block(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_pop_to(b, gp_open_in(b, t->name, GP_IN_SCOPE));
}

static void
end_body(struct gp_build *b, struct gp_html_token *t)
{
	(void)t;
	if (gp_open_in(b, GP_N_BODY, GP_IN_SCOPE))
		b->mode = GP_MODE_AFTER_BODY;
}

static void
end_html(struct gp_build *b, struct gp_html_token *t)
{
	if (!gp_open_in(b, GP_N_BODY, GP_IN_SCOPE))
		return;
	b->mode = GP_MODE_AFTER_BODY;
	gp_build_token(b, t);
}

/* Only the form itself ends: what is open in it stays open, and then it holds
   what follows. */
static void
end_form(struct gp_build *b, struct gp_html_token *t)
{
	uint32_t form = b->form;
	unsigned at;

	if (gp_open_top(b, GP_N_TEMPLATE)) {
		end_block(b, t);
		return;
	}
	b->form = GP_FLAT_NONE;
	at = form == GP_FLAT_NONE ? 0 : b->links[form].open;
	if (at == 0 || at < b->open[b->depth].bounds[GP_IN_SCOPE])
		return;
	gp_open_imply_ends(b, GP_N_NONE, false);
	if (at == b->depth)
		gp_open_pop(b);
	else
		gp_open_remove(b, at);
}

static void
end_p(struct gp_build *b, struct gp_html_token *t)
{
	if (!gp_open_in(b, GP_N_P, GP_IN_BUTTON))
		(void)gp_build_imply(b, t, GP_N_P);
	gp_open_close_p(b);
}

static void
end_li(struct gp_build *b, struct gp_html_token *t)
{
	gp_open_pop_to(b, gp_open_in(b, t->name, GP_IN_LIST));
}

static void
end_heading(struct gp_build *b, struct gp_html_token *t)
{
	unsigned name, at, top = 0;

	(void)t;
	for (name = GP_N_H1; name <= GP_N_H6; name++) {
		at = gp_open_in(b, name, GP_IN_SCOPE);
		top = at > top ? at : top;
	}
	gp_open_pop_to(b, top);
}

static void
end_format(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_adopt(b, t);
}

static void
end_marked(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = gp_open_in(b, t->name, GP_IN_SCOPE);

	if (!at)
		return;
	gp_open_pop_to(b, at);
	gp_active_clear(b);
}

static void
end_br(struct gp_build *b, struct gp_html_token *t)
{
	struct gp_html_token tag = { .kind = GP_TOKEN_START,
		                     .name = GP_N_BR,
		                     .at = t->at,
		                     .line = b->scan.line };

	gp_body_start(b, &tag);
}

static gp_mode_fn *const ends[] = {
	[GP_END_OTHER] = end_other,       [GP_END_BLOCK] = end_block,
	[GP_END_BODY] = end_body,         [GP_END_BR] = end_br,
	[GP_END_DD] = end_block,          [GP_END_FORM] = end_form,
	[GP_END_FORMAT] = end_format,     [GP_END_HEADING] = end_heading,
	[GP_END_HTML] = end_html,         [GP_END_LI] = end_li,
	[GP_END_MARKED] = end_marked,     [GP_END_P] = end_p,
	[GP_END_TEMPLATE] = gp_mode_head,
};

void
gp_body_end(struct gp_build *b, struct gp_html_token *t)
{
	ends[gp_name_end(t->name)](b, t);
}

/* ---- in a body ---- */

static void
put_text(struct gp_build *b, struct gp_html_token *t)
{
	gp_active_reopen(b, t);
	gp_build_insert_text(b, t);
	if (b->frameset_ok && !gp_build_is_space(t->text))
		b->frameset_ok = false;
}

void
gp_mode_body(struct gp_build *b, struct gp_html_token *t)
{
	switch (t->kind) {
	case GP_TOKEN_TEXT:
		put_text(b, t);
		break;
	case GP_TOKEN_START:
		gp_body_start(b, t);
		break;
	case GP_TOKEN_END:
		gp_body_end(b, t);
		break;
	case GP_TOKEN_END_OF_FILE:
		if (b->n_templates)
			gp_mode_template(b, t);
		else
			b->is_done = true;
		break;
	case GP_TOKEN_NUL:
	case GP_TOKEN_COMMENT:
	case GP_TOKEN_DOCTYPE:
		break;
	}
}

/* In a script, a style, a title and the like. */
void
gp_mode_text(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_TEXT) {
		gp_build_insert_text(b, t);
		return;
	}
	gp_open_pop(b);
	b->mode = b->back;
	if (t->kind == GP_TOKEN_END_OF_FILE)
		gp_build_token(b, t);
}

/* ---- in a template ---- */

static void
end_in_template(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = gp_open_top(b, GP_N_TEMPLATE);

	if (!at) {
		b->is_done = true;
		return;
	}
	gp_open_pop_to(b, at);
	gp_active_clear(b);
	b->n_templates--;
	gp_open_reset_mode(b);
	gp_build_token(b, t);
}

static enum gp_mode
mode_in_template(unsigned name)
{
	switch (name) {
	case GP_N_CAPTION:
	case GP_N_COLGROUP:
	case GP_N_TBODY:
	case GP_N_TFOOT:
	case GP_N_THEAD:
		return GP_MODE_TABLE;
	case GP_N_COL:
		return GP_MODE_COLGROUP;
	case GP_N_TR:
		return GP_MODE_TABLE_BODY;
	case GP_N_TD:
	case GP_N_TH:
		return GP_MODE_ROW;
	default:
		return GP_MODE_BODY;
	}
}

void
gp_mode_template(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_END_OF_FILE) {
		end_in_template(b, t);
	} else if (t->kind == GP_TOKEN_START &&
	           gp_name_start(t->name) != GP_START_HEAD) {
		b->mode = mode_in_template(t->name);
		b->templates[b->n_templates - 1] = (unsigned char)b->mode;
		gp_build_token(b, t);
	} else if (t->kind == GP_TOKEN_START || t->kind == GP_TOKEN_END) {
		if (t->kind == GP_TOKEN_START || t->name == GP_N_TEMPLATE)
			gp_mode_head(b, t);
	} else {
		gp_mode_body(b, t);
	}
}

/* ---- behind a body ---- */

/* Gives white space, comments, <html> and the file's end to the rules of a
   body; true when nothing is left. */
static bool
is_after(struct gp_build *b, struct gp_html_token *t)
{
	struct gp_html_token space;

	if (t->kind == GP_TOKEN_TEXT) {
		space = gp_build_take_space(t);
		if (space.text.n)
			gp_mode_body(b, &space);
		return t->text.n == 0;
	}
	if (t->kind == GP_TOKEN_START && t->name != GP_N_HTML)
		return false;
	if (t->kind == GP_TOKEN_END || t->kind == GP_TOKEN_NUL)
		return false;
	if (t->kind == GP_TOKEN_END_OF_FILE)
		b->is_done = true;
	else
		gp_mode_body(b, t);
	return true;
}

void
gp_mode_after_body(struct gp_build *b, struct gp_html_token *t)
{
	if (is_after(b, t))
		return;
	if (t->kind == GP_TOKEN_END && t->name == GP_N_HTML) {
		if (!b->is_fragment)
			b->mode = GP_MODE_AFTER_AFTER_BODY;
		return;
	}
	b->mode = GP_MODE_BODY;
	gp_build_token(b, t);
}

void
gp_mode_after_after_body(struct gp_build *b, struct gp_html_token *t)
{
	if (is_after(b, t))
		return;
	b->mode = GP_MODE_BODY;
	gp_build_token(b, t);
}

/* ---- framesets ---- */

/* What all three modes have in common; true when it was that. */
static bool
is_round_frames(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_START && t->name == GP_N_HTML)
		gp_mode_body(b, t);
	else if (t->kind == GP_TOKEN_START && t->name == GP_N_NOFRAMES)
		gp_mode_head(b, t);
	else if (t->kind == GP_TOKEN_END_OF_FILE)
		b->is_done = true;
	else
		return false;
	return true;
}

void
gp_mode_frameset(struct gp_build *b, struct gp_html_token *t)
{
	bool is_set = t->name == GP_N_FRAMESET;

	if (is_round_frames(b, t))
		return;
	if (t->kind == GP_TOKEN_TEXT) {
		gp_build_insert_spaces(b, t);
	} else if (t->kind == GP_TOKEN_START && is_set) {
		(void)gp_build_insert(b, t);
	} else if (t->kind == GP_TOKEN_START && t->name == GP_N_FRAME) {
		gp_build_insert_void(b, t);
	} else if (t->kind == GP_TOKEN_END && is_set && b->depth > 1) {
		gp_open_pop(b);
		if (!gp_open_is(b, GP_N_FRAMESET))
			b->mode = GP_MODE_AFTER_FRAMESET;
	}
}

void
gp_mode_after_frameset(struct gp_build *b, struct gp_html_token *t)
{
	if (is_round_frames(b, t))
		return;
	if (t->kind == GP_TOKEN_TEXT)
		gp_build_insert_spaces(b, t);
	else if (t->kind == GP_TOKEN_END && t->name == GP_N_HTML)
		b->mode = GP_MODE_AFTER_AFTER_FRAMESET;
}

void
gp_mode_after_after_frameset(struct gp_build *b, struct gp_html_token *t)
{
	if (is_round_frames(b, t))
		return;
	if (t->kind == GP_TOKEN_TEXT)
		gp_build_insert_spaces(b, t);
}
