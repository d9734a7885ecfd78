# 规则：关区（或特定区域）开展一项创新，其范围包括某地，由此推出该地“所在关区开展”，记为推导陈述：
# 写明两条前提，证据层级取较弱者（未核实 < 引用文件 < 核对原文）。被弃用的断言不作前提。
# Rule: a district or zone runs an innovation and covers a place; that its district runs it follows for the place. Kept
# as a cm:Derivation that names both premises and has the weaker tier of the two (unverified < act < passage), so that
# it shows also where a premise is unverified and gives no plain edge. Deprecated claims are no premises.
PREFIX cm: <https://w3id.org/cemai/ontology#>
PREFIX g: <https://w3id.org/cemai/graph/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX tier: <https://w3id.org/cemai/id/evidence-tier/>
PREFIX rank: <https://w3id.org/cemai/id/claim-rank/>

INSERT { GRAPH g:inferred {
  ?derivation a cm:Derivation ; cm:derivedSubject ?place ; cm:derivedPredicate cm:districtRuns ;
    cm:derivedObject ?innovation ; cm:derivedFrom ?coverage , ?adoption ; cm:derivedTier ?weakest .
} }
WHERE {
  GRAPH ?first {
    ?coverage cm:predicate cm:covers ; cm:subject ?district ; cm:object ?place ; cm:claimRank ?rank1 ;
              cm:evidenceTier ?tier1 .
  }
  GRAPH ?second {
    ?adoption cm:subject ?district ; a cm:Adoption ; cm:predicate ?role ; cm:object ?innovation ; cm:claimRank ?rank2 ;
              cm:evidenceTier ?tier2 .
  }
  GRAPH g:ontology { ?role rdfs:subPropertyOf cm:runs }
  FILTER (?rank1 != rank:deprecated && ?rank2 != rank:deprecated)
  BIND (IF(tier:unverified IN (?tier1, ?tier2), tier:unverified, IF(tier:act IN (?tier1, ?tier2), tier:act, tier:passage))
        AS ?weakest)
  BIND (IRI(CONCAT("https://w3id.org/cemai/id/derivation/", STRAFTER(STR(?adoption), "/id/claim/"), "/",
                   STRAFTER(STR(?coverage), "/id/claim/"))) AS ?derivation)
}
