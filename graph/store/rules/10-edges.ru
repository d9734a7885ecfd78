# 规则：由最优、未作废、已核对原文或引用了文件的陈述得出的直接边；已终止的认定只得到“曾……”
# Rule: plain edges from claims that are not deprecated and are verified or act-cited; a designation that has
# ended gives cm:formerlyDesignated instead.
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX id: <https://w3id.org/cemai/id/>
PREFIX g: <https://w3id.org/cemai/graph/>

INSERT { GRAPH g:inferred { ?subject ?predicate ?object } }
WHERE {
  GRAPH ?dataset {
    ?claim a cm:Claim ; cm:subject ?subject ; cm:predicate ?predicate ; cm:object ?object ;
           cm:claimRank ?rank ; cm:evidenceTier ?tier .
  }
  FILTER (?rank != <https://w3id.org/cemai/id/claim-rank/deprecated>)
  FILTER (?tier != <https://w3id.org/cemai/id/evidence-tier/unverified>)
  FILTER (?predicate NOT IN (cm:observed, cm:provides, cm:designated))
} ;

INSERT { GRAPH g:inferred { ?subject cm:formerlyDesignated ?object } }
WHERE {
  GRAPH ?dataset {
    ?claim cm:subject ?subject ; cm:predicate cm:designated ; cm:object ?object ; cm:evidenceTier ?tier ;
           cm:dateKind <https://w3id.org/cemai/id/date-kind/ended> ; cm:claimRank ?rank .
  }
  FILTER (?rank != <https://w3id.org/cemai/id/claim-rank/deprecated>)
  FILTER (?tier != <https://w3id.org/cemai/id/evidence-tier/unverified>)
} ;

INSERT { GRAPH g:inferred { ?subject cm:designated ?object } }
WHERE {
  GRAPH ?dataset {
    ?claim cm:subject ?subject ; cm:predicate cm:designated ; cm:object ?object ;
           cm:claimRank ?rank ; cm:evidenceTier ?tier .
  }
  FILTER (?rank != <https://w3id.org/cemai/id/claim-rank/deprecated>)
  FILTER (?tier != <https://w3id.org/cemai/id/evidence-tier/unverified>)
  FILTER NOT EXISTS { GRAPH g:inferred { ?subject cm:formerlyDesignated ?object } }
}
