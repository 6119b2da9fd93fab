/*
 * pack.yaml: what an editor says about a pack.  Read by libyaml's event parser
 * into plain data; every complaint has file, line and column, and for an
 * unknown key the nearest known one.  All keys are optional.  Whether the
 * files and designs that it names exist is asked by others.
 */
#ifndef GP_CONFIG_PACKFILE_H
#define GP_CONFIG_PACKFILE_H

#include "config/packdata.h"
#include "config/packfile_amend.h"

/* An empty pack file, as when there is none; NULL when out of memory. */
struct gp_packfile *
gp_packfile_new(void);
void
gp_packfile_free(struct gp_packfile *p);

/* What the series says holds for the pack, too, until its own file is read and
   says something else; to be called before that.  `series` and its
   strings must live in p->arena.  `folder` is the name of the pack's folder,
   which stands below the series' base_url, and may begin with the day of the
   pack. */
void
gp_packfile_stand_on(struct gp_packfile *p, const struct gp_seriesfile *series,
                     struct gp_str folder);

/* Reads the YAML text; `path` is for messages.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_packfile_read(struct gp_packfile *p, const char *path, struct gp_str text,
                 struct gp_err *e);

/* The same of several texts that make one: the first is pack.yaml, "" where
   there is none, the others of pack.d, in their order.  A message names the
   file that it is about; paths must live as long as this takes. */
struct gp_pack_text {
	const char *path;
	struct gp_str text;
};
bool
gp_packfile_read_all(struct gp_packfile *p, const struct gp_pack_text *texts,
                     size_t n, struct gp_err *e);

/* The row for a file name, or NULL. */
struct gp_override *
gp_packfile_find(const struct gp_packfile *p, struct gp_str file);

#endif
