/*
 * Looking at an EPUB: what the files of this folder share.  Documents are read
 * one at a time and noted in few words; what needs all of them (links, order,
 * claims) is looked at when all have been read.  Nothing is mended or
 * rendered.  Private to verify/epub/.
 */
#ifndef GP_VERIFY_EPUB_BOOK_H
#define GP_VERIFY_EPUB_BOOK_H

#include "verify/grammar.h"
#include "verify/xml_tree.h"
#include "verify/zip.h"

/* What a content document turned out to hold. */
enum gp_book_has {
	GP_HAS_SVG = 1 << 0,
	GP_HAS_MATHML = 1 << 1,
	GP_HAS_SCRIPT = 1 << 2,
	GP_HAS_REMOTE = 1 << 3,
	GP_HAS_PICTURE = 1 << 4, /* with words that stand for it */
	GP_HAS_NO_ALT = 1 << 5,  /* a picture without */
	GP_HAS_HEADING = 1 << 6,
	GP_HAS_PAGEBREAK = 1 << 7,
	GP_HAS_TEXT = 1 << 8,
	GP_HAS_COVER = 1 << 9, /* the book has a cover image */
};

/* A row of the manifest. */
struct gp_book_item {
	struct gp_str id, path, type, properties;
	unsigned line;
	struct gp_zip_entry *entry; /* NULL: missing */
	size_t spine;               /* place in the spine, from 1; 0: none */
	unsigned holds;             /* gp_book_has */
	struct gp_str title, heading;
	struct gp_book_item *next;
};

/* An element with an id. */
struct gp_book_target {
	size_t order; /* among all ids of the container, as read */
	bool heading, pagebreak, note;
	struct gp_str text; /* of a heading; a page break's label */
	const char *place;
	unsigned line;
	struct gp_book_target *next_page; /* page breaks in order */
};

enum gp_book_link_kind {
	GP_LINK_TEXT, /* an a of the text */
	GP_LINK_NOTE, /* a reference to a note */
	GP_LINK_FILE, /* a picture, a stylesheet, a font */
	GP_LINK_TOC,  /* of the navigation document */
	GP_LINK_PAGE,
	GP_LINK_LANDMARK,
	GP_LINK_NCX,
	GP_N_LINKS,
};

struct gp_book_link {
	enum gp_book_link_kind kind;
	const char *place;
	unsigned line;
	struct gp_str href, path, fragment, text;
	struct gp_book_link *next;
};

struct gp_book {
	struct gp_inspect *in;
	struct gp_zip zip;
	const char *opf; /* path of the package document */
	xmlDoc *package;
	xmlNode *metadata, *manifest, *spine;
	struct gp_book_item *items, **last_item;
	struct gp_map by_id, by_path; /* to struct gp_book_item */
	struct gp_map targets;        /* "path#id" to gp_book_target */
	struct gp_book_target *pages, **last_page;
	struct gp_book_link *links[GP_N_LINKS], **last_link[GP_N_LINKS];
	size_t n_targets, n_spine;
	struct gp_str identifier; /* the unique one */
	struct gp_book_item *nav, *ncx;
	unsigned holds; /* of all documents of the spine */
	struct gp_str language;
};

/* ---- book.c ---- */

/* Notes a link from `place` (its path `from`) for later. */
void
gp_book_link(struct gp_book *b, enum gp_book_link_kind kind, struct gp_str from,
             unsigned line, struct gp_str href, struct gp_str text);

/* The key of an id in b->targets: "path#id", in the arena of the look. */
struct gp_str
gp_book_target_key(const struct gp_book *b, struct gp_str path,
                   struct gp_str id);
/* What has that id, or NULL. */
struct gp_book_target *
gp_book_target(const struct gp_book *b, struct gp_str path, struct gp_str id);

/* ---- parts of the look, each in a file of its own ---- */

/* The package document: metadata, manifest, spine. */
bool
gp_book_package(struct gp_book *b);
void
gp_book_metadata(struct gp_book *b);
/* Once the documents are read: what accessibility metadata claim. */
void
gp_book_claims(struct gp_book *b);
/* Once the documents are read: properties of items. */
void
gp_book_properties(struct gp_book *b);

/* A content document; `item` notes what it holds. */
void
gp_book_page(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc);
/* The parts of that: the content model, attributes and what they say, words. */
void
gp_book_model(struct gp_book *b, const char *place, xmlNode *root);
void
gp_book_roles(struct gp_book *b, const char *place, xmlNode *node);
void
gp_book_words(struct gp_book *b, const char *place, xmlNode *root);
/* Attributes of one element: ids, links, addresses. */
void
gp_book_attributes(struct gp_book *b, struct gp_book_item *item, xmlNode *node);
/* Once every id of the document is noted: attributes that name ids. */
void
gp_book_idrefs(struct gp_book *b, struct gp_book_item *item, xmlNode *node);

void
gp_book_css(struct gp_book *b, struct gp_book_item *item, struct gp_str css);
void
gp_book_nav(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc);
void
gp_book_ncx(struct gp_book *b, struct gp_book_item *item, xmlDoc *doc);

/* Once all is read: where links lead, and the order of navigation. */
void
gp_book_links(struct gp_book *b);
void
gp_book_order(struct gp_book *b);

#endif
