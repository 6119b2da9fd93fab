/* Labels and sentences of mail by their places in a table.  It knows neither
   where in a message a word stands nor any article.  What was withdrawn has no
   name here: a notice that repeats it would hand it on once more. */
#include "wording/mail_words.h"

static const char *const words[GP_MW_COUNT] = {
	[GP_MW_ON_THE_WEB] = "Read this pack on the web",
	[GP_MW_IN_THIS_MESSAGE] = "In this message",
	[GP_MW_IN_THIS_EDITION] = "New in this edition",
	[GP_MW_AS_BEFORE] = "As before",
	[GP_MW_PART] = "Part",
	[GP_MW_PART_OF] = "of",
	[GP_MW_UPDATE] = "UPDATE",
	[GP_MW_CORRECTION] = "CORRECTION",
	[GP_MW_RECALL] = "RECALL",
	[GP_MW_FILE] = "File",
	[GP_MW_LEAVE] = "To get this mail no more",
	[GP_MW_ONE_IS_OUT] = "An article has been withdrawn from this pack.",
	[GP_MW_SOME_ARE_OUT] = "Articles have been withdrawn from this pack.",
	[GP_MW_DELETE] =
		("Please delete earlier messages with this pack, and every "
	         "copy of them, and do not pass them on."),
	[GP_MW_WHAT_IS_LEFT] = "The pack as it is now",
};

struct gp_str
gp_mail_word(enum gp_mail_word word)
{
	return gp_str(words[word]);
}
