#!/bin/sh
# Score the working tree on every gold set that is present: scripts/score_all.sh [seeds|upr|unsc]
S=../shared
for set in ${1:-seeds upr unsc}; do
  case $set in seeds) texts=$S/seeds; gold=$S/gold/seeds ;; *) texts=$S/corpora/$set; gold=$S/corpora/$set ;; esac
  echo "== $set"
  .venv/bin/python scripts/findings.py --pack packs/south-caucasus $texts/*.txt > /tmp/tocsin-$set.$$ && python3 $S/tools/score.py $gold /tmp/tocsin-$set.$$
  rm -f /tmp/tocsin-$set.$$
done
