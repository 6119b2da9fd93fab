/* Rows of the ledger turned into books: of a pack its last edition, of that the
   EPUB and the PDF with their sizes and the two covers.  Of articles there is
   what a reader chooses by, their titles, as many as a list has room for.  No
   record is opened. */
#include "series/site/opds_page.h"

#include "base/hash.h"
#include "publish/outputs.h"
#include "series/site/feed_news.h"
#include "wording/day_words.h"

/* OPDS 1.2, sections 5.2 (images) and 7.3 (a feed of what is new), and 5.4.1:
   open access is for what is there without any condition. */
static const char acquisition[] = "http://opds-spec.org/acquisition";
static const char open_access[] =
	"http://opds-spec.org/acquisition/open-access";
static const char image[] = "http://opds-spec.org/image";
static const char thumbnail[] = "http://opds-spec.org/image/thumbnail";
static const char alternate[] = "alternate";
static const char newest[] = "http://opds-spec.org/sort/new";
static const char subsection[] = "subsection";

/* ---- names and addresses ---- */

struct gp_str
gp_opds_shelf_page(struct gp_arena *a, const struct gp_shelf *s, size_t page)
{
	return page ? gp_arena_printf(a, "%.*s-%04zu", GP_ARG(s->name), page)
	            : s->name;
}

struct gp_str
gp_opds_index_page(struct gp_arena *a, size_t page)
{
	return page ? gp_arena_printf(a, GP_OPDS_INDEX "-%zu", page + 1)
	            : GP_STR(GP_OPDS_INDEX);
}

struct gp_str
gp_opds_address(struct gp_arena *a, const struct gp_feed_head *h,
                struct gp_str page, const char *suffix)
{
	return gp_feed_address(a, h, 0,
	                       gp_arena_printf(a, GP_OPDS_FOLDER "%.*s%s",
	                                       GP_ARG(page), suffix));
}

/* A page is what it is called, for as long as the series is. */
static struct gp_str
page_id(struct gp_arena *a, const struct gp_feed_head *h, struct gp_str page)
{
	char urn[GP_UUID_URN];

	gp_uuid_from_name(gp_arena_printf(a, "govpub catalogue\n%.*s\n%.*s",
	                                  GP_ARG(h->uri), GP_ARG(page)),
	                  urn);
	return gp_arena_cstr(a, urn);
}

/* ---- a book ---- */

static bool
is_form(const struct gp_released_file *f)
{
	return gp_str_eq(f->type, GP_STR("application/epub+zip")) ||
	       gp_str_eq(f->type, GP_STR("application/pdf"));
}

static bool
has_book(const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_files; i++)
		if (is_form(&r->files[i]))
			return true;
	return false;
}

static struct gp_opds_link
link_to(struct gp_arena *a, const struct gp_feed_head *h, const char *rel,
        const struct gp_release_entry *r, const struct gp_released_file *f)
{
	struct gp_str path = gp_arena_printf(a, "%.*s/%.*s", GP_ARG(r->pack),
	                                     GP_ARG(f->file));

	return (struct gp_opds_link){ .rel = rel,
		                      .type = f->type,
		                      .href = gp_feed_address(a, h, 0, path),
		                      .bytes = f->bytes };
}

static void
take_files(struct gp_arena *a, const struct gp_feed_head *h,
           const struct gp_release_entry *r, struct gp_opds_book *book)
{
	bool is_open = h->series->audience == GP_AUDIENCE_PUBLIC &&
	               !h->series->is_protected;
	const struct gp_released_file *f;
	size_t i;

	for (i = 0; i < r->n_files; i++) {
		f = &r->files[i];
		if (is_form(f) && book->n_forms < GP_OPDS_FORMS)
			book->forms[book->n_forms++] = link_to(
				a, h, is_open ? open_access : acquisition, r,
				f);
		else if (gp_str_eq(f->file, GP_STR(GP_COVER_FILE)))
			book->cover = link_to(a, h, image, r, f);
		else if (gp_str_eq(f->file, GP_STR(GP_SMALL_COVER_FILE)))
			book->small = link_to(a, h, thumbnail, r, f);
		else if (gp_str_eq(f->file, GP_STR("index.html")))
			book->page = link_to(a, h, alternate, r, f);
	}
}

/* The text, or what fits of it and a sign that there is more. */
static struct gp_str
cut(struct gp_arena *a, struct gp_str s, size_t most)
{
	if (s.n <= most)
		return s;
	while (most > 0 && ((unsigned char)s.p[most] & 0xC0) == 0x80)
		most--;
	return gp_arena_printf(a, "%.*s\xe2\x80\xa6",
	                       GP_ARG(gp_str_sub(s, 0, most)));
}

static size_t
count_articles(const struct gp_release_entry *r)
{
	size_t n = 0, i;

	for (i = 0; i < r->n_articles; i++)
		n += r->articles[i].state != GP_ARTICLE_WITHDRAWN;
	return n;
}

/* " Title; Title", as many as there is room for. */
static void
add_titles(struct gp_buf *text, const struct gp_release_entry *r)
{
	static const struct gp_str more = { "; \xe2\x80\xa6", 5 };
	const char *between = " ";
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		struct gp_str title = gp_str_trim(r->articles[i].title);

		if (r->articles[i].state == GP_ARTICLE_WITHDRAWN)
			continue;
		if (text->len + title.n + 2 + more.n > GP_OPDS_SUMMARY) {
			gp_buf_str(text, more);
			return;
		}
		gp_buf_puts(text, between);
		gp_buf_str(text, title);
		between = "; ";
	}
}

/* "OFFICIAL. Updated 08:40: 3 added. 30 articles: Title; Title" */
static struct gp_str
summary_of(struct gp_arena *a, const struct gp_labels *l,
           const struct gp_release_entry *r)
{
	struct gp_str lead = gp_feed_lead(r, l, a);
	struct gp_str colon = gp_word(l, GP_W_COLON);
	size_t n = count_articles(r);
	struct gp_buf text = { .max = 0 };

	if (r->marking.n)
		gp_buf_printf(&text, "%.*s. ", GP_ARG(r->marking));
	if (lead.n)
		gp_buf_printf(&text, "%.*s. ", GP_ARG(lead));
	gp_word_count(l, GP_W_ARTICLES, n, &text);
	if (!r->is_protected) {
		gp_buf_str(&text, gp_str_sub(colon, 0, colon.n - 1));
		add_titles(&text, r);
	}
	return cut(a, gp_arena_buf(a, &text), GP_OPDS_SUMMARY);
}

static struct gp_opds_book
book_of(struct gp_arena *a, const struct gp_feed_head *h,
        const struct gp_shelved *row)
{
	const struct gp_release_entry *r = row->pack->made;
	struct gp_opds_book book = {
		.id = r->identifier,
		.title = cut(a, r->title, GP_OPDS_TITLE),
		.updated = r->time,
		.published = row->pack->first->time,
		.issued = r->date,
		.lang = r->lang,
		.marking = r->marking,
		.summary = summary_of(a, h->labels, r),
		.position = row->position,
	};

	take_files(a, h, r, &book);
	return book;
}

/* ---- pages of books ---- */

/* RFC 3339 in UTC sorts as text. */
static struct gp_str
last_change(const struct gp_shelf *s, size_t first, size_t end)
{
	struct gp_str last = GP_STR("");

	for (; first < end; first++)
		if (gp_str_cmp(s->rows[first].pack->updated, last) > 0)
			last = s->rows[first].pack->updated;
	return last;
}

/* "November 2015", that it is of the newest packs, or that it has no month. */
static struct gp_str
shelf_name(struct gp_arena *a, const struct gp_feed_head *h,
           const struct gp_shelf *s)
{
	struct gp_str month = gp_day_words(h->labels, &s->month, a);

	if (month.n)
		return month;
	return gp_word(h->labels, gp_str_eq(s->name, GP_STR("new"))
	                                  ? GP_W_NEWEST_PACKS
	                                  : GP_W_NO_MONTH);
}

/* "Cuttings: November 2015" */
static struct gp_str
shelf_title(struct gp_arena *a, const struct gp_feed_head *h,
            const struct gp_shelf *s)
{
	struct gp_str series = h->series->info.title;

	return gp_arena_printf(a, "%.*s%.*s%.*s",
	                       GP_ARG(cut(a, series, GP_OPDS_TITLE)),
	                       GP_ARG(gp_word(h->labels, GP_W_COLON)),
	                       GP_ARG(shelf_name(a, h, s)));
}

struct gp_opds_page
gp_opds_books(struct gp_arena *a, const struct gp_feed_head *h,
              const struct gp_shelf *s, size_t page)
{
	struct gp_str name = gp_opds_shelf_page(a, s, page);
	size_t before = page ? page - 1 : s->n_closed, first, end;
	struct gp_opds_book *books;
	struct gp_opds_page out = {
		.head = h,
		.name = name,
		.id = page_id(a, h, name),
		.title = shelf_title(a, h, s),
	};

	gp_shelf_page(s, page, &first, &end);
	out.updated = last_change(s, first, end);
	if (before)
		out.next = gp_opds_shelf_page(a, s, before);
	out.books = books = gp_arena_array(a, end - first + 1, sizeof *books);
	while (books && end-- > first)
		if (has_book(s->rows[end].pack->made))
			books[out.n_books++] = book_of(a, h, &s->rows[end]);
	return out;
}

/* ---- the index ---- */

size_t
gp_opds_index_pages(const struct gp_shelves *s)
{
	return s->n_months == 0
	               ? 1
	               : (s->n_months + GP_OPDS_MONTHS - 1) / GP_OPDS_MONTHS;
}

static size_t
count_books(const struct gp_shelf *s)
{
	size_t n = 0, i;

	for (i = 0; i < s->n; i++)
		n += has_book(s->rows[i].pack->made);
	return n;
}

static struct gp_opds_door
door_to(struct gp_arena *a, const struct gp_feed_head *h,
        const struct gp_shelf *s, size_t n)
{
	bool is_all = gp_str_eq(s->name, GP_STR("new"));

	return (struct gp_opds_door){
		.rel = is_all ? newest : subsection,
		.id = page_id(a, h, s->name),
		.title = is_all ? gp_word(h->labels, GP_W_NEWEST_PACKS)
		                : shelf_name(a, h, s),
		.updated = s->updated,
		.text = gp_word_number(h->labels, GP_W_PACKS, n, a),
		.page = s->name,
	};
}

static void
add_door(struct gp_arena *a, struct gp_opds_page *page,
         struct gp_opds_door *doors, const struct gp_shelf *s)
{
	size_t n = count_books(s);

	if (gp_str_cmp(s->updated, page->updated) > 0)
		page->updated = s->updated;
	if (n > 0)
		doors[page->n_doors++] = door_to(a, page->head, s, n);
}

struct gp_opds_page
gp_opds_index(struct gp_arena *a, const struct gp_feed_head *h,
              const struct gp_shelves *s, size_t page)
{
	struct gp_str name = gp_opds_index_page(a, page);
	size_t i = page * GP_OPDS_MONTHS, end = i + GP_OPDS_MONTHS;
	struct gp_opds_door *doors =
		gp_arena_array(a, GP_OPDS_MONTHS + 1, sizeof *doors);
	struct gp_opds_page out = {
		.head = h,
		.name = name,
		.id = page_id(a, h, name),
		.title = cut(a, h->series->info.title, GP_OPDS_TITLE),
		.doors = doors,
		.is_navigation = true,
	};

	if (page + 1 < gp_opds_index_pages(s))
		out.next = gp_opds_index_page(a, page + 1);
	if (doors && page == 0)
		add_door(a, &out, doors, &s->all);
	for (; doors && i < s->n_months && i < end; i++)
		add_door(a, &out, doors, s->months[i]);
	return out;
}
