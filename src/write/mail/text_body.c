/* One walk over the tree: the words of a block are gathered and put into lines
   when it ends, behind a margin that says how deep it stands.  What a reader of
   HTML has by a mark is a sign here (model/plain_marks.h).  No article is known
   but by its tree. */
#include "write/mail/text_body.h"

#include "base/text/uri.h"
#include "model/plain_marks.h"
#include "model/walk.h"
#include "wording/left_out_words.h"
#include "write/mail/text_lines.h"

#include <stdio.h>

/* Deeper lists stand where those of this depth do. */
enum { DEEPEST = 6, STEP = 2, MARGIN = 4 * DEEPEST * STEP };

struct text_writing {
	struct gp_buf *out;
	const struct gp_labels *labels;
	struct gp_buf words; /* of the block at hand */
	struct gp_str label; /* of an item whose first line is to come */
	size_t depth;        /* lists, quotes and meanings round it */
	bool is_dense;       /* no blank line before the next block */
	const struct gp_node *link;
};

struct text_kind {
	void (*enter)(struct text_writing *t, const struct gp_node *n);
	void (*leave)(struct text_writing *t, const struct gp_node *n);
	bool deep; /* what is in it is set in */
};

/* ---- blocks ---- */

static void
margin(const struct text_writing *t, struct gp_str label, char out[MARGIN])
{
	size_t depth = t->depth < DEEPEST ? t->depth : DEEPEST;
	int indent = (int)(depth ? (depth - 1) * STEP : 0);

	if (label.n == 0 && depth)
		indent += STEP;
	(void)snprintf(out, MARGIN, "%*s%.*s%s", indent, "",
	               (int)(label.n < MARGIN / 2 ? label.n : 0),
	               label.p ? label.p : "", label.n ? " " : "");
}

static void
gap(struct text_writing *t)
{
	if (!t->is_dense)
		gp_buf_putc(t->out, '\n');
	t->is_dense = false;
}

static void
put_block(struct text_writing *t)
{
	char first[MARGIN], rest[MARGIN];
	const struct gp_text_margin m = { first, rest };

	if (gp_str_trim(gp_buf_view(&t->words)).n) {
		gap(t);
		margin(t, t->label, first);
		margin(t, GP_STR(""), rest);
		gp_text_paragraph(t->out, &m, gp_buf_view(&t->words));
		t->label = GP_STR("");
	}
	gp_buf_clear(&t->words);
}

static void
leave_block(struct text_writing *t, const struct gp_node *n)
{
	(void)n;
	put_block(t);
}

static void
enter_heading(struct text_writing *t, const struct gp_node *n)
{
	struct gp_str label = gp_node_label(n);

	if (label.n) {
		gp_buf_str(&t->words, label);
		gp_buf_putc(&t->words, ' ');
	}
}

static void
leave_heading(struct text_writing *t, const struct gp_node *n)
{
	struct gp_buf words = t->words;

	(void)n;
	t->words = (struct gp_buf){ .max = 0 };
	if (gp_str_trim(gp_buf_view(&words)).n) {
		gap(t);
		gp_text_paragraph(t->out, NULL, gp_buf_view(&words));
		gp_text_underline(t->out, gp_str_trim(gp_buf_view(&words)),
		                  '-');
	}
	gp_buf_inherit(t->out, &words);
	gp_buf_free(&words);
}

static void
enter_item(struct text_writing *t, const struct gp_node *n)
{
	struct gp_str label = gp_node_label(n);

	t->label = label.n ? label : GP_STR("-");
	t->is_dense = n->prev != NULL;
}

static void
leave_term(struct text_writing *t, const struct gp_node *n)
{
	put_block(t);
	t->is_dense = n->next != NULL;
}

/* "left | middle | right" */
static void
enter_cell(struct text_writing *t, const struct gp_node *n)
{
	if (n->prev)
		gp_buf_puts(&t->words, " | ");
}

static void
leave_row(struct text_writing *t, const struct gp_node *n)
{
	put_block(t);
	t->is_dense = n->next && n->next->kind == GP_ROW;
}

static void
leave_rule(struct text_writing *t, const struct gp_node *n)
{
	(void)n;
	gp_buf_puts(&t->words, "* * *");
	put_block(t);
}

static void
enter_figure(struct text_writing *t, const struct gp_node *n)
{
	gp_missing_put(n, t->labels, &t->words);
	put_block(t);
}

/* Its lines stay as they are. */
static void
leave_code(struct text_writing *t, const struct gp_node *n)
{
	struct gp_str rest = gp_buf_view(&t->words), line;

	(void)n;
	if (rest.n)
		gap(t);
	while (rest.n && gp_str_split(&rest, '\n', &line))
		gp_text_verbatim(t->out, "    ", line);
	gp_buf_clear(&t->words);
}

/* ---- within a line ---- */

static void
enter_text(struct text_writing *t, const struct gp_node *n)
{
	gp_buf_str(&t->words, gp_node_text(n));
}

static void
enter_break(struct text_writing *t, const struct gp_node *n)
{
	(void)n;
	gp_buf_putc(&t->words, '\n');
}

/* Where it leads, unless its words say so. */
static void
leave_link(struct text_writing *t, const struct gp_node *n)
{
	struct gp_buf url = { .max = 0 };
	struct gp_str said = gp_buf_view(&t->words), to;

	if (gp_node_link(n)->jump == GP_NO_JUMP &&
	    gp_url(gp_node_link(n)->target, &url)) {
		to = gp_buf_view(&url);
		if (!gp_str_ends(said, to))
			gp_buf_printf(&t->words, " <%.*s>", GP_ARG(to));
	}
	gp_buf_inherit(t->out, &url);
	gp_buf_free(&url);
}

/* Kinds without a row only hold others. */
static const struct text_kind kinds[GP_KIND_COUNT] = {
	[GP_PARAGRAPH] = { .leave = leave_block },
	[GP_HEADING] = { .enter = enter_heading, .leave = leave_heading },
	[GP_LIST] = { .deep = true },
	[GP_ITEM] = { .enter = enter_item },
	[GP_TERM] = { .leave = leave_term },
	[GP_MEANING] = { .deep = true },
	[GP_QUOTE] = { .deep = true },
	[GP_ROW] = { .leave = leave_row },
	[GP_CELL] = { .enter = enter_cell },
	[GP_FIGURE] = { .enter = enter_figure },
	[GP_CAPTION] = { .leave = leave_block },
	[GP_CODE_BLOCK] = { .leave = leave_code },
	[GP_RULE] = { .leave = leave_rule },
	[GP_TEXT] = { .enter = enter_text },
	[GP_BREAK] = { .enter = enter_break },
	[GP_LINK] = { .leave = leave_link },
};

void
gp_text_body(const struct gp_doc *doc, const struct gp_labels *l,
             struct gp_buf *out)
{
	struct text_writing t = { .out = out,
		                  .labels = l,
		                  .label = GP_STR("") };
	struct gp_plain_marks marks = { .out = &t.words };
	struct gp_walk w = gp_walk_from(doc->body);
	const struct text_kind *kind;

	while (gp_walk_next(&w)) {
		kind = &kinds[w.node->kind];
		gp_plain_mark(&marks, &w);
		if (w.event == GP_ENTER && kind->enter)
			kind->enter(&t, w.node);
		if (w.event == GP_LEAVE && kind->leave)
			kind->leave(&t, w.node);
		if (kind->deep)
			t.depth += w.event == GP_ENTER ? 1 : (size_t)-1;
	}
	gp_buf_inherit(out, &t.words);
	gp_buf_free(&t.words);
}
