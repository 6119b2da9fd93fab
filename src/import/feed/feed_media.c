/*
 * Media RSS 1.5.1 (rssboard.org/media-rss): a media:content stands in the item
 * or in a media:group; its words stand in it, in the group or in the item.
 * Ratings, players and prices are not known here, only listed.
 */
#include "import/feed/feed_media.h"

#include "base/entity.h"
#include "base/limits.h"
#include "import/feed/feed_nodes.h"
#include "import/feed/feed_spaces.h"
#include "import/picture/image.h"

static bool
is(const xmlNode *node, const char *name)
{
	return gp_feed_is(node, GP_FEED_MEDIA, name);
}

static bool
has_picture_name(struct gp_str url)
{
	struct gp_str path;

	(void)gp_str_split(&url, '?', &path);
	return gp_image_named(path);
}

static bool
is_picture(struct gp_arena *a, xmlNode *node)
{
	struct gp_str medium = gp_feed_attribute(a, node, "medium");
	struct gp_str type = gp_feed_attribute(a, node, "type");

	if (!is(node, "content"))
		return false;
	if (medium.n)
		return gp_str_eq(medium, GP_STR("image"));
	if (type.n)
		return gp_str_starts(type, GP_STR("image/"));
	return has_picture_name(gp_feed_attribute(a, node, "url"));
}

/* The first picture in the item and its groups, or else the first small image
   that stands for something else. */
static xmlNode *
find_picture(struct gp_arena *a, xmlNode *item)
{
	xmlNode *c, *in, *small = NULL;

	for (c = item->children; c; c = c->next) {
		if (is_picture(a, c))
			return c;
		if (!small && is(c, "thumbnail"))
			small = c;
		if (!is(c, "group") && !is(c, "content"))
			continue;
		for (in = c->children; in; in = in->next) {
			if (is_picture(a, in))
				return in;
			if (!small && is(in, "thumbnail"))
				small = in;
		}
	}
	return small;
}

/* The nearest element of that name: in `from`, beside it, or beside what holds
   it. */
static xmlNode *
nearest(xmlNode *from, const xmlNode *item, const char *name)
{
	xmlNode *found = gp_feed_child(from, GP_FEED_MEDIA, name);

	while (!found && from != item) {
		from = from->parent;
		found = gp_feed_child(from, GP_FEED_MEDIA, name);
	}
	return found;
}

/* A description of anything in the item. */
static xmlNode *
any_words(xmlNode *item)
{
	xmlNode *c, *found = gp_feed_child(item, GP_FEED_MEDIA, "description");

	for (c = item->children; !found && c; c = c->next)
		if (is(c, "group") || is(c, "content"))
			found = gp_feed_child(c, GP_FEED_MEDIA, "description");
	for (c = item->children; !found && c; c = c->next)
		if (is(c, "group") &&
		    gp_feed_child(c, GP_FEED_MEDIA, "content"))
			found = gp_feed_child(
				gp_feed_child(c, GP_FEED_MEDIA, "content"),
				GP_FEED_MEDIA, "description");
	return found;
}

static struct gp_str
html_of(struct gp_arena *a, xmlNode *node)
{
	struct gp_str text = gp_feed_text(a, node);

	return gp_str_eq(gp_feed_attribute(a, node, "type"), GP_STR("html"))
	               ? text
	               : gp_feed_plain_html(a, text);
}

/* As HTML of one line. */
static struct gp_str
line_of(struct gp_arena *a, xmlNode *node)
{
	struct gp_buf b = { .max = GP_MAX_DOC_ARENA };
	struct gp_str text =
		node ? gp_str_trim(gp_feed_text(a, node)) : GP_STR("");

	if (node &&
	    gp_str_eq(gp_feed_attribute(a, node, "type"), GP_STR("html")))
		return text;
	gp_ref_escape(text, &b);
	return gp_arena_buf(a, &b);
}

void
gp_feed_take_media(struct gp_arena *a, struct gp_str feed, xmlNode *node,
                   struct gp_feed_entry *entry)
{
	xmlNode *picture = find_picture(a, node), *c;
	xmlNode *words = NULL, *credit = NULL;

	if (entry->content.n == 0 && entry->summary.n == 0) {
		words = any_words(node);
		if (words)
			entry->summary = gp_str_trim(html_of(a, words));
	}
	if (picture && entry->picture.n == 0) {
		entry->picture = gp_feed_resolve(
			a, picture, feed, gp_feed_attribute(a, picture, "url"));
		credit = nearest(picture, node, "credit");
		entry->credit = line_of(a, credit);
		if (!words) {
			words = nearest(picture, node, "description");
			entry->caption = line_of(a, words);
		}
	}
	for (c = node->children; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && c != words && c != credit &&
		    gp_feed_space_of(c) == GP_FEED_MEDIA)
			gp_feed_list(a, entry, c, words, credit);
}
