/*
 * From an entry of a feed to a draft: see feed.h.  The content is the
 * article, whole; everything else is only what the feed says about it.
 */
#include "import/feed/feed.h"

#include "base/diag.h"
#include "base/entity.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/text/decode.h"
#include "import/html/html.h"
#include "import/personal/withhold.h"

enum { SURE_CREDIT = 98 }; /* hundredths: no sentence reads so by chance */

void
gp_feed_name(struct gp_feed_names *names, struct gp_str name)
{
	name = gp_str_trim(name);
	if (name.n && names->n < GP_FEED_NAMES)
		names->rows[names->n++] = name;
}

void
gp_feed_other(struct gp_arena *a, struct gp_feed_entry *entry,
              struct gp_str name, struct gp_str text)
{
	struct gp_feed_other *o = gp_arena_alloc(a, sizeof *o);

	if (!o)
		return;
	*o = (struct gp_feed_other){ .name = name, .text = text };
	if (entry->last_other)
		entry->last_other->next = o;
	else
		entry->others = o;
	entry->last_other = o;
}

struct gp_str
gp_mailbox_name(struct gp_str mailbox)
{
	struct gp_str s = gp_str_trim(mailbox), name;
	size_t open = gp_str_find(s, GP_STR("("), 0);
	size_t angle = gp_str_find(s, GP_STR("<"), 0);

	if (gp_str_find(s, GP_STR("@"), 0) == s.n)
		return s;
	if (open < s.n && s.p[s.n - 1] == ')')
		name = gp_str_trim(gp_str_sub(s, open + 1, s.n - 1));
	else
		name = gp_str_trim(gp_str_sub(s, 0, angle < s.n ? angle : 0));
	if (name.n > 1 && name.p[0] == '"' && name.p[name.n - 1] == '"')
		name = gp_str_trim(gp_str_sub(name, 1, name.n - 1));
	return name.n ? name : s;
}

void
gp_feed_escape(struct gp_buf *out, struct gp_str text)
{
	bool open = false;
	struct gp_str line;

	while (text.n && gp_str_split(&text, '\n', &line)) {
		line = gp_str_trim(line);
		if (line.n == 0 && open)
			gp_buf_puts(out, "</p>\n");
		else if (line.n)
			gp_buf_puts(out, open ? "\n" : "<p>");
		open = line.n > 0;
		gp_ref_escape(line, out);
	}
	if (open)
		gp_buf_puts(out, "</p>\n");
}

/* ---- words ---- */

/* Decoded once more: escapes can write what the file itself may not hold. */
static struct gp_str
cleaned(struct gp_arena *a, struct gp_str s)
{
	struct gp_decoded in = { .bom = false };
	struct gp_err ignored = { 0 };
	struct gp_str out = GP_STR("");

	if (s.n && gp_decode(s, &in, &ignored))
		out = gp_arena_str(a, gp_buf_view(&in.text));
	gp_buf_free(&in.text);
	return out;
}

/* A piece of HTML without words is none, and no fault of the feed. */
static bool
read_html(struct gp_draft *draft, const char *name, struct gp_str html,
          struct gp_str base, struct gp_diag *d, struct gp_err *e)
{
	struct gp_err own = { 0 };

	if (gp_html_fragment(draft, name, html, base, d, &own) ||
	    own.code == GP_INPUT)
		return true;
	return gp_fail_at(e, own.code, "", own.line, 0, "%s", own.msg);
}

/* A letter to many that became an entry has the links of whoever got it; its
   words are those of the feed. */
static bool
read_shared(struct gp_draft *draft, const char *name, struct gp_str html,
            struct gp_str base, struct gp_diag *d, struct gp_err *e)
{
	struct gp_withholding w = { .arena = gp_arena_new(GP_MAX_DOC_ARENA),
		                    .only_in_tags = true };
	struct gp_buf shared = { .max = GP_MAX_DOC_ARENA };
	struct gp_str nowhere = GP_STR("");
	bool ok;

	if (!w.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (gp_withhold_page(&w, html, &nowhere, &shared))
		html = gp_buf_view(&shared);
	ok = gp_arena_ok(w.arena, e) && gp_buf_ok(&shared, e) &&
	     read_html(draft, name, html, base, d, e);
	if (ok)
		gp_withheld_list(&w, draft);
	gp_buf_free(&shared);
	gp_arena_free(w.arena);
	return ok;
}

/* The words of a piece of HTML as one line. */
static struct gp_str
words_of(struct gp_arena *a, const char *name, struct gp_str html,
         struct gp_err *e)
{
	struct gp_draft piece = { .arena = a };
	struct gp_buf out = { .max = GP_MAX_DOC_ARENA };
	const struct gp_draft_block *b;

	if (!read_html(&piece, name, html, GP_STR(""), NULL, e))
		return GP_STR("");
	for (b = piece.first; b; b = b->next) {
		if (b->why.n || b->raw.n == 0)
			continue;
		if (out.len)
			gp_buf_putc(&out, ' ');
		gp_buf_str(&out, b->raw);
	}
	return gp_arena_buf(a, &out);
}

static bool
next_word(struct gp_str *s, struct gp_str *word)
{
	while (gp_str_word(s, word))
		if (!gp_str_eq(*word, GP_STR("\u2026")) &&
		    !gp_str_eq(*word, GP_STR("[\u2026]")) &&
		    !gp_str_eq(*word, GP_STR("[...]")))
			return true;
	return false;
}

/* True when `words` are only the start of the article, cut anywhere. */
static bool
begins(const struct gp_draft *draft, struct gp_str words)
{
	const struct gp_draft_block *b = draft->first;
	struct gp_str here = b ? b->raw : GP_STR(""), word, other;
	size_t n = 0;

	while (next_word(&words, &word)) {
		while (!gp_str_word(&here, &other)) {
			b = b ? b->next : NULL;
			if (!b)
				return false;
			here = b->raw;
		}
		if (!gp_str_eq(word, other))
			return n > 3 && words.n < word.n + 8;
		n++;
	}
	return true;
}

/* ---- claims ---- */

static struct gp_claim *
add_entry_claim(struct gp_draft *draft, const struct gp_feed_entry *entry,
                enum gp_claim_kind kind, struct gp_str value)
{
	struct gp_claim *c = gp_draft_claim(draft, kind, GP_SAID_BY_FILE,
	                                    gp_clean_line(draft->arena, value),
	                                    GP_STR("feed"), 0);

	if (c)
		c->line = entry->line;
	return c;
}

static void
claim_all(struct gp_draft *draft, const struct gp_feed_entry *entry,
          struct gp_str title)
{
	struct gp_claim *c;
	size_t i;

	(void)add_entry_claim(draft, entry, GP_CLAIM_ID, entry->id);
	(void)add_entry_claim(draft, entry, GP_CLAIM_TITLE, title);
	(void)add_entry_claim(draft, entry, GP_CLAIM_URL, entry->url);
	(void)add_entry_claim(draft, entry, GP_CLAIM_DATE, entry->published);
	c = add_entry_claim(draft, entry, GP_CLAIM_DATE, entry->updated);
	if (c)
		c->modified = true;
	(void)add_entry_claim(draft, entry, GP_CLAIM_LANG, entry->lang);
	c = add_entry_claim(draft, entry, GP_CLAIM_SOURCE, entry->source);
	if (c && entry->loose_source) {
		c->place = GP_SAID_NEARBY;
		c->from = GP_STR("feed title");
	}
	for (i = 0; i < entry->authors.n; i++)
		(void)add_entry_claim(draft, entry, GP_CLAIM_BYLINE,
		                      gp_mailbox_name(entry->authors.rows[i]));
	for (i = 0; i < entry->categories.n; i++)
		(void)add_entry_claim(draft, entry, GP_CLAIM_TAG,
		                      entry->categories.rows[i]);
}

/* ---- the article ---- */

/* True when `html` shows the picture, in whatever size. */
static bool
shows(struct gp_str html, struct gp_str picture)
{
	struct gp_str path;

	(void)gp_str_split(&picture, '?', &path);
	return path.n && gp_str_find(html, path, 0) < html.n;
}

/* The picture of an entry stands before its words, unless they show it. */
static void
add_picture(const struct gp_feed_entry *entry, struct gp_buf *whole)
{
	bool told = entry->caption.n || entry->credit.n;
	struct gp_str name = entry->picture;
	size_t i;

	gp_buf_puts(whole, told ? "<figure><img src=\"" : "<p><img src=\"");
	for (i = 0; i < name.n; i++)
		if (name.p[i] != '"' && name.p[i] != '<')
			gp_buf_putc(whole, name.p[i]);
	gp_buf_puts(whole, "\" alt=\"\">");
	if (told) {
		gp_buf_puts(whole, "<figcaption>");
		gp_buf_str(whole, entry->caption);
		if (entry->caption.n && entry->credit.n)
			gp_buf_putc(whole, ' ');
		gp_buf_str(whole, entry->credit);
		gp_buf_puts(whole, "</figcaption></figure>\n");
	} else {
		gp_buf_puts(whole, "</p>\n");
	}
}

/* ---- what is no article ---- */

/* What is listed, and the claims that need not be. */
struct listing {
	struct gp_draft *draft;
	struct gp_map claimed; /* by value: a text is asked for, not compared */
};

static struct listing
begin_list(struct gp_draft *draft)
{
	struct listing list = {
		.draft = draft,
		.claimed = { .arena = draft->arena },
	};
	struct gp_claim *c;

	for (c = draft->claims; c; c = c->next)
		gp_map_put(&list.claimed, c->value, c);
	return list;
}

/* A line of what the article leaves out, unless a claim says the same. */
static void
list_text(struct listing *list, struct gp_str why, struct gp_str rule,
          struct gp_str text)
{
	struct gp_arena *a = list->draft->arena;
	struct gp_str line = gp_clean_line(a, text);

	if (!gp_map_find(&list->claimed, gp_str_trim(line)))
		gp_draft_leave_out(list->draft, line, why,
		                   gp_arena_str(a, rule));
}

/* The title of a film that is the entry's own says it once more. */
static void
list_other(struct listing *list, const struct gp_feed_other *o)
{
	struct gp_str line = gp_clean_line(list->draft->arena, o->text);
	const struct gp_claim *c = gp_map_find(&list->claimed, line);

	if (c && c->kind == GP_CLAIM_TITLE)
		gp_draft_leave_out(list->draft, line, GP_STR("repeated"),
		                   gp_arena_str(list->draft->arena, o->name));
	else
		list_text(list, GP_STR("not-read"), o->name, o->text);
}

static void
list_others(struct gp_draft *draft, const struct gp_feed_entry *entry,
            struct gp_str html, struct gp_str summary)
{
	struct listing list = begin_list(draft);
	const struct gp_feed_other *o;

	list_text(&list, GP_STR("repeated"), GP_STR("summary"), summary);
	if (entry->picture.n && shows(html, entry->picture)) {
		list_text(&list, GP_STR("not-read"), GP_STR("caption"),
		          entry->caption);
		list_text(&list, GP_STR("not-read"), GP_STR("credit"),
		          entry->credit);
	}
	for (o = entry->others; o; o = o->next)
		list_other(&list, o);
}

void
gp_feed_list_head(struct gp_draft *draft, const struct gp_feed_entry *head)
{
	list_others(draft, head, GP_STR(""), GP_STR(""));
}

/* The line that WordPress puts under every entry of a feed, in the languages
   of its translations. */
static bool
is_credit(struct gp_str s)
{
	static const char *const credits[][2] = {
		{ "The post ", " appeared first on " },
		{ "The post ", " first appeared on " },
		{ "Der Beitrag ", " erschien zuerst auf " },
		{ "L\u2019article ", " est apparu en premier sur " },
		{ "La entrada ", " se public\u00F3 primero en " },
		{ "La entrada ", " apareci\u00F3 primero en " },
		{ "L\u2019articolo ", " proviene da " },
		{ "Het bericht ", " verscheen eerst op " },
		{ "O post ", " apareceu primeiro em " },
		{ "Inl\u00E4gget ", " d\u00F6k f\u00F6rst upp p\u00E5 " },
		{ "Innlegget ", " dukket f\u00F8rst opp p\u00E5 " },
		{ "Indl\u00E6gget ", " blev f\u00F8rst udgivet p\u00E5 " },
		{ "Artyku\u0142 ", " pochodzi z serwisu " },
		{ "\u0421\u043E\u043E\u0431\u0449\u0435\u043D\u0438\u0435 ",
		  " \u043F\u043E\u044F\u0432\u0438\u043B\u0438\u0441\u044C "
		  "\u0441\u043D\u0430\u0447\u0430\u043B\u0430 " },
	};
	size_t i;

	for (i = 0; i < sizeof credits / sizeof *credits; i++)
		if (gp_str_starts(s, gp_str(credits[i][0])) &&
		    gp_str_find(s, gp_str(credits[i][1]), 0) < s.n)
			return true;
	return false;
}

static void
put_credit_aside(struct gp_draft *draft)
{
	struct gp_draft_block *b = draft->last;

	if (!b || b == draft->first || b->why.n || !is_credit(b->raw))
		return;
	b->why = GP_STR("author-or-issue-promo");
	b->rule = GP_STR("appeared-first-on");
	b->confidence = SURE_CREDIT;
}

/* What cannot be one is listed: as a claim it would be taken by nobody. */
static bool
may_be_standfirst(struct gp_str s)
{
	size_t words = gp_str_words(s);

	return words >= GP_LEAST_STANDFIRST && words <= GP_MOST_STANDFIRST;
}

static bool
read_entry(struct gp_draft *draft, const char *name,
           const struct gp_feed_entry *entry, struct gp_diag *d,
           struct gp_err *e)
{
	struct gp_str html =
		cleaned(draft->arena,
	                entry->content.n ? entry->content : entry->summary);
	struct gp_str base = entry->base.n ? entry->base : entry->url;
	struct gp_str words = GP_STR("");
	struct gp_buf whole = { .max = GP_MAX_DOC_ARENA };
	bool ok;

	if (entry->picture.n && !shows(html, entry->picture))
		add_picture(entry, &whole);
	gp_buf_str(&whole, html);
	base = gp_clean_line(draft->arena, base);
	ok = gp_buf_ok(&whole, e) &&
	     read_shared(draft, name, gp_buf_view(&whole), base, d, e);
	gp_buf_free(&whole);
	if (!ok)
		return false;
	put_credit_aside(draft);
	claim_all(draft, entry,
	          entry->html_title
	                  ? words_of(draft->arena, name,
	                             cleaned(draft->arena, entry->title), e)
	                  : entry->title);
	if (entry->content.n && entry->summary.n) {
		words = words_of(draft->arena, name,
		                 cleaned(draft->arena, entry->summary), e);
		if (may_be_standfirst(words) && !begins(draft, words))
			(void)add_entry_claim(draft, entry, GP_CLAIM_STANDFIRST,
			                      words);
	}
	/* An entry without words of its own is none. */
	if (draft->n_blocks > 0)
		list_others(draft, entry, html, words);
	return e->code == GP_OK && gp_arena_ok(draft->arena, e);
}

static struct gp_str
part_name(const struct gp_feed_entry *entry)
{
	if (entry->id.n)
		return entry->id;
	if (entry->url.n)
		return entry->url;
	return entry->title.n ? entry->title : GP_STR("entry");
}

bool
gp_feed_article(struct gp_articles *out, const struct gp_source_bytes *source,
                const struct gp_feed_entry *entry, struct gp_diag *d,
                struct gp_err *e)
{
	struct gp_draft *draft =
		gp_articles_add(out, source, part_name(entry), e);
	const char *name;

	if (!draft)
		return false;
	name = draft->input.file.p;
	draft->input.encoding = GP_STR("UTF-8");
	if (!read_entry(draft, name, entry, d, e))
		return false;
	if (entry->enclosures)
		gp_diag_add(d, GP_NOTE, "would-fetch", name, entry->line,
		            "%zu enclosed files are not fetched",
		            entry->enclosures);
	if (draft->n_blocks > 0)
		return true;
	gp_diag_add(d, GP_WARNING, "left-out", name, entry->line,
	            "left out of the pack: the entry has no words but its "
	            "title");
	gp_articles_undo(out);
	return true;
}
