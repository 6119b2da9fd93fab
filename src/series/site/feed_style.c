/* Titles, days, standfirsts and authors in one column; escaped HTML, which a
   style sheet cannot show as such, and ids are not shown.  Colours have a
   contrast of 7 and more in light and dark (WCAG 2.2, 1.4.6); no font and no
   picture is fetched. */
#include "series/site/feed_style.h"

const char gp_feed_style_file[] = "feed.css";

const char gp_feed_style[] =
	"feed {\n"
	"\tdisplay: block; max-width: 38em; margin: 2em auto; padding: 0 1em;\n"
	"\tfont: 1em/1.5 Georgia, serif; color: #222; background: #fff;\n"
	"}\n"
	"feed::before {\n"
	"\tcontent: \"This is a feed: give its address to a feed reader.\";\n"
	"\tdisplay: block; font: 0.9em/1.4 sans-serif; padding: 0.6em 0.8em;\n"
	"\tbackground: #e8eef4; color: #12263a; margin-bottom: 1.5em;\n"
	"}\n"
	"feed > title { display: block; font-size: 1.9em; line-height: 1.2; }\n"
	"feed > subtitle { display: block; font-size: 1.2em; }\n"
	"feed > author, feed > rights { display: block; color: #444; }\n"
	"id, link, source, content, generator, category, published,\n"
	"feed > updated, entry > rights { display: none; }\n"
	"entry { display: block; border-top: 1px solid #888;\n"
	"\tmargin-top: 1.2em; padding-top: 0.8em; }\n"
	"entry > title { display: block; font-weight: bold;\n"
	"\tfont-size: 1.15em; line-height: 1.3; }\n"
	"entry > updated, entry > author { display: block;\n"
	"\tfont: 0.85em/1.5 sans-serif; color: #444; }\n"
	"entry > summary { display: block; margin-top: 0.4em; }\n"
	"@media (prefers-color-scheme: dark) {\n"
	"\tfeed { color: #eee; background: #111; }\n"
	"\tfeed > author, feed > rights, entry > updated, entry > author {\n"
	"\t\tcolor: #ccc; }\n"
	"\tfeed::before { background: #12263a; color: #e8eef4; }\n"
	"}\n";
