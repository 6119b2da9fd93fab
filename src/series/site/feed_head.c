/* The same few elements for each feed and each archive, so that they say one
   thing.  Nothing of it depends on a pack. */
#include "series/site/feed_head.h"

#include "base/hash.h"
#include "base/version.h"
#include "write/atom/atom_elements.h"

static void
digest_line(struct gp_buf *b, struct gp_str s)
{
	gp_buf_str(b, s);
	gp_buf_putc(b, '\n');
}

struct gp_str
gp_feed_head_digest(struct gp_arena *a, const struct gp_seriesfile *s)
{
	struct gp_buf text = { .max = 0 };
	char hex[GP_SHA256_HEX];

	digest_line(&text, gp_str(GP_VERSION));
	digest_line(&text, s->info.title);
	digest_line(&text, s->info.subtitle);
	digest_line(&text, s->info.organisation);
	digest_line(&text, s->info.lang);
	digest_line(&text, s->info.base_url);
	digest_line(&text, s->info.marking);
	digest_line(&text, s->info.rights);
	if (s->info.contact.n)
		digest_line(&text, s->info.contact);
	if (s->audience == GP_AUDIENCE_PUBLIC && !s->is_protected)
		digest_line(&text, GP_STR("open to all"));
	gp_sha256_hex(text.data, text.len, hex);
	gp_buf_free(&text);
	return gp_arena_cstr(a, hex);
}

struct gp_str
gp_feed_address(struct gp_arena *a, const struct gp_feed_head *h, unsigned deep,
                struct gp_str file)
{
	struct gp_str base = h->series->info.base_url;

	if (base.n == 0)
		base = deep ? GP_STR("../") : GP_STR("");
	return gp_arena_printf(a, "%.*s%.*s", GP_ARG(base), GP_ARG(file));
}

/* RFC 4287, 3.2.3: an address as of RFC 2822 and nothing round it; any other
   way to reach them has no element. */
static bool
is_mail_address(struct gp_str s)
{
	size_t at = gp_str_find(s, GP_STR("@"), 0);

	return at > 0 && at + 1 < s.n &&
	       gp_str_find(s, GP_STR("@"), at + 1) == s.n &&
	       gp_str_find(s, GP_STR(" "), 0) == s.n;
}

void
gp_feed_author(struct gp_xml *x, const struct gp_feed_head *h)
{
	const struct gp_pack_info *info = &h->series->info;

	gp_xml_open(x, "author");
	gp_xml_element(x, "name",
	               info->organisation.n ? info->organisation : info->title);
	if (is_mail_address(info->contact))
		gp_xml_element(x, "email", info->contact);
	gp_xml_close(x);
}

void
gp_feed_head_atom(struct gp_xml *x, const struct gp_feed_head *h,
                  struct gp_str id, struct gp_str title, struct gp_str updated)
{
	const struct gp_pack_info *info = &h->series->info;

	gp_xml_element(x, "title", title);
	if (info->subtitle.n)
		gp_xml_element(x, "subtitle", info->subtitle);
	gp_xml_element(x, "id", id);
	gp_xml_element(x, "updated", updated);
	gp_feed_author(x, h);
	gp_atom_marking(x, info->marking);
	if (info->rights.n)
		gp_xml_element(x, "rights", info->rights);
	gp_xml_open(x, "generator");
	gp_xml_attrz(x, "version", GP_VERSION);
	gp_xml_text(x, GP_STR("govpub"));
	gp_xml_close(x);
}
