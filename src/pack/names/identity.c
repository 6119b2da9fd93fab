/* An article is who its id in pack.yaml says, else its address, else what its
   feed calls it, else its title and day, else its file and title; the first of
   these that no article before it in the pack has.  All but URIs that an editor
   gives and tag URIs (RFC 4151) of packs are UUIDs made from those names.  It
   remembers nothing: what was published under another name before is for
   others to know. */
#include "pack/names/identity.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/text/uri.h"
#include "pack/names/article_names.h"

static struct gp_str
uuid_of(struct gp_arena *a, struct gp_str name)
{
	char urn[GP_UUID_URN];

	gp_uuid_from_name(name, urn);
	return gp_arena_cstr(a, urn);
}

/* ---- the series and the pack ---- */

static struct gp_str
series_id(struct gp_arena *a, const struct gp_pack_info *info)
{
	if (info->authority.n)
		return gp_arena_printf(a, "tag:%.*s:%.*s",
		                       GP_ARG(info->authority),
		                       GP_ARG(info->name));
	return uuid_of(a, gp_arena_printf(a, "govpub pack\n%.*s\n%.*s",
	                                  GP_ARG(info->organisation),
	                                  GP_ARG(info->name)));
}

/* Two issues of one name are two books. */
static struct gp_str
pack_id(struct gp_arena *a, const struct gp_pack_info *info, bool dated)
{
	struct gp_date day = info->date;
	char date[GP_DATE_TEXT];

	if (!dated)
		return info->series_id;
	if (day.precision > GP_DAY)
		day.precision = GP_DAY;
	gp_date_iso(&day, date);
	if (info->authority.n)
		return gp_arena_printf(a, "%.*s/%s", GP_ARG(info->series_id),
		                       date);
	return uuid_of(a, gp_arena_printf(a, "govpub pack\n%.*s\n%.*s\n%s",
	                                  GP_ARG(info->organisation),
	                                  GP_ARG(info->name), date));
}

/* ---- articles ---- */

/* Who was withdrawn is known by what it was. */
static const struct gp_doc *
known(const struct gp_entry *entry)
{
	return entry->was ? entry->was : entry->doc;
}

static struct gp_str
from_given(const struct gp_pack *pack, const struct gp_entry *entry)
{
	if (!entry->has_given_id)
		return GP_STR("");
	return gp_arena_printf(pack->arena, "id\n%.*s\n%.*s",
	                       GP_ARG(pack->info.series_id), GP_ARG(entry->id));
}

static struct gp_str
from_address(const struct gp_pack *pack, const struct gp_entry *entry)
{
	struct gp_str key = gp_article_address(pack->arena, known(entry));

	if (key.n == 0)
		return key;
	return gp_arena_printf(pack->arena, "address\n%.*s", GP_ARG(key));
}

/* An id that is a URI is one everywhere; "12" is one in its feed. */
static struct gp_str
from_feed(const struct gp_pack *pack, const struct gp_entry *entry)
{
	const struct gp_doc *doc = known(entry);

	if (doc->feed_id.n == 0)
		return GP_STR("");
	if (gp_uri_scheme(doc->feed_id))
		return gp_arena_printf(pack->arena, "feed\n%.*s",
		                       GP_ARG(doc->feed_id));
	return gp_arena_printf(pack->arena, "feed\n%.*s\n%.*s\n%.*s",
	                       GP_ARG(pack->info.series_id),
	                       GP_ARG(doc->source.name), GP_ARG(doc->feed_id));
}

/* What was published on a day under a title is one thing, whatever the file
   is called and whoever passes it on. */
static struct gp_str
from_title(const struct gp_pack *pack, const struct gp_entry *entry)
{
	const struct gp_doc *doc = known(entry);
	struct gp_date day = doc->date.date;
	char date[GP_DATE_TEXT];

	if (day.precision < GP_DAY || doc->title.text.n == 0)
		return GP_STR("");
	day.precision = GP_DAY;
	gp_date_iso(&day, date);
	return gp_arena_printf(pack->arena, "title\n%.*s\n%s",
	                       GP_ARG(doc->title.text), date);
}

/* The title too: next week's 01.txt is another article. */
static struct gp_str
from_file(const struct gp_pack *pack, const struct gp_entry *entry)
{
	return gp_arena_printf(pack->arena, "file\n%.*s\n%.*s\n%.*s",
	                       GP_ARG(pack->info.series_id), GP_ARG(entry->id),
	                       GP_ARG(known(entry)->title.text));
}

/* In the order in which they are believed; the last one always answers, and
   never twice alike. */
static struct gp_str (*const names_of_articles[])(const struct gp_pack *,
                                                  const struct gp_entry *) = {
	from_given, from_address, from_feed, from_title, from_file
};

static void
settle_entry(const struct gp_pack *pack, struct gp_entry *entry,
             struct gp_map *taken)
{
	const size_t n = sizeof names_of_articles / sizeof *names_of_articles;
	struct gp_str name = GP_STR("");
	size_t i;

	for (i = 0; i < n; i++) {
		name = names_of_articles[i](pack, entry);
		if (name.n && !gp_map_find(taken, name))
			break;
	}
	gp_map_put(taken, name, entry);
	entry->uri =
		uuid_of(pack->arena,
	                gp_arena_printf(pack->arena, "govpub article\n%.*s",
	                                GP_ARG(name)));
}

void
gp_identity_settle(struct gp_pack *pack, bool dated)
{
	struct gp_map taken = { .arena = pack->arena };
	struct gp_pack_info *info = &pack->info;
	bool is_given = info->identifier.n > 0;
	size_t i;

	info->has_given_identifier = is_given;
	info->series_id =
		is_given ? info->identifier : series_id(pack->arena, info);
	if (!is_given)
		info->identifier = pack_id(pack->arena, info, dated);
	for (i = 0; i < pack->n_entries; i++)
		settle_entry(pack, &pack->entries[i], &taken);
}
