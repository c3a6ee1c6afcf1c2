import AttuneData
import AttuneInstrument

/// Every count of people that the report prints or gives away, linked as they add up.
struct ReportCounts {
  private(set) var linked = LinkedCounts()

  init(_ subject: ReportSubject, _ analysis: PlannedAnalysis) {
    let sample = subject.sample
    linked.add("people", sample.submissions.count)
    linked.keep("people")
    for other in subject.others ?? [] { linked.add("others/\(other.id)", other.count) }
    linked.add("flagged", analysis.flaggedCount)
    linked.add("flagged", isPartOf: "people")
    for construct in sample.instrument.constructs { add(construct, sample, subject.view) }
    for name in Self.groupings(of: sample.instrument) {
      add(name, sample)
      for construct in sample.instrument.constructs { add(construct.name, within: name, sample) }
    }
    for answer in analysis.answers {
      for test in answer.tests { add(test, answer.plan, sample, subject.view) }
      DescribedCounts(answer.plan, in: sample).add(to: &linked)
    }
    for test in analysis.answers.flatMap(\.tests) { linkToDescriptions(test) }
  }

  /// Says which counts of a test are counts of a description under another name.
  private mutating func linkToDescriptions(_ test: PlannedAnalysis.Test) {
    guard case .groups(let score, let by) = test.trial.subject, test.plan.onlyWhen == nil else {
      return
    }
    for group in test.result.groups {
      let described = "described/\(by)/\(group.name)/\(score)"
      let tested = "test/\(test.plan.name)/\(test.subject)/\(group.name)"
      if linked.has(described), linked.counts[linked.place(of: described)] == group.n {
        linked.add(sumOf: [described], is: tested)
      }
    }
  }

  /// The name of the count of those with a score who are in a group.
  static func grouped(_ score: String, by grouping: String) -> String {
    "grouped/\(grouping)/\(score)"
  }

  static func mean(of item: String, in construct: Construct) -> String {
    "mean/\(construct.name)/\(item)"
  }

  /// The name of the count of a test's people; that of a group's adds a stroke and the group.
  static func name(of test: PlannedAnalysis.Test, in plan: Plan) -> String {
    "test/\(plan.name)/\(test.subject)"
  }

  /// The groups that plans are about.
  static func groupings(of instrument: Instrument) -> [String] {
    var found: [String] = []
    for plan in instrument.plans {
      let name: String? =
        switch plan.question {
        case .compare(_, let by): by
        case .reliability(_, let by), .describe(_, let by), .rank(_, let by): by
        case .compareWithinPerson, .correlate: nil
        }
      if let name, !found.contains(name) { found.append(name) }
    }
    return found
  }

  private mutating func add(_ construct: Construct, _ sample: StudySample, _ view: ReleaseView) {
    let scored = "scored/\(construct.name)"
    linked.add(scored, sample.scores(construct.name).count { $0 != nil })
    linked.add(scored, isPartOf: "people")
    let complete = "complete/\(construct.name)"
    let items = construct.itemScores(in: sample)
    let columns = items.names.compactMap { items.column(named: $0) }
    let full = sample.submissions.indices.count { row in columns.allSatisfy { $0[row] != nil } }
    linked.add(complete, full)
    linked.add(complete, isPartOf: construct.isComposite ? "people" : scored)
    guard !construct.isComposite else { return }
    defer { addTogether(construct, sample.instrument) }
    for use in construct.uses {
      guard let item = sample.instrument.item(named: use.name) else { continue }
      let values = sample.scores(use.name)
      let names = item.format.choices.map { choice -> String in
        let name = "item/\(item.name)/\(choice.code)"
        linked.add(name, values.count { $0 == Double(choice.code) })
        return name
      }
      guard !names.isEmpty else { continue }
      let answered = "answered/\(item.name)"
      if !linked.names.contains(answered) {
        linked.add(answered, values.count { $0 != nil })
        linked.add(sumOf: names, is: answered)
        linked.add(answered, isPartOf: "people")
        linked.add(row: names)
      }
      guard construct.countedCode == nil else { continue }
      // What an index does not count has no part in the mean.
      let parts = item.format.choices.compactMap { choice in
        (construct.counts.map { $0[choice.code] } ?? Double(choice.code))
          .map { (name: "item/\(item.name)/\(choice.code)", value: $0) }
      }
      let counts = parts.map { linked.counts[linked.place(of: $0.name)] }
      let people = counts.reduce(0, +)
      guard people >= view.floor else { continue }
      let sum = zip(parts, counts).reduce(0) { $0 + $1.0.value * Double($1.1) }
      linked.add(
        mean: Self.mean(of: item.name, in: construct), of: parts,
        within: view.precisions(of: people, step: construct.worth)
          .map { $0.range(of: sum / Double(people)) })
    }
  }

  /// The answers to all questions of a construct, reversed ones turned round: of answers, not people.
  private mutating func addTogether(_ construct: Construct, _ instrument: Instrument) {
    let items = construct.uses.compactMap { use in
      instrument.item(named: use.name).map { (item: $0, isReversed: use.isReversed) }
    }
    guard let codes = items.first?.item.format.choices.map(\.code), let low = codes.min(),
      let high = codes.max(), items.allSatisfy({ $0.item.format.choices.map(\.code) == codes })
    else { return }
    let names = codes.map { "together/\(construct.name)/\($0)" }
    for (code, name) in zip(codes, names) {
      let parts = items.map { "item/\($0.item.name)/\($0.isReversed ? low + high - code : code)" }
      linked.add(name, parts.reduce(0) { $0 + linked.counts[linked.place(of: $1)] })
      linked.add(sumOf: parts, is: name)
    }
    linked.add(row: names)
  }

  private mutating func add(_ grouping: String, _ sample: StudySample) {
    let (levels, order) = sample.levels(grouping)
    var names = order.map { level -> String in
      let name = "group/\(grouping)/\(level)"
      linked.add(name, levels.count { $0 == level })
      return name
    }
    linked.add("group/\(grouping)/none", levels.count { $0.map { !order.contains($0) } ?? true })
    names.append("group/\(grouping)/none")
    linked.add(sumOf: names, is: "people")
  }

  /// Those with a score, or an answer, who are in a group, and those who are in none.
  private mutating func add(_ score: String, within grouping: String, _ sample: StudySample) {
    let name = Self.grouped(score, by: grouping)
    let whole = ["scored/\(score)", "answered/\(score)"].first { linked.has($0) }
    guard let whole, !linked.has(name), !sample.levels(grouping).order.isEmpty else { return }
    linked.add(name, sample.people(scoring: score, inGroupsOf: grouping).count)
    linked.add(name, isPartOf: whole)
    linked.add(
      LinkedCounts.rest(of: whole, without: name), isPartOf: "group/\(grouping)/none")
  }

  private mutating func add(
    _ test: PlannedAnalysis.Test, _ plan: Plan, _ sample: StudySample, _ view: ReleaseView
  ) {
    let base = Self.name(of: test, in: plan)
    if case .success(let figures) = test.result.figures {
      linked.add(base, figures.n)
      if figures.n <= linked.counts[0] { linked.add(base, isPartOf: "people") }
    }
    guard case .groups(let score, let by) = test.trial.subject else { return }
    for group in test.result.groups {
      let name = "\(base)/\(group.name)"
      linked.add(name, group.n)
      linked.add(name, isPartOf: "group/\(by)/\(group.name)")
      if let code = plan.counting { add(group, name, "item/\(score)/\(code)", view) }
    }
    let parts = test.result.groups.map { "\(base)/\($0.name)" }
    if case .success(let figures) = test.result.figures,
      figures.n == test.result.groups.reduce(0, { $0 + $1.n }), !parts.isEmpty
    {
      linked.add(sumOf: parts, is: base)
    }
    guard plan.onlyWhen == nil else { return }
    add(score, within: by, sample)
    let grouped = Self.grouped(score, by: by)
    // Of a test of pairs they are fewer.
    let tested = test.result.groups.reduce(0) { $0 + $1.n }
    if linked.has(grouped), linked.counts[linked.place(of: grouped)] == tested {
      linked.add(sumOf: parts, is: grouped)
      if let code = plan.counting, linked.has("item/\(score)/\(code)") {
        let answer = "item/\(score)/\(code)"
        let yes = parts.map { "\($0)/yes" }
        let none = "\(grouped)/none/\(code)"
        linked.add(
          unprinted: none,
          linked.counts[linked.place(of: answer)]
            - yes.reduce(0) { $0 + linked.counts[linked.place(of: $1)] })
        linked.add(sumOf: yes + [none], is: answer)
      }
    }
  }

  /// A share, which tells how many gave the answer and how many did not.
  private mutating func add(
    _ group: TestResult.Group, _ name: String, _ answer: String, _ view: ReleaseView
  ) {
    let yes = "\(name)/yes"
    linked.add(unprinted: yes, Int((group.mean * Double(group.n)).rounded()))
    linked.add(yes, isPartOf: name)
    if linked.names.contains(answer) { linked.add(yes, isPartOf: answer) }
    guard group.n >= view.floor else { return }
    linked.add(
      mean: name, of: [(yes, 1), (LinkedCounts.rest(of: name, without: yes), 0)],
      // Other figures of the test tell it as exactly.
      within: [view.precision(of: group.n, step: 1).range(of: group.mean)])
  }
}
