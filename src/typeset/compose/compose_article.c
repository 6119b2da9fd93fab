/* An article from its head to its foot: source and date, title, standfirst,
   byline, its body, its notes, its address.  What the fields say was decided
   when it was normalised; one that is not there leaves no gap.  What it
   shares with other articles is compose_related.c's matter. */
#include "typeset/compose/compose_parts.h"

#include "base/text/bidi.h"
#include "base/text/lang.h"
#include "base/text/uri.h"
#include "base/utf8.h"
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "wording/line_parts.h"
#include "wording/printed_address.h"
#include "wording/printed_fields.h"
#include "typeset/compose/notes.h"

/* ---- facts ---- */

struct facts {
	struct gp_buf text;
	bool apart; /* some of it runs from right to left: each by itself */
};

static void
join_fact(struct facts *f, struct gp_str part)
{
	if (part.n == 0)
		return;
	if (f->text.len)
		gp_buf_puts(&f->text, GP_LINE_DOT);
	gp_put_apart(&f->text, f->apart, part);
}

/* "23 September 2015", "Updated 23 September 2015" */
static void
join_date(struct facts *f, const struct gp_dateline *date,
          const struct gp_labels *l)
{
	struct gp_buf words = { .max = 0 };

	if (date->date.precision == GP_NO_DATE)
		return;
	if (date->role == GP_PUBLISHED)
		gp_day_put(l, &date->date, &words);
	else
		gp_day_fill(l,
		            date->role == GP_MODIFIED ? GP_W_UPDATED_ON
		                                      : GP_W_POSTED_ON,
		            &date->date, &words);
	join_fact(f, gp_buf_view(&words));
	gp_buf_inherit(&f->text, &words);
	gp_buf_free(&words);
}

/* "printed on page 7 · circulation 120,450" */
static void
join_printed(struct facts *f, const struct gp_doc *doc,
             const struct gp_labels *l)
{
	struct gp_buf words = { .max = 0 };

	gp_printed_place_put(doc, l, &words);
	join_fact(f, gp_buf_view(&words));
	gp_buf_inherit(&f->text, &words);
	gp_buf_free(&words);
}

struct gp_str
gp_compose_facts(struct gp_flow *f, const struct gp_doc *doc, bool printed)
{
	struct facts facts = {
		.apart = gp_bidi_turns(doc->source.name) ||
		         gp_lang_is_rtl(doc->lang) || gp_labels_rtl(f->labels),
	};
	size_t minutes = gp_reading_minutes(gp_doc_words_to_read(doc));

	join_fact(&facts, gp_str_trim(doc->source.name));
	join_date(&facts, &doc->date, f->labels);
	if (printed)
		join_printed(&facts, doc, f->labels);
	if (minutes)
		join_fact(&facts, gp_word_number(f->labels, GP_W_MINUTES,
		                                 minutes, f->arena));
	return gp_arena_buf(f->arena, &facts.text);
}

/* ---- the head ---- */

static uint32_t
article_element(struct gp_composer *c, uint32_t parent, enum gp_tag tag)
{
	return gp_tree_element(&c->flow->tree, parent, tag);
}

/* A title of many words is set smaller, so that it is no poster. */
static void
add_title(struct gp_flow *f, struct gp_str title, uint32_t element)
{
	enum { MANY_LETTERS = 90, FIFTHS = 4 };
	const struct gp_role_style *role =
		&f->style->roles[GP_ROLE_ARTICLE_TITLE];
	struct gp_role_style small = *role;
	struct gp_block block = gp_flow_block(f, GP_ROLE_ARTICLE_TITLE);
	struct gp_voice voice;

	if (gp_str_trim(title).n == 0 || !block.cells)
		return;
	if (gp_utf8_count(title) > MANY_LETTERS) {
		small.size = role->size / 5 * FIFTHS;
		small.leading = role->leading / 5 * FIFTHS;
	}
	voice = gp_voice_of(&small, element);
	gp_flow_begin(f, GP_ROLE_ARTICLE_TITLE, 0);
	if (f->text.para) {
		f->text.para->size = small.size;
		f->text.para->leading = small.leading;
	}
	gp_para_add(&f->text, &voice, title);
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.leading = small.leading;
	(void)gp_flow_add(f, &block);
}

static void
add_byline(struct gp_composer *c, const struct gp_doc *doc, uint32_t art)
{
	struct gp_buf who = { .max = 0 }, line = { .max = 0 };
	bool apart = gp_lang_is_rtl(c->flow->lang);

	gp_byline_text(doc, c->flow->labels, &who);
	if (gp_str_trim(gp_buf_view(&who)).n) {
		gp_put_apart(&line, apart, gp_word(c->flow->labels, GP_W_BY));
		gp_buf_putc(&line, ' ');
		gp_put_apart(&line, apart, gp_buf_view(&who));
	}
	gp_buf_inherit(&line, &who);
	gp_buf_free(&who);
	(void)gp_flow_words(c->flow, GP_ROLE_ARTICLE_BYLINE,
	                    article_element(c, art, GP_TAG_P),
	                    gp_arena_buf(c->flow->arena, &line));
}

/* Under a bar, for everybody to see before the text. */
static void
add_correction(struct gp_composer *c, const struct gp_correction *note,
               uint32_t art)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_NOTE];
	struct gp_voice voice = gp_voice_of(
				role, article_element(c, art, GP_TAG_NOTE)),
			strong = voice;
	struct gp_block block = gp_flow_block(f, GP_ROLE_NOTE);
	struct gp_buf label = { .max = 0 };

	if (!block.cells)
		return;
	strong.face = gp_face_number(role->family, true, false);
	gp_day_fill(f->labels, GP_W_CORRECTION_ON, &note->date, &label);
	gp_buf_str(&label, gp_word(f->labels, GP_W_COLON));
	gp_flow_begin(f, GP_ROLE_NOTE, 0);
	gp_para_add(&f->text, &strong, gp_arena_buf(f->arena, &label));
	gp_para_add(&f->text, &voice, note->note);
	block.cells[0] = gp_flow_cell(f, f->style->quote_indent);
	block.bar = 0;
	block.colour = f->style->accent;
	(void)gp_flow_add(f, &block);
}

/* In the language of the pack, whose editor says so. */
static void
add_corrections(struct gp_composer *c, const struct gp_entry *entry,
                uint32_t art)
{
	const struct gp_labels *labels = c->flow->labels;
	struct gp_str lang = c->flow->lang;
	uint32_t element = art;
	size_t i;

	if (entry->n_notes == 0)
		return;
	c->flow->lang = c->pack->info.lang;
	c->flow->labels = c->pack->labels;
	if (!gp_str_eq(lang, c->flow->lang)) {
		element = article_element(c, art, GP_TAG_DIV);
		if (element != GP_NONE)
			c->flow->tree.elements[element].lang = c->flow->lang;
	}
	for (i = 0; i < entry->n_notes; i++)
		add_correction(c, &entry->notes[i], element);
	if (c->flow->n_blocks)
		c->flow->blocks[c->flow->n_blocks - 1].after +=
			c->flow->style->roles[GP_ROLE_BODY].leading / 2;
	c->flow->lang = lang;
	c->flow->labels = labels;
}

/* A rule parts the head from the body. */
static void
end_head(struct gp_flow *f)
{
	struct gp_block *last;

	if (f->n_blocks == 0)
		return;
	last = &f->blocks[f->n_blocks - 1];
	last->keep = true;
	last->rules |= GP_RULE_BELOW;
	last->rule_gap += last->rule_gap / 2;
	last->after = f->style->roles[GP_ROLE_BODY].leading * 3 / 2;
}

static void
add_head(struct gp_composer *c, size_t i, uint32_t art)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	size_t first = f->n_blocks;

	(void)gp_flow_words(f, GP_ROLE_ARTICLE_SOURCE,
	                    article_element(c, art, GP_TAG_P),
	                    gp_compose_facts(f, doc, true));
	add_title(f, gp_title_text(doc, c->pack->labels),
	          article_element(c, art, GP_TAG_H2));
	(void)gp_flow_words(f, GP_ROLE_ARTICLE_STANDFIRST,
	                    article_element(c, art, GP_TAG_P),
	                    doc->standfirst.text);
	add_byline(c, doc, art);
	end_head(f);
	if (first >= f->n_blocks)
		return;
	f->blocks[first].place = c->places[i];
	gp_compose_opener(f, &f->blocks[first], i == 0);
	add_corrections(c, &c->pack->entries[i], art);
}

/* ---- the whole ---- */

static void
add_address(struct gp_composer *c, const struct gp_doc *doc, uint32_t art)
{
	struct gp_flow *f = c->flow;
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	struct gp_voice voice = gp_voice_of(role,
	                                    article_element(c, art, GP_TAG_P)),
			link;
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);
	bool apart = gp_lang_is_rtl(f->lang);

	/* Where the text only says where it is, its note has the address. */
	if (gp_str_trim(doc->url.text).n == 0 || !block.cells ||
	    (doc->stands_in && gp_web_scheme(doc->url.text)))
		return;
	gp_flow_begin(f, GP_ROLE_END_TEXT, doc->url.at.first);
	if (apart)
		gp_para_add(&f->text, &voice, GP_STR(GP_FIRST_STRONG_ISOLATE));
	gp_para_add(&f->text, &voice, gp_word(f->labels, GP_W_ORIGINAL_AT));
	gp_para_add(&f->text, &voice, GP_STR(" "));
	link = gp_flow_link(f, &voice, doc->url.text);
	gp_para_add(&f->text, &link,
	            gp_printed_address(doc->url.text, f->arena));
	if (apart)
		gp_para_add(&f->text, &voice, GP_STR(GP_POP_ISOLATE));
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.before = role->leading;
	(void)gp_flow_add(f, &block);
}

static void
add_licence(struct gp_composer *c, const struct gp_doc *doc, uint32_t art)
{
	if (doc->licence.words.n)
		(void)gp_flow_words(c->flow, GP_ROLE_END_TEXT,
		                    article_element(c, art, GP_TAG_P),
		                    doc->licence.words);
}

static struct gp_str
section_of(const struct gp_pack *pack, size_t i)
{
	size_t section = pack->entries[i].section;

	return section == GP_NO_SECTION ? GP_STR("") : pack->sections[section];
}

void
gp_compose_article(struct gp_composer *c, size_t i, uint32_t parent,
                   unsigned level)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	uint32_t art = article_element(c, parent, GP_TAG_ART);
	size_t first = f->n_blocks, k;

	f->lang = gp_lang_ok(doc->lang) ? doc->lang : c->pack->info.lang;
	f->labels = c->pack->entries[i].labels;
	f->file = doc->input.file.n ? doc->input.file.p : "";
	if (art != GP_NONE && gp_lang_ok(doc->lang) &&
	    !gp_str_eq(doc->lang, c->pack->info.lang))
		f->tree.elements[art].lang = doc->lang;
	(void)gp_flow_title(f, gp_title_text(doc, c->pack->labels),
	                    section_of(c->pack, i));
	gp_notes_begin(f);
	add_head(c, i, art);
	f->narrow = true;
	gp_compose_body(f, doc, GP_ROLE_BODY, art, level + 1);
	gp_notes_print(f, art);
	add_address(c, doc, art);
	add_licence(c, doc, art);
	gp_compose_related(c, i, parent);
	f->narrow = false;
	for (k = first; k < f->n_blocks; k++)
		f->blocks[k].body = true;
}
