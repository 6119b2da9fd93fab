/* Labels and sentences of the web edition by their places in a table.  It knows
   neither on which page a word stands nor any article.  What is said of
   accessibility is what tests find of the pages, and no more. */
#include "wording/web_words.h"

static const char *const words[GP_WW_COUNT] = {
	[GP_WW_SKIP] = "Skip to the text",
	[GP_WW_PREVIOUS] = "Previous",
	[GP_WW_EDITION] = "Edition",
	[GP_WW_OTHER_FORMS] = "Other forms of this pack",
	[GP_WW_EPUB] = "for reading apps and e-readers",
	[GP_WW_PDF] = "for printing",
	[GP_WW_FEED] = "Feed of its articles",
	[GP_WW_FEEDS] = "To subscribe to",
	[GP_WW_ALL_ARTICLES] = "Feed of the newest articles",
	[GP_WW_ALL_PACKS] = "Feed of all packs",
	[GP_WW_NO_MONTH] = "Without a date",
	[GP_WW_PACK] = "pack",
	[GP_WW_PACKS] = "packs",
	[GP_WW_MONTHS] = "All packs by month",
	[GP_WW_NEWEST_PACKS] = "Newest packs",
	[GP_WW_CATALOGUE] = "Catalogue for reading apps (OPDS 2.0)",
	[GP_WW_OLD_CATALOGUE] = "Catalogue for older reading apps (OPDS 1.2)",
	[GP_WW_PAGE] = "page",
	[GP_WW_PAGES] = "pages",
	[GP_WW_ACCESSIBILITY] = "Accessibility of these pages",
	[GP_WW_NO_CLAIM] =
		("It is not claimed here that these pages meet a standard: "
	         "that is for a person to say who has tried them. What "
	         "follows is how they are made."),
	[GP_WW_HOW_MADE] = "How they are made",
	[GP_WW_MARKED_UP] =
		("Headings, lists, tables and notes are marked as what they "
	         "are, and every page says which language it is in."),
	[GP_WW_KEYBOARD] =
		("Every link can be reached with a keyboard alone. The first "
	         "one of a page leads to its text."),
	[GP_WW_LOOK] =
		("Colours are light or dark as the device is set. Text can be "
	         "made larger without scrolling sideways. Nothing moves, and "
	         "there are no scripts."),
	[GP_WW_TABLES] =
		("A table that is too wide for the screen scrolls in a box of "
	         "its own, which a keyboard reaches, or its rows stand one "
	         "under the other."),
	[GP_WW_AS_THE_SOURCES] =
		("Headings, names of links and descriptions of pictures within "
	         "an article are those of its source, good or bad."),
	[GP_WW_OTHER_TEXTS] =
		("The EPUB, whose type and spacing can be set in a reading "
	         "app, and the PDF hold the same articles."),
	[GP_WW_TELL] = "What is in your way, tell who issued this pack:",
};

struct gp_str
gp_web_word(enum gp_web_word word)
{
	return gp_str(words[word]);
}
