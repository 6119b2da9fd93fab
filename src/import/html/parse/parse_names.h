/*
 * Names as numbers: those of parse_names.def, and the others of one source as
 * they come.  Private to import/html/parse/.  It does not know what is a tag
 * and what an attribute; the counters in a row are its users'.
 */
#ifndef GP_IMPORT_HTML_PARSE_NAMES_H
#define GP_IMPORT_HTML_PARSE_NAMES_H

#include "base/arena.h"

#include <stdint.h>

/* What an element of HTML is to the tree builder: 13.2.4.2 and 13.2.6.3. */
enum gp_name_is {
	GP_TAG_SPECIAL = 1 << 0,
	GP_TAG_SCOPE = 1 << 1,       /* bounds every scope but a table's */
	GP_TAG_TABLE_SCOPE = 1 << 2, /* bounds that too */
	GP_TAG_LIST = 1 << 3,        /* bounds that of list items */
	GP_TAG_BUTTON = 1 << 4,      /* bounds that of buttons */
	GP_TAG_IMPLIED = 1 << 5,     /* its end tag may be implied */
	GP_TAG_PART = 1 << 6,        /* ...where a template ends */
	GP_TAG_BREAKOUT = 1 << 7,    /* ends foreign content */
};

/* What a start tag does in a body: 13.2.6.4.7. */
enum gp_start {
	GP_START_OTHER,
	GP_START_A,
	GP_START_BLOCK,
	GP_START_BODY,
	GP_START_BUTTON,
	GP_START_DD,
	GP_START_FOREIGN,
	GP_START_FORM,
	GP_START_FORMAT,
	GP_START_FRAMESET,
	GP_START_HEAD,
	GP_START_HEADING,
	GP_START_HR,
	GP_START_HTML,
	GP_START_IFRAME,
	GP_START_IMAGE,
	GP_START_INPUT,
	GP_START_LI,
	GP_START_MARKED,
	GP_START_NOBR,
	GP_START_NOEMBED,
	GP_START_NOSCRIPT,
	GP_START_OPTGROUP,
	GP_START_OPTION,
	GP_START_PLAINTEXT,
	GP_START_PRE,
	GP_START_RB,
	GP_START_RT,
	GP_START_SELECT,
	GP_START_SOURCE,
	GP_START_STRAY,
	GP_START_TABLE,
	GP_START_TEXTAREA,
	GP_START_VOID,
	GP_START_XMP,
};

/* What an end tag does there. */
enum gp_end {
	GP_END_OTHER,
	GP_END_BLOCK,
	GP_END_BODY,
	GP_END_BR,
	GP_END_DD,
	GP_END_FORM,
	GP_END_FORMAT,
	GP_END_HEADING,
	GP_END_HTML,
	GP_END_LI,
	GP_END_MARKED,
	GP_END_P,
	GP_END_TEMPLATE,
};

/* Of any number: those that are not known are nothing special. */
unsigned
gp_name_is(unsigned name);
enum gp_start
gp_name_start(unsigned name);
enum gp_end
gp_name_end(unsigned name);
/* The letters of a known one; empty for others. */
struct gp_str
gp_name_known(unsigned name);

struct gp_name_row {
	struct gp_str name;
	uint32_t hash;
	uint32_t seen;      /* the tag that has it as an attribute */
	uint16_t top[2];    /* highest open element: of HTML, foreign */
	uint16_t melted;    /* elements too deep that are not closed */
	uint16_t melted_in; /* the time in which that counts */
};

struct gp_names {
	struct gp_arena *arena, *scratch; /* of letters, of the rows */
	struct gp_name_row *rows;         /* by number */
	uint16_t *slots;
	uint32_t n_rows, cap_rows, n_slots;
};

/* False when out of memory. */
bool
gp_names_init(struct gp_names *t, struct gp_arena *arena,
              struct gp_arena *scratch);

#define GP_NAME_SEED UINT32_C(0x811C9DC5)
#define GP_NAME_PRIME UINT32_C(0x01000193)

/* FNV-1a, 32 bits, a byte at a time from GP_NAME_SEED on. */
static inline uint32_t
gp_name_mix(uint32_t hash, char c)
{
	return (hash ^ (unsigned char)c) * GP_NAME_PRIME;
}

/* The number of a name in small letters with that hash; `is_mine`: its letters
   stay where they are.  GP_N_OTHER when there are too many. */
unsigned
gp_names_number(struct gp_names *t, struct gp_str name, uint32_t hash,
                bool is_mine);

#endif
