/*
 * What a run reads before its articles: pack.yaml and the rules, which then
 * nobody writes to; and where it puts what their reading leaves behind.  Shared
 * by packs and single documents, so that both meet the same normalisation.
 * Knows no order among articles.  Private to pack/.
 */
#ifndef GP_PACK_CONTEXT_H
#define GP_PACK_CONTEXT_H

#include "config/packfile.h"
#include "base/host.h"
#include "model/pack.h"
#include "normalise/normalise.h"
#include "pack/folder.h"
#include "pack/editor/held.h"
#include "pack/editor/pick_file.h"
#include "pack/inputs.h"
#include "pack/label_files.h"
#include "pack/left_out.h"
#include "pack/pictures.h"
#include "pack/rule_files.h"

struct gp_context {
	const struct gp_settings *settings;
	struct gp_host host; /* as they say */
	struct gp_diag *diag;
	struct gp_arena *arena;
	struct gp_packfile *packfile;
	struct gp_rules *rules;
	struct gp_rule_files rule_files;
	struct gp_label_files labels;
	struct gp_folder files; /* articles of the folder; or none */
	struct gp_pictures pictures;
	struct gp_inputs inputs;
	struct gp_left_outs left_out;
	struct gp_held held;
	struct gp_pick pick; /* what an editor wants of the folder */
	struct gp_map
		picked_files; /* names of those that hold something of it */
	bool everything;      /* whatever pick.txt and embargoes say */
};

/* An empty context; gp_context_free() ends it, also after a failure.
   Errors: GP_USAGE (no data folder), GP_NOMEM. */
bool
gp_context_open(struct gp_context *c, const struct gp_settings *s,
                struct gp_diag *d, struct gp_err *e);
void
gp_context_free(struct gp_context *c);

/* Reads pack.yaml, when the settings name a folder and it is there, and the
   rules. */
bool
gp_context_read(struct gp_context *c, struct gp_err *e);

/* Whether `why` is the fault of one source, so that the others can do without
   it; false, with `e`, when it ends the run: also when the memory of the pack
   is used up, whichever source it was found with. */
bool
gp_context_excuses(const struct gp_context *c, const struct gp_err *why,
                   struct gp_err *e);

/* The row of pack.yaml for an article: its own, or that of the file it came
   in; NULL when neither has one. */
struct gp_override *
gp_context_row(const struct gp_context *c, struct gp_str article);

/* What withdraws the article: a row of its own, of its file or of the whole
   pack; NULL when nothing does. */
const struct gp_withdrawal *
gp_context_withdrawn(const struct gp_context *c, struct gp_str article);

#endif
