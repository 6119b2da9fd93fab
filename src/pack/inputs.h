/*
 * The files that a run read, for the list of its ingredients: path, size and
 * digest of each, in the order they were read.  What is in them is not kept.
 * Private to pack/.
 */
#ifndef GP_PACK_INPUTS_H
#define GP_PACK_INPUTS_H

#include "base/map.h"
#include "model/pack.h"

struct gp_inputs {
	struct gp_arena *arena; /* holds the rows */
	struct gp_ingredient *rows;
	size_t n, cap;
	struct gp_map seen; /* their paths */
};

/* Notes a file that was read, once.  Failures are kept in the arena. */
void
gp_inputs_note(struct gp_inputs *in, struct gp_str path,
               const struct gp_bytes *b);

/* The same for a picture, with the article that shows it. */
void
gp_inputs_note_picture(struct gp_inputs *in, struct gp_str path,
                       const struct gp_bytes *b, struct gp_str article);

/* The same for one whose size and digest are known. */
void
gp_inputs_add(struct gp_inputs *in, struct gp_str path, size_t bytes,
              const char sha256[GP_SHA256_HEX]);

/* Takes one back, when it is there. */
void
gp_inputs_remove(struct gp_inputs *in, struct gp_str path);

/* Takes back all but the first `n`: what was read for a source that is not in
   the pack shaped none of it. */
void
gp_inputs_undo(struct gp_inputs *in, size_t n);

#endif
