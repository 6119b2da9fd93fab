/*
 * Hints for styling, found on the finished body; they change no word: a
 * speech that runs over paragraphs, a label that opens one, a paragraph that
 * announces numbered sections.
 */
#include "normalise/work.h"

enum { LABEL_BYTES = 40, LABEL_WORDS = 4 };

/* What the last word of a label that opens a paragraph may be. */
static const char *const label_words[] = {
	"view",     "views",      "comment",    "comments",   "note",
	"notes",    "analysis",   "opinion",    "verdict",    "update",
	"context",  "background", "correction", "summary",    "reaction",
	"response", "advice",     "conclusion", "disclaimer", "question",
	"answer",   "q",          "a",          NULL,
};

static struct gp_str
words_of(const struct gp_node *n)
{
	return gp_node_text(n->first);
}

/* ---- speech ---- */

static bool
opens_quote(const struct gp_node *n)
{
	return n && n->kind == GP_PARAGRAPH &&
	       gp_str_starts(words_of(n), GP_STR("\u201C"));
}

/* True when the last double mark is an opening one. */
static bool
leaves_open(struct gp_str s)
{
	size_t i = s.n;

	while (i-- > 2) {
		if ((s.p[i] == '\x9C' || s.p[i] == '\x9D') &&
		    s.p[i - 1] == '\x80' && s.p[i - 2] == '\xE2')
			return s.p[i] == '\x9C';
	}
	return false;
}

static void
find_speech(struct gp_node *n)
{
	if (!opens_quote(n->next) || !leaves_open(words_of(n)))
		return;
	if (gp_node_paragraph(n)->speech == GP_NO_SPEECH)
		n->as.paragraph.speech = GP_SPEECH_OPEN;
	n->next->as.paragraph.speech = GP_SPEECH_CONTINUED;
}

/* ---- a label that opens a paragraph ---- */

static bool
is_label(struct gp_str s)
{
	struct gp_str rest = s, word, last = GP_STR("");
	size_t words = 0;

	while (gp_str_word(&rest, &word)) {
		last = word;
		words++;
	}
	if (words == 0 || words > LABEL_WORDS || !gp_is_upper(s.p[0]))
		return false;
	return gp_str_among_nocase(last, label_words);
}

static void
find_run_in(struct gp_node *n)
{
	struct gp_str s = words_of(n);
	size_t at = gp_str_find(gp_str_sub(s, 0, LABEL_BYTES), GP_STR(": "), 0);

	if (at + 2 < s.n && at < LABEL_BYTES && s.p[at] == ':' &&
	    gp_is_upper(s.p[at + 2]) && is_label(gp_str_sub(s, 0, at)))
		n->as.paragraph.run_in = at + 1;
}

bool
gp_pass_hints(struct gp_work *w, struct gp_err *e)
{
	struct gp_node *n;

	(void)e;
	for (n = w->doc->body->first; n; n = n->next) {
		if (n->kind != GP_PARAGRAPH)
			continue;
		find_speech(n);
		find_run_in(n);
		n->as.paragraph.leads_to_sections =
			gp_node_heading(n->next)->label.n > 0 &&
			gp_str_ends(words_of(n), GP_STR(":"));
	}
	return true;
}
