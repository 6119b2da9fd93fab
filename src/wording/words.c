/* The words that outputs add of their own, by their places in a table, and
   plain words for the stable names of repairs and reasons; a name without
   any stands for itself.  It knows neither where a word is printed nor any
   article. */
#include "wording/words.h"

struct named_words {
	const char *name, *words;
};

static const char *const words[GP_W_COUNT] = {
	[GP_W_ABBREVIATIONS] = "Abbreviations",
	[GP_W_ABOUT] = "About this pack",
	[GP_W_ALSO_IN] = "is also in",
	[GP_W_AND] = "and",
	[GP_W_ARTICLE] = "article",
	[GP_W_ARTICLES] = "articles",
	[GP_W_ARTICLES_FROM] = "Articles",
	[GP_W_AS_IT_CAME] = "as it came, nothing changed.",
	[GP_W_BACK] = "Back to contents",
	[GP_W_BY] = "By",
	[GP_W_CHECK] = "How to check this pack",
	[GP_W_CHECK_TEXT] =
		("The file SHA256SUMS, made with this pack, holds a checksum "
	         "of each of its files: “sha256sum -c SHA256SUMS” in their "
	         "folder says whether any was changed. The same inputs give "
	         "the same bytes: whoever makes the pack again from the "
	         "files named here, with the same version of the program, "
	         "gets this very file."),
	[GP_W_COLOPHON] = "Colophon",
	[GP_W_CONTACT] = "Contact",
	[GP_W_CONTENTS] = "Contents",
	[GP_W_COVER] = "Cover",
	[GP_W_DIFFERENT_WORDS] = "with other words:",
	[GP_W_DRAFT] = "DRAFT",
	[GP_W_EDITORS_NOTE] = "Editor’s note",
	[GP_W_FIRST] = "First article",
	[GP_W_FROM] = "From",
	[GP_W_HANDLING] = "Handling",
	[GP_W_HERE] = "here",
	[GP_W_HOW_MADE] = "How the text was prepared",
	[GP_W_HOW_MADE_BRIEF] =
		("Spacing and quotation marks were made even, and lines that "
	         "are no part of an article, such as links to other articles, "
	         "buttons and forms, were left out; each of them is listed in "
	         "the manifest.json of this pack. The wording was not changed."),
	[GP_W_HOW_MADE_TEXT] =
		("Spacing and quotation marks were made even, and lines that "
	         "are no part of an article, such as links to other articles, "
	         "buttons and forms, were left out. The wording was not "
	         "changed. For each article, with the number of times:"),
	[GP_W_IMAGE_MISSING] = "Picture not included",
	[GP_W_IN_BRIEF] = "In brief",
	[GP_W_INPUTS] = "What it was made from",
	[GP_W_INPUTS_TEXT] = "Each file with its SHA-256 checksum.",
	[GP_W_LANDMARKS] = "Landmarks",
	[GP_W_LEFT_OUT] = "left out",
	[GP_W_LINE] = "line",
	[GP_W_LINES] = "lines",
	[GP_W_LINES_TO_TAKE] = "Lines to take",
	[GP_W_LINKS] = "Links in this article",
	[GP_W_MADE_BY] = "Made by",
	[GP_W_MIN_READ] = "min read",
	[GP_W_MORE] = "more",
	[GP_W_NAMED_SOURCE] = "named source",
	[GP_W_NAMED_SOURCES] = "named sources",
	[GP_W_NAMES_NO_SOURCE] = "names no source",
	[GP_W_NAME_NO_SOURCE] = "name no source",
	[GP_W_NEXT] = "Next",
	[GP_W_NOT_INCLUDED] = "Not included",
	[GP_W_MOST_TEXT] = "Most of this text is also in",
	[GP_W_NOTE] = "Note",
	[GP_W_NO_ALT] = "Picture without a description",
	[GP_W_ONLY_HERE] = "only here",
	[GP_W_ONLY_THERE] = "only there",
	[GP_W_ORIGINAL_AT] = "Original at",
	[GP_W_PAGE] = "page",
	[GP_W_PAGES] = "To other pages",
	[GP_W_PAGE_LIST] = "Pages of the printed digest",
	[GP_W_PAGE_SOURCE] = "The printed digest of this pack",
	[GP_W_POSTED] = "Posted",
	[GP_W_REFERENCE] = "Reference",
	[GP_W_REFERENCE_TEXT] =
		("Whoever issued this pack finds it and its edition by this "
	         "reference. It is no proof, since anybody can print it: the "
	         "proof is the signature of the file SHA256SUMS, where there "
	         "is one."),
	[GP_W_REPOST] = "This article also appeared in:",
	[GP_W_RIGHTS] = "Rights",
	[GP_W_SAME_TEXT] = "The same text is also in",
	[GP_W_SHARED] = "Also in this pack",
	[GP_W_SOURCES] = "Sources",
	[GP_W_SOURCES_RIGHTS] = "Sources and rights",
	[GP_W_SOURCE_UNKNOWN] = "source not named",
	[GP_W_SUMMARY] =
		("Text in reading order, with a table of contents and "
	         "headings in order. Font, size, colours and line height are "
	         "the reader’s own."),
	[GP_W_SUMMARY_ALT] = "Every picture has a description.",
	[GP_W_SUMMARY_IMAGES] =
		("Where a picture of an original article is not included, "
	         "its description is given, when the original had one."),
	[GP_W_SUMMARY_NO_ALT] = "Some pictures have no description.",
	[GP_W_SUMMARY_PAGES] = "Page numbers are those of the printed digest.",
	[GP_W_TABLE] = "Table",
	[GP_W_THERE] = "there",
	[GP_W_TIMELINE] = "When the articles appeared",
	[GP_W_TITLE_PAGE] = "Title page",
	[GP_W_UNDATED] = "without an exact date",
	[GP_W_UNTITLED] = "Untitled",
	[GP_W_UPDATED] = "Updated",
	[GP_W_ALL_NEW] = "All articles are new.",
	[GP_W_CARRIED] = "Carried over",
	[GP_W_CARRIED_FROM] = "Carried over from",
	[GP_W_CORRECTED] = "Corrected",
	[GP_W_COUNT_ADDED] = "added",
	[GP_W_COUNT_CORRECTED] = "corrected",
	[GP_W_COUNT_WITHDRAWN] = "withdrawn",
	[GP_W_EARLIER_PACKS] = "In earlier packs",
	[GP_W_EDITION] = "Edition",
	[GP_W_NEW] = "New",
	[GP_W_NEW_AT] = "New at",
	[GP_W_SINCE_EDITION] = "Since the first edition",
	[GP_W_SINCE_PACK] = "Since the last pack",
	[GP_W_THIS_PACK] = "In this pack",
};

/* Repairs first, then reasons for dropping. */
static const struct named_words pairs[] = {
	{ "nbsp-to-space", "no-break spaces made plain" },
	{ "space-run-collapsed", "runs of spaces closed up" },
	{ "other-space-to-space", "tabs and odd spaces made plain" },
	{ "edge-space-trimmed", "spaces at the ends of lines removed" },
	{ "straight-double-curled", "straight double quotation marks curled" },
	{ "straight-single-curled", "straight single quotation marks curled" },
	{ "doubled-single-to-double",
	  "doubled single quotation marks made double" },
	{ "direction-closed", "marks of direction closed" },
	{ "consumed-as-metadata", "details given above the text" },
	{ "related-links", "links to other articles" },
	{ "author-or-issue-promo", "notes on authors and issues" },
	{ "share-widget", "sharing buttons" },
	{ "comment-form", "comment forms" },
	{ "player-notice", "notices of players" },
	{ "ad", "advertising" },
	{ "newsletter", "newsletter forms" },
	{ "copyright", "copyright lines" },
	{ "cookie-or-legal", "cookie and legal notices" },
	{ "site-chrome", "parts of the website" },
	{ "page-furniture", "parts of the page round the article" },
	{ "page-links", "links within the page" },
	{ "page-title", "the title of the page" },
	{ "mail-furniture", "what a mail says of itself" },
	{ "forwarding-head", "heads of passed-on mails" },
	{ "covering-letter", "covering letters" },
	{ "signature", "signatures" },
	{ "withheld", "addresses and links of one reader" },
	{ "other-form", "other forms of the same mail" },
	{ "hidden", "what the page hides" },
	{ "form", "forms" },
	{ "not-read", "fields that are not read" },
	{ "repeated", "words that stand there already" },
	{ "caption", "captions" },
	{ "front-matter", "lines between title and text" },
	{ "short-behind-text", "short lines behind the text" },
	{ "follow-us", "invitations to follow" },
	{ "support-us", "requests for support" },
	{ "subscription", "subscription notices" },
	{ "app-promo", "notes on apps" },
	{ "event-date", "dates of events" },
};

struct gp_str
gp_word(enum gp_word word)
{
	return gp_str(words[word]);
}

struct gp_str
gp_word_for(struct gp_str name)
{
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (gp_str_eq(name, gp_str(pairs[i].name)))
			return gp_str(pairs[i].words);
	return name;
}
