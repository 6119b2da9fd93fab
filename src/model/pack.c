/* Questions that a pack answers from what it holds (its articles, its date,
   a picture by name), and its end.  It reads no file and changes nothing;
   how long reading takes is words by the minute of WORDS_A_MINUTE. */
#include "model/pack.h"

/* A round number: Brysbaert (Journal of Memory and Language 109, 2019) finds
   238 for silent reading of English non-fiction. */
enum { WORDS_A_MINUTE = 240 };

static void
free_entry(const struct gp_entry *entry)
{
	size_t i;

	for (i = 0; i < entry->n_reposts; i++)
		gp_doc_free(entry->reposts[i]);
	gp_doc_free(entry->was);
	gp_doc_free(entry->doc);
	gp_doc_free(entry->whole);
}

const struct gp_doc *
gp_entry_whole(const struct gp_entry *entry)
{
	return entry->whole ? entry->whole : entry->doc;
}

void
gp_pack_free(struct gp_pack *pack)
{
	size_t i;

	if (!pack)
		return;
	for (i = 0; i < pack->n_entries; i++)
		free_entry(&pack->entries[i]);
	gp_doc_free(pack->note);
	gp_arena_free(pack->settings_arena);
	gp_arena_free(pack->picture_arena);
	gp_arena_free(pack->arena);
}

size_t
gp_pack_count(const struct gp_pack *pack)
{
	return pack->n_entries;
}

const struct gp_doc *
gp_pack_article(const struct gp_pack *pack, size_t i)
{
	return i < pack->n_entries ? pack->entries[i].doc : NULL;
}

bool
gp_pack_date(const struct gp_pack *pack, struct gp_date *out, struct gp_err *e)
{
	if (pack->info.date.precision == GP_NO_DATE)
		return gp_fail(e, GP_USAGE,
		               "the pack has no date: no article is dated; "
		               "give --date YYYY-MM-DD, or `date:` in "
		               "pack.yaml");
	*out = pack->info.date;
	return true;
}

const struct gp_image *
gp_pack_image(const struct gp_pack *pack, struct gp_str name)
{
	size_t i;

	for (i = 0; i < pack->n_images; i++)
		if (gp_str_eq(pack->images[i].name, name))
			return &pack->images[i];
	return NULL;
}

size_t
gp_reading_minutes(size_t words)
{
	return words ? (words + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE : 0;
}

static bool
is_about(const struct gp_correction *c, const struct gp_entry *entry)
{
	return gp_str_eq(c->article, entry->doc->input.file) ||
	       (entry->has_given_id && gp_str_eq(c->article, entry->id));
}

/* 48 of the bits of its UUID. */
struct gp_str
gp_entry_digits(const struct gp_entry *entry)
{
	enum { URN_HEAD = 9, /* "urn:uuid:" */ DIGITS = 13 };

	return gp_str_sub(entry->uri, URN_HEAD, URN_HEAD + DIGITS);
}

size_t
gp_pack_corrections(const struct gp_pack *pack, const struct gp_entry *entry,
                    const struct gp_correction **last)
{
	size_t i, n = 0;

	*last = NULL;
	for (i = 0; i < pack->n_corrections; i++) {
		if (!is_about(&pack->corrections[i], entry))
			continue;
		*last = &pack->corrections[i];
		n++;
	}
	return n;
}

bool
gp_correction_is_public(const struct gp_correction *c)
{
	return !gp_str_eq(c->note, GP_STR("minor"));
}

/* ---- kinds of pictures ---- */

static const struct {
	const char *suffix, *media, *start;
} image_kinds[] = {
	[GP_IMAGE_PNG] = { ".png", "image/png", "\x89PNG\r\n\x1A\n" },
	[GP_IMAGE_JPEG] = { ".jpg", "image/jpeg", "\xFF\xD8\xFF" },
	[GP_IMAGE_SVG] = { ".svg", "image/svg+xml", "<svg " },
};

const char *
gp_image_suffix(const struct gp_image *image)
{
	return image_kinds[image->type].suffix;
}

const char *
gp_image_media(const struct gp_image *image)
{
	return image_kinds[image->type].media;
}

bool
gp_image_is_sound(const struct gp_image *image)
{
	return gp_str_starts(image->data,
	                     gp_str(image_kinds[image->type].start));
}
