/* The pages after the articles: abbreviations; sources and rights; what the
   pack was made from, what was done to each text, and how to check it.
   Lists of a large pack are cut into pieces with pages of their own.  How a
   row of them is written is not known here: a browser's pages have the
   same. */
#include "wording/issue_words.h"
#include "write/epub/epub_book.h"

/* Of a large pack, on one page. */
enum { INPUTS = 500 };

/* ---- abbreviations ---- */

static bool
has_abbreviations(const struct gp_epub *ep)
{
	return gp_xhtml_has_short_forms(ep->pack);
}

static void
abbreviations(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_xhtml_about about = gp_epub_about(ep);

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_ABBREVIATIONS));
	gp_epub_open_section(x, "glossary", "doc-glossary");
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_ABBREVIATIONS));
	gp_xhtml_short_forms(x, &about);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- articles, one by one ---- */

static void
each_article(const struct gp_epub *ep, struct gp_xml *x,
             struct gp_epub_part part, bool of_preparation)
{
	const struct gp_xhtml_about about = gp_epub_about(ep);
	size_t i;

	gp_xhtml_open(x, "ul");
	for (i = part.first; i < part.end; i++)
		if (of_preparation)
			gp_xhtml_prepared_row(x, &about, i);
		else
			gp_xhtml_source_row(x, &about, i);
	gp_xhtml_close(x);
}

/* ---- lists in pieces ---- */

/* "Inputs, 201–400"; the label of a part where it is one of articles. */
static struct gp_str
piece_label(const struct gp_epub *ep, size_t piece)
{
	size_t first;

	if (piece < ep->n_parts)
		return gp_epub_part_label(ep, piece);
	first = (piece - ep->n_parts) * INPUTS;
	return gp_arena_printf(
		ep->arena, "%.*s%.*s%zu–%zu",
		GP_ARG(gp_word(ep->pack->labels, GP_W_INPUTS)),
		GP_ARG(gp_word(ep->pack->labels, GP_W_COMMA)), first + 1,
		first + INPUTS < ep->pack->n_inputs ? first + INPUTS
						    : ep->pack->n_inputs);
}

static size_t
article_pieces(const struct gp_epub *ep)
{
	return ep->n_parts;
}

static size_t
colophon_pieces(const struct gp_epub *ep)
{
	if (ep->n_parts == 0)
		return 0;
	return ep->n_parts + (ep->pack->n_inputs + INPUTS - 1) / INPUTS;
}

/* Links to the pieces of a page from `from` to before `to`. */
static void
piece_links(const struct gp_epub *ep, struct gp_xml *x, const char *page,
            size_t from, size_t to)
{
	char path[GP_EPUB_PATH];

	gp_xhtml_open(x, "ul");
	for (; from < to; from++) {
		gp_epub_piece_path(page, from, path);
		gp_xml_open(x, "li");
		gp_xhtml_link(x, path, piece_label(ep, from));
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xml_need_arena(x, ep->arena);
}

static void
open_piece(const struct gp_epub *ep, struct gp_xml *x, enum gp_word page,
           size_t piece)
{
	struct gp_str title =
		gp_arena_printf(ep->arena, "%.*s%.*s%.*s",
	                        GP_ARG(gp_word(ep->pack->labels, page)),
	                        GP_ARG(gp_word(ep->pack->labels, GP_W_COLON)),
	                        GP_ARG(piece_label(ep, piece)));

	gp_epub_open_page(ep, x, "", ep->lang, title);
	gp_epub_open_section(x, "appendix", "doc-appendix");
	gp_xhtml_heading(x, title);
	gp_xml_need_arena(x, ep->arena);
}

/* With the way back to the page that it is a piece of. */
static void
close_piece(const struct gp_epub *ep, struct gp_xml *x, const char *href,
            enum gp_word page)
{
	gp_xml_open(x, "p");
	gp_xhtml_link(x, href, gp_word(ep->pack->labels, page));
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

/* ---- sources and rights ---- */

static void
statement(const struct gp_epub *ep, struct gp_xml *x, enum gp_word heading,
          struct gp_str words)
{
	gp_xhtml_statement(x, gp_word(ep->pack->labels, heading), words);
}

static void
sources(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_epub_part all = { 0, ep->pack->n_entries };

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_SOURCES_RIGHTS));
	gp_epub_open_section(x, "copyright-page", NULL);
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_SOURCES_RIGHTS));
	gp_xhtml_line(x, "h2", NULL, gp_word(ep->pack->labels, GP_W_SOURCES));
	if (ep->n_parts)
		piece_links(ep, x, "sources", 0, ep->n_parts);
	else if (all.end)
		each_article(ep, x, all, false);
	statement(ep, x, GP_W_RIGHTS, ep->pack->info.rights);
	statement(ep, x, GP_W_LICENCE, gp_issue_licence(ep->pack, ep->arena));
	statement(ep, x, GP_W_HANDLING, ep->pack->info.handling);
	statement(ep, x, GP_W_CONTACT, ep->pack->info.contact);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

static void
sources_piece(const struct gp_epub *ep, struct gp_xml *x, size_t piece)
{
	open_piece(ep, x, GP_W_SOURCES, piece);
	each_article(ep, x, ep->parts[piece], false);
	close_piece(ep, x, "sources.xhtml", GP_W_SOURCES_RIGHTS);
}

/* ---- colophon ---- */

static void
input_list(const struct gp_epub *ep, struct gp_xml *x, size_t first)
{
	size_t end = ep->pack->n_inputs;

	if (ep->n_parts && end - first > INPUTS)
		end = first + INPUTS;
	gp_xhtml_inputs(x, ep->pack, first, end);
}

static void
inputs(const struct gp_epub *ep, struct gp_xml *x)
{
	if (ep->pack->n_inputs == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, gp_word(ep->pack->labels, GP_W_INPUTS));
	gp_xhtml_line(x, "p", NULL,
	              gp_word(ep->pack->labels, GP_W_INPUTS_TEXT));
	if (ep->n_parts)
		piece_links(ep, x, "colophon", ep->n_parts,
		            colophon_pieces(ep));
	else
		input_list(ep, x, 0);
}

static void
preparations(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_epub_part all = { 0, ep->pack->n_entries };

	if (all.end == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, gp_word(ep->pack->labels, GP_W_HOW_MADE));
	gp_xhtml_line(x, "p", NULL,
	              gp_word(ep->pack->labels, GP_W_HOW_MADE_TEXT));
	if (ep->n_parts)
		piece_links(ep, x, "colophon", 0, ep->n_parts);
	else
		each_article(ep, x, all, true);
}

static void
colophon(const struct gp_epub *ep, struct gp_xml *x)
{
	const struct gp_xhtml_about about = gp_epub_about(ep);

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_ABOUT));
	gp_epub_open_section(x, "colophon", "doc-colophon");
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_ABOUT));
	preparations(ep, x);
	inputs(ep, x);
	gp_xhtml_proof(x, &about);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
}

/* Pieces of what was done to each article, then of the list of inputs. */
static void
colophon_piece(const struct gp_epub *ep, struct gp_xml *x, size_t piece)
{
	open_piece(ep, x, GP_W_ABOUT, piece);
	if (piece < ep->n_parts)
		each_article(ep, x, ep->parts[piece], true);
	else
		input_list(ep, x, (piece - ep->n_parts) * INPUTS);
	close_piece(ep, x, "colophon.xhtml", GP_W_ABOUT);
}

/* ---- the table ---- */

const struct gp_epub_page gp_epub_back[GP_EPUB_BACK] = {
	{ "abbreviations", "glossary", GP_W_ABBREVIATIONS, true,
	  has_abbreviations, abbreviations, NULL, NULL },
	{ "sources", "copyright-page", GP_W_SOURCES_RIGHTS, true,
	  gp_epub_always, sources, article_pieces, sources_piece },
	{ "colophon", "colophon", GP_W_ABOUT, true, gp_epub_always, colophon,
	  colophon_pieces, colophon_piece },
};
