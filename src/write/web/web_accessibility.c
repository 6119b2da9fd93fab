/* The page that says how the pages are made for whom pages are often hard to
   use.  It repeats what the tests of this program look for; it judges no
   article, and knows no standard by name. */
#include "write/web/web_site.h"

#include "write/xhtml/page_elements.h"

static void
said(struct gp_xml *x, bool is_so, struct gp_str words)
{
	if (is_so)
		gp_xhtml_line(x, "li", NULL, words);
}

static void
pictures(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_shown_pictures *p = &w->shown;

	said(x, p->first && !p->lacks_alt,
	     gp_word(w->pack->labels, GP_W_SUMMARY_ALT));
	said(x, p->first && p->lacks_alt,
	     gp_word(w->pack->labels, GP_W_SUMMARY_NO_ALT));
	said(x, p->lacks_pictures,
	     gp_word(w->pack->labels, GP_W_SUMMARY_IMAGES));
}

static void
tell(const struct gp_web *w, struct gp_xml *x)
{
	struct gp_str who = gp_str_trim(w->pack->info.organisation);

	if (who.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_text(x, gp_word(w->pack->labels, GP_W_TELL));
	gp_xml_text(x, GP_STR(" "));
	gp_xhtml_name(x, who);
	gp_xml_text(x, GP_STR("."));
	gp_xhtml_close(x);
}

static void
statement(const struct gp_web *w, struct gp_xml *x)
{
	gp_xhtml_line(x, "p", NULL, gp_word(w->pack->labels, GP_W_NO_CLAIM));
	gp_xhtml_line(x, "h2", NULL,
	              gp_word(w->pack->labels, GP_W_HOW_THEY_ARE_MADE));
	gp_xhtml_open(x, "ul");
	said(x, true, gp_word(w->pack->labels, GP_W_MARKED_UP));
	said(x, true, gp_word(w->pack->labels, GP_W_KEYBOARD));
	said(x, true, gp_word(w->pack->labels, GP_W_LOOK));
	said(x, true, gp_word(w->pack->labels, GP_W_TABLES));
	pictures(w, x);
	said(x, true, gp_word(w->pack->labels, GP_W_AS_THE_SOURCES));
	said(x, w->job->n_made > 0, gp_word(w->pack->labels, GP_W_OTHER_TEXTS));
	gp_xhtml_close(x);
	tell(w, x);
}

void
gp_web_accessibility(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_web_frame frame = {
		.lang = w->lang,
		.title = gp_word(w->pack->labels, GP_W_ACCESSIBILITY),
	};

	gp_web_open_page(w, x, &frame);
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "class", "statement");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_heading(x, frame.title);
	statement(w, x);
	gp_xhtml_close(x);
	gp_web_close_page(w, x, &frame);
}
