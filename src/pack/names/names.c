/* Slugs of small letters, digits and dashes, cut at a length; what nothing
   is left of, and what would be cut alike, is told apart by a digest.
   Whether two names are the same is for the caller to ask. */
#include "pack/names/names.h"

#include "base/hash.h"

enum { SLUG_MAX = 80, SLUG_DIGEST = 12 };

static const struct gp_str PLAIN = { ".txt", 4 };

static bool
is_loose(char c)
{
	return c == '.' || c == '_';
}

static size_t
slug_into(char *out, struct gp_str text, bool loose)
{
	size_t i, n = 0;
	bool gap = false;

	for (i = 0; i < text.n && n < SLUG_MAX - 1; i++) {
		char c = gp_to_lower(text.p[i]);

		if (!gp_is_lower(c) && !gp_is_digit(c) &&
		    !(loose && is_loose(c) && n > 0)) {
			gap = n > 0;
			continue;
		}
		if (gap)
			out[n++] = '-';
		gap = false;
		out[n++] = c;
	}
	while (n > 0 && is_loose(out[n - 1]))
		n--;
	return n;
}

struct gp_str
gp_slug(struct gp_arena *a, struct gp_str text, bool loose,
        const char *fallback)
{
	char hex[GP_SHA256_HEX];
	char slug[SLUG_MAX];
	size_t n = slug_into(slug, text, loose);

	if (n > 0)
		return gp_arena_str(a, (struct gp_str){ slug, n });
	gp_sha256_hex(text.p, text.n, hex);
	return gp_arena_printf(a, "%s-%.*s", fallback, SLUG_DIGEST, hex);
}

/* What tells a file from its neighbours: plain text, which is what most
   articles are, goes without its suffix.  All others keep theirs, so that the
   id of a file depends on no other file. */
static struct gp_str
stem_of(struct gp_str file)
{
	return file.n > PLAIN.n && gp_str_ends(file, PLAIN)
	               ? gp_str_sub(file, 0, file.n - PLAIN.n)
	               : file;
}

struct gp_str
gp_id_of_file(struct gp_arena *a, struct gp_str file)
{
	return gp_slug(a, stem_of(file), true, "article");
}

struct gp_str
gp_id_apart(struct gp_arena *a, struct gp_str id, struct gp_str name)
{
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(name.p, name.n, hex);
	return gp_arena_printf(
		a, "%.*s-%.*s",
		GP_ARG(gp_str_sub(id, 0, SLUG_MAX - SLUG_DIGEST - 2)),
		SLUG_DIGEST, hex);
}

/* What is cut ends in a digest, so that two parts keep two ids. */
struct gp_str
gp_id_of_part(struct gp_arena *a, struct gp_str file, struct gp_str part)
{
	struct gp_str whole = gp_arena_printf(
		a, "%.*s-%.*s", GP_ARG(stem_of(file)), GP_ARG(part));
	struct gp_str id = gp_slug(a, whole, true, "article");

	return whole.n < SLUG_MAX ? id : gp_id_apart(a, id, whole);
}
