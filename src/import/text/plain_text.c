/*
 * Plain text: every line becomes a line of the draft, every line that is not
 * blank a block with the number of blank lines before it.
 * It does not know what a title, a heading or a paragraph is.
 */
#include "base/text/decode.h"
#include "import/guard/guard.h"
#include "import/import.h"

#include "base/limits.h"
#include "base/utf8.h"

static bool
next_line(struct gp_str *rest, struct gp_str *line)
{
	/* The empty piece behind a final newline is no line. */
	return rest->n > 0 && gp_str_split(rest, '\n', line);
}

static bool
count_lines(struct gp_str text, size_t *n, struct gp_err *e)
{
	struct gp_str line;

	for (*n = 0; next_line(&text, &line); ++*n) {
		if (*n >= GP_MAX_LINES)
			return gp_fail(e, GP_LIMIT, "has more than %zu lines",
			               GP_MAX_LINES);
		if (line.n > GP_MAX_LINE_BYTES)
			return gp_fail_at(e, GP_LIMIT, "", (unsigned)*n + 1, 0,
			                  "this line is longer than %zu KiB",
			                  GP_MAX_LINE_BYTES / GP_KIB);
	}
	return true;
}

static void
fill_draft(struct gp_draft *draft, struct gp_str text)
{
	struct gp_draft_block *block;
	struct gp_str line;
	unsigned gap = 0, number = 0;

	while (draft->lines && next_line(&text, &line)) {
		draft->lines[number++] = line;
		if (gp_utf8_blank(line)) {
			gap++;
			continue;
		}
		block = gp_draft_add(draft);
		if (!block)
			return;
		block->at = (struct gp_span){ number, number };
		block->gap = gap;
		block->raw = line;
		gap = 0;
	}
}

static bool
read_decoded(const struct gp_decoded *in, struct gp_draft *draft,
             struct gp_err *e)
{
	struct gp_str text;

	if (!count_lines(gp_buf_view(&in->text), &draft->n_lines, e))
		return false;
	text = gp_arena_str(draft->arena, gp_buf_view(&in->text));
	draft->lines = gp_arena_array(draft->arena, draft->n_lines,
	                              sizeof *draft->lines);
	fill_draft(draft, text);
	if (!gp_arena_ok(draft->arena, e))
		return false;
	draft->input.encoding = gp_str(in->encoding);
	draft->input.bom = in->bom;
	draft->input.final_newline = gp_str_ends(text, GP_STR("\n"));
	draft->input.controls_removed = in->controls_removed;
	if (draft->n_blocks == 0)
		return gp_fail(
			e, GP_INPUT,
			"holds no text; take it away, or skip it in pack.yaml");
	return gp_guard_text(draft, gp_buf_view(&in->text), e);
}

static bool
read_text(const struct gp_source_bytes *source, struct gp_draft *draft,
          struct gp_diag *d, struct gp_err *e)
{
	struct gp_decoded decoded;
	bool ok;

	(void)d;
	ok = gp_decode(source->data, &decoded, e) &&
	     read_decoded(&decoded, draft, e);
	gp_buf_free(&decoded.text);
	return ok;
}

const struct gp_importer gp_import_text = {
	.kind = "plain-text",
	.suffixes = " .txt .text ",
	.read = read_text,
};
