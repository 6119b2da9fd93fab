/*
 * What a pack tells of itself behind its articles, whatever book or site it is
 * in: what is new in it, its short forms, where each article is from, what was
 * done to it, of which files it was made and how that is proved.  Which of them
 * stands on which page is not known here.
 */
#ifndef GP_WRITE_XHTML_XHTML_ABOUT_H
#define GP_WRITE_XHTML_XHTML_ABOUT_H

#include "model/pack.h"
#include "write/xml.h"

struct gp_xhtml_about {
	const struct gp_pack *pack;
	struct gp_arena *arena; /* for words that live as long as the page */
	struct gp_str lang;     /* of the page */
	const char *reference;  /* of the pack; "" for none */
	/* The address of article `i` from the page. */
	struct gp_str (*address)(const void *user, size_t i);
	const void *user;
};

/* The lines and lists of what is new, to stand under their title. */
void
gp_xhtml_since(struct gp_xml *x, const struct gp_xhtml_about *a);

/* The beginning of an item of the summary, which the caller closes: article
   `i`, and why it is in the pack. */
void
gp_xhtml_open_summed(struct gp_xml *x, const struct gp_xhtml_about *a,
                     size_t i);
/* The lines to take under a heading; nothing when there are none. */
void
gp_xhtml_lines_to_take(struct gp_xml *x, const struct gp_pack *pack,
                       const char *heading);

/* Whether any article explains a short form; all of them as a list. */
bool
gp_xhtml_has_short_forms(const struct gp_pack *pack);
void
gp_xhtml_short_forms(struct gp_xml *x, const struct gp_xhtml_about *a);

/* An item of a list: article `i` with its source and day, linked to where it
   was; and the same article with what was done to its text.  Nothing of one
   that was withdrawn. */
void
gp_xhtml_source_row(struct gp_xml *x, const struct gp_xhtml_about *a, size_t i);
void
gp_xhtml_prepared_row(struct gp_xml *x, const struct gp_xhtml_about *a,
                      size_t i);

/* The files from `first` to before `end` that the pack was made of, with their
   digests. */
void
gp_xhtml_inputs(struct gp_xml *x, const struct gp_pack *pack, size_t first,
                size_t end);

/* A heading and the words under it; nothing when there are none. */
void
gp_xhtml_statement(struct gp_xml *x, struct gp_str heading,
                   struct gp_str words);

/* The reference, how all of it is checked, and by what it was made. */
void
gp_xhtml_proof(struct gp_xml *x, const struct gp_xhtml_about *a);

#endif
