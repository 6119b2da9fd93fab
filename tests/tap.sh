# Sourced by tests written in sh: results as TAP. A test ends with `tap_end`.
# shellcheck shell=sh
tap_n=0
tap_bad=0

# tap STATUS NAME: a result of a status that was worked out before.
tap() {
	tap_n=$((tap_n + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_n - $2"
	else
		echo "not ok $tap_n - $2"
		tap_bad=1
	fi
}

# check NAME COMMAND...: the command must succeed.
check() {
	tap_name=$1
	shift
	"$@"
	tap $? "$tap_name"
}

# check_fails NAME COMMAND...: the command must fail, quietly.
check_fails() {
	tap_name=$1
	shift
	! "$@" >/dev/null 2>&1
	tap $? "$tap_name"
}

# skip NAME WHY
skip() {
	tap_n=$((tap_n + 1))
	echo "ok $tap_n - $1 # SKIP $2"
}

tap_end() {
	echo "1..$tap_n"
	exit "$tap_bad"
}
