/*
 * What of a letter is its reader's alone and goes into no output: the
 * addresses of those it was for, and links that tell one reader from another.
 * Taken out of the bytes, before anything else reads them: what comes later
 * cannot let it through.  Names of people stay; an attached file's words are
 * not looked at.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_WITHHOLD_H
#define GP_IMPORT_PERSONAL_WITHHOLD_H

#include "import/personal/recipients.h"
#include "model/draft.h"

/* What a letter's header says, and how much was taken out so far. */
struct gp_withholding {
	struct gp_arena *arena; /* the caller's; holds all that is found */
	struct gp_recipients recipients;
	struct gp_str leave; /* List-Unsubscribe, or "" */
	bool is_bulk;        /* the header says that many got it */
	bool only_in_tags;   /* what is among the words stays */
	size_t addresses, links;
};

/* Appends `text`, markup or plain, to `out` without what is personal, and
   counts that.  The words of a link stay; an address that stands among the
   words goes with the brackets round it.  A link that only leads on leads to
   where it says that it does.  Cost: linear.  Errors: the buffer's, and those
   that the arena remembers. */
void
gp_withhold(struct gp_withholding *w, struct gp_str text, bool is_html,
            struct gp_buf *out);

/* The same of a single line without links: a subject, a name. */
struct gp_str
gp_withhold_line(struct gp_withholding *w, struct gp_str line);

/* The same of a page that no header came with: nothing is done to it unless it
   has a link to leave a list, with a mark that no other reader has.  Addresses
   that such links name are taken for the reader's.  *url, where it was found,
   becomes "" when only one reader finds it there.  False, and nothing appended,
   for any other page. */
bool
gp_withhold_page(struct gp_withholding *w, struct gp_str html,
                 struct gp_str *url, struct gp_buf *out);

/* Lists in the draft that something was taken out, why and how often; never
   what. */
void
gp_withheld_list(const struct gp_withholding *w, struct gp_draft *draft);

#endif
