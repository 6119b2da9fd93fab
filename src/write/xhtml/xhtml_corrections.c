/* A paragraph a note, its label and day in front.  The notes are in the
   language of the pack, whose editor wrote them, whatever the article's is.
   Neither files nor other parts of a page are known here. */
#include "write/xhtml/xhtml_corrections.h"

#include "base/text/lang.h"
#include "wording/day_words.h"
#include "write/xhtml/page_elements.h"
#include "write/xhtml/xhtml.h"

/* True when the words round it are in another language. */
static bool
is_apart(const struct gp_entry *entry, struct gp_str lang)
{
	return entry->doc->lang.n && !gp_str_eq(entry->doc->lang, lang);
}

/* Words from left to right in a page that runs the other way say so. */
static void
mark_apart(struct gp_xml *x, const struct gp_entry *entry, struct gp_str lang)
{
	if (!is_apart(entry, lang))
		return;
	gp_xhtml_lang(x, lang);
	if (gp_lang_is_rtl(entry->doc->lang) && !gp_lang_is_rtl(lang))
		gp_xml_attrz(x, "dir", "ltr");
}

static void
write_note(struct gp_xml *x, const struct gp_correction *note,
           struct gp_str lang, const struct gp_labels *l)
{
	struct gp_str colon = gp_word(l, GP_W_COLON);
	struct gp_buf label = { .max = 0 };

	gp_day_fill(l, GP_W_CORRECTION_ON, &note->date, &label);
	gp_buf_str(&label, gp_str_sub(colon, 0, colon.n - 1));
	gp_xml_open(x, "strong");
	gp_xhtml_own_words(x, l, lang);
	gp_xhtml_words(x, gp_buf_view(&label));
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR(" "));
	gp_xml_text(x, note->note);
	gp_xml_need_buf(x, &label);
	gp_buf_free(&label);
}

void
gp_xhtml_corrections_plain(struct gp_xml *x, const struct gp_entry *entry,
                           struct gp_str lang, const struct gp_labels *l)
{
	size_t i;

	for (i = 0; i < entry->n_notes; i++) {
		gp_xml_open(x, "p");
		mark_apart(x, entry, lang);
		write_note(x, &entry->notes[i], lang, l);
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR("\n"));
	}
}

void
gp_xhtml_corrections(struct gp_xml *x, const struct gp_entry *entry,
                     struct gp_str lang, const struct gp_labels *l)
{
	size_t i;

	if (entry->n_notes == 0)
		return;
	gp_xml_open(x, "section");
	gp_xml_attrz(x, "class", "corrections");
	gp_xml_attrz(x, "epub:type", "errata");
	gp_xml_attrz(x, "role", "doc-errata");
	gp_xml_attr(x, "aria-label", gp_word(l, GP_W_CORRECTION));
	mark_apart(x, entry, lang);
	gp_xml_text(x, GP_STR("\n"));
	for (i = 0; i < entry->n_notes; i++) {
		gp_xml_open(x, "p");
		write_note(x, &entry->notes[i], lang, l);
		gp_xml_close_full(x);
		gp_xml_text(x, GP_STR("\n"));
	}
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("\n"));
}

void
gp_corrections_text(const struct gp_entry *entry, const struct gp_labels *l,
                    struct gp_buf *out)
{
	const struct gp_correction *note = entry->notes;
	size_t i;

	for (i = 0; i < entry->n_notes; i++, note++) {
		if (out->len)
			gp_buf_putc(out, '\n');
		gp_day_fill(l, GP_W_CORRECTION_ON, &note->date, out);
		gp_buf_str(out, gp_word(l, GP_W_COLON));
		gp_buf_str(out, note->note);
	}
}
