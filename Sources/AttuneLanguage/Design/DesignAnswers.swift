import AttuneDiagnostics
import AttuneInstrument

/// What is answered where no score is behind it, and what is missing.
extension DesignLowering {
  /// Shares of answers by item; and which items everybody answers in one way.
  mutating func shares(
    _ said: [AnswerSharesSyntax]
  ) -> (shares: [String: [SimulationDesign.AnswerShare]], alwaysGiven: Set<String>) {
    var result: [String: [SimulationDesign.AnswerShare]] = [:]
    var alwaysGiven: Set<String> = []
    let ofScores = Set(names.scores.flatMap(\.uses).map(\.name))
    for answers in said {
      for item in answers.names.flatMap({ names.items(of: $0, &findings) }) {
        guard case .chooseOne(let choices) = item.format, !ofScores.contains(item.name) else {
          findings.append(.cannotBeAnswered(item.name, at: answers.range))
          continue
        }
        result[item.name] = answers.shares.compactMap { share in
          let choice = choices.first {
            $0.name == share.answer.value || String($0.code) == share.answer.value
          }
          guard let choice else {
            let known = choices.map { $0.name ?? String($0.code) }
            findings.append(names.unknown(share.answer, "answer to \(item.name)", among: known))
            return nil
          }
          return .init(code: choice.code, share: share.share?.value ?? 1)
        }
        if answers.shares.count == 1 { alwaysGiven.insert(item.name) }
      }
    }
    return (result, alwaysGiven)
  }

  /// Shares of missing answers by item, and of parts that are not chosen by section; what is said
  /// later, and of fewer items, counts.
  mutating func missingShares(
    _ said: [MissingRateSyntax]
  ) -> (items: [String: [SimulationDesign.MissingShare]], sections: [String: Double]) {
    var shares: [String: [MissingReason: Double]] = [:]
    var sections: [String: Double] = [:]
    for rate in said.filter({ $0.names.isEmpty }) + said.filter({ !$0.names.isEmpty }) {
      if rate.reason == .notChosen {
        for section in gatedSections(of: rate) { sections[section] = rate.share.value }
        continue
      }
      let asked =
        rate.names.isEmpty
        ? names.instrument.items : rate.names.flatMap { names.items(of: $0, &findings) }
      let items = asked.filter { rate.reason == .skipped || $0.offered.contains(rate.reason) }
      if items.isEmpty, !asked.isEmpty { findings.append(.notOffered(rate, asked[0].name)) }
      for item in items { shares[item.name, default: [:]][rate.reason] = rate.share.value }
      if let item = items.first(where: { shares[$0.name, default: [:]].values.reduce(0, +) > 1 }),
        rate.share.value <= 1
      {
        findings.append(.moreThanEverybody(item.name, at: rate.share.range))
      }
    }
    let ordered = shares.mapValues { reasons in
      MissingReason.simulated.compactMap { _, reason in
        reasons[reason].map { SimulationDesign.MissingShare(reason: reason, share: $0) }
      }
    }
    return (ordered, sections)
  }

  /// The sections that people are asked about first.
  private mutating func gatedSections(of rate: MissingRateSyntax) -> [String] {
    let gated = names.instrument.sections.filter { $0.askFirst != nil }.map(\.name)
    guard !rate.names.isEmpty else { return gated }
    return rate.names.compactMap { run in
      guard gated.contains(run.first.value), run.last == nil else {
        findings.append(
          names.unknown(run.first, "section that is asked about first", among: gated))
        return nil
      }
      return run.first.value
    }
  }
}

extension Finding {
  /// Only choices are made up, and the answers to a score's items follow from the score.
  ///
  /// Words, dates and numbers stay blank. What people answer to the items of a score is said by
  /// shifts and profiles.
  static func cannotBeAnswered(_ item: String, at range: SourceRange) -> Finding {
    Finding(
      "A397", .mustFix, "I cannot make up answers to \"\(item)\" like this", at: range,
      explanation: """
        An item that belongs to a score follows from it, by its loading and profile; for others I \
        can draw one of several answers. Words, dates and numbers stay blank.
        """)
  }

  /// A reason can be given only where the instrument offers it.
  fileprivate static func notOffered(_ rate: MissingRateSyntax, _ item: String) -> Finding {
    let words = MissingReason.simulated.first { $0.reason == rate.reason }?.words ?? ""
    return Finding(
      "A398", .mustFix, "\"\(item)\" does not offer \"\(words)\"",
      at: rate.names.first?.first.range ?? rate.share.range,
      explanation: "The instrument says what is offered beside the answers. Skipping always is.")
  }

  /// The shares of the reasons for a missing answer add up to at most 100%.
  fileprivate static func moreThanEverybody(_ item: String, at range: SourceRange) -> Finding {
    Finding(
      "A399", .mustFix, "More than everybody would leave out \"\(item)\"", at: range,
      explanation: "The shares of its reasons add up to more than 100%.")
  }
}
