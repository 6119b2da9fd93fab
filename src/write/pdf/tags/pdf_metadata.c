/* Metadata (XMP, ISO 16684-1, and the old document information), the output
   intent, and what viewers show.  All of it is the pack's word and its date;
   what conforms to which standard is said here and proved elsewhere. */
#include "write/pdf/tags/postjob.h"

#include "base/version.h"
#include "write/pdf/file/icc.h"
#include "write/xml.h"

#include <stdio.h>

#define PROGRAM "govpub " GP_VERSION

static const char *const namespaces[][2] = {
	{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
	{ "xmlns:xmp", "http://ns.adobe.com/xap/1.0/" },
	{ "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/" },
	{ "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/" },
	{ "xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/" },
	{ "xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/" },
	{ "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#" },
	{ "xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#" },
};

/* A property that holds a list of one: rdf:Alt, rdf:Seq or rdf:Bag. */
static void
put_list(struct gp_xml *x, const char *property, const char *list,
         struct gp_str value)
{
	if (gp_str_trim(value).n == 0)
		return;
	gp_xml_open(x, property);
	gp_xml_open(x, list);
	gp_xml_open(x, "rdf:li");
	if (gp_str_eq(gp_str(list), GP_STR("rdf:Alt")))
		gp_xml_attrz(x, "xml:lang", "x-default");
	gp_xml_text(x, value);
	gp_xml_close(x);
	gp_xml_close(x);
	gp_xml_close(x);
}

static void
open_resource(struct gp_xml *x, const char *property, const char *list)
{
	gp_xml_open(x, property);
	gp_xml_open(x, list);
	gp_xml_open(x, "rdf:li");
	gp_xml_attrz(x, "rdf:parseType", "Resource");
}

/* PDF/A wants every schema described that it does not know: PDF/UA's. */
static void
put_extension(struct gp_xml *x)
{
	static const char *const schema[][2] = {
		{ "pdfaSchema:schema", "PDF/UA identification schema" },
		{ "pdfaSchema:namespaceURI",
		  "http://www.aiim.org/pdfua/ns/id/" },
		{ "pdfaSchema:prefix", "pdfuaid" },
	};
	static const char *const property[][2] = {
		{ "pdfaProperty:name", "part" },
		{ "pdfaProperty:valueType", "Integer" },
		{ "pdfaProperty:category", "internal" },
		{ "pdfaProperty:description", "part of ISO 14289" },
	};
	size_t i;

	open_resource(x, "pdfaExtension:schemas", "rdf:Bag");
	for (i = 0; i < sizeof schema / sizeof *schema; i++)
		gp_xml_element(x, schema[i][0], gp_str(schema[i][1]));
	open_resource(x, "pdfaSchema:property", "rdf:Seq");
	for (i = 0; i < sizeof property / sizeof *property; i++)
		gp_xml_element(x, property[i][0], gp_str(property[i][1]));
	for (i = 0; i < 6; i++)
		gp_xml_close(x);
}

/* Apps tell books by it. */
static struct gp_str
title_of(const struct gp_pack_info *info)
{
	return info->issue.title.n ? info->issue.title : info->title;
}

static void
put_description(struct gp_xml *x, const struct gp_pack_info *info,
                const char *date)
{
	size_t i;

	gp_xml_open(x, "rdf:Description");
	gp_xml_attrz(x, "rdf:about", "");
	for (i = 0; i < sizeof namespaces / sizeof *namespaces; i++)
		gp_xml_attrz(x, namespaces[i][0], namespaces[i][1]);
	gp_xml_element(x, "dc:format", GP_STR("application/pdf"));
	put_list(x, "dc:title", "rdf:Alt", title_of(info));
	put_list(x, "dc:creator", "rdf:Seq", info->organisation);
	put_list(x, "dc:description", "rdf:Alt", info->subtitle);
	put_list(x, "dc:language", "rdf:Bag", info->lang);
	put_list(x, "dc:rights", "rdf:Alt", info->rights);
	gp_xml_element(x, "dc:identifier", info->identifier);
	gp_xml_element(x, "xmp:CreateDate", gp_str(date));
	gp_xml_element(x, "xmp:ModifyDate", gp_str(date));
	gp_xml_element(x, "xmp:CreatorTool", GP_STR(PROGRAM));
	gp_xml_element(x, "pdf:Producer", GP_STR(PROGRAM));
	gp_xml_element(x, "pdfaid:part", GP_STR("2"));
	gp_xml_element(x, "pdfaid:conformance", GP_STR("A"));
	gp_xml_element(x, "pdfuaid:part", GP_STR("1"));
	put_extension(x);
	gp_xml_close(x);
}

static bool
make_xmp(struct gp_post_job *p, const char *date, struct gp_buf *out)
{
	struct gp_xml *x;
	bool ok;

	gp_buf_puts(out, "<?xpacket begin=\"\xEF\xBB\xBF\" "
	                 "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
	x = gp_xml_new(out, false);
	if (!x)
		return gp_fail(p->e, GP_NOMEM, "out of memory");
	gp_xml_open(x, "x:xmpmeta");
	gp_xml_attrz(x, "xmlns:x", "adobe:ns:meta/");
	gp_xml_open(x, "rdf:RDF");
	gp_xml_attrz(x, "xmlns:rdf",
	             "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
	put_description(x, &p->job->pack->info, date);
	ok = gp_xml_finish(x, p->e);
	gp_buf_puts(out, "\n<?xpacket end=\"w\"?>\n");
	return ok && gp_buf_ok(out, p->e);
}

static void
write_xmp(struct gp_post_job *p, const char *date)
{
	struct gp_buf xmp = { .max = 0 };
	uint32_t number = gp_obj_new(&p->out, 1);

	/* Not deflated, so that any program can find it (ISO 16684-1). */
	if (make_xmp(p, date, &xmp))
		gp_obj_stream(&p->out, number,
		              GP_STR("/Type/Metadata/Subtype/XML"),
		              gp_buf_view(&xmp));
	gp_buf_free(&xmp);
	gp_put_ref(&p->catalogue, "/Metadata ", number);
}

static void
put_info_text(struct gp_buf *b, const char *key, struct gp_str value)
{
	if (gp_str_trim(value).n)
		gp_put_text(b, key, value);
}

/* The same as the XMP says, for older readers. */
static void
write_info(struct gp_post_job *p, const char *date)
{
	const struct gp_pack_info *pack = &p->job->pack->info;
	struct gp_buf *b;
	char stamp[64];

	/* 2015-11-09T12:00:00Z -> D:20151109120000Z */
	(void)snprintf(stamp, sizeof stamp, "D:%.4s%.2s%.2s%.2s%.2s%.2sZ", date,
	               date + 5, date + 8, date + 11, date + 14, date + 17);
	p->info = gp_obj_new(&p->out, 1);
	b = gp_obj_begin(&p->out, p->info);
	gp_buf_puts(b, "<<");
	put_info_text(b, "/Title", title_of(pack));
	put_info_text(b, "/Author", pack->organisation);
	put_info_text(b, "/Subject", pack->subtitle);
	gp_put_bytes(b, "/Creator", GP_STR(PROGRAM));
	gp_put_bytes(b, "/Producer", GP_STR(PROGRAM));
	gp_put_bytes(b, "/CreationDate", gp_str(stamp));
	gp_put_bytes(b, "/ModDate", gp_str(stamp));
	gp_buf_puts(b, ">>");
	gp_obj_end(&p->out);
}

static void
write_intent(struct gp_post_job *p)
{
	struct gp_buf icc = { .max = 0 };
	uint32_t profile = gp_obj_new(&p->out, 1);

	gp_icc_srgb(&icc);
	gp_obj_deflated(&p->out, profile, GP_STR("/N 3"), gp_buf_view(&icc));
	gp_put_ref(&p->catalogue,
	           "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	           "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
	           "/DestOutputProfile ",
	           profile);
	gp_buf_puts(&p->catalogue, ">>]");
	gp_buf_inherit(&p->catalogue, &icc);
	gp_buf_free(&icc);
}

void
gp_post_metadata(struct gp_post_job *p)
{
	char date[GP_DATE_TEXT];

	gp_date_utc(&p->job->date, date);
	write_xmp(p, date);
	write_info(p, date);
	write_intent(p);
	gp_buf_puts(&p->catalogue,
	            "/MarkInfo<</Marked true>>"
	            "/ViewerPreferences<</DisplayDocTitle true>>");
	gp_put_text(&p->catalogue, "/Lang", p->job->pack->info.lang);
}
