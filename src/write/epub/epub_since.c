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

static void
write_row(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, i, path);
	gp_xml_open(x, "li");
	gp_xhtml_other_lang(x, doc->lang, ep->lang);
	gp_xhtml_link(x, path, gp_title_text(doc, ep->pack->labels));
	gp_xhtml_close(x);
}

static void
write_group(const struct gp_epub *ep, struct gp_xml *x,
            enum gp_since_group group)
{
	struct gp_str title = gp_since_group_title(ep->pack, group, ep->arena);
	size_t i;

	if (title.n == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, title);
	gp_xhtml_open(x, "ul");
	for (i = 0; i < ep->pack->n_entries; i++)
		if (gp_since_in_group(ep->pack, i, group))
			write_row(ep, x, i);
	gp_xhtml_close(x);
}

static void
write_lines(struct gp_xml *x, const char *class, const struct gp_str *lines,
            size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		gp_xhtml_line(x, "p", class, lines[i]);
}

void
gp_epub_since(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_str lines[GP_SINCE_LINES];
	struct gp_str title = gp_since_title(ep->pack);
	enum gp_since_group group;
	size_t n;

	gp_epub_open_page(ep, x, "", ep->lang, title);
	gp_epub_open_section(x, "preamble", NULL);
	gp_xhtml_heading(x, title);
	n = gp_since_before(ep->pack, ep->arena, lines);
	write_lines(x, "dateline", lines, n);
	for (group = 0; group < GP_SINCE_GROUPS; group++)
		write_group(ep, x, group);
	n = gp_since_behind(ep->pack, ep->arena, lines);
	write_lines(x, NULL, lines, n);
	gp_xhtml_close(x);
	gp_epub_back_link(ep, x, "contents.xhtml");
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
