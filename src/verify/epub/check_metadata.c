/* What a package document says of the book (EPUB 3.3, 5.5; EPUB
   Accessibility 1.1), and whether that is so as far as the content shows it.
   A claim that only a person can make, such as conformance, is looked at for
   its form. */
#include "verify/epub/book.h"

#include "base/date.h"
#include "base/text/lang.h"

#define OPF_NS "http://www.idpf.org/2007/opf"
#define DC_NS "http://purl.org/dc/elements/1.1/"

/* ---- reading ---- */

/* The first element after `after` (NULL: the first of all) with words. */
static xmlNode *
next_dc(const struct gp_book *b, xmlNode *after, const char *name)
{
	xmlNode *n = after ? gp_dom_sibling(after) : gp_dom_child(b->metadata);

	while (n && !gp_dom_is(n, DC_NS, name))
		n = gp_dom_sibling(n);
	return n;
}

static bool
is_meta(const xmlNode *n, const char *property)
{
	return gp_dom_is(n, OPF_NS, "meta") &&
	       gp_str_eq(gp_dom_attr(n, NULL, "property"), gp_str(property));
}

static xmlNode *
next_meta(const struct gp_book *b, xmlNode *after, const char *property)
{
	xmlNode *n = after ? gp_dom_sibling(after) : gp_dom_child(b->metadata);

	while (n && !is_meta(n, property))
		n = gp_dom_sibling(n);
	return n;
}

/* ---- who it is ---- */

static void
check_required(struct gp_book *b, const char *name)
{
	xmlNode *n = next_dc(b, NULL, name);

	if (!n || gp_dom_text(b->in, n).n == 0)
		gp_found(b->in, GP_CHECK_OPF_METADATA, b->opf,
		         gp_dom_line(n ? n : b->metadata),
		         "there is no dc:%s, or it is empty", name);
}

static void
check_identifier(struct gp_book *b)
{
	struct gp_str id =
		gp_dom_attr(b->metadata->parent, NULL, "unique-identifier");
	xmlNode *n = NULL;

	while ((n = next_dc(b, n, "identifier")) != NULL)
		if (id.n && gp_str_eq(gp_dom_attr(n, NULL, "id"), id)) {
			b->identifier = gp_dom_text(b->in, n);
			return;
		}
	gp_found(b->in, GP_CHECK_OPF_IDENTIFIER, b->opf,
	         gp_dom_line(b->metadata->parent),
	         "unique-identifier=\"%.*s\" names no identifier", GP_ARG(id));
}

/* EPUB 3.3, 5.5.6: to the second, in UTC. */
static void
check_modified(struct gp_book *b)
{
	xmlNode *n = next_meta(b, NULL, "dcterms:modified");
	struct gp_str text;

	if (!n || next_meta(b, n, "dcterms:modified")) {
		gp_found(b->in, GP_CHECK_OPF_MODIFIED, b->opf,
		         gp_dom_line(n ? n : b->metadata),
		         "dcterms:modified is %s",
		         n ? "given twice" : "missing");
		return;
	}
	text = gp_dom_text(b->in, n);
	if (text.n != 20 || text.p[19] != 'Z' || !gp_is_timestamp(text))
		gp_found(b->in, GP_CHECK_OPF_MODIFIED, b->opf, gp_dom_line(n),
		         "dcterms:modified is not CCYY-MM-DDThh:mm:ssZ");
}

static void
check_languages(struct gp_book *b)
{
	xmlNode *n = NULL;
	struct gp_str text;

	while ((n = next_dc(b, n, "language")) != NULL) {
		text = gp_dom_text(b->in, n);
		if (text.n && !gp_lang_ok(text))
			gp_found(b->in, GP_CHECK_OPF_LANGUAGE, b->opf,
			         gp_dom_line(n), "%.*s is no language tag",
			         GP_ARG(text));
	}
	for (n = b->metadata; n; n = gp_dom_next(n, b->metadata->parent)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		text = gp_dom_attr(n, (const char *)XML_XML_NAMESPACE, "lang");
		if (text.n && !gp_lang_ok(text))
			gp_found(b->in, GP_CHECK_OPF_LANGUAGE, b->opf,
			         gp_dom_line(n), "%.*s is no language tag",
			         GP_ARG(text));
	}
}

static void
check_dates(struct gp_book *b)
{
	struct gp_date date;
	xmlNode *n = NULL;

	while ((n = next_dc(b, n, "date")) != NULL)
		if (!gp_date_parse(gp_dom_text(b->in, n), &date))
			gp_found(b->in, GP_CHECK_OPF_DATE, b->opf,
			         gp_dom_line(n), "dc:date is no date");
}

/* EPUB 3.3, D.1: prefixes that need no declaration. */
static void
check_prefixes(struct gp_book *b)
{
	struct gp_str declared =
		gp_dom_attr(b->metadata->parent, NULL, "prefix");
	struct gp_str property, prefix;
	xmlNode *n;

	for (n = gp_dom_child(b->metadata); n; n = gp_dom_sibling(n)) {
		if (!gp_dom_is(n, OPF_NS, "meta") &&
		    !gp_dom_is(n, OPF_NS, "link"))
			continue;
		property = gp_dom_attr(n, NULL,
		                       n->name[0] == 'm' ? "property" : "rel");
		if (gp_str_find(property, GP_STR(":"), 0) == property.n)
			continue;
		(void)gp_str_split(&property, ':', &prefix);
		if (!gp_is_word_of(prefix, "a11y dcterms marc media onix "
		                           "rendition schema xsd") &&
		    !gp_has_word(declared,
		                 gp_arena_printf(b->in->arena,
		                                 "%.*s:", GP_ARG(prefix))
		                         .p))
			gp_found(b->in, GP_CHECK_OPF_PREFIX, b->opf,
			         gp_dom_line(n),
			         "the prefix %.*s is not declared",
			         GP_ARG(prefix));
	}
}

/* ---- accessibility ---- */

#define FEATURES                                                                     \
	"ARIA annotations audioDescription braille captions ChemML closedCaptions "  \
	"describedMath displayTransformability fullRubyAnnotations "                 \
	"highContrastAudio highContrastDisplay horizontalWriting index "             \
	"largePrint latex longDescription longDescriptions MathML "                  \
	"MathML-chemistry none openCaptions pageBreakMarkers pageNavigation "        \
	"printPageNumbers readingOrder rubyAnnotations signLanguage "                \
	"structuralNavigation synchronizedAudioText tableOfContents "                \
	"tactileGraphic tactileObject taggedPDF timingControl transcript "           \
	"ttsMarkup unknown unlocked verticalWriting withAdditionalWordSegmentation " \
	"withoutAdditionalWordSegmentation alternativeText bookmarks"

#define HAZARDS                                                          \
	"flashing motionSimulation sound none unknown noFlashingHazard " \
	"noMotionSimulationHazard noSoundHazard unknownFlashingHazard "  \
	"unknownMotionSimulationHazard unknownSoundHazard"

#define MODES                                                                 \
	"auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual " \
	"mathOnVisual musicOnVisual tactile textOnVisual textual visual"

/* What must be said, and in which words (schema.org's vocabulary of
   accessibility properties); NULL: any. */
static const struct {
	const char *property, *words;
} wanted[] = {
	{ "schema:accessMode", MODES },
	{ "schema:accessModeSufficient", NULL },
	{ "schema:accessibilityFeature", FEATURES },
	{ "schema:accessibilityHazard", HAZARDS },
	{ "schema:accessibilitySummary", NULL },
};

static void
check_wanted(struct gp_book *b)
{
	struct gp_str text;
	xmlNode *n;
	size_t i;

	for (i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
		n = next_meta(b, NULL, wanted[i].property);
		if (!n)
			gp_found(b->in, GP_CHECK_A11Y_MISSING, b->opf,
			         gp_dom_line(b->metadata), "%s is not given",
			         wanted[i].property);
		for (; n && wanted[i].words;
		     n = next_meta(b, n, wanted[i].property)) {
			text = gp_dom_text(b->in, n);
			if (!gp_is_word_of(text, wanted[i].words))
				gp_found(b->in, GP_CHECK_A11Y_VALUE, b->opf,
				         gp_dom_line(n),
				         "%.*s is no value of %s", GP_ARG(text),
				         wanted[i].property);
		}
	}
}

/* EPUB Accessibility 1.1, 4.3: a claim names its certifier. */
static void
check_certifier(struct gp_book *b)
{
	xmlNode *n = NULL;

	while ((n = next_meta(b, n, "dcterms:conformsTo")) != NULL) {
		struct gp_str text = gp_dom_text(b->in, n);

		if (gp_str_find(text, GP_STR("EPUB Accessibility"), 0) <
		            text.n &&
		    !next_meta(b, NULL, "a11y:certifiedBy"))
			gp_found(b->in, GP_CHECK_A11Y_CERTIFIER, b->opf,
			         gp_dom_line(n),
			         "conformance is claimed and nobody certifies "
			         "it");
	}
}

void
gp_book_metadata(struct gp_book *b)
{
	xmlNode *language;

	check_required(b, "title");
	check_required(b, "language");
	check_required(b, "identifier");
	check_identifier(b);
	check_modified(b);
	check_languages(b);
	check_dates(b);
	check_prefixes(b);
	check_wanted(b);
	check_certifier(b);
	language = next_dc(b, NULL, "language");
	if (language)
		b->language = gp_dom_text(b->in, language);
}

/* ---- claims against content ---- */

static xmlNode *
find_claim(struct gp_book *b, const char *property, const char *value)
{
	xmlNode *n = NULL;

	while ((n = next_meta(b, n, property)) != NULL)
		if (gp_str_eq(gp_dom_text(b->in, n), gp_str(value)))
			return n;
	return NULL;
}

/* A claim that must be made exactly when it is true. */
static void
check_claim(struct gp_book *b, const char *property, const char *value,
            bool is_true, bool may_be_silent)
{
	xmlNode *n = find_claim(b, property, value);

	if (n && !is_true)
		gp_found(b->in, GP_CHECK_A11Y_UNTRUE, b->opf, gp_dom_line(n),
		         "%s is claimed and is not so", value);
	if (!n && is_true && !may_be_silent)
		gp_found(b->in, GP_CHECK_A11Y_UNCLAIMED, b->opf,
		         gp_dom_line(b->metadata), "%s %s is not claimed",
		         property, value);
}

void
gp_book_claims(struct gp_book *b)
{
	static const char feature[] = "schema:accessibilityFeature";
	static const char mode[] = "schema:accessMode";
	bool no_alt = b->holds & GP_HAS_NO_ALT;
	bool picture =
		b->holds & (GP_HAS_PICTURE | GP_HAS_NO_ALT | GP_HAS_COVER);
	bool pages = b->links[GP_LINK_PAGE] != NULL;

	check_claim(b, feature, "alternativeText",
	            (b->holds & GP_HAS_PICTURE) && !no_alt, true);
	check_claim(b, feature, "tableOfContents",
	            b->links[GP_LINK_TOC] != NULL, false);
	check_claim(b, feature, "structuralNavigation",
	            b->holds & GP_HAS_HEADING, true);
	check_claim(b, feature, "pageNavigation", pages, false);
	check_claim(b, feature, "pageBreakMarkers", b->holds & GP_HAS_PAGEBREAK,
	            false);
	check_claim(b, feature, "printPageNumbers", pages, true);
	check_claim(b, mode, "visual", picture, true);
	check_claim(b, mode, "textual", b->holds & GP_HAS_TEXT, false);
	check_claim(b, "schema:accessModeSufficient", "textual", !no_alt, true);
	if (pages && !next_meta(b, NULL, "pageBreakSource") &&
	    !next_meta(b, NULL, "a11y:pageBreakSource") &&
	    !next_meta(b, NULL, "source-of"))
		gp_found(b->in, GP_CHECK_A11Y_PAGES, b->opf,
		         gp_dom_line(b->metadata),
		         "there are page numbers and no pageBreakSource");
}
