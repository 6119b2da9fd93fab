/*
 * Composing: the pack as a flow of blocks.  What stands in the digest, in
 * which order and in which role; nothing of lines, pages or PDF.
 */
#ifndef GP_TYPESET_COMPOSE_COMPOSE_H
#define GP_TYPESET_COMPOSE_COMPOSE_H

#include "model/pack.h"
#include "typeset/compose/flow.h"

/* What the cover leaves out so that it is one page; all 0: nothing. */
struct gp_cover_room {
	size_t sources;  /* it names no more */
	bool no_days;    /* it does not show when the articles are from */
	bool no_readers; /* nor for whom it is */
	bool no_counts;  /* nor how many articles there are */
	int smaller;     /* title and subtitle, by so many fifths */
};

struct gp_composer {
	const struct gp_pack *pack;
	const struct gp_date *date; /* of the pack */
	const char *reference;      /* of the pack; NULL or "": none */
	struct gp_flow *flow;
	uint32_t document; /* root element */
	uint32_t cover_element;
	uint32_t *places; /* of each article */
	uint32_t place_contents;
	bool in_back;  /* the back was begun, */
	uint32_t back; /* in this element */
	struct gp_cover_room cover;
	size_t cover_end; /* the cover's blocks are those before it */
};

/* The whole digest (compose_digest.c).  Failures stay in the flow's arena and
   text. */
void
gp_compose(struct gp_composer *c);

/* A document of the cover alone (compose_front.c). */
void
gp_compose_cover_alone(struct gp_composer *c);
/* A document of the summary alone, empty where the pack has none. */
void
gp_compose_summary_alone(struct gp_composer *c);
/* The back behind the articles that were composed (compose_back.c). */
void
gp_compose_back_alone(struct gp_composer *c);
/* How many sources the articles name, each once (compose_front.c). */
size_t
gp_compose_sources(struct gp_composer *c);
/* One article (compose_article.c): its head, its body, its address. */
void
gp_compose_article(struct gp_composer *c, size_t i, uint32_t parent,
                   unsigned level);

#endif
