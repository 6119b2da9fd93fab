/* Sections, fields and details put on the page: names in a column of one
   width, texts wrapped beside them, details dimmed where there are colours.
   It knows how wide a terminal is taken to be, and no field by name. */
#include "report/explain_page.h"

#include "report/terminal_lines.h"

void
gp_explain_paint(struct gp_explained *p, const char *code)
{
	if (p->colour)
		gp_buf_puts(p->out, code);
}

void
gp_explain_section(struct gp_explained *p, const char *name)
{
	gp_buf_putc(p->out, '\n');
	gp_explain_paint(p, GP_BOLD);
	gp_buf_puts(p->out, name);
	gp_explain_paint(p, GP_PLAIN);
	gp_buf_putc(p->out, '\n');
}

void
gp_explain_field(struct gp_explained *p, const char *name, struct gp_str text)
{
	gp_buf_printf(p->out, "  %-*s  ", GP_EXPLAIN_NAME, name);
	if (text.n) {
		gp_put_wrapped(p->out, text, GP_EXPLAIN_COLUMNS,
		               GP_EXPLAIN_MARGIN);
		return;
	}
	gp_explain_paint(p, GP_YELLOW);
	gp_buf_puts(p->out, "not found");
	gp_explain_paint(p, GP_PLAIN);
	gp_buf_putc(p->out, '\n');
}

void
gp_explain_flush(struct gp_explained *p)
{
	struct gp_str line = gp_buf_view(&p->line);

	if (line.n) {
		gp_buf_puts(p->out, GP_EXPLAIN_MARGIN);
		gp_explain_paint(p, GP_DIM);
		gp_put_wrapped(p->out, line, GP_EXPLAIN_COLUMNS,
		               GP_EXPLAIN_MARGIN);
		gp_explain_paint(p, GP_PLAIN);
	}
	gp_buf_clear(&p->line);
}

void
gp_explain_add(struct gp_explained *p, const char *before, struct gp_str text)
{
	if (p->line.len)
		gp_buf_puts(&p->line, "; ");
	gp_buf_puts(&p->line, before);
	gp_buf_str(&p->line, text);
}

void
gp_explain_place(struct gp_explained *p, struct gp_span at)
{
	if (at.first == 0)
		return;
	if (at.first == at.last)
		gp_buf_printf(&p->line, "line %u", at.first);
	else
		gp_buf_printf(&p->line, "lines %u to %u", at.first, at.last);
}

void
gp_explain_lines(struct gp_explained *p, const unsigned *lines, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		gp_buf_printf(&p->line, "%s%u",
		              i ? ", " : (n == 1 ? ", line " : ", lines "),
		              lines[i]);
}
