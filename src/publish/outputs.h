/*
 * The outputs of a pack, in memory: what every writer makes of it, then
 * manifest.json and SHA256SUMS, which name the others.  Where they are put is
 * for others to decide.
 */
#ifndef GP_PUBLISH_OUTPUTS_H
#define GP_PUBLISH_OUTPUTS_H

#include "base/diag.h"
#include "publish/manifest.h"

struct gp_outputs_wanted {
	const struct gp_settings *settings; /* as in gp_write() */
	const struct gp_pack *pack;
	const char *last; /* the folder of its last outputs; NULL: none */
	bool no_feeds;    /* the feeds are somebody else's to make */
	/* These are they, for pages to lead to. */
	const struct gp_made *feeds;
	size_t n_feeds;
	bool covers; /* the book's, as files of their own for catalogues */
	bool flat;  /* the outputs are pages of a site: what has a folder of its
	              own stands among the others */
	bool draft; /* it is to be looked at, and has no reference */
};

/* The names of the covers: the whole one, and a small one for lists. */
#define GP_COVER_FILE "cover.png"
#define GP_SMALL_COVER_FILE "cover-small.png"

struct gp_outputs {
	struct gp_arena *arena; /* owns rows and names */
	struct gp_output *rows; /* the last two describe the others */
	size_t n, room;
	char reference[GP_REFERENCE_TEXT]; /* of the pack; "": a draft's */
};

/* Makes them; gp_outputs_free() ends them, also after an error.
   Errors: those of gp_write(), GP_OUTPUT, GP_CANCELLED. */
bool
gp_outputs_make(const struct gp_outputs_wanted *w, struct gp_outputs *out,
                struct gp_diag *d, struct gp_err *e);
void
gp_outputs_free(struct gp_outputs *out);

#endif
