/* Furniture of newsletters, by what it says: a line counts at the head or at
   the foot only, as an article may well speak of browsers and of leaving a
   list.  Words are looked for folded, in the languages of most mails.  It does
   not look at styles or addresses. */
#include "import/mail/newsletter.h"

#include "base/buf.h"
#include "base/text/fold.h"

enum {
	LONG_WORDS = 25,  /* of a paragraph of the text */
	HEAD_BLOCKS = 8,  /* at the head */
	HEAD_WORDS = 30,  /* of a line at the head */
	FOOT_WORDS = 12,  /* of a line that is a way to leave and no more */
	SURE_PHRASES = 2, /* of the foot, in one longer paragraph */
	NAME_WORDS = 14,  /* of a line with the sender's address */
	SIGNATURE_WORDS = 60,
	SIGNATURE_BLOCKS = 8,
};

/* ---- words ---- */

/* Without the ends that languages give them; both of a row are wanted. */
struct phrase {
	const char *one, *other;
};

static const struct phrase head_phrases[] = {
	{ "view", "browser" },
	{ "read", "browser" },
	{ "see", "browser" },
	{ "open", "browser" },
	{ "display", "browser" },
	{ "web browser", "" },
	{ "browser", "ansehen" },
	{ "browser", "anzeigen" },
	{ "browser", "öffnen" },
	{ "browser", "lesen" },
	{ "browser", "bekijken" },
	{ "bekijk", "browser" },
	{ "lees", "browser" },
	{ "apri", "browser" },
	{ "visualizza", "browser" },
	{ "leggi", "browser" },
	{ "nel browser", "" },
	{ "vis", "browser" },
	{ "åbn", "browser" },
	{ "zobacz", "przeglądar" },
	{ "otwórz", "przeglądar" },
	{ "navigateur", "" },
	{ "navegador", "" },
	{ "webbläsar", "" },
	{ "nettleser", "" },
	{ "browseren", "" },
	{ "selaimessa", "" },
	{ "браузер", "" },
	{ "浏览器", "" },
	{ "瀏覽器", "" },
	{ "ブラウザ", "" },
	{ "no images", "" },
	{ "images", "click here" },
	{ "not displaying", "" },
	{ "displaying correctly", "" },
	{ "forwarded this", "" },
	{ "online", "lesen" },
	{ "online", "ansehen" },
	{ "lire", "en ligne" },
	{ "voir", "en ligne" },
	{ "ver", "en línea" },
	{ "leer", "en línea" },
	{ "leggi", "online" },
	{ "lees", "online" },
	{ "bekijk", "online" },
	{ "open", "online" },
	{ "view", "online" },
	{ "read", "online" },
	{ "view", "email" },
	{ "view", "newsletter" },
	{ "view", "message" },
	{ "read", "this email" },
	{ "view", "e mail" },
	{ "web version", "" },
	{ "webversion", "" },
	{ "online version", "" },
	{ "onlineversion", "" },
	{ "version en ligne", "" },
	{ "version web", "" },
	{ "versión en línea", "" },
	{ "versión web", "" },
	{ "versión online", "" },
	{ "versão online", "" },
	{ "versão web", "" },
	{ "versione online", "" },
	{ "versione web", "" },
	{ "onlineversie", "" },
	{ "online versie", "" },
	{ "onlineansicht", "" },
	{ "webansicht", "" },
	{ "nicht korrekt", "angezeigt" },
	{ "nicht richtig", "angezeigt" },
	{ "nicht korrekt", "dargestellt" },
	{ "nicht richtig", "dargestellt" },
	{ "display", "images" },
	{ "trouble viewing", "" },
	{ "trouble reading", "" },
	{ "problems viewing", "" },
	{ "add us to your", "" },
	{ "to your address book", "" },
	{ "to your safe sender", "" },
};

static const struct phrase foot_phrases[] = {
	{ "unsubscrib", "" },
	{ "opt out", "" },
	{ "you are receiving", "" },
	{ "youre receiving", "" },
	{ "you received this", "" },
	{ "you have received this", "" },
	{ "you get this", "" },
	{ "youre getting this", "" },
	{ "email was sent to", "" },
	{ "e mail was sent to", "" },
	{ "message was sent to", "" },
	{ "newsletter was sent to", "" },
	{ "stop receiving", "" },
	{ "no longer wish to receive", "" },
	{ "no longer want to receive", "" },
	{ "how you receive these", "" },
	{ "preferences", "manage" },
	{ "preferences", "update" },
	{ "preferences", "email" },
	{ "preferences", "change" },
	{ "update your profile", "" },
	{ "manage", "subscription" },
	{ "mailing address is", "" },
	{ "our postal address", "" },
	{ "forward to a friend", "" },
	{ "forward this email", "" },
	{ "forwarded this email", "" },
	{ "forwarded to you", "" },
	{ "mailing list", "" },
	{ "leave this list", "" },
	{ "confidential", "intended" },
	{ "confidential", "recipient" },
	{ "vertraulich", "empfänger" },
	{ "vertraulich", "bestimmt" },
	{ "confidentiel", "destinataire" },
	{ "confidentiel", "destiné" },
	{ "confidencial", "destinatari" },
	{ "confidencial", "dirigid" },
	{ "abbestell", "" },
	{ "abmeld", "" },
	{ "austragen", "" },
	{ "sie erhalten diese", "" },
	{ "du erhältst diese", "" },
	{ "erhalten sie diese", "" },
	{ "mail wurde", "gesendet" },
	{ "mail wurde", "versendet" },
	{ "désabonn", "" },
	{ "désinscri", "" },
	{ "vous recevez ce", "" },
	{ "vous avez reçu ce", "" },
	{ "message a été envoyé à", "" },
	{ "darse de baja", "" },
	{ "darte de baja", "" },
	{ "date de baja", "" },
	{ "cancelar", "suscripción" },
	{ "desuscrib", "" },
	{ "recibes este", "" },
	{ "recibe este", "" },
	{ "ha recibido este", "" },
	{ "cancelar", "inscrição" },
	{ "cancelar", "assinatura" },
	{ "descadastr", "" },
	{ "você recebeu", "" },
	{ "você está recebendo", "" },
	{ "annulla", "iscrizione" },
	{ "cancella", "iscrizione" },
	{ "disiscri", "" },
	{ "ricevi questa", "" },
	{ "hai ricevuto questa", "" },
	{ "ricevi questo", "" },
	{ "uitschrijv", "" },
	{ "schrijf je uit", "" },
	{ "afmelden", "" },
	{ "ontvangt deze", "" },
	{ "avregistrera", "" },
	{ "avprenumerera", "" },
	{ "avsluta", "prenumeration" },
	{ "får detta", "" },
	{ "får det här", "" },
	{ "afmeld", "" },
	{ "avmeld", "" },
	{ "peruuta", "tilaus" },
	{ "wypisz", "" },
	{ "wypisać", "" },
	{ "otrzymujesz", "" },
	{ "отписа", "" },
	{ "отписк", "" },
	{ "вы получили это", "" },
	{ "退订", "" },
	{ "取消订阅", "" },
	{ "取消訂閱", "" },
	{ "配信停止", "" },
	{ "配信解除", "" },
};

#define N_HEAD (sizeof head_phrases / sizeof head_phrases[0])
#define N_FOOT (sizeof foot_phrases / sizeof foot_phrases[0])

/* At the beginning of a word. */
static bool
has(struct gp_str folded, const char *word)
{
	struct gp_str want = gp_str(word);
	size_t at = gp_str_find(folded, want, 0);

	while (at < folded.n && at > 0 && folded.p[at - 1] != ' ' &&
	       !(want.p[0] & 0x80))
		at = gp_str_find(folded, want, at + 1);
	return want.n == 0 || at < folded.n;
}

/* How many of the phrases a line holds. */
static unsigned
phrases_in(struct gp_str line, const struct phrase *all, size_t n)
{
	struct gp_buf folded = { .max = 0 };
	unsigned found = 0;
	size_t i;

	gp_fold_words(line, &folded);
	for (i = 0; i < n; i++)
		found += has(gp_buf_view(&folded), all[i].one) &&
		         has(gp_buf_view(&folded), all[i].other);
	gp_buf_free(&folded);
	return found;
}

/* ---- blocks ---- */

static bool
is_kept(const struct gp_draft_block *b)
{
	return b->why.n == 0 && b->tree;
}

static void
put_aside(struct gp_draft_block *b, struct gp_str rule)
{
	b->why = GP_STR("mail-furniture");
	b->rule = rule;
	b->confidence = 95;
}

static void
put_head_aside(struct gp_draft *draft)
{
	struct gp_draft_block *b;
	unsigned seen = 0;
	size_t words;

	for (b = draft->first; b && seen < HEAD_BLOCKS; b = b->next) {
		if (!is_kept(b))
			continue;
		seen++;
		words = gp_str_words(b->raw);
		if (words <= HEAD_WORDS &&
		    phrases_in(b->raw, head_phrases, N_HEAD) > 0)
			put_aside(b, GP_STR("another-copy"));
		else if (words >= LONG_WORDS)
			return;
	}
}

/* A way to leave, or why one gets the mail: so short that it can be nothing
   else, or in so many words. */
static bool
is_foot(const struct gp_draft_block *b, bool is_bulk)
{
	unsigned n = phrases_in(b->raw, foot_phrases, N_FOOT);

	return n >= SURE_PHRASES ||
	       (n > 0 && (is_bulk || gp_str_words(b->raw) <= FOOT_WORDS));
}

/* The last paragraph of the text; NULL when there is none. */
static struct gp_draft_block *
last_of_text(struct gp_draft *draft)
{
	struct gp_draft_block *b, *last = NULL;

	for (b = draft->first; b; b = b->next)
		if (is_kept(b) && gp_str_words(b->raw) >= LONG_WORDS &&
		    phrases_in(b->raw, foot_phrases, N_FOOT) == 0)
			last = b;
	return last;
}

/* Who sent it, and from where: no sentence, and with a number. */
static bool
names_sender(const struct gp_draft_block *b)
{
	struct gp_str s = gp_str_trim(b->raw);

	if (b->tree->kind != GP_PARAGRAPH || gp_str_words(s) > NAME_WORDS)
		return false;
	if (gp_str_find(s, GP_STR("\u00A9"), 0) < s.n)
		return true;
	return gp_str_has_digit(s) && s.n > 0 &&
	       !strchr(".!?:", s.p[s.n - 1]) &&
	       gp_str_find(s, GP_STR(","), 0) < s.n;
}

/* Something has to be left for an article. */
static bool
is_all_foot(const struct gp_draft *draft, const struct gp_draft_block *from)
{
	const struct gp_draft_block *b;

	for (b = draft->first; b != from; b = b->next)
		if (is_kept(b))
			return false;
	return true;
}

static void
put_foot_aside(struct gp_draft *draft, bool is_bulk)
{
	struct gp_draft_block *b = last_of_text(draft), *first = NULL;

	for (b = b ? b->next : draft->first; b; b = b->next) {
		if (!is_kept(b))
			continue;
		if (is_foot(b, is_bulk))
			break;
		if (!names_sender(b))
			first = NULL;
		else if (!first)
			first = b;
	}
	b = b && first ? first : b;
	if (!b || is_all_foot(draft, b))
		return;
	for (; b; b = b->next)
		if (is_kept(b))
			put_aside(b, GP_STR("foot"));
}

/* "--" over a few lines, or before a name, as in a plain letter. */
static bool
begins_signature(const struct gp_draft_block *b)
{
	struct gp_str s = gp_str_trim(b->raw);

	return gp_str_eq(s, GP_STR("--")) || gp_str_starts(s, GP_STR("-- "));
}

/* Of an HTML mail: the lines behind the last such mark, when they are few. */
static void
put_signature_aside(struct gp_draft *draft)
{
	struct gp_draft_block *b, *first = NULL;
	size_t words = 0, blocks = 0;

	for (b = draft->first; b; b = b->next) {
		if (!is_kept(b))
			continue;
		if (begins_signature(b)) {
			first = b;
			words = blocks = 0;
		}
		words += gp_str_words(b->raw);
		blocks++;
	}
	if (!first || words > SIGNATURE_WORDS || blocks > SIGNATURE_BLOCKS ||
	    is_all_foot(draft, first))
		return;
	for (b = first; b; b = b->next) {
		if (!is_kept(b))
			continue;
		put_aside(b, GP_STR("two-dashes"));
		b->why = GP_STR("signature");
	}
}

void
gp_newsletter_put_aside(struct gp_draft *draft, bool is_bulk)
{
	put_signature_aside(draft);
	put_head_aside(draft);
	put_foot_aside(draft, is_bulk);
}
