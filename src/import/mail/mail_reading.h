/*
 * A message that is being read, as the files of this folder share it.  Knows
 * no steps.  Private to import/mail/.
 */
#ifndef GP_IMPORT_MAIL_MAIL_READING_H
#define GP_IMPORT_MAIL_MAIL_READING_H

#include "import/import.h"
#include "import/mail/mail_readers.h"
#include "import/mail/mime.h"
#include "import/personal/withhold.h"

struct gp_mail {
	const struct gp_source_bytes *source;
	struct gp_articles *out;
	struct gp_diag *diag;
	struct gp_err *e;
	struct gp_arena *arena;
	struct gp_mime mime;
	bool *shown;                       /* by part: text of the article */
	const struct gp_mime_part **texts; /* these, as they are read */
	size_t n_texts;
	bool inner_read;        /* mails in it are articles */
	size_t n_inner;         /* mails in it without a name so far */
	struct gp_draft *draft; /* of the article */
	bool page;              /* saved from a browser */
	bool is_place_personal; /* where it was saved from, too */
	struct gp_mail_readers readers;
	struct gp_withholding withheld;
};

#endif
