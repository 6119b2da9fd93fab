/*
 * What the files of the pass after painting share: post.c, structure.c,
 * outline.c and metadata.c.
 */
#ifndef GP_WRITE_PDF_POSTJOB_H
#define GP_WRITE_PDF_POSTJOB_H

#include "write/pdf/layout.h"
#include "write/pdf/objects.h"

struct gp_post_job {
	struct gp_objects objects;
	struct gp_layout *layout;
	const struct gp_write_job *job;
	struct gp_arena *arena;
	struct gp_err *e;
	qpdf_oh root;
	qpdf_oh *pages;
	qpdf_oh names[GP_TAG_COUNT]; /* of structure types, once made */
	qpdf_oh *elements;           /* of the tree, those that are attached */
};

/* The structure tree, the parent tree and the links (structure.c). */
void
gp_post_structure(struct gp_post_job *p);
/* The outline and the page labels (outline.c). */
void
gp_post_outline(struct gp_post_job *p);
/* Metadata, output intent, language, what viewers show (metadata.c). */
void
gp_post_metadata(struct gp_post_job *p);

#endif
