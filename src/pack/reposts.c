/* Articles that are the same text told of or, when pack.yaml lets it be, put
   together under the newest.  One that says anything which the newest does
   not say stays.  That texts are the same is found by across/;
   here is only decided what becomes of them. */
#include "pack/reposts.h"

#include "base/diag.h"
#include "pack/across/across.h"
#include "pack/across/shingles.h"
#include "pack/across/within.h"
#include "pack/picked.h"

#include <stdlib.h>

/* ---- titles ---- */

/* Judgements; what is meant is that nothing goes that no other article
   tells. */
enum {
	LEAST_WORDS = 3, /* before a mark: fewer are a kicker, not a title */
};

/* Where the name of a site begins, "Title | Name": behind the last mark, when
   what follows holds no digit; the end of the title else. */
static size_t
site_name(struct gp_str title)
{
	static const char *const marks[] = { " | ", " - ", " \xe2\x80\x93 ",
		                             " \xe2\x80\x94 " };
	size_t at = title.n, i;

	while (at-- > 0 && !gp_is_digit(title.p[at]))
		for (i = 0; i < sizeof marks / sizeof *marks; i++)
			if (gp_str_starts(gp_str_sub(title, at, title.n),
			                  gp_str(marks[i])) &&
			    gp_str_words(gp_str_sub(title, 0, at)) >=
			            LEAST_WORDS)
				return at;
	return title.n;
}

uint64_t
gp_title_key(struct gp_str title)
{
	uint64_t key = 0, hash;
	struct gp_str word;

	title = gp_str_sub(title, 0, site_name(title));
	while (gp_shingle_word(&title, &word, &hash))
		key = (key ^ hash) * UINT64_C(1099511628211);
	return key;
}

/* ---- which one stays ---- */

/* An article among those that are the same text, by title, then as they
   come. */
struct rival {
	uint64_t key;
	size_t entry;
};

static int
by_title(const void *a, const void *b)
{
	const struct rival *x = a, *y = b;
	int order = (x->key > y->key) - (x->key < y->key);

	return order ? order : (x->entry > y->entry) - (x->entry < y->entry);
}

static bool
is_named(const struct gp_context *c, const struct gp_doc *doc)
{
	const struct gp_override *row =
		gp_packfile_find(c->packfile, doc->input.file);

	return (row && row->line) || gp_picked_names(c, doc->input.file);
}

/* < 0 when `a` is older than `b`; 0 also when either has no date. */
static int
by_date(const struct gp_doc *a, const struct gp_doc *b)
{
	const struct gp_date *x = &a->date.date, *y = &b->date.date;

	if (x->precision == GP_NO_DATE || y->precision == GP_NO_DATE)
		return 0;
	return gp_date_cmp(x, y);
}

/* One that pack.yaml names; then the newest, which may mend the others; then
   the longest; then one with a date. */
static bool
is_better(const struct gp_context *c, const struct gp_doc *a,
          const struct gp_doc *b)
{
	size_t x = gp_doc_words(a), y = gp_doc_words(b);
	int order = by_date(a, b);

	if (is_named(c, a) != is_named(c, b))
		return is_named(c, a);
	if (order)
		return order > 0;
	if (x != y)
		return x > y;
	return a->date.date.precision != GP_NO_DATE &&
	       b->date.date.precision == GP_NO_DATE;
}

static size_t
best_of(const struct gp_context *c, const struct gp_pack *pack,
        const struct rival *rivals, size_t n)
{
	size_t best = rivals[0].entry, i, other;

	for (i = 1; i < n; i++) {
		other = rivals[i].entry;
		if (is_better(c, pack->entries[other].doc,
		              pack->entries[best].doc))
			best = other;
	}
	return best;
}

/* ---- moving the others ---- */

static struct gp_str
path_of(struct gp_context *c, const struct gp_doc *doc)
{
	return gp_arena_printf(c->arena, "%s/%.*s", c->settings->folder,
	                       GP_ARG(doc->input.file));
}

static void
say_grouped(struct gp_context *c, const struct gp_doc *gone,
            const struct gp_doc *kept)
{
	gp_diag_add(c->diag, GP_WARNING, "repost", path_of(c, gone).p, 0,
	            "is the article of %.*s again; it is listed there and not "
	            "printed twice (`reposts: keep` in pack.yaml prints both)",
	            GP_ARG(kept->input.file));
}

static void
take_over(struct gp_context *c, struct gp_pack *pack,
          const struct rival *rivals, size_t n, struct gp_err *e)
{
	struct gp_entry *kept = &pack->entries[best_of(c, pack, rivals, n)];
	struct gp_entry *other;
	size_t i;

	kept->reposts = gp_arena_array(c->arena, n, sizeof *kept->reposts);
	for (i = 0; kept->reposts && i < n; i++) {
		other = &pack->entries[rivals[i].entry];
		if (other == kept || is_named(c, other->doc))
			continue;
		/* Whoever names one has chosen it. */
		if (!is_named(c, kept->doc) &&
		    !gp_stands_within(other->doc, kept->doc, e))
			continue;
		kept->reposts[kept->n_reposts++] = other->doc;
		say_grouped(c, other->doc, kept->doc);
		other->doc = NULL;
	}
}

static void
take_over_same(struct gp_context *c, struct gp_pack *pack,
               const struct gp_same *same, struct gp_err *e)
{
	struct rival *rivals =
		gp_arena_array(c->arena, same->n, sizeof *rivals);
	size_t i, to;

	for (i = 0; rivals && i < same->n; i++) {
		rivals[i].entry = same->articles[i];
		rivals[i].key = gp_title_key(
			pack->entries[same->articles[i]].doc->title.text);
	}
	if (rivals)
		qsort(rivals, same->n, sizeof *rivals, by_title);
	for (i = 0; rivals && i < same->n; i = to) {
		for (to = i + 1;
		     to < same->n && rivals[to].key == rivals[i].key;)
			to++;
		if (to - i > 1)
			take_over(c, pack, rivals + i, to - i, e);
	}
}

/* Entries without a document go; false when there was none. */
static bool
close_gaps(struct gp_pack *pack)
{
	size_t i, n = 0;

	for (i = 0; i < pack->n_entries; i++)
		if (pack->entries[i].doc)
			pack->entries[n++] = pack->entries[i];
	if (n == pack->n_entries)
		return false;
	pack->n_entries = n;
	return true;
}

static bool
group(struct gp_pack *pack, struct gp_context *c, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < pack->across.n_same; i++)
		take_over_same(c, pack, &pack->across.same[i], e);
	return close_gaps(pack);
}

/* ---- the same text under other titles ---- */

static void
say_same(struct gp_context *c, const struct gp_pack *pack)
{
	const struct gp_same *same = pack->across.same;
	const struct gp_doc *first, *second;
	size_t i;

	for (i = 0; i < pack->across.n_same; i++, same++) {
		first = pack->entries[same->articles[0]].doc;
		second = pack->entries[same->articles[1]].doc;
		gp_diag_add(c->diag, GP_NOTE, "same-text", second->input.file.p,
		            0,
		            "has %s of %.*s%s; `skip: yes` in pack.yaml leaves "
		            "one out",
		            same->exact ? "the text" : "most of the text",
		            GP_ARG(first->input.file),
		            same->n > 2 ? ", and so have others" : "");
	}
}

static bool
compare_entries(struct gp_pack *pack, struct gp_arena *scratch,
                struct gp_err *e)
{
	const struct gp_doc **docs =
		gp_arena_array(scratch, pack->n_entries, sizeof *docs);
	size_t i;

	for (i = 0; docs && i < pack->n_entries; i++)
		docs[i] = pack->entries[i].doc;
	return gp_arena_ok(scratch, e) &&
	       gp_compare(pack->arena, docs, pack->n_entries, &pack->across, e);
}

bool
gp_pack_compare(struct gp_pack *pack, struct gp_context *c, struct gp_err *e)
{
	if (!compare_entries(pack, c->arena, e))
		return false;
	if (pack->info.reposts == GP_REPOSTS_GROUP && group(pack, c, e) &&
	    !e->code && !compare_entries(pack, c->arena, e))
		return false;
	if (e->code)
		return false;
	say_same(c, pack);
	return gp_arena_ok(c->arena, e);
}
