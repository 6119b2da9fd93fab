/* One table, at the foot; what only another module says fills the gaps behind
   it. */
#include "import/feed/feed_fields.h"

#include "base/text/uri.h"
#include "import/feed/feed_media.h"
#include "import/feed/feed_nodes.h"
#include "import/feed/feed_spaces.h"

struct taking {
	struct gp_arena *a;
	struct gp_str feed; /* its address */
	struct gp_feed_entry *entry;
	/* of less weight than what stands in the entry's own */
	struct gp_str guid, show_title;
	xmlNode *show_words;
	struct gp_feed_names show_people;
};

struct field {
	enum gp_feed_space space;
	const char *name;
	void (*take)(struct taking *t, xmlNode *node);
};

static const struct field fields[35];

/* ---- texts ---- */

static struct gp_str
text_of(struct taking *t, const xmlNode *node)
{
	return gp_str_trim(gp_feed_text(t->a, node));
}

static struct gp_str
attribute(struct taking *t, xmlNode *node, const char *name)
{
	return gp_feed_attribute(t->a, node, name);
}

static void
set_field(struct gp_str *field, struct gp_str value)
{
	if (field->n == 0)
		*field = gp_str_trim(value);
}

static void
set_address(struct taking *t, struct gp_str *field, xmlNode *node,
            struct gp_str address)
{
	set_field(field, gp_feed_resolve(t->a, node, t->feed, address));
}

/* ---- fields ---- */

static bool
is_atom(const xmlNode *node)
{
	return node->parent &&
	       gp_str_eq(gp_feed_name_of(node->parent), GP_STR("entry"));
}

/* RSS does not say whether a title is HTML. */
static void
take_title(struct taking *t, xmlNode *node)
{
	struct gp_feed_entry *entry = t->entry;
	struct gp_str type = attribute(t, node, "type"), html = GP_STR("");

	if (entry->title.n)
		return;
	set_field(&entry->title, text_of(t, node));
	entry->html_title = gp_str_eq(type, GP_STR("html")) ||
	                    gp_str_eq(type, GP_STR("text/html"));
	if (!is_atom(node) && type.n == 0 && !gp_feed_has_elements(node))
		html = gp_feed_title_html(t->a, entry->title);
	if (html.n == 0)
		return;
	entry->title = html;
	entry->html_title = true;
}

static void
take_id(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->id, text_of(t, node));
}

/* RSS 2.0: a guid is an address unless it says that it is none. */
static void
take_guid(struct taking *t, xmlNode *node)
{
	struct gp_str says = attribute(t, node, "isPermaLink");

	set_field(&t->entry->id, text_of(t, node));
	if (gp_str_eq_nocase(says, GP_STR("true")))
		set_address(t, &t->entry->url, node, t->entry->id);
	else if (says.n == 0 && gp_web_scheme(t->entry->id) > 0)
		t->guid = t->entry->id;
}

/* The name of a relation, which may be its IRI (RFC 4287, 4.2.7.2). */
static struct gp_str
relation(struct taking *t, xmlNode *node)
{
	static const char *const homes[] = {
		"http://www.iana.org/assignments/relation/",
		"http://www.iana.org/assignments/link-relations/",
	};
	struct gp_str rel = attribute(t, node, "rel");
	size_t i;

	for (i = 0; i < sizeof homes / sizeof *homes; i++)
		if (gp_str_starts(rel, gp_str(homes[i])))
			return gp_str_sub(rel, gp_str(homes[i]).n, rel.n);
	return rel;
}

static void
take_link(struct taking *t, xmlNode *node)
{
	struct gp_str rel = relation(t, node);
	struct gp_str href = attribute(t, node, "href");

	if (gp_str_eq_nocase(rel, GP_STR("enclosure")))
		t->entry->enclosures++;
	else if (href.n == 0)
		set_address(t, &t->entry->url, node, text_of(t, node));
	else if (rel.n == 0 || gp_str_eq_nocase(rel, GP_STR("alternate")))
		set_address(t, &t->entry->url, node, href);
}

static void
take_published(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->published, text_of(t, node));
}

static void
take_updated(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->updated, text_of(t, node));
}

void
gp_feed_take_author(struct gp_arena *a, const xmlNode *node,
                    struct gp_feed_names *names)
{
	const xmlNode *name = gp_feed_child(node, GP_FEED_CORE, "name");

	gp_feed_name(names, gp_feed_text(a, name ? name : node));
}

static void
take_author(struct taking *t, xmlNode *node)
{
	gp_feed_take_author(t->a, node, &t->entry->authors);
}

static void
take_category(struct taking *t, xmlNode *node)
{
	struct gp_str label = attribute(t, node, "label");
	struct gp_str term = attribute(t, node, "term");

	if (term.n == 0)
		term = text_of(t, node);
	gp_feed_name(&t->entry->categories, label.n ? label : term);
}

static void
take_source(struct taking *t, xmlNode *node)
{
	xmlNode *title = gp_feed_child(node, GP_FEED_CORE, "title");

	if (title || !gp_feed_has_elements(node))
		set_field(&t->entry->source, text_of(t, title ? title : node));
}

static void
take_lang(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->lang, text_of(t, node));
}

static void
take_enclosure(struct taking *t, xmlNode *node)
{
	(void)node;
	t->entry->enclosures++;
}

/* ---- words ---- */

static void
take_summary(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->summary, gp_feed_atom_html(t->a, node, t->feed));
}

/* Links in it lead from where it stands. */
static void
set_content(struct taking *t, xmlNode *node, struct gp_str html)
{
	if (html.n == 0 || t->entry->content.n)
		return;
	set_field(&t->entry->content, html);
	t->entry->base = gp_feed_base(t->a, node, t->feed);
}

static void
take_content(struct taking *t, xmlNode *node)
{
	set_content(t, node, gp_feed_atom_html(t->a, node, t->feed));
	/* What the bytes say is another thing than what they mean. */
	if (gp_str_eq(attribute(t, node, "mode"), GP_STR("base64")))
		gp_feed_list(t->a, t->entry, node, NULL, NULL);
}

/* RSS: HTML, whatever it says, and elements where nobody escaped it. */
static struct gp_str
rss_html(struct taking *t, xmlNode *node)
{
	return gp_feed_has_elements(node)
	               ? gp_feed_inner_html(t->a, node, t->feed)
	               : gp_feed_text(t->a, node);
}

static void
take_description(struct taking *t, xmlNode *node)
{
	set_field(&t->entry->summary, rss_html(t, node));
}

static void
take_encoded(struct taking *t, xmlNode *node)
{
	set_content(t, node, rss_html(t, node));
}

static void
take_show_title(struct taking *t, xmlNode *node)
{
	set_field(&t->show_title, text_of(t, node));
}

static void
take_show_words(struct taking *t, xmlNode *node)
{
	if (t->show_words)
		gp_feed_list(t->a, t->entry, node, NULL, NULL);
	else
		t->show_words = node;
}

static void
take_show_people(struct taking *t, xmlNode *node)
{
	gp_feed_name(&t->show_people, text_of(t, node));
}

/* ---- an entry ---- */

/* True when the words went where the article's words go, or to its title. */
static bool
take_field(struct taking *t, xmlNode *node)
{
	struct gp_feed_entry *entry = t->entry;
	struct gp_str title = entry->title, summary = entry->summary,
		      content = entry->content;
	struct gp_str name = gp_feed_name_of(node);
	enum gp_feed_space space = gp_feed_space_of(node);
	const struct field *field;

	for (field = fields; field->name; field++)
		if (field->space == space &&
		    gp_str_eq(name, gp_str(field->name))) {
			field->take(t, node);
			break;
		}
	return title.p != entry->title.p || summary.p != entry->summary.p ||
	       content.p != entry->content.p || space == GP_FEED_MEDIA ||
	       field->take == take_show_words;
}

/* What a show says of itself, where the entry says nothing. */
static void
fill_gaps(struct taking *t)
{
	struct gp_feed_entry *entry = t->entry;

	set_field(&entry->url, t->guid);
	if (entry->authors.n == 0)
		entry->authors = t->show_people;
	set_field(&entry->title, t->show_title);
	if (!t->show_words)
		return;
	if (entry->summary.n == 0 && entry->content.n == 0)
		entry->summary = gp_str_trim(
			gp_feed_plain_html(t->a, text_of(t, t->show_words)));
	else
		gp_feed_list(t->a, entry, t->show_words, NULL, NULL);
}

void
gp_feed_take(struct gp_arena *a, struct gp_str feed, xmlNode *node,
             struct gp_feed_entry *entry)
{
	struct taking t = { .a = a, .feed = feed, .entry = entry };
	xmlNode *c;

	for (c = node->children; c; c = c->next) {
		gp_feed_list_text(a, entry, c);
		if (c->type == XML_ELEMENT_NODE && !take_field(&t, c))
			gp_feed_list(a, entry, c, NULL, NULL);
	}
	gp_feed_take_media(a, feed, node, entry);
	fill_gaps(&t);
	set_field(&entry->base, gp_feed_base(a, node, feed));
}

static const struct field fields[] = {
	{ GP_FEED_CORE, "title", take_title },
	{ GP_FEED_CORE, "id", take_id },
	{ GP_FEED_CORE, "guid", take_guid },
	{ GP_FEED_CORE, "link", take_link },
	{ GP_FEED_CORE, "published", take_published },
	{ GP_FEED_CORE, "pubDate", take_published },
	{ GP_FEED_CORE, "issued", take_published },
	{ GP_FEED_CORE, "created", take_published },
	{ GP_FEED_DC, "date", take_published },
	{ GP_FEED_DC, "issued", take_published },
	{ GP_FEED_DC, "created", take_published },
	{ GP_FEED_CORE, "updated", take_updated },
	{ GP_FEED_CORE, "modified", take_updated },
	{ GP_FEED_DC, "modified", take_updated },
	{ GP_FEED_CORE, "author", take_author },
	{ GP_FEED_DC, "creator", take_author },
	{ GP_FEED_CORE, "category", take_category },
	{ GP_FEED_DC, "subject", take_category },
	{ GP_FEED_DC, "language", take_lang },
	{ GP_FEED_CORE, "source", take_source },
	{ GP_FEED_CORE, "summary", take_summary },
	{ GP_FEED_CORE, "content", take_content },
	{ GP_FEED_CORE, "description", take_description },
	{ GP_FEED_CONTENT, "encoded", take_encoded },
	{ GP_FEED_XHTML, "body", take_encoded },
	{ GP_FEED_XHTML, "div", take_encoded },
	{ GP_FEED_CORE, "enclosure", take_enclosure },
	{ GP_FEED_DC, "title", take_show_title },
	{ GP_FEED_DC, "description", take_show_words },
	{ GP_FEED_DC, "abstract", take_show_words },
	{ GP_FEED_ITUNES, "title", take_show_title },
	{ GP_FEED_ITUNES, "summary", take_show_words },
	{ GP_FEED_ITUNES, "description", take_show_words },
	{ GP_FEED_ITUNES, "author", take_show_people },
	{ .name = NULL },
};
