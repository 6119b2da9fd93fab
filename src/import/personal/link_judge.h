/*
 * Which links of a letter are one reader's alone: decided by what stands on
 * them, by what their addresses carry, and by what the letter's other links
 * share with them; never by the names of sites.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_JUDGE_H
#define GP_IMPORT_PERSONAL_LINK_JUDGE_H

#include "import/personal/link_marks.h"
#include "import/personal/links_found.h"
#include "import/personal/recipients.h"

/* Begins as { .arena = a, .recipients = r }. */
struct gp_link_judge {
	struct gp_arena *arena;
	const struct gp_recipients *recipients; /* never NULL */
	bool is_bulk;                           /* the letter went to many */
	struct gp_map ways; /* addresses that its header names for leaving */
	struct gp_link_marks marks;
	bool is_newsletter; /* found: a link to leave it that has a mark */
};

/* A header field with ways to leave the list (RFC 2369, 3.2; RFC 8058): each is
   personal wherever it stands, and so is what its marks mark. */
void
gp_link_judge_leave(struct gp_link_judge *j, struct gp_str field);

/* Looks at all links of a text before the first is judged.  Cost: linear. */
void
gp_link_judge_learn(struct gp_link_judge *j, const struct gp_found_links *all);

enum gp_link_verdict {
	GP_LINK_STAYS,
	GP_LINK_GOES,    /* its words stay */
	GP_LINK_LEADS_TO /* *target in its place */
};

/* The verdict on one link; *target lives in the arena.  A link that carries
   where it leads gives that, without names for the reader.  Cost: linear in
   the address.  Failure is the arena's. */
enum gp_link_verdict
gp_link_judge(const struct gp_link_judge *j, const struct gp_found_link *link,
              struct gp_str *target);

/* True when words on one of the links speak of leaving a list, without which no
   page is a newsletter.  Cost: linear. */
bool
gp_link_judge_says_leave(const struct gp_found_links *all);

/* True for a link of the web that leaves a list and has a mark. */
bool
gp_link_judge_leaves(const struct gp_found_link *link);

#endif
