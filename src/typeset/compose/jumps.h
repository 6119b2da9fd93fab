/*
 * Links from one place of an article to another: places by the ids of nodes,
 * made when they are first asked for.  Knows neither pages nor which nodes
 * there are.  Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_JUMPS_H
#define GP_TYPESET_COMPOSE_JUMPS_H

#include "typeset/compose/flow.h"

/* A document begins: ids are its own, and the numbers of its links go on behind
   those of its notes, so that no two things on its pages have one mark. */
void
gp_jumps_begin(struct gp_flow *f, const struct gp_doc *doc);

/* The place of the node with this id; GP_NONE after a failure of the arena. */
uint32_t
gp_jump_place(struct gp_flow *f, struct gp_str id);

/* A voice for the words of a link within the document, under a new element: the
   mark of a note is a reference (ISO 32000-1, 14.8.4.4.1), and its own place is
   where it comes to stand. */
struct gp_voice
gp_jump_voice(struct gp_flow *f, const struct gp_voice *voice,
              const struct gp_node *link);

/* The same for the label of a note that leads back to its first mark. */
struct gp_voice
gp_jump_back(struct gp_flow *f, const struct gp_voice *voice,
             const struct gp_node *note);

/* The blocks from number `first` on are what a node with an id came to: its
   place is the first of them. */
void
gp_jump_land(struct gp_flow *f, uint32_t *places, size_t first);

/* Adds the place of a node, if it has an id, to those that wait for a block;
   *places: the first, GP_NONE: none does. */
void
gp_jump_await(struct gp_flow *f, uint32_t *places, const struct gp_node *n);

#endif
