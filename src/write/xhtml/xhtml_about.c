/* Rows and lists in the words of wording/ and of the manifest, none of its own.
   Nothing is found out here: what is new, what was repaired and what a file's
   digest is, others know. */
#include "write/xhtml/xhtml_about.h"

#include "base/text/uri.h"
#include "base/version.h"
#include "wording/abbreviation_list.h"
#include "wording/prepared.h"
#include "wording/printed_fields.h"
#include "wording/since_words.h"
#include "wording/summary_words.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml.h"
#include "write/xhtml/xhtml_related.h"

/* ---- what is new ---- */

/* <li> or <p> with the title, which leads to the article. */
static void
title_line(struct gp_xml *x, const struct gp_xhtml_about *a,
           const char *element, size_t i)
{
	const struct gp_doc *doc = a->pack->entries[i].doc;
	struct gp_str href = a->address(a->user, i);

	gp_xml_open(x, element);
	gp_xhtml_other_lang(x, doc->lang, a->lang);
	gp_xhtml_side(x, gp_title_text(doc, a->pack->labels));
	gp_xhtml_link(x, href.p, gp_title_text(doc, a->pack->labels));
	gp_xhtml_close(x);
}

static void
since_group(struct gp_xml *x, const struct gp_xhtml_about *a,
            enum gp_since_group group)
{
	struct gp_str title = gp_since_group_title(a->pack, group, a->arena);
	size_t i;

	if (title.n == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, title);
	gp_xhtml_open(x, "ul");
	for (i = 0; i < a->pack->n_entries; i++)
		if (gp_since_in_group(a->pack, i, group))
			title_line(x, a, "li", i);
	gp_xhtml_close(x);
}

static void
since_lines(struct gp_xml *x, const char *class, const struct gp_str *lines,
            size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		gp_xhtml_line(x, "p", class, lines[i]);
}

void
gp_xhtml_since(struct gp_xml *x, const struct gp_xhtml_about *a)
{
	struct gp_str lines[GP_SINCE_LINES];
	enum gp_since_group group;
	size_t n;

	n = gp_since_before(a->pack, a->arena, lines);
	since_lines(x, "dateline", lines, n);
	for (group = 0; group < GP_SINCE_GROUPS; group++)
		since_group(x, a, group);
	n = gp_since_behind(a->pack, a->arena, lines);
	since_lines(x, NULL, lines, n);
	gp_xml_need_arena(x, a->arena);
}

/* ---- summary ---- */

void
gp_xhtml_open_summed(struct gp_xml *x, const struct gp_xhtml_about *a, size_t i)
{
	gp_xhtml_open(x, "li");
	title_line(x, a, "p", i);
	gp_xhtml_line(x, "p", NULL, a->pack->entries[i].why);
}

void
gp_xhtml_lines_to_take(struct gp_xml *x, const struct gp_pack *pack,
                       const char *heading)
{
	struct gp_str line;
	size_t at = 0;

	if (!gp_summary_line(pack, &at, &line))
		return;
	gp_xhtml_line(x, heading, NULL,
	              gp_word(pack->labels, GP_W_LINES_TO_TAKE));
	gp_xhtml_open(x, "ul");
	do
		gp_xhtml_line(x, "li", NULL, line);
	while (gp_summary_line(pack, &at, &line));
	gp_xhtml_close(x);
}

/* ---- short forms ---- */

bool
gp_xhtml_has_short_forms(const struct gp_pack *pack)
{
	size_t i;

	for (i = 0; i < pack->n_entries; i++)
		if (pack->entries[i].doc->n_short_forms)
			return true;
	return false;
}

void
gp_xhtml_short_forms(struct gp_xml *x, const struct gp_xhtml_about *a)
{
	const struct gp_short_form *forms;
	size_t n, i;

	forms = gp_abbreviations(a->pack, a->arena, &n);
	gp_xhtml_open(x, "dl");
	for (i = 0; i < n; i++) {
		gp_xml_open(x, "dt");
		gp_xml_attrz(x, "epub:type", "glossterm");
		gp_xml_open(x, "dfn");
		gp_xml_element(x, "abbr", forms[i].brief);
		gp_xml_close_full(x);
		gp_xhtml_close(x);
		gp_xml_open(x, "dd");
		gp_xml_attrz(x, "epub:type", "glossdef");
		gp_xml_text(x, forms[i].full);
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
	gp_xml_need_arena(x, a->arena);
}

/* ---- articles, one by one ---- */

/* <li><cite> with the title, which leads to `href` unless that is "". */
static void
open_row(struct gp_xml *x, const struct gp_xhtml_about *a,
         const struct gp_doc *doc, struct gp_str href)
{
	gp_xml_open(x, "li");
	gp_xml_open(x, "cite");
	gp_xhtml_other_lang(x, doc->lang, a->lang);
	if (href.n) {
		gp_xml_open(x, "a");
		gp_xml_attr(x, "href", href);
	}
	gp_xhtml_name(x, gp_title_text(doc, a->pack->labels));
	if (href.n)
		gp_xml_close_full(x);
	gp_xml_close_full(x);
	gp_xml_text(x, gp_word(a->pack->labels, GP_W_COLON));
}

void
gp_xhtml_prepared_row(struct gp_xml *x, const struct gp_xhtml_about *a,
                      size_t i)
{
	const struct gp_doc *doc = a->pack->entries[i].doc;
	struct gp_buf done = { .max = 0 };

	if (a->pack->entries[i].withdrawn)
		return;
	open_row(x, a, doc, a->address(a->user, i));
	gp_prepared(doc, a->pack->labels, &done);
	gp_xml_text(x, gp_buf_view(&done));
	gp_xml_need_buf(x, &done);
	gp_buf_free(&done);
	gp_xhtml_close(x);
}

void
gp_xhtml_source_row(struct gp_xml *x, const struct gp_xhtml_about *a, size_t i)
{
	const struct gp_doc *doc = a->pack->entries[i].doc;
	struct gp_str name = doc->source.name;
	struct gp_buf url = { .max = 0 };

	if (a->pack->entries[i].withdrawn)
		return;
	(void)gp_url(doc->url.text, &url);
	open_row(x, a, doc, gp_buf_view(&url));
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
	gp_xhtml_name(x,
	              name.n ? name
	                     : gp_word(a->pack->labels, GP_W_SOURCE_UNKNOWN));
	if (doc->date.date.precision != GP_NO_DATE)
		gp_xml_text(x, gp_word(a->pack->labels, GP_W_COMMA));
	gp_xhtml_date(x, &doc->date.date, a->pack->labels);
	gp_xhtml_close(x);
}

/* ---- what it was made of, and the proof ---- */

void
gp_xhtml_inputs(struct gp_xml *x, const struct gp_pack *pack, size_t first,
                size_t end)
{
	size_t i;

	gp_xml_open(x, "ul");
	gp_xml_attrz(x, "class", "inputs");
	gp_xml_text(x, GP_STR("\n"));
	for (i = first; i < end; i++) {
		gp_xml_open(x, "li");
		gp_xml_text(x, pack->inputs[i].path);
		gp_xml_open(x, "br");
		gp_xml_close(x);
		gp_xml_element(x, "code", gp_str(pack->inputs[i].sha256));
		gp_xhtml_close(x);
	}
	gp_xhtml_close(x);
}

void
gp_xhtml_statement(struct gp_xml *x, struct gp_str heading, struct gp_str words)
{
	if (gp_str_trim(words).n == 0)
		return;
	gp_xhtml_line(x, "h2", NULL, heading);
	gp_xhtml_line(x, "p", NULL, words);
}

void
gp_xhtml_proof(struct gp_xml *x, const struct gp_xhtml_about *a)
{
	if (a->reference[0]) {
		gp_xhtml_line(x, "h2", NULL,
		              gp_word(a->pack->labels, GP_W_REFERENCE));
		gp_xml_open(x, "p");
		gp_xml_element(x, "strong", gp_str(a->reference));
		gp_xhtml_close(x);
		gp_xhtml_line(x, "p", NULL,
		              gp_word(a->pack->labels, GP_W_REFERENCE_TEXT));
	}
	gp_xhtml_statement(x, gp_word(a->pack->labels, GP_W_CHECK),
	                   gp_word(a->pack->labels, GP_W_CHECK_TEXT));
	gp_xml_open(x, "p");
	gp_xml_text(x, gp_word(a->pack->labels, GP_W_MADE_BY));
	gp_xml_text(x, GP_STR(" govpub " GP_VERSION "."));
	gp_xhtml_close(x);
}
