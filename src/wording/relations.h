/*
 * What an article has in common with others of its pack, as sentences: the
 * same in every output.  Each names at most one other article, which a writer
 * may make a link of.
 */
#ifndef GP_WORDING_RELATIONS_H
#define GP_WORDING_RELATIONS_H

#include "model/pack.h"

/* `before`, the title of article `other`, `after`. */
struct gp_shared_line {
	struct gp_str before, after;
	size_t other; /* GP_NO_ARTICLE: the sentence names none */
};
#define GP_NO_ARTICLE ((size_t)-1)

/* The sentences for article `i`, in `a`; NULL and *n 0 when there are none,
   also after a failure of `a`. */
struct gp_shared_line *
gp_shared_lines(const struct gp_pack *pack, size_t i, struct gp_arena *a,
                size_t *n);

#endif
