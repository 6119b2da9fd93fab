/*
 * The document: what an article says, decided.  Only gp_normalise() makes
 * one, with functions that are private to normalise/; when it hands one out,
 * the arena is sealed and everybody reads a const document.
 *
 * Nothing of the source is lost: every non-blank line stands in the body, in
 * a metadata field (its `at`), or in `dropped` with its raw text, the rule
 * and a confidence.  Each document is accounted for before it is handed out.
 */
#ifndef GP_MODEL_DOC_H
#define GP_MODEL_DOC_H

#include "base/date.h"
#include "model/draft.h"
#include "model/embargo.h"

/* A piece of text with its place; empty text: there is none. */
struct gp_field {
	struct gp_str text;
	struct gp_span at;
};

struct gp_standfirst {
	struct gp_str text;
	struct gp_span at;
	struct gp_str confidence;  /* "high", "medium", "given" (pack.yaml) */
	struct gp_str alternative; /* "body paragraph" or "" */
};

enum gp_author_kind { GP_PERSON, GP_ORGANISATION };

struct gp_author {
	struct gp_str name;    /* "Matt Hancock" */
	struct gp_str suffix;  /* "MP" or "" */
	struct gp_str display; /* "Matt Hancock MP"; the name when no suffix */
	struct gp_str role;    /* as written, "" when none */
	struct gp_str *roles;  /* the role split into its posts */
	size_t n_roles;
	struct gp_str raw; /* the source's form when the name is derived */
	bool derived;      /* made from a user name such as first.last */
	enum gp_author_kind kind;
};

struct gp_byline {
	struct gp_str text; /* verbatim */
	struct gp_span at;
	struct gp_author *authors;
	size_t n_authors;
};

enum gp_date_role { GP_PUBLISHED, GP_MODIFIED, GP_AGGREGATED };

struct gp_dateline {
	struct gp_date date; /* precision GP_NO_DATE: there is none */
	enum gp_date_role role;
	struct gp_str raw;
	struct gp_span at;
};

/* That it may not be published yet, as its source says. */
struct gp_embargo_said {
	struct gp_embargo what;
	struct gp_str raw; /* the line, as it stood; "" when none says it */
	struct gp_span at;
};

/* Under which licence it stands where it is published. */
struct gp_licence_said {
	struct gp_str words; /* a line for readers, or "" */
	struct gp_str lang;  /* of its label */
};

/* Where it stood on paper, as the editor of a pack of cuttings says; "" when
   not given. */
struct gp_printed_place {
	struct gp_str page;        /* "7" */
	struct gp_str circulation; /* "120,450", of what it was printed in */
};

struct gp_candidate {
	struct gp_str name;
	unsigned *lines;
	size_t n_lines;
};

struct gp_source {
	struct gp_str name;       /* "" when not named */
	struct gp_str confidence; /* "given", "stated", "inferred" or "" */
	unsigned *evidence;       /* lines that say so */
	size_t n_evidence;
	struct gp_candidate *candidates;
	size_t n_candidates;
};

struct gp_short_form {
	struct gp_str brief, full; /* "GDS", "Government Digital Service" */
	unsigned line;
};

/* A claim of the draft as it was judged. */
struct gp_judged_claim {
	const struct gp_claim *said; /* a copy; its `next` is NULL */
	bool taken;                  /* a field was made of it */
	bool differs;                /* says other than what was taken */
	struct gp_judged_claim *next;
};

struct gp_dropped {
	struct gp_span at;
	struct gp_str raw;    /* source lines, joined by newlines */
	struct gp_str reason; /* "related-links" */
	struct gp_str rule;   /* which rule: its pattern or its name */
	int confidence;       /* hundredths, 0 to 100 */
	struct gp_dropped *next;
};

/* A rule of a rule file that had to do with the article. */
struct gp_rule_effect {
	const char *does;   /* "drop": a literal, the key of the file */
	struct gp_str what; /* the pattern or name as it stands there */
	unsigned line;      /* in the rule file */
	size_t count;       /* of lines; 0: not about lines */
	struct gp_rule_effect *next;
};

/* How often one repair was made. */
struct gp_repair {
	struct gp_str name; /* "nbsp-to-space" */
	size_t count;
	struct gp_repair *next;
};

struct gp_warning {
	const char *code; /* stable short name */
	struct gp_str text;
	unsigned line; /* 0: the whole article */
	struct gp_warning *next;
};

struct gp_doc {
	struct gp_arena *arena; /* owns everything here */
	struct gp_input input;
	struct gp_str lang; /* BCP 47 */

	struct gp_field title;
	struct gp_standfirst standfirst;
	struct gp_byline byline;
	struct gp_dateline date;
	struct gp_source source;
	struct gp_field url;
	struct gp_printed_place printed;
	struct gp_embargo_said embargo;
	struct gp_licence_said licence; /* said of it, not by it */
	struct gp_field section; /* of the pack, as the source asks for */
	struct gp_str feed_id;   /* what its feed calls it; "" when none */
	struct gp_str *tags;     /* words it is filed under */
	size_t n_tags;

	struct gp_node *body; /* kind GP_BODY, never NULL */
	size_t words;         /* of the body; 0: not counted yet */
	bool stands_in;       /* the body says where the article is, or that it
	                         is out, and nothing of it */

	struct gp_short_form *short_forms;
	size_t n_short_forms;

	struct gp_judged_claim *claims; /* what the source says of itself */

	struct gp_str rule_file;             /* that fits the source, or "" */
	struct gp_rule_effect *rule_effects; /* its rules that did something */

	struct gp_str *lines; /* the source, for reports */
	size_t n_lines;
	struct gp_dropped *dropped; /* in source order */
	struct gp_repair *repairs;  /* by name */
	struct gp_warning *warnings, *last_warning;
};

/* Number of words of the body. */
size_t
gp_doc_words(const struct gp_doc *doc);
/* Of them those that take time to read: none where the body stands in. */
size_t
gp_doc_words_to_read(const struct gp_doc *doc);

#endif
