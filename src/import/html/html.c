/*
 * HTML pages: found by their first tags, decoded, parsed, asked what they say
 * of themselves, cut into blocks.  What they would fetch is counted, no more.
 */
#include "import/html/html.h"

#include "base/text/uri.h"
#include "base/limits.h"
#include "import/guard/cut_end.h"
#include "import/guard/guard.h"
#include "import/html/page/html_address.h"
#include "import/html/tree/html_blocks.h"
#include "import/html/choose/html_body.h"
#include "import/html/choose/html_instead.h"
#include "import/html/choose/html_neighbours.h"
#include "import/html/page/html_charset.h"
#include "import/html/page/html_frames.h"
#include "import/html/page/html_hidden_mail.h"
#include "import/html/page/html_tex.h"
#include "import/html/html_fetches.h"
#include "import/html/html_script_data.h"
#include "import/html/page/html_unwrap.h"
#include "import/html/page/html_word_lists.h"
#include "import/html/meta/html_meta.h"
#include "import/personal/withhold.h"
#include "import/import.h"

#include <string.h>

enum {
	SNIFFED = 4096,     /* bytes that are looked at */
	FEW_TAGS = 3,       /* among them, without a doctype */
	OPINION_WORDS = 60, /* of a body that stands in the page's data only */
	FEW_WORDS = 40,     /* shown: look whether the scripts know more */
};

/* ---- sniffing ---- */

/* Behind a comment, which `<!-->` ends too (HTML 13.2.5.43), or behind an
   instruction. */
static struct gp_str
skip_mark(struct gp_str s)
{
	bool comment = gp_str_starts(s, GP_STR("<!--"));
	struct gp_str end = comment ? GP_STR("-->") : GP_STR(">");
	size_t at = gp_str_find(s, end, 2);

	return gp_str_sub(s, at + end.n, s.n);
}

static struct gp_str
skip_marks(struct gp_str s)
{
	if (gp_str_starts(s, GP_STR("\xEF\xBB\xBF")))
		s = gp_str_sub(s, 3, s.n);
	for (;;) {
		s = gp_str_trim(s);
		if (!gp_str_starts(s, GP_STR("<!--")) &&
		    !gp_str_starts(s, GP_STR("<?")))
			return s;
		s = skip_mark(s);
	}
}

static bool
begins_tag(struct gp_str s, const char *name)
{
	size_t n = strlen(name);
	char next = s.n > n + 1 ? s.p[n + 1] : ' ';

	return s.n > n && s.p[0] == '<' &&
	       gp_str_eq_nocase(gp_str_sub(s, 1, n + 1), gp_str(name)) &&
	       (gp_is_space(next) || next == '>' || next == '/');
}

static bool
begins_any(struct gp_str s, const char *const *names)
{
	for (; *names; names++)
		if (begins_tag(s, *names))
			return true;
	return false;
}

static bool
has_tag(struct gp_str s, const char *name)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '<' && begins_tag(gp_str_sub(s, i, s.n), name))
			return true;
	return false;
}

/* Closing tags, and those that need none. */
static unsigned
count_tags(struct gp_str s)
{
	static const char *const single[] = { "p", "br", "hr", "li", NULL };
	unsigned n = 0;
	size_t i;

	for (i = 0; i + 2 < s.n; i++)
		n += s.p[i] == '<' &&
		     (s.p[i + 1] == '/'
		              ? gp_is_alpha(s.p[i + 2])
		              : begins_any(gp_str_sub(s, i, s.n), single));
	return n;
}

static int
sniff(const struct gp_source_bytes *source)
{
	static const char *const sure[] = { "html", "head", "body", NULL };
	static const char *const likely[] = {
		"meta", "title",   "link",       "script", "div",    "article",
		"main", "section", "header",     "table",  "center", "p",
		"h1",   "h2",      "style",      "base",   "nav",    "figure",
		"ul",   "ol",      "blockquote", "br",     "hr",     "font",
		"form", "aside",   "footer",     "dl",     "h3",     NULL,
	};
	/* A licence in a comment may be longer than what is looked at. */
	struct gp_str s = gp_str_sub(skip_marks(source->data), 0, SNIFFED);

	if (gp_str_eq_nocase(gp_str_sub(s, 0, 14), GP_STR("<!doctype html")))
		return 90;
	if (begins_any(s, sure))
		return 90;
	if (s.n == 0 || s.p[0] != '<')
		return 0;
	if (has_tag(s, "html") && has_tag(s, "head"))
		return 80;
	return begins_any(s, likely) && count_tags(s) >= FEW_TAGS ? 50 : 0;
}

/* ---- reading ---- */

/* Frames and fragments have no body. */
static unsigned
body_of(const struct gp_flat *d)
{
	uint32_t i;

	for (i = 1; i < d->n_nodes; i = gp_flat_skip(d, i))
		if (gp_flat_is(d, i, GP_N_BODY))
			return i;
	return 0;
}

/* <base href>, else the page's own address, else where it was found. */
static void
find_base(struct gp_html *h)
{
	const struct gp_flat *d = h->flat;
	uint32_t i;
	struct gp_str href = GP_STR("");

	for (i = 0; i < d->n_nodes && href.n == 0; i++)
		if (gp_flat_is(d, i, GP_N_BASE))
			href = gp_flat_attr(d, i, GP_N_HREF);
	h->base = h->given_url.n ? h->given_url : h->url;
	h->base = gp_html_address(h, h->base);
	href = gp_html_address(h, href);
	if (href.n)
		h->base = href;
}

/* Some pages hold their text only as data, for a script to show. */
static bool
is_far_more(unsigned said, unsigned words)
{
	return said > OPINION_WORDS && said / 2 > words;
}

/* A fragment that stood in data: `path` is where, a literal. */
static bool
add_data(struct gp_html *h, struct gp_str html, const char *path,
         struct gp_err *e)
{
	struct gp_draft_block *b = h->draft->last;

	if (!gp_html_fragment(h->draft, h->name, html, h->base, h->d, e))
		return false;
	for (b = b ? b->next : h->draft->first; b; b = b->next) {
		b->path = gp_str(path);
		if (b->tree)
			b->tree->path = b->path;
	}
	return true;
}

/* One paragraph a line, where it is no HTML anyway. */
static bool
add_article_body(struct gp_html *h, struct gp_err *e)
{
	struct gp_str rest = h->article_body, line;
	struct gp_buf html = { .max = GP_MAX_HTML_BYTES };
	bool ok;

	while (gp_str_split(&rest, '\n', &line)) {
		gp_buf_puts(&html, "<p>");
		gp_buf_str(&html, line);
	}
	gp_diag_add(h->d, GP_WARNING, "text-in-data", h->name, 0,
	            "the page shows no article of its own; the text is "
	            "articleBody of its JSON-LD");
	ok = gp_buf_ok(&html, e) &&
	     add_data(h, gp_buf_view(&html), "articleBody of JSON-LD", e);
	gp_buf_free(&html);
	return ok;
}

static bool
add_script_text(struct gp_html *h, const struct gp_script_text *text,
                struct gp_err *e)
{
	gp_diag_add(h->d, GP_WARNING, "text-in-data", h->name, text->line,
	            "the page shows no article of its own; the text is from "
	            "the data of this script");
	return add_data(h, gp_buf_view(&text->html), "data of a script", e);
}

/* What was chosen, with the lead that may be no paragraph of it. */
static bool
add_chosen(struct gp_html_page *page, struct gp_err *e)
{
	gp_html_claim_lead(page);
	return gp_html_add_blocks(page, e);
}

/* Hardly anything is shown: what its scripts would show. */
static bool
read_data(struct gp_html_page *page, unsigned words, struct gp_err *e)
{
	struct gp_html *h = page->html;
	struct gp_script_text text = { .words = 0 };
	bool ok = gp_html_script_text(h, &text, e);

	if (ok && is_far_more(text.words, words)) {
		gp_html_choose_none(page);
		ok = gp_html_add_blocks(page, e) &&
		     add_script_text(h, &text, e);
	} else {
		h->draft->needs_script = words == 0 && gp_html_has_scripts(h);
		ok = ok && add_chosen(page, e);
	}
	gp_buf_free(&text.html);
	return ok;
}

/* Every item of the body counted. */
static bool
open_page(struct gp_html *h, struct gp_html_page *page, struct gp_err *e)
{
	*page = (struct gp_html_page){ .html = h,
		                       .flat = h->flat,
		                       .arena = h->arena,
		                       .root = body_of(h->flat) };
	if (!gp_html_page_index(page, e))
		return false;
	gp_html_hide_gutters(page);
	gp_html_open_panels(page);
	gp_html_show_formulas(page);
	gp_html_show_the_page(page);
	return gp_html_page_sum(page, e);
}

static bool
read_body(struct gp_html *h, struct gp_err *e)
{
	struct gp_html_page page;
	unsigned words = 0;

	if (!open_page(h, &page, e) || !gp_html_choose(&page, &words, e))
		return false;
	gp_html_warn_instead(&page, words);
	if (is_far_more(gp_count_words(h->article_body), words)) {
		gp_html_choose_none(&page);
		return gp_html_add_blocks(&page, e) && add_article_body(h, e);
	}
	if (words < FEW_WORDS)
		return read_data(&page, words, e);
	return add_chosen(&page, e);
}

static void
report_noframes(const struct gp_html *h)
{
	if (h->is_in_noframes)
		gp_diag_add(h->d, GP_WARNING, "text-in-noframes", h->name, 0,
		            "the text stands in <noframes>; what the frames "
		            "of the page show is in other files");
}

static bool
read_parsed(struct gp_html *h, struct gp_err *e)
{
	if (!gp_html_meta_read(h, e))
		return false;
	find_base(h);
	gp_html_note_fetches(h);
	report_noframes(h);
	if (!read_body(h, e))
		return false;
	if (h->draft->n_blocks == 0)
		return gp_fail(
			e, GP_INPUT, "holds no text%s",
			h->draft->needs_script
				? GP_NEEDS_SCRIPT
				: "; take it away, or skip it in pack.yaml");
	return true;
}

/* ---- pages for readers without scripts ---- */

static unsigned
words_in_noscript(const struct gp_flat *d)
{
	unsigned words = 0;
	uint32_t i;

	for (i = body_of(d); i < d->n_nodes; i++)
		if (gp_flat_is_text(d, i) &&
		    gp_flat_is(d, d->nodes[i].parent, GP_N_NOSCRIPT))
			words += gp_count_shown(gp_flat_text(d, i));
	return words;
}

/* Nothing is kept of what is found. */
static bool
count_found(const struct gp_html *h, unsigned *words, struct gp_err *e)
{
	struct gp_html trial = *h;
	struct gp_html_page page;

	trial.d = NULL;
	return open_page(&trial, &page, e) && gp_html_choose(&page, words, e);
}

/* Unless the article stands only in what browsers with scripts do not show:
   then the page is to be read as one without them shows it. */
static bool
read_scripted(struct gp_html *h, struct gp_err *e)
{
	unsigned said = words_in_noscript(h->flat);

	if (said > OPINION_WORDS) {
		if (!count_found(h, &h->words_scripted, e))
			return false;
		h->is_in_noscript = is_far_more(said, h->words_scripted);
	}
	return h->is_in_noscript || read_parsed(h, e);
}

/* What is said to readers without scripts may be no article either. */
static bool
read_unscripted(struct gp_html *h, struct gp_err *e)
{
	unsigned words = 0;

	if (!count_found(h, &words, e))
		return false;
	h->is_in_noscript = words > h->words_scripted;
	if (!h->is_in_noscript)
		return true;
	gp_diag_add(h->d, GP_WARNING, "text-in-noscript", h->name, 0,
	            "the text stands in <noscript>, for readers without "
	            "scripts; others see something else");
	return read_parsed(h, e);
}

/* ---- fragments ---- */

static bool
read_fragment(struct gp_html *h, struct gp_err *e)
{
	struct gp_html_page page;

	find_base(h);
	return open_page(h, &page, e) && gp_html_choose_all(&page, e) &&
	       gp_html_add_blocks(&page, e);
}

/* ---- the whole ---- */

static void
note_input(struct gp_draft *draft, const struct gp_decoded *in,
           struct gp_str bytes)
{
	draft->input.encoding = gp_str(in->encoding);
	draft->input.bom = in->bom;
	draft->input.final_newline = gp_str_ends(bytes, GP_STR("\n"));
	draft->input.controls_removed = in->controls_removed;
	draft->input.bad_bytes = in->bad_bytes;
}

/* What `read` does with the nodes of `text`, which live no longer. */
static bool
with_nodes(struct gp_html *h, struct gp_str text,
           const struct gp_flat_options *options,
           bool (*read)(struct gp_html *h, struct gp_err *e), struct gp_err *e)
{
	struct gp_flat *flat = NULL;
	bool ok;

	h->arena = gp_arena_new(GP_MAX_DOC_ARENA);
	if (!h->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	h->classes.map.arena = h->arena;
	ok = gp_flat_parse(text, options, h->arena, &flat, e) &&
	     gp_html_open_frames(flat, h->arena, &h->is_in_noframes, e) &&
	     gp_html_word_lists(flat, h->arena, e) &&
	     gp_html_unwrap(flat, h->arena, e);
	if (ok && h->is_in_noscript)
		gp_html_show_noscript(flat, body_of(flat));
	if (ok)
		gp_html_show_tex(flat);
	if (ok && !h->is_letter)
		gp_html_show_mail(flat, h->arena, h->draft);
	h->flat = flat;
	ok = ok && read(h, e) && gp_arena_ok(h->arena, e);
	gp_arena_free(h->arena);
	return ok;
}

/* The page once more, with other nodes. */
static bool
with_other_nodes(struct gp_html *h, struct gp_str text,
                 const struct gp_flat_options *options,
                 bool (*read)(struct gp_html *h, struct gp_err *e),
                 struct gp_err *e)
{
	h->classes = (struct gp_classes){ .map = { .arena = NULL } };
	return with_nodes(h, text, options, read, e);
}

static bool
read_text(struct gp_html *h, struct gp_str text, struct gp_err *e)
{
	static const struct gp_flat_options scripted = { .is_scripted = true },
					    unscripted = { 0 };

	if (!with_nodes(h, text, &scripted, read_scripted, e))
		return false;
	if (!h->is_in_noscript)
		return true;
	if (!with_other_nodes(h, text, &unscripted, read_unscripted, e))
		return false;
	return h->is_in_noscript ||
	       with_other_nodes(h, text, &scripted, read_parsed, e);
}

/* Reads `text`, which is what the guard listens to, too: of a newsletter what
   is no reader's alone. */
static bool
read_decoded(struct gp_html *h, struct gp_str text, struct gp_err *e)
{
	h->draft->cut = gp_html_cut(text);
	return read_text(h, text, e) &&
	       gp_guard_html(h->draft, NULL, text, false, e);
}

/* What was found to be withheld from lives in `w`. */
static bool
read_withheld(struct gp_html *h, struct gp_withholding *w, struct gp_str text,
              struct gp_err *e)
{
	struct gp_draft *draft = h->draft;
	struct gp_buf shared = { .max = GP_MAX_HTML_BYTES };
	bool less = gp_withhold_page(w, text, &h->given_url, &shared);
	bool ok;

	h->given_url = gp_arena_str(draft->arena, h->given_url);
	h->is_letter = less;
	ok = gp_arena_ok(w->arena, e) && gp_buf_ok(&shared, e) &&
	     read_decoded(h, less ? gp_buf_view(&shared) : text, e);
	if (ok)
		gp_withheld_list(w, draft);
	gp_buf_free(&shared);
	return ok;
}

static bool
read_shared(struct gp_html *h, struct gp_str text, struct gp_err *e)
{
	struct gp_withholding w = { .arena = gp_arena_new(GP_MAX_DOC_ARENA) };
	bool ok = w.arena ? read_withheld(h, &w, text, e)
	                  : gp_fail(e, GP_NOMEM, "out of memory");

	gp_arena_free(w.arena);
	return ok && gp_arena_ok(h->draft->arena, e);
}

static bool
read_html(const struct gp_source_bytes *source, struct gp_draft *draft,
          struct gp_diag *d, struct gp_err *e)
{
	struct gp_html h = { .draft = draft,
		             .d = d,
		             .name = source->name ? source->name : "",
		             .given_url = source->url,
		             .site = source->site };
	struct gp_decoded decoded = { .bom = false };
	bool ok;

	if (source->data.n > GP_MAX_HTML_BYTES)
		return gp_fail(e, GP_LIMIT, "is a page larger than %zu MiB",
		               GP_MAX_HTML_BYTES / GP_MIB);
	ok = gp_html_decode(source->data, &decoded, e);
	if (ok)
		note_input(draft, &decoded, source->data);
	ok = ok && read_shared(&h, gp_buf_view(&decoded.text), e);
	gp_buf_free(&decoded.text);
	return ok;
}

bool
gp_html_fragment(struct gp_draft *draft, const char *name, struct gp_str html,
                 struct gp_str base, struct gp_diag *d, struct gp_err *e)
{
	static const struct gp_flat_options options = { .is_fragment = true,
		                                        .is_scripted = true };
	struct gp_html h = {
		.draft = draft,
		.d = d,
		.name = name,
		.given_url = base,
		.is_letter = true,
	};
	const struct gp_draft_block *last = draft->last;

	if (gp_str_trim(html).n == 0)
		return true;
	if (!draft->cut)
		draft->cut = gp_html_cut(html);
	return with_nodes(&h, html, &options, read_fragment, e) &&
	       gp_guard_html(draft, last, html, true, e);
}

const struct gp_importer gp_import_html = {
	.kind = "html",
	.suffixes = " .html .htm .xhtml ",
	.sniff = sniff,
	.read = read_html,
};
