/*
 * Parts of a digest, as the files of the composer ask each other for them.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_COMPOSE_PARTS_H
#define GP_TYPESET_COMPOSE_COMPOSE_PARTS_H

#include "typeset/compose/compose.h"

/* The cover, the summary and the editor's note; the contents
   (compose_front.c). */
void
gp_compose_front(struct gp_composer *c);
void
gp_compose_contents(struct gp_composer *c);
/* What begins with this block begins a page when it is the first of its kind
   or the design asks for that; else it may go on under a bar on the page of
   what is before it (compose_rows.c). */
void
gp_compose_opener(struct gp_flow *f, struct gp_block *block, bool first);
/* A line of a list of articles (compose_rows.c), in the role `row` and under an
   element: the title, a link, and the page number, which is part of it; its
   block, or GP_NONE. */
uint32_t
gp_compose_page_row(struct gp_composer *c, enum gp_role row, size_t i,
                    uint32_t toci);
/* The same with the number of the article in the pack before its title. */
uint32_t
gp_compose_numbered_row(struct gp_composer *c, enum gp_role row, size_t i,
                        uint32_t toci);
/* The summary, where the pack has one (compose_summary.c). */
void
gp_compose_summary(struct gp_composer *c);
/* What is new (compose_since.c): what is said of an article in the contents,
   its mark before its facts; the line that a later edition leads with, "" for
   others; and behind the contents the list of all that changed. */
void
gp_compose_contents_facts(struct gp_composer *c, size_t i, uint32_t element);
struct gp_str
gp_compose_lead(struct gp_composer *c);
void
gp_compose_since(struct gp_composer *c);
/* The days of the articles on the cover (timeline.c). */
void
gp_compose_timeline(struct gp_composer *c, uint32_t parent);
/* What an article has in common with others, in an element of its own under
   the article's parent (compose_related.c). */
void
gp_compose_related(struct gp_composer *c, size_t i, uint32_t parent);
/* The blocks of a document under an element (body.c), its paragraphs in
   `role`; `level` is that of its headings in the outline. */
void
gp_compose_body(struct gp_flow *f, const struct gp_doc *doc, enum gp_role role,
                uint32_t element, unsigned level);
/* "Civil Service World, 23 September 2015" (compose_back.c). */
struct gp_str
gp_compose_where_from(struct gp_composer *c, const struct gp_doc *doc);
/* Abbreviations, sources, how the text was prepared, rights
   (compose_back.c). */
void
gp_compose_back(struct gp_composer *c);

/* The inline children of `n` appended to the flow's text (compose_inline.c). */
void
gp_compose_inline(struct gp_flow *f, const struct gp_node *n,
                  const struct gp_voice *voice);

/* "Civil Service World · 23 September 2015 · 3 min read", what there is of
   it; with `printed` where it stood on paper, too, before the minutes. */
struct gp_str
gp_compose_facts(struct gp_flow *f, const struct gp_doc *doc, bool printed);

/* The heading of a part (compose_rows.c), such as "Contents": an H2 on a new
   page; its block, or GP_NONE. */
uint32_t
gp_compose_part(struct gp_composer *c, uint32_t element, struct gp_str title,
                bool body);

#endif
