import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

/// The scores at a glance, then of each construct its questions, how they hang together and how
/// people answered them.
struct ConstructPart {
  let report: ReportComposer

  private var instrument: Instrument { report.instrument }

  var overview: Table {
    let rows = instrument.constructs.map { construct -> [Cell] in
      let none = Cell.unavailable(ReportComposer.withheld)
      let shown = report.described(construct.name)
      let figures = shown.map { shown -> [Cell] in
        let found = Descriptives().apply(to: .init(name: construct.name, values: shown.values))
        let precision = report.precision(of: construct.name, shown.values.count)
        return [found.mean.cell, found.standardDeviation.cell].map { $0.rounded(to: precision) }
      }
      return [
        .text(construct.name), .text(construct.title),
        report.count(shown?.count ?? "scored/\(construct.name)"),
      ] + (figures ?? [none, none]) + [
        .text(
          construct.range(in: instrument).map {
            "\($0.lowerBound.plain)\u{A0}to\u{A0}\($0.upperBound.plain)"
          } ?? ""),
        .text(construct.higherMeans ?? ""),
      ]
    }
    return Table(
      "scores", title: "Scores",
      columns: [
        Column("score", "score", .text), Column("title", "title", .text), .cases, .mean,
        .standardDeviation, Column("range", "possible", .text),
        Column("higher_means", "higher means", .text),
      ], rows: rows,
      notes: ["\u{201C}Possible\u{201D} is the lowest score that can be had, and the highest."]
        + wholes)
  }

  /// Which figures are of people in groups alone, and why.
  private var wholes: [String] {
    ReportCounts.groupings(of: instrument).compactMap { grouping in
      let names = instrument.constructs.map(\.name).filter {
        report.described($0)?.grouping == grouping
      }
      guard !names.isEmpty else { return nil }
      return "\(names.joined(separator: ", ")): of the people who are in a group of "
        + "\(report.names.grouping(grouping)). With the few who are in none, what those answered "
        + "could be worked out."
    }
  }

  func blocks(of construct: Construct) -> [StudyReport.Block] {
    var blocks: [StudyReport.Block] = []
    if let higher = construct.higherMeans { blocks.append(.paragraph("Higher means \(higher).")) }
    let alpha = alpha(of: construct)
    blocks.append(
      construct.isIndex
        ? .paragraph(
          "Its questions form the score and need not go together, so that there is no alpha.")
        : .table(reliability(of: construct, alpha)))
    blocks.append(.table(items(of: construct, try? alpha.get())))
    return blocks + PicturePart(report: report).blocks(of: construct)
  }

  // MARK: Reliability

  private func alpha(of construct: Construct) -> Result<CronbachAlpha.Outcome, Unavailable> {
    let name = "complete/\(construct.name)"
    let least = report.leastForReliability
    return Result {
      guard !construct.isIndex else { throw Unavailable("it is an index") }
      guard report.mayDescribe(name, report.counts.trueCount(of: name), atLeast: least) else {
        throw Unavailable(ReportComposer.tooFewForReliability)
      }
      return try CronbachAlpha().apply(
        to: construct.itemScores(in: report.subject.sample).complete(.listwise))
    }.mapError { Unavailable("\($0)") }
  }

  private func reliability(
    of construct: Construct, _ alpha: Result<CronbachAlpha.Outcome, Unavailable>
  ) -> Table {
    let interval = alpha.flatMap { $0.interval.mapError { Unavailable("\($0)") } }
    return Table(
      "reliability-\(construct.name)", title: "Do the questions hang together?",
      columns: [
        .items.labelled("questions"), .cases, .estimate.labelled("alpha", .bounded),
        .lower.labelled("lower", .bounded), .upper.labelled("upper", .bounded),
      ],
      rows: [
        [
          .count(construct.uses.count), report.count("complete/\(construct.name)"),
          alpha.map(\.estimate).cell, interval.map(\.lower).cell, interval.map(\.upper).cell,
        ]
      ],
      notes: ["Cronbach's alpha with Feldt's 95 % interval, of complete answers."])
  }

  // MARK: Questions

  private func items(of construct: Construct, _ alpha: CronbachAlpha.Outcome?) -> Table {
    let rows = construct.uses.compactMap { use -> [Cell]? in
      guard let item = instrument.item(named: use.name) else { return nil }
      let found = alpha?.items.first { $0.name == use.name }
      let answers = report.subject.sample.scores(use.name).compactMap { $0 }
      // What an index does not count is worth nothing, and is not 0.
      let worth = construct.counts.map { counts in
        answers.compactMap { Int(exactly: $0).flatMap { counts[$0] } }
      }
      let values = worth ?? answers
      let answered = "answered/\(use.name)"
      let isShown =
        !item.format.choices.isEmpty && report.mayDescribe(answered, values.count)
        && report.released.contains(use.name)
      let mean = report.counts.coarseness(ofMean: ReportCounts.mean(of: use.name, in: construct))
        .flatMap { coarseness -> Cell? in
          let precisions = report.subject.view.precisions(of: values.count, step: construct.worth)
          return isShown
            ? precisions[coarseness].cell(values.reduce(0, +) / Double(values.count)) : nil
        }
      return [
        .text(use.name + (use.isReversed ? " (reversed)" : "")), .text(item.words),
        item.format.choices.isEmpty
          ? .unavailable("it has no answers to choose") : report.count(answered),
        mean ?? .unavailable(ReportComposer.withheld),
        found?.itemRestCorrelation.cell.rounded(to: Precision(decimals: 2))
          ?? .unavailable("there is no alpha"),
        .text(found?.itemRestCorrelation.value.map(Self.question) ?? ""),
      ]
    }
    let means: String =
      if let code = construct.countedCode {
        "The score counts \(report.names.answer(code, to: construct.uses.first?.name))."
      } else if construct.counts != nil {
        "Means are of what an answer is worth in the score; answers that do not count are left out."
      } else { "Means are of answers as given, not reversed." }
    let isAsked = rows.contains { $0[5] != .text("") }
    let hasAlpha = alpha != nil
    let kept =
      [0, 1, 2] + (construct.countedCode == nil ? [3] : []) + (hasAlpha ? [4] : [])
      + (isAsked ? [5] : [])
    let columns: [Column] = [
      .item, Column("words", "words", .text), .cases,
      construct.counts == nil ? .mean : Column("worth", "mean worth", .number),
      Column("r_rest", "r with the rest", .bounded), Column("question", "to ask", .text),
    ]
    return Table(
      "items-\(construct.name)", title: "The questions", columns: kept.map { columns[$0] },
      rows: rows.map { row in kept.map { row[$0] } },
      notes: [means]
        + (hasAlpha && !isAsked
          ? ["No question goes against the others, or little with them."] : []))
  }

  /// What a correlation with the other items makes one ask of an item.
  private static func question(_ rest: Double) -> String {
    if rest < 0 { return "goes against the others: is it to be reversed?" }
    return rest < 0.3 ? "goes little with the others: ask people what it means to them" : ""
  }
}

extension Result<Double, Unavailable> {
  fileprivate var cell: Cell {
    switch self {
    case .success(let value): .real(value, decimals: 2)
    case .failure(let reason): .unavailable(reason.description)
    }
  }
}
