/* The series.yaml of a new series, every key explained.  A folder that is one
   already is not touched; packs are for the editor to make. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"
#include "series/ledger/safe_file.h"

static const char *const lines[] = {
	"# A series of packs: what holds for all of them. A pack is a folder",
	"# beside this file, called after its day (2015-11-09), with articles in",
	"# it and, where something is other than here, a pack.yaml.",
	"",
	"title: Press cuttings",
	"organisation: Department for Examples",
	"language: en-GB",
	"",
	"# Whom it is for: internal or public. A public one carries links in its",
	"# feeds unless rights_feed says otherwise.",
	"audience: internal",
	"",
	"# Where site/ will stand on the web. Feed readers want it.",
	"# base_url: https://news.example.gov.uk/press/",
	"",
	"# Whom to ask.",
	"# contact: press.office@example.gov.uk",
	"",
	"# On the title page and on every page.",
	"# marking: OFFICIAL",
	"",
	"# As in pack.yaml: subtitle, authority, identifier, design, paper,",
	"# rights, rights_feed, reposts, embed_fonts.",
	"# rights: Articles belong to their publishers.",
	"",
	"# What may be done with the articles of a source: its licence, for how",
	"# many days, and full, extract or link. Days and use are not kept yet:",
	"# a release warns of it.",
	"# sources:",
	"#   - name: Example Weekly",
	"#     licence: NLA media access",
	"#     days: 28",
	"#     use: full",
	NULL,
};

static bool
write_file(struct gp_arena *a, const char *folder, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(a, "%s/series.yaml", folder);
	struct gp_buf text = { .max = 0 };
	const char *const *line;
	bool ok;

	if (!gp_arena_ok(a, e))
		return false;
	if (gp_file_exists(path.p))
		return gp_fail_at(e, GP_OUTPUT, path.p, 0, 0,
		                  "is there already, so nothing was written; "
		                  "choose another folder");
	for (line = lines; *line; line++)
		gp_buf_printf(&text, "%s\n", *line);
	ok = gp_buf_ok(&text, e) && gp_safe_folder(folder, e) &&
	     gp_safe_create(path.p, gp_buf_view(&text), e);
	gp_buf_free(&text);
	return ok;
}

bool
gp_series_init(const char *folder, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!folder || !*folder)
		ok = gp_fail(e, GP_USAGE, "no folder was named");
	else
		ok = write_file(a, folder, e);
	gp_arena_free(a);
	return ok;
}
