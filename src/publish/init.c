/*
 * A new content folder: a pack.yaml in which every key is explained and an
 * example article.  Nothing that exists is touched: either both files are new
 * or none is written.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct gp_template {
	const char *name;
	const char *const *lines; /* NULL at the end */
};

enum { TEMPLATES = 2 };

static const struct gp_template templates[TEMPLATES];

/* ---- folders ---- */

static bool
fail_folder(const char *path, struct gp_err *e)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0,
	                  "cannot make the folder: %s", strerror(errno));
}

static bool
make_one(const char *path, struct gp_err *e)
{
	struct stat st;

	if (mkdir(path, 0777) == 0)
		return true;
	if (errno != EEXIST)
		return fail_folder(path, e);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	errno = ENOTDIR;
	return fail_folder(path, e);
}

/* The folder and those above it. */
static bool
make_folder(struct gp_arena *a, const char *path, struct gp_err *e)
{
	size_t i;

	for (i = 1; path[i]; i++) {
		struct gp_str part = { path, i };

		if (path[i] != '/' || path[i - 1] == '/')
			continue;
		part = gp_arena_str(a, part);
		if (!gp_arena_ok(a, e) || !make_one(part.p, e))
			return false;
	}
	return make_one(path, e);
}

/* ---- files ---- */

static struct gp_str
path_of(struct gp_arena *a, const char *folder, const struct gp_template *t)
{
	return gp_arena_printf(a, "%s/%s", folder, t->name);
}

static bool
write_one(struct gp_arena *a, const char *folder, const struct gp_template *t,
          struct gp_err *e)
{
	struct gp_str path = path_of(a, folder, t);
	struct gp_buf text = { .max = 0 };
	struct gp_bytes bytes;
	const char *const *line;
	bool ok;

	for (line = t->lines; *line; line++) {
		gp_buf_puts(&text, *line);
		gp_buf_putc(&text, '\n');
	}
	if (!gp_arena_ok(a, e) || !gp_buf_ok(&text, e)) {
		gp_buf_free(&text);
		return false;
	}
	bytes = gp_buf_take(&text);
	ok = gp_file_create(path.p, &bytes, e);
	gp_bytes_free(&bytes);
	return ok;
}

static bool
check_free(struct gp_arena *a, const char *folder, struct gp_err *e)
{
	struct gp_str path;
	size_t i;

	for (i = 0; i < TEMPLATES; i++) {
		path = path_of(a, folder, &templates[i]);
		if (!gp_arena_ok(a, e))
			return false;
		if (gp_file_exists(path.p))
			return gp_fail_at(e, GP_OUTPUT, path.p, 0, 0,
			                  "is there already, so nothing was "
			                  "written; choose another folder");
	}
	return true;
}

static bool
write_starter(struct gp_arena *a, const char *folder, struct gp_err *e)
{
	size_t i;

	if (!check_free(a, folder, e) || !make_folder(a, folder, e))
		return false;
	for (i = 0; i < TEMPLATES; i++)
		if (!write_one(a, folder, &templates[i], e))
			break;
	if (i == TEMPLATES)
		return true;
	while (i-- > 0)
		(void)unlink(path_of(a, folder, &templates[i]).p);
	return false;
}

bool
gp_init(const char *folder, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!folder || !*folder)
		ok = gp_fail(e, GP_USAGE, "no folder was named");
	else
		ok = write_starter(a, folder, e);
	gp_arena_free(a);
	return ok;
}

/* ---- what the files hold ---- */

static const char *const pack_lines[] = {
	"# A briefing pack. Every key may be left out; a `#` takes a line out.",
	"# Indent with spaces. Put a value that holds `: ` or begins with a",
	"# sign in \"quotes\".",
	"",
	"title: \"Digital government: press briefing\"",
	"subtitle: What was written about us this month",
	"organisation: Department for Examples",
	"",
	"# The day of the pack. Without it: the day of the newest article.",
	"# date: 2015-11-09",
	"",
	"# How the files are called: letters a to z, digits and hyphens.",
	"# name: press-briefing",
	"language: en-GB",
	"",
	"# On the title page and on every page.",
	"marking: OFFICIAL",
	"",
	"# How the PDF looks (reading, large-print, tablet or digest), and its",
	"# paper (a4, a5 or letter).",
	"# design: reading",
	"# paper: a4",
	"",
	"# The EPUB carries the page numbers of the PDF; its fonts are the",
	"# reader's own unless you want those of the design in it.",
	"# page_list: no",
	"# embed_fonts: yes",
	"",
	"# What somebody who has examined the EPUB says of it. Also: credential,",
	"# report (an address), summary.",
	"# accessibility:",
	"#   conforms_to: EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
	"#   certified_by: Example Evaluators",
	"",
	"rights: Articles belong to their publishers. For internal use only.",
	"",
	"# Paragraphs are set apart by a blank line.",
	"note: |",
	"  These articles were chosen for the weekly meeting.",
	"",
	"  Read the first; skim the rest.",
	"",
	"# What names the feed and its packs for good: a host of yours and a year",
	"# in which it was yours. Do not change it later, or feed readers take it",
	"# for another feed.",
	"# authority: example.gov.uk,2015",
	"# identifier: tag:example.gov.uk,2015:press-briefing",
	"",
	"# Where out/ will stand on the web, if anywhere.",
	"# base_url: https://example.gov.uk/briefing/",
	"",
	"# What feed.xml carries of an article: full, extract or links.",
	"rights_feed: full",
	"",
	"# An article that came from several places, with one title and one text,",
	"# is kept once and the other places are listed with it; or keep all.",
	"# reposts: keep",
	"",
	"# The sections, in their order.",
	"sections:",
	"  - Policy",
	"  - Opinion",
	"",
	"# What you know better than the text does. Only `file` is needed; what",
	"# is left out is taken from the article itself. Also: id, standfirst,",
	"# byline, url, language, order (a number), skip (true or false).",
	"articles:",
	"  - file: example-article.txt",
	"    section: Policy",
	"    source: Example Weekly",
	"    # title: Another headline",
	"    # date: 2015-11-09",
	"",
	"# Lines to drop, in every article: a pattern for the whole line. A rule",
	"# with `confidence: 0` keeps the lines that it matches.",
	"# rules:",
	"#   - pattern: \"Read more on our website.*\"",
	"#     zone: any            # any, tail, mid or end",
	"#     reason: site-promo",
	"#     confidence: 0.95",
	NULL,
};

static const char *const article_lines[] = {
	"Department for Examples puts its first service online",
	"",
	"A form of eleven pages becomes four questions",
	"",
	"By Alex Example",
	"",
	"9 November 2015",
	"",
	"The Department for Examples has put the first of its services online. "
	"Until last week the form had eleven pages and went by post; now there "
	"are four questions, and most people have their answer in a minute.",
	"",
	"What changed",
	"",
	"\"We asked people what they came for, and took out everything else,\" "
	"said the service's manager. Two questions went because another "
	"department already knew the answers, and five because nobody could "
	"say what they were for.",
	"",
	"What is next",
	"",
	"Three more services follow in the spring. The department publishes "
	"what each of them costs, and how many people give up half way.",
	"",
	"Share this page",
	NULL,
};

static const struct gp_template templates[TEMPLATES] = {
	{ "pack.yaml", pack_lines },
	{ "example-article.txt", article_lines },
};
