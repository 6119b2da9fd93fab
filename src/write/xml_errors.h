/*
 * What libxml2 complains about on this thread, told to one listener and to
 * nobody else: a library says nothing on standard error.  Listeners on one
 * thread end in the reverse of the order they began in.  What a complaint
 * means is not known here.
 */
#ifndef GP_WRITE_XML_ERRORS_H
#define GP_WRITE_XML_ERRORS_H

#include <libxml/xmlerror.h>

struct gp_xml_errors {
	/* Set by who listens.  `code`: of enum xmlParserErrors, or
	   XML_ERR_OK for one that is told as text only. */
	void (*told)(void *user, int code);
	void *user;
	/* what this thread did with complaints before */
	xmlGenericErrorFunc heard_text;
	void *text_to;
	xmlStructuredErrorFunc heard_error;
	void *error_to;
};

/* The first that a writer or a reader of XML does: sets libxml2 up too. */
void
gp_xml_listen(struct gp_xml_errors *e);
void
gp_xml_stop_listening(const struct gp_xml_errors *e);

/* For libxml2's readers, which want to be told themselves; `listener` is a
   struct gp_xml_errors. */
#if LIBXML_VERSION >= 21200
void
gp_xml_hear(void *listener, const xmlError *error);
#else
void
gp_xml_hear(void *listener, xmlErrorPtr error);
#endif

#endif
