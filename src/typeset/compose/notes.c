/* A raised number behind each link and, behind the article, one line for
   each address: an address that comes again keeps its number, and one that
   the text itself spells out gets none.  It knows addresses as text; nothing
   is looked up or shortened. */
#include "typeset/compose/notes.h"

#include "base/text/raised.h"
#include "base/text/uri.h"
#include "typeset/compose/compose_parts.h"
#include "wording/printed_address.h"

#include <stdio.h>

enum { LABEL_WIDTH = 18 * GP_PT, MAILTO = 7, TEL = 4, NUMBER_DIGITS = 5 };

void
gp_notes_begin(struct gp_flow *f)
{
	f->notes = (struct gp_notes){ .seen = { .arena = f->arena } };
}

static struct gp_str
without_scheme(struct gp_str address)
{
	if (gp_uri_has(address, "mailto"))
		return gp_str_sub(address, MAILTO, address.n);
	return gp_uri_has(address, "tel") ? gp_str_sub(address, TEL, address.n)
	                                  : address;
}

/* A telephone number is written in more ways than one. */
static bool
tells_number(struct gp_str words, struct gp_str address)
{
	size_t i, digits = 0;

	for (i = 0; i < words.n; i++)
		digits += gp_is_digit(words.p[i]);
	return digits >= NUMBER_DIGITS && gp_uri_has(address, "tel");
}

/* The address as it is read: mail has no scheme, a page no empty path. */
static struct gp_str
plain(struct gp_str address)
{
	address = without_scheme(gp_str_trim(address));
	address = gp_str_sub(address, gp_web_scheme(address), address.n);
	if (gp_str_ends(address, GP_STR("/")))
		address.n--;
	return address;
}

static struct gp_note *
add_note(struct gp_flow *f, struct gp_str address)
{
	struct gp_note *note = gp_arena_alloc(f->arena, sizeof *note);
	struct gp_notes *notes = &f->notes;

	if (!note)
		return NULL;
	*note = (struct gp_note){ .address = address };
	note->number = ++notes->count;
	note->place = gp_tree_place(&f->tree, 0, address);
	if (notes->last)
		notes->last->next = note;
	else
		notes->first = note;
	notes->last = note;
	gp_map_put(&notes->seen, address, note);
	return note;
}

static struct gp_str
number_of(struct gp_flow *f, const struct gp_note *note)
{
	return gp_arena_printf(f->arena, "%zu", note->number);
}

/* The number in signs that are raised digits: set smaller, "2014" and "1" would
   be 20141 to whoever copies it. */
static struct gp_str
raised_number(struct gp_flow *f, size_t number)
{
	struct gp_buf out = { .max = 0 };
	char digits[32];
	size_t i;

	(void)snprintf(digits, sizeof digits, "%zu", number);
	for (i = 0; digits[i]; i++)
		gp_buf_utf8(&out,
		            gp_raise_char((unsigned char)digits[i], GP_RAISED));
	return gp_arena_buf(f->arena, &out);
}

void
gp_notes_refer(struct gp_flow *f, const struct gp_voice *voice,
               struct gp_str address, struct gp_str words)
{
	struct gp_voice v = *voice;
	struct gp_target to = { .place = GP_NONE, .here = GP_NONE };
	bool space = f->text.space;
	struct gp_note *note;

	if (gp_str_trim(words).n == 0 || tells_number(words, address) ||
	    gp_str_eq_nocase(plain(words), plain(address)))
		return;
	note = gp_map_find(&f->notes.seen, address);
	if (!note)
		note = add_note(f, address);
	if (!note || note->place == GP_NONE)
		return;
	to.place = note->place;
	to.words = gp_arena_printf(
		f->arena, "%.*s%.*s%.*s",
		GP_ARG(gp_word_number(f->labels, GP_W_NOTE_NUMBER, note->number,
	                              f->arena)),
		GP_ARG(gp_word(f->labels, GP_W_COLON)), GP_ARG(address));
	v.element = gp_tree_element(&f->tree, voice->element, GP_TAG_REFERENCE);
	v.element = gp_tree_element(&f->tree, v.element, GP_TAG_LINK);
	v.link = gp_tree_target(&f->tree, &to);
	v.added = true;
	/* A space that the link ended with comes after the number. */
	f->text.space = false;
	gp_para_add(&f->text, &v, raised_number(f, note->number));
	f->text.space = space;
}

static void
print_note(struct gp_flow *f, const struct gp_note *note, uint32_t parent)
{
	const struct gp_role_style *role = &f->style->roles[GP_ROLE_END_TEXT];
	uint32_t element = gp_tree_element(&f->tree, parent, GP_TAG_NOTE);
	struct gp_voice voice = gp_voice_of(
		role, gp_tree_element(&f->tree, element, GP_TAG_LBL));
	struct gp_block block = gp_flow_block(f, GP_ROLE_END_TEXT);

	block.cells = gp_flow_cells(f, 2);
	block.n_cells = 2;
	block.place = note->place;
	if (!block.cells)
		return;
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice, number_of(f, note));
	block.cells[0] = gp_flow_cell(f, role->indent);
	block.cells[0].width = LABEL_WIDTH;
	voice.element = element;
	voice = gp_flow_link(f, &voice, note->address);
	gp_flow_begin(f, GP_ROLE_END_TEXT, 0);
	gp_para_add(&f->text, &voice,
	            gp_printed_address(note->address, f->arena));
	block.cells[1] = gp_flow_cell(f, role->indent + LABEL_WIDTH);
	(void)gp_flow_add(f, &block);
}

void
gp_notes_print(struct gp_flow *f, uint32_t parent)
{
	const struct gp_note *note;

	if (!f->notes.first)
		return;
	gp_flow_end_title(f, gp_tree_element(&f->tree, parent, GP_TAG_H3),
	                  gp_word(f->labels, GP_W_LINKS));
	for (note = f->notes.first; note; note = note->next)
		print_note(f, note, parent);
}
