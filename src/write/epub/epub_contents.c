/* The table of contents for people, and of a large pack a page for each of
   its parts: title, source, day, length and printed page of each article.
   It is a page like others; what reading systems open instead is made of the
   same rows in epub_nav.c. */
#include "wording/line_parts.h"
#include "wording/since_words.h"
#include "write/epub/epub_book.h"

/* The printed page on which an article begins; 0: not known. */
static unsigned
print_page(const struct gp_epub *ep, size_t i)
{
	const struct gp_page_start *s = ep->print.rows;
	size_t k = ep->first_page[i];

	if (ep->print.count == 0)
		return 0;
	if (k < ep->first_page[i + 1] && s[k].part == GP_PAGE_IN_HEAD)
		return s[k].number;
	return k ? s[k - 1].number : 0;
}

/* "New · Civil Service World · 23 September 2015 · 3 min read · page 4" */
static void
particulars(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = ep->pack->entries[i].doc;
	unsigned page = print_page(ep, i);
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool named = doc->source.name.n > 0;
	struct gp_str mark = gp_since_mark(ep->pack, i, ep->arena);
	const struct gp_labels *l = ep->pack->labels;

	if (!dated && !named && !minutes && mark.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_own_words(x, l, doc->lang.n ? doc->lang : ep->lang);
	gp_xhtml_mark(x, mark, named || dated || minutes);
	/* A name in Arabic would take the day's number beside it (UAX #9,
	   N1). */
	gp_xhtml_name(x, doc->source.name);
	gp_xml_text(x, named && dated ? GP_STR(" · ") : GP_STR(""));
	gp_xhtml_date(x, &doc->date.date, l);
	if (minutes && (named || dated))
		gp_xml_text(x, GP_STR(" · "));
	if (minutes)
		gp_xhtml_count(x, l, GP_W_MINUTES, minutes);
	if (page) {
		gp_xml_text(x, GP_STR(" · "));
		gp_xhtml_count(x, l, GP_W_PAGE_NUMBER, page);
	}
	gp_xhtml_close(x);
}

static void
contents_row(const struct gp_epub *ep, struct gp_xml *x, size_t i,
             const char *heading)
{
	const struct gp_entry *entry = &ep->pack->entries[i];
	char path[GP_EPUB_PATH];

	gp_epub_article_path(ep, i, path);
	gp_xml_open(x, "li");
	gp_xhtml_other_lang(x, entry->doc->lang, ep->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, heading);
	gp_xhtml_side(x, gp_title_text(entry->doc, ep->pack->labels));
	gp_xhtml_link(x, path, gp_title_text(entry->doc, ep->pack->labels));
	gp_xhtml_close(x);
	gp_xhtml_line(x, "p", "standfirst", entry->doc->standfirst.text);
	particulars(ep, x, i);
	gp_xhtml_close(x);
}

static void
open_list(struct gp_xml *x)
{
	gp_xml_open(x, "ol");
	gp_xml_attrz(x, "class", "contents");
	gp_xml_text(x, GP_STR("\n"));
}

/* A section's name and its list; returns the place after it. */
static size_t
contents_section(const struct gp_epub *ep, struct gp_xml *x, size_t i)
{
	const struct gp_pack *pack = ep->pack;
	size_t section = pack->entries[i].section;
	bool named = section != GP_NO_SECTION;

	if (named)
		gp_xhtml_line(x, "h2", "part", pack->sections[section]);
	open_list(x);
	for (; i < pack->n_entries && pack->entries[i].section == section; i++)
		contents_row(ep, x, i, named ? "h3" : "h2");
	gp_xhtml_close(x);
	return i;
}

/* The way to the page of a part, and its first title. */
static void
part_row(const struct gp_epub *ep, struct gp_xml *x, size_t part)
{
	size_t first = ep->parts[part].first;
	char path[GP_EPUB_PATH];

	gp_epub_part_path(part, path);
	gp_xhtml_open(x, "li");
	gp_xml_open(x, "h2");
	gp_xhtml_link(x, path, gp_epub_part_label(ep, part));
	gp_xhtml_close(x);
	gp_xhtml_line(
		x, "p", "standfirst",
		gp_title_text(ep->pack->entries[first].doc, ep->pack->labels));
	gp_xhtml_close(x);
}

static void
all_parts(const struct gp_epub *ep, struct gp_xml *x)
{
	size_t i;

	open_list(x);
	for (i = 0; i < ep->n_parts; i++)
		part_row(ep, x, i);
	gp_xhtml_close(x);
}

void
gp_epub_contents(const struct gp_epub *ep, struct gp_xml *x)
{
	size_t n = ep->pack->n_entries, i = 0;
	struct gp_buf text = { .max = 0 };

	gp_epub_open_page(ep, x, "", ep->lang,
	                  gp_word(ep->pack->labels, GP_W_CONTENTS));
	gp_epub_open_section(x, "toc", "doc-toc");
	gp_xhtml_heading(x, gp_word(ep->pack->labels, GP_W_CONTENTS));
	gp_xhtml_line(x, "p", "date", gp_epub_lead(ep));
	gp_line_count(&text, ep->pack->labels, GP_W_ARTICLES, n);
	if (ep->minutes)
		gp_line_count(&text, ep->pack->labels, GP_W_MINUTES,
		              ep->minutes);
	gp_xhtml_line(x, "p", "dateline", gp_buf_view(&text));
	gp_xml_need_buf(x, &text);
	gp_buf_free(&text);
	if (ep->n_parts)
		all_parts(ep, x);
	while (!ep->n_parts && i < n)
		i = contents_section(ep, x, i);
	gp_xhtml_close(x);
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}

void
gp_epub_part(const struct gp_epub *ep, struct gp_xml *x, size_t part)
{
	const struct gp_epub_part *p = &ep->parts[part];
	struct gp_str label = gp_epub_part_label(ep, part);
	size_t i;

	gp_epub_open_page(ep, x, "", ep->lang, label);
	gp_epub_open_section(x, "toc", "doc-toc");
	gp_xhtml_heading(x, label);
	open_list(x);
	for (i = p->first; i < p->end; i++)
		contents_row(ep, x, i, "h2");
	gp_xhtml_close(x);
	gp_xhtml_close(x);
	gp_epub_back_link(ep, x, "contents.xhtml");
	gp_epub_close_page(ep, x);
	gp_xml_need_arena(x, ep->arena);
}
