/* What the package document says of accessibility (EPUB Accessibility 1.1,
   2.2 and 3.5; names of schema.org): what is true of this pack, found by
   looking at it.  That it conforms to a standard is for a person to say: it
   is written when pack.yaml does, in its words, and never else. */
#include "write/epub/epub_book.h"

#include "base/text/uri.h"

static void
feature(struct gp_xml *x, const char *name)
{
	gp_epub_meta(x, "schema:accessibilityFeature", gp_str(name));
}

/* Text alone is enough when every picture has words. */
static void
modes(const struct gp_epub *ep, struct gp_xml *x)
{
	gp_epub_meta(x, "schema:accessMode", GP_STR("textual"));
	if (ep->shown.first)
		gp_epub_meta(x, "schema:accessMode", GP_STR("visual"));
	gp_epub_meta(x, "schema:accessModeSufficient",
	             ep->shown.lacks_alt ? GP_STR("textual,visual")
	                                 : GP_STR("textual"));
}

static void
features(const struct gp_epub *ep, struct gp_xml *x)
{
	static const char *const always[] = {
		"ARIA",
		"displayTransformability",
		"readingOrder",
		"structuralNavigation",
		"tableOfContents",
	};
	size_t i;

	for (i = 0; i < sizeof always / sizeof *always; i++)
		feature(x, always[i]);
	if (!ep->shown.lacks_alt)
		feature(x, "alternativeText");
	if (ep->print.count) {
		feature(x, "pageBreakMarkers");
		feature(x, "pageNavigation");
	}
}

static void
sentence(const struct gp_epub *ep, struct gp_xml *x, bool wanted,
         enum gp_word words)
{
	if (!wanted)
		return;
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, gp_word(ep->pack->labels, words));
}

static void
summary(const struct gp_epub *ep, struct gp_xml *x)
{
	struct gp_str given = ep->pack->info.accessibility.summary;

	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "property", "schema:accessibilitySummary");
	gp_xml_text(x,
	            given.n ? given : gp_word(ep->pack->labels, GP_W_SUMMARY));
	if (given.n == 0) {
		sentence(ep, x, ep->shown.first && !ep->shown.lacks_alt,
		         GP_W_SUMMARY_ALT);
		sentence(ep, x, ep->shown.lacks_alt, GP_W_SUMMARY_NO_ALT);
		sentence(ep, x, ep->shown.lacks_pictures, GP_W_SUMMARY_IMAGES);
		sentence(ep, x, ep->print.count > 0, GP_W_SUMMARY_PAGES);
	}
	gp_xml_close(x);
}

/* "The printed digest of this pack, digital-government-briefing.pdf" */
static void
page_source(const struct gp_epub *ep, struct gp_xml *x)
{
	if (ep->print.count == 0)
		return;
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "property", "pageBreakSource");
	gp_xml_text(x, gp_word(ep->pack->labels, GP_W_PAGE_SOURCE));
	gp_xml_text(x, GP_STR(", "));
	gp_xml_text(x, ep->pack->info.name);
	gp_xml_text(x, GP_STR(".pdf"));
	gp_xml_close(x);
}

/* ---- what a person has found ---- */

static void
claim(struct gp_xml *x, const char *property, const char *id,
      const char *refines, struct gp_str value)
{
	if (value.n == 0)
		return;
	gp_xml_open(x, "meta");
	gp_xml_attrz(x, "property", property);
	gp_xml_attrz(x, "id", id);
	if (refines)
		gp_xml_attrz(x, "refines", refines);
	gp_xml_text(x, value);
	gp_xml_close(x);
}

/* Who certified says what was certified, and a credential or a report is that
   of the certifier: without the one, the other says nothing. */
static void
claims(const struct gp_accessibility *a, struct gp_xml *x)
{
	struct gp_buf url = { .max = 0 };

	claim(x, "dcterms:conformsTo", "conformance", NULL, a->conforms_to);
	claim(x, "a11y:certifiedBy", "certifier",
	      a->conforms_to.n ? "#conformance" : NULL, a->certified_by);
	if (a->certified_by.n == 0)
		return;
	claim(x, "a11y:certifierCredential", "credential", "#certifier",
	      a->credential);
	if (gp_url(a->report, &url)) {
		gp_xml_open(x, "link");
		gp_xml_attrz(x, "rel", "a11y:certifierReport");
		gp_xml_attrz(x, "refines", "#certifier");
		gp_xml_attr(x, "href", gp_buf_view(&url));
		gp_xml_close(x);
	}
	gp_xml_need_buf(x, &url);
	gp_buf_free(&url);
}

void
gp_epub_accessibility(const struct gp_epub *ep, struct gp_xml *x)
{
	modes(ep, x);
	features(ep, x);
	gp_epub_meta(x, "schema:accessibilityHazard", GP_STR("none"));
	summary(ep, x);
	page_source(ep, x);
	claims(&ep->pack->info.accessibility, x);
}
