/*
 * For tests of what becomes of a text, a plain one unless its name says
 * otherwise: through import and normalisation, with rules of its own or those
 * of styles/boilerplate.tsv, and questions about what came out.
 */
#ifndef GP_TESTS_NORMALISED_H
#define GP_TESTS_NORMALISED_H

#include "config/packfile.h"
#include "normalise/normalise.h"

/* The project's rules, or, with `tsv`, those; NULL and `e` on error. */
struct gp_rules *
rules_of(const char *tsv, struct gp_err *e);

/* NULL and `e` on error. */
const struct gp_doc *
normalised_with(struct gp_str text, const struct gp_normaliser *how,
                struct gp_err *e);

/* With the project's rules; fails the test on error. */
const struct gp_doc *
normalised(const char *text);
const struct gp_doc *
normalised_as(const char *name, const char *text);

void
is_text(struct gp_str got, const char *want);

/* The node of block `i` of the body. */
const struct gp_node *
block_of(const struct gp_doc *doc, size_t i);

void
is_block(const struct gp_doc *doc, size_t i, enum gp_kind kind,
         const char *want);

size_t
blocks_of(const struct gp_doc *doc);

size_t
warned(const struct gp_doc *doc, const char *code);

/* The entry of dropped[] that begins at `line`, or NULL. */
const struct gp_dropped *
dropped_at(const struct gp_doc *doc, unsigned line);

size_t
repaired(const struct gp_doc *doc, const char *name);

#endif
