/*
 * What an article has in common with others of its pack, as a section at its
 * end.  Compares no texts, and where the others stand is for the caller to say.
 */
#ifndef GP_WRITE_XHTML_XHTML_RELATED_H
#define GP_WRITE_XHTML_XHTML_RELATED_H

#include "model/pack.h"
#include "write/xml.h"

struct gp_xhtml_relations {
	const struct gp_pack *pack;
	struct gp_arena *arena;
	struct gp_str lang; /* of the pack, in which the sentences stand */
	/* The address of article `other`, from the page of the first. */
	struct gp_str (*address)(const void *user, size_t other);
	const void *user; /* handed to address() */
};

/* Writes the section of article `i`; nothing when it stands alone.  A failure
   of the arena is the caller's to ask for. */
void
gp_xhtml_related(struct gp_xml *x, const struct gp_xhtml_relations *r,
                 size_t i);

/* lang, xml:lang and dir, where `lang` is another one than that of what is
   round it. */
void
gp_xhtml_other_lang(struct gp_xml *x, struct gp_str lang, struct gp_str around);

#endif
