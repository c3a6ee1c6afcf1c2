import AttuneData
import AttuneInstrument
import AttuneStatistics
import AttuneTables

/// What a plan without a test gives: means by group, shares of one answer, reliability, an order.
struct DescriptionPart {
  let report: ReportComposer

  func blocks(of plan: Plan) -> [StudyReport.Block] {
    let sample = report.subject.sample.only(when: plan.onlyWhen)
    let described = DescribedCounts(plan, in: report.subject.sample)
    guard !described.groups.isEmpty else {
      return [.paragraph("Nothing is shown here: nobody's group is known.")]
    }
    switch plan.question {
    case .reliability(let scores, let by): return reliability(scores, by, described, sample)
    case .describe(let scores, let by):
      let counted = scores.filter { report.subject.counts(plan, answersTo: $0) }
      let measured = scores.filter { !counted.contains($0) }
      return [
        measured.isEmpty ? nil : .table(means(measured, by, described, sample)),
        plan.counting.flatMap { code in
          counted.isEmpty ? nil : .table(shares(counted, by, code, described))
        },
      ].compactMap { $0 }
    case .rank(let scores, let by): return [.table(order(scores, by, described, sample))]
    case .compare, .compareWithinPerson, .correlate: return []
    }
  }

  private static let score = Column("score", "score", .text)
  private static let hidden = Cell.unavailable(ReportComposer.withheld)

  /// Whether the figures of a score may be shown: those of all its groups, or none.
  private func shows(_ score: String, _ described: DescribedCounts) -> Bool {
    report.released.contains("\(described.plan)/\(score)")
      && described.groups.allSatisfy { group in
        let name = described.name(score, group)
        let people = report.counts.trueCount(of: name)
        return people == 0 || report.mayDescribe(name, people)
      }
  }

  private func start(_ score: String, _ group: String?, _ by: String?, _ name: String) -> [Cell] {
    [.text(report.names.score(score))]
      + (group.map { [.text(report.names.level($0, of: by))] } ?? []) + [report.count(name)]
  }

  private func columns(_ by: String?) -> [Column] {
    [Self.score] + (by == nil ? [] : [.group]) + [.cases]
  }

  // MARK: Means

  private func means(
    _ scores: [String], _ by: String?, _ described: DescribedCounts, _ sample: StudySample
  ) -> Table {
    let rows = scores.flatMap { score in
      let isShown = shows(score, described)
      return described.groups.map { group -> [Cell] in
        let found = Descriptives().apply(
          to: ScoreSample(name: score, values: sample.within(group, of: by).scores(score)))
        return start(score, group, by, described.name(score, group))
          + [found.mean.cell, found.standardDeviation.cell].map { cell in
            let people = report.counts.trueCount(of: described.name(score, group))
            return isShown
              ? cell.rounded(to: report.precision(of: score, people)) : Self.hidden
          }
      }
    }
    return Table(
      "\(described.plan)-means", title: "Means",
      columns: columns(by) + [.mean, .standardDeviation], rows: rows)
  }

  // MARK: Shares of one answer

  private func shares(
    _ items: [String], _ by: String?, _ code: Int, _ described: DescribedCounts
  ) -> Table {
    let rows = items.flatMap { item in
      described.groups.map { group -> [Cell] in
        let (all, so) = (described.name(item, group), described.name(item, group, code))
        // Worked out from what is shown, so that it gives nothing more away.
        let percent: Cell =
          switch (report.counts[all], report.counts[so]) {
          case (.shown(let all), .shown(let so)) where all > 0:
            .text("\(Int((100 * Double(so) / Double(all)).rounded()))\u{A0}%")
          default: .unavailable("a count is hidden, or nobody answered")
          }
        return start(item, group, by, all) + [report.count(so), percent]
      }
    }
    return Table(
      "\(described.plan)-shares",
      title: "Who answered \(report.names.answer(code, to: items.first))",
      columns: columns(by) + [
        Column("count", "answered so", .count), Column("percent", "of those who answered", .text),
      ], rows: rows)
  }

  // MARK: Reliability

  private func reliability(
    _ scores: [String], _ by: String?, _ described: DescribedCounts, _ sample: StudySample
  ) -> [StudyReport.Block] {
    guard by != nil || described.isOfSome else {
      return [.paragraph("Shown above, with the questions of each score.")]
    }
    let least = report.leastForReliability
    let rows = described.constructs(scores).flatMap { construct in
      described.groups.map { group -> [Cell] in
        let name = described.complete(construct.name, group)
        let people = report.counts.trueCount(of: name)
        let few = Cell.unavailable(ReportComposer.tooFewForReliability)
        var figures = [few, few, few]
        if report.mayDescribe(name, people, atLeast: least),
          let alpha = try? CronbachAlpha().apply(
            to: construct.itemScores(in: sample.within(group, of: by)).complete(.listwise))
        {
          let interval = try? alpha.interval.get()
          let none = Cell.unavailable("there is no interval")
          figures = [
            .real(alpha.estimate, decimals: 2),
            interval.map { .real($0.lower, decimals: 2) } ?? none,
            interval.map { .real($0.upper, decimals: 2) } ?? none,
          ]
        }
        return start(construct.name, group, by, name) + figures
      }
    }
    return [
      .table(
        Table(
          "\(described.plan)-reliability", title: "Do the questions hang together?",
          columns: columns(by) + [
            .estimate.labelled("alpha", .bounded), .lower.labelled("lower", .bounded),
            .upper.labelled("upper", .bounded),
          ], rows: rows,
          notes: ["Cronbach's alpha with Feldt's 95 % interval, of complete answers."]))
    ]
  }

  // MARK: Order

  private func order(
    _ scores: [String], _ by: String?, _ described: DescribedCounts, _ sample: StudySample
  ) -> Table {
    let isShown = scores.allSatisfy { shows($0, described) }
    let means = described.groups.map { group in
      scores.map { score -> Double? in
        let values = sample.within(group, of: by).scores(score).compactMap { $0 }
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
    }
    let rows = scores.indices.flatMap { score in
      described.groups.indices.map { index -> [Cell] in
        let group = described.groups[index]
        let mean = isShown ? means[index][score] : nil
        let place = mean.map { mean in means[index].count { ($0 ?? -.infinity) > mean } + 1 }
        return start(scores[score], group, by, described.name(scores[score], group))
          + [
            mean.map {
              report.precision(
                of: scores[score],
                report.counts.trueCount(of: described.name(scores[score], group))
              ).cell($0)
            } ?? Self.hidden,
            place.map { .count($0) } ?? Self.hidden,
          ]
      }
    }
    var notes = ["Place 1 has the highest mean. An order says nothing of how far places lie apart."]
    if isShown, means.count == 2, let pairs = try? Pairs(("first", means[0]), ("second", means[1])),
      let tau = try? KendallCorrelation().apply(to: pairs)
    {
      notes.append(
        "The two orders agree with Kendall's tau = \(APAStyle.show(tau.estimate, as: .bounded)).")
    }
    return Table(
      "\(described.plan)-order", title: "Order of the means",
      columns: columns(by) + [.mean, Column("place", "place", .count)], rows: rows, notes: notes)
  }
}

extension StudySample {
  /// Those of one group; everybody where there is none.
  func within(_ level: String?, of name: String?) -> StudySample {
    guard let level, let name else { return self }
    return members(of: level, in: name)
  }
}
