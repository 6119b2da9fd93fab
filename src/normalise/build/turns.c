/*
 * Fields that stand among other words, such as the title in a table of
 * contents: what turns their direction must not turn that of their
 * neighbours.  The body is left as it is: there a paragraph ends it.
 */
#include "normalise/work.h"

#include "base/text/bidi.h"

static void
mend(struct gp_work *w, struct gp_str *text, const char *what, unsigned line)
{
	struct gp_buf out = { .max = 0 };

	if (gp_bidi_balanced(*text))
		return;
	gp_bidi_balance(*text, &out);
	*text = gp_arena_buf(w->doc->arena, &out);
	gp_doc_repair(w->doc, "direction-closed", 1);
	gp_doc_warn(w->doc, "direction-open", line,
	            "%s has characters for direction (U+202A to U+202E, U+2066 "
	            "to U+2069) that are not in pairs; it is closed behind it",
	            what);
}

static void
mend_author(struct gp_work *w, struct gp_author *a)
{
	unsigned line = w->doc->byline.at.first;

	mend(w, &a->name, "the name of an author", line);
	mend(w, &a->display, "the name of an author", line);
	mend(w, &a->role, "the role of an author", line);
}

bool
gp_pass_turns(struct gp_work *w, struct gp_err *e)
{
	struct gp_doc *doc = w->doc;
	size_t i;

	(void)e;
	mend(w, &doc->title.text, "the title", doc->title.at.first);
	mend(w, &doc->standfirst.text, "the standfirst",
	     doc->standfirst.at.first);
	mend(w, &doc->byline.text, "the byline", doc->byline.at.first);
	for (i = 0; i < doc->byline.n_authors; i++)
		mend_author(w, &doc->byline.authors[i]);
	mend(w, &doc->source.name, "the name of the source", 0);
	return true;
}
