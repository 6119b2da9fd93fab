/* The pages before the articles, and the table of them: the cover with its
   words for those who do not see it, the title page, the editor's note.  The
   words are the pack's own; how the cover looks is cover.c's matter. */
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "write/epub/epub_book.h"

struct gp_str
gp_epub_title(const struct gp_epub *ep)
{
	return ep->pack->info.title.n
	               ? ep->pack->info.title
	               : gp_word(ep->pack->labels, GP_W_UNTITLED);
}

bool
gp_epub_always(const struct gp_epub *ep)
{
	(void)ep;
	return true;
}

/* ---- cover ---- */

static void
add_sentence(struct gp_buf *out, struct gp_str words)
{
	words = gp_str_trim(words);
	if (words.n == 0)
		return;
	gp_buf_puts(out, out->len ? ". " : "");
	gp_buf_str(out, words);
}

/* The words of the picture. */
static void
cover_words(const struct gp_epub *ep, struct gp_buf *out)
{
	const struct gp_pack_info *info = &ep->pack->info;

	add_sentence(out, gp_epub_title(ep));
	add_sentence(out, info->subtitle);
	add_sentence(out, info->organisation);
	add_sentence(out,
	             gp_day_words(ep->pack->labels, &ep->job->date, ep->arena));
	add_sentence(out, gp_issue_line(ep->pack, &ep->job->date, ep->arena));
	add_sentence(out, gp_epub_lead(ep));
	add_sentence(out, info->marking);
	add_sentence(out, gp_issue_readers(ep->pack, ep->arena));
	add_sentence(out, info->handling);
}

/* The marking stands in the picture. */
static void
cover(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_buf words = { .max = 0 };

	cover_words(ep, &words);
	gp_epub_open_bare(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_COVER));
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "cover");
	gp_xml_open(x, "img");
	gp_xml_attrz(x, "src", "images/cover.png");
	gp_xml_attrz(x, "epub:type", "cover");
	gp_xml_attrz(x, "role", "doc-cover");
	gp_xml_attr(x, "alt", gp_buf_view(&words));
	gp_xml_close(x);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_xml_need_buf(x, &words);
	gp_buf_free(&words);
}

/* ---- title page ---- */

static void
title_page(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_pack_info *info = &ep->pack->info;

	gp_epub_open_page(ep, x, "", ep->lang, gp_epub_title(ep));
	gp_epub_open_section(x, "titlepage", NULL);
	gp_xhtml_line(x, "p", "organisation", info->organisation);
	gp_xhtml_heading(x, gp_epub_title(ep));
	if (info->subtitle.n) {
		gp_xml_open(x, "p");
		gp_xml_attrz(x, "class", "subtitle");
		gp_xml_attrz(x, "epub:type", "subtitle");
		gp_xml_attrz(x, "role", "doc-subtitle");
		gp_xml_text(x, info->subtitle);
		gp_xhtml_close(x);
	}
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "date");
	gp_xhtml_date(x, &ep->job->date, ep->pack->labels);
	gp_xhtml_close(x);
	gp_xhtml_line(x, "p", "date",
	              gp_issue_line(ep->pack, &ep->job->date, ep->arena));
	gp_xhtml_line(x, "p", "date", gp_epub_lead(ep));
	gp_xhtml_line(x, "p", "handling",
	              gp_issue_readers(ep->pack, ep->arena));
	gp_xhtml_line(x, "p", "handling", info->handling);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- editor's note ---- */

static bool
has_note(const struct gp_epub *ep)
{
	return ep->pack->note != NULL;
}

static void
write_note(const struct gp_epub *ep, struct gp_xml *x)
{
	/* Under the heading of the page, which is the first. */
	const struct gp_xhtml_options options = { .prefix = "h",
		                                  .anchors = true,
		                                  .boxes = true,
		                                  .labels = ep->pack->labels };

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_EDITORS_NOTE));
	gp_epub_open_section(x, "foreword", "doc-foreword");
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_EDITORS_NOTE));
	gp_xhtml_body(x, ep->pack->note, &options);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- the table ---- */

const struct gp_epub_page gp_epub_front[GP_EPUB_FRONT] = {
	{ "cover", "cover", GP_W_COVER, false, gp_epub_always, cover, NULL,
	  NULL },
	{ "titlepage", "titlepage", GP_W_TITLE_PAGE, false, gp_epub_always,
	  title_page, NULL, NULL },
	{ "summary", NULL, GP_W_IN_BRIEF, true, gp_epub_has_summary,
	  gp_epub_summary, NULL, NULL },
	{ "note", NULL, GP_W_EDITORS_NOTE, true, has_note, write_note, NULL,
	  NULL },
	{ "contents", "toc", GP_W_CONTENTS, false, gp_epub_always,
	  gp_epub_contents, NULL, NULL },
	{ "since", NULL, GP_W_SINCE_PACK, true, gp_epub_since_pack,
	  gp_epub_since, NULL, NULL },
	{ "since", NULL, GP_W_SINCE_EDITION, true, gp_epub_since_edition,
	  gp_epub_since, NULL, NULL },
};
