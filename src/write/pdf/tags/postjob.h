/*
 * What the files of the pass after painting share: post.c, copied_objects.c,
 * structure_tree.c, pdf_outline.c and pdf_metadata.c.  Nothing of it is known
 * to whoever paints or lays out.  Private to write/pdf/tags/.
 */
#ifndef GP_WRITE_PDF_TAGS_POSTJOB_H
#define GP_WRITE_PDF_TAGS_POSTJOB_H

#include "typeset/pages/layout.h"
#include "write/pdf/file/objects.h"
#include "write/pdf/file/reader.h"
#include "write/pdf/file/values.h"
#include "write/pdf/type/type_case.h"

struct gp_post_job {
	struct gp_reader in; /* what cairo wrote */
	struct gp_objects out;
	struct gp_layout *layout;
	const struct gp_case *type; /* of pages that cairo did not paint; NULL:
	                               it painted all */
	const struct gp_write_job *job;
	struct gp_arena *arena;
	struct gp_err *e;
	struct gp_buf catalogue; /* its entries, to which each part adds */
	uint32_t pages;  /* number of the first page; the others follow */
	uint32_t links;  /* of the first link's annotation, the same */
	uint32_t action; /* of the link before, if it has one of its own */
	uint32_t info;
	uint32_t *copies; /* by cairo's number: ours, or 0 */
	size_t *queue;    /* cairo's numbers, to be copied */
	size_t n_queue, done;
};

/* Makes room for what is copied (copied_objects.c). */
void
gp_copies_open(struct gp_post_job *p);
/* Appends a value of cairo's; the objects that it refers to will follow. */
void
gp_copies_value(struct gp_post_job *p, struct gp_str value, struct gp_buf *b);
/* Writes every object that was referred to, with what those refer to. */
void
gp_copies_rest(struct gp_post_job *p);

/* The entries of a page that has links: "/Annots [...]" (structure_tree.c);
   `*next` is the first link that is not yet on a page. */
void
gp_post_annotations(struct gp_post_job *p, size_t page, size_t *next,
                    struct gp_buf *b);
/* The structure tree, the parent tree and the links (structure_tree.c). */
void
gp_post_structure(struct gp_post_job *p);
/* The outline and the page labels (pdf_outline.c). */
void
gp_post_outline(struct gp_post_job *p);
/* Metadata, output intent, language, what viewers show (pdf_metadata.c). */
void
gp_post_metadata(struct gp_post_job *p);

#endif
