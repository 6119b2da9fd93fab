/*
 * A reference that somebody typed, and what is said when no pack has it.  Where
 * packs are looked for is not known here.
 */
#ifndef GP_VERIFY_PUBLISHED_REFERENCE_H
#define GP_VERIFY_PUBLISHED_REFERENCE_H

#include "pack/names/reference_text.h"
#include "verify/inspect.h"

/* The form in which packs carry it.  Errors: GP_USAGE. */
bool
gp_reference_typed(const char *typed, char out[GP_REFERENCE_TEXT],
                   struct gp_err *e);

/* The finding that there is no such pack in in->name. */
void
gp_reference_unknown(struct gp_inspect *in, const char *reference);

#endif
