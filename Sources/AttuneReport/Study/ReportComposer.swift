import AttuneInstrument
import AttuneTables

/// Composes the report for teams and commissioners: who answered, each construct, each plan, and how
/// it was made.
///
/// Every part decides by `count` and `mayDescribe` what it may show.
public struct ReportComposer {
  let subject: ReportSubject
  let analysis: PlannedAnalysis
  let counts: ReleasedCounts
  let names: ReaderNames
  let floor: Int
  /// Tests, described scores and questions whose figures stand in the report: those of plans first.
  private(set) var released: Set<String> = []
  /// Of whom the figures of each score are.
  private var described: [String: DescribedScore] = [:]

  public init(_ subject: ReportSubject) {
    self.subject = subject
    analysis = PlannedAnalysis(of: subject.sample)
    counts = ReleasedCounts(ReportCounts(subject, analysis).linked, for: subject.view)
    names = ReaderNames(of: subject.instrument)
    floor = subject.view.floor
    var figures = ReleasedFigures(floor: floor)
    for answer in analysis.answers {
      for test in answer.tests where leavesShown(test) {
        let people = test.trial.people(in: subject.sample)
        if figures.release(test.trial.figureNames, of: people) {
          released.insert(ReportCounts.name(of: test, in: test.plan))
        }
      }
      guard case (let scores, let by)? = answer.plan.describedScores else { continue }
      // A share of an answer is worked out from counts, and those are guarded as counts.
      for score in scores where !subject.counts(answer.plan, answersTo: score) {
        let people = subject.sample.people(scoring: score, by: by, of: answer.plan)
        if figures.release(score, of: people) { released.insert("\(answer.plan.name)/\(score)") }
      }
    }
    for name in instrument.constructs.map(\.name) {
      let groupings = ReportCounts.groupings(of: instrument).map(Optional.some)
      let whole = ([nil] + groupings).first { grouping in
        figures.release(name, of: [subject.sample.people(scoring: name, inGroupsOf: grouping)])
      }
      guard let grouping = whole else { continue }
      described[name] = DescribedScore(name, inGroupsOf: grouping, of: subject.sample)
    }
    let questions = Set(instrument.constructs.flatMap(\.uses).map(\.name))
    released.formUnion(
      questions.filter { figures.release($0, of: [subject.sample.people(scoring: $0)]) })
  }

  /// Whether the counts of a test leave its figures to be shown.
  private func leavesShown(_ test: PlannedAnalysis.Test) -> Bool {
    let base = ReportCounts.name(of: test, in: test.plan)
    if case .groups(let score, _) = test.trial.subject {
      let isCounted = test.trial.countsAnswers(to: score, in: instrument)
      // One group alone with figures would give away the other's, with those of all; and a share of a
      // group about how many gave the answer, and how many did not.
      return test.result.groups.allSatisfy { group in
        let count = isCounted ? Int((group.mean * Double(group.n)).rounded()) : group.n
        let name = "\(base)/\(group.name)"
        return mayDescribe(name, isCounted ? min(count, group.n - count) : count)
          && counts.coarseness(ofMean: name) != nil
      }
    }
    guard case .success(let figures) = test.result.figures else { return true }
    return mayDescribe(base, figures.n)
  }

  var instrument: Instrument { subject.instrument }

  public var report: StudyReport {
    var report = StudyReport(
      title: subject.title,
      subtitle: "\(instrument.title) \(instrument.version): \(instrument.status.rawValue); "
        + (instrument.reviewedBy.map { "reviewed by \($0)" }
          ?? "not yet reviewed with people with lived experience"),
      banners: subject.banners + subject.view.sentences)
    report.add("Who answered, and who is missing", PeoplePart(report: self).blocks)
    report.add("Before reading numbers", [.list(reading)])
    let constructs = ConstructPart(report: self)
    report.add("What was asked", [.table(constructs.overview)])
    for construct in instrument.constructs where !construct.isComposite {
      report.add(names.score(construct.name), level: 3, constructs.blocks(of: construct))
    }
    let plans = PlanPart(report: self)
    for family in Plan.Family.allCases.map(Optional.some) + [nil] {
      let members = analysis.answers(of: family)
      guard !members.isEmpty else { continue }
      report.add(
        PlannedAnalysis.heading(family),
        analysis.correctionLine(of: family).map { [.paragraph($0)] } ?? [])
      for answer in members { report.add(answer.plan.title, level: 3, plans.blocks(of: answer)) }
    }
    let methods = MethodsPart(report: self)
    report.add("Answers that may not have been read", methods.careless)
    report.add("Methods and sources", [.list(methods.sources)])
    report.add("How to make this report again", [.list(methods.reproduction)])
    return report
  }

  private var reading: [String] {
    [
      "There are no cut-offs, norms or ranks here. A score describes how support was lived; it is a "
        + "question for the service, not a finding about a person.",
      "A mean hides a split: look at how many gave each answer.",
      "\u{201C}We could not tell\u{201D} is not \u{201C}there is no difference\u{201D}: sameness "
        + "takes a test of its own.",
      "Where a source study is qualitative it reports themes; every predicted difference is the "
        + "prediction of those who wrote the plan.",
      subject.view.isRounded
        ? "A mean has fewer than two decimals where two would tell how many people gave an answer."
        : nil,
      hasFrozenPlans
        ? nil : "The plans are not frozen: nothing shows that they were made before the answers.",
    ].compactMap { $0 }
  }

  /// Whether there is something to say of when each plan was made.
  var hasFrozenPlans: Bool { subject.sample.standing.frozenOn != nil }

  // MARK: Small numbers

  /// A count as it may be shown.
  func count(_ name: String) -> Cell {
    switch counts[name] {
    case .hidden: .text("hidden")
    case .shown(let count): .count(count)
    }
  }

  /// Whether figures may be worked out from the people counted there, who are at least so many.
  func mayDescribe(_ name: String, _ people: Int, atLeast least: Int = 0) -> Bool {
    people >= max(floor, least) && counts[name] != .hidden
  }

  /// How many must have answered every question for alpha.
  var leastForReliability: Int { max(20, floor) }

  /// The people whose mean of a score may be shown; `nil` where nobody's may.
  func described(_ score: String) -> DescribedScore? {
    described[score].flatMap { mayDescribe($0.count, $0.values.count) ? $0 : nil }
  }

  /// How exactly a mean of a score of so many people is told.
  func precision(of score: String, _ people: Int) -> Precision {
    subject.view.precision(of: people, step: instrument.step(of: score))
  }

  static let withheld = "figures would tell of too few people"
  /// Without a number, which would narrow down one that is rounded.
  static let tooFewForReliability = "too few people answered every question"
}

extension Plan {
  /// The scores of which it shows means, by what.
  fileprivate var describedScores: (scores: [String], by: String?)? {
    switch question {
    case .describe(let scores, let by), .rank(let scores, let by): (scores, by)
    case .reliability, .compare, .compareWithinPerson, .correlate: nil
    }
  }
}

extension Cell {
  func rounded(to precision: Precision) -> Cell {
    if case .real(let value) = content { precision.cell(value) } else { self }
  }
}

extension ReleasedCounts {
  /// For those who decide what may be shown; never printed.
  func trueCount(of name: String) -> Int { linked.counts[linked.place(of: name)] }
}
