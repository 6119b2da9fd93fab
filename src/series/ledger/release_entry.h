/*
 * One release as the ledger has it: which edition of which pack went out when,
 * with which files and which articles, and who each article is.  A release
 * that takes back another one is an entry too.  Plain data; how it looks in a
 * file is not known here.  Private to series/.
 */
#ifndef GP_SERIES_LEDGER_RELEASE_ENTRY_H
#define GP_SERIES_LEDGER_RELEASE_ENTRY_H

#include "base/arena.h"
#include "model/pack.h"

/* What a release did to an article. */
enum gp_article_state {
	GP_ARTICLE_NEW,       /* never released before */
	GP_ARTICLE_KEPT,      /* as it was, in this pack or carried over */
	GP_ARTICLE_CORRECTED, /* its text changed, and a row says why */
	GP_ARTICLE_WITHDRAWN, /* nobody is to read it any more */
	GP_ARTICLE_RECUT,     /* as it was, but more or less of it is shown */
	GP_ARTICLE_STATES,
};

struct gp_released_article {
	struct gp_str id; /* urn:uuid:, for good */
	/* What it is recognised by; "" for what it has not. */
	struct gp_str file, given, address, feed;
	struct gp_str title;
	struct gp_str source;    /* that it names, or "" */
	enum gp_share shows;     /* how much of it was served */
	struct gp_str text;      /* SHA-256 of its words, hexadecimal */
	struct gp_str sketch;    /* of its text, for likeness */
	long words;              /* of its body */
	struct gp_str published; /* as the feed has it; "" when undated */
	struct gp_str updated;   /* when its text last changed for readers */
	enum gp_article_state state;
	long corrections;     /* rows about it that were taken so far */
	struct gp_str notice; /* id of the entry that tells of a correction */
	enum gp_entry_state since; /* the last pack, as its pack shows it */
	struct gp_str first; /* day of the pack that it was first in, when it
	                        was carried over */
	struct gp_str notes; /* what readers were told was wrong with it: lines
	                        of a day, the pack that said so, a sentence */
	long hold; /* 1: withdrawn, and kept in the records whoever asks */
};

/* Whether nothing of it but who it is and where may be shown from this release
   on, so that what told of its corrections has to go, too. */
static inline bool
gp_release_shuts(const struct gp_released_article *a)
{
	return a->state == GP_ARTICLE_WITHDRAWN ||
	       (a->state == GP_ARTICLE_RECUT && a->shows == GP_SHARE_LINK);
}

struct gp_released_file {
	struct gp_str file, type, sha256;
	long bytes;
};

struct gp_release_entry {
	unsigned number;      /* from 1, without a gap */
	unsigned undoes;      /* the number of another one; 0: a release */
	bool undone;          /* by a later entry; not in its file */
	struct gp_str time;   /* RFC 3339 in UTC */
	struct gp_str moment; /* the same by the clock of whoever released an
	                         edition after the first; "" for that */
	struct gp_str series; /* URI of the series */
	struct gp_str head;   /* digest of what all feeds say of the series */
	struct gp_str pack;   /* name of its folder */
	unsigned edition;     /* of the pack, from 1 */
	struct gp_str identifier, title, date, marking, lang;
	unsigned is_protected;   /* 1: its marking is for readers who were asked
	                          who they are, and its titles stand in its
	                          books only; 0 else */
	struct gp_str reference; /* of the edition; "": without a book, or of a
	                            release that had none yet */
	struct gp_str approved_by, approved; /* a name, a time; or "" */
	struct gp_str held;   /* when the first that an embargo holds back may
	                         go out, RFC 3339 in UTC; or "" */
	struct gp_str pieces; /* SHA-256 of what the records keep for feeds */
	unsigned
		erased; /* 1: its outputs are gone, with an article of theirs */
	struct gp_released_file *files;
	size_t n_files;
	struct gp_released_article *articles; /* in the editor's order */
	size_t n_articles;
};

#endif
