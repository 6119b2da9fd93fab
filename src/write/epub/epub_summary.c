/* The summary as a page of the EPUB: the articles by number with a link to
   each, why they are in the pack, what lines to take.  The words are
   wording/'s; that of an article's text nothing stands here is its rule. */
#include "wording/summary_words.h"
#include "write/epub/epub_book.h"

#include <stdio.h>

bool
gp_epub_has_summary(const struct gp_epub *ep)
{
	return gp_summary_wanted(ep->pack);
}

static void
write_source(struct gp_xml *x, const struct gp_doc *doc,
             const struct gp_labels *l)
{
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool named = doc->source.name.n > 0;

	if (!dated && !named)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_name(x, doc->source.name);
	gp_xml_text(x, named && dated ? gp_word(l, GP_W_COMMA) : GP_STR(""));
	gp_xhtml_date(x, &doc->date.date, l);
	gp_xhtml_close(x);
}

static void
write_summed_article(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_entry *entry = &ep->pack->entries[i];
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, i, path);
	gp_xhtml_open(x, "li");
	gp_xml_open(x, "p");
	gp_xhtml_other_lang(x, entry->doc->lang, ep->lang);
	gp_xhtml_link(x, path, gp_title_text(entry->doc, ep->pack->labels));
	gp_xhtml_close(x);
	gp_xhtml_line(x, "p", NULL, entry->why);
	write_source(x, entry->doc, ep->pack->labels);
	gp_xhtml_close(x);
}

static void
write_lines_to_take(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_str line;
	size_t at = 0;

	if (!gp_summary_line(ep->pack, &at, &line))
		return;
	gp_xhtml_line(x, "h2", NULL,
	              gp_word(ep->pack->labels, GP_W_LINES_TO_TAKE));
	gp_xhtml_open(x, "ul");
	do
		gp_xhtml_line(x, "li", NULL, line);
	while (gp_summary_line(ep->pack, &at, &line));
	gp_xhtml_close(x);
}

void
gp_epub_summary(const struct gp_epub *ep, struct gp_xml *x)
{
	size_t i;

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_IN_BRIEF));
	gp_epub_open_section(x, "preamble", NULL);
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_IN_BRIEF));
	gp_xhtml_open(x, "ol");
	for (i = 0; i < ep->pack->n_entries; i++)
		write_summed_article(ep, x, i);
	gp_xhtml_close(x);
	write_lines_to_take(ep, x);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
