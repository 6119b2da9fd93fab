/* The journal says that records are under way before there is any.  A failure
   takes away what was written; a kill leaves it
   to the next command.  What an edition is made of it does not know. */
#include "series/release/release_record.h"

bool
gp_release_record(struct gp_series *s, const struct gp_record *record,
                  struct gp_err *e)
{
	const struct gp_release_entry *entry = record->entry;
	const struct gp_journal journal = {
		.release = entry->number,
		.pack = entry->pack,
		.edition = entry->edition,
	};
	struct gp_err ignored = { 0 };

	if (!gp_journal_begin(s->folder, &journal, e))
		return false;
	if (gp_record_write(s->folder, record, e))
		return true;
	if (gp_record_drop(s->folder, entry->pack, entry->edition, &ignored))
		(void)gp_journal_end(s->folder, &ignored);
	return false;
}
