/* Both sides are told to gp_word_guard(); it knows no format itself but by the
   scanner of its name. */
#include "import/guard/guard.h"

#include "base/text/word_guard.h"
#include "import/guard/html_words.h"
#include "model/tell.h"

/* Blocks of a draft, from the one behind `last` on. */
struct blocks {
	const struct gp_draft *draft;
	const struct gp_draft_block *last;
};

static void
tell_blocks(const void *what, struct gp_listener *l)
{
	const struct blocks *blocks = what;
	const struct gp_draft_block *b =
		blocks->last ? blocks->last->next : blocks->draft->first;

	for (; b; b = b->next)
		gp_tell_block(b, l);
}

static void
tell_html(const void *what, struct gp_listener *l)
{
	gp_html_words(*(const struct gp_str *)what, l);
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

bool
gp_guard_html(struct gp_draft *draft, const struct gp_draft_block *last,
              struct gp_str html, bool is_part, struct gp_err *e)
{
	struct blocks blocks = { draft, last };
	struct gp_teller source = { tell_html, &html };
	struct gp_teller found = { tell_blocks, &blocks };
	struct gp_loss loss;

	if (!gp_word_guard(&source, &found, &loss, e))
		return false;
	if (loss.words)
		add_loss(draft, &loss,
		         is_part ? 0 : line_of(html, loss.at + loss.into));
	return gp_arena_ok(draft->arena, e);
}
