#!/usr/bin/env bash
# scripts/examples/best-additions.sh PAHUNCH OUT [COUNT]: which candidates add most, one at a time.
#
# Adds each candidate of the bundled data in turn to the planned centres, coverage alone, and prints
# the COUNT (default 5) that bring most rural women more within the headline limit.
set -euo pipefail

pahunch=$1
out=$2
count=${3:-5}

code=0
"$pahunch" batch --one-in candidate --no-simulation --quiet -o "$out" >/dev/null || code=$?
case $code in
  0) ;;
  3) echo "some scenarios failed: see $out/batch.md" >&2 ;;
  *) exit "$code" ;;
esac

# batch.csv by name of its columns: scenario and d_rural_within.
awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
         $at["status"] == "done" { print $at["d_rural_within"], $at["scenario"] }' \
  <(sed 's/"[^"]*"/x/g' "$out/batch.csv") | sort -rn | sed -n "1,${count}p"
