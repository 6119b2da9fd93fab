/*
 * A new content folder: a pack.yaml in which every key is explained, and an
 * example article.  How they are written is not known here.
 */
#include "publish/starter.h"

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
	"# On the title page and on every page; one of styles/markings.yaml.",
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

static const struct gp_starter_file files[] = {
	{ "pack.yaml", pack_lines },
	{ "example-article.txt", article_lines },
};

bool
gp_init(const char *folder, struct gp_err *e)
{
	return gp_starter_write(folder, files, sizeof files / sizeof *files, e);
}
