/* The page of the pack: what it is, what its editor says, its articles by
   section, its other forms.  Of an article it knows what a reader chooses by,
   not its text. */
#include "write/web/web_site.h"

#include "wording/issue_words.h"
#include "wording/printed_fields.h"
#include "wording/since_words.h"
#include "wording/summary_words.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml_related.h"

static void
subtitle(const struct gp_web *w, struct gp_xml *x)
{
	gp_xhtml_line(x, "p", "subtitle", w->pack->info.subtitle);
}

/* "10 November 2015 · Edition 2 · 5 articles · 18 min read" */
static void
particulars_of_pack(const struct gp_web *w, struct gp_xml *x)
{
	unsigned edition = w->pack->info.issue.edition;
	const struct gp_labels *l = w->pack->labels;

	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_date(x, &w->job->date, l);
	gp_xml_open(x, "span");
	gp_xhtml_own_words(x, l, w->lang);
	if (edition > 1) {
		gp_xml_text(x, GP_STR(" · "));
		gp_xhtml_count(x, l, GP_W_EDITION_NUMBER, edition);
	}
	gp_xml_text(x, GP_STR(" · "));
	gp_xhtml_count(x, l, GP_W_ARTICLES, w->pack->n_entries);
	if (w->minutes) {
		gp_xml_text(x, GP_STR(" · "));
		gp_xhtml_count(x, l, GP_W_MINUTES, w->minutes);
	}
	gp_xml_close_full(x);
	gp_xhtml_close(x);
}

static void
head_of_pack(const struct gp_web *w, struct gp_xml *x)
{
	gp_xml_open(x, "header");
	gp_xml_attrz(x, "class", "cover");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_line(x, "p", "organisation", w->pack->info.organisation);
	gp_xhtml_heading(x, gp_web_title(w));
	subtitle(w, x);
	particulars_of_pack(w, x);
	gp_xhtml_line(x, "p", "dateline",
	              gp_issue_line(w->pack, &w->job->date, w->arena));
	gp_xhtml_line(x, "p", "dateline", gp_issue_readers(w->pack, w->arena));
	gp_xhtml_line(x, "p", "lead",
	              gp_since_lead(&w->pack->since, &w->pack->info.date,
	                            w->pack->labels, w->arena));
	gp_web_since_link(w, x);
	gp_xhtml_close(x);
}

/* <section class="CLASS"> with its <h2>, whose words are ours. */
static void
open_section(const struct gp_web *w, struct gp_xml *x, const char *class,
             struct gp_str title)
{
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", class);
	gp_xml_attrz(x, "aria-labelledby", class);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "h2");
	gp_xml_attrz(x, "id", class);
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xml_text(x, title);
	gp_xhtml_close(x);
}

static void
note(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_xhtml_options options = { .heading_shift = 1,
		                                  .prefix = "h",
		                                  .anchors = true,
		                                  .boxes = true,
		                                  .labels = w->pack->labels };

	if (!w->pack->note)
		return;
	open_section(w, x, "note", gp_word(w->pack->labels, GP_W_EDITORS_NOTE));
	gp_xhtml_body(x, w->pack->note, &options);
	gp_xhtml_close(x);
}

/* ---- summary ---- */

/* Why each article is in the pack and what to say of it, before all else. */
static void
summary(const struct gp_web *w, struct gp_xml *x)
{
	const struct gp_xhtml_about about = gp_web_about_of(w);
	size_t i;

	if (!gp_summary_wanted(w->pack))
		return;
	open_section(w, x, "summary", gp_word(w->pack->labels, GP_W_IN_BRIEF));
	gp_xhtml_open(x, "ol");
	for (i = 0; i < w->pack->n_entries; i++) {
		gp_xhtml_open_summed(x, &about, i);
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xhtml_lines_to_take(x, w->pack, "h3");
	gp_xhtml_close(x);
}

/* ---- contents ---- */

/* "New · Civil Service World · 23 September 2015 · 3 min read" */
static void
particulars(const struct gp_web *w, struct gp_xml *x, size_t i)
{
	const struct gp_doc *doc = w->pack->entries[i].doc;
	struct gp_str mark = gp_since_mark(w->pack, i, w->arena);
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));
	bool dated = doc->date.date.precision != GP_NO_DATE;
	bool named = doc->source.name.n > 0;

	if (!dated && !named && !minutes && mark.n == 0)
		return;
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "class", "dateline");
	gp_xhtml_own_words(x, w->pack->labels,
	                   doc->lang.n ? doc->lang : w->lang);
	gp_xhtml_mark(x, mark, named || dated || minutes);
	gp_xhtml_name(x, doc->source.name);
	gp_xml_text(x, named && dated ? GP_STR(" · ") : GP_STR(""));
	gp_xhtml_date(x, &doc->date.date, w->pack->labels);
	if (minutes && (named || dated))
		gp_xml_text(x, GP_STR(" · "));
	if (minutes)
		gp_xhtml_count(x, w->pack->labels, GP_W_MINUTES, minutes);
	gp_xhtml_close(x);
}

static void
row(const struct gp_web *w, struct gp_xml *x, size_t i, const char *heading)
{
	const struct gp_doc *doc = w->pack->entries[i].doc;
	char name[GP_WEB_NAME];

	gp_web_article_name(w, i, name);
	gp_xml_open(x, "li");
	gp_xhtml_other_lang(x, doc->lang, w->lang);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, heading);
	gp_xhtml_side(x, gp_title_text(doc, w->pack->labels));
	gp_xhtml_link(x, name, gp_title_text(doc, w->pack->labels));
	gp_xhtml_close(x);
	gp_xhtml_line(x, "p", "standfirst", doc->standfirst.text);
	particulars(w, x, i);
	gp_xhtml_close(x);
}

/* A section's name and its list; returns the place after it. */
static size_t
section(const struct gp_web *w, struct gp_xml *x, size_t i)
{
	const struct gp_pack *pack = w->pack;
	size_t place = pack->entries[i].section;
	bool named = place != GP_NO_SECTION;

	if (named)
		gp_xhtml_line(x, "h3", "part", pack->sections[place]);
	gp_xml_open(x, "ol");
	gp_xml_attrz(x, "class", "contents");
	gp_xml_text(x, GP_STR("\n"));
	for (; i < pack->n_entries && pack->entries[i].section == place; i++)
		row(w, x, i, named ? "h4" : "h3");
	gp_xhtml_close(x);
	return i;
}

static void
contents(const struct gp_web *w, struct gp_xml *x)
{
	size_t i = 0;

	open_section(w, x, "toc", gp_word(w->pack->labels, GP_W_CONTENTS));
	while (i < w->pack->n_entries)
		i = section(w, x, i);
	gp_xhtml_close(x);
}

static void
rights(const struct gp_web *w, struct gp_xml *x)
{
	if (gp_str_trim(w->pack->info.rights).n == 0)
		return;
	open_section(w, x, "rights", gp_word(w->pack->labels, GP_W_RIGHTS));
	gp_xhtml_line(x, "p", NULL, w->pack->info.rights);
	gp_xhtml_close(x);
}

static void
reference(const struct gp_web *w, struct gp_xml *x)
{
	if (!w->job->reference[0])
		return;
	open_section(w, x, "reference",
	             gp_word(w->pack->labels, GP_W_REFERENCE));
	gp_xml_open(x, "p");
	gp_xml_element(x, "strong", gp_str(w->job->reference));
	gp_xhtml_close(x);
	gp_xml_open(x, "p");
	gp_xhtml_own_words(x, w->pack->labels, w->lang);
	gp_xml_text(x, gp_word(w->pack->labels, GP_W_REFERENCE_TEXT));
	gp_xhtml_close(x);
	gp_xhtml_close(x);
}

void
gp_web_index(const struct gp_web *w, struct gp_xml *x)
{
	struct gp_str whole = w->pack->info.issue.title;
	const struct gp_web_frame frame = {
		.lang = w->lang,
		.title = whole.n ? whole : gp_web_title(w),
		.is_index = true,
	};

	gp_web_open_page(w, x, &frame);
	head_of_pack(w, x);
	summary(w, x);
	note(w, x);
	contents(w, x);
	gp_web_forms(w, x, GP_W_OTHER_FORMS);
	rights(w, x);
	reference(w, x);
	gp_web_about_links(w, x);
	gp_web_close_page(w, x, &frame);
}
