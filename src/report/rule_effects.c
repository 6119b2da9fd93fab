/*
 * What a rule file did to an article: which it was, and each rule that did
 * something; for --explain, and alone, with the lines that went, for
 * `rules test`.
 */
#include "report/explain_sections.h"
#include "report/terminal_lines.h"
#include "report/plain_words.h"
#include "report/printer.h"

static void
one(struct gp_explained *p, const struct gp_rule_effect *f)
{
	gp_buf_str(&p->line, f->what);
	gp_explain_field(p, f->does, gp_buf_view(&p->line));
	gp_buf_clear(&p->line);
	gp_buf_printf(&p->line, "%.*s, line %u", GP_ARG(p->doc->rule_file),
	              f->line);
	if (f->count)
		gp_buf_printf(&p->line, "; %zu line%s", f->count,
		              f->count == 1 ? "" : "s");
	gp_explain_flush(p);
}

void
gp_explain_rules(struct gp_explained *p)
{
	const struct gp_rule_effect *f;

	if (p->doc->rule_file.n == 0)
		return;
	gp_explain_section(p, "By the rule file");
	gp_explain_field(p, "File", p->doc->rule_file);
	for (f = p->doc->rule_effects; f; f = f->next)
		one(p, f);
}

static void
put_lines(struct gp_explained *p, const struct gp_dropped *d)
{
	struct gp_str rest = d->raw, line;
	unsigned number = d->at.first;

	for (; gp_str_split(&rest, '\n', &line); number++) {
		if (gp_str_trim(line).n == 0)
			continue;
		gp_buf_printf(p->out, "  dropped %u: ", number);
		gp_put_short(p->out, line, GP_LINE_COLUMNS - 20);
		gp_buf_putc(p->out, '\n');
	}
}

static bool
print_rules(const struct gp_doc *doc, bool colour, struct gp_buf *out,
            struct gp_err *e)
{
	struct gp_explained p = { .out = out, .colour = colour, .doc = doc };
	const struct gp_dropped *d;
	bool good;

	gp_put_safe(out, doc->input.file);
	gp_buf_puts(out, doc->rule_file.n ? ": fits\n" : ": does not fit\n");
	gp_explain_rules(&p);
	for (d = doc->dropped; d; d = d->next)
		if (gp_str_eq(d->reason, GP_STR("source-rule")))
			put_lines(&p, d);
	good = gp_buf_ok(&p.line, e) && gp_buf_ok(out, e);
	gp_buf_free(&p.line);
	return good;
}

const struct gp_printer gp_print_rules = {
	.name = "rules",
	.print = print_rules,
};
