/*
 * A paragraph to be broken into lines: text with spans of one face, size,
 * colour and owner.  Built by appending; white space is collapsed on the way
 * and every byte is made well-formed UTF-8, so that what comes later need not
 * ask.  Knows nothing of widths.
 */
#ifndef GP_TYPESET_LINES_PARA_H
#define GP_TYPESET_LINES_PARA_H

#include "base/buf.h"
#include "config/style.h"

#include <stdint.h>

/* An index that names nothing. */
#define GP_NONE UINT32_MAX

/* A line along the words. */
enum gp_word_line { GP_NO_LINE, GP_LINE_THROUGH, GP_LINE_UNDER };

/* How the next words look and whose they are. */
struct gp_voice {
	unsigned face;
	gp_len size;
	uint32_t colour;
	gp_len rise; /* above the baseline; below 0: under it */
	enum gp_word_line line;
	struct gp_str lang; /* when it is not the paragraph's; "" else */
	bool added;         /* no words of what is set: a number, a bracket */
	uint32_t element;   /* of the logical tree; GP_NONE: an artifact */
	uint32_t link;      /* of the logical tree's links; GP_NONE: no link */
};

struct gp_text_span {
	uint32_t from, to; /* bytes of the paragraph's text */
	struct gp_voice voice;
};

struct gp_para {
	struct gp_str text; /* no space at its ends, none doubled; '\n' is a
	                       forced break */
	const struct gp_text_span *spans; /* cover the text without gaps */
	size_t n_spans;
	enum gp_align align;
	gp_len leading;
	gp_len size; /* of the role: what an empty line is as high as */
	bool hyphenate;
	bool title;    /* stays with what follows: short, and looked at */
	bool verbatim; /* code: spaces stay and lines are not filled */
	bool ours;     /* furniture: runs as the pack does, whatever its first
	                  letter */
	struct gp_str lang;
	const char *file; /* where the words come from, for findings */
	unsigned line;
};

/* The voice of a role. */
struct gp_voice
gp_voice_of(const struct gp_role_style *role, uint32_t element);

struct gp_para_builder {
	struct gp_arena *arena;
	struct gp_para *para;
	struct gp_buf text;
	struct gp_text_span *spans;
	size_t n_spans, cap_spans;
	bool space; /* a space is due before the next word */
};

/* Begins a paragraph of a role; the builder is reused for the next one, and
   its memory is freed with gp_para_drop(). */
void
gp_para_begin(struct gp_para_builder *b, const struct gp_role_style *role);
/* Appends words in a voice. */
void
gp_para_add(struct gp_para_builder *b, const struct gp_voice *voice,
            struct gp_str words);
/* Appends a forced break, but not at the start. */
void
gp_para_break(struct gp_para_builder *b);
/* The paragraph, in the builder's arena; NULL after a failure (the arena or
   the builder's text remembers it). */
struct gp_para *
gp_para_end(struct gp_para_builder *b);
void
gp_para_drop(struct gp_para_builder *b);

/* The span of a paragraph that holds the byte `at`. */
const struct gp_text_span *
gp_para_span(const struct gp_para *p, uint32_t at);

#endif
