import AttuneInstrument
import AttuneStatistics
public import AttuneTables

extension PowerOutcome: Tabular {
  /// Power, the smallest differences that are likely to be found, alpha, and what cannot be tried.
  public var tables: [Table] {
    [powerTable, smallestTable, reliabilityTable, unavailableTable].filter { !$0.rows.isEmpty }
  }

  private var powerTable: Table {
    Table(
      "power", title: "Power",
      columns: [
        .score, .people, .plan, .groupSizes, .alone, .firstStep, .inFamily, .test, .difference,
        .effect, .effectSize,
      ],
      rows: powers.map { power in
        [
          .text(power.score), .count(power.size.total), .text(power.plan),
          .text(power.counts.map { String(Int($0.rounded())) }.joined(separator: "+")),
          .real(power.alone), cell(power.atFirstStep, otherwise: reason(power)),
          cell(power.inFamily, otherwise: familyReason(power)), .text(power.test),
          differenceCell(power), .text(power.effect), cell(power.effectSize),
        ]
      }, notes: [powerNote] + sentences + impossible)
  }

  private func differenceCell(_ power: Power) -> Cell {
    cell(
      power.difference,
      otherwise: power.possible == 0 ? Self.neverDone : "\(power.test) is not about a difference")
  }

  /// Where a test could not be done in some of the studies, which then found nothing.
  private var impossible: [String] {
    powers.filter { $0.possible < 1 }.map { power in
      """
      \(power.plan), \(power.score), with \(power.size.total) people: the test could be done in \
      \(inHundred(power.possible)) of 100 studies; in the others it finds nothing.
      """
    }
  }

  private static let neverDone = "the test could not be done in any run"

  private var powerNote: String {
    let percent = (100 * 1.96 * (0.25 / Double(runs)).squareRoot() * 10).rounded() / 10
    return """
      Share of \(runs) made-up studies in which the test finds what it looks for, if people are as \
      the design supposes; by chance alone off by up to \(percent.plain) in 100. Alone: at the error \
      rate. First step: at the error rate divided by the number of tests of the family. Family: \
      corrected within it (\(correction.title)). n: people with a score in each group, or with both \
      scores, on average, as are difference and size.
      """
  }

  /// What the primary plans can show, in plain words.
  var sentences: [String] {
    var sizes: [PowerStudy.Size] = []
    for power in powers where !sizes.contains(power.size) { sizes.append(power.size) }
    return sizes.compactMap { size in
      let primary = powers.filter { $0.size == size && $0.family == .primary }
      let told = primary.isEmpty ? powers.filter { $0.size == size } : primary
      guard !told.isEmpty else { return nil }
      let parts = told.map { power in
        let corrected = power.inFamily ?? power.atFirstStep
        return "\(power.score) in \(inHundred(power.alone))"
          + (corrected.map { " (\(inHundred($0)) with its family corrected)" } ?? "")
      }
      let kinds = zip(people, size.counts).map { "\($1) \($0)" }.joined(separator: ", ")
      return """
        Of 100 studies with \(size.total) people (\(kinds)), about so many would find it: \
        \(parts.joined(separator: "; ")).
        """
    }
  }

  private func inHundred(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

  private func reason(_ power: Power) -> String {
    power.family == .exploratory ? "exploratory plans make no claim" : "nothing is corrected here"
  }

  private func familyReason(_ power: Power) -> String {
    power.atFirstStep == nil ? reason(power) : "a test of this family is not available yet"
  }

  private func cell(
    _ value: Double?, otherwise reason: String = neverDone
  ) -> Cell {
    value.map(Cell.real) ?? .unavailable(reason)
  }

  /// The smallest true difference that a t test finds in 80 of 100 studies, for each pair of sizes.
  private var smallestTable: Table {
    struct Case: Hashable {
      let people: Int
      let counts: [Int]
      let errorRate: Double
      let familySize: Int
    }
    var cases: [Case] = []
    for power in powers where power.family == .primary && power.test == "Welch" {
      let one = Case(
        people: power.size.total, counts: power.counts.map { Int($0.rounded()) },
        errorRate: power.errorRate, familySize: correction == .none ? 1 : power.familySize)
      if !cases.contains(one) { cases.append(one) }
    }
    func smallest(_ one: Case, _ errorRate: Double) -> Cell {
      let power = try? TTestPower(one.counts[0], one.counts[1], errorRate: errorRate)
      return (try? power?.smallestDifference(power: 0.8)).flatMap { $0 }.map(Cell.real)
        ?? .unavailable("there are too few people")
    }
    return Table(
      "smallest-difference", title: "Smallest difference found in 80 of 100 studies",
      columns: [.people, .count1, .count2, .smallestAlone, .smallestFirstStep],
      rows: cases.map { one in
        [
          .count(one.people), .count(one.counts[0]), .count(one.counts[1]),
          smallest(one, one.errorRate), smallest(one, one.errorRate / Double(one.familySize)),
        ]
      },
      notes: [
        """
        In standard deviations of the score, by the noncentral t distribution, for the group sizes \
        of the primary plans.
        """
      ])
  }

  private var reliabilityTable: Table {
    var columns: [Column] = [
      .people, .scale, .cases, .estimate.labelled("median alpha", .bounded), .percentile5,
      .percentile95, .width,
    ]
    if bar != nil { columns.append(.reachesBar) }
    return Table(
      "reliability", title: "Cronbach's alpha over the runs", columns: columns,
      rows: reliabilities.map { found in
        [
          .count(found.size.total), .text(found.scale), .count(Int(found.cases.rounded())),
          .real(found.median), .real(found.percentile5), .real(found.percentile95),
          .real(found.width),
        ] + (found.reachesBar.map { [.real($0)] } ?? [])
      },
      notes: [
        "n: people who answered every item. Width: of the 95 % interval, in the middle of the runs."
      ]
        + (bar.map { ["Reaches: share of the studies in which alpha is at least \($0.plain)."] }
          ?? []))
  }

  private var unavailableTable: Table {
    Table(
      "not-available", title: "Plans that are not available yet",
      columns: [.plan, Column("what", "what", .text), Column("reason", "reason", .text)],
      rows: unavailable.map { [.text($0.plan), .text($0.what), .text($0.reason)] })
  }
}

extension Column {
  fileprivate static let people = Column("people", "people", .count)
  fileprivate static let plan = Column("plan", "plan", .text)
  fileprivate static let score = Column("score", "score", .text)
  fileprivate static let test = Column("test", "test", .text)
  fileprivate static let count1 = Column("n_first", "n1", .count)
  fileprivate static let count2 = Column("n_second", "n2", .count)
  fileprivate static let difference = Column("difference", "difference", .number)
  fileprivate static let groupSizes = Column("group_sizes", "n", .text)
  fileprivate static let effect = Column("effect", "effect", .text)
  fileprivate static let effectSize = Column("effect_size", "size", .number)
  fileprivate static let alone = Column("power", "alone", .bounded)
  fileprivate static let firstStep = Column("power_first_step", "first step", .bounded)
  fileprivate static let inFamily = Column("power_family", "family", .bounded)
  fileprivate static let smallestAlone = Column("smallest_d", "alone", .number)
  fileprivate static let smallestFirstStep = Column(
    "smallest_d_first_step", "first step", .number)
  fileprivate static let percentile5 = Column("p05", "5 %", .bounded)
  fileprivate static let percentile95 = Column("p95", "95 %", .bounded)
  fileprivate static let width = Column("interval_width", "width", .bounded)
  fileprivate static let reachesBar = Column("reaches_bar", "reaches", .bounded)
}
