/* What elements say they are: epub:type (EPUB 3 Structural Semantics
   Vocabulary 1.1) and role (WAI-ARIA 1.2, DPUB-ARIA 1.1), and whether the
   two agree.  That an element is what it says is not looked into. */
#include "verify/epub/book.h"

static const char aria_roles[] =
	"alert alertdialog application article banner blockquote button "
	"caption cell checkbox code columnheader combobox complementary "
	"contentinfo definition deletion dialog directory document emphasis "
	"feed figure form generic grid gridcell group heading img image "
	"insertion link list listbox listitem log main mark marquee math menu "
	"menubar menuitem meter navigation none note option paragraph "
	"presentation progressbar radio radiogroup region row rowgroup "
	"rowheader scrollbar search separator slider status strong subscript "
	"suggestion superscript switch tab table tablist tabpanel term textbox "
	"time timer toolbar tooltip tree treegrid treeitem";

static const char doc_roles[] =
	"doc-abstract doc-acknowledgments doc-afterword doc-appendix "
	"doc-backlink doc-biblioentry doc-bibliography doc-biblioref "
	"doc-chapter doc-colophon doc-conclusion doc-cover doc-credit "
	"doc-credits doc-dedication doc-endnote doc-endnotes doc-epigraph "
	"doc-epilogue doc-errata doc-example doc-footnote doc-foreword "
	"doc-glossary doc-glossref doc-index doc-introduction doc-noteref "
	"doc-notice doc-pagebreak doc-pagefooter doc-pageheader doc-pagelist "
	"doc-part doc-preface doc-prologue doc-pullquote doc-qna doc-subtitle "
	"doc-tip doc-toc";

static const char types[] =
	"abstract acknowledgments afterword answer answers appendix aside "
	"assessment assessments backlink backmatter balloon biblioentry "
	"bibliography biblioref bodymatter bridgehead case-study chapter "
	"colophon concluding-sentence conclusion contributors copyright-page "
	"cover covertitle credit credits dedication division endnote endnotes "
	"epigraph epilogue errata example feedback figure "
	"fill-in-the-blank-problem footnote footnotes foreword frontmatter "
	"fulltitle general-problem glossary glossdef glossref glossterm "
	"halftitle halftitlepage imprimatur imprint index index-editor-note "
	"index-entry index-entry-list index-group index-headnotes "
	"index-legend index-locator index-locator-list index-locator-range "
	"index-term index-term-categories index-term-category "
	"index-xref-preferred index-xref-related introduction keyword keywords "
	"label landmarks learning-objective learning-objectives "
	"learning-outcome learning-outcomes learning-resource "
	"learning-resources learning-standard learning-standards list "
	"list-item loa loi lot lov match-problem multiple-choice-problem "
	"noteref notice ordinal other-credits page-list pagebreak panel "
	"panel-group part practice practices preamble preface prologue "
	"pullquote qna question referrer revision-history rearnote rearnotes "
	"seriespage sound-area subchapter subtitle table table-cell table-row "
	"text-area tip title titlepage toc toc-brief topic-sentence "
	"true-false-problem volume";

/* Types whose role is doc- and their own name, and that may carry it on any
   element that holds a part of the text. */
static const char with_role[] =
	"abstract acknowledgments afterword appendix bibliography chapter "
	"colophon conclusion credits dedication endnotes epigraph epilogue "
	"errata example foreword glossary index introduction noteref notice "
	"pagebreak part preface prologue pullquote qna subtitle tip footnote";

static bool
in_nav(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (gp_dom_is(node, GP_NS_XHTML, "nav"))
			return true;
	return false;
}

static void
check_role_of(struct gp_book *b, const char *place, const xmlNode *node,
              struct gp_str type, struct gp_str role)
{
	struct gp_str wanted;

	if (!gp_is_word_of(type, with_role) ||
	    gp_is_word_of(gp_dom_name(node), "body dl li img") || in_nav(node))
		return;
	wanted = gp_arena_printf(b->in->arena, "doc-%.*s", GP_ARG(type));
	if (!gp_has_word(role, wanted.p))
		gp_found(b->in, GP_CHECK_HTML_ROLE_MISSING, place,
		         gp_dom_line(node),
		         "epub:type=\"%.*s\" stands without role=\"%s\"",
		         GP_ARG(type), wanted.p);
}

/* Prefixes that content documents need not declare. */
static bool
type_is_known(const xmlNode *node, struct gp_str type)
{
	struct gp_str rest = type, prefix, declared;

	if (gp_str_find(type, GP_STR(":"), 0) == type.n)
		return gp_is_word_of(type, types);
	(void)gp_str_split(&rest, ':', &prefix);
	if (gp_is_word_of(prefix, "msv prism z3998"))
		return true;
	declared = gp_dom_attr(xmlDocGetRootElement(node->doc), GP_NS_OPS,
	                       "prefix");
	return gp_str_find(declared, prefix, 0) < declared.n;
}

void
gp_book_roles(struct gp_book *b, const char *place, xmlNode *node)
{
	struct gp_str role = gp_dom_attr(node, NULL, "role");
	struct gp_str list = gp_dom_attr(node, GP_NS_OPS, "type"), word;

	while (gp_str_word(&list, &word)) {
		if (!type_is_known(node, word))
			gp_found(b->in, GP_CHECK_HTML_TYPE, place,
			         gp_dom_line(node),
			         "%.*s is not of the structure vocabulary",
			         GP_ARG(word));
		check_role_of(b, place, node, word, role);
	}
	list = role;
	while (gp_str_word(&list, &word))
		if (!gp_is_word_of(word, aria_roles) &&
		    !gp_is_word_of(word, doc_roles))
			gp_found(b->in, GP_CHECK_HTML_ROLE, place,
			         gp_dom_line(node), "%.*s is no role",
			         GP_ARG(word));
}
