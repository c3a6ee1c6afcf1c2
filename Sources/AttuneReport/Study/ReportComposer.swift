import AttuneData
import AttuneInstrument
import AttuneScoring
import AttuneStatistics
import AttuneTables

/// Composes the report for teams and commissioners: who answered, each construct, each plan, and how
/// it was made.
public struct ReportComposer {
  let subject: ReportSubject
  let analysis: PlannedAnalysis
  let counts: ReleasedCounts
  private let floor: Int
  /// Tests and scores whose figures stand in the report: those of plans first, by their order.
  private var releasedTests: Set<String> = []
  private var releasedScores: Set<String> = []

  public init(_ subject: ReportSubject) {
    self.subject = subject
    analysis = PlannedAnalysis(of: subject.sample)
    counts = ReleasedCounts(ReportCounts(subject, analysis).linked, for: subject.view)
    floor = subject.view.floor
    var figures = ReleasedFigures(floor: floor)
    for answer in analysis.answers {
      for test in answer.tests where mayShow(test, of: answer.plan) {
        let people = test.trial.people(in: subject.sample)
        guard figures.release(test.trial.figureName, of: people) else { continue }
        releasedTests.insert(ReportCounts.name(of: test, in: answer.plan))
      }
    }
    let items = instrument.constructs.flatMap(\.uses).map(\.name)
    for name in instrument.constructs.map(\.name) + items {
      let values = subject.sample.scores(name)
      let people = Set(values.indices.filter { values[$0] != nil })
      if figures.release(name, of: [people]) { releasedScores.insert(name) }
    }
  }

  /// Whether its counts leave it to be shown.
  private func mayShow(_ test: PlannedAnalysis.Test, of plan: Plan) -> Bool {
    let base = ReportCounts.name(of: test, in: plan)
    if case .groups = test.trial.subject {
      return test.result.groups.allSatisfy {
        mayDescribe("\(base)/\($0.name)", $0.n) && counts.shows(mean: "\(base)/\($0.name)")
      }
    }
    guard case .success(let found) = test.result.figures else { return true }
    return mayDescribe(base, found.n)
  }

  private var instrument: Instrument { subject.instrument }

  public var report: StudyReport {
    var report = StudyReport(
      title: subject.title,
      subtitle: "\(instrument.title) \(instrument.version): \(instrument.status.rawValue); "
        + (instrument.reviewedBy.map { "reviewed by \($0)" }
          ?? "not yet reviewed with people with lived experience"),
      banners: subject.banners + subject.view.sentences)
    report.add("Who answered, and who is missing", whoAnswered)
    report.add("Before reading numbers", [.list(Self.reading)])
    report.add("What was asked", constructOverview)
    for construct in instrument.constructs where !construct.isComposite {
      report.add("\(construct.title) (\(construct.name))", level: 3, blocks(of: construct))
    }
    for family in Plan.Family.allCases.map(Optional.some) + [nil] {
      let members = analysis.answers(of: family)
      guard !members.isEmpty else { continue }
      report.add(
        PlannedAnalysis.heading(family),
        analysis.correctionLine(of: family).map { [.paragraph($0)] } ?? [])
      for answer in members { report.add(answer.plan.title, level: 3, blocks(of: answer)) }
    }
    report.add("Answers that may not have been read", careless)
    report.add("Methods and sources", [.list(sources)])
    report.add("How to make this report again", [.list(reproduction)])
    return report
  }

  // MARK: Counts

  /// A count as it may be shown.
  func count(_ name: String) -> Cell {
    switch counts[name] {
    case .hidden: .text("hidden")
    case .shown(let count): .count(count)
    }
  }

  /// Whether figures may be worked out from the people counted there.
  func mayDescribe(_ name: String, _ people: Int) -> Bool {
    people >= floor && counts[name] != .hidden
  }

  /// Whether the mean of everybody's score may be shown.
  func mayDescribe(score name: String, _ people: Int) -> Bool {
    mayDescribe("scored/\(name)", people) && releasedScores.contains(name)
  }

  private static let withheld = "figures would tell of too few people"

  // MARK: People

  private var whoAnswered: [StudyReport.Block] {
    var rows: [[Cell]] = [[.text("in these results"), count("people")]]
    for other in subject.others ?? [] where other.count > 0 {
      rows.append([.text(other.words), count("others/\(other.id)")])
    }
    var blocks: [StudyReport.Block] = [
      .table(
        Table(
          "people", title: "People",
          columns: [Column("who", "who", .text), .cases], rows: rows))
    ]
    for name in ReportCounts.groupings(of: instrument) {
      let order = subject.sample.levels(name).order
      guard !order.isEmpty else { continue }
      let grouping = instrument.grouping(named: name)
      blocks.append(
        .table(
          Table(
            "group-\(name)", title: grouping?.title ?? name, columns: [.group, .cases],
            rows: order.map { [.text($0), count("group/\(name)/\($0)")] }
              + [[.text("in none of these, or not known"), count("group/\(name)/none")]])))
    }
    blocks.append(
      .paragraph(
        subject.others == nil
          ? "How many people were invited, started, stopped or withdrew is not in the file."
          : "How many people were invited is not recorded here. People who have left services are the "
            + "hardest to reach."))
    return blocks
  }

  private static let reading = [
    "There are no cut-offs, norms or ranks here. A score describes how support was lived; it is a "
      + "question for the service, not a finding about a person.",
    "A mean hides a split: look at how many gave each answer.",
    "\u{201C}We could not tell\u{201D} is not \u{201C}there is no difference\u{201D}: sameness takes a "
      + "test of its own.",
    "Where a source study is qualitative it reports themes; every predicted difference is the "
      + "prediction of those who wrote the plan.",
  ]

  // MARK: Constructs

  private var constructOverview: [StudyReport.Block] {
    let rows = instrument.constructs.map { construct -> [Cell] in
      let values = subject.sample.scores(construct.name).compactMap { $0 }
      let name = "scored/\(construct.name)"
      let described = Descriptives().apply(
        to: .init(name: construct.name, values: values.map { $0 }))
      let none = Cell.unavailable(Self.withheld)
      let shows = mayDescribe(score: construct.name, values.count)
      let precision = subject.view.precision(
        of: values.count, step: instrument.step(of: construct.name))
      return [
        .text(construct.name), .text(construct.title), count(name),
        shows ? described.mean.cell.rounded(to: precision) : none,
        shows ? described.standardDeviation.cell.rounded(to: precision) : none,
        .text(construct.higherMeans ?? ""),
      ]
    }
    return [
      .table(
        Table(
          "scores", title: "Scores",
          columns: [
            Column("score", "score", .text), Column("title", "title", .text), .cases, .mean,
            .standardDeviation, Column("higher_means", "higher means", .text),
          ], rows: rows))
    ]
  }

  private func blocks(of construct: Construct) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = []
    if let higher = construct.higherMeans { blocks.append(.paragraph("Higher means \(higher).")) }
    let alpha: Result<CronbachAlpha.Outcome, Unavailable> = Result {
      let complete = counts.trueCount(of: "complete/\(construct.name)")
      guard !construct.isIndex else {
        throw Unavailable("its items form it rather than reflect it")
      }
      guard complete >= max(20, floor), counts["complete/\(construct.name)"] != .hidden else {
        throw Unavailable("fewer than \(max(20, floor)) people answered every question")
      }
      return try CronbachAlpha().apply(
        to: construct.itemScores(in: subject.sample).complete(.listwise))
    }.mapError { Unavailable("\($0)") }
    let interval = alpha.flatMap { outcome in
      outcome.interval.mapError { Unavailable("\($0)") }
    }
    func cell(_ value: Result<Double, Unavailable>) -> Cell {
      switch value {
      case .success(let value): .real(value, decimals: 2)
      case .failure(let reason): .unavailable(reason.description)
      }
    }
    blocks.append(
      .table(
        Table(
          "reliability-\(construct.name)", title: "Do the questions hang together?",
          columns: [
            .scale, .items, .cases, .estimate.labelled("alpha", .bounded),
            .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
          ],
          rows: [
            [
              .text(construct.name), .count(construct.uses.count),
              count("complete/\(construct.name)"), cell(alpha.map(\.estimate)),
              cell(interval.map(\.lower)), cell(interval.map(\.upper)),
            ]
          ],
          notes: ["Cronbach's alpha with Feldt's 95 % interval, of complete answers."])))
    blocks.append(.table(itemTable(of: construct, try? alpha.get())))
    if let picture = picture(of: construct) {
      blocks += [.picture(picture), .paragraph(Self.picturedHow)]
    }
    return blocks
  }

  private func itemTable(of construct: Construct, _ alpha: CronbachAlpha.Outcome?) -> Table {
    let rows = construct.uses.compactMap { use -> [Cell]? in
      guard let item = instrument.item(named: use.name) else { return nil }
      let found = alpha?.items.first { $0.name == use.name }
      let values = subject.sample.scores(use.name).compactMap { $0 }
      let answered = "answered/\(use.name)"
      let shows =
        !item.format.choices.isEmpty && mayDescribe(answered, values.count)
        && releasedScores.contains(use.name) && counts.shows(mean: use.name)
      let mean = values.reduce(0, +) / Double(max(1, values.count))
      let rest = found?.itemRestCorrelation.value
      let question =
        rest.map { rest in
          rest < 0
            ? "goes against the others: is it to be reversed?"
            : rest < 0.3 ? "goes little with the others: ask people what it means to them" : ""
        } ?? ""
      return [
        .text(use.name + (use.isReversed ? " (reversed)" : "")), .text(item.words),
        item.format.choices.isEmpty ? .unavailable("it has no answers to choose") : count(answered),
        shows
          ? subject.view.precision(of: values.count, step: 1).cell(mean)
          : .unavailable(Self.withheld),
        found?.itemRestCorrelation.cell.rounded(to: Precision(decimals: 2))
          ?? .unavailable("there is no alpha"),
        .text(question),
      ]
    }
    return Table(
      "items-\(construct.name)", title: "The questions",
      columns: [
        .item, Column("words", "words", .text), .cases, .mean,
        Column("r_rest", "r with the rest", .bounded), Column("question", "to ask", .text),
      ], rows: rows, notes: ["Means are of answers as given, not reversed."])
  }

  /// The answers to all questions together, and to each that has no hidden count.
  private func picture(of construct: Construct) -> ResponsePicture? {
    let items = construct.uses.compactMap { instrument.item(named: $0.name) }
    guard let choices = items.first?.format.choices, choices.count > 1,
      items.allSatisfy({ $0.format.choices.map(\.code) == choices.map(\.code) })
    else { return nil }
    func row(_ label: String, _ name: String) -> ResponsePicture.Row? {
      let shown = choices.compactMap { choice -> Int? in
        if case .shown(let count) = counts["\(name)/\(choice.code)"] { count } else { nil }
      }
      return shown.count == choices.count ? .init(label, counts: shown) : nil
    }
    let rows =
      [row("all questions", "together/\(construct.name)")]
      + items.map { row($0.name, "item/\($0.name)") }
    guard rows.contains(where: { $0 != nil }) else { return nil }
    return ResponsePicture(
      title: "Answers: \(construct.title)", answers: choices.map(\.label),
      rows: rows.compactMap { $0 })
  }

  private static let picturedHow =
    "In \u{201C}all questions\u{201D} answers are counted, not people, and reversed questions are "
    + "turned round. A question is drawn alone where none of its counts is hidden."

  // MARK: Plans

  private func blocks(of answer: PlannedAnalysis.Answer) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = [.list(answer.before)]
    for test in answer.tests {
      let base = ReportCounts.name(of: test, in: answer.plan)
      let isShown = releasedTests.contains(base)
      if case .groups(let score, _) = test.trial.subject {
        let reason = Cell.unavailable(Self.withheld)
        blocks.append(
          .table(
            Table(
              "\(answer.plan.name)-groups", title: test.subject,
              columns: [.group, .cases, .mean, .standardDeviation],
              rows: test.result.groups.map { group in
                let precision = subject.view.precision(
                  of: group.n, step: answer.plan.counting == nil ? instrument.step(of: score) : 1)
                // One group alone with figures would give away the other's, with those of all.
                return [
                  .text(group.name), count("\(base)/\(group.name)"),
                  isShown ? precision.cell(group.mean) : reason,
                  isShown ? precision.cell(group.standardDeviation) : reason,
                ]
              })))
      } else if case .success = test.result.figures {
        blocks.append(.paragraph("\(test.subject):"))
      }
      blocks.append(
        isShown
          ? .list(test.after(in: .init(floor: floor, sizes: sizes(of: test, base))))
          : .paragraph("Nothing is shown here: \(Self.withheld)."))
    }
    if let absence = answer.absence { blocks.append(.paragraph("Not available: \(absence).")) }
    if answer.tests.isEmpty, answer.absence == nil {
      blocks.append(.paragraph("Described above, and in full by attune analyse, for the team."))
    }
    return blocks
  }

  private func sizes(of test: PlannedAnalysis.Test, _ base: String) -> [Int] {
    test.result.groups.compactMap { group in
      guard case .groups = test.trial.subject,
        case .shown(let count) = counts["\(base)/\(group.name)"]
      else { return nil }
      return count
    }
  }

  // MARK: How

  private var careless: [StudyReport.Block] {
    [
      .table(
        Table(
          "careless", title: "Flagged answers", columns: [Column("who", "who", .text), .cases],
          rows: [
            [.text("a long run of one answer, or agreeing both ways"), count("flagged")]
          ])),
      .paragraph(
        "A flag is a question, not a verdict: people may honestly give one answer throughout, and "
          + "answers given at random look like others. Nobody was left out for it; planned tests are "
          + "repeated without the flagged answers where the plan says so."),
    ]
  }

  private var sources: [String] {
    var lines = analysis.answers.flatMap(\.tests).map { test in
      "\(test.result.method): \(test.trial.sources.joined(separator: ", "))."
    }
    lines.append("Cronbach's alpha: \(CronbachAlpha.about.sources.joined(separator: ", ")).")
    lines.append("Correction within a family: Holm (1979), doi:10.2307/4615733.")
    lines.append("Long runs: Johnson (2005), doi:10.1016/j.jrp.2004.09.009.")
    lines += instrument.sources.map { "The instrument: \($0)" }
    var seen: Set<String> = []
    return lines.filter { !$0.hasSuffix(": .") && seen.insert($0).inserted }
  }

  private var reproduction: [String] {
    [
      "attune \(subject.version); instrument \(instrument.name) \(instrument.version).",
      "SHA-256 of the answers: \(subject.sourceHash).", "Made by: \(subject.command)",
    ]
  }
}

extension Item {
  /// The words that people read, every insert with its fallback.
  var words: String {
    wordings.map { $0.text.filled { _ in nil } }.joined(separator: " / ")
  }
}

extension Cell {
  fileprivate func rounded(to precision: Precision) -> Cell {
    if case .real(let value) = content { precision.cell(value) } else { self }
  }
}

extension ReleasedCounts {
  /// For those who decide what may be shown; never printed.
  func trueCount(of name: String) -> Int { linked.counts[linked.place(of: name)] }
}
