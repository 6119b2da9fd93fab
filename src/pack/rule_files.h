/*
 * The rule files of a run: those of content/rules/ before those of
 * styles/rules/, each folder in byte order of names.  What stands in them is
 * known to config/ and normalise/ alone.  Private to pack/.
 */
#ifndef GP_PACK_RULE_FILES_H
#define GP_PACK_RULE_FILES_H

#include "import/import.h"
#include "pack/inputs.h"

struct gp_matcher;
struct gp_site;

/* The folder of rule files in a folder of articles. */
extern const char gp_rules_folder[];

struct gp_rule_files {
	const struct gp_settings *settings;
	struct gp_inputs *inputs;
	struct gp_diag *diag;
	struct gp_site **sites; /* the first that fits counts */
	size_t n;
};

/* Reads and compiles them, and notes them among the inputs; other files of the
   folders are findings.  `f` is all 0;
   gp_rule_files_free() ends it, also after a failure.  Errors: GP_INPUT,
   GP_SYNTAX with file, line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_rule_files_read(struct gp_rule_files *f, const struct gp_settings *s,
                   struct gp_inputs *inputs, struct gp_diag *d,
                   struct gp_err *e);
void
gp_rule_files_free(struct gp_rule_files *f);

/* The first that fits, or NULL. */
const struct gp_site *
gp_rule_files_find(const struct gp_rule_files *f, struct gp_matcher *m,
                   const struct gp_draft *draft);

/* The file whose containers all articles of a source go by, or NULL. */
const struct gp_site_file *
gp_rule_files_containers(const struct gp_rule_files *f, struct gp_matcher *m,
                         const struct gp_articles *all);

#endif
