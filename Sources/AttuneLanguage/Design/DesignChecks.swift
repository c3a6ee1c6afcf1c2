import AttuneDiagnostics

/// What a design must be, whatever the instrument.
struct DesignChecks {
  let syntax: DesignSyntax

  func findings() -> [Finding] {
    guard let simulation = syntax.first(SimulationBlock.self) else { return [] }
    var findings = syntax.repeated.map { Finding.blockTwice($0.block, first: $0.first) }
    if simulation.instrument == nil { findings.append(.instrumentIsMissing(simulation.heading)) }
    if simulation.seed == nil { findings.append(.seedIsMissing(simulation.heading)) }
    let some: [(Heading, Written<Double>?)] =
      syntax.all(StoppingBlock.self).map { ($0.heading, $0.share) }
      + syntax.all(CarelessBlock.self).map { ($0.heading, $0.share) }
      + syntax.all(SincereBlock.self).map { ($0.heading, $0.share) }
    let retests = syntax.all(RetestBlock.self)
    findings += retests.filter { $0.count == nil || $0.stability == nil }
      .map { .retestIsUnclear($0.heading) }
    findings += some.filter { $0.1 == nil }.map { .shareIsMissing($0.0) }
    return findings + people(simulation.heading) + strengths() + shares() + profiles()
  }

  // MARK: People

  private func people(_ simulation: Heading) -> [Finding] {
    let people = syntax.all(PeopleBlock.self)
    guard !people.isEmpty else { return [.nobody(simulation)] }
    var first: [String: Name] = [:]
    return people.flatMap { block -> [Finding] in
      var findings: [Finding] = []
      switch block.count {
      case nil: findings.append(.countIsMissing(block.heading))
      case let count? where !(1...100_000).contains(count.value):
        findings.append(.noSuchCount(count))
      default: break
      }
      if let name = block.heading.name {
        if let other = first[name.value] { findings.append(.samePeople(name, first: other)) }
        first[name.value] = first[name.value] ?? name
      }
      return findings
    }
  }

  // MARK: Numbers

  /// Correlations and loadings, each in its own bounds.
  private func strengths() -> [Finding] {
    let scores = syntax.all(ScoresBlock.self)
    let correlations =
      scores.compactMap(\.correlation)
      + (scores.flatMap(\.correlations) + syntax.all(PeopleBlock.self).flatMap(\.correlations))
      .map(\.value)
    let items = syntax.all(ItemsBlock.self)
    let loadings =
      items.flatMap { [$0.loading, $0.reversedLoading, $0.methodLoading].compactMap { $0 } }
      + items.flatMap(\.loadings).map(\.value)
      + syntax.all(FactorBlock.self).flatMap(\.loadings).map(\.value)
    let sites =
      syntax.all(SitesBlock.self).compactMap(\.correlation)
      + syntax.all(RetestBlock.self).compactMap(\.stability)
    return correlations.filter { !(-1 < $0.value && $0.value < 1) }.map(Finding.tooStrong)
      + loadings.filter { !(-1 < $0.value && $0.value < 1) }.map(Finding.tooStrong)
      + sites.filter { !(0 <= $0.value && $0.value < 1) }.map(Finding.tooStrong)
  }

  private func shares() -> [Finding] {
    var shares =
      (syntax.all(MissingBlock.self).flatMap(\.rates)
      + syntax.all(PeopleBlock.self).flatMap(\.rates)).map(\.share)
    shares += syntax.all(StoppingBlock.self)
      .flatMap { [$0.share, $0.after, $0.deleted].compactMap { $0 } }
    shares += syntax.all(CarelessBlock.self)
      .flatMap { [$0.share, $0.straightLines].compactMap { $0 } }
    shares += syntax.all(SincereBlock.self).compactMap(\.share)
    let answers =
      syntax.all(PeopleBlock.self).flatMap(\.answers)
      + syntax.all(ItemsBlock.self).flatMap(\.answers)
    shares += answers.flatMap(\.shares).compactMap(\.share)
    return shares.filter { !(0...1).contains($0.value) }.map(Finding.notAShare)
      + answers.compactMap(Self.whole)
  }

  /// Shares of answers make a whole.
  private static func whole(_ answers: AnswerSharesSyntax) -> Finding? {
    let stated = answers.shares.compactMap(\.share)
    if stated.isEmpty, answers.shares.count == 1 { return nil }
    let sum = stated.reduce(0) { $0 + $1.value }
    guard stated.count < answers.shares.count || abs(sum - 1) > 1e-9 else { return nil }
    return .notAWhole(sum, isComplete: stated.count == answers.shares.count, at: answers.range)
  }

  private func profiles() -> [Finding] {
    syntax.all(ProfileBlock.self).compactMap { profile in
      guard let cuts = profile.cuts else { return .cutsAreMissing(profile.heading) }
      let isAscending = zip(cuts.value, cuts.value.dropFirst()).allSatisfy { $0 < $1 }
      return isAscending ? nil : .cutsOutOfOrder(cuts)
    }
  }
}

extension Finding {
  /// A block that says how all people are stands once in a design.
  ///
  /// Kinds of people, factors and profiles may stand several times, each with a name of its own.
  fileprivate static func blockTwice(_ heading: Heading, first: Heading) -> Finding {
    Finding(
      "A380", .mustFix, "There is already a block \"\(heading.kind.rawValue)\" in this file",
      at: heading.range, notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "put the two together")])
  }

  /// A design says which instrument its people answer.
  ///
  ///     simulation keep_study: Keeping in Touch
  ///       instrument: keep
  fileprivate static func instrumentIsMissing(_ heading: Heading) -> Finding {
    Finding(
      "A381", .mustFix, "Which instrument do these people answer?", at: heading.place,
      explanation: "I expected the instrument's name, as it stands at the top of its file.",
      fixes: [.addLine(.possible, "instrument: my_questions", under: heading)])
  }

  /// A design has a seed: a number that makes the same people again.
  ///
  /// Any whole number will do. With the same seed, the same design gives the same answers on every
  /// machine.
  fileprivate static func seedIsMissing(_ heading: Heading) -> Finding {
    Finding(
      "A382", .mustFix, "This design has no seed", at: heading.place,
      explanation: "A seed is any whole number. With it the same people can be made again.",
      fixes: [.addLine(.possible, "seed: 1", under: heading)])
  }

  /// A design has at least one kind of people, and says how many there are.
  ///
  ///     people in_contact: People in contact
  ///       count: 33
  ///
  /// There are at least 1 and at most 100000 of a kind.
  fileprivate static func nobody(_ heading: Heading) -> Finding {
    Finding(
      "A383", .mustFix, "There is nobody in this design", at: heading.place,
      explanation: "I expected at least one block that begins with people.",
      fixes: [Fix(.possible, "add a block such as: people everybody: Everybody")])
  }

  fileprivate static func countIsMissing(_ heading: Heading) -> Finding {
    Finding(
      "A383", .mustFix, "How many people of this kind are there?", at: heading.place,
      fixes: [.addLine(.possible, "count: 30", under: heading)])
  }

  fileprivate static func noSuchCount(_ count: Written<Int>) -> Finding {
    Finding(
      "A383", .mustFix, "I cannot make up \(count.value) people", at: count.range,
      explanation: "There are at least 1 and at most 100000 people of a kind.",
      fixes: [Fix(.possible, "change the number, or take the whole block out")])
  }

  /// A retest says how many people are asked again, and how stable their scores are.
  ///
  ///     retest two_weeks_on: Two weeks on
  ///       count: 60
  ///       stability: 0.85
  fileprivate static func retestIsUnclear(_ heading: Heading) -> Finding {
    Finding(
      "A400", .mustFix, "Who is asked again, and how stable are their scores?", at: heading.place,
      explanation: "I expected a count of people and a stability between 0 and 1.",
      fixes: [.addLine(.possible, "stability: 0.85", under: heading)])
  }

  /// Two kinds of people must not have one name: results are told apart by it.
  fileprivate static func samePeople(_ name: Name, first: Name) -> Finding {
    Finding(
      "A384", .mustFix, "Two kinds of people are called \"\(name.value)\"", at: name.range,
      notes: [.init("the first one is here", at: first.range)],
      fixes: [Fix(.possible, "rename one of them")])
  }

  /// A correlation or a loading lies between -1 and 1.
  ///
  /// It says how much of one thing shows in another: 0 is nothing, 1 would be everything, and then
  /// the two were the same. Between sites, and between two occasions, it is not below 0.
  fileprivate static func tooStrong(_ number: Written<Double>) -> Finding {
    Finding(
      "A385", .mustFix, "\(number.value) is too strong", at: number.range,
      explanation:
        "It lies between -1 and 1, without either end; between sites or occasions, not below 0.")
  }

  /// A share of people or answers lies between 0 and 100%.
  ///
  ///     skipped: 4%
  ///     skipped: 0.04
  fileprivate static func notAShare(_ share: Written<Double>) -> Finding {
    let asPercent = share.value > 1 && share.value <= 100 ? "\(share.value)" : nil
    let words = asPercent.map { ($0.hasSuffix(".0") ? String($0.dropLast(2)) : $0) + "%" }
    return Finding(
      "A386", .mustFix, "This is not a share of people", at: share.range,
      explanation: "A share lies between 0% and 100%, which is also written 0 and 1.",
      fixes: words.map {
        [Fix(.likely, "did you mean \($0)?", edits: [.init(share.range, with: $0)])]
      } ?? [])
  }

  fileprivate static func shareIsMissing(_ heading: Heading) -> Finding {
    Finding(
      "A386", .mustFix, "How many people is this true of?", at: heading.range,
      fixes: [.addLine(.possible, "share: 4%", under: heading)])
  }

  /// The shares of the answers to an item add up to 100%.
  ///
  ///     answers bg_used: yes 60%, no 30%, unsure 10%
  ///
  /// One answer that everybody gives stands alone, without a share.
  fileprivate static func notAWhole(
    _ sum: Double, isComplete: Bool, at range: SourceRange
  ) -> Finding {
    let percent = (sum * 1000).rounded() / 10
    return Finding(
      "A387", .mustFix,
      isComplete
        ? "These shares add up to \(percent)%" : "One of these answers has no share", at: range,
      explanation: "Each answer has its share, and together they make 100%.")
  }

  /// Cuts go from the lowest answer to the highest, each above the one before.
  ///
  ///     profile mid
  ///       cut at: -1.3, -0.45, 0.45, 1.3
  ///
  /// A cut is a place on the scale of the true score, in standard deviations: above it people give
  /// the next answer.
  fileprivate static func cutsOutOfOrder(_ cuts: Written<[Double]>) -> Finding {
    let sorted = cuts.value.sorted()
    let words = sorted.map { "\($0)" }.joined(separator: ", ")
    let isSet = Set(sorted).count == sorted.count
    return Finding(
      "A388", .mustFix, "These cuts are out of order", at: cuts.range,
      explanation: "Each lies above the one before.",
      fixes: isSet
        ? [Fix(.likely, "did you mean \(words)?", edits: [.init(cuts.range, with: words)])]
        : [Fix(.possible, "take out the one that stands twice")])
  }

  fileprivate static func cutsAreMissing(_ heading: Heading) -> Finding {
    Finding(
      "A388", .mustFix, "Where do answers change from one to the next?", at: heading.place,
      fixes: [.addLine(.possible, "cut at: -1.3, -0.45, 0.45, 1.3", under: heading)])
  }
}
