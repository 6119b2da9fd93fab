/* The insertion modes before a body: HTML Living Standard, 13.2.6.4.1 to
   13.2.6.4.6, and templates, which belong to the rules of a head.  What a
   head says is read by others, from the tree. */
#include "import/html/parse/parse_stream.h"

static bool
is_start(const struct gp_html_token *t, enum gp_name name)
{
	return t->kind == GP_TOKEN_START && t->name == name;
}

/* Goes on with the same token in another mode. */
static void
go_on(struct gp_build *b, enum gp_mode mode, struct gp_html_token *t)
{
	b->mode = mode;
	gp_build_token(b, t);
}

/* End tags that make what is missing; the others are passed over. */
static bool
is_idle_end(const struct gp_html_token *t)
{
	return t->kind == GP_TOKEN_END && t->name != GP_N_HEAD &&
	       t->name != GP_N_BODY && t->name != GP_N_HTML &&
	       t->name != GP_N_BR;
}

/* Nothing but white space in a text, or nothing for these modes. */
static bool
is_idle(struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_TEXT)
		(void)gp_build_take_space(t);
	return (t->kind == GP_TOKEN_TEXT && t->text.n == 0) ||
	       t->kind == GP_TOKEN_COMMENT || t->kind == GP_TOKEN_DOCTYPE;
}

void
gp_mode_initial(struct gp_build *b, struct gp_html_token *t)
{
	bool is_doctype = t->kind == GP_TOKEN_DOCTYPE;

	if (!is_doctype && is_idle(t))
		return;
	b->is_quirky = !is_doctype || t->is_quirky;
	b->mode = GP_MODE_BEFORE_HTML;
	if (!is_doctype)
		gp_build_token(b, t);
}

/* The first element has no parent to be put into. */
static void
make_root(struct gp_build *b, const struct gp_html_token *t)
{
	gp_open_push(b, gp_build_make(b, t, GP_FLAT_HTML));
	b->mode = GP_MODE_BEFORE_HEAD;
}

void
gp_mode_before_html(struct gp_build *b, struct gp_html_token *t)
{
	struct gp_html_token tag = { .kind = GP_TOKEN_START,
		                     .name = GP_N_HTML,
		                     .at = t->at,
		                     .line = b->scan.line };

	if (is_idle(t) || is_idle_end(t))
		return;
	if (is_start(t, GP_N_HTML)) {
		make_root(b, t);
		return;
	}
	make_root(b, &tag);
	b->nodes[0].is |= GP_FLAT_IMPLIED;
	gp_build_token(b, t);
}

void
gp_mode_before_head(struct gp_build *b, struct gp_html_token *t)
{
	if (is_idle(t) || is_idle_end(t))
		return;
	if (is_start(t, GP_N_HTML)) {
		gp_build_by(b, GP_MODE_BODY, t);
	} else if (is_start(t, GP_N_HEAD)) {
		b->head = gp_build_insert(b, t);
		b->mode = GP_MODE_HEAD;
	} else {
		b->head = gp_build_imply(b, t, GP_N_HEAD);
		go_on(b, GP_MODE_HEAD, t);
	}
}

/* ---- templates ---- */

static void
push_mode(struct gp_build *b, enum gp_mode mode)
{
	size_t cap = b->cap_templates, more = cap * 2 + GP_BUILD_ROOM;
	unsigned char *grown;

	if (b->n_templates == cap) {
		grown = gp_arena_resize(b->scratch, b->templates, cap, more);
		if (!grown) {
			gp_build_fail(b, GP_NOMEM, NULL);
			return;
		}
		b->templates = grown;
		b->cap_templates = more;
	}
	b->templates[b->n_templates++] = (unsigned char)mode;
}

static void
start_template(struct gp_build *b, struct gp_html_token *t)
{
	b->has_shadows |= gp_build_attr(b, t, GP_N_SHADOWROOTMODE) != NULL;
	b->has_places |= gp_stream_is_place(b, t);
	(void)gp_build_insert(b, t);
	gp_active_mark(b);
	b->frameset_ok = false;
	b->mode = GP_MODE_TEMPLATE;
	push_mode(b, GP_MODE_TEMPLATE);
}

static void
end_template(struct gp_build *b)
{
	if (!gp_open_top(b, GP_N_TEMPLATE))
		return;
	gp_open_pop_to(b, gp_open_top(b, GP_N_TEMPLATE));
	gp_active_clear(b);
	b->n_templates--;
	gp_open_reset_mode(b);
}

/* ---- in a head ---- */

void
gp_mode_begin_text(struct gp_build *b, const struct gp_html_token *t,
                   enum gp_scan_how how)
{
	(void)gp_build_insert(b, t);
	gp_scan_as(&b->scan, how, t->name);
	b->back = b->mode;
	b->mode = GP_MODE_TEXT;
}

bool
gp_build_hides_noscript(struct gp_build *b)
{
	if (b->is_scripted && !b->is_endless)
		b->is_endless = !gp_scan_has_end(&b->scan, GP_N_NOSCRIPT);
	return b->is_scripted && !b->is_endless;
}

/* True when the tag belongs there. */
static bool
start_in_head(struct gp_build *b, struct gp_html_token *t)
{
	switch (t->name) {
	case GP_N_BASE:
	case GP_N_BASEFONT:
	case GP_N_BGSOUND:
	case GP_N_LINK:
	case GP_N_META:
		gp_build_insert_void(b, t);
		return true;
	case GP_N_TITLE:
		gp_mode_begin_text(b, t, GP_SCAN_RCDATA);
		return true;
	case GP_N_NOFRAMES:
		gp_mode_begin_text(b, t, GP_SCAN_RAWTEXT);
		return true;
	case GP_N_STYLE:
		gp_mode_begin_text(b, t, GP_SCAN_VIEW);
		return true;
	case GP_N_SCRIPT:
		gp_mode_begin_text(b, t, GP_SCAN_SCRIPT);
		return true;
	case GP_N_TEMPLATE:
		start_template(b, t);
		return true;
	default:
		return false;
	}
}

/* Tags that are a head's alone, or none's; true when one was. */
static bool
tag_in_head(struct gp_build *b, struct gp_html_token *t)
{
	if (t->kind == GP_TOKEN_START && t->name == GP_N_HTML) {
		gp_build_by(b, GP_MODE_BODY, t);
		return true;
	}
	if (t->kind == GP_TOKEN_START)
		return t->name == GP_N_HEAD || start_in_head(b, t);
	if (t->kind != GP_TOKEN_END)
		return false;
	if (t->name == GP_N_TEMPLATE)
		end_template(b);
	return t->name == GP_N_TEMPLATE || is_idle_end(t);
}

/* Puts the white space at the start of a text into the current node; true
   when nothing is left of the token. */
static bool
put_space(struct gp_build *b, struct gp_html_token *t)
{
	struct gp_html_token space;

	if (t->kind == GP_TOKEN_COMMENT || t->kind == GP_TOKEN_DOCTYPE)
		return true;
	if (t->kind != GP_TOKEN_TEXT)
		return false;
	space = gp_build_take_space(t);
	gp_build_insert_text(b, &space);
	return t->text.n == 0;
}

void
gp_mode_head(struct gp_build *b, struct gp_html_token *t)
{
	if (put_space(b, t))
		return;
	if (is_start(t, GP_N_NOSCRIPT) && gp_build_hides_noscript(b)) {
		gp_mode_begin_text(b, t, GP_SCAN_VIEW);
	} else if (is_start(t, GP_N_NOSCRIPT)) {
		(void)gp_build_insert(b, t);
		b->mode = GP_MODE_HEAD_NOSCRIPT;
	} else if (t->kind == GP_TOKEN_END && t->name == GP_N_HEAD) {
		gp_open_pop(b);
		b->mode = GP_MODE_AFTER_HEAD;
	} else if (!tag_in_head(b, t)) {
		gp_open_pop(b);
		go_on(b, GP_MODE_AFTER_HEAD, t);
	}
}

static bool
is_for_noscript(const struct gp_html_token *t)
{
	return t->kind == GP_TOKEN_START &&
	       (t->name == GP_N_BASEFONT || t->name == GP_N_BGSOUND ||
	        t->name == GP_N_LINK || t->name == GP_N_META ||
	        t->name == GP_N_NOFRAMES || t->name == GP_N_STYLE);
}

void
gp_mode_head_noscript(struct gp_build *b, struct gp_html_token *t)
{
	if (put_space(b, t))
		return;
	if (is_start(t, GP_N_HTML)) {
		gp_build_by(b, GP_MODE_BODY, t);
	} else if (t->kind == GP_TOKEN_END && t->name == GP_N_NOSCRIPT) {
		gp_open_pop(b);
		b->mode = GP_MODE_HEAD;
	} else if (is_for_noscript(t)) {
		gp_mode_head(b, t);
	} else if (!is_start(t, GP_N_HEAD) && !is_start(t, GP_N_NOSCRIPT) &&
	           !(t->kind == GP_TOKEN_END && t->name != GP_N_BR)) {
		gp_open_pop(b);
		go_on(b, GP_MODE_HEAD, t);
	}
}

/* What belongs into the head goes there, although it has ended. */
static void
put_into_head(struct gp_build *b, struct gp_html_token *t)
{
	unsigned at;

	gp_open_push(b, b->head);
	gp_mode_head(b, t);
	at = b->links[b->head].open;
	if (b->failed == GP_OK && at)
		gp_open_remove(b, at);
}

void
gp_mode_after_head(struct gp_build *b, struct gp_html_token *t)
{
	if (put_space(b, t))
		return;
	if (is_start(t, GP_N_HTML)) {
		gp_build_by(b, GP_MODE_BODY, t);
	} else if (is_start(t, GP_N_BODY)) {
		(void)gp_build_insert(b, t);
		b->frameset_ok = false;
		b->mode = GP_MODE_BODY;
	} else if (is_start(t, GP_N_FRAMESET)) {
		(void)gp_build_insert(b, t);
		b->mode = GP_MODE_FRAMESET;
	} else if (t->kind == GP_TOKEN_START &&
	           gp_name_start(t->name) == GP_START_HEAD) {
		put_into_head(b, t);
	} else if (t->kind == GP_TOKEN_END && t->name == GP_N_TEMPLATE) {
		gp_mode_head(b, t);
	} else if (!is_start(t, GP_N_HEAD) && !is_idle_end(t) &&
	           !(t->kind == GP_TOKEN_END && t->name == GP_N_HEAD)) {
		(void)gp_build_imply(b, t, GP_N_BODY);
		go_on(b, GP_MODE_BODY, t);
	}
}
