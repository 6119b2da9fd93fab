/* Rows one under the other with blank lines between, each kind by a function of
   its own.  Headings are underlined, addresses stand on lines of their own so
   that a terminal makes links of them.  Nothing is left out that the HTML
   has. */
#include "write/mail/message_text.h"

#include "base/text/uri.h"
#include "wording/line_parts.h"
#include "wording/printed_fields.h"
#include "write/mail/text_body.h"
#include "write/mail/text_lines.h"
#include "write/xhtml/xhtml_corrections.h"

#include <stdio.h>

enum { LABEL = 32 };

struct text_message {
	struct gp_buf *out;
	const struct gp_message_plan *plan;
	const struct gp_pack *pack;
};

/* ---- lines ---- */

static void
blank(struct text_message *t)
{
	if (t->out->len)
		gp_buf_putc(t->out, '\n');
}

static void
words(struct text_message *t, struct gp_str s)
{
	gp_text_paragraph(t->out, NULL, s);
}

static void
paragraph(struct text_message *t, const struct gp_message_row *row)
{
	blank(t);
	words(t, row->text);
}

/* Close to the line above. */
static void
line(struct text_message *t, const struct gp_message_row *row)
{
	words(t, row->text);
}

static void
title(struct text_message *t, const struct gp_message_row *row)
{
	blank(t);
	words(t, row->text);
	gp_text_underline(t->out, row->text, '=');
}

static void
heading(struct text_message *t, const struct gp_message_row *row)
{
	blank(t);
	blank(t);
	words(t, row->text);
	gp_text_underline(t->out, row->text, '-');
}

/* "Read it on the web:" and where, or the name of a file. */
static void
place(struct text_message *t, struct gp_message_place to)
{
	struct gp_buf s = { .max = 0 };

	if (to.address.n)
		gp_buf_str(&s, to.address);
	else if (to.file.n)
		gp_buf_printf(&s, "%.*s%.*s%.*s",
		              GP_ARG(gp_word(t->pack->labels, GP_W_MAIL_FILE)),
		              GP_ARG(gp_word(t->pack->labels, GP_W_COLON)),
		              GP_ARG(to.file));
	words(t, gp_buf_view(&s));
	gp_buf_inherit(t->out, &s);
	gp_buf_free(&s);
}

static void
link_row(struct text_message *t, const struct gp_message_row *row)
{
	struct gp_buf s = { .max = 0 };

	blank(t);
	if (row->to.address.n) {
		gp_buf_printf(&s, "%.*s%.*s", GP_ARG(row->text),
		              GP_ARG(gp_word(t->pack->labels, GP_W_COLON)));
		words(t, gp_str_trim(gp_buf_view(&s)));
	}
	place(t, row->to);
	gp_buf_inherit(t->out, &s);
	gp_buf_free(&s);
}

static void
note(struct text_message *t, const struct gp_message_row *row)
{
	(void)row;
	gp_text_body(t->pack->note, t->pack->labels, t->out);
}

/* ---- articles ---- */

/* "New · Civil Service World · 3 min read" */
static void
below(struct text_message *t, const struct gp_message_row *row)
{
	struct gp_buf s = { .max = 0 };

	gp_buf_printf(&s, "%.*s%s%.*s", GP_ARG(row->mark),
	              row->mark.n && row->below.n ? GP_LINE_DOT : "",
	              GP_ARG(row->below));
	words(t, gp_buf_view(&s));
	gp_buf_inherit(t->out, &s);
	gp_buf_free(&s);
}

static void
notes(struct text_message *t, const struct gp_message_row *row)
{
	struct gp_buf all = { .max = 0 };
	struct gp_str rest, one;

	gp_corrections_text(&t->pack->entries[row->article], t->pack->labels,
	                    &all);
	rest = gp_buf_view(&all);
	while (rest.n && gp_str_split(&rest, '\n', &one))
		words(t, one);
	gp_buf_inherit(t->out, &all);
	gp_buf_free(&all);
}

static void
item(struct text_message *t, const struct gp_message_row *row)
{
	const struct gp_entry *entry = &t->pack->entries[row->article];
	char number[LABEL];
	const struct gp_text_margin m = { number, NULL };

	(void)snprintf(number, sizeof number, "%zu. ", row->number);
	blank(t);
	gp_text_paragraph(t->out, &m, row->text);
	if (entry->why.n)
		words(t, entry->why);
	else if (row->is_long)
		words(t, entry->doc->standfirst.text);
	if (row->is_long)
		notes(t, row);
	below(t, row);
	place(t, row->to);
}

static void
byline(struct text_message *t, const struct gp_doc *doc,
       const struct gp_labels *l)
{
	struct gp_buf s = { .max = 0 };

	if (doc->byline.n_authors)
		gp_buf_printf(&s, "%.*s ", GP_ARG(gp_word(l, GP_W_BY)));
	gp_byline_text(doc, l, &s);
	words(t, gp_buf_view(&s));
	gp_buf_inherit(t->out, &s);
	gp_buf_free(&s);
}

static void
original(struct text_message *t, const struct gp_doc *doc,
         const struct gp_labels *l)
{
	struct gp_buf url = { .max = 0 };

	if (gp_url(doc->url.text, &url) &&
	    gp_web_authority(gp_buf_view(&url)).n) {
		blank(t);
		gp_buf_printf(t->out, "%.*s:\n",
		              GP_ARG(gp_word(l, GP_W_ORIGINAL_AT)));
		words(t, gp_buf_view(&url));
	}
	if (doc->licence.words.n) {
		blank(t);
		words(t, doc->licence.words);
	}
	gp_buf_inherit(t->out, &url);
	gp_buf_free(&url);
}

static void
article(struct text_message *t, const struct gp_message_row *row)
{
	const struct gp_doc *doc = t->pack->entries[row->article].doc;
	const struct gp_labels *l = t->pack->entries[row->article].labels;
	char number[LABEL];
	const struct gp_text_margin m = { number, NULL };
	size_t i;

	(void)snprintf(number, sizeof number, "%zu. ", row->number);
	blank(t);
	blank(t);
	for (i = 0; i < GP_TEXT_COLUMNS; i++)
		gp_buf_putc(t->out, '=');
	gp_buf_puts(t->out, "\n\n");
	gp_text_paragraph(t->out, &m, row->text);
	blank(t);
	words(t, doc->standfirst.text);
	byline(t, doc, l);
	below(t, row);
	place(t, row->to);
	notes(t, row);
	gp_text_body(doc, l, t->out);
	original(t, doc, l);
}

static void (*const kinds[GP_MESSAGE_KINDS])(
	struct text_message *t, const struct gp_message_row *row) = {
	[GP_MESSAGE_MARKING] = paragraph,
	[GP_MESSAGE_HANDLING] = line,
	[GP_MESSAGE_ORGANISATION] = paragraph,
	[GP_MESSAGE_TITLE] = title,
	[GP_MESSAGE_SUBTITLE] = line,
	[GP_MESSAGE_PARTICULARS] = line,
	[GP_MESSAGE_LEAD] = line,
	[GP_MESSAGE_LINK] = link_row,
	[GP_MESSAGE_HEADING] = heading,
	[GP_MESSAGE_NOTE] = note,
	[GP_MESSAGE_ITEM] = item,
	[GP_MESSAGE_ARTICLE] = article,
	[GP_MESSAGE_TEXT] = paragraph,
};

void
gp_message_text(const struct gp_message_plan *plan, const struct gp_pack *pack,
                struct gp_buf *out)
{
	struct text_message t = { .out = out, .plan = plan, .pack = pack };
	size_t i;

	for (i = 0; i < plan->n; i++)
		kinds[plan->rows[i].kind](&t, &plan->rows[i]);
}
