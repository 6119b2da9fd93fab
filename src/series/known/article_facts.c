/* Names as they are compared: an address without scheme, "www." and place, a
   feed's id with its source unless it is a URI.  Of the text a digest and a
   sketch; how many words is told too, since a digest of nothing is no
   evidence.  It looks at one article at a time and at no ledger. */
#include "series/known/article_facts.h"

#include "base/hash.h"
#include "model/node_words.h"
#include "pack/editor/share.h"
#include "pack/names/article_names.h"
#include "wording/printed_fields.h"

/* A line each, so that a title cannot pass for a standfirst. */
static struct gp_str
words_of(struct gp_arena *a, const struct gp_doc *doc, size_t *body)
{
	struct gp_buf text = { .max = 0 };

	gp_buf_str(&text, gp_title_text(doc, NULL));
	gp_buf_putc(&text, '\n');
	gp_buf_str(&text, doc->standfirst.text);
	gp_buf_putc(&text, '\n');
	*body = text.len;
	gp_node_words(doc->body, &text);
	return gp_arena_buf(a, &text);
}

/* A text of a line or two has too few runs of words of its own. */
static void
take_text(struct gp_arena *a, const struct gp_doc *doc,
          struct gp_article_facts *f)
{
	enum { FEW = 12 };
	char hex[GP_SHA256_HEX], sketch[GP_SKETCH_TEXT];
	size_t body;

	f->words = words_of(a, doc, &body);
	f->row.words = (long)gp_doc_words(doc);
	gp_sketch_make(f->row.words < FEW
	                       ? f->words
	                       : gp_str_sub(f->words, body, f->words.n),
	               &f->sketch);
	gp_sketch_write(&f->sketch, sketch);
	gp_sha256_hex(f->words.p, f->words.n, hex);
	f->row.sketch = gp_arena_cstr(a, sketch);
	f->row.text = gp_arena_cstr(a, hex);
}

static struct gp_str
published_of(struct gp_arena *a, const struct gp_doc *doc)
{
	char text[GP_DATE_TEXT];

	if (doc->date.date.precision == GP_NO_DATE ||
	    doc->date.role == GP_MODIFIED)
		return GP_STR("");
	gp_date_iso(&doc->date.date, text);
	return gp_arena_cstr(a, text);
}

static void
take_names(struct gp_arena *a, const struct gp_entry *entry,
           struct gp_released_article *row)
{
	const struct gp_doc *doc = gp_entry_whole(entry);

	row->file = gp_arena_str(a, doc->input.file);
	if (entry->has_given_id)
		row->given = gp_arena_str(a, entry->id);
	row->address = gp_article_address(a, doc);
	row->feed = gp_article_feed_name(a, doc);
	row->title = gp_arena_str(a, gp_title_text(doc, NULL));
	row->source = gp_arena_str(a, gp_share_source(doc));
	row->published = published_of(a, doc);
}

bool
gp_article_facts(struct gp_arena *a, const struct gp_pack *pack,
                 struct gp_article_facts **out, size_t *n, struct gp_err *e)
{
	struct gp_article_facts *rows =
		gp_arena_array(a, pack->n_entries + 1, sizeof *rows);
	size_t i;

	*out = rows;
	*n = 0;
	for (i = 0; rows && i < pack->n_entries; i++) {
		if (pack->entries[i].withdrawn)
			continue;
		rows[*n].at = i;
		take_names(a, &pack->entries[i], &rows[*n].row);
		take_text(a, gp_entry_whole(&pack->entries[i]), &rows[*n]);
		(*n)++;
	}
	return gp_arena_ok(a, e);
}
