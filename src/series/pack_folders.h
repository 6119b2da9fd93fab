/*
 * Which folders of a series are packs, with their days.  No article is opened,
 * and what is done with a pack is not known.  Private to series/.
 */
#ifndef GP_SERIES_PACK_FOLDERS_H
#define GP_SERIES_PACK_FOLDERS_H

#include "series/opened/series.h"

struct gp_pack_folder {
	struct gp_str name;
	struct gp_date date; /* that its pack.yaml or its name gives; or none */
	bool has_file;       /* pack.yaml */
};

/* All of them, by day and then by name; names and rows are kept in `a`.  A
   folder is a pack that has a pack.yaml, or a day for a name, or that was
   released; what is wrong with its file is not said.  One that has a pack.yaml
   and a name that no pack can have is told of.
   Errors: GP_OUTPUT (the folder cannot be listed), GP_NOMEM. */
bool
gp_pack_folders(struct gp_series *s, struct gp_arena *a,
                struct gp_pack_folder **rows, size_t *n, struct gp_err *e);

/* False, with GP_USAGE, for what can be no pack's name. */
bool
gp_pack_name_check(const struct gp_series *s, struct gp_str name,
                   struct gp_err *e);

#endif
