/*
 * Markdown: decoded, its front matter read, every block of the text a block
 * of the draft with its lines.  It does not know what a title is: the first
 * heading is only said to be one.
 */
#include "import/markdown/front_matter.h"
#include "import/markdown/md_dialect.h"
#include "import/markdown/md_parse.h"
#include "import/markdown/md_slugs.h"

#include "base/limits.h"
#include "base/text/declared.h"
#include "import/guard/guard.h"
#include "import/import.h"

/* ---- lines ---- */

static bool
set_lines(struct gp_draft *draft, struct gp_str text, struct gp_err *e)
{
	struct gp_str rest = text, line;
	size_t n = 0;

	while (rest.n && gp_str_split(&rest, '\n', &line))
		if (++n > GP_MAX_LINES)
			return gp_fail(e, GP_LIMIT, "has more than %zu lines",
			               GP_MAX_LINES);
	draft->lines = gp_arena_array(draft->arena, n, sizeof *draft->lines);
	if (!draft->lines)
		return gp_arena_ok(draft->arena, e);
	while (text.n && gp_str_split(&text, '\n', &line))
		draft->lines[draft->n_lines++] = line;
	return true;
}

static bool
is_blank(const struct gp_draft *draft, unsigned line)
{
	return gp_str_trim(draft->lines[line - 1]).n == 0;
}

static bool
looks_like_rule(struct gp_str line)
{
	size_t i, marks = 0;

	for (i = 0; i < line.n; i++) {
		if (gp_is_space(line.p[i]))
			continue;
		if (!marks && line.p[i] != '-' && line.p[i] != '*' &&
		    line.p[i] != '_')
			return false;
		marks++;
	}
	return marks >= 3;
}

/* md4c tells where words stand; a rule has none and is looked for.  Returns
   where the next one is to be looked for: what has not been found before `end`
   need not be asked for again. */
static unsigned
find_rule(const struct gp_draft *draft, struct gp_draft_block *b, unsigned from,
          unsigned end)
{
	unsigned line;

	if (b->hint != GP_RULE)
		return from;
	for (line = from; line < end; line++)
		if (looks_like_rule(draft->lines[line - 1])) {
			b->at = (struct gp_span){ line, line };
			return line + 1;
		}
	return end;
}

/* The next block that has lines. */
static struct gp_draft_block *
next_placed(struct gp_draft_block *b)
{
	while (b && b->at.first == 0)
		b = b->next;
	return b;
}

static void
find_rules(const struct gp_draft *draft, struct gp_draft_block *b,
           unsigned from)
{
	struct gp_draft_block *next = next_placed(b);

	for (; b; b = b->next) {
		if (b != next) {
			from = find_rule(draft, b, from,
			                 next ? next->at.first
			                      : (unsigned)draft->n_lines + 1);
			continue;
		}
		from = b->at.last + 1;
		next = next_placed(b->next);
	}
}

/* The lines between two blocks are the first's up to a blank one, then the
   second's: marks of tables, fences, definitions of links. */
static void
share_lines(const struct gp_draft *draft, struct gp_draft_block *a,
            struct gp_draft_block *b)
{
	unsigned end = b ? b->at.first : (unsigned)draft->n_lines + 1;
	unsigned line = a->at.last + 1;

	while (line < end && !is_blank(draft, line))
		a->at.last = line++;
	while (line < end && is_blank(draft, line))
		line++;
	if (b)
		b->at.first = line;
	for (; !b && line < end; line++)
		if (!is_blank(draft, line))
			a->at.last = line;
}

static unsigned
gap_before(const struct gp_draft *draft, unsigned line)
{
	unsigned gap = 0;

	while (line > 1 && is_blank(draft, --line))
		gap++;
	return gap;
}

static void
set_spans(const struct gp_draft *draft, struct gp_draft_block *b,
          unsigned first)
{
	struct gp_draft_block *next;

	find_rules(draft, b, first);
	b = next_placed(b);
	while (b && first < b->at.first && is_blank(draft, first))
		first++;
	if (b)
		b->at.first = first;
	for (; b; b = next) {
		next = next_placed(b->next);
		share_lines(draft, b, next);
		b->gap = gap_before(draft, b->at.first);
	}
}

/* ---- front matter ---- */

/* Its lines are in the draft, and no part of the article. */
static void
add_matter(struct gp_draft *draft, size_t lines)
{
	struct gp_draft_block *b;
	unsigned i;

	for (i = 1; i <= lines; i++) {
		if (is_blank(draft, i))
			continue;
		b = gp_draft_add(draft);
		if (!b)
			return;
		b->at = (struct gp_span){ i, i };
		b->raw = draft->lines[i - 1];
		b->why = GP_STR("consumed-as-metadata");
		b->rule = GP_STR("front-matter");
		b->confidence = 100;
	}
}

/* ---- the title ---- */

static bool
is_top(const struct gp_draft_block *b)
{
	return b->hint == GP_HEADING && gp_node_heading(b->tree)->level == 1;
}

/* Headings of a document begin at 2, under its title: when there are several
   of the first level, all but the title go one down. */
static void
settle_headings(struct gp_draft *draft, struct gp_draft_block *first)
{
	struct gp_draft_block *b;
	size_t tops = 0;
	int *level;

	if (is_top(first))
		(void)gp_draft_claim(draft, GP_CLAIM_TITLE, GP_SAID_IN_PAGE,
		                     first->raw, GP_STR("heading"),
		                     first->at.first);
	for (b = first; b; b = b->next)
		tops += is_top(b);
	for (b = first; b; b = b->next) {
		if (b->hint != GP_HEADING || !b->tree)
			continue;
		level = &b->tree->as.heading.level;
		*level += tops > 1 && b != first;
		if (*level < 2)
			*level = 2;
		if (*level > 6)
			*level = 6;
	}
}

/* ---- the whole ---- */

static bool
read_body(const struct gp_source_bytes *source, struct gp_draft *draft,
          struct gp_str text, size_t matter, struct gp_diag *d,
          struct gp_err *e)
{
	unsigned first = (unsigned)matter + 1;
	const struct gp_draft_block *matter_end;
	struct gp_draft_block *last;
	struct gp_md_notes notes;
	struct gp_str line, given;
	size_t i;

	for (i = 0; i < matter; i++)
		(void)gp_str_split(&text, '\n', &line);
	given = text;
	notes = gp_md_notes_of(draft->arena, text);
	notes.text = text = gp_md_plain_marks(draft->arena, notes.text);
	add_matter(draft, matter);
	matter_end = last = draft->last;
	if (!gp_markdown_blocks(draft, source->name, &notes, first, d, e))
		return false;
	if (draft->last == last)
		return gp_fail(
			e, GP_INPUT,
			"holds no text; take it away, or skip it in pack.yaml");
	last = last ? last->next : draft->first;
	set_spans(draft, last, first);
	/* A comment may stand before the title. */
	while (last->why.n && last->next)
		last = last->next;
	settle_headings(draft, last);
	gp_md_lead_to_headings(draft, last, given, first);
	return gp_arena_ok(draft->arena, e) &&
	       gp_guard_markdown(draft, matter_end, text, first, e);
}

static bool
read_decoded(const struct gp_source_bytes *source, const struct gp_decoded *in,
             struct gp_draft *draft, struct gp_diag *d, struct gp_err *e)
{
	struct gp_str text = gp_arena_str(draft->arena, gp_buf_view(&in->text));
	size_t matter;

	draft->input.encoding = gp_str(in->encoding);
	draft->input.bom = in->bom;
	draft->input.final_newline = gp_str_ends(text, GP_STR("\n"));
	draft->input.controls_removed = in->controls_removed;
	draft->input.bad_bytes = in->bad_bytes;
	return gp_arena_ok(draft->arena, e) && set_lines(draft, text, e) &&
	       gp_front_matter(draft, source->name, text, &matter, d, e) &&
	       read_body(source, draft, text, matter, d, e);
}

static bool
read_markdown(const struct gp_source_bytes *source, struct gp_draft *draft,
              struct gp_diag *d, struct gp_err *e)
{
	struct gp_decoded decoded;
	bool ok = gp_decode_declared(source->data, GP_STR(""), GP_STR(""),
	                             &decoded, e) &&
	          read_decoded(source, &decoded, draft, d, e);

	gp_buf_free(&decoded.text);
	return ok;
}

const struct gp_importer gp_import_markdown = {
	.kind = "markdown",
	.suffixes = " .md .markdown .mdown .mkd ",
	.read = read_markdown,
};
