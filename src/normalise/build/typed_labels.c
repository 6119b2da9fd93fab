/* Labels that were typed before the words of a list's items: they become the
   labels of the items, in the place of those that the list would count out, so
   that "1. (a) text" is "(a) text" and what refers to (a) finds it.  A list is
   taken whole or not at all.  What a label looks like is text/'s matter, and no
   word is changed. */
#include "normalise/text/typed_label.h"
#include "normalise/work.h"

#include "model/list_labels.h"
#include "model/node_words.h"
#include "model/walk.h"

/* The first text of an item's first paragraph; NULL when there is none. */
static struct gp_node *
first_text(const struct gp_node *item)
{
	struct gp_node *n = item->first;

	if (!n || n->kind != GP_PARAGRAPH)
		return NULL;
	while (n && n->kind != GP_TEXT)
		n = n->first;
	return n;
}

static bool
label_of(const struct gp_node *item, struct gp_typed_label *out)
{
	const struct gp_node *text = first_text(item);

	return text && gp_typed_label(gp_node_text(text), out);
}

/* A label alone needs the list to count so too. */
static bool
is_one_label(const struct gp_node *item, const struct gp_typed_label *t)
{
	bool ordered = gp_node_list(item->parent)->ordered;
	long n;

	if (t->form == GP_TYPED_BRACKETS || t->form == GP_TYPED_SIGN)
		return true;
	return ordered && t->form <= GP_TYPED_PARTS &&
	       gp_label_number(item, &n) && gp_typed_is(t, n);
}

/* Bullets are doubled where the list has its own; "Article 5" takes the place
   of a number only. */
static bool
fits_list(const struct gp_node *list, enum gp_typed form)
{
	bool ordered = gp_node_list(list)->ordered;

	return form == GP_TYPED_BULLET ? !ordered
	                               : ordered || form != GP_TYPED_WORD;
}

static bool
is_labelled(const struct gp_node *list)
{
	const struct gp_node *item = list->first;
	struct gp_typed_label before, now;

	if (!item || !label_of(item, &before) || !fits_list(list, before.form))
		return false;
	if (!item->next)
		return is_one_label(item, &before);
	while ((item = item->next) != NULL) {
		if (!label_of(item, &now) || !gp_typed_follows(&before, &now))
			return false;
		before = now;
	}
	return true;
}

/* ---- taking them ---- */

static void
unlink_node(struct gp_node *n)
{
	struct gp_node *parent = n->parent;

	*(n->prev ? &n->prev->next : &parent->first) = n->next;
	*(n->next ? &n->next->prev : &parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

/* Takes what became empty, up to the paragraph, whose line is the item's then;
   the text that is first afterwards. */
static struct gp_node *
drop_empty(struct gp_node *item, struct gp_node *text)
{
	struct gp_node *n = text, *up;

	while (n != item && !n->first &&
	       (n->kind != GP_TEXT || gp_node_text(n).n == 0)) {
		up = n->parent;
		if (up == item && item->at.first == 0)
			item->at = n->at;
		unlink_node(n);
		n = up;
	}
	return first_text(item);
}

static void
take_label(struct gp_work *w, struct gp_node *item)
{
	struct gp_node *text = first_text(item);
	struct gp_typed_label t;
	struct gp_str s;

	if (!text || !label_of(item, &t))
		return;
	if (t.form != GP_TYPED_BULLET)
		item->as.item.label = gp_arena_str(w->doc->arena, t.label);
	s = gp_node_text(text);
	text->as.text = gp_str_sub(s, t.label.n, s.n);
	while (text) {
		s = gp_node_text(text);
		while (s.n && gp_is_space(s.p[0]))
			s = gp_str_sub(s, 1, s.n);
		text->as.text = s;
		text = s.n ? NULL : drop_empty(item, text);
	}
}

/* An item of which a label is all has none. */
static bool
has_words(const struct gp_node *list)
{
	const struct gp_node *item;
	struct gp_typed_label t;
	struct gp_buf words = { .max = 0 };
	bool all = true;

	for (item = list->first; item && all; item = item->next) {
		gp_buf_clear(&words);
		gp_node_words(item, &words);
		all = label_of(item, &t) &&
		      gp_str_trim(gp_buf_view(&words)).n > t.label.n;
	}
	gp_buf_free(&words);
	return all;
}

static void
take_labels(struct gp_work *w, struct gp_node *list)
{
	struct gp_typed_label t;
	struct gp_node *item;
	size_t n = 0;

	if (!label_of(list->first, &t))
		return;
	if (t.form != GP_TYPED_BULLET)
		list->as.list.ordered = true;
	for (item = list->first; item; item = item->next, n++)
		take_label(w, item);
	gp_doc_repair(w->doc, "typed-label", n);
}

/* What an item holds that was typed "1. 1. text" in Markdown: a list of one
   item, which has its label again. */
static struct gp_node *
doubled(const struct gp_node *item)
{
	struct gp_node *list = item->first;

	if (!list || list->next || list->kind != GP_LIST || !list->first ||
	    list->first->next || gp_node_label(item).n == 0 ||
	    !gp_str_eq(gp_node_label(item), gp_node_label(list->first)))
		return NULL;
	return list->first;
}

static void
take_doubled(struct gp_work *w, struct gp_node *list)
{
	struct gp_node *item, *inner, *n;

	for (item = list->first; item; item = item->next) {
		inner = doubled(item);
		if (!inner)
			continue;
		if (item->at.first == 0)
			item->at = inner->at;
		item->first = inner->first;
		item->last = inner->last;
		for (n = item->first; n; n = n->next)
			n->parent = item;
		gp_doc_repair(w->doc, "typed-label", 1);
	}
}

/* Also where nobody typed them: a source of lines has labels of its own. */
static void
settle_list(struct gp_work *w, struct gp_node *list)
{
	take_doubled(w, list);
	if (is_labelled(list) && has_words(list))
		take_labels(w, list);
	list->as.list.own_labels =
		gp_node_list(list)->ordered && !gp_list_is_counted(list);
}

bool
gp_pass_typed_labels(struct gp_work *w, struct gp_err *e)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);

	while (gp_walk_next(&walk))
		if (walk.event == GP_ENTER && walk.node->kind == GP_LIST)
			settle_list(w, gp_walk_own(&walk, w->doc->body));
	return gp_arena_ok(w->doc->arena, e);
}
