/* gp_doc_print(), gp_docs_report() and two small answers of govpub.h: a
   format found by its name, a buffer handed over as bytes.  What a format
   looks like is its printer's matter. */
#include "base/version.h"
#include "report/report.h"
#include "report/printer.h"

/* "there is no format `x`; take json, text or tree" */
static bool
fail_unknown(const char *format, struct gp_err *e)
{
	struct gp_buf names = { .max = 0 };
	size_t i;

	for (i = 0; gp_printers[i]; i++) {
		if (i > 0)
			gp_buf_puts(&names, gp_printers[i + 1] ? ", " : " or ");
		gp_buf_puts(&names, gp_printers[i]->name);
	}
	if (gp_buf_ok(&names, e))
		gp_fail(e, GP_USAGE, "there is no format `%s`; take %s", format,
		        names.data);
	gp_buf_free(&names);
	return false;
}

bool
gp_doc_print(const struct gp_doc *doc, const char *format, bool colour,
             struct gp_bytes *out, struct gp_err *e)
{
	const struct gp_printer *p = gp_printer_find(format);
	struct gp_buf buf = { 0 };
	bool ok;

	*out = (struct gp_bytes){ NULL, 0 };
	if (!p)
		return fail_unknown(format, e);
	ok = p->print(doc, colour, &buf, e) && gp_buf_ok(&buf, e);
	if (ok)
		*out = gp_buf_take(&buf);
	gp_buf_free(&buf);
	return ok;
}

bool
gp_docs_report(const struct gp_doc *const *docs, size_t n, struct gp_bytes *out,
               struct gp_err *e)
{
	struct gp_buf buf = { 0 };
	bool ok;

	*out = (struct gp_bytes){ NULL, 0 };
	ok = gp_report_write(docs, n, &buf, e) && gp_buf_ok(&buf, e);
	if (ok)
		*out = gp_buf_take(&buf);
	gp_buf_free(&buf);
	return ok;
}

const char *
gp_doc_rule_file(const struct gp_doc *doc)
{
	return doc->rule_file.n ? doc->rule_file.p : NULL;
}

const char *
gp_version(void)
{
	return GP_VERSION;
}
