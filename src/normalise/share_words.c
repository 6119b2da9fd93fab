/* A row a language.  Which language a text is in is not looked at. */
#include "normalise/share_words.h"

#include "base/text/lang.h"

struct share_language {
	const char *tag;
	const char *words[GP_SHARE_COUNT];
};

static const struct share_language languages[] = {
	/* The first one stands for those that are not here. */
	{ "en",
	  { "Read this article at", "The rest of this article is at",
	    "The text of this article cannot be shown here.",
	    "The text of this article is no longer shown here.", "Licence",
	    "The text of this article is in the pack only." } },
	{ "cy",
	  { "Darllenwch yr erthygl hon yn", "Mae gweddill yr erthygl hon yn",
	    "Ni ellir dangos testun yr erthygl hon yma.",
	    "Nid yw testun yr erthygl hon yn cael ei ddangos yma mwyach.",
	    "Trwydded", "Dim ond yn y pecyn y mae testun yr erthygl hon." } },
	{ "de",
	  { "Diesen Artikel lesen bei", "Der Rest dieses Artikels steht bei",
	    "Der Text dieses Artikels darf hier nicht gezeigt werden.",
	    "Der Text dieses Artikels wird hier nicht mehr gezeigt.", "Lizenz",
	    "Der Text dieses Artikels steht nur in der Ausgabe selbst." } },
	{ "es",
	  { "Lea este artículo en", "El resto de este artículo está en",
	    "El texto de este artículo no puede mostrarse aquí.",
	    "El texto de este artículo ya no se muestra aquí.", "Licencia",
	    "El texto de este artículo está solo en la edición." } },
	{ "fr",
	  { "Lire cet article sur", "La suite de cet article est sur",
	    "Le texte de cet article ne peut pas être montré ici.",
	    "Le texte de cet article n’est plus montré ici.", "Licence",
	    "Le texte de cet article est uniquement dans le dossier." } },
	{ "it",
	  { "Leggi questo articolo su", "Il resto di questo articolo è su",
	    "Il testo di questo articolo non può essere mostrato qui.",
	    "Il testo di questo articolo non è più mostrato qui.", "Licenza",
	    "Il testo di questo articolo è solo nella raccolta." } },
	{ "nl",
	  { "Lees dit artikel bij", "De rest van dit artikel staat bij",
	    "De tekst van dit artikel kan hier niet worden getoond.",
	    "De tekst van dit artikel wordt hier niet meer getoond.",
	    "Licentie",
	    "De tekst van dit artikel staat alleen in de uitgave zelf." } },
	{ "pt",
	  { "Leia este artigo em", "O resto deste artigo está em",
	    "O texto deste artigo não pode ser mostrado aqui.",
	    "O texto deste artigo já não é mostrado aqui.", "Licença",
	    "O texto deste artigo está apenas na edição." } },
};

static const struct share_language *
find(struct gp_str lang)
{
	struct gp_lang tag;
	size_t i;

	if (!gp_lang_parse(lang, &tag))
		return &languages[0];
	for (i = 0; i < sizeof languages / sizeof *languages; i++)
		if (gp_str_eq_nocase(tag.language, gp_str(languages[i].tag)))
			return &languages[i];
	return &languages[0];
}

struct gp_str
gp_share_word(enum gp_share_word word, struct gp_str lang)
{
	return gp_str(find(lang)->words[word]);
}

struct gp_str
gp_share_lang(struct gp_str lang)
{
	return gp_str(find(lang)->tag);
}
