/* XMP (ISO 16684-1) and the information dictionary (ISO 32000-1, 14.3): one
   story told twice, and the standards that it claims.  Whether a claim is
   true is not known here. */
#include "verify/pdf/foreign_pdf.h"

#include "base/date.h"
#include "verify/xml_tree.h"

#define PDFAID "http://www.aiim.org/pdfa/ns/id/"
#define PDFUAID "http://www.aiim.org/pdfua/ns/id/"
#define DC "http://purl.org/dc/elements/1.1/"
#define XMP "http://ns.adobe.com/xap/1.0/"
#define PDF "http://ns.adobe.com/pdf/1.3/"
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

/* ---- text ---- */

/* PDFDocEncoding where it is not Latin-1 (Annex D.2), from 0x18 and 0x80. */
static const unsigned short low_codes[] = { 0x2D8, 0x2C7, 0x2C6, 0x2D9,
	                                    0x2DD, 0x2DB, 0x2DA, 0x2DC };
static const unsigned short high_codes[] = {
	0x2022, 0x2020, 0x2021, 0x2026, 0x2014, 0x2013, 0x192,  0x2044, 0x2039,
	0x203A, 0x2212, 0x2030, 0x201E, 0x201C, 0x201D, 0x2018, 0x2019, 0x201A,
	0x2122, 0xFB01, 0xFB02, 0x141,  0x152,  0x160,  0x178,  0x17D,  0x131,
	0x142,  0x153,  0x161,  0x17E,  0xFFFD, 0x20AC,
};

static unsigned long
code_of(unsigned char c)
{
	if (c >= 0x18 && c < 0x20)
		return low_codes[c - 0x18];
	return c >= 0x80 && c <= 0xA0 ? high_codes[c - 0x80] : c;
}

/* A text string (7.9.2.2): UTF-16 or UTF-8 with a mark, else one byte a
   character. */
static struct gp_str
utf8_of(struct gp_pdf *p, struct gp_str s)
{
	struct gp_buf out = { .max = 0 };
	size_t i;
	unsigned long c, low;

	if (gp_str_starts(s, GP_STR("\xEF\xBB\xBF")))
		return gp_str_sub(s, 3, s.n);
	if (!gp_str_starts(s, GP_STR("\xFE\xFF"))) {
		for (i = 0; i < s.n; i++)
			gp_buf_utf8(&out, code_of((unsigned char)s.p[i]));
	} else {
		for (i = 2; i + 1 < s.n; i += 2) {
			c = (unsigned long)(unsigned char)s.p[i] << 8 |
			    (unsigned char)s.p[i + 1];
			if (c >= 0xD800 && c < 0xDC00 && i + 3 < s.n) {
				i += 2;
				low = (unsigned long)(unsigned char)s.p[i]
				              << 8 |
				      (unsigned char)s.p[i + 1];
				c = 0x10000 + ((c & 0x3FF) << 10) +
				    (low & 0x3FF);
			}
			gp_buf_utf8(&out, c);
		}
	}
	return gp_arena_buf(p->in->arena, &out);
}

/* "D:20151110120000+01'00'" (7.9.4) as RFC 3339. */
static struct gp_str
iso_of(struct gp_pdf *p, struct gp_str s)
{
	struct gp_str rest = gp_str_sub(s, 2, s.n);
	char zone = rest.n > 14 ? rest.p[14] : 'Z';

	if (!gp_str_starts(s, GP_STR("D:")) || rest.n < 14)
		return s;
	return gp_arena_printf(
		p->in->arena, "%.4s-%.2s-%.2sT%.2s:%.2s:%.2s%c%.*s%s%.*s",
		rest.p, rest.p + 4, rest.p + 6, rest.p + 8, rest.p + 10,
		rest.p + 12, zone, rest.n >= 17 ? 2 : 0,
		rest.n >= 17 ? rest.p + 15 : "", rest.n >= 17 ? ":" : "",
		rest.n >= 20 ? 2 : 0, rest.n >= 20 ? rest.p + 18 : "");
}

/* ---- XMP ---- */

/* A property, as an element or as an attribute of rdf:Description. */
static struct gp_str
property(struct gp_pdf *p, xmlNode *root, const char *ns, const char *name)
{
	struct gp_str value;
	xmlNode *n;

	for (n = root; n; n = gp_dom_next(n, root)) {
		if (gp_dom_is(n, ns, name))
			return gp_dom_text(p->in, n);
		if (!gp_dom_is(n, RDF, "Description"))
			continue;
		value = gp_dom_attr(n, ns, name);
		if (value.p)
			return gp_arena_str(p->in->arena, value);
	}
	return (struct gp_str){ NULL, 0 };
}

static const struct {
	const char *key, *ns, *name;
	bool date;
} pairs[] = {
	{ "Title", DC, "title", false },
	{ "Author", DC, "creator", false },
	{ "Subject", DC, "description", false },
	{ "Keywords", PDF, "Keywords", false },
	{ "Producer", PDF, "Producer", false },
	{ "Creator", XMP, "CreatorTool", false },
	{ "CreationDate", XMP, "CreateDate", true },
	{ "ModDate", XMP, "ModifyDate", true },
};

static bool
same(struct gp_str a, struct gp_str b, bool is_date)
{
	struct gp_date x, y;

	if (!is_date || !gp_date_parse(a, &x) || !gp_date_parse(b, &y))
		return gp_str_eq(gp_str_trim(a), gp_str_trim(b));
	return gp_date_cmp(&x, &y) == 0;
}

static void
check_pairs(struct gp_pdf *p, const char *place, xmlNode *root)
{
	struct gp_pdf_value *info = gp_pdf_find(p, p->trailer, "Info"), *v;
	struct gp_str there, here;
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		v = gp_pdf_find(p, info, pairs[i].key);
		if (!gp_pdf_is_string(v))
			continue;
		there = property(p, root, pairs[i].ns, pairs[i].name);
		here = utf8_of(p, gp_pdf_string(v));
		if (pairs[i].date)
			here = iso_of(p, here);
		if (!same(here, there, pairs[i].date))
			gp_found(p->in, GP_CHECK_PDF_INFO, place, 0,
			         "%s is \"%.*s\" in Info and \"%.*s\" in XMP",
			         pairs[i].key, GP_ARG(here), GP_ARG(there));
	}
}

static void
check_claim(struct gp_pdf *p, const char *place, xmlNode *root, const char *ns,
            const char *what)
{
	struct gp_str part = property(p, root, ns, "part");

	if (part.n != 1 || !gp_is_digit(part.p[0]) || part.p[0] == '0')
		gp_found(p->in, GP_CHECK_PDF_CLAIM, place, 0,
		         "XMP claims no part of %s", what);
}

static void
check_xmp(struct gp_pdf *p, const char *place, struct gp_str bytes)
{
	xmlDoc *doc = gp_dom_read(p->in, place, bytes);
	xmlNode *root;

	if (!doc)
		return;
	root = xmlDocGetRootElement(doc);
	if (!property(p, root, DC, "title").n)
		gp_found(p->in, GP_CHECK_PDF_TITLE, place, 0,
		         "the document has no title");
	check_claim(p, place, root, PDFAID, "PDF/A");
	check_claim(p, place, root, PDFUAID, "PDF/UA");
	check_pairs(p, place, root);
	xmlFreeDoc(doc);
}

/* ISO 14289-1, 7.1; ISO 19005-2, 6.6.2: readable without a filter. */
void
gp_pdf_metadata(struct gp_pdf *p)
{
	struct gp_pdf_value *v = gp_pdf_find(p, p->catalog, "Metadata");
	struct gp_str stream = gp_pdf_stream(v);
	char place[32];

	gp_format(place, sizeof place, "object %u 0",
	          v ? v->number : p->catalog->number);
	if (!stream.p || gp_pdf_raw(p, v, "Filter")) {
		gp_found(p->in, GP_CHECK_PDF_XMP, place, 0,
		         "there are no XMP metadata, or they are filtered");
		return;
	}
	check_xmp(p, place, stream);
}
