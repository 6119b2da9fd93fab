/*
 * Every named limit, in one place.  Input is hostile until it has passed
 * these; each has a clear error and a test.
 */
#ifndef GP_BASE_LIMITS_H
#define GP_BASE_LIMITS_H

#define GP_KIB ((size_t)1024)
#define GP_MIB (1024 * GP_KIB)

#define GP_MAX_SOURCE_BYTES (64 * GP_MIB)   /* one article as it lies there */
#define GP_MAX_LINE_BYTES (1 * GP_MIB)      /* one line of plain text */
#define GP_MAX_LINES ((size_t)200000)       /* lines of one article */
#define GP_MAX_PACKFILE_BYTES (4 * GP_MIB)  /* pack.yaml */
#define GP_MAX_YAML_DEPTH 16                /* nesting in a YAML file */
#define GP_MAX_YAML_NODES ((size_t)2000000) /* values in a YAML file */
#define GP_MAX_SECTIONS ((size_t)1000)      /* sections of one pack */
#define GP_MAX_PACK_TEXT (64 * GP_KIB)      /* one text of pack.yaml */
#define GP_MAX_MARKING 80                   /* characters in a page head */
#define GP_MAX_FEED_ENTRIES ((size_t)50)    /* newest articles in a feed */
#define GP_MAX_FEED_BYTES (512 * GP_KIB)    /* one feed */
#define GP_MAX_OLD_FEED_BYTES (16 * GP_MIB) /* the feed of the last run */
#define GP_MAX_ARTICLES ((size_t)50000)     /* articles of one pack */
#define GP_MAX_DOC_ARENA (512 * GP_MIB)     /* memory of one document */
#define GP_MAX_PACK_ARENA (256 * GP_MIB)    /* pack.yaml and the pack's rows */
#define GP_MAX_LAYOUT_ARENA (1024 * GP_MIB) /* the PDF while it is laid out */
#define GP_MAX_OUTPUT_BYTES ((size_t)4096 * GP_MIB) /* one output */
#define GP_MAX_FONT_BYTES (64 * GP_MIB)             /* one font file */
#define GP_MAX_STYLE_BYTES (1 * GP_MIB)             /* one file of styles/ */
#define GP_MAX_RULES ((size_t)2000)                 /* boilerplate rules */
#define GP_MAX_RULE_LINE_BYTES (2 * GP_KIB) /* a line that rules look at */
#define GP_MAX_RULE_STEPS 100000            /* of one rule on one line */
#define GP_MAX_FINDINGS ((size_t)20000)     /* findings of one run */
#define GP_MAX_DEPTH 256                    /* nesting of a document's nodes */

#endif
