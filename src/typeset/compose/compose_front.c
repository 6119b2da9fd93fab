/* The front of the digest: cover, editor's note, contents with the numbers
   of pages, which are asked for here and filled in when they are known.  It
   takes titles, sources and counts of the articles, and none of their text. */
#include "typeset/compose/compose_parts.h"
#include "typeset/compose/notes.h"

#include "base/map.h"
#include "wording/day_words.h"
#include "wording/issue_words.h"
#include "wording/line_parts.h"
#include "wording/printed_fields.h"

static uint32_t
front_element(struct gp_composer *c, uint32_t parent, enum gp_tag tag)
{
	return gp_tree_element(&c->flow->tree, parent, tag);
}

static uint32_t
add_front_words(struct gp_composer *c, enum gp_role role, uint32_t parent,
                enum gp_tag tag, struct gp_str words)
{
	return gp_flow_words(c->flow, role, front_element(c, parent, tag),
	                     words);
}

/* ---- cover ---- */

/* "5 articles · 2 named sources · 12 min read" */
static struct gp_str
count_words(struct gp_composer *c, size_t sources)
{
	const struct gp_pack *pack = c->pack;
	const struct gp_labels *l = pack->labels;
	size_t words = 0, i, n = pack->n_entries;
	struct gp_buf out = { .max = 0 };

	for (i = 0; i < n; i++)
		words += gp_doc_words_to_read(pack->entries[i].doc);
	gp_line_count(&out, l, GP_W_ARTICLES, n);
	if (sources)
		gp_line_count(&out, l, GP_W_NAMED_SOURCES, sources);
	if (words)
		gp_line_count(&out, l, GP_W_MINUTES, gp_reading_minutes(words));
	return gp_arena_buf(c->flow->arena, &out);
}

/* Names the sources of the articles, each once, in the order of the articles;
   returns how many there are. */
static size_t
name_sources(struct gp_composer *c, struct gp_buf *out)
{
	struct gp_map seen = { .arena = c->flow->arena };
	size_t count = 0, i;

	for (i = 0; i < c->pack->n_entries; i++) {
		struct gp_str name =
			gp_str_trim(c->pack->entries[i].doc->source.name);

		if (name.n == 0 || gp_map_find(&seen, name))
			continue;
		gp_map_put(&seen, name, c);
		if (++count > c->cover.sources)
			continue;
		if (count > 1)
			gp_buf_str(out, gp_word(c->pack->labels, GP_W_COMMA));
		gp_line_put(out, c->pack->labels, name);
	}
	return count;
}

size_t
gp_compose_sources(struct gp_composer *c)
{
	struct gp_buf names = { .max = 0 };
	size_t count = name_sources(c, &names);

	gp_buf_free(&names);
	return count;
}

/* "From Civil Service World, PublicTechnology and 3 more"; `*count` of them.
   What is not known of an article is no matter for a cover. */
static struct gp_str
source_words(struct gp_composer *c, size_t *count)
{
	const struct gp_labels *l = c->pack->labels;
	struct gp_buf names = { .max = 0 }, out = { .max = 0 };
	struct gp_hole hole = { "names", GP_STR("") };
	size_t left_out;

	*count = name_sources(c, &names);
	left_out = *count > c->cover.sources ? *count - c->cover.sources : 0;
	if (names.len && left_out) {
		gp_buf_putc(&names, ' ');
		gp_word_count(l, GP_W_AND_MORE, left_out, &names);
	}
	hole.words = gp_buf_view(&names);
	if (names.len)
		gp_word_fill(l, GP_W_FROM, &hole, 1, &out);
	gp_buf_inherit(&out, &names);
	gp_buf_free(&names);
	return gp_arena_buf(c->flow->arena, &out);
}

/* What a length of the cover loses where there is little room. */
static gp_len
less_of(const struct gp_composer *c, gp_len length)
{
	enum { FIFTHS = 5 };

	return length / FIFTHS * c->cover.smaller;
}

/* Title and subtitle in lines that are alike, in as many fifths of their size
   as the cover has room for, not under that of the text. */
static uint32_t
add_sized(struct gp_composer *c, enum gp_role role, uint32_t parent,
          enum gp_tag tag, struct gp_str words)
{
	struct gp_flow *f = c->flow;
	gp_len least = f->style->roles[GP_ROLE_BODY].size;
	struct gp_role_style small = f->style->roles[role];
	struct gp_block block = gp_flow_block(f, role);
	struct gp_voice voice;

	if (gp_str_trim(words).n == 0 || !block.cells)
		return GP_NONE;
	small.size -= less_of(c, small.size);
	if (small.size < least)
		small.size = least;
	small.leading = (gp_len)((int64_t)small.leading * small.size /
	                         f->style->roles[role].size);
	block.before -= less_of(c, block.before);
	voice = gp_voice_of(&small, front_element(c, parent, tag));
	gp_flow_begin(f, role, 0);
	if (f->text.para) {
		f->text.para->size = small.size;
		f->text.para->leading = small.leading;
		f->text.para->title = true;
	}
	gp_para_add(&f->text, &voice, words);
	block.cells[0] = gp_flow_cell(f, small.indent);
	block.leading = small.leading;
	return gp_flow_add(f, &block);
}

/* The organisation's line is there even when it is empty: what follows stands
   at the same height on every cover. */
static void
add_organisation(struct gp_composer *c, uint32_t sect)
{
	struct gp_flow *f = c->flow;
	struct gp_str name = gp_str_trim(c->pack->info.organisation);
	struct gp_block block;

	if (name.n) {
		(void)add_front_words(c, GP_ROLE_COVER_ORGANISATION, sect,
		                      GP_TAG_P, name);
		return;
	}
	block = gp_flow_block(f, GP_ROLE_COVER_ORGANISATION);
	(void)gp_flow_add(f, &block);
}

/* The line of a later edition; its block, or GP_NONE. */
static uint32_t
add_lead(struct gp_composer *c, enum gp_role role, uint32_t sect)
{
	struct gp_str lead = gp_compose_lead(c);

	return lead.n ? add_front_words(c, role, sect, GP_TAG_P, lead)
	              : GP_NONE;
}

/* Close under the date, which it belongs to. */
static void
add_cover_lead(struct gp_composer *c, uint32_t sect, uint32_t date)
{
	uint32_t block = add_lead(c, GP_ROLE_COVER_DATE, sect);

	if (block != GP_NONE && date != GP_NONE)
		c->flow->blocks[date].after = 0;
}

/* "Morning · Issued 07:00 UTC", under the date; the block that stands last. */
static uint32_t
add_issue(struct gp_composer *c, uint32_t sect, uint32_t date)
{
	uint32_t block = add_front_words(
		c, GP_ROLE_COVER_DATE, sect, GP_TAG_P,
		gp_issue_line(c->pack, c->date, c->flow->arena));

	if (block == GP_NONE)
		return date;
	if (date != GP_NONE)
		c->flow->blocks[date].after = 0;
	return block;
}

static void
compose_cover(struct gp_composer *c)
{
	const struct gp_pack_info *info = &c->pack->info;
	struct gp_flow *f = c->flow;
	uint32_t sect = front_element(c, c->document, GP_TAG_SECT), block;
	struct gp_str sources;
	size_t n_sources = 0;

	c->cover_element = sect;
	f->marking = gp_str_trim(info->marking);
	if (f->marking.n)
		f->marking_element = front_element(c, sect, GP_TAG_P);
	add_organisation(c, sect);
	block = add_sized(c, GP_ROLE_COVER_TITLE, sect, GP_TAG_H1, info->title);
	if (block != GP_NONE) {
		f->blocks[block].rules = GP_RULE_ABOVE;
		f->blocks[block].rule = f->style->bar;
		f->blocks[block].colour = f->style->accent;
	}
	(void)add_sized(c, GP_ROLE_COVER_SUBTITLE, sect, GP_TAG_P,
	                info->subtitle);
	block = add_front_words(
		c, GP_ROLE_COVER_DATE, sect, GP_TAG_P,
		gp_day_words(c->pack->labels, c->date, f->arena));
	block = add_issue(c, sect, block);
	if (block != GP_NONE)
		f->blocks[block].after -= less_of(c, f->blocks[block].after);
	add_cover_lead(c, sect, block);
	sources = source_words(c, &n_sources);
	block = c->cover.no_counts
	                ? GP_NONE
	                : add_front_words(c, GP_ROLE_COVER_FACTS, sect,
	                                  GP_TAG_P, count_words(c, n_sources));
	if (block != GP_NONE)
		f->blocks[block].rules = GP_RULE_ABOVE;
	(void)add_front_words(c, GP_ROLE_COVER_FACTS, sect, GP_TAG_P, sources);
	if (!c->cover.no_readers)
		(void)add_front_words(c, GP_ROLE_COVER_FACTS, sect, GP_TAG_P,
		                      gp_issue_readers(c->pack, f->arena));
	(void)add_front_words(c, GP_ROLE_COVER_FACTS, sect, GP_TAG_P,
	                      info->handling);
	if (!c->cover.no_days)
		gp_compose_timeline(c, sect);
	c->cover_end = f->n_blocks;
}

void
gp_compose_cover_alone(struct gp_composer *c)
{
	c->document = gp_tree_element(&c->flow->tree, GP_NONE, GP_TAG_DOCUMENT);
	compose_cover(c);
}

/* ---- editor's note ---- */

static void
add_note(struct gp_composer *c)
{
	struct gp_flow *f = c->flow;
	const struct gp_doc *note = c->pack->note;
	uint32_t sect = front_element(c, c->document, GP_TAG_SECT);

	if (!note)
		return;
	(void)gp_compose_part(
		c, sect, gp_word(c->pack->labels, GP_W_EDITORS_NOTE), false);
	f->file = "pack.yaml";
	gp_notes_begin(f);
	gp_compose_body(f, note, GP_ROLE_NOTE, sect, 2);
	gp_notes_print(f, sect);
}

/* ---- contents ---- */

static void
add_article(struct gp_composer *c, size_t i, uint32_t toc)
{
	const struct gp_doc *doc = c->pack->entries[i].doc;
	struct gp_flow *f = c->flow;
	uint32_t toci = front_element(c, toc, GP_TAG_TOCI), block;

	f->file = doc->input.file.n ? doc->input.file.p : "";
	block = gp_compose_numbered_row(c, GP_ROLE_CONTENTS_TITLE, i, toci);
	if (block != GP_NONE)
		f->blocks[block].keep = true;
	block = add_front_words(c, GP_ROLE_CONTENTS_STANDFIRST, toci, GP_TAG_P,
	                        doc->standfirst.text);
	if (block != GP_NONE)
		f->blocks[block].keep = true;
	gp_compose_contents_facts(c, i, front_element(c, toci, GP_TAG_P));
}

void
gp_compose_contents(struct gp_composer *c)
{
	const struct gp_pack *pack = c->pack;
	uint32_t sect = front_element(c, c->document, GP_TAG_SECT), toc, block;
	size_t last = GP_NO_SECTION, i;

	if (pack->n_entries == 0)
		return;
	block = gp_compose_part(c, sect,
	                        gp_word(c->pack->labels, GP_W_CONTENTS), false);
	/* A short note and the contents share a page. */
	if (block != GP_NONE && pack->note)
		c->flow->blocks[block].new_page = false;
	(void)add_lead(c, GP_ROLE_CONTENTS_SOURCE, sect);
	toc = front_element(c, sect, GP_TAG_TOC);
	for (i = 0; i < pack->n_entries; i++) {
		size_t section = pack->entries[i].section;

		if (section != last && section != GP_NO_SECTION) {
			(void)add_front_words(c, GP_ROLE_CONTENTS_SECTION, sect,
			                      GP_TAG_H3,
			                      pack->sections[section]);
			toc = front_element(c, sect, GP_TAG_TOC);
		}
		last = section;
		add_article(c, i, toc);
	}
	gp_compose_since(c);
}

void
gp_compose_front(struct gp_composer *c)
{
	compose_cover(c);
	gp_compose_summary(c);
	add_note(c);
}
