/* The tree builder's loop and its table of modes: HTML Living Standard,
   13.2.6.  It does not know what a token does: that is known to the modes. */
#include "import/html/parse/parse_shadow.h"
#include "import/html/parse/parse_stream.h"

static gp_mode_fn *const modes[GP_MODES] = {
	[GP_MODE_INITIAL] = gp_mode_initial,
	[GP_MODE_BEFORE_HTML] = gp_mode_before_html,
	[GP_MODE_BEFORE_HEAD] = gp_mode_before_head,
	[GP_MODE_HEAD] = gp_mode_head,
	[GP_MODE_HEAD_NOSCRIPT] = gp_mode_head_noscript,
	[GP_MODE_AFTER_HEAD] = gp_mode_after_head,
	[GP_MODE_BODY] = gp_mode_body,
	[GP_MODE_TEXT] = gp_mode_text,
	[GP_MODE_TABLE] = gp_mode_table,
	[GP_MODE_TABLE_TEXT] = gp_mode_table_text,
	[GP_MODE_CAPTION] = gp_mode_caption,
	[GP_MODE_COLGROUP] = gp_mode_colgroup,
	[GP_MODE_TABLE_BODY] = gp_mode_table_body,
	[GP_MODE_ROW] = gp_mode_row,
	[GP_MODE_CELL] = gp_mode_cell,
	[GP_MODE_TEMPLATE] = gp_mode_template,
	[GP_MODE_AFTER_BODY] = gp_mode_after_body,
	[GP_MODE_FRAMESET] = gp_mode_frameset,
	[GP_MODE_AFTER_FRAMESET] = gp_mode_after_frameset,
	[GP_MODE_AFTER_AFTER_BODY] = gp_mode_after_after_body,
	[GP_MODE_AFTER_AFTER_FRAMESET] = gp_mode_after_after_frameset,
};

/* ---- the loop ---- */

/* A line end right behind <pre> or <textarea> is no part of it. */
static void
skip_newline(struct gp_build *b, struct gp_html_token *t)
{
	b->skip_newline = false;
	if (t->kind != GP_TOKEN_TEXT || t->text.p[0] != '\n')
		return;
	t->text = gp_str_sub(t->text, 1, t->text.n);
	t->at++;
	t->line++;
}

/* What no element took needs no room; <html> and <body> see to it that what
   is added to the first of them stays. */
static void
forget_attributes(struct gp_build *b, const struct gp_html_token *t,
                  uint32_t had)
{
	if (t->kind == GP_TOKEN_START && t->n && b->n == had &&
	    t->name != GP_N_HTML && t->name != GP_N_BODY &&
	    b->scan.n_attributes == t->first + t->n)
		b->scan.n_attributes = t->first;
}

static void
read_token(struct gp_build *b)
{
	struct gp_html_token t;
	uint32_t had = b->n;

	b->scan.is_foreign = b->depth > 0 && !b->open[b->depth].is_html;
	gp_scan_next(&b->scan, &t);
	b->tag = t.kind == GP_TOKEN_START || t.kind == GP_TOKEN_END ? t.name
	                                                            : GP_N_NONE;
	if (b->skip_newline)
		skip_newline(b, &t);
	if (t.kind == GP_TOKEN_TEXT && t.text.n == 0)
		return;
	if (!gp_open_melt(b, &t))
		gp_build_token(b, &t);
	forget_attributes(b, &t, had);
}

/* There is room for the first node before there is any. */
static bool
begin(struct gp_build *b)
{
	struct gp_html_token none = { .kind = GP_TOKEN_START, .line = 1 };

	b->head = b->form = GP_FLAT_NONE;
	b->frameset_ok = true;
	b->melt_time = 1;
	if (!gp_build_grow(b) || !b->is_fragment)
		return b->failed == GP_OK;
	none.name = GP_N_HTML;
	gp_open_push(b, gp_build_make(b, &none, GP_FLAT_HTML));
	b->nodes[0].is |= GP_FLAT_IMPLIED;
	b->mode = GP_MODE_BODY;
	return true;
}

static bool
run(struct gp_build *b, struct gp_flat *d, bool as_they_stand, struct gp_err *e)
{
	b->is_done = !begin(b);
	while (!b->is_done && b->failed == GP_OK && gp_arena_ok(b->arena, e) &&
	       gp_arena_ok(b->scratch, e))
		read_token(b);
	if (b->failed == GP_OK && b->has_places && !as_they_stand)
		gp_stream_settle(b);
	if (b->failed == GP_OK && b->has_shadows && !as_they_stand)
		gp_build_flatten_shadows(b);
	if (!gp_arena_ok(b->arena, e) || !gp_arena_ok(b->scratch, e) ||
	    !gp_buf_ok(&b->scan.text, e) || !gp_buf_ok(&b->pending_text, e))
		return false;
	if (b->failed == GP_LIMIT)
		return gp_fail(e, GP_LIMIT, "%s", b->why);
	if (b->failed != GP_OK || !gp_build_finish(b, d))
		return gp_fail(e, GP_NOMEM, "out of memory");
	return true;
}

/* The builder is too large for a stack. */
static bool
parse(struct gp_str source, const struct gp_flat_options *options,
      struct gp_arena *arena, struct gp_arena *scratch, struct gp_flat *d,
      struct gp_err *e)
{
	struct gp_build *b = gp_arena_alloc(scratch, sizeof *b);
	bool is_good;

	if (!d || !b || !gp_scan_init(&b->scan, source, arena, scratch))
		return gp_arena_ok(arena, e) && gp_arena_ok(scratch, e) &&
		       gp_fail(e, GP_NOMEM, "out of memory");
	b->modes = modes;
	b->foreign = gp_mode_foreign;
	b->arena = arena;
	b->scratch = scratch;
	b->is_fragment = options->is_fragment;
	b->is_scripted = options->is_scripted;
	is_good = run(b, d, options->keep_templates, e);
	gp_scan_free(&b->scan);
	gp_buf_free(&b->pending_text);
	return is_good;
}

bool
gp_flat_parse(struct gp_str source, const struct gp_flat_options *options,
              struct gp_arena *arena, struct gp_flat **out, struct gp_err *e)
{
	static const struct gp_flat_options usual = { .is_fragment = false };
	struct gp_arena *scratch;
	struct gp_flat *d;
	bool is_good;

	if (source.n > GP_MAX_HTML_BYTES)
		return gp_fail(e, GP_LIMIT,
		               "has more than %zu MiB; a page may not",
		               GP_MAX_HTML_BYTES >> 20);
	scratch = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!scratch)
		return gp_fail(e, GP_NOMEM, "out of memory");
	d = gp_arena_alloc(arena, sizeof *d);
	is_good =
		parse(source, options ? options : &usual, arena, scratch, d, e);
	gp_arena_free(scratch);
	if (is_good)
		*out = d;
	return is_good;
}
