/*
 * What a run reads before its articles: pack.yaml and the boilerplate rules;
 * and how one article is then read with them.  Shared by packs and single
 * documents, so that both meet the same normalisation.
 */
#ifndef GP_PUBLISH_CONTEXT_H
#define GP_PUBLISH_CONTEXT_H

#include "model/pack.h"
#include "normalise/normalise.h"

struct gp_context {
	const struct gp_settings *settings;
	struct gp_diag *diag;
	struct gp_arena *arena;
	struct gp_packfile *packfile;
	struct gp_rules *rules;
	struct gp_ingredient *inputs; /* what was read, in order */
	size_t n_inputs, cap_inputs;
};

/* An empty context; gp_context_free() ends it, also after a failure.
   Errors: GP_USAGE (no data folder), GP_NOMEM. */
bool
gp_context_open(struct gp_context *c, const struct gp_settings *s,
                struct gp_diag *d, struct gp_err *e);
void
gp_context_free(struct gp_context *c);

/* Reads pack.yaml, when the settings name a folder and it is there, and the
   rules; makes room to note `articles` more inputs. */
bool
gp_context_read(struct gp_context *c, size_t articles, struct gp_err *e);

/* Notes a file that was read. */
void
gp_context_input(struct gp_context *c, struct gp_str path,
                 const struct gp_bytes *b);

/* One article's bytes to a document, its warnings to the findings.  `name`
   is its base name, `path` what messages call it.  NULL on error. */
struct gp_doc *
gp_context_article(struct gp_context *c, const char *name, const char *path,
                   struct gp_str bytes, struct gp_err *e);

#endif
