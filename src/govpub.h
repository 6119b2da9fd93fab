/*
 * govpub: news articles in, a briefing pack out (EPUB, PDF, Atom).
 *
 * The one public header.  Everything here is plain data in, plain data out:
 * the library reads no clock, environment, locale or standard stream, keeps
 * no global state and never ends the process.  The same settings and the same
 * folder give the same bytes.
 *
 * Strings are UTF-8 and end in NUL unless a length stands beside them.
 * A function that can fail returns false or NULL and fills the caller's
 * `struct gp_err`; the first error wins, so one struct may be handed through
 * a whole run and be looked at once.
 */
#ifndef GOVPUB_H
#define GOVPUB_H

#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define GP_API __attribute__((visibility("default")))
#else
#define GP_API
#endif

/* What went wrong, by who can mend it; gp_exit_status() groups them. */
enum gp_code {
	GP_OK,        /* nothing */
	GP_USAGE,     /* the call or the command line */
	GP_INPUT,     /* a source that cannot be read or holds no article */
	GP_SYNTAX,    /* pack.yaml, a style or a rule file */
	GP_LIMIT,     /* a source over a named limit */
	GP_OUTPUT,    /* writing: disk, permissions */
	GP_CANCELLED, /* the caller's cancel function said so */
	GP_NOMEM,     /* out of memory */
	GP_INTERNAL,  /* a fault of govpub itself */
};

/* An error.  Start from `struct gp_err e = {0}`. */
struct gp_err {
	enum gp_code code;
	unsigned line;   /* from 1; 0: not about a line */
	unsigned column; /* from 1; 0: not known */
	char file[256];  /* "" when not about a file */
	char msg[512];   /* one sentence, no newline, what to do where known */
};

/* The process exit status for a code: 0 done, 2 usage, 3 input, 4 output,
   5 internal (1, findings, is the caller's to give). */
GP_API int
gp_exit_status(enum gp_code code);

/* Findings about content are not errors: the run goes on.  GP_ERROR is given
   by gp_check() and the verifying functions, and by gp_series_release() for a
   pack that is refused while others go out. */
enum gp_level { GP_NOTE, GP_WARNING, GP_ERROR };

struct gp_finding {
	enum gp_level level;
	unsigned line;     /* from 1; 0: about the whole file */
	const char *file;  /* as named by the caller; "" : about the pack */
	const char *code;  /* stable short name, such as "no-date" */
	const char *text;  /* one sentence */
	const char *place; /* in the file: an entry of an EPUB, "object 12 0"
	                      of a PDF; "": the file itself */
};

struct gp_diag;

/* A new, empty list of findings, or NULL when out of memory. */
GP_API struct gp_diag *
gp_diag_new(void);
GP_API void
gp_diag_free(struct gp_diag *d);
/* How many findings of `level` or above. */
GP_API size_t
gp_diag_count(const struct gp_diag *d, enum gp_level level);
/* Adds all findings of `from` behind those of `to`. */
GP_API void
gp_diag_append(struct gp_diag *to, const struct gp_diag *from);
/* Finding `i` in order of discovery, or NULL; it belongs to `d`. */
GP_API const struct gp_finding *
gp_diag_at(const struct gp_diag *d, size_t i);

/* All that the outside world tells the library.  Zero is a fair default. */
struct gp_amendments;
struct gp_program;
struct gp_program_end;
struct gp_settings {
	const char *folder; /* the articles and pack.yaml; NULL: none */
	const char *data;   /* has styles/, fonts/; NULL: gp_data_folder() */
	const char *series; /* the series.yaml that `folder` stands under: what
	                          its pack.yaml leaves out; NULL: none */
	const struct gp_amendments *amendments; /* what a series knows better
	                          than `folder`; NULL: nothing */
	const char *date;      /* ISO 8601 date of the pack, over pack.yaml's */
	const char *epoch;     /* SOURCE_DATE_EPOCH as written: the date when
	                       neither `date` nor pack.yaml gives one */
	long long now;         /* seconds since 1970, UTC: the moment of a
	                       release, and what embargoes are compared with
	                       unless `date` has a time of day; 0: not known,
	                       and then every embargo holds */
	const char *design;    /* a style of data/styles, over pack.yaml's */
	const char *url;       /* of one source: where it was found, for its
	                       links; NULL: as the source says */
	const char *rule_file; /* the only rule file; NULL: those of rules/
	                          in both folders */
	bool hold;        /* gp_docs_read_by(), too, holds back what is under
	                       an embargo; else it only tells of it */
	bool keep_all;    /* drop nothing; report what would have gone */
	unsigned threads; /* to work on, at most 64; 0: one.  Any number
	                       gives the same bytes */
	void *user;       /* handed to the two functions below */
	bool (*cancelled)(void *user); /* polled between articles; NULL: no */
	void (*progress)(void *user, const char *stage, size_t done,
	                 size_t total); /* NULL: no */
	/* Runs a program with nothing of the caller's open but the terminal;
	   false: stopped, or no memory.  NULL: nothing can be signed. */
	bool (*run)(void *user, const struct gp_program *p,
	            struct gp_program_end *end, struct gp_err *e);
};

/* Bytes owned by the caller; end them with gp_bytes_free(). */
struct gp_bytes {
	unsigned char *data;
	size_t size;
};
GP_API void
gp_bytes_free(struct gp_bytes *b);

/* Another program that the host runs: ssh-keygen, for signatures. */
struct gp_program {
	const char *name;
	const char *const *arguments; /* NULL at the end; "~/": the home */
	const void *input;            /* all of its standard input */
	size_t input_size;
};
struct gp_program_end {
	bool found, ended;         /* it was begun; it ended in time */
	int status;                /* of its exit; -1: none */
	struct gp_bytes out, said; /* 64 KiB of both outputs at most */
};

/* The bytes of the file at `path`, of at most `limit` bytes.  "-" is not
   special.  Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
GP_API bool
gp_read(const char *path, size_t limit, struct gp_bytes *out, struct gp_err *e);

/* Writes `b` to `path` by way of a synced temporary file beside it and a
   rename; a file that already holds these bytes is left untouched.  A link
   is followed, a device or a pipe is written into.  Errors: GP_OUTPUT. */
GP_API bool
gp_save(const char *path, const struct gp_bytes *b, struct gp_err *e);

struct gp_doc;
struct gp_pack;

/* One article through import and normalisation.  `name` is what messages
   call it and what pack.yaml's rows are matched with; when `settings` names
   a folder, its pack.yaml applies.  The result is finished and the caller's
   to end, NULL on error.  A source of several articles is refused.
   Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
GP_API const struct gp_doc *
gp_doc_read(const struct gp_settings *settings, const char *name,
            const void *data, size_t size, struct gp_diag *d, struct gp_err *e);
GP_API void
gp_doc_free(const struct gp_doc *doc);

/* Every article of a source that may hold several, such as a feed or a ZIP
   archive, in its order; else as gp_doc_read().  The result is the caller's,
   NULL on error. */
struct gp_docs;
GP_API struct gp_docs *
gp_docs_read(const struct gp_settings *settings, const char *name,
             const void *data, size_t size, struct gp_diag *d,
             struct gp_err *e);
GP_API void
gp_docs_free(struct gp_docs *docs);

/* What all sources of one folder are read by, read once itself: pack.yaml and
   the rules.  `settings` and their strings must outlive it.  NULL on error.
   Errors: GP_SYNTAX, GP_LIMIT, GP_INPUT, GP_USAGE, GP_NOMEM. */
struct gp_folder_rules;
GP_API struct gp_folder_rules *
gp_folder_rules_read(const struct gp_settings *settings, struct gp_err *e);
GP_API void
gp_folder_rules_free(struct gp_folder_rules *r);
/* As gp_docs_read().  Several threads may read by one set of rules at once,
   each with findings and an error of its own; `d` may be NULL. */
GP_API struct gp_docs *
gp_docs_read_by(const struct gp_folder_rules *r, const char *name,
                const void *data, size_t size, struct gp_diag *d,
                struct gp_err *e);

GP_API size_t
gp_docs_count(const struct gp_docs *docs);
/* Article `i`, or NULL; it belongs to `docs`. */
GP_API const struct gp_doc *
gp_docs_at(const struct gp_docs *docs, size_t i);

/* Prints a document as "json", "text", "tree", "html", "explain" or
   "rules" (what a rule file did);
   `colour` (explain only) allows terminal colours.
   Errors: GP_USAGE (no such format), GP_NOMEM. */
GP_API bool
gp_doc_print(const struct gp_doc *doc, const char *format, bool colour,
             struct gp_bytes *out, struct gp_err *e);

/* The rule file that was applied to a document, or NULL; it belongs to the
   document. */
GP_API const char *
gp_doc_rule_file(const struct gp_doc *doc);

/* How `n` documents were read, as one HTML page that needs no other file:
   what each source says of itself, source and result side by side, what was
   dropped with its rule and a confidence.  Errors: GP_LIMIT, GP_NOMEM. */
GP_API bool
gp_docs_report(const struct gp_doc *const *docs, size_t n, struct gp_bytes *out,
               struct gp_err *e);

/* Reads the folder of `settings`: pack.yaml and every article, normalised,
   in the pack's order, sealed.  A source that cannot be read or holds no
   article is left out with a finding, `left-out`, unless pack.yaml names it
   or nothing else is left.  An article that is under an embargo at
   `settings.now` is held back with a finding, `embargo`, and nothing of the
   pack tells that there is one; GP_INPUT when nothing else is left, or when
   the pack is under one.  The result is the caller's, NULL on error.
   Errors: any but GP_OUTPUT. */
GP_API struct gp_pack *
gp_pack_open(const struct gp_settings *settings, struct gp_diag *d,
             struct gp_err *e);
GP_API void
gp_pack_free(struct gp_pack *pack);
/* How many articles the pack holds. */
GP_API size_t
gp_pack_count(const struct gp_pack *pack);
/* Article `i` in reading order, or NULL; it belongs to the pack. */
GP_API const struct gp_doc *
gp_pack_article(const struct gp_pack *pack, size_t i);

/* Work on many things whose results are wanted one after the other. */
struct gp_line_of_work {
	void *user;
	/* Does thing `i` and keeps the result where take() finds it; on any
	   thread, several at once.  `worker` is below the number of threads and
	   belongs to one of them. */
	void (*work)(void *user, size_t i, unsigned worker);
	/* Takes result `i`: 0, 1, 2 and so on, on the caller's thread.  False:
	   no more is wanted. */
	bool (*take)(void *user, size_t i);
};

/* How far the work is ahead at most: thing `i` is begun when result
   i - GP_AHEAD was taken, so as many places for results are enough. */
enum { GP_AHEAD = 64 };

/* The work on `n` things on at most `threads` threads (1 to 64), of which the
   caller's is one; returns when all of them have ended.  False when take()
   wanted no more: then results may lie in their places still. */
GP_API bool
gp_in_order(size_t n, unsigned threads, const struct gp_line_of_work *how);

/* A format that a pack is written in. */
struct gp_format_row {
	const char *name;    /* of the format: "epub" */
	const char *summary; /* in a few words: "the EPUB alone" */
	const char *about;   /* in sentences; lines of at most 80 columns */
	const char *type;    /* media type */
	const char *suffix;  /* of its file: ".epub" */
	const char *file;    /* or the whole name: "feed.xml"; NULL: none */
	bool has_design;     /* settings.design shapes it */
	bool has_state;      /* it looks at its last output */
};

/* Format `i` of those that are one file, in the order in which gp_publish()
   makes them, or NULL. */
GP_API const struct gp_format_row *
gp_format_at(size_t i);

/* Room for the name of an output. */
enum { GP_FILE_NAME = 128 };

/* The file name that gp_publish() gives to the format of this name: the name
   of the pack and the suffix, where the format has no whole name.  False: no
   such format. */
GP_API bool
gp_pack_file_name(const struct gp_pack *pack, const char *format,
                  char out[GP_FILE_NAME]);

/* One output of the pack, in memory.  Of `settings` only `data`, `threads` and
   the two functions count: what the pack is, is settled.  Threads may write
   one pack at once, each with settings and findings of its own.  `previous` is
   the last output of the same format or NULL; only a format with state looks
   at it, such as a feed, to keep the dates of entries that did not change.
   Errors: GP_USAGE (no such format, or a pack date is needed and there is
   none), GP_INPUT (fonts, styles), GP_NOMEM, GP_INTERNAL. */
GP_API bool
gp_write(const struct gp_settings *settings, const struct gp_pack *pack,
         const char *format, const struct gp_bytes *previous,
         struct gp_bytes *out, struct gp_diag *d, struct gp_err *e);

/* What gp_publish() made. */
struct gp_published {
	size_t changed;   /* files written because their bytes are new */
	size_t unchanged; /* files left as they were */
};

/* Every output, manifest.json and SHA256SUMS into the folder `out`: all of
   them appear at once, or `out` stays as it was.  `settings` as in
   gp_write(); `out` may not be their `folder`.
   Errors: those of gp_write(), GP_OUTPUT, GP_CANCELLED. */
GP_API bool
gp_publish(const struct gp_settings *settings, const struct gp_pack *pack,
           const char *out, struct gp_published *done, struct gp_diag *d,
           struct gp_err *e);

/* Looks at the finished bytes of an EPUB, a PDF or an Atom feed (the kind is
   told by the bytes) and adds what is wrong with them to `d`; `name` is what
   the findings call the file.  What is written is not looked at through the
   writers' eyes: any such file may be given.  True when the file was looked
   at, whatever was found.  Errors: GP_INPUT (none of the three), GP_LIMIT,
   GP_NOMEM. */
GP_API bool
gp_check(const char *name, const void *data, size_t size, struct gp_diag *d,
         struct gp_err *e);

/* A check of gp_check() or gp_verify(). */
struct gp_check_row {
	const char *code; /* of the findings */
	enum gp_level level;
	const char *text; /* what must be so */
};

/* Check `i` of all, or NULL. */
GP_API const struct gp_check_row *
gp_check_at(size_t i);

/* Compares the folder `out` of gp_publish() with its SHA256SUMS and
   manifest.json, and the folder `content`, when not NULL, with the inputs that
   the manifest names; differences are added to `d`.  Errors: GP_INPUT (no
   such folder, no checksums), GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
GP_API bool
gp_verify(const char *out, const char *content, struct gp_diag *d,
          struct gp_err *e);

/* By which keys signatures are checked: files of allowed signers (NULL: they
   are only counted) and of revoked keys (NULL: none), as for ssh-keygen(1). */
struct gp_signers_wanted {
	const char *signers, *revoked;
};

/* Checks the signatures of the lists in the published folder, or the copy of a
   site, `out`: by keys that counted at settings->date, else on the day of the
   pack.  Who signed is a note, `verify-signed`; a key that ends within 30 days
   of settings->now is warned of, `verify-key-ends`.
   Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_USAGE, GP_NOMEM. */
GP_API bool
gp_signatures_verify(const struct gp_settings *settings,
                     const struct gp_signers_wanted *wanted, const char *out,
                     struct gp_diag *d, struct gp_err *e);

/* Looks for the pack with the reference `typed`, as people type them, in the
   published folder `out` and those in it: `reference-found` or
   `reference-unknown`.  Errors: GP_USAGE (it is none), GP_INPUT, GP_NOMEM. */
GP_API bool
gp_reference_find(const char *out, const char *typed, struct gp_diag *d,
                  struct gp_err *e);

/* Writes a commented pack.yaml and an example article into `folder`, made
   when missing; never over an existing file.  Errors: GP_OUTPUT. */
GP_API bool
gp_init(const char *folder, struct gp_err *e);

/* ---- series: packs over time ----

   A series is a folder that holds series.yaml, the folders of its packs,
   a ledger (one file a release, written once), records (every edition as it was
   issued) and a site, which is all that is served and which any static server
   serves.  One call at a time changes a series; each leaves it whole, or the
   next one finishes what it left. */

/* What a call is told besides the settings.  Of those `now` counts, unless
   `date` has a time or SOURCE_DATE_EPOCH is set: the moment of what is done;
   a `date` without a time is that of the pack. */
struct gp_series_call {
	const char *folder; /* of the series */
	const char *who;    /* asks: for those who come at the same time */
};

/* What gp_series_release() did. */
struct gp_series_done {
	size_t released;  /* editions */
	size_t as_before; /* packs that had nothing new */
	size_t refused;   /* packs that are not released, each with a
	                              finding, while others are */
	size_t added, corrected, withdrawn; /* articles */
	struct gp_published files;          /* of the site */
};

/* The series that the folder of a pack belongs to, its parent, into `folder`,
   and the name of the pack, into `pack`; both of `size` bytes.  The same for
   the folder of a series itself, with no name.  False: neither.
   Errors: GP_USAGE. */
GP_API bool
gp_series_find(const char *path, char *folder, char *pack, size_t size,
               struct gp_err *e);

/* Writes a commented series.yaml into `folder`, made when missing; never over
   an existing file.  Errors: GP_OUTPUT. */
GP_API bool
gp_series_init(const char *folder, struct gp_err *e);

/* Begins the next pack of the series in `folder`: a folder called after its
   day, with what the last pack.yaml says of every day, and its path in `path`,
   of `size` bytes.  The day is settings->date, else the one after the last pack
   or that of settings->now, whichever is later.  Errors: GP_OUTPUT (a pack.yaml
   is there), GP_USAGE, those of reading series.yaml and pack.yaml. */
GP_API bool
gp_series_next(const struct gp_settings *settings, const char *folder,
               char *path, size_t size, struct gp_diag *d, struct gp_err *e);

/* What gp_series_pick() found. */
struct gp_picked {
	size_t candidates; /* articles, and sources that cannot be read */
	size_t selected;   /* of them, in the pack */
	size_t added;      /* that came since it was written last */
};

/* Writes pick.txt in settings->folder: a line for each article that could be in
   the pack, under the sections of pack.yaml, for an editor to move.  What was
   decided in it stays.  `folder`: of the series, which knows what ran before;
   NULL: none.  settings->date with a time, else settings->now is the moment
   that embargoes are held against.
   Errors: GP_SYNTAX (a line of it that means nothing, with its number),
   GP_OUTPUT, those of gp_pack_open(). */
GP_API bool
gp_series_pick(const struct gp_settings *settings, const char *folder,
               struct gp_picked *done, struct gp_diag *d, struct gp_err *e);

/* Releases packs by the names of their folders, in their order, and brings the
   site up to date; with none, all that are new or changed, by day and name.  A
   pack that says what it said is left as it is.  A released article that is
   missing, or whose text changed without a row in `corrections:`, is refused
   (GP_INPUT), with what differs among the findings.  A pack that is refused
   keeps no other back: of several it is a finding, `refused`, and GP_INPUT
   tells at the end how many there were.
   Errors: those of gp_publish(). */
GP_API bool
gp_series_release(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *const *packs,
                  size_t n, struct gp_series_done *done, struct gp_diag *d,
                  struct gp_err *e);

/* How gp_series_preview() is asked. */
struct gp_preview_wanted {
	const char *out; /* the folder of the preview, outside the series or in
	                    its previews; NULL: preview/PACK of the series */
	bool json;       /* what is said is a JSON object, else text */
};

/* Makes the outputs of the next edition of a pack outside site/, with DRAFT on
   every page and in every title, and says in `said` what would go to whom, what
   is held, and what changed against the edition that is out.  Ledger, records
   and site stay as they are.  Errors: those of gp_series_release(). */
GP_API bool
gp_series_preview(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *pack,
                  const struct gp_preview_wanted *wanted, struct gp_bytes *said,
                  struct gp_diag *d, struct gp_err *e);

/* What gp_series_approve() recorded. */
struct gp_approved {
	unsigned edition;
	size_t articles;
	char digest[65]; /* SHA-256 of what was approved, hexadecimal */
};

/* Records that `by` approves the next edition of a pack as a release would make
   it now.  Where series.yaml has `approval: required`, gp_series_release()
   refuses (GP_INPUT) whatever differs from it, and says what.
   Errors: GP_USAGE (no name), GP_INPUT (nothing is new), those of
   gp_series_release(). */
GP_API bool
gp_series_approve(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *pack,
                  const char *by, struct gp_approved *done, struct gp_diag *d,
                  struct gp_err *e);

/* Releases the packs of which something is due at the moment of the call: texts
   leave whose days (`sources:` of series.yaml) are over, and articles go out
   whose embargo is past.  With these all else in their folders goes out as by a
   release, an approval included; a text leaves alone and without one, and if no
   edition without it can be made, the files of its pack go (`withheld`).
   Errors: those of gp_series_release(). */
GP_API bool
gp_series_release_due(const struct gp_settings *settings,
                      const struct gp_series_call *call,
                      struct gp_series_done *done, struct gp_diag *d,
                      struct gp_err *e);

/* How gp_series_mail() is asked. */
struct gp_mail_wanted {
	bool recall;        /* the notice of what was withdrawn */
	bool split;         /* several messages, where one would be too large */
	unsigned attempt;   /* from 1: another one has an id of its own; 0: 1 */
	unsigned batch;     /* addresses of one envelope file; 0: 100 */
	const char *attach; /* "epub", "pdf" or "epub,pdf"; NULL: nothing */
};

/* What it made. */
struct gp_mailed {
	unsigned edition;
	size_t messages;
	size_t recipients, envelopes; /* of `mail: recipients:` */
	char path[4096];              /* of the first message */
};

/* Writes the last edition of a pack that is out as a message, for a program
   that sends mail, into mail/ of the series: with its pages' addresses or, as
   series.yaml says, its articles.  Of many recipients there are envelope files
   beside it, and no header names them.  The same call gives the same bytes, and
   nothing else of the series changes.  Errors: GP_INPUT (the pack is not out,
   its folder says other than what is, an address is none or outside `mail:
   domains`, nothing was withdrawn), GP_LIMIT (more HTML than programs show),
   GP_OUTPUT, those of gp_series_release(). */
GP_API bool
gp_series_mail(const struct gp_settings *settings,
               const struct gp_series_call *call, const char *pack,
               const struct gp_mail_wanted *wanted, struct gp_mailed *done,
               struct gp_diag *d, struct gp_err *e);

/* Takes the last release back: the site is as if it had not been, its ids are
   never used again.  `said`, for a person, tells what cannot be recalled.
   Errors: GP_INPUT (nothing was released, or a text would be served again that
   is withdrawn, over its days or allowed no more), GP_OUTPUT, GP_NOMEM. */
GP_API bool
gp_series_undo(const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_bytes *said,
               struct gp_diag *d, struct gp_err *e);

/* Makes the ledger again from the records, with the same ids, and the site from
   both.  Errors: GP_INPUT, GP_OUTPUT, GP_NOMEM. */
GP_API bool
gp_series_rebuild(const struct gp_settings *settings,
                  const struct gp_series_call *call, struct gp_published *done,
                  struct gp_diag *d, struct gp_err *e);

/* Takes withdrawn articles, each named by its id or as PACK/FILE, out of ledger
   and records as well: names, titles, digests, texts, and the outputs of each
   edition that had them.  Their ids stay, and what the feeds say of them.  All
   of them or none: GP_USAGE for one that was never released, GP_INPUT for one
   that is not withdrawn, still served, held (`hold: yes`), or whose file is
   still there.  Errors: GP_OUTPUT, GP_NOMEM. */
GP_API bool
gp_series_erase(const struct gp_settings *settings,
                const struct gp_series_call *call, const char *const *articles,
                size_t n, struct gp_diag *d, struct gp_err *e);

/* What was released when, a line each or as a JSON array.
   Errors: GP_INPUT, GP_NOMEM. */
GP_API bool
gp_series_log(const char *folder, bool json, struct gp_bytes *out,
              struct gp_err *e);

/* Compares the site of a series with what its ledger and its records make of
   it, byte for byte; differences are added to `d`.  `data` is the data folder,
   for words in its language, else in English; NULL: gp_data_folder().
   Errors: GP_INPUT, GP_SYNTAX, GP_NOMEM. */
GP_API bool
gp_series_verify(const char *folder, const char *data, struct gp_diag *d,
                 struct gp_err *e);

/* The same for the site of a series: by keys that counted when the ledger has
   each release.  Errors: the same. */
GP_API bool
gp_series_signatures_verify(const struct gp_settings *settings,
                            const struct gp_signers_wanted *wanted,
                            const char *folder, struct gp_diag *d,
                            struct gp_err *e);

/* The same among all editions of a series; one that is not out any more is
   `reference-old` or `reference-gone`.  Errors: the same, GP_SYNTAX. */
GP_API bool
gp_series_reference_find(const char *folder, const char *typed,
                         struct gp_diag *d, struct gp_err *e);

/* "1.2.3"; and the data folder that an installed library has, else NULL. */
GP_API const char *
gp_version(void);
GP_API const char *
gp_data_folder(void);

#ifdef __cplusplus
}
#endif
#endif
