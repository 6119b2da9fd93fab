/*
 * All numbers of the search for the article of a page; html_body.c, which says
 * by what method, knows no other.  They were set on half of the pages of
 * scrapinghub's article-extraction-benchmark, whose answers are bodies.
 * `tests/eval/weigh src/import/html/choose/html_weights.h NAME VALUE... --
 * tests/eval/run FOLDER` scores other values: FOLDER holds pages and answers as
 * tests/eval/run wants them, tests/eval/pages for one.  Private to
 * import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_WEIGHTS_H
#define GP_IMPORT_HTML_HTML_WEIGHTS_H

enum {
	LONG = 25,       /* words of running text, with or without a stop */
	MIDDLE = 10,     /* with a stop */
	BRIEF = 6,       /* with a stop, for half */
	SHORT = 12,      /* no paragraph */
	FEWEST = 5,      /* where anything will do that has no stop */
	COMPARED = 8,    /* words of a leaf that a second opinion counts for */
	OPINION = 400,   /* bytes of a second opinion worth hearing */
	LITTLE = 60,     /* words of an article: ask the author's names */
	ENOUGH = 80,     /* words of an article, */
	ENOUGH_PART = 4, /* if over a quarter of the page's; else */
	BETTER_TENTHS = 16, /* to ten: so much more another way must find */
	HARDLY_ANY = 10,    /* words: give every sentence there is, */
	LINE = 3,           /* or lines of so many words */
	NOTHING = 40,       /* words: look for anything, */
	MORE_HALVES = 3,    /* and take it when it is over so many to two */
	NAMED_BYTES = 120, /* of a part that its author's name is believed of */
	TITLE_BYTES = 20,  /* of a title that may be a part of a heading */
	TITLE_PARTS = 400, /* elements and texts in a title */
	MOST_STEPS = 32,   /* from one container into another */
	HEADING_STEPS = 3, /* from a block up to the heading it stands in */
	LABEL_WORDS = 3,   /* before the colon of a line under a table */
	TWIN = 30,         /* value of a neighbour that is another article */
	WHOLE = 40,        /* value of a container that may be narrowed */
	RUNNING = 8,       /* value over which a leaf is running text */
};

/* How sure it is that a leaf is none of the article, in hundredths; all over
   what a drop needs, and the more so the less it looks like text. */
enum {
	SURE_EXCLUDED = 100,
	SURE_OUTSIDE = 95,
	SURE_CONTAINER = 92,
	SURE_CAPTION = 90,
	SURE_LINKS = 90,
	SURE_HEADING = 90,
	SURE_DATA = 90,
	SURE_BEFORE = 88,
	SURE_BEHIND = 88,
	SURE_WITHIN = 87,
	SURE_NO_TEXT = 87,
};

/* What a leaf is worth: by the word, and at once. */
static const struct {
	double strongly_bad_word, bad_word, bad;
	double linked_word, linked;
	double brief_word, heading, in_list, other, caption;
	double most_links;       /* share of words that are links */
	double named;            /* times, for what is called an article */
	double over, inner_lack; /* to be better; less for one within */
	double most_of;          /* share of a container that is all of it */
} weight = {
	.strongly_bad_word = -0.4,
	.bad_word = -0.3,
	.bad = -1,
	.linked_word = -0.6,
	.linked = -1.5,
	.brief_word = 0.5,
	.heading = 1,
	.in_list = -0.3,
	.other = -0.8,
	.caption = -0.2,
	.most_links = 0.5,
	.named = 1.15,
	.over = 1.0001,
	.inner_lack = 0.02,
	.most_of = 0.9,
};

#endif
