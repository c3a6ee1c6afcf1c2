public import AttuneInstrument
import AttuneTables

/// What was predicted and what was found, in sentences; the prediction always comes first.
extension PlannedAnalysis.Answer {
  /// Said before any number.
  public var before: [String] { before { $0 } }

  /// The same, with groups called as readers know them.
  func before(calling group: (String) -> String) -> [String] {
    var lines = ["Planned: \(plan.task)."]
    if !tests.isEmpty || plan.expectation != nil {
      lines.append("Predicted: \(plan.prediction(calling: group)).")
    }
    if plan.basis != nil || plan.because != nil { lines.append("Basis: \(plan.grounds).") }
    if let trial = tests.first?.trial {
      let smallest = trial.smallest.map {
        " The smallest difference that matters: \($0.amount.shown) \($0.unit.rawValue)."
      }
      lines.append("Test: \(trial.method).\(trial.measuresDifference ? smallest ?? "" : "")")
    }
    return lines + [standing] + plan.notes
  }
}

extension PlannedTrial {
  var measuresDifference: Bool {
    switch (subject, test) {
    case (_, .kruskalWallis), (_, .welchANOVA): false
    case (.groups, _), (.oneGroup, _): true
    case (.pair, _), (.within, _): false
    }
  }
}

extension PlannedAnalysis.Test {
  /// What was found, the numbers first, then what they let be said.
  public var after: [String] { after(in: nil) }

  /// How it is told to others than the team that has the answers.
  struct Release {
    let floor: Int
    /// How many people the groups have, as it is printed elsewhere.
    let sizes: [Int]
  }

  /// The same; in a release without how many people numbers are of, or what would tell.
  func after(in release: Release?) -> [String] {
    let hasCounts = release == nil
    var lines = hasCounts ? [groupLine].compactMap { $0 } : []
    switch result.figures {
    case .failure(let absence):
      let start =
        switch absence {
        case .tooSmall: "Described only, not tested"
        case .unavailable: "Not tested"
        }
      lines.append(
        hasCounts || !absence.isTooSmall
          ? "\(start): \(absence.reason)." : "\(start): too few people answered.")
    case .success(let figures):
      lines.append(numbers(figures, hasCounts))
      if let isAsPredicted {
        lines.append("In the predicted direction: \(isAsPredicted ? "yes" : "no").")
      }
      lines.append(verdict(figures))
      lines += [
        beside(figures), result.bySite?.sentence, sensitivityLine(figures, release),
        reachLine(release),
      ].compactMap { $0 }
    }
    return lines
  }

  private var groupLine: String? {
    guard !result.groups.isEmpty else { return nil }
    return result.groups.map { group in
      "\(group.name) \(group.n), mean \(group.mean.shown) (SD \(group.standardDeviation.shown))"
    }.joined(separator: "; ") + "."
  }

  private func numbers(_ figures: TestResult.Figures, _ hasCounts: Bool) -> String {
    // The name of a distance ends with a number.
    var line = figures.name + (figures.kind == .distance ? ": " : " ") + figures.estimate.shown
    if let interval = figures.interval, let level = figures.level {
      line += ", \(level) interval \(interval.lowerBound.shown) to \(interval.upperBound.shown)"
    }
    line += (hasCounts ? "; n = \(figures.n)" : "") + "; p \(figures.pValue.shownP)"
    if let adjustedP, familySize > 1, plan.family == .primary || plan.family == .secondary {
      line += ", corrected for \(familySize) tests p \(adjustedP.shownP)"
    }
    for effect in figures.effects {
      line += "; \(effect.name) \(effect.estimate.shown)"
      if let interval = effect.interval {
        line += ", \(interval.lowerBound.shown) to \(interval.upperBound.shown)"
      }
    }
    return line + "."
  }

  func verdict(_ figures: TestResult.Figures) -> String {
    switch conclusion {
    case .matters: "There is a difference, and it is large enough to matter."
    case .differs:
      "There is a difference; whether it is large enough to matter we could not tell."
    case .tooSmallToMatter: "There is a difference, and it is too small to matter."
    case .couldNotTell:
      figures.kind == .association
        ? "We could not tell whether they go together. That is not to say that they do not."
        : "We could not tell whether there is a difference. That is not to say that there is none."
    case .same:
      "They are the same, to within \(figures.bounds?.upperBound.shown ?? "what matters")."
    case .samenessNotShown:
      "That they are the same could not be shown. That is not to say that they differ."
    case .goTogether: "They go together."
    case .goOpposite: "One is high where the other is low."
    case .overall: "They are not all alike."
    case .noClaim: "Exploratory: nothing is claimed from this."
    case .describedOnly, .notAvailable: "Not tested."
    }
  }

  private func beside(_ figures: TestResult.Figures) -> String? {
    guard !result.companions.isEmpty else { return nil }
    let parts = result.companions.map { "\($0.method) p \($0.pValue.shownP)" }
    guard figures.bounds == nil else { return "Beside it: \(parts.joined(separator: "; "))." }
    let isFound = figures.pValue < trial.errorRate
    let agree = result.companions.allSatisfy { ($0.pValue < trial.errorRate) == isFound }
    return "Beside it: \(parts.joined(separator: "; ")): "
      + (agree ? "they say the same." : "THEY DISAGREE, so that the answer rests on the method.")
  }

  /// Figures of nearly the same people as before would tell of those who were left out.
  private func sensitivityLine(_ main: TestResult.Figures, _ release: Release?) -> String? {
    guard !sensitivity.isEmpty else { return nil }
    let parts = sensitivity.map { again in
      switch again.figures {
      case .success(let figures):
        guard let release else {
          return
            "\(again.terms.rawValue), \(figures.estimate.shown), p \(figures.pValue.shownP) "
            + "(n = \(figures.n)\(again.agrees == false ? ": DIFFERENT" : ""))"
        }
        let isFar = main.n == figures.n || abs(main.n - figures.n) >= release.floor
        return again.terms.rawValue
          + (isFar ? ", \(figures.estimate.shown), p \(figures.pValue.shownP)" : "")
          + (again.agrees == false ? ": A DIFFERENT ANSWER" : ": the same answer")
      case .failure(let absence):
        let isSaid = release == nil || !absence.isTooSmall
        return "\(again.terms.rawValue): \(isSaid ? absence.reason : "too few people")"
      }
    }
    return "Again on other terms: \(parts.joined(separator: "; "))."
  }

  /// In a release it is that of the sizes printed: from a difference to two decimals anybody can tell
  /// how many people it takes.
  private func reachLine(_ release: Release?) -> String? {
    (release.map { PlannedAnalysis.reach(of: self, sizes: $0.sizes) } ?? reach).map { reach in
      let groups = (release?.sizes ?? result.groups.map(\.n)).map { "\($0)" }
        .joined(separator: " and ")
      let step = reach.firstStep.map {
        ", \($0.shown) (\(($0 * reach.deviation).shown) points) at the first step of its family"
      }
      return
        "With \(release == nil ? "" : "about ")\(groups) people, 80 of 100 such studies find a difference of "
        + "\(reach.alone.shown) standard deviations (\((reach.alone * reach.deviation).shown) "
        + "points here)\(step ?? "")."
    }
  }
}

extension PlannedAnalysis {
  /// The heading of a family, with how its tests are corrected.
  public static func heading(_ family: Plan.Family?) -> String {
    switch family {
    case .primary: "Primary questions"
    case .secondary: "Secondary questions"
    case .exploratory: "Exploratory questions, from which nothing is claimed"
    case nil: "Planned descriptions"
    }
  }

  /// How many tests the family has, and how they are corrected; `nil` without tests.
  public func correctionLine(of family: Plan.Family?) -> String? {
    let count = answers(of: family).reduce(0) { $0 + $1.tests.count }
    guard count > 0, let family else { return nil }
    let tests = count == 1 ? "1 test" : "\(count) tests"
    let correction = instrument.analysis.correction ?? .holm
    guard family != .exploratory, correction != .none else { return "\(tests), not corrected." }
    let missing = answers(of: family).flatMap(\.tests).count { $0.adjustedP == nil }
    return "\(tests), corrected together (\(correction.rawValue))"
      + (missing == 0
        ? "."
        : "; \(missing) could not be made and \(missing == 1 ? "counts" : "count") all the same.")
  }

  /// For a terminal of `width` columns: each plan's prediction, then what came of it.
  public func text(width: Int) -> String {
    var blocks: [String] = []
    for family in Plan.Family.allCases.map(Optional.some) + [nil] {
      let members = answers(of: family)
      guard !members.isEmpty else { continue }
      blocks.append(
        Self.heading(family).uppercased() + "\n"
          + (correctionLine(of: family).map { $0.wrapped(to: width) } ?? ""))
      blocks += members.map { $0.text(width: width) }
    }
    return blocks.joined(separator: "\n")
  }
}

extension PlannedAnalysis.Answer {
  fileprivate func text(width: Int) -> String {
    var text = "\(plan.name)  \(plan.title)".inert.wrapped(to: width)
    text += before.map { "  \($0.inert.wrapped(to: width - 2).indented)" }.joined()
    for test in tests {
      text += "\n  \(test.subject.inert)\n"
      text += test.after.map { "    \($0.inert.wrapped(to: width - 4).indented(by: 4))" }.joined()
    }
    if let absence { text += "\n  Not available: \(absence.inert).\n" }
    for table in descriptions { text += "\n" + TextRenderer(width: width).render(table) }
    return text
  }
}

extension String {
  fileprivate var indented: String { indented(by: 2) }

  /// Lines after the first moved in; the last line end stays.
  fileprivate func indented(by count: Int) -> String {
    let space = String(repeating: " ", count: count)
    return split(separator: "\n").joined(separator: "\n\(space)") + "\n"
  }
}
