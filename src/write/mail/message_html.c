/* One row of the table a row of the plan, each kind by a function of its own.
   The direction stands on the cell that holds all, as programs that show mail
   within a page of theirs drop <html>.  Whether a row belongs where it is, is
   not asked. */
#include "write/mail/message_html.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/walk.h"
#include "wording/line_parts.h"
#include "wording/printed_fields.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml.h"
#include "write/xhtml/xhtml_corrections.h"
#include "write/xhtml/xhtml_related.h"

struct html_message {
	struct gp_xml *x;
	const struct gp_message_plan *plan;
	const struct gp_pack *pack;
	const struct gp_message_styles *styles;
	const struct gp_shown_pictures *shown;
	struct gp_arena *arena;
	bool has_bar; /* the bar above the title is there */
};

/* ---- elements ---- */

static void
style(struct html_message *h, const char *class, enum gp_message_style style)
{
	if (class)
		gp_xml_attrz(h->x, "class", class);
	gp_xml_attr(h->x, "style", h->styles->rows[style]);
}

static void
open_styled(struct html_message *h, const char *element, const char *class,
            enum gp_message_style of)
{
	gp_xml_open(h->x, element);
	style(h, class, of);
}

static void
open_table(struct html_message *h)
{
	gp_xml_open(h->x, "table");
	gp_xml_attrz(h->x, "role", "presentation");
	gp_xml_attrz(h->x, "width", "100%");
	gp_xml_attrz(h->x, "border", "0");
	gp_xml_attrz(h->x, "cellpadding", "0");
	gp_xml_attrz(h->x, "cellspacing", "0");
}

static void
open_cell(struct html_message *h)
{
	gp_xml_open(h->x, "tr");
	gp_xml_open(h->x, "td");
}

static void
close_cell(struct html_message *h)
{
	gp_xml_close_full(h->x);
	gp_xhtml_close(h->x);
}

/* Of an element: the language of its words, where the pack's is another. */
static void
language(struct html_message *h, const struct gp_message_row *row)
{
	if (row->is_own)
		gp_xhtml_own_words(h->x, h->pack->labels, h->plan->lang);
	else if (row->lang.n)
		gp_xhtml_other_lang(h->x, row->lang, h->plan->lang);
}

/* A row of one element whose style is the cell's. */
static void
line(struct html_message *h, const struct gp_message_row *row,
     const char *class, enum gp_message_style of)
{
	open_cell(h);
	style(h, class, of);
	language(h, row);
	gp_xhtml_side(h->x, row->text);
	gp_xhtml_words(h->x, row->text);
	close_cell(h);
}

/* ---- the head ---- */

static void
marking(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-ink", GP_MS_MARKING);
}

static void
handling(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-faint", GP_MS_HANDLING);
}

static void
bar(struct html_message *h)
{
	if (h->has_bar)
		return;
	h->has_bar = true;
	open_cell(h);
	style(h, "gp-bar", GP_MS_BAR);
	gp_xml_text(h->x, GP_STR("\xC2\xA0"));
	close_cell(h);
}

static void
organisation(struct html_message *h, const struct gp_message_row *row)
{
	bar(h);
	line(h, row, "gp-accent", GP_MS_ORGANISATION);
}

static void
heading_row(struct html_message *h, const struct gp_message_row *row,
            const char *element, const char *class, enum gp_message_style of)
{
	open_cell(h);
	open_styled(h, element, class, of);
	language(h, row);
	gp_xhtml_side(h->x, row->text);
	gp_xml_text(h->x, row->text);
	gp_xml_close_full(h->x);
	close_cell(h);
}

static void
title(struct html_message *h, const struct gp_message_row *row)
{
	bar(h);
	heading_row(h, row, "h1", "gp-ink", GP_MS_TITLE);
}

static void
subtitle(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-ink", GP_MS_SUBTITLE);
}

static void
particulars(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-faint", GP_MS_PARTICULARS);
}

static void
lead(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-accent", GP_MS_LEAD);
}

static void
heading(struct html_message *h, const struct gp_message_row *row)
{
	heading_row(h, row, "h2", "gp-accent", GP_MS_HEADING);
}

static void
text(struct html_message *h, const struct gp_message_row *row)
{
	line(h, row, "gp-ink", GP_MS_TEXT);
}

static void
anchor(struct html_message *h, struct gp_str href, enum gp_message_style of,
       struct gp_str words)
{
	gp_xml_open(h->x, "a");
	if (of == GP_MS_HEADLINE_LINK)
		gp_xml_attrz(h->x, "class", "gp-accent");
	gp_xml_attr(h->x, "href", href);
	gp_xml_attr(h->x, "style", h->styles->rows[of]);
	gp_xml_text(h->x, words);
	gp_xml_close_full(h->x);
}

static void
link_row(struct html_message *h, const struct gp_message_row *row)
{
	open_cell(h);
	style(h, "gp-ink", GP_MS_LINK_ROW);
	language(h, row);
	if (row->to.address.n)
		anchor(h, row->to.address, GP_MS_LINK, row->text);
	else
		gp_xml_text(h->x, gp_arena_printf(h->arena, "%.*s: %.*s",
		                                  GP_ARG(row->text),
		                                  GP_ARG(row->to.file)));
	close_cell(h);
}

/* ---- articles ---- */

/* Opens the cell of an article, on the side that its own language begins. */
static void
open_article(struct html_message *h, const struct gp_message_row *row,
             const char *class, enum gp_message_style of)
{
	bool turned = gp_lang_is_rtl(row->lang);
	bool apart = row->lang.n && turned != gp_lang_is_rtl(h->plan->lang);
	const char *side = turned ? "text-align:right;" : "text-align:left;";

	open_cell(h);
	gp_xml_attrz(h->x, "class", class);
	gp_xml_attr(h->x, "style",
	            gp_arena_printf(h->arena, "%.*s%s",
	                            GP_ARG(h->styles->rows[of]),
	                            apart ? side : ""));
	language(h, row);
}

static struct gp_str
content_id(const void *user, const struct gp_node *figure)
{
	const struct html_message *h = user;
	const struct gp_shown_picture *p =
		h->shown ? gp_shown_picture(h->shown, figure) : NULL;

	return gp_message_shows(p)
	               ? gp_arena_printf(h->arena, "cid:%.*s", GP_ARG(p->path))
	               : GP_STR("");
}

static void
body(struct html_message *h, const struct gp_doc *doc,
     const struct gp_labels *l, int shift)
{
	const struct gp_xhtml_options options = {
		.heading_shift = shift,
		.plain = true,
		.picture = content_id,
		.user = h,
		.labels = l,
	};

	gp_xml_styles(h->x, gp_message_body, gp_message_n_body);
	gp_xhtml_body(h->x, doc, &options);
	gp_xml_styles(h->x, NULL, 0);
}

static void
note(struct html_message *h, const struct gp_message_row *row)
{
	(void)row;
	open_cell(h);
	style(h, "gp-ink", GP_MS_TEXT);
	body(h, h->pack->note, h->pack->labels, 1);
	close_cell(h);
}

/* "New · Civil Service World · 3 min read" */
static void
below(struct html_message *h, const struct gp_message_row *row)
{
	if (row->mark.n + row->below.n == 0)
		return;
	open_styled(h, "p", "gp-faint", GP_MS_BELOW);
	gp_xhtml_own_words(h->x, h->pack->labels,
	                   row->lang.n ? row->lang : h->plan->lang);
	if (row->mark.n) {
		open_styled(h, "b", "gp-accent", GP_MS_MARK);
		gp_xml_text(h->x, row->mark);
		gp_xml_close_full(h->x);
		if (row->below.n)
			gp_xml_text(h->x, GP_STR(GP_LINE_DOT));
	}
	gp_xhtml_words(h->x, row->below);
	gp_xhtml_close(h->x);
}

/* Where it stands, for who has no link to follow. */
static void
place(struct html_message *h, const struct gp_message_row *row)
{
	if (row->to.address.n || row->to.file.n == 0)
		return;
	open_styled(h, "p", "gp-faint", GP_MS_PLACE);
	gp_xhtml_own_words(h->x, h->pack->labels,
	                   row->lang.n ? row->lang : h->plan->lang);
	gp_xml_text(h->x,
	            gp_arena_printf(
			    h->arena, "%.*s%.*s%.*s",
			    GP_ARG(gp_word(h->pack->labels, GP_W_MAIL_FILE)),
			    GP_ARG(gp_word(h->pack->labels, GP_W_COLON)),
			    GP_ARG(row->to.file)));
	gp_xhtml_close(h->x);
}

static void
notes(struct html_message *h, const struct gp_message_row *row)
{
	gp_xml_styles(h->x, gp_message_body, gp_message_n_body);
	gp_xhtml_corrections_plain(h->x, &h->pack->entries[row->article],
	                           h->plan->lang, h->pack->labels);
	gp_xml_styles(h->x, NULL, 0);
}

static void
headline(struct html_message *h, const struct gp_message_row *row)
{
	if (row->to.address.n)
		anchor(h, row->to.address, GP_MS_HEADLINE_LINK, row->text);
	else
		gp_xml_text(h->x, row->text);
}

/* Why it is in the pack, in the words and the language of the pack; else what
   its own paper says of it. */
static void
reason(struct html_message *h, const struct gp_message_row *row)
{
	const struct gp_entry *entry = &h->pack->entries[row->article];
	bool is_ours = entry->why.n > 0;
	struct gp_str s = is_ours        ? entry->why
	                  : row->is_long ? entry->doc->standfirst.text
	                                 : GP_STR("");

	if (s.n == 0)
		return;
	open_styled(h, "p", "gp-ink", GP_MS_STANDFIRST);
	if (is_ours && row->lang.n)
		gp_xhtml_lang(h->x, h->plan->lang);
	gp_xhtml_side(h->x, s);
	gp_xml_text(h->x, s);
	gp_xhtml_close(h->x);
}

static void
item(struct html_message *h, const struct gp_message_row *row)
{
	open_article(h, row, "gp-ink gp-line", GP_MS_ITEM);
	open_styled(h, "h3", "gp-ink", GP_MS_HEADLINE);
	headline(h, row);
	gp_xhtml_close(h->x);
	reason(h, row);
	below(h, row);
	if (row->is_long)
		notes(h, row);
	place(h, row);
	close_cell(h);
}

static void
byline(struct html_message *h, const struct gp_doc *doc,
       const struct gp_labels *l)
{
	struct gp_buf words = { .max = 0 };

	gp_byline_text(doc, l, &words);
	if (words.len) {
		open_styled(h, "p", "gp-ink", GP_MS_BELOW);
		if (doc->byline.n_authors) {
			gp_xml_text(h->x, gp_word(l, GP_W_BY));
			gp_xml_text(h->x, GP_STR(" "));
		}
		gp_xhtml_words(h->x, gp_buf_view(&words));
		gp_xhtml_close(h->x);
	}
	gp_xml_need_buf(h->x, &words);
	gp_buf_free(&words);
}

/* Where it was published, and under which licence. */
static void
original(struct html_message *h, const struct gp_doc *doc,
         const struct gp_labels *l)
{
	struct gp_buf url = { .max = 0 };

	if (gp_url(doc->url.text, &url) &&
	    gp_web_authority(gp_buf_view(&url)).n) {
		open_styled(h, "p", "gp-faint", GP_MS_BELOW);
		gp_xhtml_own_words(h->x, l, doc->lang);
		anchor(h, gp_buf_view(&url), GP_MS_LINK,
		       gp_arena_printf(
			       h->arena, "%.*s %.*s",
			       GP_ARG(gp_word(l, GP_W_ORIGINAL_AT)),
			       GP_ARG(gp_web_authority(gp_buf_view(&url)))));
		gp_xhtml_close(h->x);
	}
	if (doc->licence.words.n) {
		open_styled(h, "p", "gp-faint", GP_MS_BELOW);
		gp_xml_text(h->x, doc->licence.words);
		gp_xhtml_close(h->x);
	}
	gp_xml_need_buf(h->x, &url);
	gp_buf_free(&url);
}

static bool
has_table(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);

	while (gp_walk_next(&w))
		if (w.node->kind == GP_TABLE)
			return true;
	return false;
}

/* A table that is too wide for a phone scrolls in it, also by the keyboard. */
static void
open_body(struct html_message *h, const struct gp_message_row *row)
{
	gp_xml_open(h->x, "div");
	if (!has_table(h->pack->entries[row->article].doc)) {
		gp_xml_attrz(h->x, "style", "margin:16px 0 0;");
		return;
	}
	gp_xml_attrz(h->x, "style", "margin:16px 0 0;overflow-x:auto;");
	gp_xml_attrz(h->x, "tabindex", "0");
	gp_xml_attrz(h->x, "role", "group");
	gp_xml_attr(h->x, "aria-label", row->text);
}

static void
article(struct html_message *h, const struct gp_message_row *row)
{
	const struct gp_doc *doc = h->pack->entries[row->article].doc;

	open_article(h, row, "gp-ink", GP_MS_ARTICLE);
	open_styled(h, "h2", "gp-ink gp-bar", GP_MS_ARTICLE_TITLE);
	headline(h, row);
	gp_xhtml_close(h->x);
	if (doc->standfirst.text.n) {
		open_styled(h, "p", "gp-ink", GP_MS_STANDFIRST);
		gp_xml_text(h->x, doc->standfirst.text);
		gp_xhtml_close(h->x);
	}
	byline(h, doc, h->pack->entries[row->article].labels);
	below(h, row);
	notes(h, row);
	open_body(h, row);
	body(h, doc, h->pack->entries[row->article].labels, 1);
	gp_xhtml_close(h->x);
	original(h, doc, h->pack->entries[row->article].labels);
	close_cell(h);
}

static void (*const kinds[GP_MESSAGE_KINDS])(
	struct html_message *h, const struct gp_message_row *row) = {
	[GP_MESSAGE_MARKING] = marking,
	[GP_MESSAGE_HANDLING] = handling,
	[GP_MESSAGE_ORGANISATION] = organisation,
	[GP_MESSAGE_TITLE] = title,
	[GP_MESSAGE_SUBTITLE] = subtitle,
	[GP_MESSAGE_PARTICULARS] = particulars,
	[GP_MESSAGE_LEAD] = lead,
	[GP_MESSAGE_LINK] = link_row,
	[GP_MESSAGE_HEADING] = heading,
	[GP_MESSAGE_NOTE] = note,
	[GP_MESSAGE_ITEM] = item,
	[GP_MESSAGE_ARTICLE] = article,
	[GP_MESSAGE_TEXT] = text,
};

/* ---- the page ---- */

static void
meta(struct html_message *h, const char *name, const char *content)
{
	gp_xml_open(h->x, "meta");
	gp_xml_attrz(h->x, "name", name);
	gp_xml_attrz(h->x, "content", content);
	gp_xml_close(h->x);
}

static void
head(struct html_message *h)
{
	gp_xml_open(h->x, "head");
	gp_xml_open(h->x, "meta");
	gp_xml_attrz(h->x, "charset", "utf-8");
	gp_xml_close(h->x);
	meta(h, "viewport", "width=device-width, initial-scale=1");
	meta(h, "color-scheme", "light dark");
	meta(h, "supported-color-schemes", "light dark");
	gp_xml_element(h->x, "title", h->plan->subject);
	gp_xml_open(h->x, "style");
	gp_xml_text(h->x, h->styles->sheet);
	gp_xml_close_full(h->x);
	gp_xhtml_close(h->x);
}

static void
direction(struct html_message *h)
{
	gp_xhtml_lang(h->x, h->plan->lang);
	if (!gp_lang_is_rtl(h->plan->lang) && !gp_xml_runs_rtl(h->x))
		gp_xml_attrz(h->x, "dir", "ltr");
}

/* Outlook's Word knows no greatest width: it gets a table that has one. */
static void
sheet(struct html_message *h)
{
	bool turned = gp_lang_is_rtl(h->plan->lang);
	size_t i;

	open_table(h);
	gp_xml_attr(h->x, "style",
	            gp_arena_printf(h->arena, "%.*stext-align:%s;",
	                            GP_ARG(h->styles->rows[GP_MS_SHEET]),
	                            turned ? "right" : "left"));
	gp_xml_text(h->x, GP_STR("\n"));
	for (i = 0; i < h->plan->n; i++)
		kinds[h->plan->rows[i].kind](h, &h->plan->rows[i]);
	gp_xhtml_close(h->x);
}

static void
page(struct html_message *h)
{
	gp_xml_open(h->x, "body");
	style(h, "gp-page gp-ink", GP_MS_PAGE);
	open_styled(h, "div", NULL, GP_MS_HIDDEN);
	direction(h);
	gp_xml_text(h->x, h->plan->preview);
	gp_xhtml_close(h->x);
	gp_xml_open(h->x, "div");
	gp_xml_attrz(h->x, "role", "main");
	direction(h);
	open_table(h);
	style(h, "gp-page", GP_MS_PAGE);
	gp_xml_open(h->x, "tr");
	gp_xml_open(h->x, "td");
	gp_xml_attrz(h->x, "align", "center");
	gp_xml_attrz(h->x, "style", "padding:0 20px;");
	gp_xml_raw(h->x,
	           "<!--[if mso]><table role=\"presentation\" width=\"640\">"
	           "<tr><td><![endif]-->\n");
	sheet(h);
	gp_xml_raw(h->x, "<!--[if mso]></td></tr></table><![endif]-->\n");
	close_cell(h);
	gp_xhtml_close(h->x);
	gp_xhtml_close(h->x);
	gp_xhtml_close(h->x);
}

bool
gp_message_html(const struct gp_message_plan *plan, const struct gp_pack *pack,
                const struct gp_message_styles *styles,
                const struct gp_shown_pictures *shown, struct gp_buf *out,
                struct gp_err *e)
{
	struct html_message h = {
		.x = gp_xml_new(out, false),
		.plan = plan,
		.pack = pack,
		.styles = styles,
		.shown = shown,
		.arena = plan->arena,
	};

	if (h.x) {
		gp_xml_html(h.x);
		gp_xml_raw(h.x, "<!DOCTYPE html>\n");
		gp_xml_open(h.x, "html");
		direction(&h);
		head(&h);
		page(&h);
		gp_xml_close_full(h.x);
		gp_xml_need_arena(h.x, plan->arena);
	}
	return gp_xml_finish(h.x, e);
}
