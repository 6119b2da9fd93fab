/*
 * A document in the making: the functions that make one and write into it.
 * Private to normalise/, whose passes alone decide what a document says;
 * everybody else gets it finished and const.  Tests that build documents by
 * hand include it too.
 */
#ifndef GP_NORMALISE_DOC_MAKING_H
#define GP_NORMALISE_DOC_MAKING_H

#include "model/doc.h"

/* A new, empty document; NULL when out of memory. */
struct gp_doc *
gp_doc_new(size_t limit);

/* Counts `n` more of the named repair (a literal). */
void
gp_doc_repair(struct gp_doc *doc, const char *name, size_t n);

/* Appends a warning; `code` must be a literal. */
void
gp_doc_warn(struct gp_doc *doc, const char *code, unsigned line,
            const char *fmt, ...) GP_PRINTF(4, 5);

/* The accounting: every non-blank source line is in the body, in metadata or
   in dropped[], and none is in both the body and dropped[].  False, with
   GP_INTERNAL and the line, when not. */
bool
gp_doc_account(const struct gp_doc *doc, struct gp_err *e);

#endif
