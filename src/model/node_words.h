/*
 * The words under a node: all of them in order, how many, whether there are
 * any, which way they run.  Knows which kinds part words, and no article.
 */
#ifndef GP_MODEL_NODE_WORDS_H
#define GP_MODEL_NODE_WORDS_H

#include "base/buf.h"
#include "base/text/bidi.h"
#include "model/node.h"

/* All words under `n` in order, appended to `out`; a space for a line break
   and between two blocks, and of marks what plain_marks.h makes of them. */
void
gp_node_words(const struct gp_node *n, struct gp_buf *out);

/* The same without the marks of notes: as a heading is called elsewhere. */
void
gp_heading_words(const struct gp_node *n, struct gp_buf *out);

/* How many words there are under `n`, text by text: one of which only a part is
   emphasised counts as two. */
size_t
gp_node_count_words(const struct gp_node *n);

/* True when nothing under `n` can be seen or read out: no words, or only white
   space and characters without a shape.  A figure is something, and so is a
   link without words, whose address is shown. */
bool
gp_node_is_blank(const struct gp_node *n);

/* Which way the words under `n` run (base/text/bidi.h), by those of its first
   256 nodes. */
enum gp_side
gp_node_side(const struct gp_node *n);

#endif
