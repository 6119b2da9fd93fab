/* libxml2 has a pair of handlers a thread, one for text and one for what it
   calls structured; both are kept and put back.  The type of the latter
   changed with 2.12.  What a complaint means is for the listener alone to
   say. */
#include "write/xml_errors.h"

#include "base/libxml.h"

#if LIBXML_VERSION >= 21200
void
gp_xml_hear(void *listener, const xmlError *error)
#else
void
gp_xml_hear(void *listener, xmlErrorPtr error)
#endif
{
	const struct gp_xml_errors *e = listener;

	e->told(e->user, error ? error->code : XML_ERR_OK);
}

static void
hear_text(void *listener, const char *fmt, ...)
{
	const struct gp_xml_errors *e = listener;

	(void)fmt;
	e->told(e->user, XML_ERR_OK);
}

void
gp_xml_listen(struct gp_xml_errors *e)
{
	gp_libxml_begin();
	e->heard_text = xmlGenericError;
	e->text_to = xmlGenericErrorContext;
	e->heard_error = xmlStructuredError;
	e->error_to = xmlStructuredErrorContext;
	xmlSetGenericErrorFunc(e, hear_text);
	xmlSetStructuredErrorFunc(e, gp_xml_hear);
}

void
gp_xml_stop_listening(const struct gp_xml_errors *e)
{
	xmlSetGenericErrorFunc(e->text_to, e->heard_text);
	xmlSetStructuredErrorFunc(e->error_to, e->heard_error);
}
