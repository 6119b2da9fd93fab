/*
 * A pack cut to what may be shown of its articles.  What is cut away is in no
 * field of the documents that are left, so that no writer can show it; how much
 * may be shown was decided before.
 */
#ifndef GP_PACK_CUT_H
#define GP_PACK_CUT_H

#include "model/pack.h"

/* Puts a document of what may be shown into each entry whose `share` asks for
   it, and the one that it was made of into `whole`; takes their re-posts, notes
   and relations out of the pack, and the digests of their files and pictures
   out of its inputs.  Everything made is in `a`; `entries` is written to, and
   `whole` keeps its document to be freed with the pack.
   A link: title, source, date, address, and a sentence that says where it can
   be read.  An extract: besides, byline, tags and standfirst, or where it has
   none its first paragraphs, of together 80 words at most and no more than
   half of the text.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_cut_pack(struct gp_arena *a, struct gp_pack *pack, struct gp_err *e);

#endif
