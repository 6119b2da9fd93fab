/* The summary as a page of the EPUB: the articles by number with a link to
   each, why they are in the pack, what lines to take.  The words are
   wording/'s; that of an article's text nothing stands here is its rule. */
#include "wording/summary_words.h"
#include "write/epub/epub_book.h"

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

void
gp_epub_summary(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_xhtml_about about = gp_epub_about(ep);
	size_t i;

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_IN_BRIEF));
	gp_epub_open_section(x, "preamble", NULL);
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_IN_BRIEF));
	gp_xhtml_open(x, "ol");
	for (i = 0; i < ep->pack->n_entries; i++) {
		gp_xhtml_open_summed(x, &about, i);
		write_source(x, ep->pack->entries[i].doc, ep->pack->labels);
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xhtml_lines_to_take(x, ep->pack, "h2");
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
