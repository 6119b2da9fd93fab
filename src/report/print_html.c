/* One document as a page of its own, good as XHTML and as HTML: for a look
   in a browser.  It needs no other file and loads none. */
#include "write/xhtml/xhtml.h"
#include "wording/printed_fields.h"
#include "report/printer.h"

/* Written into the page: a printer has no data folder. */
static const char style[] =
	"<style>\n"
	":root { color-scheme: light dark; font-family: serif; "
	"line-height: 1.5; }\n"
	"body { margin: 2em auto; max-width: 38em; padding: 0 1em; }\n"
	"header { border-top: 0.2rem solid; margin-bottom: 1.5em; "
	"padding-top: 0.5em; }\n"
	"h1, h2, h3, h4, h5, h6 { line-height: 1.2; }\n"
	".source, .byline, .dateline, .original { font-family: sans-serif; "
	"font-size: 0.9em; margin: 0.3em 0; }\n"
	".source, .run-in { font-weight: bold; }\n"
	".standfirst { font-size: 1.15em; }\n"
	"table { border-collapse: collapse; }\n"
	"th, td { border: 0.06rem solid; padding: 0.3em 0.6em; "
	"text-align: start; vertical-align: top; }\n"
	".right { text-align: right; }\n"
	".center { text-align: center; }\n"
	"pre { white-space: pre-wrap; }\n"
	".labels { list-style-type: none; }\n"
	"</style>\n";

static void
write_head(struct gp_xml *x, const struct gp_doc *doc)
{
	gp_xml_open(x, "head");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "charset", "UTF-8");
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "name", "viewport");
	gp_xml_attrz(x, "content", "width=device-width, initial-scale=1");
	gp_xml_close(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_element(x, "title", gp_title_text(doc, NULL));
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_raw(x, style);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static void
body(struct gp_xml *x, const struct gp_doc *doc)
{
	static const struct gp_xhtml_options options = { .prefix = "h" };

	gp_xml_open(x, "body");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "main");
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_open(x, "article");
	gp_xml_attrz(x, "aria-labelledby", "title");
	gp_xml_text(x, GP_STR("\n"));
	gp_xhtml_header(x, doc, NULL);
	gp_xhtml_body(x, doc, &options);
	gp_xhtml_footer(x, doc, NULL);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

static bool
print_html(const struct gp_doc *doc, bool colour, struct gp_buf *out,
           struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(out, false);

	(void)colour;
	if (!x)
		return gp_fail(e, GP_NOMEM, "out of memory");
	gp_xml_raw(x, "<!DOCTYPE html>\n");
	gp_xml_open(x, "html");
	gp_xml_attrz(x, "xmlns", "http://www.w3.org/1999/xhtml");
	gp_xhtml_lang(x, doc->lang);
	gp_xml_text(x, GP_STR("\n"));
	write_head(x, doc);
	body(x, doc);
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
	return gp_xml_finish(x, e);
}

const struct gp_printer gp_print_html = {
	.name = "html",
	.print = print_html,
};
