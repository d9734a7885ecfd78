#!/usr/bin/env bash
# Fetches the programs that tests of the exports run against into build/engines (or $CEMAI_ENGINES), one folder an engine.
# A folder with pom.xml is a set of Maven artefacts, one with package.json a set of npm packages. Nothing is fetched twice.
set -euo pipefail
cd "$(dirname "$0")"
target="${CEMAI_ENGINES:-$(cd ../.. && pwd)/build/engines}"

for pom in */pom.xml; do
  [ -e "$pom" ] || continue
  name="$(dirname "$pom")"; folder="$target/$name"
  if ! cmp -s "$pom" "$folder/pom.xml"; then
    rm -rf "$folder"; mkdir -p "$folder"
    mvn -q -B -f "$pom" dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$folder"
    cp "$pom" "$folder/pom.xml"
  fi
done

for lock in */package-lock.json; do
  [ -e "$lock" ] || continue
  name="$(dirname "$lock")"; folder="$target/$name"
  if ! cmp -s "$lock" "$folder/package-lock.json"; then
    rm -rf "$folder"; mkdir -p "$folder"
    cp "$name/package.json" "$folder/"
    cp "$lock" "$folder/package-lock.json"
    (cd "$folder" && npm ci --silent --ignore-scripts --no-audit --no-fund) || { rm -rf "$folder"; exit 1; }
  fi
done
