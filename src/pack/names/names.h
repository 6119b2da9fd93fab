/*
 * Names that govpub makes: slugs for files and ids.  A name from outside never
 * becomes part of a path as it is.  Private to pack/.
 */
#ifndef GP_PACK_NAMES_H
#define GP_PACK_NAMES_H

#include "model/pack.h"

/* [a-z0-9] and single hyphens (dots and underscores too with `loose`) made
   from `text`, at most 80 bytes; when nothing is left: `fallback`, a hyphen
   and 12 digits of the SHA-256 of `text`. */
struct gp_str
gp_slug(struct gp_arena *a, struct gp_str text, bool loose,
        const char *fallback);

/* The id of an article from its file name as a loose slug, of plain text
   without ".txt".  It depends on no other file. */
struct gp_str
gp_id_of_file(struct gp_arena *a, struct gp_str file);

/* For one whose `id` another has: with a digest of its own name. */
struct gp_str
gp_id_apart(struct gp_arena *a, struct gp_str id, struct gp_str name);

/* The same for one article of a container: "feed-part". */
struct gp_str
gp_id_of_part(struct gp_arena *a, struct gp_str file, struct gp_str part);

#endif
