/* What stands at the address of an article that was withdrawn: a sentence and
   the way to the others.  It has no word of the article, and knows no
   reason. */
#include "write/web/web_site.h"

#include "write/xhtml/page_elements.h"

void
gp_web_gone(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_web_frame frame = {
		.lang = w->lang,
		.title = gp_word(w->pack->labels, GP_W_ARTICLE_IS_OUT),
	};

	gp_web_open_page(w, x, &frame);
	gp_xhtml_heading(x, frame.title);
	gp_xml_open(x, "p");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xhtml_link(x, GP_WEB_INDEX, gp_word(w->pack->labels, GP_W_BACK));
	gp_xhtml_close(x);
	gp_web_close_page(w, x, &frame);
}
