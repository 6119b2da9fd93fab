/* Findings as the result of a command: one a line or as JSON on standard
   output, and what they mean for the exit status.  What is a fault, and how
   grave, is not known here. */
#include "cli/cli.h"

#include <jansson.h>
#include <stdlib.h>

/* FILE: place:line: level: code: sentence */
static void
print_finding(const struct gp_finding *f)
{
	printf("%s: ", f->file);
	if (f->place[0] && f->line)
		printf("%s:%u: ", f->place, f->line);
	else if (f->place[0])
		printf("%s: ", f->place);
	else if (f->line)
		printf("%u: ", f->line);
	printf("%s: %s: %s\n", cli_level(f->level), f->code, f->text);
}

static json_t *
finding_row(const struct gp_finding *f)
{
	return json_pack("{s:s, s:s, s:i, s:s, s:s, s:s}", "file", f->file,
	                 "place", f->place, "line", (int)f->line, "level",
	                 cli_level(f->level), "code", f->code, "text", f->text);
}

static void
print_json(const struct gp_diag *d)
{
	json_t *list = json_array();
	const struct gp_finding *f;
	char *text;
	size_t i;

	for (i = 0; (f = gp_diag_at(d, i)) != NULL; i++)
		json_array_append_new(list, finding_row(f));
	text = json_dumps(list, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	if (text)
		puts(text);
	free(text);
	json_decref(list);
}

static void
print_findings(const struct cli_run *r)
{
	const struct gp_finding *f;
	size_t i;

	if (r->options->json) {
		print_json(r->diag);
		return;
	}
	for (i = 0; (f = gp_diag_at(r->diag, i)) != NULL; i++)
		if (!r->options->quiet || f->level > GP_NOTE)
			print_finding(f);
}

/* The findings on standard output are the result: nothing is said twice. */
int
cli_result_end(struct cli_run *r)
{
	bool found = r->diag && gp_diag_count(r->diag, GP_WARNING) > 0;
	int status;

	if (r->diag)
		print_findings(r);
	gp_diag_free(r->diag);
	r->diag = NULL;
	status = cli_run_end(r);
	return status == 0 && found ? EXIT_FINDINGS : status;
}
