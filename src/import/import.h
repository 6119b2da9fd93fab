/*
 * Importers: bytes to a draft, one file a source format, one row each in
 * importers.def.  An importer decides nothing: it decodes, finds the lines or
 * blocks, and notes what the source says about itself.  A container (a feed, a
 * mail, a ZIP archive) is taken apart into its articles and the files that
 * came with them.  No network, no other file is ever read.
 */
#ifndef GP_IMPORT_IMPORT_H
#define GP_IMPORT_IMPORT_H

#include "base/map.h"
#include "config/sitefile.h"
#include "model/draft.h"

/* One source as it came. */
struct gp_source_bytes {
	const char *name; /* for messages, and its suffix for sniffing */
	struct gp_str data;
	struct gp_str url; /* its address, as its container says; or "" */
	const struct gp_site_file *site; /* what is known of its pages */
};

/* A file that came along inside a container: a picture of a saved page. */
struct gp_attachment {
	struct gp_str scope; /* the name of the container */
	struct gp_str id;    /* Content-ID without its brackets, or "" */
	struct gp_str name;  /* its address or path in the container, or "" */
	struct gp_str data;
	struct gp_attachment *next;
};

/* What one source holds: its articles in its own order, and the files that
   came with them.  An article of a container is called "FILE#PART"; PART has
   letters, digits, '.', '_' and '-' only and is unique in the file. */
struct gp_articles {
	struct gp_arena *arena; /* owns rows and attachments, not drafts */
	struct gp_draft **drafts;
	size_t count, room;
	struct gp_attachment *files, *last_file;
	size_t n_files;
	bool container;        /* the source is one, whatever it holds */
	unsigned depth;        /* containers round the source at hand */
	struct gp_str readers; /* for whom the mails round it were */
	size_t unpacked;       /* bytes taken out of them so far */
	struct gp_map parts;   /* names that are taken */
};

struct gp_importer {
	const char *kind;     /* "plain-text" */
	const char *suffixes; /* " .txt .text ", spaces around each */
	/* 0: not mine; 100: by its content certainly mine.  NULL: by suffix
	   only. */
	int (*sniff)(const struct gp_source_bytes *source);
	bool (*read)(const struct gp_source_bytes *source,
	             struct gp_draft *draft, struct gp_diag *d,
	             struct gp_err *e);
	/* Instead of `read`: takes a container apart.  An article in it that
	   cannot be read is a finding. */
	bool (*unpack)(const struct gp_source_bytes *source,
	               struct gp_articles *out, struct gp_diag *d,
	               struct gp_err *e);
};

#define GP_IMPORTER(name) extern const struct gp_importer gp_import_##name;
#include "import/importers.def"
#undef GP_IMPORTER

/* Picks the importer (content first, then suffix, then plain text) and runs
   it: every article of the source.  The caller ends `out`, also after an
   error, with gp_articles_free().
   Errors: GP_INPUT (empty, binary, no article), GP_LIMIT, GP_NOMEM; always
   with the source's name. */
bool
gp_import_all(const struct gp_source_bytes *source, struct gp_articles *out,
              struct gp_diag *d, struct gp_err *e);
void
gp_articles_free(struct gp_articles *a);

/* The same for a source that must hold one article.  NULL on error; the
   caller frees the draft. */
struct gp_draft *
gp_import(const struct gp_source_bytes *source, struct gp_diag *d,
          struct gp_err *e);

/* True when a file of this name is taken from a content folder. */
bool
gp_import_takes(const char *name);

/* ---- for importers of containers ---- */

/* A draft for one article, already in `out`: named after `part` (any text; ""
   for a source that is one article with its parts), with the facts of the
   source's bytes.  NULL and `e` on error. */
struct gp_draft *
gp_articles_add(struct gp_articles *out, const struct gp_source_bytes *source,
                struct gp_str part, struct gp_err *e);
/* Takes the last draft out again: there is no article in it. */
void
gp_articles_undo(struct gp_articles *out);

/* Reads a file of the container by its own importer, its articles named
   after it.  What cannot be read is a finding; containers in containers are
   taken apart to GP_MAX_CONTAINERS.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_import_member(struct gp_articles *out,
                 const struct gp_source_bytes *container, struct gp_str part,
                 struct gp_str data, struct gp_str url, struct gp_diag *d,
                 struct gp_err *e);

/* Keeps a copy of a file that articles of the container may show. */
bool
gp_articles_attach(struct gp_articles *out,
                   const struct gp_source_bytes *container, struct gp_str id,
                   struct gp_str name, struct gp_str data, struct gp_err *e);

/* The path that an address beside the file `beside` means: without query and
   fragment, "%20" and the like decoded; a view of what `out` then holds. */
struct gp_buf;
struct gp_str
gp_picture_path(struct gp_str target, struct gp_str beside, struct gp_buf *out);

/* The file that a picture of an article is: by its Content-ID ("cid:..."), by
   its address on the web (`origin`, may be ""), or by its path beside the
   article in the container.  NULL when it is none of them. */
const struct gp_attachment *
gp_articles_find(const struct gp_articles *all, const struct gp_draft *draft,
                 struct gp_str target, struct gp_str origin);

/* Counts bytes that were taken out of a container, before or while they are:
   GP_LIMIT beyond GP_MAX_UNPACKED. */
bool
gp_articles_count(struct gp_articles *out, size_t bytes, struct gp_err *e);

#endif
