/* The pages of a pack beside its articles: what is new in it, its short forms,
   and what it is and was made of.  Each is there when it has something to say;
   the words are shared with the book, and none is found here. */
#include "wording/issue_words.h"
#include "wording/since_words.h"
#include "write/web/web_site.h"
#include "write/xhtml/page_elements.h"

static struct gp_str
address(const void *user, size_t i)
{
	const struct gp_web *w = user;
	char name[GP_WEB_NAME];

	gp_web_article_name(w, i, name);
	return gp_arena_cstr(w->arena, name);
}

struct gp_xhtml_about
gp_web_about_of(const struct gp_web *w)
{
	return (struct gp_xhtml_about){ .pack = w->pack,
		                        .arena = w->arena,
		                        .lang = w->lang,
		                        .reference = w->job->reference,
		                        .address = address,
		                        .user = w };
}

/* ---- what stands on them ---- */

static void
rows(struct gp_xml *x, const struct gp_xhtml_about *a,
     void (*row)(struct gp_xml *x, const struct gp_xhtml_about *a, size_t i))
{
	size_t i;

	gp_xhtml_open(x, "ul");
	for (i = 0; i < a->pack->n_entries; i++)
		row(x, a, i);
	gp_xhtml_close(x);
}

static void
of_articles(struct gp_xml *x, const struct gp_xhtml_about *a)
{
	if (a->pack->n_entries == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, gp_word(a->pack->labels, GP_W_SOURCES));
	rows(x, a, gp_xhtml_source_row);
	gp_xhtml_line(x, "h2", NULL, gp_word(a->pack->labels, GP_W_HOW_MADE));
	gp_xhtml_line(x, "p", NULL,
	              gp_word(a->pack->labels, GP_W_HOW_MADE_TEXT));
	rows(x, a, gp_xhtml_prepared_row);
}

static void
of_pack(struct gp_xml *x, const struct gp_xhtml_about *a)
{
	const struct gp_pack *pack = a->pack;

	gp_xhtml_statement(x, gp_word(a->pack->labels, GP_W_LICENCE),
	                   gp_issue_licence(pack, a->arena));
	gp_xhtml_statement(x, gp_word(a->pack->labels, GP_W_HANDLING),
	                   pack->info.handling);
	gp_xhtml_statement(x, gp_word(a->pack->labels, GP_W_CONTACT),
	                   pack->info.contact);
	of_articles(x, a);
	if (pack->n_inputs) {
		gp_xhtml_line(x, "h2", NULL,
		              gp_word(a->pack->labels, GP_W_INPUTS));
		gp_xhtml_line(x, "p", NULL,
		              gp_word(a->pack->labels, GP_W_INPUTS_TEXT));
		gp_xhtml_inputs(x, pack, 0, pack->n_inputs);
	}
	gp_xhtml_proof(x, a);
}

/* ---- which there are ---- */

static bool
has_since(const struct gp_web *w)
{
	return gp_since_is_told(w->pack);
}

static struct gp_str
since_title(const struct gp_web *w)
{
	return gp_since_title(w->pack);
}

static bool
has_short_forms(const struct gp_web *w)
{
	return gp_xhtml_has_short_forms(w->pack);
}

static struct gp_str
short_forms_title(const struct gp_web *w)
{
	return gp_word(w->pack->labels, GP_W_ABBREVIATIONS);
}

static bool
always(const struct gp_web *w)
{
	(void)w;
	return true;
}

static struct gp_str
about_title(const struct gp_web *w)
{
	return gp_word(w->pack->labels, GP_W_ABOUT);
}

static const struct about_page {
	const char *name;
	bool (*wanted)(const struct gp_web *w);
	struct gp_str (*title)(const struct gp_web *w);
	void (*write)(struct gp_xml *x, const struct gp_xhtml_about *a);
} pages[GP_WEB_ABOUT_PAGES] = {
	{ "since.html", has_since, since_title, gp_xhtml_since },
	{ "abbreviations.html", has_short_forms, short_forms_title,
	  gp_xhtml_short_forms },
	{ "about.html", always, about_title, of_pack },
};

const char *
gp_web_about_name(const struct gp_web *w, size_t page)
{
	return pages[page].wanted(w) ? pages[page].name : NULL;
}

void
gp_web_about(const struct gp_web *w, struct gp_xml *x, size_t page)
{
	const struct gp_xhtml_about about = gp_web_about_of(w);
	const struct gp_web_frame frame = { .lang = w->lang,
		                            .title = pages[page].title(w) };

	gp_web_open_page(w, x, &frame);
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "class", "statement");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_heading(x, frame.title);
	pages[page].write(x, &about);
	gp_xhtml_close(x);
	gp_web_close_page(w, x, &frame);
}

static void
link_to(const struct gp_web *w, struct gp_xml *x, const char *element,
        const struct about_page *page)
{
	gp_xml_open(x, element);
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xhtml_link(x, page->name, page->title(w));
	gp_xhtml_close(x);
}

void
gp_web_since_link(const struct gp_web *w, struct gp_xml *x)
{
	if (pages[0].wanted(w))
		link_to(w, x, "p", &pages[0]);
}

/* The feeds of a site stand beside its own first page. */
static bool
is_on_site(const struct gp_web *w)
{
	size_t i;

	for (i = 0; i < w->job->n_made; i++)
		if (gp_web_is_feed(&w->job->made[i]) &&
		    gp_str_starts(w->job->made[i].path, GP_STR("../")))
			return true;
	return false;
}

static void
link_to_site(const struct gp_web *w, struct gp_xml *x)
{
	gp_xml_open(x, "li");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xhtml_link(x, "../index.html",
	              gp_word(w->pack->labels, GP_W_PACKS_BY_MONTH));
	gp_xhtml_close(x);
}

void
gp_web_about_links(const struct gp_web *w, struct gp_xml *x)
{
	size_t i;

	gp_xml_open(x, "nav");
	gp_xml_attrz(x, "class", "forms");
	gp_xml_attr(x, "aria-label", gp_word(w->pack->labels, GP_W_ABOUT));
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_open(x, "ul");
	if (is_on_site(w))
		link_to_site(w, x);
	for (i = 0; i < GP_WEB_ABOUT_PAGES; i++)
		if (pages[i].wanted(w))
			link_to(w, x, "li", &pages[i]);
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}
