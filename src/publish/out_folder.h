/*
 * Whether a folder may take the outputs.  What is put into it is not known
 * here.  Private to publish/.
 */
#ifndef GP_PUBLISH_OUT_FOLDER_H
#define GP_PUBLISH_OUT_FOLDER_H

#include "base/err.h"

/* True for one that is not there, holds nothing but hidden files, or was
   published into before.  Errors: GP_USAGE for the folder `articles` (NULL:
   none), for the root of the file system, and for one that holds files of
   somebody else, the first of which is named. */
bool
gp_out_folder_check(const char *out, const char *articles, struct gp_err *e);

#endif
