/* The order of the rows is that in the files, and never changes for what is
   there: the bytes of the ledger depend on it.  A field that is added goes to
   the end of its table, or where a person would look for it. */
#include "series/ledger/release_members.h"

#include "series/ledger/safe_file.h"

#include <stddef.h>
#include <string.h>

/* Releases and editions; bytes and words. */
static const long most_count = 999999999, most_number = 999999999999;

static const char *const states[] = {
	[GP_ARTICLE_NEW] = "new",
	[GP_ARTICLE_KEPT] = "kept",
	[GP_ARTICLE_CORRECTED] = "corrected",
	[GP_ARTICLE_WITHDRAWN] = "withdrawn",
	[GP_ARTICLE_RECUT] = "recut",
	[GP_ARTICLE_STATES] = NULL,
};

/* Of what is shown whole nothing is said. */
static const char *const shares[] = {
	[GP_SHARE_FULL] = "",
	[GP_SHARE_EXTRACT] = "extract",
	[GP_SHARE_LINK] = "link",
	[GP_SHARE_LINK + 1] = NULL,
};

static const char *const since[] = {
	[GP_ENTRY_UNSAID] = "",
	[GP_ENTRY_NEW] = "new",
	[GP_ENTRY_CORRECTED] = "corrected",
	[GP_ENTRY_CARRIED] = "carried",
	[GP_ENTRY_STATES] = NULL,
};

#define TEXT(type, key, member)                                              \
	{                                                                    \
		(key), GP_MEMBER_TEXT, offsetof(struct type, member), false, \
			NULL                                                 \
	}
#define WORD(type, key, member, words)                                       \
	{                                                                    \
		(key), GP_MEMBER_WORD, offsetof(struct type, member), false, \
			(words)                                              \
	}
#define NUMBER(type, key, member, always)                               \
	{                                                               \
		(key), GP_MEMBER_NUMBER, offsetof(struct type, member), \
			(always), NULL                                  \
	}
#define COUNT(type, key, member, always)                               \
	{                                                              \
		(key), GP_MEMBER_COUNT, offsetof(struct type, member), \
			(always), NULL                                 \
	}

static const struct gp_member of_entry[] = {
	COUNT(gp_release_entry, "release", number, true),
	TEXT(gp_release_entry, "time", time),
	TEXT(gp_release_entry, "moment", moment),
	TEXT(gp_release_entry, "series", series),
	TEXT(gp_release_entry, "head", head),
	COUNT(gp_release_entry, "undoes", undoes, false),
	TEXT(gp_release_entry, "pack", pack),
	COUNT(gp_release_entry, "edition", edition, true),
	TEXT(gp_release_entry, "identifier", identifier),
	TEXT(gp_release_entry, "title", title),
	TEXT(gp_release_entry, "date", date),
	TEXT(gp_release_entry, "marking", marking),
	TEXT(gp_release_entry, "language", lang),
	TEXT(gp_release_entry, "reference", reference),
	TEXT(gp_release_entry, "approved_by", approved_by),
	TEXT(gp_release_entry, "approved", approved),
	TEXT(gp_release_entry, "held", held),
	TEXT(gp_release_entry, "pieces", pieces),
	COUNT(gp_release_entry, "erased", erased, false),
	COUNT(gp_release_entry, "protected", is_protected, false),
};

static const struct gp_member of_article[] = {
	TEXT(gp_released_article, "id", id),
	WORD(gp_released_article, "state", state, states),
	TEXT(gp_released_article, "file", file),
	TEXT(gp_released_article, "given", given),
	TEXT(gp_released_article, "address", address),
	TEXT(gp_released_article, "feed", feed),
	TEXT(gp_released_article, "title", title),
	TEXT(gp_released_article, "source", source),
	WORD(gp_released_article, "shows", shows, shares),
	TEXT(gp_released_article, "published", published),
	TEXT(gp_released_article, "updated", updated),
	NUMBER(gp_released_article, "words", words, true),
	TEXT(gp_released_article, "text", text),
	TEXT(gp_released_article, "sketch", sketch),
	NUMBER(gp_released_article, "corrections", corrections, false),
	TEXT(gp_released_article, "notice", notice),
	WORD(gp_released_article, "since", since, since),
	TEXT(gp_released_article, "first", first),
	TEXT(gp_released_article, "notes", notes),
	NUMBER(gp_released_article, "hold", hold, false),
};

static const struct gp_member of_file[] = {
	TEXT(gp_released_file, "file", file),
	TEXT(gp_released_file, "type", type),
	NUMBER(gp_released_file, "bytes", bytes, true),
	TEXT(gp_released_file, "sha256", sha256),
};

#define TABLE(rows)                                   \
	{                                             \
		(rows), sizeof(rows) / sizeof *(rows) \
	}

const struct gp_members gp_members_of_entry = TABLE(of_entry);
const struct gp_members gp_members_of_article = TABLE(of_article);
const struct gp_members gp_members_of_file = TABLE(of_file);

struct gp_str
gp_member_text(const struct gp_member *f, const void *row)
{
	const char *at = (const char *)row + f->at;
	struct gp_str text;
	unsigned word;

	if (f->kind == GP_MEMBER_WORD) {
		memcpy(&word, at, sizeof word);
		return gp_str(f->words[word]);
	}
	memcpy(&text, at, sizeof text);
	return text;
}

long
gp_member_number(const struct gp_member *f, const void *row)
{
	const char *at = (const char *)row + f->at;
	unsigned count;
	long number;

	if (f->kind == GP_MEMBER_COUNT) {
		memcpy(&count, at, sizeof count);
		return (long)count;
	}
	memcpy(&number, at, sizeof number);
	return number;
}

static bool
is_text(const struct gp_member *f)
{
	return f->kind == GP_MEMBER_TEXT || f->kind == GP_MEMBER_WORD;
}

bool
gp_member_is_empty(const struct gp_member *f, const void *row)
{
	if (is_text(f))
		return gp_member_text(f, row).n == 0;
	return !f->always && gp_member_number(f, row) == 0;
}

static bool
set_word(const struct gp_member *f, char *at, struct gp_str value)
{
	unsigned i;

	for (i = 0; f->words[i]; i++)
		if (gp_str_eq(gp_str(f->words[i]), value)) {
			memcpy(at, &i, sizeof i);
			return true;
		}
	return false;
}

bool
gp_member_set_text(const struct gp_member *f, void *row, struct gp_str value)
{
	char *at = (char *)row + f->at;

	if (f->kind == GP_MEMBER_WORD)
		return set_word(f, at, value);
	memcpy(at, &value, sizeof value);
	return true;
}

bool
gp_member_set_number(const struct gp_member *f, void *row, long value)
{
	char *at = (char *)row + f->at;
	unsigned count = (unsigned)value;

	if (value < 0 ||
	    value > (f->kind == GP_MEMBER_COUNT ? most_count : most_number))
		return false;
	if (f->kind == GP_MEMBER_COUNT)
		memcpy(at, &count, sizeof count);
	else
		memcpy(at, &value, sizeof value);
	return true;
}

static const char *
lists_flaw(const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_files; i++)
		if (!gp_is_plain_name(r->files[i].file))
			return "a file of it has a name that is none";
	for (i = 0; i < r->n_articles; i++)
		if (r->articles[i].id.n == 0)
			return "an article of it has no id";
	return NULL;
}

const char *
gp_release_entry_flaw(const struct gp_release_entry *r)
{
	if (r->number == 0 || r->series.n == 0 || r->time.n == 0)
		return "it has no number, time or series";
	if (!gp_is_plain_name(r->pack))
		return "the name of its pack is none";
	return lists_flaw(r);
}
