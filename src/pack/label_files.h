/*
 * Which file of styles/labels/ has the words for a language: its own, else that
 * of the language without its region, "pt" for "pt-BR"; English of anywhere is
 * that of Britain.  Each is read once, when it is first asked for.  What the
 * words are used for is not known here.
 */
#ifndef GP_PACK_LABEL_FILES_H
#define GP_PACK_LABEL_FILES_H

#include "base/arena.h"
#include "model/labels.h"

struct gp_label_files {
	struct gp_arena *arena; /* of whoever begins it: keeps the words */
	const char *data;       /* the data folder; NULL: no words */
	struct gp_label_file *first;
};

/* The words for the language of a tag in *out; NULL: there are none in it.
   Errors: GP_INPUT, GP_SYNTAX (the file), GP_LIMIT, GP_NOMEM. */
bool
gp_label_files_find(struct gp_label_files *f, struct gp_str lang,
                    const struct gp_labels **out, struct gp_err *e);

#endif
