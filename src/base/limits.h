/*
 * The limits on what comes in, what is kept and what goes out: input is
 * hostile until it has passed these.  They are grouped by what becomes of
 * that which is beyond one: an error (GP_LIMIT) that says so, a part left out
 * with a finding, or a cut.  Numbers that judge a text or a page are none,
 * and stand with the judgement.
 */
#ifndef GP_BASE_LIMITS_H
#define GP_BASE_LIMITS_H

#define GP_KIB ((size_t)1024)
#define GP_MIB (1024 * GP_KIB)

/* One source: an error, with which it is left out of its pack. */
#define GP_MAX_SOURCE_BYTES (64 * GP_MIB)   /* one article as it lies there */
#define GP_MAX_LINE_BYTES (1 * GP_MIB)      /* one line of plain text */
#define GP_MAX_LINES ((size_t)200000)       /* lines of one article */
#define GP_MAX_DOC_ARENA (512 * GP_MIB)     /* memory of one document */
#define GP_MAX_HTML_BYTES (32 * GP_MIB)     /* one page */
#define GP_MAX_HTML_NODES ((size_t)400000)  /* elements and texts of a page */
#define GP_MAX_HTML_BLOCKS ((size_t)100000) /* pieces of its text */
#define GP_MAX_DEFINED ((size_t)200000000)  /* links by bytes of a definition */
#define GP_MAX_MIME_DEPTH 8                 /* multiparts in multiparts */
#define GP_MAX_UNPACKED (128 * GP_MIB)      /* out of one container */
#define GP_MAX_RATIO ((size_t)200)          /* unpacked to packed... */
#define GP_MAX_RATIO_FREE (1 * GP_MIB)      /* ...for files over this */
#define GP_MAX_PARTS ((size_t)10000)        /* of one container */
#define GP_MAX_JSON_FEED_BYTES (16 * GP_MIB) /* a JSON Feed */

/* A part of a source: it is left out with a finding, the rest is read. */
#define GP_MAX_CONTAINERS 4                   /* one in another */
#define GP_MAX_ARCHIVE_NAME ((size_t)512)     /* bytes of a name in a ZIP */
#define GP_MAX_JSON_BYTES (1 * GP_MIB)        /* one script of JSON-LD */
#define GP_MAX_SCRIPT_DATA (4 * GP_MIB)       /* one script with page data */
#define GP_MAX_IMAGE_BYTES (32 * GP_MIB)      /* one picture's file */
#define GP_MAX_IMAGE_SIDE 65500u              /* its width or height in dots */
#define GP_MAX_IMAGE_DOTS (100u * 1000000)    /* one picture */
#define GP_MAX_SVG_BYTES (8 * GP_MIB)         /* one drawing's file */
#define GP_MAX_SVG_NODES ((size_t)100000)     /* its elements and texts */
#define GP_MAX_SVG_STYLING ((size_t)20000000) /* elements by rules */
#define GP_MAX_SVG_STEPS ((size_t)200000)     /* elements, as often as used */
#define GP_MAX_SVG_LINES ((size_t)1000000)    /* the same, of its lines */
#define GP_MAX_SVG_SIDE 8000u                 /* its width or height, pixels */
#define GP_MAX_IMAGES ((size_t)5000)          /* pictures of one pack */
#define GP_MAX_RULE_STEPS 100000 /* of one rule on a line, which stays */

/* Parts of a source that go, or are made small, without a word: no text of an
   article is among them. */
#define GP_MAX_DEPTH 256          /* nesting of a document's nodes */
#define GP_MAX_HTML_OPEN 512      /* elements of a page open at a time */
#define GP_MAX_HTML_FORMATTING 64 /* <b>, <i> to be opened again */
#define GP_MAX_HTML_NAMES ((size_t)60000)        /* different ones in a page */
#define GP_MAX_HTML_ATTRIBUTES 200u              /* attributes of one element */
#define GP_MAX_OPINION_STEPS ((size_t)300000000) /* through articleBody */
#define GP_MAX_MARKDOWN_DEPTH 64             /* blocks in blocks, spans too */
#define GP_MAX_MARKDOWN_WWW ((size_t)2000)   /* addresses without a scheme */
#define GP_MAX_ADDRESS (4 * GP_KIB)          /* of a link in Markdown */
#define GP_MAX_HEADER_BYTES (256 * GP_KIB)   /* one part's mail headers */
#define GP_MAX_CLAIMS ((size_t)2000)         /* a source about itself */
#define GP_MAX_CLAIMS_ALIKE 100              /* of one kind, but for tags */
#define GP_MAX_CLAIM_BYTES (4 * GP_KIB)      /* one of them */
#define GP_MAX_RULE_LINE_BYTES (2 * GP_KIB)  /* a line that rules look at */
#define GP_MAX_COMPARED_WORDS ((size_t)1000) /* a passage, word by word */
#define GP_MAX_PART_NAME 100                 /* bytes of an article's part */

/* The pack and what it is told: an error that ends the run. */
#define GP_MAX_ARTICLES ((size_t)50000)     /* articles of one pack */
#define GP_MAX_PACKFILE_BYTES (4 * GP_MIB)  /* pack.yaml */
#define GP_MAX_YAML_DEPTH 16                /* nesting in a YAML file */
#define GP_MAX_YAML_NODES ((size_t)2000000) /* values in a YAML file */
#define GP_MAX_SECTIONS ((size_t)1000)  /* of a pack; an article's: a finding */
#define GP_MAX_PACK_TEXT (64 * GP_KIB)  /* one text of pack.yaml */
#define GP_MAX_MARKING 80               /* characters in a page head */
#define GP_MAX_RULES ((size_t)2000)     /* boilerplate rules */
#define GP_MAX_SITE_RULES ((size_t)500) /* of one kind in a rule file */
#define GP_MAX_SITES ((size_t)200)      /* rule files */
#define GP_MAX_FONT_BYTES (64 * GP_MIB) /* one font file */
#define GP_MAX_STYLE_BYTES (1 * GP_MIB) /* one file of styles/ */

/* The work of a run: an error that ends it. */
#define GP_MAX_PACK_ARENA (256 * GP_MIB) /* pack.yaml and the pack's rows */
#define GP_MAX_PICTURES_ARENA (1024 * GP_MIB) /* all of them */
#define GP_MAX_COMPARE_ARENA (1024 * GP_MIB)  /* comparing the articles */
#define GP_MAX_LAYOUT_ARENA (1024 * GP_MIB)   /* the PDF while it is laid out */
#define GP_MAX_LEDGER_ENTRY (64 * GP_MIB)     /* one release, as JSON */
#define GP_MAX_LEDGER_ARENA (1024 * GP_MIB)   /* all releases of a series */
#define GP_MAX_PDF_STREAM (256 * GP_MIB) /* a stream of cairo's, inflated */
#define GP_MAX_OUTPUT_BYTES ((size_t)4096 * GP_MIB) /* one output */

/* The work of a run: cut, or done another way. */
#define GP_MAX_FEED_ENTRIES ((size_t)50)       /* newest articles in a feed */
#define GP_MAX_FEED_BYTES (512 * GP_KIB)       /* one feed */
#define GP_MAX_OLD_FEED_BYTES (16 * GP_MIB)    /* the feed of the last run */
#define GP_MAX_OLD_PACKAGE_BYTES (16 * GP_MIB) /* of the last EPUB's package */
#define GP_MAX_PRINTED_ARTICLES ((size_t)500)  /* a pack that people print */
#define GP_MAX_KEPT_WORDS (32 * GP_MIB)        /* measured, between articles */
#define GP_MAX_FINDINGS ((size_t)20000) /* findings of one run that are kept */
#define GP_MAX_XML_ATTRIBUTES ((size_t)500) /* of one tag, feeds too */
#define GP_MAX_THREADS 64                   /* of one run */

/* A file that gp_check() looks at: an error, and no verdict. */
#define GP_MAX_CHECK_BYTES (1024 * GP_MIB)     /* the file itself */
#define GP_MAX_CHECK_ARENA (256 * GP_MIB)      /* memory for what is noted */
#define GP_MAX_CHECK_XML (16 * GP_MIB)         /* one XML document of it */
#define GP_MAX_XML_NODES ((size_t)2000000)     /* elements, texts, attributes */
#define GP_MAX_CHECK_STEPS ((size_t)32000000)  /* bytes and links followed... */
#define GP_MAX_CHECK_STEPS_A_BYTE ((size_t)16) /* ...more a byte of the file */
#define GP_MAX_CHECK_STEPS_UNPACKED ((size_t)3) /* ...and a byte unpacked */
#define GP_MAX_ZIP_ENTRIES ((size_t)200000)     /* entries of an EPUB */
#define GP_MAX_ZIP_ENTRY (64 * GP_MIB)          /* one entry, inflated */
#define GP_MAX_ZIP_INFLATED (4096 * GP_MIB)     /* all entries, inflated */
#define GP_MAX_PDF_OBJECTS ((size_t)2000000)    /* highest object number */
#define GP_MAX_CHECKED_STREAM (64 * GP_MIB)     /* one stream, inflated */
#define GP_MAX_PDF_INFLATED (256 * GP_MIB)      /* all streams, inflated... */
#define GP_MAX_PDF_RATIO ((size_t)32)           /* ...more a byte of the file */

/* The same: a finding of the check. */
#define GP_MAX_PDF_NESTED 8             /* streams that need streams */
#define GP_MAX_PDF_DEPTH 64             /* nesting of one value */
#define GP_MAX_PDF_TREE 256             /* nesting of a tree of objects */
#define GP_MAX_CHECK_SAME ((size_t)200) /* findings of one check */

#endif
