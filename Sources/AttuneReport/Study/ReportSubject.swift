import AttuneData
import AttuneInstrument
import AttuneScoring

/// What a report is about: the people, how they were found, and for whom it is.
public struct ReportSubject: Sendable {
  /// Why some people are not in the results.
  public struct Others: Sendable {
    public let id: String
    public let count: Int
    public let words: String

    public init(_ id: String, _ count: Int, _ words: String) {
      self.id = id
      self.count = count
      self.words = words
    }
  }

  public var sample: StudySample
  public var title: String
  public var view: ReleaseView
  /// `nil` where a file cannot know.
  public var others: [Others]?
  public var banners: [String] = []
  public var version: String
  public var sourceHash: String
  /// The SHA-256 of the instrument's text; `nil` where it is not known.
  public var instrumentHash: String?
  /// The command that makes the report again.
  public var command: String

  public init(
    sample: StudySample, title: String, view: ReleaseView, others: [Others]?, banners: [String],
    version: String, sourceHash: String, command: String
  ) {
    self.sample = sample
    self.title = title
    self.view = view
    self.others = others
    self.banners = banners
    self.version = version
    self.sourceHash = sourceHash
    self.command = command
  }

  var instrument: Instrument { sample.instrument }
}

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
    for name in Self.groupings(of: sample.instrument) { add(name, sample) }
    for answer in analysis.answers {
      for test in answer.tests { add(test, answer.plan, subject.view) }
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
        within: view.precision(of: people, step: construct.worth)
          .range(of: sum / Double(people)))
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

  private mutating func add(_ test: PlannedAnalysis.Test, _ plan: Plan, _ view: ReleaseView) {
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
      within: view.precision(of: group.n, step: 1).range(of: group.mean))
  }
}
