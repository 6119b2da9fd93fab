/*
 * The editor's note of a pack.  Knows where its words come from, and no output
 * that it goes into.  Private to pack/.
 */
#ifndef GP_PACK_PACK_NOTE_H
#define GP_PACK_PACK_NOTE_H

#include "pack/context.h"

/* Reads `note` of pack.yaml as Markdown, CommonMark as the articles are read,
   into pack->note, which the pack owns; NULL when there is none.  The pack's
   language has to be settled.  Errors: GP_LIMIT, GP_NOMEM, with the path of
   pack.yaml. */
bool
gp_pack_note_read(struct gp_context *c, struct gp_pack *pack, struct gp_err *e);

#endif
