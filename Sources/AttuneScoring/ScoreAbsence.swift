public import AttuneInstrument

extension ConstructScorer {
  /// Why a person has no score, for readers: `2 of at least 5 answered; 3 skipped`; `nil` where there
  /// is one.
  public func absence(of score: Score, for person: Submission) -> String? {
    switch score {
    case .value: return nil
    case .notScoredOnForm: return "not scored on this form"
    case .tooFewAnswered(let answered, let needed):
      let what = construct.isComposite ? "parts scored" : "answered"
      let reasons = construct.isComposite ? [] : reasons(of: person)
      return (["\(answered) of at least \(needed) \(what)"] + reasons).joined(separator: "; ")
    }
  }

  /// `2 prefer_not_to_say`, for each reason that there is.
  private func reasons(of person: Submission) -> [String] {
    var counts: [MissingReason: Int] = [:]
    for use in construct.uses {
      if case .missing(let reason) = person.answers[use.name] { counts[reason, default: 0] += 1 }
    }
    return MissingReason.allCases.reversed().compactMap { reason in
      counts[reason].map { "\($0) \(reason.name)" }
    }
  }
}
