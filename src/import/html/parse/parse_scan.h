/*
 * The tokenizer: from a source to tags and runs of text (HTML Living Standard,
 * 13.2.5).  Private to import/html/parse/.  It does not know the tree: whoever
 * builds that says after a start tag how the text behind it is to be read.
 */
#ifndef GP_IMPORT_HTML_PARSE_SCAN_H
#define GP_IMPORT_HTML_PARSE_SCAN_H

#include "base/buf.h"
#include "import/html/parse/flat.h"
#include "import/html/parse/parse_names.h"

enum gp_token_kind {
	GP_TOKEN_END_OF_FILE,
	GP_TOKEN_START,
	GP_TOKEN_END,
	GP_TOKEN_TEXT, /* not empty, without NUL */
	GP_TOKEN_NUL,  /* one in a text or in CDATA */
	GP_TOKEN_COMMENT,
	GP_TOKEN_DOCTYPE,
};

struct gp_html_token {
	enum gp_token_kind kind;
	unsigned name;        /* of a tag */
	bool is_self_closing; /* "/>" */
	bool is_quirky;       /* a DOCTYPE that asks for the old mode */
	bool is_copied;       /* a text that must be kept before the next token
	                         is read */
	bool is_raw;          /* a text of a script or a style */
	struct gp_str text;
	size_t first; /* attribute of a start tag... */
	uint32_t n;   /* ...and how many; they are the last of all */
	uint32_t at;  /* byte of the source */
	uint32_t line;
};

/* How text is read. */
enum gp_scan_how {
	GP_SCAN_DATA,
	GP_SCAN_RCDATA,  /* to its end tag; references are resolved */
	GP_SCAN_RAWTEXT, /* to its end tag */
	GP_SCAN_VIEW,    /* the same, left as it is: style */
	GP_SCAN_SCRIPT,  /* the same, with comments in it */
	GP_SCAN_PLAIN,   /* to the end of the file */
};

struct gp_scan {
	const char *p;
	uint32_t n, at;
	uint32_t line, counted; /* the line of byte `counted` */
	struct gp_names names;
	struct gp_flat_attr *attributes;
	size_t n_attributes, cap_attributes;
	uint32_t tags;
	struct gp_arena *arena;
	struct gp_buf text; /* what the last text was copied to */
	enum gp_scan_how how;
	unsigned until;     /* the name of its end tag */
	bool is_cdata;      /* in <![CDATA[... */
	uint32_t cdata_end; /* ...which ends here */
	bool is_foreign;    /* set by the tree builder: CDATA may come */
};

bool
gp_scan_init(struct gp_scan *s, struct gp_str source, struct gp_arena *arena,
             struct gp_arena *scratch);
void
gp_scan_free(struct gp_scan *s);

/* The next token; after the last one GP_TOKEN_END_OF_FILE for ever. */
void
gp_scan_next(struct gp_scan *s, struct gp_html_token *t);

/* From here on text is read this way, up to the end tag of `until`. */
void
gp_scan_as(struct gp_scan *s, enum gp_scan_how how, unsigned until);

/* ---- between the files of the tokenizer ---- */

enum gp_char_is {
	GP_CHAR_SPACE = 1 << 0,    /* tab, LF, FF, CR, space */
	GP_CHAR_TEXT = 1 << 1,     /* ends or changes a run of text */
	GP_CHAR_RCDATA = 1 << 2,   /* ...of text in <title> */
	GP_CHAR_RAW = 1 << 3,      /* ...of raw text */
	GP_CHAR_DOUBLE = 1 << 4,   /* ...of a value in "" */
	GP_CHAR_SINGLE = 1 << 5,   /* ...in '' */
	GP_CHAR_UNQUOTED = 1 << 6, /* ...without quotation marks */
	GP_CHAR_NAME = 1 << 7,     /* ends a tag's name */
};

extern const unsigned char gp_char_is[256];

static inline bool
gp_char_in(char c, unsigned mask)
{
	return (gp_char_is[(unsigned char)c] & mask) != 0;
}

/* Reads from s->at to before `end` or a sign of `mask` that really ends the
   run; references, line ends and (not in text) NUL are resolved.  True: it
   was copied to s->text, else it is a view. */
bool
gp_scan_run(struct gp_scan *s, uint32_t end, unsigned mask, struct gp_str *out);

/* True at a '<' that begins a tag, a comment or the like. */
bool
gp_scan_is_markup(const struct gp_scan *s, uint32_t at);

/* Where the raw text that begins at s->at ends. */
uint32_t
gp_scan_raw_end(const struct gp_scan *s);

/* True when an end tag of that name stands at or behind s->at. */
bool
gp_scan_has_end(const struct gp_scan *s, unsigned name);

/* Reads a name in small letters up to a sign that ends it. */
unsigned
gp_scan_name(struct gp_scan *s, bool is_attribute);

/* Reads attributes and the end of a tag; false when the file ends first. */
bool
gp_scan_attributes(struct gp_scan *s, struct gp_html_token *t);

/* Makes room for more attributes; false when out of memory. */
bool
gp_scan_reserve(struct gp_scan *s, size_t more);

/* True when what stands between "<!DOCTYPE" and '>' asks for the old mode
   (13.2.6.4.1); `is_cut`: the file ended. */
bool
gp_doctype_is_quirky(struct gp_str s, bool is_cut);

#endif
