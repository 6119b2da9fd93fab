/* What an article has in common with others: see shared.h. */
#include "write/shared.h"

#include "write/html.h"
#include "write/words.h"

/* How much of each is told before "and n more". */
enum { OPENING_WORDS = 8, MOST_ARTICLES = 5, MOST_DIFFERENCES = 8 };

struct teller {
	const struct gp_pack *pack;
	size_t article;
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

	gp_buf_str(&text, gp_word(GP_W_REPOST));
	gp_buf_putc(&text, ' ');
	gp_buf_str(&text, doc->source.name.n ? doc->source.name
	                                     : gp_word(GP_W_SOURCE_UNKNOWN));
	gp_date_iso(&doc->date.date, iso);
	if (iso[0])
		gp_buf_printf(&text, ", %s", iso);
	if (doc->url.text.n) {
		gp_buf_puts(&text, ", ");
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
	return gp_arena_printf(t->arena, "%.*s %zu %.*s.",
	                       GP_ARG(gp_word(GP_W_AND)), n,
	                       GP_ARG(gp_word(GP_W_MORE)));
}

static void
tell_same(struct teller *t, const struct gp_same *same)
{
	size_t i, told = 0;

	for (i = 0; i < same->n && told < MOST_ARTICLES; i++)
		if (same->articles[i] != t->article) {
			tell(t, gp_word(GP_W_SAME_TEXT), same->articles[i],
			     GP_STR("."));
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

static struct gp_str
opening(struct teller *t, const struct gp_passage *p)
{
	struct gp_buf text = { .max = 0 }, out = { .max = 0 };
	struct gp_str rest, word, all;
	size_t words = 0;

	gp_node_words(p->first, &text);
	all = rest = unquoted(gp_buf_view(&text));
	while (words < OPENING_WORDS && gp_str_word(&rest, &word))
		words++;
	gp_buf_puts(&out, "\u201c");
	gp_buf_str(&out, gp_str_sub(all, 0, all.n - rest.n));
	gp_buf_puts(&out, gp_str_trim(rest).n ? " \u2026\u201d" : "\u201d");
	gp_buf_inherit(&out, &text);
	gp_buf_free(&text);
	return gp_arena_buf(t->arena, &out);
}

static void
put_quoted(struct gp_buf *out, struct gp_str words, enum gp_word where)
{
	gp_buf_puts(out, "\u201c");
	gp_buf_str(out, words);
	gp_buf_puts(out, "\u201d ");
	gp_buf_str(out, gp_word(where));
}

static void
put_difference(struct gp_buf *out, struct gp_str here, struct gp_str there)
{
	if (there.n == 0) {
		put_quoted(out, here, GP_W_ONLY_HERE);
	} else if (here.n == 0) {
		put_quoted(out, there, GP_W_ONLY_THERE);
	} else {
		put_quoted(out, here, GP_W_HERE);
		gp_buf_puts(out, ", ");
		put_quoted(out, there, GP_W_THERE);
	}
}

/* Differences are known against the first passage: as they stand when that
   one is here, the other way round when it is there. */
static struct gp_str
differences(struct teller *t, const struct gp_passage *known, bool first_here)
{
	struct gp_buf out = { .max = 0 };
	const struct gp_difference *d = known->differences;
	size_t i;

	for (i = 0; i < known->n_differences && i < MOST_DIFFERENCES; i++) {
		if (i == 0) {
			gp_buf_puts(&out, ", ");
			gp_buf_str(&out, gp_word(GP_W_DIFFERENT_WORDS));
			gp_buf_putc(&out, ' ');
		} else {
			gp_buf_puts(&out, "; ");
		}
		if (first_here)
			put_difference(&out, d[i].here, d[i].there);
		else
			put_difference(&out, d[i].there, d[i].here);
	}
	if (i < known->n_differences) {
		gp_buf_puts(&out, "; ");
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
	if (here == 0)
		return differences(t, &s->passages[there], true);
	if (there == 0)
		return differences(t, &s->passages[here], false);
	return GP_STR(".");
}

static void
tell_passage(struct teller *t, struct gp_shared_place place)
{
	const struct gp_shared *s = &t->pack->across.shared[place.shared];
	struct gp_str before;
	size_t i, told = 0, others = 0;

	for (i = 0; i < s->n; i++)
		others += s->passages[i].article != t->article;
	for (i = 0; i < s->n && told < MOST_ARTICLES; i++) {
		if (s->passages[i].article == t->article)
			continue;
		before = gp_arena_printf(
			t->arena, "%.*s %.*s",
			GP_ARG(opening(t, &s->passages[place.passage])),
			GP_ARG(gp_word(GP_W_ALSO_IN)));
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
	struct teller t = { .pack = pack, .article = i, .arena = a };
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
		tell_passage(&t, all->places[k]);
	*n = t.n;
	return t.n ? t.lines : NULL;
}
