/* A pack written down field by field, for a digest and for nobody to read: a
   field is its name, the length of its value and the value, so no two packs
   give the same text.  Articles and pictures go in by digests of their own;
   each costs its bytes once.  What a writer makes of a field is not known
   here. */
#include "pack/names/reference.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/map.h"
#include "model/walk.h"

#include <stdint.h>

/* Another number where the fields are other ones: old references are not made
   again then. */
static const char form[] = "govpub reference 1";

struct referring {
	const struct gp_pack *pack;
	struct gp_arena *arena;
	struct gp_map digests; /* of pictures, by their names */
	struct gp_buf all;     /* what the reference is the digest of */
	struct gp_buf article; /* the one at hand */
};

/* ---- fields ---- */

static void
put(struct gp_buf *b, const char *name, struct gp_str value)
{
	if (value.n == 0)
		return;
	gp_buf_printf(b, "%s %zu ", name, value.n);
	gp_buf_str(b, value);
	gp_buf_putc(b, '\n');
}

static void
put_number(struct gp_buf *b, const char *name, long n)
{
	if (n)
		gp_buf_printf(b, "%s %ld\n", name, n);
}

static void
put_date(struct gp_buf *b, const char *name, const struct gp_date *date)
{
	char text[GP_DATE_TEXT];

	if (date->precision == GP_NO_DATE)
		return;
	gp_date_iso(date, text);
	put(b, name, gp_str(text));
}

/* The day alone: what time of it a run says is not the pack's. */
static void
put_day(struct gp_buf *b, const char *name, struct gp_date date)
{
	if (date.precision > GP_DAY)
		date.precision = GP_DAY;
	put_date(b, name, &date);
}

static void
put_digest(struct gp_buf *b, const char *name, struct gp_str bytes)
{
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(bytes.n ? bytes.p : "", bytes.n, hex);
	put(b, name, gp_str(hex));
}

/* ---- a tree ---- */

/* A picture is its bytes, whatever it is called. */
static void
put_figure(struct referring *r, const struct gp_node_figure *f)
{
	const char *digest =
		f->image.n ? gp_map_find(&r->digests, f->image) : NULL;

	put(&r->article, "image", digest ? gp_str(digest) : f->image);
	put(&r->article, "origin", f->origin);
	put(&r->article, "alt", f->alt);
	put(&r->article, "leads", f->link);
}

/* Of a node of another kind each of these is empty. */
static void
put_parts(struct referring *r, const struct gp_node *n)
{
	struct gp_buf *b = &r->article;
	const struct gp_node_list *list = gp_node_list(n);
	const struct gp_node_cell *cell = gp_node_cell(n);

	put(b, "text", gp_node_text(n));
	put(b, "label", gp_node_label(n));
	put_number(b, "level", gp_node_heading(n)->level);
	put_number(b, "ordered", list->ordered);
	put_number(b, "labelled", list->own_labels);
	put(b, "start", list->start);
	put_number(b, "notes", list->notes);
	put_number(b, "header", cell->header);
	put_number(b, "side", (long)cell->side);
	put_number(b, "columns", cell->columns);
	put_number(b, "rows", cell->rows);
	put_figure(r, gp_node_figure(n));
	put(b, "target", gp_node_link(n)->target);
	put_number(b, "jump", (long)gp_node_link(n)->jump);
	put(b, "means", gp_node_abbreviation(n)->expansion);
}

static void
put_tree(struct referring *r, const struct gp_node *root)
{
	struct gp_walk w = gp_walk_from(root);
	struct gp_buf *b = &r->article;

	while (gp_walk_next(&w)) {
		if (w.event == GP_LEAVE) {
			gp_buf_puts(b, ")\n");
			continue;
		}
		gp_buf_printf(b, "( %s\n", gp_kind_name(w.node->kind));
		put(b, "id", w.node->id);
		put(b, "language", w.node->lang);
		put_number(b, "other", w.node->is_other);
		put_parts(r, w.node);
	}
}

/* ---- an article ---- */

static void
put_doc(struct referring *r, const struct gp_doc *doc)
{
	struct gp_buf *b = &r->article;
	size_t i;

	put(b, "language", doc->lang);
	put(b, "title", doc->title.text);
	put(b, "standfirst", doc->standfirst.text);
	put(b, "byline", doc->byline.text);
	put_date(b, "date", &doc->date.date);
	put_number(b, "date-of", (long)doc->date.role);
	put(b, "source", doc->source.name);
	put(b, "url", doc->url.text);
	put(b, "licence", doc->licence.words);
	if (doc->printed.page.n)
		put(b, "printed-page", doc->printed.page);
	if (doc->printed.circulation.n)
		put(b, "circulation", doc->printed.circulation);
	for (i = 0; i < doc->n_tags; i++)
		put(b, "tag", doc->tags[i]);
	put_tree(r, doc->body);
}

static void
put_repost(struct gp_buf *b, const struct gp_doc *doc)
{
	put(b, "repost", doc->title.text);
	put(b, "repost-source", doc->source.name);
	put(b, "repost-url", doc->url.text);
	put_date(b, "repost-date", &doc->date.date);
}

static void
put_entry(struct referring *r, const struct gp_entry *entry)
{
	struct gp_buf *b = &r->article;
	size_t i;

	put(b, "uri", entry->uri);
	put_number(b, "share", (long)entry->share);
	put_number(b, "expired", entry->is_expired);
	put(b, "licence", entry->licence);
	put_number(b, "state", (long)entry->state);
	put_number(b, "late", entry->is_late);
	put_day(b, "first", entry->first);
	if (entry->why.n)
		put(b, "why", entry->why);
	if (entry->withdrawn)
		put_day(b, "withdrawn", entry->withdrawn->date);
	for (i = 0; i < entry->n_notes; i++) {
		put_day(b, "corrected", entry->notes[i].date);
		put(b, "correction", entry->notes[i].note);
	}
	for (i = 0; i < entry->n_reposts; i++)
		put_repost(b, entry->reposts[i]);
	put_doc(r, entry->doc);
}

/* What was written of an article becomes one line, and makes room. */
static void
end_article(struct referring *r, const char *name)
{
	put_digest(&r->all, name, gp_buf_view(&r->article));
	gp_buf_inherit(&r->all, &r->article);
	gp_buf_clear(&r->article);
}

static void
put_articles(struct referring *r)
{
	const struct gp_pack *pack = r->pack;
	size_t i;

	for (i = 0; i < pack->n_entries; i++) {
		if (pack->entries[i].section != GP_NO_SECTION)
			put(&r->all, "section",
			    pack->sections[pack->entries[i].section]);
		put_entry(r, &pack->entries[i]);
		end_article(r, "article");
	}
	if (!pack->note)
		return;
	put_doc(r, pack->note);
	end_article(r, "note");
}

/* ---- pictures ---- */

static void
note_pictures(struct referring *r)
{
	const struct gp_image *image = r->pack->images;
	char hex[GP_SHA256_HEX];
	size_t i;

	for (i = 0; i < r->pack->n_images; i++, image++) {
		gp_sha256_hex(image->data.n ? image->data.p : "", image->data.n,
		              hex);
		gp_map_put(&r->digests, image->name,
		           (void *)(uintptr_t)gp_arena_cstr(r->arena, hex).p);
	}
}

/* ---- the head ---- */

static void
put_changes(struct gp_buf *b, const char *name, const struct gp_changes *n)
{
	gp_buf_printf(b, "%s %zu %zu %zu\n", name, n->added, n->corrected,
	              n->withdrawn);
}

/* What is not given leaves references as they were. */
static void
put_issued(struct gp_buf *b, const struct gp_issued *issued)
{
	const struct gp_press_licence *l = &issued->licence;
	size_t i;

	if (issued->edition.n)
		put(b, "issued-edition", issued->edition);
	if (issued->at.precision != GP_NO_DATE)
		put_date(b, "issued", &issued->at);
	if (issued->checked.precision != GP_NO_DATE)
		put_date(b, "checked", &issued->checked);
	for (i = 0; i < issued->n_to; i++)
		put(b, "for", issued->to[i]);
	if (l->name.n + l->number.n == 0 && l->copies == 0)
		return;
	put(b, "press-licence", l->name);
	put(b, "licence-number", l->number);
	put_number(b, "copies", l->copies);
}

static void
put_head(struct gp_buf *b, const struct gp_pack *pack)
{
	const struct gp_pack_info *info = &pack->info;
	const struct gp_accessibility *a = &info->accessibility;
	size_t i;

	put(b, "form", gp_str(form));
	put(b, "title", info->title);
	put(b, "subtitle", info->subtitle);
	put(b, "organisation", info->organisation);
	put(b, "language", info->lang);
	put_day(b, "date", info->date);
	put(b, "identifier", info->identifier);
	put(b, "marking", info->marking);
	put(b, "handling", info->handling);
	put(b, "rights", info->rights);
	put(b, "contact", info->contact);
	if (info->lines_to_take.n)
		put(b, "lines-to-take", info->lines_to_take);
	put_issued(b, &info->issued);
	put(b, "series", info->issue.series);
	put(b, "issue", info->issue.title);
	put_number(b, "position", (long)info->issue.position);
	put_number(b, "edition", (long)info->issue.edition);
	put(b, "conforms", a->conforms_to);
	put(b, "certified", a->certified_by);
	put(b, "credential", a->credential);
	put(b, "report", a->report);
	put(b, "summary", a->summary);
	put_changes(b, "edition-changes", &pack->since.edition);
	put_changes(b, "pack-changes", &pack->since.pack);
	put_changes(b, "earlier-changes", &pack->since.earlier);
	for (i = 0; i < pack->n_gone; i++)
		put(b, "gone", pack->gone[i]);
}

/* ---- the design ---- */

static void
put_role(struct gp_buf *b, const struct gp_role_style *role)
{
	gp_buf_printf(b, "role %d %d %d %d %d %d\n", (int)role->family,
	              (int)role->align, role->bold, role->italic,
	              role->hyphenate, role->keep);
	gp_buf_printf(b, "type %ld %ld %ld %ld %ld %lu\n", (long)role->size,
	              (long)role->leading, (long)role->before,
	              (long)role->after, (long)role->indent,
	              (unsigned long)role->colour);
}

/* A font counts by the name of its file, wherever that lies. */
static void
put_fonts(struct gp_buf *b, const struct gp_style *s)
{
	size_t i, k;

	for (i = 0; i < GP_FAMILY_COUNT; i++)
		for (k = 0; k < GP_VARIANT_COUNT; k++)
			put(b, "font", gp_str_base(gp_str(s->fonts[i][k])));
	for (i = 0; i < s->n_fallbacks; i++) {
		put(b, "fallback", gp_str_base(gp_str(s->fallback[i])));
		put(b, "bold", gp_str_base(gp_str(s->fallback_bold[i])));
	}
	for (i = 0; i < s->n_hyphenations; i++)
		put(b, "hyphenates", gp_str(s->hyphenation[i].lang));
}

static void
put_lengths(struct gp_buf *b, const struct gp_style *s)
{
	const gp_len lengths[] = {
		s->width,        s->height,   s->top,         s->right,
		s->bottom,       s->left,     s->head,        s->foot,
		s->marking,      s->grid,     s->gutter,      s->list_indent,
		s->quote_indent, s->cell_gap, s->table_least, s->rule,
		s->rule_gap,     s->bar,
	};
	size_t i;

	for (i = 0; i < sizeof lengths / sizeof *lengths; i++)
		gp_buf_printf(b, "length %ld\n", (long)lengths[i]);
}

static void
put_design(struct gp_buf *b, const struct gp_style *s)
{
	size_t i;

	put_lengths(b, s);
	gp_buf_printf(b, "columns %u %d %d %d\n", s->columns, (int)s->openers,
	              (int)s->emphasis, s->table_records);
	gp_buf_printf(b, "colours %lu %lu %lu\n", (unsigned long)s->accent,
	              (unsigned long)s->line, (unsigned long)s->link);
	put_fonts(b, s);
	for (i = 0; i < GP_ROLE_COUNT; i++)
		put_role(b, &s->roles[i]);
}

/* ---- the whole ---- */

bool
gp_pack_reference(const struct gp_pack *pack, const struct gp_style *design,
                  char out[GP_REFERENCE_TEXT], struct gp_err *e)
{
	struct referring r = { .pack = pack,
		               .arena = gp_arena_new(GP_MAX_PACK_ARENA) };
	unsigned char digest[GP_SHA256_SIZE];
	bool ok;

	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	r.digests.arena = r.arena;
	note_pictures(&r);
	put_head(&r.all, pack);
	put_articles(&r);
	put_design(&r.all, design);
	ok = gp_buf_ok(&r.all, e) && gp_arena_ok(r.arena, e);
	if (ok) {
		gp_sha256(r.all.data, r.all.len, digest);
		gp_reference_text(digest, out);
	}
	gp_buf_free(&r.article);
	gp_buf_free(&r.all);
	gp_arena_free(r.arena);
	return ok;
}
