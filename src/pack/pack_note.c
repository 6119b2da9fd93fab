/* A note that is read as an article in Markdown is, so that a list in it is a
   list and its marks are set like all others.  Nothing in it is judged: who
   writes a note means all of it. */
#include "pack/pack_note.h"

#include "base/limits.h"
#include "import/import.h"

static struct gp_draft *
read_draft(struct gp_context *c, struct gp_str words, struct gp_err *e)
{
	struct gp_draft *draft = gp_draft_new(GP_MAX_DOC_ARENA);
	struct gp_source_bytes source = { .name = c->packfile->path.p,
		                          .data = words };

	if (!draft)
		gp_fail(e, GP_NOMEM, "out of memory");
	else if (gp_import_markdown.read(&source, draft, c->diag, e))
		return draft;
	gp_draft_free(draft);
	return NULL;
}

bool
gp_pack_note_read(struct gp_context *c, struct gp_pack *pack, struct gp_err *e)
{
	struct gp_normaliser how = { .rules = c->rules,
		                     .lang = pack->info.lang };
	struct gp_draft *draft;

	if (gp_str_trim(pack->info.note).n == 0)
		return true;
	draft = read_draft(c, pack->info.note, e);
	if (draft)
		pack->note = gp_normalise_note(draft, &how, e);
	gp_draft_free(draft);
	if (pack->note)
		return true;
	gp_fail_in(e, c->packfile->path.p);
	return false;
}
