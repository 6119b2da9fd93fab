/* The outcome of a run as JSON, for other programs: the error, the findings,
   what changed.  It says what the texts on standard error say and nothing
   that they do not. */
#include "cli/cli.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

static json_t *
finding_rows(const struct gp_diag *d)
{
	json_t *list = json_array();
	const struct gp_finding *f;
	size_t i;

	for (i = 0; d && (f = gp_diag_at(d, i)) != NULL; i++)
		json_array_append_new(
			list, json_pack("{s:s, s:s, s:s, s:i, s:s}", "level",
		                        cli_level(f->level), "code", f->code,
		                        "file", f->file, "line", (int)f->line,
		                        "text", f->text));
	return list;
}

static json_t *
error_row(const struct gp_err *e)
{
	if (e->code == GP_OK)
		return json_null();
	return json_pack("{s:s, s:i, s:i, s:s, s:i}", "file", e->file, "line",
	                 (int)e->line, "column", (int)e->column, "text", e->msg,
	                 "status", gp_exit_status(e->code));
}

static json_t *
outcome(const struct cli_run *r, const struct gp_published *done)
{
	return json_pack("{s:s, s:o, s:o, s:I, s:I}", "govpub", gp_version(),
	                 "error", error_row(&r->err), "findings",
	                 finding_rows(r->diag), "changed",
	                 (json_int_t)done->changed, "unchanged",
	                 (json_int_t)done->unchanged);
}

static void
print(json_t *root)
{
	char *text =
		root ? json_dumps(root, JSON_INDENT(1) | JSON_PRESERVE_ORDER)
		     : NULL;

	if (text)
		puts(text);
	free(text);
	json_decref(root);
}

void
cli_report_json(const struct cli_run *r, const struct gp_published *done)
{
	print(outcome(r, done));
}

void
cli_report_release(const struct cli_run *r, const struct gp_series_done *done)
{
	json_t *root = outcome(r, &done->files);

	json_object_set_new(root, "released",
	                    json_integer((json_int_t)done->released));
	json_object_set_new(root, "as_before",
	                    json_integer((json_int_t)done->as_before));
	json_object_set_new(root, "refused",
	                    json_integer((json_int_t)done->refused));
	json_object_set_new(root, "new_articles",
	                    json_integer((json_int_t)done->added));
	json_object_set_new(root, "corrected_articles",
	                    json_integer((json_int_t)done->corrected));
	json_object_set_new(root, "withdrawn_articles",
	                    json_integer((json_int_t)done->withdrawn));
	print(root);
}

void
cli_report_morning(const struct cli_run *r, const char *key, const char *said,
                   size_t size)
{
	const struct gp_published none = { 0, 0 };
	json_t *root = outcome(r, &none);

	json_object_set_new(root, key,
	                    said ? json_loadb(said, size, JSON_DECODE_ANY, NULL)
	                         : json_null());
	print(root);
}
