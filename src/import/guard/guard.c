/* Both sides are told to gp_word_guard(); it knows no format itself but by the
   scanner of its name. */
#include "import/guard/guard.h"

#include "base/limits.h"
#include "base/text/word_guard.h"
#include "import/guard/html_words.h"
#include "import/guard/json_words.h"
#include "import/guard/markdown_words.h"
#include "import/guard/xml_words.h"
#include "model/tell.h"

/* Blocks of a draft, from the one behind `last` on. */
struct blocks {
	const struct gp_draft *draft;
	const struct gp_draft_block *last;
	bool claims; /* and what the draft says of itself */
};

static void
tell_claims(const struct gp_draft *draft, struct gp_listener *l)
{
	const struct gp_claim *c;

	for (c = draft->claims; c; c = c->next)
		gp_tell(l, c->value, c->line);
}

static bool
stands_in(const struct gp_draft_frame *in, const struct gp_draft_frame *f)
{
	while (in && in != f)
		in = in->in;
	return in != NULL;
}

/* Labels that stand in the source, of items that begin with block `b`; what a
   list counts by itself is none of its words. */
static void
tell_labels(const struct gp_draft_block *b, const struct gp_draft_frame *before,
            struct gp_listener *l)
{
	const struct gp_draft_frame *f;

	for (f = b->in; f && !stands_in(before, f); f = f->in)
		if (f->is_said)
			gp_tell(l, gp_node_label(&f->node), b->at.first);
}

static void
tell_blocks(const void *what, struct gp_listener *l)
{
	const struct blocks *blocks = what;
	const struct gp_draft_block *b =
		blocks->last ? blocks->last->next : blocks->draft->first;
	const struct gp_draft_frame *item = NULL;

	for (; b; b = b->next) {
		tell_labels(b, item, l);
		item = b->in ? b->in : item;
		gp_tell_block(b, l);
	}
	if (blocks->claims)
		tell_claims(blocks->draft, l);
}

static void
tell_html(const void *what, struct gp_listener *l)
{
	gp_html_words(*(const struct gp_str *)what, l);
}

static void
tell_text(const void *what, struct gp_listener *l)
{
	gp_tell(l, *(const struct gp_str *)what, 0);
}

static void
tell_unaddressed(const void *what, struct gp_listener *l)
{
	struct gp_str rest = *(const struct gp_str *)what, word;

	while (!l->is_done && gp_str_word(&rest, &word))
		if (gp_str_find(word, GP_STR("://"), 0) == word.n)
			gp_tell(l, word, 0);
}

static void
tell_xml(const void *what, struct gp_listener *l)
{
	gp_xml_words(*(const struct gp_str *)what, l);
}

static void
tell_json(const void *what, struct gp_listener *l)
{
	gp_json_words(*(const struct gp_str *)what, l);
}

static unsigned
line_of(struct gp_str s, size_t at)
{
	unsigned line = 1;
	size_t i;

	for (i = 0; i < at && i < s.n; i++)
		line += s.p[i] == '\n';
	return line;
}

/* The first loss of a draft is told; further ones add to their number. */
static void
add_loss(struct gp_draft *draft, const struct gp_loss *loss, unsigned line)
{
	if (draft->lost.words == 0) {
		draft->lost.line = line;
		draft->lost.quote = gp_arena_cstr(draft->arena, loss->quote);
	}
	draft->lost.words += loss->words;
}

/* What `tell` finds in `text` and not in the blocks; *line is the first of
   `text`, 0 when it has none. */
static bool
guard(struct blocks blocks, struct gp_draft *draft, struct gp_str text,
      void (*tell)(const void *what, struct gp_listener *l), unsigned first,
      struct gp_err *e)
{
	struct gp_teller source = { tell, &text };
	struct gp_teller found = { tell_blocks, &blocks };
	struct gp_loss loss;
	unsigned line = 0;

	if (!gp_word_guard(&source, &found, &loss, e))
		return false;
	if (loss.words && first)
		line = first - 1 + line_of(text, loss.at + loss.into);
	if (loss.words)
		add_loss(draft, &loss, line);
	return gp_arena_ok(draft->arena, e);
}

bool
gp_guard_html(struct gp_draft *draft, const struct gp_draft_block *last,
              struct gp_str html, bool is_part, struct gp_err *e)
{
	return guard((struct blocks){ draft, last, false }, draft, html,
	             tell_html, is_part ? 0 : 1, e);
}

bool
gp_guard_markdown(struct gp_draft *draft, const struct gp_draft_block *last,
                  struct gp_str text, unsigned first, struct gp_err *e)
{
	struct gp_buf plain = { .max = GP_MAX_SOURCE_BYTES };
	bool ok;

	if (gp_markdown_plain(text, &plain))
		draft->cut = "a block of code";
	ok = gp_buf_ok(&plain, e) &&
	     guard((struct blocks){ draft, last, false }, draft,
	           gp_buf_view(&plain), tell_html, first, e);
	gp_buf_free(&plain);
	return ok;
}

bool
gp_guard_letter(struct gp_draft *draft, const struct gp_draft_block *last,
                struct gp_str text, struct gp_err *e)
{
	return guard((struct blocks){ draft, last, false }, draft, text,
	             tell_text, 0, e);
}

bool
gp_guard_text(struct gp_draft *draft, struct gp_str text, struct gp_err *e)
{
	return guard((struct blocks){ draft, NULL, false }, draft, text,
	             tell_text, 1, e);
}

bool
gp_guard_entry(struct gp_draft *draft, struct gp_str xml, unsigned line,
               struct gp_err *e)
{
	return guard((struct blocks){ draft, NULL, true }, draft, xml, tell_xml,
	             line, e);
}

static void
blank(struct gp_buf *b, size_t from, size_t to)
{
	for (; from < to; from++)
		if (b->data[from] != '\n')
			b->data[from] = ' ';
}

bool
gp_guard_feed(struct gp_draft *draft, const struct gp_draft_block *last,
              struct gp_str xml, struct gp_err *e)
{
	struct gp_buf head = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str entry;
	size_t at = 0, from;
	bool ok;

	gp_buf_str(&head, xml);
	ok = gp_buf_ok(&head, e);
	while (ok && gp_xml_entry(xml, &at, &entry)) {
		from = (size_t)(entry.p - xml.p);
		blank(&head, from, from + entry.n);
	}
	ok = ok && guard((struct blocks){ draft, last, true }, draft,
	                 gp_buf_view(&head), tell_xml, 1, e);
	gp_buf_free(&head);
	return ok;
}

bool
gp_guard_other_form(struct gp_draft *draft, struct gp_str text, size_t *words,
                    struct gp_err *e)
{
	struct blocks blocks = { draft, NULL, false };
	struct gp_teller source = { tell_unaddressed, &text };
	struct gp_teller found = { tell_blocks, &blocks };
	struct gp_loss loss;

	if (!gp_word_guard(&source, &found, &loss, e))
		return false;
	*words = loss.words;
	return true;
}

bool
gp_guard_item(struct gp_draft *draft, struct gp_str json, struct gp_err *e)
{
	return guard((struct blocks){ draft, NULL, true }, draft, json,
	             tell_json, 0, e);
}
