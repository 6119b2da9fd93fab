/*
 * Plain text: every line becomes a line of the draft, every line that is not
 * blank a block with the number of blank lines before it, together with those
 * that a program broke off it.
 * It does not know what a title, a heading or a paragraph is.
 */
#include "base/text/declared.h"
#include "base/text/wrap.h"
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

/* A paragraph that grows by what goes on with it. */
struct paragraph {
	struct gp_draft *draft;
	struct gp_wrap wrap;
	struct gp_buf words;
	struct gp_draft_block *block; /* NULL: none is open */
	struct gp_wrap_line last;
	unsigned gap; /* blank lines behind it */
};

static void
end_paragraph(struct paragraph *p)
{
	struct gp_draft_block *b = p->block;

	/* A line that stands alone stays the view that it is. */
	if (b && b->at.last > b->at.first)
		b->raw = gp_arena_str(p->draft->arena, gp_buf_view(&p->words));
	gp_buf_clear(&p->words);
	p->block = NULL;
}

static void
begin_paragraph(struct paragraph *p, struct gp_str line, unsigned number)
{
	end_paragraph(p);
	p->block = gp_draft_add(p->draft);
	if (!p->block)
		return;
	p->block->at = (struct gp_span){ number, number };
	p->block->gap = p->gap;
	p->block->raw = line;
	gp_buf_str(&p->words, gp_str_trim(line));
	p->last.in_item = gp_wrap_begins_item(line);
}

static void
go_on(struct paragraph *p, struct gp_str line, unsigned number)
{
	p->block->at.last = number;
	if (!gp_wrap_glues(p->last.line))
		gp_buf_putc(&p->words, ' ');
	gp_buf_str(&p->words, gp_str_trim(line));
}

static void
take_line(struct paragraph *p, struct gp_str line, unsigned number)
{
	if (gp_utf8_blank(line)) {
		end_paragraph(p);
		p->gap++;
		return;
	}
	if (p->block && gp_wrap_goes_on(&p->wrap, &p->last, line))
		go_on(p, line, number);
	else
		begin_paragraph(p, line, number);
	p->last.line = line;
	p->gap = 0;
}

static bool
fill_draft(struct gp_draft *draft, struct gp_str text, struct gp_err *e)
{
	struct paragraph p = { .draft = draft,
		               .wrap = gp_wrap_measure(text),
		               .words = { .max = GP_MAX_SOURCE_BYTES } };
	struct gp_str line;
	unsigned number = 0;
	bool ok;

	while (draft->lines && next_line(&text, &line)) {
		draft->lines[number++] = line;
		take_line(&p, line, number);
	}
	end_paragraph(&p);
	ok = gp_buf_ok(&p.words, e) && gp_arena_ok(draft->arena, e);
	gp_buf_free(&p.words);
	return ok;
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
	if (!fill_draft(draft, text, e))
		return false;
	draft->input.encoding = gp_str(in->encoding);
	draft->input.bom = in->bom;
	draft->input.final_newline = gp_str_ends(text, GP_STR("\n"));
	draft->input.controls_removed = in->controls_removed;
	draft->input.bad_bytes = in->bad_bytes;
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
	ok = gp_decode_declared(source->data, GP_STR(""), GP_STR(""), &decoded,
	                        e) &&
	     read_decoded(&decoded, draft, e);
	gp_buf_free(&decoded.text);
	return ok;
}

const struct gp_importer gp_import_text = {
	.kind = "plain-text",
	.suffixes = " .txt .text ",
	.read = read_text,
};
