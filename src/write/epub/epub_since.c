/* The page that says what is new in a pack of a series, with links to the
   articles, and the same in short: the line that a later edition leads
   with.  The words are wording/'s; what is new is not
   found out here. */
#include "wording/since_words.h"
#include "write/epub/epub_book.h"

struct gp_str
gp_epub_lead(const struct gp_epub *ep)
{
	return gp_since_lead(&ep->pack->since, &ep->pack->info.date,
	                     ep->pack->labels, ep->arena);
}

bool
gp_epub_since_pack(const struct gp_epub *ep)
{
	return gp_since_is_told(ep->pack) && ep->pack->since.has_last;
}

bool
gp_epub_since_edition(const struct gp_epub *ep)
{
	return gp_since_is_told(ep->pack) && !ep->pack->since.has_last;
}

void
gp_epub_since(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_xhtml_about about = gp_epub_about(ep);
	struct gp_str title = gp_since_title(ep->pack);

	gp_epub_open_page(ep, x, "", ep->lang, title);
	gp_epub_open_section(x, "preamble", NULL);
	gp_xhtml_heading(x, title);
	gp_xhtml_since(x, &about);
	gp_xhtml_close(x);
	gp_epub_back_link(ep, x, "contents.xhtml");
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
