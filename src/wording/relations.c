/* Sentences made of what across/ found: where else an article stands, which
   passages others have too, with their first words quoted, and how those
   differ.  How much is told before "and n more" is set here; whether two
   texts are alike is not asked again. */
#include "wording/relations.h"

#include "base/limits.h"
#include "model/node_words.h"
#include "pack/across/shingles.h"

/* How much of each is told before "and n more". */
enum { OPENING_WORDS = 8, MOST_ARTICLES = 5, MOST_DIFFERENCES = 8 };

struct teller {
	const struct gp_pack *pack;
	size_t article;
	const struct gp_labels *labels;
	struct gp_arena *arena;
	struct gp_shared_line *lines;
	size_t n;
};

static void
tell(struct teller *t, struct gp_str before, size_t other, struct gp_str after)
{
	t->lines[t->n++] = (struct gp_shared_line){ before, after, other };
}

/* ---- the same article elsewhere ---- */

static void
tell_repost(struct teller *t, const struct gp_doc *doc)
{
	struct gp_buf text = { .max = 0 };
	char iso[GP_DATE_TEXT];

	gp_buf_str(&text, gp_word(t->labels, GP_W_REPOST));
	gp_buf_putc(&text, ' ');
	gp_buf_str(&text, doc->source.name.n
	                          ? doc->source.name
	                          : gp_word(t->labels, GP_W_SOURCE_UNKNOWN));
	gp_date_iso(&doc->date.date, iso);
	if (iso[0]) {
		gp_buf_str(&text, gp_word(t->labels, GP_W_COMMA));
		gp_buf_puts(&text, iso);
	}
	if (doc->url.text.n) {
		gp_buf_str(&text, gp_word(t->labels, GP_W_COMMA));
		gp_buf_str(&text, doc->url.text);
	}
	gp_buf_puts(&text, " (");
	gp_buf_str(&text, doc->input.file);
	gp_buf_puts(&text, ").");
	tell(t, gp_arena_buf(t->arena, &text), GP_NO_ARTICLE, GP_STR(""));
}

static struct gp_str
and_more(struct teller *t, size_t n)
{
	struct gp_buf out = { .max = 0 };

	gp_word_count(t->labels, GP_W_AND_MORE, n, &out);
	gp_buf_putc(&out, '.');
	return gp_arena_buf(t->arena, &out);
}

/* What ends a sentence behind the title of an article: nothing when the title
   ends one itself. */
static struct gp_str
full_stop(const struct teller *t, size_t article)
{
	static const char *const ends[] = { ".", "?", "!", "\u2026" };
	struct gp_str title = t->pack->entries[article].doc->title.text;
	size_t i;

	for (i = 0; i < sizeof ends / sizeof *ends; i++)
		if (gp_str_ends(title, gp_str(ends[i])))
			return GP_STR("");
	return GP_STR(".");
}

static void
tell_same(struct teller *t, const struct gp_same *same)
{
	size_t i, told = 0;

	for (i = 0; i < same->n && told < MOST_ARTICLES; i++)
		if (same->articles[i] != t->article) {
			tell(t,
			     gp_word(t->labels, same->exact ? GP_W_SAME_TEXT
			                                    : GP_W_MOST_TEXT),
			     same->articles[i],
			     full_stop(t, same->articles[i]));
			told++;
		}
	if (same->n - 1 > told)
		tell(t, and_more(t, same->n - 1 - told), GP_NO_ARTICLE,
		     GP_STR(""));
}

/* ---- passages ---- */

/* Without the quotation mark that it may begin with: it gets its own. */
static struct gp_str
unquoted(struct gp_str text)
{
	static const struct gp_str marks[] = { { "\"", 1 },
		                               { "\u201c", 3 },
		                               { "\u2018", 3 } };
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (gp_str_starts(text, marks[i]))
			return gp_str_sub(text, marks[i].n, text.n);
	return text;
}

/* The first words of a text. */
struct beginning {
	size_t at[GP_MAX_COMPARED_WORDS]; /* where each one is */
	uint64_t hash[GP_MAX_COMPARED_WORDS];
	size_t n;
};

static void
read_beginning(struct gp_str text, struct beginning *b)
{
	struct gp_str rest = text, word;

	for (b->n = 0; b->n < GP_MAX_COMPARED_WORDS &&
	               gp_shingle_word(&rest, &word, &b->hash[b->n]);
	     b->n++)
		b->at[b->n] = (size_t)(word.p - text.p);
}

static bool
is_run(const uint64_t *a, const uint64_t *b)
{
	size_t i;

	for (i = 0; i < GP_SHINGLE_WORDS; i++)
		if (a[i] != b[i])
			return false;
	return true;
}

/* `text` from the first run of words on that `other` has too, as what stands
   before is its own; the whole where there is none, or little before it. */
static struct gp_str
from_shared(struct gp_str text, struct gp_str other)
{
	struct beginning a, b;
	size_t i, k;

	read_beginning(text, &a);
	read_beginning(other, &b);
	for (i = 0; i + GP_SHINGLE_WORDS <= a.n; i++)
		for (k = 0; k + GP_SHINGLE_WORDS <= b.n; k++)
			if (is_run(a.hash + i, b.hash + k))
				return i < GP_SHINGLE_WORDS
				               ? text
				               : gp_str_sub(text, a.at[i],
				                            text.n);
	return text;
}

static void
passage_words(const struct gp_passage *p, struct gp_buf *out)
{
	const struct gp_node *n;

	for (n = p->first; n; n = n == p->last ? NULL : n->next) {
		gp_node_words(n, out);
		gp_buf_putc(out, ' ');
	}
}

/* The first words of what `p` has in common with `there`. */
static struct gp_str
opening(struct teller *t, const struct gp_passage *p,
        const struct gp_passage *there)
{
	struct gp_buf text = { .max = 0 }, other = { .max = 0 };
	struct gp_buf out = { .max = 0 };
	struct gp_str rest, word, all;
	size_t words = 0;

	gp_node_words(p->first, &text);
	passage_words(there, &other);
	all = from_shared(gp_buf_view(&text), gp_buf_view(&other));
	all = rest = unquoted(all);
	while (words < OPENING_WORDS && gp_str_word(&rest, &word))
		words++;
	gp_buf_str(&out, gp_str_sub(all, 0, all.n - rest.n));
	gp_buf_puts(&out, gp_str_trim(rest).n ? " \u2026" : "");
	gp_buf_inherit(&out, &text);
	gp_buf_inherit(&out, &other);
	gp_buf_free(&text);
	gp_buf_free(&other);
	all = gp_arena_buf(t->arena, &out);
	return gp_word_with(t->labels, GP_W_QUOTED, "words", all, t->arena);
}

static void
put_quoted(const struct teller *t, struct gp_buf *out, struct gp_str words,
           enum gp_word where)
{
	const struct gp_hole quoted = { "words", words };

	gp_word_fill(t->labels, GP_W_QUOTED, &quoted, 1, out);
	gp_buf_putc(out, ' ');
	gp_buf_str(out, gp_word(t->labels, where));
}

static void
put_difference(const struct teller *t, struct gp_buf *out, struct gp_str here,
               struct gp_str there)
{
	if (there.n == 0) {
		put_quoted(t, out, here, GP_W_ONLY_HERE);
	} else if (here.n == 0) {
		put_quoted(t, out, there, GP_W_ONLY_THERE);
	} else {
		put_quoted(t, out, here, GP_W_HERE);
		gp_buf_str(out, gp_word(t->labels, GP_W_COMMA));
		put_quoted(t, out, there, GP_W_THERE);
	}
}

/* Differences are known against the first passage: as they stand when that
   one is here, the other way round when it is there. */
static struct gp_str
differences(struct teller *t, const struct gp_passage *known, bool first_here,
            size_t other)
{
	struct gp_buf out = { .max = 0 };
	const struct gp_difference *d = known->differences;
	size_t i;

	if (known->n_differences == 0)
		return full_stop(t, other);
	for (i = 0; i < known->n_differences && i < MOST_DIFFERENCES; i++) {
		if (i == 0) {
			gp_buf_str(&out, gp_word(t->labels, GP_W_COMMA));
			gp_buf_str(&out,
			           gp_word(t->labels, GP_W_DIFFERENT_WORDS));
			gp_buf_putc(&out, ' ');
		} else {
			gp_buf_str(&out, gp_word(t->labels, GP_W_SEMICOLON));
		}
		if (first_here)
			put_difference(t, &out, d[i].here, d[i].there);
		else
			put_difference(t, &out, d[i].there, d[i].here);
	}
	if (i < known->n_differences) {
		gp_buf_str(&out, gp_word(t->labels, GP_W_SEMICOLON));
		gp_buf_str(&out, and_more(t, known->n_differences - i));
	} else {
		gp_buf_putc(&out, '.');
	}
	return gp_arena_buf(t->arena, &out);
}

static struct gp_str
what_differs(struct teller *t, const struct gp_shared *s, size_t here,
             size_t there)
{
	size_t other = s->passages[there].article;

	if (here == 0)
		return differences(t, &s->passages[there], true, other);
	if (there == 0)
		return differences(t, &s->passages[here], false, other);
	return full_stop(t, other);
}

/* The first place in another article that was not told of: a passage may be
   in one article twice. */
static bool
is_new(const struct teller *t, const struct gp_shared *s, size_t i)
{
	return s->passages[i].article != t->article &&
	       (i == 0 || s->passages[i - 1].article != s->passages[i].article);
}

static void
tell_passage(struct teller *t, struct gp_shared_place place)
{
	const struct gp_shared *s = &t->pack->across.shared[place.shared];
	struct gp_str quoted, before;
	size_t i, told = 0, others = 0;

	for (i = 0; i < s->n; i++) {
		if (!is_new(t, s, i) || others++ >= MOST_ARTICLES)
			continue;
		quoted = opening(t, &s->passages[place.passage],
		                 &s->passages[i]);
		before = gp_arena_printf(
			t->arena, "%.*s %.*s", GP_ARG(quoted),
			GP_ARG(gp_word(t->labels, GP_W_ALSO_IN)));
		tell(t, before, s->passages[i].article,
		     what_differs(t, s, place.passage, i));
		told++;
	}
	if (others > told)
		tell(t, and_more(t, others - told), GP_NO_ARTICLE, GP_STR(""));
}

/* ---- all of it ---- */

static size_t
most_lines(const struct gp_pack *pack, size_t i)
{
	const struct gp_across *all = &pack->across;
	size_t places = all->starts[i + 1] - all->starts[i];

	return pack->entries[i].n_reposts + (places + 1) * (MOST_ARTICLES + 1);
}

struct gp_shared_line *
gp_shared_lines(const struct gp_pack *pack, size_t i, struct gp_arena *a,
                size_t *n)
{
	const struct gp_across *all = &pack->across;
	struct teller t = {
		.pack = pack, .article = i, .labels = pack->labels, .arena = a
	};
	size_t k;

	*n = 0;
	/* A pack that was not compared. */
	if (!all->starts)
		return NULL;
	t.lines = gp_arena_array(a, most_lines(pack, i), sizeof *t.lines);
	if (!t.lines)
		return NULL;
	for (k = 0; k < pack->entries[i].n_reposts; k++)
		tell_repost(&t, pack->entries[i].reposts[k]);
	if (all->same_of[i] < all->n_same)
		tell_same(&t, &all->same[all->same_of[i]]);
	for (k = all->starts[i]; k < all->starts[i + 1]; k++)
		if (k == all->starts[i] ||
		    all->places[k].shared != all->places[k - 1].shared)
			tell_passage(&t, all->places[k]);
	*n = t.n;
	return t.n ? t.lines : NULL;
}
