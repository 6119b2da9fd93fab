/*
 * Articles that an embargo holds back: which, and how the one who makes the
 * pack is told.  Nothing of them goes into the pack, not even their number.
 * Private to pack/.
 */
#ifndef GP_PACK_HELD_H
#define GP_PACK_HELD_H

#include "base/diag.h"
#include "base/map.h"
#include "config/packfile.h"
#include "model/doc.h"

/* Start from { .arena = the pack's, .names.arena = the same }. */
struct gp_held {
	struct gp_map names; /* of the articles */
	size_t n;
	struct gp_date first; /* time that any of them is held until */
	bool holds;  /* false: no pack is made, an embargo is only told */
	int64_t now; /* seconds since 1970; 0: not known */
};

/* True when the article is held back, which is noted and told; `row` is its
   row of pack.yaml or NULL, `path` what messages call it. */
bool
gp_held_take(struct gp_held *held, const struct gp_packfile *file,
             const struct gp_override *row, const struct gp_doc *doc,
             const char *path, struct gp_diag *d);

/* True when an article of that name is held, or a part of that file. */
bool
gp_held_has(const struct gp_held *held, struct gp_str name);

/* False, with GP_INPUT, when the whole pack is under an embargo. */
bool
gp_held_check_pack(const struct gp_held *held, const struct gp_packfile *file,
                   struct gp_err *e);

#endif
