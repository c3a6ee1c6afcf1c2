import AttuneDiagnostics

/// Questions use the words that people use about their own lives.
///
/// Words of services and studies are read as being about services and studies, or not at all.
struct WordsArePlain: Rule {
  static let code = "A404"

  func check(_ scope: Scope, into findings: inout [Finding]) {
    let file = scope.file
    let words =
      file.items.flatMap { [$0.help, $0.why].compactMap { $0 } }
      + file.sections.flatMap { $0.prose.map(\.words) + [$0.stem].compactMap { $0 } }
    let ofItems = Self.jargon.contains(where: scope.wordIndex.contains) ? scope.wordsOfItems : []
    for said in ofItems.joined() + words.map(\.parts) {
      // Once in a text is enough.
      var seen: Set<String> = []
      for word in said where Self.jargon.contains(word.value) && seen.insert(word.value).inserted {
        findings.append(.jargon(word))
      }
    }
  }

  private static let jargon: Set<String> = [
    "relational", "engage", "engaged", "engagement", "disengage", "disengaged", "outcome",
    "outcomes", "intervention", "interventions", "modality", "modalities", "holistic",
    "psychosocial", "therapeutic", "adherence", "adherent", "compliance", "compliant", "signpost",
    "signposted", "signposting", "empowerment", "stakeholder", "stakeholders", "caseload",
    "multidisciplinary", "comorbid", "comorbidity", "utilise", "facilitate", "facilitated",
  ]
}

extension Finding {
  fileprivate static func jargon(_ word: Name) -> Finding {
    Finding(
      WordsArePlain.code, .suggestion, "Not everybody may know the word \"\(word.value)\"",
      at: word.range,
      fixes: [
        Fix(.possible, "say it as people say it about their own lives"),
        Fix(.possible, "if it is right as it is, add: accept: A404 because ..."),
      ])
  }
}
