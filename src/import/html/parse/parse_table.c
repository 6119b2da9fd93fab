/* Tables: HTML Living Standard, 13.2.6.4.9 to 13.2.6.4.15, what no table may
   hold put before it.  Rows and columns are not counted here, and no span is
   read. */
#include "import/html/parse/parse_build.h"

/* ---- what the modes ask ---- */

static bool
is_row_group(unsigned name)
{
	return name == GP_N_TBODY || name == GP_N_TFOOT || name == GP_N_THEAD;
}

static bool
is_cell(unsigned name)
{
	return name == GP_N_TD || name == GP_N_TH;
}

/* Start tags that end a caption; those but <td>, <th> and <tr> end groups of
   rows, those but <td> and <th> rows, and all of them cells. */
static bool
is_part(unsigned name)
{
	return gp_name_start(name) == GP_START_STRAY && name != GP_N_HEAD &&
	       name != GP_N_FRAME;
}

static bool
is_end(const struct gp_html_token *t, unsigned name)
{
	return t->kind == GP_TOKEN_END && t->name == name;
}

/* End tags that mean nothing in a table, but for parts that stand open. */
static bool
is_idle_end(const struct gp_html_token *t)
{
	return t->kind == GP_TOKEN_END &&
	       (t->name == GP_N_BODY || t->name == GP_N_HTML ||
	        t->name == GP_N_COL || t->name == GP_N_COLGROUP ||
	        t->name == GP_N_CAPTION);
}

/* Pops up to one of those: names that are not wanted are GP_N_NONE. */
static void
clear_to(struct gp_build *b, bool rows, bool groups)
{
	for (;;) {
		unsigned name = b->open[b->depth].is_html
		                        ? b->open[b->depth].name
		                        : GP_N_NONE;

		if (name == GP_N_HTML || name == GP_N_TEMPLATE ||
		    (rows && name == GP_N_TR) ||
		    (groups && is_row_group(name)) ||
		    (!rows && !groups && name == GP_N_TABLE))
			return;
		gp_open_pop(b);
	}
}

static void
clear_to_table(struct gp_build *b)
{
	clear_to(b, false, false);
}

static void
go_on(struct gp_build *b, enum gp_mode mode, struct gp_html_token *t)
{
	b->mode = mode;
	gp_build_token(b, t);
}

/* ---- in a table ---- */

static void
insert_in(struct gp_build *b, const struct gp_html_token *t, enum gp_mode mode)
{
	clear_to_table(b);
	(void)gp_build_insert(b, t);
	b->mode = mode;
}

static void
imply_in(struct gp_build *b, struct gp_html_token *t, enum gp_name name,
         enum gp_mode mode)
{
	clear_to_table(b);
	(void)gp_build_imply(b, t, name);
	go_on(b, mode, t);
}

/* False when there is none to end. */
static bool
end_table(struct gp_build *b)
{
	unsigned at = gp_open_in(b, GP_N_TABLE, GP_IN_TABLE);

	if (!at)
		return false;
	gp_open_pop_to(b, at);
	gp_open_reset_mode(b);
	return true;
}

static bool
is_hidden_input(const struct gp_build *b, const struct gp_html_token *t)
{
	const struct gp_flat_attr *type =
		t->name == GP_N_INPUT ? gp_build_attr(b, t, GP_N_TYPE) : NULL;

	return type &&
	       gp_str_eq_nocase((struct gp_str){ type->value, type->size },
	                        GP_STR("hidden"));
}

static void
put_form(struct gp_build *b, struct gp_html_token *t)
{
	if (b->form != GP_FLAT_NONE || gp_open_top(b, GP_N_TEMPLATE))
		return;
	b->form = gp_build_insert(b, t);
	gp_open_pop(b);
}

/* What no table may hold goes before it. */
static void
foster(struct gp_build *b, struct gp_html_token *t)
{
	b->fosters = true;
	gp_mode_body(b, t);
	b->fosters = false;
}

static void
start_in_table(struct gp_build *b, struct gp_html_token *t)
{
	if (t->name == GP_N_CAPTION) {
		clear_to_table(b);
		gp_active_mark(b);
		insert_in(b, t, GP_MODE_CAPTION);
	} else if (t->name == GP_N_COLGROUP) {
		insert_in(b, t, GP_MODE_COLGROUP);
	} else if (t->name == GP_N_COL) {
		imply_in(b, t, GP_N_COLGROUP, GP_MODE_COLGROUP);
	} else if (is_row_group(t->name)) {
		insert_in(b, t, GP_MODE_TABLE_BODY);
	} else if (is_cell(t->name) || t->name == GP_N_TR) {
		imply_in(b, t, GP_N_TBODY, GP_MODE_TABLE_BODY);
	} else if (t->name == GP_N_TABLE) {
		if (end_table(b))
			gp_build_token(b, t);
	} else if (t->name == GP_N_STYLE || t->name == GP_N_SCRIPT ||
	           t->name == GP_N_TEMPLATE) {
		gp_mode_head(b, t);
	} else if (is_hidden_input(b, t)) {
		gp_build_insert_void(b, t);
	} else if (t->name == GP_N_FORM) {
		put_form(b, t);
	} else {
		foster(b, t);
	}
}

static void
end_in_table(struct gp_build *b, struct gp_html_token *t)
{
	if (t->name == GP_N_TABLE)
		(void)end_table(b);
	else if (t->name == GP_N_TEMPLATE)
		gp_mode_head(b, t);
	else if (!is_idle_end(t) && !is_row_group(t->name) &&
	         !is_cell(t->name) && t->name != GP_N_TR)
		foster(b, t);
}

static bool
is_in_table_itself(const struct gp_build *b)
{
	unsigned name = b->open[b->depth].name;

	return b->open[b->depth].is_html &&
	       (name == GP_N_TABLE || is_row_group(name) ||
	        name == GP_N_TEMPLATE || name == GP_N_TR);
}

void
gp_mode_table(struct gp_build *b, struct gp_html_token *t)
{
	switch (t->kind) {
	case GP_TOKEN_TEXT:
	case GP_TOKEN_NUL:
		if (!is_in_table_itself(b)) {
			foster(b, t);
			break;
		}
		b->back = b->mode;
		b->is_pending = b->is_pending_copied = false;
		go_on(b, GP_MODE_TABLE_TEXT, t);
		break;
	case GP_TOKEN_START:
		start_in_table(b, t);
		break;
	case GP_TOKEN_END:
		end_in_table(b, t);
		break;
	case GP_TOKEN_END_OF_FILE:
		gp_mode_body(b, t);
		break;
	case GP_TOKEN_COMMENT:
	case GP_TOKEN_DOCTYPE:
		break;
	}
}

/* ---- text in a table ---- */

/* The first piece is kept as it is, unless it must be copied or another
   comes. */
static void
keep_text(struct gp_build *b, const struct gp_html_token *t)
{
	if (!b->is_pending) {
		b->pending = *t;
		gp_buf_clear(&b->pending_text);
	}
	if (b->is_pending ? !b->is_pending_copied : t->is_copied) {
		gp_buf_str(&b->pending_text, b->pending.text);
		b->is_pending_copied = true;
	}
	if (b->is_pending)
		gp_buf_str(&b->pending_text, t->text);
	b->is_pending = true;
}

static void
put_kept(struct gp_build *b)
{
	struct gp_html_token *t = &b->pending;

	if (b->is_pending_copied)
		t->text = gp_buf_view(&b->pending_text);
	t->is_copied = b->is_pending_copied;
	if (gp_build_is_space(t->text))
		gp_build_insert_text(b, t);
	else
		foster(b, t);
}

void
gp_mode_table_text(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_NUL)
		return;
	if (t->kind == GP_TOKEN_TEXT) {
		keep_text(b, t);
		return;
	}
	if (b->is_pending)
		put_kept(b);
	go_on(b, b->back, t);
}

/* ---- in a caption, in a group of columns ---- */

static bool
end_caption(struct gp_build *b)
{
	unsigned at = gp_open_in(b, GP_N_CAPTION, GP_IN_TABLE);

	if (!at)
		return false;
	gp_open_pop_to(b, at);
	gp_active_clear(b);
	b->mode = GP_MODE_TABLE;
	return true;
}

void
gp_mode_caption(struct gp_build *b, struct gp_html_token *t)
{
	if (is_end(t, GP_N_CAPTION)) {
		(void)end_caption(b);
	} else if ((t->kind == GP_TOKEN_START && is_part(t->name)) ||
	           is_end(t, GP_N_TABLE)) {
		if (end_caption(b))
			gp_build_token(b, t);
	} else if (!(t->kind == GP_TOKEN_END && is_part(t->name)) &&
	           !is_idle_end(t)) {
		gp_mode_body(b, t);
	}
}

static bool
end_colgroup(struct gp_build *b)
{
	if (!gp_open_is(b, GP_N_COLGROUP))
		return false;
	gp_open_pop(b);
	b->mode = GP_MODE_TABLE;
	return true;
}

static bool
is_in_colgroup(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_START && t->name == GP_N_COL)
		gp_build_insert_void(b, t);
	else if (t->kind == GP_TOKEN_START && t->name == GP_N_HTML)
		gp_mode_body(b, t);
	else if ((t->kind == GP_TOKEN_START || t->kind == GP_TOKEN_END) &&
	         t->name == GP_N_TEMPLATE)
		gp_mode_head(b, t);
	else if (is_end(t, GP_N_COLGROUP))
		(void)end_colgroup(b);
	else if (t->kind == GP_TOKEN_END_OF_FILE)
		gp_mode_body(b, t);
	else
		return is_end(t, GP_N_COL) || t->kind == GP_TOKEN_COMMENT ||
		       t->kind == GP_TOKEN_DOCTYPE;
	return true;
}

void
gp_mode_colgroup(struct gp_build *b, struct gp_html_token *t)
{
	struct gp_html_token space;

	if (is_in_colgroup(b, t))
		return;
	if (t->kind == GP_TOKEN_TEXT) {
		space = gp_build_take_space(t);
		gp_build_insert_text(b, &space);
		if (t->text.n == 0)
			return;
	}
	if (end_colgroup(b))
		gp_build_token(b, t);
	else if (t->kind == GP_TOKEN_TEXT)
		gp_build_insert_spaces(b, t);
}

/* ---- in a group of rows, in a row ---- */

static void
end_row_group(struct gp_build *b)
{
	clear_to(b, false, true);
	gp_open_pop(b);
	b->mode = GP_MODE_TABLE;
}

static bool
has_row_group(const struct gp_build *b)
{
	return gp_open_in(b, GP_N_TBODY, GP_IN_TABLE) ||
	       gp_open_in(b, GP_N_THEAD, GP_IN_TABLE) ||
	       gp_open_in(b, GP_N_TFOOT, GP_IN_TABLE);
}

void
gp_mode_table_body(struct gp_build *b, struct gp_html_token *t)
{
	bool is_start = t->kind == GP_TOKEN_START;

	if (is_start && t->name == GP_N_TR) {
		clear_to(b, false, true);
		(void)gp_build_insert(b, t);
		b->mode = GP_MODE_ROW;
	} else if (is_start && is_cell(t->name)) {
		clear_to(b, false, true);
		(void)gp_build_imply(b, t, GP_N_TR);
		go_on(b, GP_MODE_ROW, t);
	} else if (t->kind == GP_TOKEN_END && is_row_group(t->name)) {
		if (gp_open_in(b, t->name, GP_IN_TABLE))
			end_row_group(b);
	} else if ((is_start && is_part(t->name)) || is_end(t, GP_N_TABLE)) {
		if (has_row_group(b)) {
			end_row_group(b);
			gp_build_token(b, t);
		}
	} else {
		gp_mode_table(b, t);
	}
}

static bool
end_row(struct gp_build *b)
{
	if (!gp_open_in(b, GP_N_TR, GP_IN_TABLE))
		return false;
	clear_to(b, true, false);
	gp_open_pop(b);
	b->mode = GP_MODE_TABLE_BODY;
	return true;
}

void
gp_mode_row(struct gp_build *b, struct gp_html_token *t)
{
	bool is_start = t->kind == GP_TOKEN_START;

	if (is_start && is_cell(t->name)) {
		clear_to(b, true, false);
		(void)gp_build_insert(b, t);
		b->mode = GP_MODE_CELL;
		gp_active_mark(b);
	} else if (is_end(t, GP_N_TR)) {
		(void)end_row(b);
	} else if ((is_start && is_part(t->name)) || is_end(t, GP_N_TABLE) ||
	           (t->kind == GP_TOKEN_END && is_row_group(t->name) &&
	            gp_open_in(b, t->name, GP_IN_TABLE))) {
		if (end_row(b))
			gp_build_token(b, t);
	} else {
		gp_mode_table(b, t);
	}
}

/* ---- in a cell ---- */

static void
close_cell(struct gp_build *b)
{
	unsigned td = gp_open_in(b, GP_N_TD, GP_IN_TABLE);
	unsigned th = gp_open_in(b, GP_N_TH, GP_IN_TABLE);

	gp_open_pop_to(b, td > th ? td : th);
	gp_active_clear(b);
	b->mode = GP_MODE_ROW;
}

static bool
has_cell(const struct gp_build *b)
{
	return gp_open_in(b, GP_N_TD, GP_IN_TABLE) ||
	       gp_open_in(b, GP_N_TH, GP_IN_TABLE);
}

static void
end_in_cell(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at = gp_open_in(b, t->name, GP_IN_TABLE);

	if (is_cell(t->name)) {
		if (!at)
			return;
		gp_open_pop_to(b, at);
		gp_active_clear(b);
		b->mode = GP_MODE_ROW;
	} else if (t->name == GP_N_TABLE || t->name == GP_N_TR ||
	           is_row_group(t->name)) {
		if (!at)
			return;
		close_cell(b);
		gp_build_token(b, t);
	} else if (!is_idle_end(t)) {
		gp_mode_body(b, t);
	}
}

void
gp_mode_cell(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_END) {
		end_in_cell(b, t);
	} else if (t->kind == GP_TOKEN_START && is_part(t->name)) {
		if (!has_cell(b))
			return;
		close_cell(b);
		gp_build_token(b, t);
	} else {
		gp_mode_body(b, t);
	}
}
