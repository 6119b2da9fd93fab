/* A draft of a sentence and a day goes through the same door as every other
   one, so that writers need to know of no second kind of document.  Why an
   article was withdrawn is not known here. */
#include "pack/editor/placeholder.h"

#include "base/limits.h"
#include "base/text/lang.h"
#include "wording/day_words.h"

static void
add_line(struct gp_draft *d, struct gp_str words)
{
	struct gp_draft_block *block;

	if (!gp_draft_line_room(d))
		return;
	d->lines[d->n_lines++] = words;
	block = gp_draft_add(d);
	if (!block)
		return;
	block->raw = words;
	block->gap = 1;
	block->at.first = block->at.last = (unsigned)d->n_lines;
}

static void
fill_draft(struct gp_draft *d, const struct gp_date *day,
           const struct gp_labels *l)
{
	add_line(d, gp_word(l, GP_W_ARTICLE_IS_OUT));
	add_line(d, gp_day_words(l, day, d->arena));
}

/* Words that the pack's language has none for are in another one. */
static struct gp_str
lang_of(struct gp_str lang, const struct gp_labels *l)
{
	struct gp_str said = gp_labels_lang(l);

	return gp_lang_is_same(lang, said) ? lang : said;
}

static const struct gp_doc *
make_doc(struct gp_str name, const struct gp_date *day,
         const struct gp_normaliser *how, const struct gp_labels *l,
         struct gp_err *e)
{
	struct gp_draft *d = gp_draft_new(GP_MIB);
	const struct gp_doc *doc = NULL;

	if (!d) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	d->input.file = gp_arena_str(d->arena, name);
	d->lang = lang_of(how->lang, l);
	fill_draft(d, day, l);
	if (gp_arena_ok(d->arena, e))
		doc = gp_normalise_notice(d, gp_word(l, GP_W_WITHDRAWN), how,
		                          e);
	gp_draft_free(d);
	return doc;
}

bool
gp_placeholder_put(struct gp_entry *entry, struct gp_str name,
                   const struct gp_normaliser *how, const struct gp_labels *l,
                   struct gp_err *e)
{
	const struct gp_doc *doc =
		make_doc(name, &entry->withdrawn->date, how, l, e);

	if (!doc)
		return false;
	entry->was = entry->doc;
	entry->doc = doc;
	return true;
}

/* The name of its file is a word about it. */
void
gp_placeholders_settle(struct gp_pack *pack)
{
	struct gp_entry *entry = pack->entries;
	size_t i;

	for (i = 0; i < pack->n_entries; i++, entry++) {
		gp_doc_free(entry->was);
		entry->was = NULL;
		if (entry->withdrawn && !entry->has_given_id)
			entry->id =
				gp_arena_printf(pack->arena, "withdrawn-%.*s",
			                        GP_ARG(gp_entry_digits(entry)));
	}
}
