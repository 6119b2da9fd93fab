/*
 * What was wrong with an article, as markup that stands before its text; `lang`
 * is the language of the pack, in which its editor wrote the notes, `l` has its
 * words.  Which notes there are is not decided here.  Private to write/.
 */
#ifndef GP_WRITE_XHTML_XHTML_CORRECTIONS_H
#define GP_WRITE_XHTML_XHTML_CORRECTIONS_H

#include "model/pack.h"
#include "write/xml.h"

/* The notes of the article as a section of a book (DPUB-ARIA, doc-errata);
   nothing when it has none. */
void
gp_xhtml_corrections(struct gp_xml *x, const struct gp_entry *entry,
                     struct gp_str lang, const struct gp_labels *l);

/* The same as paragraphs, for readers that drop sections and roles. */
void
gp_xhtml_corrections_plain(struct gp_xml *x, const struct gp_entry *entry,
                           struct gp_str lang, const struct gp_labels *l);

/* The same as words, a line each. */
void
gp_corrections_text(const struct gp_entry *entry, const struct gp_labels *l,
                    struct gp_buf *out);

#endif
