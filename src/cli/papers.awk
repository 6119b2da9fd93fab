# What people read of a command beside its help, made of that help: its man page
# (mdoc), or a line for each command, word and option, of which completions are
# made. It knows the layout of a help text and no command: one that is added has
# all of this by its row in commands.c.
#
#	govpub publish --help | awk -v make=man -v name=publish \
#		-v summary="..." -v date="..." -f papers.awk
#
# make=table prints, between tabs:
#	word	NAME	a word that may follow the command, of its usage
#	option	SHORT	LONG	ARGUMENT	VALUES	DESCRIPTION

function escaped(s)
{
	gsub(/\\/, "\\e", s)
	sub(/^[.']/, "\\\\\\&&", s)
	return s
}

# A sentence in lines of at most 78 signs.
function wrapped(s,    at)
{
	while (length(s) > 78) {
		for (at = 78; at > 1 && substr(s, at, 1) != " "; at--)
			;
		if (at == 1)
			break
		print escaped(substr(s, 1, at - 1))
		s = substr(s, at + 1)
	}
	print escaped(s)
}

# Sentences begin lines, as mdoc wants them.
function prose(s)
{
	while (match(s, /[a-z0-9)][.:] +[A-Z]/)) {
		wrapped(substr(s, 1, RSTART + 1))
		s = substr(s, RSTART + RLENGTH - 1)
	}
	wrapped(s)
}

function flag(word)
{
	return "Fl " substr(word, 2)
}

# "-q, --quiet", "--date DATE", "init": the head of an item.
function head(s,    n, part, i, out)
{
	n = split(s, part, /,? +/)
	for (i = 1; i <= n; i++) {
		if (part[i] ~ /^-/)
			out = out (i > 1 ? " , " : "") flag(part[i])
		else
			out = out (i > 1 ? " Ar " : "Cm ") part[i]
	}
	return out
}

# The values that a description begins with: "json (usual), text or tree".
function values(arg, text,    n, part, i, out, found)
{
	if (arg !~ /^(D|F|LIST)$/)
		return ""
	gsub(/ *\([^)]*\)/, "", text)
	gsub(/,? or /, ", ", text)
	n = split(text, part, /, +/)
	for (i = 1; i <= n; i++)
		if (part[i] ~ /^[a-z][a-z,-]*$/) {
			out = out (found++ ? " " : "") part[i]
		}
	return found > 1 ? out : ""
}

function option_row(s, text,    n, part, i, s1, l1, arg)
{
	n = split(s, part, /,? +/)
	for (i = 1; i <= n; i++) {
		if (part[i] ~ /^--/)
			l1 = part[i]
		else if (part[i] ~ /^-/)
			s1 = part[i]
		else
			arg = part[i]
	}
	if (s1 l1 != "")
		print "option\t" s1 "\t" l1 "\t" arg "\t" values(arg, text) \
			"\t" text
}

# ---- the parts of a help text: usage, blocks of prose, of items, of lines ----

# A word of the usage that stands for itself.
function usage(s,    part)
{
	sub(/^usage: +/, "", s)
	sub(/^ +/, "", s)
	split(s, part, " ")
	if (make == "man") {
		print (used++ ? ".Pp\n" : "") ".Ql " escaped(s)
	} else if (part[3] ~ /^[a-z]+$/) {
		print "word\t" part[3]
	}
}

function flush(    i)
{
	if (text == "")
		return
	if (kind == "item") {
		if (make == "man") {
			print (in_list++ ? "" : ".Bl -tag -width Ds\n") \
				".It " head(item)
			prose(text)
		} else {
			option_row(item, text)
		}
	} else if (make == "man" && kind == "prose") {
		if (text ~ /^Exit status: /) {
			print ".Sh EXIT STATUS"
			sub(/^Exit status: /, "", text)
			text = toupper(substr(text, 1, 1)) substr(text, 2)
		} else if (paragraphs++) {
			print ".Pp"
		}
		prose(text)
	}
	text = ""
}

function end_list()
{
	flush()
	if (in_list)
		print ".El"
	in_list = 0
}

function end_lines()
{
	if (in_lines)
		print ".Ed"
	in_lines = 0
}

BEGIN {
	if (make == "man") {
		print ".Dd " date
		print ".Dt GOVPUB-" toupper(name) " 1\n.Os\n.Sh NAME"
		print ".Nm govpub-" name "\n.Nd " escaped(summary)
		print ".Sh SYNOPSIS"
	}
	state = "usage"
}

state == "usage" && NF {
	usage($0)
	next
}

state == "usage" {
	state = "body"
	next
}

NF == 0 {
	end_list()
	if (make == "man")
		end_lines()
	next
}

/^Examples:$/ {
	end_list()
	if (make == "man") {
		end_lines()
		print ".Sh EXAMPLES\n.Bd -literal -offset indent"
		in_lines = 1
	}
	kind = "lines"
	next
}

/^  [-a-z]/ && kind != "lines" {
	if (make == "man" && !described++)
		print ".Sh DESCRIPTION"
	flush()
	kind = "item"
	item = substr($0, 3)
	text = ""
	if (match(item, /   */)) {
		text = substr(item, RSTART + RLENGTH)
		item = substr(item, 1, RSTART - 1)
	} else if (match(item, /^--[a-z]+ [A-Z]+ /)) {
		text = substr(item, RLENGTH + 1)
		item = substr(item, 1, RLENGTH - 1)
	}
	next
}

/^       / && kind == "item" {
	sub(/^ +/, "")
	text = text " " $0
	next
}

/^  / {
	flush()
	if (make == "man" && !in_lines) {
		print ".Bd -literal -offset indent"
		in_lines = 1
	}
	if (make == "man")
		print escaped(substr($0, 3))
	next
}

{
	if (make == "man" && !described++)
		print ".Sh DESCRIPTION"
	if (kind != "prose")
		flush()
	kind = "prose"
	text = text (text == "" ? "" : " ") $0
}

END {
	end_list()
	if (make == "man") {
		end_lines()
		if (!described)
			print ".Sh DESCRIPTION\nSee\n.Xr govpub 1 ."
		print ".Sh SEE ALSO\n.Xr govpub 1"
	}
}
