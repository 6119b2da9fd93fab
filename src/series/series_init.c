/* The series.yaml of a new series, every key explained.  A folder that is one
   already is not touched; packs are for the editor to make. */
#include "publish/starter.h"

static const char *const lines[] = {
	"# A series of packs: what holds for all of them. A pack is a folder",
	"# beside this file, called after its day (2015-11-09), with articles in",
	"# it and, where something is other than here, a pack.yaml.",
	"",
	"title: Press cuttings",
	"organisation: Department for Examples",
	"language: en-GB",
	"",
	"# Whom it is for: internal or public. A public one shows headlines and",
	"# links, in books as in feeds, unless rights_feed or the use of a source",
	"# says otherwise.",
	"audience: internal",
	"",
	"# Where site/ will stand on the web. Feed readers want it.",
	"# base_url: https://news.example.gov.uk/press/",
	"",
	"# Whom to ask; on the last page, and a mail address in the feeds too.",
	"# contact: press.office@example.gov.uk",
	"",
	"# required: a release goes out only as somebody approved it.",
	"# approval: required",
	"",
	"# Keys that sign what is released, as ssh-keygen -f takes them: a private",
	"# key, or the public one of a key that an agent or a device has",
	"# (docs/verifying.md says who checks what).",
	"# sign: ~/.ssh/press",
	"",
	"# On the title page and on every page; one of styles/markings.yaml. What",
	"# is OFFICIAL-SENSITIVE is released only where the server asks readers who",
	"# they are (docs/serving.md): then say access: protected.",
	"# marking: OFFICIAL",
	"# access: open",
	"",
	"# As in pack.yaml: subtitle, authority, identifier, design, paper,",
	"# rights, rights_feed, reposts, embed_fonts.",
	"# rights: Articles belong to their publishers.",
	"",
	"# What may be done with the articles of a source: its licence, for how",
	"# many days, and full, extract or link. Of a source that is not listed",
	"# the public gets a link.",
	"# sources:",
	"#   - name: Example Weekly",
	"#     licence: NLA media access",
	"#     days: 28",
	"#     use: full",
	"",
	"# Who gets packs as mail (`govpub mail`), and nobody outside `domains`.",
	"# mail:",
	"#   from: Press Office <press.office@example.gov.uk>",
	"#   to: all.staff@example.gov.uk",
	"#   domains: example.gov.uk",
	NULL,
};

static const struct gp_starter_file file = { "series.yaml", lines };

bool
gp_series_init(const char *folder, struct gp_err *e)
{
	return gp_starter_write(folder, &file, 1, e);
}
