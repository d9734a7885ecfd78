#!/usr/bin/env bash
# 把本目录装入停着的 Neo4j 5，启动它，再建约束与索引。
# Loads this folder into a stopped Neo4j 5, starts it, then makes constraint and indexes.
#   ./load.sh [--overwrite] [DATABASE]      --overwrite 替换已有数据库 replaces a database that exists; 缺省 default: neo4j
# neo4j-admin、neo4j、cypher-shell 须在 PATH 中，或设 NEO4J_HOME；口令取自 NEO4J_PASSWORD（cypher-shell 也会自己询问）。
# neo4j-admin, neo4j and cypher-shell are on the PATH or below NEO4J_HOME; the password is taken from NEO4J_PASSWORD.
set -euo pipefail
cd "$(dirname "$0")"
[ -z "${NEO4J_HOME:-}" ] || PATH="$NEO4J_HOME/bin:$PATH"
options=()
if [ "${1:-}" = "--overwrite" ]; then options+=(--overwrite-destination); shift; fi
database="${1:-neo4j}"
for file in nodes/*.csv; do options+=("--nodes=$file"); done
for file in relationships/*.csv; do options+=("--relationships=$file"); done

neo4j-admin database import full "$database" "${options[@]}"
neo4j start
for _ in $(seq 60); do
  if reply="$(cypher-shell -d "$database" 'RETURN 1;' 2>&1)"; then break; fi
  case "$reply" in *nauthorized* | *password*) echo "$reply" >&2; exit 1 ;; esac
  sleep 2
done
cypher-shell -d "$database" -f schema.cypher
cypher-shell -d "$database" 'CALL db.awaitIndexes(600);'
echo "已装入数据库 loaded into the database: $database"
