/*
 * Names of files where people see them and where programs read them again.  A
 * name is bytes: it may hold line ends, marks that turn a line round, and what
 * is no UTF-8 at all.  Such bytes are written as \n or as \xHH, one by one.
 * It looks at no file and judges no path.
 */
#ifndef GP_BASE_FILE_NAME_H
#define GP_BASE_FILE_NAME_H

#include "base/arena.h"

/* As messages show it: every byte is visible, and what is shown already stays
   as it is.  At most 4,095 bytes of `name` count. */
struct gp_str
gp_name_shown(struct gp_arena *a, struct gp_str name);

/* As lists of files keep it: the same, and a backslash is two, so that
   gp_name_read() has the name's very bytes again. */
struct gp_str
gp_name_written(struct gp_arena *a, struct gp_str name);

/* The bytes of a name that was written; what is no escape stands for
   itself. */
struct gp_str
gp_name_read(struct gp_arena *a, struct gp_str written);

#endif
