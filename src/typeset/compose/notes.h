/*
 * Notes: the addresses of an article's links, numbered where they are met and
 * printed at its end, so that paper loses nothing.  Knows no page.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_NOTES_H
#define GP_TYPESET_COMPOSE_NOTES_H

#include "typeset/compose/flow.h"

/* An article begins: its notes are numbered from 1. */
void
gp_notes_begin(struct gp_flow *f);

/* Appends to the flow's text the number of the note with this address, a link
   to it.  Nothing when `words`, which link to the address, say it already. */
void
gp_notes_refer(struct gp_flow *f, const struct gp_voice *voice,
               struct gp_str address, struct gp_str words);

/* The notes since gp_notes_begin(), under a title, as blocks. */
void
gp_notes_print(struct gp_flow *f, uint32_t parent);

#endif
