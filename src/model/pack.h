/*
 * The pack: metadata and documents in their order.  gp_pack_open() seals its
 * arenas when it hands one out: from then on everybody reads a const pack, on
 * as many threads as they like.  It knows nothing of the run: who asked for
 * it, on how many threads, from which folder, is the matter of base/host.h.
 */
#ifndef GP_MODEL_PACK_H
#define GP_MODEL_PACK_H

#include "model/doc.h"
#include "model/issued.h"
#include "model/labels.h"
#include "model/shared.h"
#include "model/since.h"

/* What a feed may carry of an article. */
enum gp_feed_rights { GP_FEED_FULL, GP_FEED_EXTRACT, GP_FEED_LINKS };

/* How much of an article may be shown, in every output; the order is that of
   enum gp_feed_rights. */
enum gp_share { GP_SHARE_FULL, GP_SHARE_EXTRACT, GP_SHARE_LINK };

/* What becomes of the same article when it was posted again. */
enum gp_repost_rule { GP_REPOSTS_GROUP, GP_REPOSTS_KEEP };

/* Whether the EPUB carries the pages of the PDF: as asked for, or while the
   pack is one that people print (GP_MAX_PRINTED_ARTICLES). */
enum gp_page_list { GP_PAGES_AS_PRINTED, GP_PAGES_YES, GP_PAGES_NO };

/* What a person has found about the accessibility of a pack; "" when not
   given.  Nobody else may claim it. */
struct gp_accessibility {
	struct gp_str conforms_to; /* "EPUB Accessibility 1.1 - WCAG 2.1 ..." */
	struct gp_str certified_by, credential;
	struct gp_str report;  /* an address */
	struct gp_str summary; /* instead of the program's own */
};

/* The place of a pack among those of its series. */
struct gp_issue {
	struct gp_str series; /* title of the series */
	struct gp_str title;  /* of the pack with its day and its edition: apps
	                         tell books by it */
	struct gp_str plain;  /* the same without the edition: libraries that
	                         merge by title replace the one before */
	unsigned position;    /* among the packs, from 1 */
	unsigned edition;     /* from 1; 0: a pack by itself */
	bool for_public;      /* anybody may find it */
};

/* Metadata of a pack; "" when not given, but for those with a default. */
struct gp_pack_info {
	struct gp_str title; /* default "Briefing pack" */
	struct gp_str subtitle;
	struct gp_str organisation;
	struct gp_str name;       /* file name stem of outputs; default: from
	                               the title, [a-z0-9-] only */
	struct gp_str lang;       /* default "en-GB" */
	struct gp_date date;      /* of the pack; GP_NO_DATE when unknown */
	struct gp_str identifier; /* a URI: given, or from the authority, or a
	                               name-based UUID; never "" */
	bool has_given_identifier;
	struct gp_str series_id; /* the same for all packs of this name: whose
	                               feed it is; never "" */
	struct gp_str authority; /* tag authority "host,2015" or "" */
	struct gp_str base_url;  /* where the pack will stand, ends in '/' */
	struct gp_str marking;   /* "OFFICIAL" */
	struct gp_str handling;  /* what readers are to do with it, or "" */
	struct gp_str design;    /* a file of styles/ without its suffix */
	struct gp_str paper;     /* a name of papers.def; "": the design's */
	struct gp_str rights;
	struct gp_str contact; /* of whoever publishes it, as they wrote it */
	struct gp_str note;    /* editor's note; paragraphs parted by a
	                               blank line */
	struct gp_str lines_to_take; /* what to say of it, one a line, or "" */
	enum gp_feed_rights feed_rights;
	enum gp_repost_rule reposts;
	enum gp_page_list page_list;
	bool wants_protection; /* its marking is for readers who were asked
	                          who they are: feeds carry links alone */
	bool embed_fonts;      /* the EPUB carries the fonts of the design */
	struct gp_accessibility accessibility;
	struct gp_issue issue;
	struct gp_issued issued;
};

/* What an editor says of an article that went out with a mistake. */
struct gp_correction {
	struct gp_str article; /* its file, or the id that pack.yaml gives it */
	struct gp_date date;
	struct gp_str note; /* for readers; "minor": a slip, nothing for them */
	struct gp_str path; /* of the file that has the row... */
	unsigned line, column; /* ...and where there */
};

/* An article that is to be read no more, or the whole pack.  Why is in no
   output. */
struct gp_withdrawal {
	struct gp_str article; /* as in a correction; "": the pack */
	bool pack;
	struct gp_date date;
	struct gp_str reason;
	bool hold;             /* it is kept where nobody is served from */
	unsigned line, column; /* of the row in pack.yaml */
};

/* All that an editor says of articles that went out, as listed. */
struct gp_said_rows {
	struct gp_correction *corrections;
	size_t n_corrections;
	struct gp_withdrawal *withdrawn;
	size_t n_withdrawn;
	const struct gp_withdrawal *whole; /* the pack is withdrawn; or NULL */
};

enum gp_image_type { GP_IMAGE_PNG, GP_IMAGE_JPEG, GP_IMAGE_SVG };

struct gp_svg_drawing;

/* A picture that figures refer to by its name. */
struct gp_image {
	struct gp_str name;     /* what a figure's image says */
	struct gp_str data;     /* the file's bytes */
	unsigned width, height; /* in dots, as the file says */
	enum gp_image_type type;
	unsigned from_width, from_height; /* of its source, upright */
	/* of SVG, whose dots are CSS pixels */
	const struct gp_svg_drawing *drawing; /* for paper; NULL: it has... */
	struct gp_str undrawn;  /* ...this, which paper does not know */
	struct gp_str left_out; /* an element that showed something and is not
	                           in the file, or "" */
};

/* The suffix of its file with a point, and its media type. */
const char *
gp_image_suffix(const struct gp_image *image);
const char *
gp_image_media(const struct gp_image *image);

/* True when its bytes begin as those of its kind do. */
bool
gp_image_is_sound(const struct gp_image *image);

struct gp_entry {
	struct gp_str id;         /* [a-z0-9._-], unique in the pack, stable */
	struct gp_str uri;        /* urn:uuid:, whatever the file is called */
	bool has_given_id;        /* pack.yaml gives it */
	bool is_named;            /* pack.yaml has a row for it or its file */
	struct gp_str why;        /* it is in the pack, as its editor says, or
	                             "" */
	size_t section;           /* index into sections, or GP_NO_SECTION */
	const struct gp_doc *doc; /* what may be shown of it */
	const struct gp_doc *whole; /* what `doc` was cut from, for who compares
	                               articles; NULL: nothing is cut */
	enum gp_share share;
	bool is_expired;       /* it was shown once, and may be no more */
	struct gp_str licence; /* of its source, or "" */
	/* Given for one that was withdrawn: `doc` says so and nothing else. */
	const struct gp_withdrawal *withdrawn;
	/* Who it was, for as long as the pack is put together; NULL: its file
	   is not there. */
	const struct gp_doc *was;
	/* What readers are told was wrong with it, the newest first. */
	const struct gp_correction *notes;
	size_t n_notes;
	struct gp_embargo embargo; /* what is said of one, past or not */
	struct gp_str higher; /* a marking that its source carries, higher than
	                         the pack's; "": none */
	/* The same article from elsewhere, one of which is enough to read. */
	const struct gp_doc **reposts;
	size_t n_reposts;
	/* Of a series; said by nobody else. */
	enum gp_entry_state state;
	bool is_late;         /* it came with this edition of the pack */
	struct gp_date first; /* day of the pack that it was first in */
	/* Words in the language of the article, where there are any, else those
	   of the pack. */
	const struct gp_labels *labels;
};
#define GP_NO_SECTION ((size_t)-1)

/* A file that shaped the bytes of a pack. */
struct gp_ingredient {
	struct gp_str path;    /* relative to the content or data folder */
	struct gp_str article; /* that shows this picture first; "" else */
	char sha256[GP_SHA256_HEX];
	size_t bytes;
};

/* A source of the folder that is not in the pack, and why. */
struct gp_left_out {
	struct gp_str file; /* its name, or "FILE#PART" */
	struct gp_str path; /* what messages call it */
	struct gp_str why;  /* one sentence without its subject */
	enum gp_code code;
	unsigned line, column; /* from 1; 0: not known */
};

struct gp_pack {
	struct gp_arena *arena;          /* owns this struct too */
	struct gp_arena *settings_arena; /* owns what pack.yaml said */
	struct gp_arena *picture_arena;  /* owns the pictures */
	struct gp_pack_info info;
	const struct gp_labels *labels; /* words in its language; NULL: there
	                                   are none, and it speaks English */
	const struct gp_doc *note;      /* the editor's: its body; NULL: none */
	struct gp_str *sections;
	size_t n_sections;
	size_t n_given_sections;  /* of them, the first: those of pack.yaml */
	struct gp_entry *entries; /* in reading order, sections together */
	size_t n_entries;
	const struct gp_image *images;
	size_t n_images;
	struct gp_across across;      /* what the entries have in common */
	struct gp_ingredient *inputs; /* pack.yaml, articles, rule files */
	size_t n_inputs;
	const struct gp_left_out *left_out;
	size_t n_left_out;
	struct gp_date held_until; /* when the first that an embargo holds back
	                              may go out; in no output */
	const struct gp_correction *corrections; /* as listed */
	size_t n_corrections;
	const struct gp_withdrawal *withdrawn; /* as listed */
	size_t n_withdrawn;
	const struct gp_str *gone; /* of a series: URIs of articles that were in
	                              it and are to be read no more */
	size_t n_gone;
	struct gp_since since;
	const struct gp_withdrawal *whole; /* the row that withdraws all of it,
	                                      or NULL */
};

/* The digits of an entry's URI that tell apart the articles of one series, as
   part of a name: "0123abcd-4567". */
struct gp_str
gp_entry_digits(const struct gp_entry *entry);

/* The article as it was read, be it shown whole or not. */
const struct gp_doc *
gp_entry_whole(const struct gp_entry *entry);

/* How many corrections are about the article, and the last of them in *last
   (NULL: none). */
size_t
gp_pack_corrections(const struct gp_pack *pack, const struct gp_entry *entry,
                    const struct gp_correction **last);

/* True for a correction that readers are to hear of. */
bool
gp_correction_is_public(const struct gp_correction *c);

/* The date that outputs carry as their own: the pack's.  False, with
   GP_USAGE and what to do, when there is none. */
bool
gp_pack_date(const struct gp_pack *pack, struct gp_date *out, struct gp_err *e);

/* The picture of that name, or NULL. */
const struct gp_image *
gp_pack_image(const struct gp_pack *pack, struct gp_str name);

/* Minutes to read `words` at 240 words a minute, rounded up (Brysbaert 2019:
   238 for English non-fiction). */
size_t
gp_reading_minutes(size_t words);

#endif
