import AttuneData
import AttuneInstrument
import AttuneLanguage
import AttuneNumerics
import AttuneScoring
import AttuneStatistics

/// One size of study: people are made up, scored by the instrument's own rules and tested by its own
/// plans, once for each run.
struct PowerRun: Sendable {
  /// What one made-up study found.
  struct Result: Sendable, Hashable {
    /// By planned test; `nil` where the test could not be done.
    var tests: [Found?]
    /// By construct; `nil` where there was no alpha.
    var alphas: [Alpha?]
  }

  struct Alpha: Sendable, Hashable {
    var estimate: Double
    /// Upper limit less lower limit of the 95 % interval.
    var width: Double
    var cases: Int
  }

  private let design: SimulationDesign
  private let instrument: Instrument
  private let seed: UInt64
  private let plans: PlannedTests
  private let drawing: PersonDrawing
  private let answers: AnswersAtOnce
  private let scorers: [String: ConstructScorer]
  private let scales: [ColumnSelection.Scale]

  init(_ study: PowerStudy, size: PowerStudy.Size, plans: PlannedTests) {
    var design = study.design
    for index in design.people.indices { design.people[index].count = size.counts[index] }
    self.design = design
    self.plans = plans
    instrument = study.instrument
    seed = study.seed
    let order = AskingOrder(instrument, form: design.form)
    drawing = PersonDrawing(design, of: instrument, order: order)
    let instrument = study.instrument
    let form = instrument.forms.first { $0.name == design.form }
    scales = Self.constructs(design, instrument).map { $0.selection(in: instrument, form: form) }
      .filter { $0.items.count > 1 }
    let compared = plans.tests.flatMap(\.scores).compactMap { instrument.construct(named: $0) }
    scorers = Dictionary(
      compared.map { ($0.name, ConstructScorer($0, of: instrument)) },
      uniquingKeysWith: { first, _ in first })
    var wanted = Set(scales.flatMap(\.items).map(\.column))
    for test in plans.tests {
      for score in test.scores { wanted.formUnion(instrument.itemNames(of: score)) }
      wanted.formUnion(test.grouping?.itemNames ?? [])
      wanted.formUnion(test.plan.onlyWhen?.subjects ?? [])
    }
    answers = AnswersAtOnce(
      instrument, form: design.form, order: order, siteGroup: design.sites?.group, wanted: wanted)
  }

  /// The scales that alpha is found for, by name.
  var scaleNames: [String] { scales.map(\.name) }

  private static func constructs(
    _ design: SimulationDesign, _ instrument: Instrument
  ) -> [Construct] {
    design.scores.compactMap { instrument.construct(named: $0) }
  }

  /// The study of one run, from 0; the same whenever it is asked for.
  func result(of run: Int) -> Result {
    let generator = MersenneTwister(seed: seed, stream: UInt64(run) + 1)
    let submissions = drawing.everybody(from: generator).compactMap { person in
      answers.submission(of: person, role: design.people[person.kind].role)
    }
    var scores: [String: [Double?]] = [:]
    for name in plans.tests.flatMap(\.scores) where scores[name] == nil {
      scores[name] = submissions.map { submission in
        scorers[name].map { $0.score(submission).value }
          ?? submission.answers[name]?.value?.number
      }
    }
    return Result(
      tests: plans.tests.map { test in
        // A group in which nobody has a score, or one without any variance, leaves nothing to test.
        (try? found(test, test.scores.map { scores[$0] ?? [] }, submissions)).flatMap { $0 }
      },
      alphas: scales.map { alpha(of: $0, submissions) })
  }

  private func found(
    _ test: PlannedTests.Test, _ scores: [[Double?]], _ submissions: [Submission]
  ) throws -> Found? {
    var levels: [String?] = []
    var kept: [[Double?]] = scores.map { _ in [] }
    for (row, submission) in submissions.enumerated() {
      if let condition = test.plan.onlyWhen, condition.truth(submission.known) != .yes { continue }
      if let grouping = test.grouping {
        let level = grouping.level(of: submission, in: instrument)
        guard let level, test.levels.contains(level) else { continue }
        levels.append(level)
      }
      for index in scores.indices { kept[index].append(scores[index][row]) }
    }
    let grouping = test.grouping?.name ?? ""
    switch test.method {
    case .twoGroups(let method):
      return try method.found(
        in: TwoGroups(
          score: test.scores[0], values: kept[0], grouping: grouping, groups: levels,
          order: test.levels))
    case .severalGroups(let method):
      let groups = SeveralGroups(
        score: test.scores[0], values: kept[0], grouping: grouping, groups: levels,
        order: test.levels)
      return groups.groups.count == test.levels.count ? try method.found(in: groups) : nil
    case .oneGroup(let value):
      return try PlannedMethod.found(
        above: value, in: ScoreSample(name: test.scores[0], values: kept[0]))
    case .pairs(let method):
      return try method.found(
        in: Pairs((test.scores[0], kept[0]), (test.scores[1], kept[1])))
    case .friedman:
      return try PlannedMethod.found(
        in: RepeatedMeasures(zip(test.scores, kept).map { (name: $0, values: $1) }))
    }
  }

  private func alpha(of scale: ColumnSelection.Scale, _ submissions: [Submission]) -> Alpha? {
    let answers = ItemScores(submissions, items: scale.items.map(\.column))
    guard let items = try? answers.selecting(scale).complete(.listwise),
      let outcome = try? CronbachAlpha().apply(to: items),
      let interval = try? outcome.interval.get()
    else { return nil }
    return Alpha(
      estimate: outcome.estimate, width: interval.upper - interval.lower,
      cases: outcome.account.used)
  }
}

extension Grouping {
  /// The items that tell a person's level.
  fileprivate var itemNames: [String] {
    switch source {
    case .item(let item): [item]
    case .role, .facilitator: []
    case .conditions: levels.flatMap { $0.condition?.subjects ?? [] }
    }
  }
}

extension Instrument {
  /// The items that a score is made of: an item itself, or those of a construct and its parts.
  fileprivate func itemNames(of score: String) -> [String] {
    guard let construct = construct(named: score) else { return [score] }
    return construct.uses.flatMap {
      construct.isComposite ? itemNames(of: $0.name) : [$0.name]
    }
  }
}
