/* One article as the elements of an entry: title, authors, dates,
   categories, source, links, and its content as escaped HTML, whole or up to
   some eighty words.  An address that may not be linked to is left out.
   When it was last changed is told by the feed, which alone compares with an
   earlier one. */
#include "write/atom/atom_entry.h"

#include "base/text/lang.h"
#include "base/text/uri.h"
#include "model/node_words.h"
#include "write/xhtml/xhtml.h"
#include "write/xhtml/xhtml_corrections.h"
#include "wording/printed_fields.h"

/* An extract ends with the paragraph in which it reaches so many words. */
enum { EXTRACT_WORDS = 80 };

/* ---- content ---- */

static void
write_extract(struct gp_xml *x, const struct gp_doc *doc,
              const struct gp_xhtml_options *plain)
{
	const struct gp_node *n;
	size_t words = 0;

	for (n = doc->body->first; n && words < EXTRACT_WORDS; n = n->next) {
		if (n->kind != GP_PARAGRAPH)
			continue;
		gp_xml_open(x, "p");
		gp_xhtml_inline(x, n, plain);
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR("\n"));
		words += gp_node_count_words(n);
	}
}

bool
gp_atom_html(const struct gp_atom_row *row, struct gp_buf *out,
             struct gp_err *e)
{
	/* Without ids, which readers take out or change: links within an
	   article are words, and its notes stand numbered at the end. */
	const struct gp_xhtml_options plain = { .plain = true,
		                                .labels = row->entry->labels };
	const struct gp_doc *doc = row->entry->doc;
	struct gp_xml *x;

	if (row->part == GP_FEED_LINKS)
		return true;
	x = gp_xml_new(out, false);
	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_xhtml_corrections_plain(x, row->entry, row->lang, row->labels);
	if (row->part == GP_FEED_FULL)
		gp_xhtml_body(x, doc, &plain);
	else
		write_extract(x, doc, &plain);
	return gp_xml_finish(x, e);
}

/* ---- small elements ---- */

struct gp_str
gp_atom_publisher(const struct gp_pack *pack)
{
	return pack->info.organisation.n ? pack->info.organisation
	                                 : pack->info.title;
}

/* Readers show no author at all unless each entry has one of its own. */
static void
write_authors(struct gp_xml *x, const struct gp_pack *pack,
              const struct gp_doc *doc)
{
	const struct gp_author *a = doc->byline.authors;
	bool named = !pack->info.wants_protection;
	size_t i;

	for (i = 0; named && i < doc->byline.n_authors; i++)
		gp_atom_author(x, a[i].display.n ? a[i].display : a[i].name);
	if (i > 0)
		return;
	if (named && doc->byline.text.n)
		gp_atom_author(x, doc->byline.text);
	else if (doc->source.name.n)
		gp_atom_author(x, doc->source.name);
	else
		gp_atom_author(x, gp_atom_publisher(pack));
}

static void
write_date(struct gp_xml *x, const char *element, const struct gp_date *date)
{
	char text[GP_DATE_TEXT];

	gp_date_rfc3339(date, text);
	gp_xml_element(x, element, gp_str(text));
}

/* A day that is not yet is a slip of the source. */
static bool
is_to_come(const struct gp_atom_row *row)
{
	return row->latest.precision != GP_NO_DATE &&
	       gp_date_cmp(&row->entry->doc->date.date, &row->latest) > 0;
}

/* The day of a later change says nothing of the day of publication. */
struct gp_date
gp_atom_published(const struct gp_atom_row *row)
{
	const struct gp_dateline *line = &row->entry->doc->date;

	if (line->date.precision == GP_NO_DATE)
		return row->undated_as;
	if (line->role == GP_MODIFIED || is_to_come(row))
		return (struct gp_date){ .precision = GP_NO_DATE };
	return line->date;
}

static void
write_published(struct gp_xml *x, const struct gp_atom_row *row)
{
	struct gp_date published = gp_atom_published(row);

	if (published.precision != GP_NO_DATE)
		write_date(x, "published", &published);
}

static void
category(struct gp_xml *x, struct gp_str term)
{
	gp_xml_open(x, "category");
	gp_xml_attr(x, "term", term);
	gp_xml_close(x);
}

/* No entry is without `updated`: this one's is of its pack. */
static void
write_undated(struct gp_xml *x, const struct gp_labels *l)
{
	gp_xml_open(x, "category");
	gp_xml_attrz(x, "term", "undated");
	gp_xml_attr(x, "label", gp_word(l, GP_W_UNDATED));
	gp_xml_close(x);
}

bool
gp_atom_has_tags(const struct gp_pack *pack, const struct gp_entry *entry)
{
	return gp_atom_part(pack, entry) == GP_FEED_FULL;
}

/* The section of the pack, then what the source files it under. */
static void
write_categories(struct gp_xml *x, const struct gp_pack *pack,
                 const struct gp_entry *entry)
{
	const struct gp_doc *doc = entry->doc;
	struct gp_str section = GP_STR("");
	size_t i;

	if (entry->section < pack->n_sections)
		section = pack->sections[entry->section];
	if (section.n)
		category(x, section);
	for (i = 0; gp_atom_has_tags(pack, entry) && i < doc->n_tags; i++)
		if (!gp_str_eq(doc->tags[i], section))
			category(x, doc->tags[i]);
	if (doc->date.date.precision == GP_NO_DATE && !entry->withdrawn)
		write_undated(x, pack->labels);
}

/* Where the article came from.  Its own feed is not known, so the id is made
   from the name: the same source has the same id in every pack. */
static void
write_source(struct gp_xml *x, const struct gp_atom_row *row)
{
	const struct gp_doc *doc = row->entry->doc;
	char urn[GP_UUID_URN];
	struct gp_buf key = { .max = 0 };

	if (doc->source.name.n == 0)
		return;
	gp_buf_puts(&key, "govpub source\n");
	gp_buf_str(&key, doc->source.name);
	gp_uuid_from_name(gp_buf_view(&key), urn);
	gp_buf_free(&key);
	gp_xml_open(x, "source");
	gp_xml_element(x, "id", gp_str(urn));
	gp_xml_element(x, "title", doc->source.name);
	if (doc->date.date.precision != GP_NO_DATE && !is_to_come(row))
		write_date(x, "updated", &doc->date.date);
	gp_xml_close(x);
}

/* ---- the entry ---- */

bool
gp_atom_original(const struct gp_doc *doc, struct gp_buf *out)
{
	size_t before = out->len;

	if (gp_url(doc->url.text, out) &&
	    gp_web_scheme(gp_str_sub(gp_buf_view(out), before, out->len)))
		return true;
	out->len = before;
	return false;
}

bool
gp_atom_address(const struct gp_pack *pack, const struct gp_entry *entry,
                struct gp_buf *out)
{
	if (gp_atom_original(entry->doc, out))
		return true;
	if (pack->info.base_url.n == 0)
		return false;
	gp_buf_str(out, pack->info.base_url);
	gp_buf_putc(out, '#');
	gp_buf_str(out, entry->id);
	return true;
}

/* RFC 4287, 4.1.2: an entry without content must have an alternate link; one
   with content names only the original, which is the article elsewhere. */
static void
write_alternate(struct gp_xml *x, const struct gp_pack *pack,
                const struct gp_atom_row *row)
{
	struct gp_buf url = { .max = 0 };

	if (row->part == GP_FEED_LINKS
	            ? gp_atom_address(pack, row->entry, &url)
	            : gp_atom_original(row->entry->doc, &url))
		gp_atom_link(x, "alternate", NULL, gp_buf_view(&url));
	gp_buf_free(&url);
}

static void
write_text_content(struct gp_xml *x, const char *type, struct gp_str text)
{
	gp_xml_open(x, "content");
	gp_xml_attrz(x, "type", type);
	gp_xml_text(x, text);
	gp_xml_close_full(x);
}

enum gp_feed_rights
gp_atom_part(const struct gp_pack *pack, const struct gp_entry *entry)
{
	if (pack->info.wants_protection)
		return GP_FEED_LINKS;
	return entry->share == GP_SHARE_FULL ? pack->info.feed_rights
	                                     : GP_FEED_FULL;
}

struct gp_str
gp_atom_marked(const struct gp_pack *pack)
{
	return pack->info.wants_protection
	               ? gp_word(pack->labels, GP_W_PACK_ONLY)
	               : GP_STR("");
}

struct gp_str
gp_atom_title(const struct gp_pack *pack, const struct gp_doc *doc)
{
	return pack->info.wants_protection ? pack->info.marking
	                                   : gp_title_text(doc, pack->labels);
}

void
gp_atom_summary(const struct gp_atom_row *row, struct gp_buf *out)
{
	struct gp_str standfirst = row->entry->doc->standfirst.text;

	if (row->marked.n) {
		gp_buf_str(out, row->marked);
		return;
	}
	if (row->part == GP_FEED_LINKS && row->entry->withdrawn)
		gp_buf_str(out, gp_word(row->labels, GP_W_ARTICLE_IS_OUT));
	else if (row->part == GP_FEED_LINKS)
		gp_corrections_text(row->entry, row->labels, out);
	if (out->len && standfirst.n)
		gp_buf_putc(out, '\n');
	gp_buf_str(out, standfirst);
}

static void
write_summary(struct gp_xml *x, const struct gp_atom_row *row)
{
	struct gp_buf text = { .max = 0 };

	gp_atom_summary(row, &text);
	if (text.len)
		gp_xml_element(x, "summary", gp_buf_view(&text));
	gp_xml_need_buf(x, &text);
	gp_buf_free(&text);
}

/* With nothing to link to, words keep a links-only entry valid. */
static void
write_content(struct gp_xml *x, const struct gp_pack *pack,
              const struct gp_atom_row *row)
{
	struct gp_buf url = { .max = 0 }, text = { .max = 0 };

	if (row->part != GP_FEED_LINKS)
		write_text_content(x, "html", row->html);
	else if (!gp_atom_address(pack, row->entry, &url)) {
		gp_atom_summary(row, &text);
		write_text_content(
			x, "text",
			text.len ? gp_buf_view(&text)
				 : gp_atom_title(pack, row->entry->doc));
	}
	gp_xml_need_buf(x, &text);
	gp_buf_free(&text);
	gp_buf_free(&url);
}

/* One element says what may be done with it (RFC 4287, 4.2.10). */
static void
write_rights(struct gp_xml *x, const struct gp_pack *pack,
             const struct gp_doc *doc)
{
	if (doc->licence.words.n)
		gp_xml_element(x, "rights", doc->licence.words);
	else if (pack->info.rights.n)
		gp_xml_element(x, "rights", pack->info.rights);
}

void
gp_atom_entry(struct gp_xml *x, const struct gp_pack *pack,
              const struct gp_atom_row *row)
{
	const struct gp_doc *doc = row->entry->doc;
	char updated[GP_DATE_TEXT];

	gp_date_utc(&row->updated, updated);
	gp_xml_open(x, "entry");
	if (gp_lang_ok(doc->lang) && !gp_str_eq(doc->lang, pack->info.lang))
		gp_xml_attr(x, "xml:lang", doc->lang);
	gp_xml_element(x, "title", gp_atom_title(pack, doc));
	gp_xml_element(x, "id", row->entry->uri);
	write_alternate(x, pack, row);
	write_published(x, row);
	gp_xml_element(x, "updated", gp_str(updated));
	write_authors(x, pack, doc);
	gp_atom_marking(x, row->marking);
	write_categories(x, pack, row->entry);
	write_summary(x, row);
	write_source(x, row);
	write_rights(x, pack, doc);
	write_content(x, pack, row);
	gp_xml_close(x);
}
