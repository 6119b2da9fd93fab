/* The pack is read as for a release and has to come to what is out: what goes
   to people is what was released, neither more nor in other words.  What each
   part says is the writer's; here is only known what it is told. */
#include "series/mail/mail_kinds.h"

#include "base/limits.h"
#include "pack/design.h"
#include "series/release/releasing.h"
#include "write/web/web_names.h"

enum { MB = 1000 * 1000 };

struct edition_mail {
	struct gp_mailing *m;
	struct gp_releasing *r;
	struct gp_arena *arena;
	struct gp_message message;
	struct gp_message_file *files;
};

static bool
is_type(const char *type, const char *wanted)
{
	return gp_str_eq(gp_str(type), gp_str(wanted));
}

static const char epub[] = "application/epub+zip";
static const char pdf[] = "application/pdf";

/* ---- what is out ---- */

static bool
check_released(const struct gp_mailing *m, const struct gp_releasing *r,
               bool is_new, struct gp_err *e)
{
	if (gp_release_is_withdrawal(m->row))
		return gp_fail_at(e, GP_INPUT, r->settings.folder, 0, 0,
		                  "is withdrawn: `govpub mail --recall` tells "
		                  "its readers");
	if (m->row->n_files == 0)
		return gp_fail_at(e, GP_INPUT, r->settings.folder, 0, 0,
		                  "is not served, as something had to leave "
		                  "it: release it again first");
	return !is_new ||
	       gp_fail_at(e, GP_INPUT, r->settings.folder, 0, 0,
	                  "says other than edition %u, which is out: release "
	                  "it first, only what was released goes to people",
	                  m->row->edition);
}

/* ---- places ---- */

static struct gp_message_place
place_of(const struct edition_mail *em, const char *page)
{
	struct gp_arena *a = em->arena;
	struct gp_str base = em->m->s->file.info.base_url;
	struct gp_str name = em->m->pack;
	struct gp_message_place to = { GP_STR(""), GP_STR("") };

	if (base.n)
		to.address = gp_arena_printf(a, "%.*s%.*s/%s", GP_ARG(base),
		                             GP_ARG(name), page);
	to.file = gp_arena_printf(a, "%.*s/%s", GP_ARG(name),
	                          page[0] ? page : "index.html");
	return to;
}

static void
add_places(struct edition_mail *em)
{
	const struct gp_pack *pack = &em->r->pack;
	struct gp_message_place *rows =
		gp_arena_array(em->arena, pack->n_entries + 1, sizeof *rows);
	char name[GP_WEB_NAME];
	size_t i;

	em->message.pack = place_of(em, "");
	em->message.articles = rows;
	for (i = 0; rows && i < pack->n_entries; i++) {
		gp_web_page_name(pack->entries[i].uri, name);
		rows[i] = place_of(em, name);
	}
}

/* EPUB and PDF where they are served. */
static void
add_forms(struct edition_mail *em)
{
	const struct gp_release_entry *row = em->m->row;
	struct gp_made *rows =
		gp_arena_array(em->arena, row->n_files + 1, sizeof *rows);
	const struct gp_released_file *f;
	size_t i;

	em->message.forms = rows;
	if (!rows || em->m->s->file.info.base_url.n == 0)
		return;
	for (i = 0; i < row->n_files; i++) {
		f = &row->files[i];
		if (!is_type(f->type.p, epub) && !is_type(f->type.p, pdf))
			continue;
		rows[em->message.n_forms++] = (struct gp_made){
			.path = place_of(em, f->file.p).address,
			.type = f->type.p,
			.bytes = (size_t)f->bytes,
		};
	}
}

/* ---- what is new ---- */

/* Of the edition that is out, whose rows are those of the pack's articles. */
static void
add_leads(struct edition_mail *em)
{
	const struct gp_releasing *r = em->r;
	const struct gp_release_entry *row = em->m->row;
	bool *rows =
		gp_arena_array(em->arena, r->pack.n_entries + 1, sizeof *rows);
	enum gp_article_state state;
	size_t i;

	if (!rows || em->m->later == 0)
		return;
	for (i = 0; i < r->n && i < row->n_articles; i++) {
		state = row->articles[i].state;
		rows[r->facts[i].at] = state == GP_ARTICLE_NEW ||
		                       state == GP_ARTICLE_CORRECTED;
	}
	em->message.leads = rows;
}

/* A correction alone is called one; what brings news is an update. */
static void
add_mark(struct edition_mail *em)
{
	const struct gp_changes *c = &em->r->pack.since.edition;
	const struct gp_labels *l = em->r->pack.labels;

	if (em->m->later == 0)
		return;
	if (c->corrected && !c->added)
		em->message.mark = gp_word(l, GP_W_MAIL_CORRECTION);
	else
		em->message.mark = gp_word_number(l, GP_W_MAIL_UPDATE,
		                                  em->m->later, em->arena);
}

/* ---- files that go with it ---- */

/* The type of a word of --attach; NULL: there is none. */
static const char *
type_called(struct gp_str word)
{
	if (gp_str_eq(word, GP_STR("epub")))
		return epub;
	return gp_str_eq(word, GP_STR("pdf")) ? pdf : NULL;
}

static void
attach(struct edition_mail *em, const char *type)
{
	const struct gp_output *o = em->r->outputs.rows;
	size_t i;

	for (i = 0; em->files && i < em->r->outputs.n; i++)
		if (is_type(o[i].type, type))
			em->files[em->message.n_files++] =
				(struct gp_message_file){
					gp_str(o[i].name),
					type,
					{ (const char *)o[i].bytes.data,
				          o[i].bytes.size },
				};
}

/* "epub,pdf", each once. */
static bool
attach_all(struct edition_mail *em, struct gp_err *e)
{
	const char *wanted = em->m->wanted->attach;
	struct gp_str rest = gp_str(wanted), word;
	const char *type, *last = NULL;

	if (!wanted)
		return true;
	if (em->message.bare)
		return gp_fail(e, GP_USAGE,
		               "a pack of this marking goes to people as "
		               "links alone, so nothing can be attached");
	em->files = gp_arena_array(em->arena, 3, sizeof *em->files);
	em->message.files = em->files;
	while (rest.n && gp_str_split(&rest, ',', &word)) {
		type = type_called(gp_str_trim(word));
		if (!type || type == last || em->message.n_files > 1)
			return gp_fail(e, GP_USAGE,
			               "--attach takes epub, pdf or epub,pdf");
		attach(em, type);
		last = type;
	}
	return gp_arena_ok(em->arena, e);
}

/* ---- the messages ---- */

static struct gp_str
way_out(const struct gp_mail_settings *to)
{
	return to->n_leave ? to->leave[0] : GP_STR("");
}

static void
settle(struct edition_mail *em)
{
	const struct gp_mail_settings *to = &em->m->s->file.mail;
	struct gp_message *message = &em->message;

	message->bare = em->r->pack.info.wants_protection;
	message->full = to->full;
	message->pictures = to->pictures;
	message->leave = way_out(to);
	message->reference = em->m->row->reference;
	message->mark = GP_STR("");
	add_places(em);
	add_forms(em);
	add_leads(em);
	add_mark(em);
	if (message->bare && message->full)
		gp_diag_add(em->m->s->diag, GP_NOTE, "mail-bare",
		            em->r->settings.folder, 0,
		            "the marking is for readers who were asked who "
		            "they are: the mail has headlines and links alone");
}

static bool
write_part(struct edition_mail *em, const struct gp_message_part *part,
           struct gp_err *e)
{
	struct gp_mailing *m = em->m;
	const struct gp_mail_which which = { m->row->edition, part->number,
		                             m->wanted->attempt };
	struct gp_str before[GP_MAIL_MOST_BEFORE];
	struct gp_buf bytes = { .max = 0 };
	struct gp_message_head head;
	bool ok;

	gp_mailing_head(m, &which, &head, before);
	ok = gp_arena_ok(m->s->arena, e) &&
	     gp_message_write(&em->message, &head, part, &bytes, e);
	if (ok)
		gp_mailing_add(m, part->of > 1 ? part->number : 0, &bytes);
	gp_buf_free(&bytes);
	return ok;
}

static void
tell_size(const struct edition_mail *em)
{
	const struct gp_mailing *m = em->m;
	long limit = m->s->file.mail.limit;

	if (m->bytes <= (size_t)limit * MB)
		return;
	gp_diag_add(m->s->diag, GP_WARNING, "mail-size", em->r->settings.folder,
	            0,
	            "the mail has %zu.%zu MB, and `mail: limit` is %ld: some "
	            "mailers will send it back",
	            m->bytes / MB, m->bytes / (MB / 10) % 10, limit);
}

static bool
write_parts(struct edition_mail *em, struct gp_err *e)
{
	struct gp_message_part *parts;
	size_t n, i;

	if (!gp_message_parts(&em->message, em->m->wanted->split, em->arena,
	                      &parts, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (!write_part(em, &parts[i], e))
			return false;
	tell_size(em);
	return true;
}

static bool
write_all(struct edition_mail *em, struct gp_err *e)
{
	struct gp_host host = gp_host_of(&em->r->settings);
	struct gp_write_job job = { .host = &host,
		                    .pack = &em->r->pack,
		                    .diag = em->m->s->diag };
	struct gp_style design;

	if (!gp_pack_date(job.pack, &job.date, e) ||
	    !gp_design_read(&job, &design, e))
		return false;
	job.design = &design;
	em->message.job = &job;
	settle(em);
	return gp_arena_ok(em->arena, e) && attach_all(em, e) &&
	       write_parts(em, e);
}

/* What is found about the articles was said when they were released: it is
   wanted only where that is why there is no mail. */
static bool
prepare(struct edition_mail *em, struct gp_diag *found, struct gp_err *e)
{
	struct gp_series *s = em->m->s;
	struct gp_diag *all = s->diag;
	bool is_new = false, ok;

	s->diag = found;
	ok = gp_release_begin(em->r, s, em->m->pack, false, e) &&
	     gp_release_prepare(em->r, &is_new, e) &&
	     check_released(em->m, em->r, is_new, e);
	s->diag = all;
	if (!ok && all)
		gp_diag_append(all, found);
	return ok;
}

bool
gp_mail_edition(struct gp_mailing *m, struct gp_err *e)
{
	struct gp_releasing r;
	struct edition_mail em = { .m = m, .r = &r };
	struct gp_diag *found = gp_diag_new();
	bool ok;

	if (!found)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = prepare(&em, found, e);
	em.arena = r.arena;
	ok = ok && write_all(&em, e);
	gp_release_end(&r);
	gp_diag_free(found);
	return ok;
}
