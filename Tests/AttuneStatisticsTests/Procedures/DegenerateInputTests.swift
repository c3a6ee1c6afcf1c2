import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

/// Every procedure of description, reliability, agreement, correlation, counts and of the same people
/// on several occasions, on inputs that have ruined other programs' results.
///
/// A number, or *not available because …*; never a slip, never a crash.
///
/// What they answer is written to `docs/degenerate-inputs.md` (with `ATTUNE_RECORD=1`), where it can
/// be read, and where a change shows.
@Suite struct DegenerateInputTests {
  private struct Input {
    let name: String
    let columns: [[Double?]]
  }

  private static let varied: [[Double?]] = [
    [1, 2, 4, 3, 5, 2, 4, 1], [2, 2, 5, 3, 4, 1, 4, 2], [1, 3, 2, 4, 5, 2, 5, 1],
    [2, 1, 5, 3, 3, 4, 4, 2],
  ]

  private static let inputs = [
    Input(name: "no case", columns: [[], [], [], []]),
    Input(name: "one case", columns: [[1], [2], [3], [2]]),
    Input(name: "two cases", columns: [[1, 3], [2, 3], [1, 4], [2, 5]]),
    Input(name: "one item", columns: [[1, 2, 3, 4, 5]]),
    Input(name: "two items", columns: Array(varied.prefix(2))),
    Input(
      name: "a constant item",
      columns: [Array(repeating: 3, count: 8)] + varied.dropFirst()),
    Input(name: "everything constant", columns: Array(repeating: [3, 3, 3, 3, 3, 3], count: 4)),
    Input(name: "all missing", columns: Array(repeating: [nil, nil, nil, nil], count: 4)),
    Input(
      name: "no complete case",
      columns: [[1, 2, nil, nil], [nil, nil, 3, 4], [1, nil, 2, nil], [nil, 4, nil, 1]]),
    Input(name: "copies of one item", columns: Array(repeating: varied[0], count: 4)),
    Input(
      name: "opposites", columns: [[1, 2, 3, 4, 5, 1], [5, 4, 3, 2, 1, 5]]),
    Input(
      name: "fewer cases than items",
      columns: [[1, 2, 4], [2, 2, 5], [1, 3, 4], [2, 1, 5], [3, 1, 4], [2, 4, 4]]),
    Input(
      name: "ties everywhere",
      columns: [
        [1, 1, 1, 1, 2, 2, 2, 2], [1, 1, 1, 2, 2, 2, 2, 2], [1, 1, 2, 1, 2, 2, 1, 2],
        [1, 2, 1, 1, 2, 2, 2, 1],
      ]),
    Input(name: "an offset of 1e9", columns: varied.map { $0.map { $0.map { $0 + 1e9 } } }),
    Input(
      name: "a value far outside",
      columns: [[1, 2, 4, 3, 5, 2, 4, 9999]] + varied.dropFirst()),
  ]

  private struct Trial {
    let name: String
    /// Columns that it takes at least; inputs with fewer are not for it.
    var width = 1
    let tables: ([[Double?]]) throws -> [Table]
  }

  // MARK: The procedures

  private static func items(
    _ name: String, _ apply: @escaping (CompleteItems) throws -> [Table]
  ) -> Trial {
    Trial(name: name) { try apply(ReliabilityData.scores($0).complete(.listwise)) }
  }

  private static func pairs(
    _ name: String, _ apply: @escaping (Pairs) throws -> [Table]
  ) -> Trial {
    Trial(name: name, width: 2) { try apply(Pairs(("first", $0[0]), ("second", $0[1]))) }
  }

  private static func counts(
    _ name: String, _ apply: @escaping (ContingencyTable) throws -> [Table]
  ) -> Trial {
    Trial(name: name, width: 2) { columns in
      let sides = ["first", "second"].enumerated().map { place, name in
        ContingencyTable.Classification(
          name,
          columns[place].map { $0.map { Int(exactly: $0).map(String.init) ?? "\($0)" } })
      }
      return try apply(ContingencyTable(rows: sides[0], columns: sides[1]))
    }
  }

  private static func ratings(
    _ name: String, _ apply: @escaping (CompleteRatings) throws -> [Table]
  ) -> Trial {
    Trial(name: name) { columns in
      try apply(
        Ratings(raters: columns.indices.map { "r\($0 + 1)" }, columns: columns)
          .complete(.listwise))
    }
  }

  /// Two of the raters, for methods that compare two.
  private static func twoRaters(
    _ name: String, _ apply: @escaping (CompleteRatings) throws -> [Table]
  ) -> Trial {
    Trial(name: name, width: 2) { columns in
      try apply(
        Ratings(raters: ["r1", "r2"], columns: Array(columns.prefix(2))).complete(.listwise))
    }
  }

  /// Everybody on as many occasions as there are columns.
  private static func occasions(
    _ name: String, _ apply: @escaping (RepeatedMeasures) throws -> [Table]
  ) -> Trial {
    Trial(name: name) { columns in
      try apply(
        RepeatedMeasures(
          columns.enumerated().map { (name: "t\($0 + 1)", values: $1) }))
    }
  }

  /// The same, of each answer only whether it is above the column's lowest.
  private static func answers(
    _ name: String, _ apply: @escaping (RepeatedMeasures) throws -> [Table]
  ) -> Trial {
    Trial(name: "\(name), above the lowest") { columns in
      try apply(
        RepeatedMeasures(
          columns.enumerated().map { place, values in
            let lowest = values.compactMap { $0 }.min() ?? 0
            return (name: "t\(place + 1)", values: values.map { $0.map { $0 > lowest ? 1 : 0 } })
          }))
    }
  }

  private static func scales(
    _ name: String, _ apply: @escaping (CompleteScales) throws -> [Table]
  ) -> Trial {
    Trial(name: name, width: 4) { columns in
      try apply(
        CompleteScales([
          ("a", ItemScores(names: ["a1", "a2"], columns: Array(columns[0...1]))),
          ("b", ItemScores(names: ["b1", "b2"], columns: Array(columns[2...3]))),
        ]))
    }
  }

  private static func alpha(_ interval: AlphaInterval) -> Trial {
    items("Cronbach's alpha, \(interval.rawValue)") { items in
      var alpha = CronbachAlpha()
      (alpha.interval, alpha.resampling) = (interval, Resampling(count: 200, seed: 1))
      return try alpha.apply(to: items).tables
    }
  }

  private static var trials: [Trial] {
    [
      Trial(name: "Descriptives") { columns in
        Descriptives().apply(to: ScoreSample(name: "x", values: columns[0])).tables
      },
      Trial(name: "Response counts") { columns in
        try ResponseCounts().apply(to: ScoreSample(name: "x", values: columns[0])).tables
      },
    ] + AlphaInterval.allCases.map(alpha) + [
      Trial(name: "Cronbach's alpha, pairwise") { columns in
        try CronbachAlpha().apply(to: PairwiseItems(ReliabilityData.scores(columns))).tables
      },
      items("McDonald's omega") { try McDonaldOmega().apply(to: $0).tables },
      items("Guttman's lambdas") { try GuttmanLambdas().apply(to: $0).tables },
      items("Split-half") { try SplitHalf().apply(to: $0).tables },
      items("Greatest lower bound") { try GreatestLowerBound().apply(to: $0).tables },
      items("Ordinal alpha and omega") { try OrdinalReliability().apply(to: $0).tables },
      items("Spearman-Brown prophecy") { try SpearmanBrownProphecy().apply(to: $0).tables },
      items("Standard error of measurement") { try MeasurementError().apply(to: $0).tables },
      scales("Composite reliability") { try CompositeReliability().apply(to: $0).tables },
      scales("Difference of alphas") {
        try AlphaComparison().apply(to: ComparedAlphas($0)).tables
      },
      pairs("Test-retest") { try TestRetest().apply(to: $0).tables },
      pairs("Reliable change") { try ReliableChange().apply(to: $0).tables },
      ratings("Intraclass correlations") { try IntraclassCorrelation().apply(to: $0).tables },
      twoRaters("Cohen's kappa") { ratings in
        var kappa = CohenKappa()
        kappa.weights = CohenKappa.Weights.allCases
        return try kappa.apply(to: ratings).tables
      },
      ratings("Fleiss' kappa") { try FleissKappa().apply(to: $0).tables },
    ]
      + KrippendorffAlpha.Metric.allCases.map { metric in
        Trial(name: "Krippendorff's alpha, \(metric.rawValue)") { columns in
          var alpha = KrippendorffAlpha()
          (alpha.metric, alpha.resampling) = (metric, Resampling(count: 200, seed: 1))
          return try alpha.apply(
            to: Ratings(raters: columns.indices.map { "r\($0)" }, columns: columns)
          ).tables
        }
      } + [
        twoRaters("Limits of agreement") { try BlandAltman().apply(to: $0).tables },
        ratings("Kendall's W") { try KendallW().apply(to: $0).tables },
        pairs("Pearson's r") { try PearsonCorrelation().apply(to: $0).tables },
        pairs("Spearman's rho") { try SpearmanCorrelation().apply(to: $0).tables },
        pairs("Kendall's tau-b") { try KendallCorrelation().apply(to: $0).tables },
        pairs("Spearman's rho, BCa") { pairs in
          var spearman = SpearmanCorrelation()
          (spearman.interval, spearman.resampling) = (.bca, Resampling(count: 200, seed: 1))
          return try spearman.apply(to: pairs).tables
        },
        pairs("Polychoric correlation") {
          try PolychoricCorrelation().apply(to: CrossTable($0)).tables
        },
        pairs("Polyserial correlation") { try PolyserialCorrelation().apply(to: $0).tables },
        counts("Cells of a table") { try CellResiduals().apply(to: $0).tables },
        counts("Chi-square test") { try ChiSquareTest().apply(to: $0).tables },
        counts("Fisher's exact test") { try FisherExactTest().apply(to: $0).tables },
        counts("Odds ratio given the margins") { try ConditionalOddsRatio().apply(to: $0).tables },
        counts("Cramér's V") { try CramerV().apply(to: $0).tables },
        counts("Cramér's V, corrected") { table in
          var corrected = CramerV()
          corrected.isBiasCorrected = true
          return try corrected.apply(to: table).tables
        },
        counts("Proportions") { try Proportions().apply(to: $0).tables },
        counts("Difference of proportions") { try RiskDifference().apply(to: $0).tables },
        counts("Ratio of proportions") { try RiskRatio().apply(to: $0).tables },
        counts("Odds ratio") { try OddsRatio().apply(to: $0).tables },
        counts("Cochran-Armitage test for trend") { try CochranArmitage().apply(to: $0).tables },
        counts("Association of ordered answers") { try OrdinalAssociation().apply(to: $0).tables },
        counts("Intervals of a table by resampling") { table in
          var measures = ResampledAssociation()
          (measures.isOrdered, measures.resampling) = (true, Resampling(count: 200, seed: 1))
          return try measures.apply(to: table).tables
        },
        counts("Proportional-odds model") { try ProportionalOdds().apply(to: $0).tables },
      ] + withinPeople
  }

  private static var withinPeople: [Trial] {
    [
      occasions("Occasions") { try Occasions().apply(to: $0).tables },
      occasions("Friedman test") { data in
        var test = FriedmanTest()
        (test.resampling, test.isExact) = (Resampling(count: 200, seed: 1), true)
        return try test.apply(to: data).tables
      },
      occasions("Intervals by resampling, of occasions") { data in
        var effects = ResampledOccasionEffect()
        effects.resampling = Resampling(count: 200, seed: 1)
        return try effects.apply(to: data).tables
      },
      occasions("Conover's comparisons") { try OccasionComparisons().apply(to: $0).tables },
      occasions("Nemenyi's comparisons") { data in
        var pairs = OccasionComparisons()
        pairs.kind = .nemenyi
        return try pairs.apply(to: data).tables
      },
      occasions("Repeated-measures analysis of variance") {
        try RepeatedMeasuresANOVA().apply(to: $0).tables
      },
      occasions("Paired t-tests") { try PairedComparisons().apply(to: $0).tables },
      pairs("Paired t-test") { try PairedTTest().apply(to: $0).tables },
      pairs("Wilcoxon signed-rank test") { try WilcoxonSignedRank().apply(to: $0).tables },
      pairs("Sign test") { try SignTest().apply(to: $0).tables },
      answers("Cochran's Q") { try CochranQ().apply(to: $0).tables },
      answers("McNemar's comparisons") { try McNemarComparisons().apply(to: $0).tables },
    ]
  }

  /// What a procedure answers: its tables, or why there are none.
  private static func answer(_ trial: Trial, _ input: Input) -> Result<[Table], Reason> {
    do {
      return .success(try trial.tables(input.columns))
    } catch let error as StatisticsError {
      return .failure(Reason(description: error.description))
    } catch let error as DataError {
      return .failure(Reason(description: error.description))
    } catch {
      return .failure(Reason(description: "an unknown error: \(error)"))
    }
  }

  private struct Reason: Error {
    let description: String
  }

  // MARK: The tests

  @Test func givesANumberOrSaysWhyNot() {
    for trial in Self.trials {
      for input in Self.inputs where input.columns.count >= trial.width {
        let place = "\(trial.name), \(input.name)"
        switch Self.answer(trial, input) {
        case .failure(let reason):
          #expect(
            !reason.description.isEmpty && !reason.description.contains("unknown"), "\(place)")
          // A failed calculation is no reason that a person could do anything about.
          #expect(
            !reason.description.contains("calculation failed"), "\(place): \(reason.description)")
        case .success(let tables):
          #expect(!tables.isEmpty)
          for cell in tables.flatMap(\.rows).joined() {
            if case .unavailable(let reason) = cell.content {
              #expect(
                !reason.isEmpty && reason != "the calculation gave no finite number"
                  && !reason.contains("calculation failed"), "\(place): \(reason)")
            }
          }
        }
      }
    }
  }

  /// Nothing that measures how things go together can be had where nothing varies.
  @Test func aConstantIsNeverAZero() throws {
    let constant = try #require(Self.inputs.first { $0.name == "everything constant" })
    let missing = try #require(Self.inputs.first { $0.name == "all missing" })
    let describing = ["Descriptives", "Response counts"]
    for trial in Self.trials where !describing.contains(trial.name) {
      for input in [constant, missing] {
        let estimates = Self.estimates(try? Self.answer(trial, input).get())
        // Without any difference the limits of agreement are 0 apart, and that is what they are.
        if trial.name == "Limits of agreement", input.name == constant.name { continue }
        #expect(estimates.isEmpty, "\(trial.name), \(input.name): \(estimates)")
      }
    }
  }

  /// Only differences from the mean count, to nearly all the digits that 1e9 leaves.
  @Test func anOffsetChangesNoEstimate() throws {
    let offset = try #require(Self.inputs.first { $0.name == "an offset of 1e9" })
    let plain = Input(name: "plain", columns: Self.varied)
    var compared = 0
    // A mean moves with the scale, and ratios have an origin.
    let movable = ["Descriptives", "Krippendorff's alpha, ratio"]
    for trial in Self.trials where !movable.contains(trial.name) {
      let answers = (Self.answer(trial, offset), Self.answer(trial, plain))
      // What there is no number of has the same reason far away, which may name a value.
      if case .failure(let one) = answers.0, case .failure(let other) = answers.1 {
        #expect(one.description.replacing("100000000", with: "") == other.description)
        continue
      }
      let far = Self.estimates(try answers.0.get())
      let near = Self.estimates(try answers.1.get())
      #expect(far.count == near.count, "\(trial.name)")
      for (one, other) in zip(far, near) {
        #expect(deviation(one, from: other) < 1e-9, "\(trial.name): \(one) and \(other)")
        compared += 1
      }
    }
    #expect(compared > 40)
  }

  /// The numbers under *estimate*, whatever a table calls it.
  private static func estimates(_ tables: [Table]?) -> [Double] {
    (tables ?? []).flatMap { table -> [Double] in
      guard let place = table.columns.firstIndex(where: { $0.name == "estimate" }) else {
        return []
      }
      return table.rows.compactMap { row in
        if case .real(let value) = row[place].content { return value }
        return nil
      }
    }
  }

  // MARK: The page

  @Test func thePageSaysWhatTheyAnswer() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/degenerate-inputs.md")
    let page = Self.page
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try page.write(to: path, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: path, encoding: .utf8) == page,
      "run the tests with ATTUNE_RECORD=1, read what changed, and commit it")
  }

  private static var page: String {
    var lines = [
      "# Degenerate inputs", "",
      "What every procedure of description, reliability, agreement, correlation, counts and of the same people on several",
      "occasions answers where data are hardly data: numbers, or *not available because …*. Tests write this page",
      "and fail where it no longer says what they find; they let no NaN, no infinity and no 0 in place of a number pass.",
      "",
    ]
    lines += inputs.map { input in
      "- **\(input.name)**: "
        + input.columns.map { column in
          column.isEmpty
            ? "nothing"
            : column.map { $0.map { $0 == $0.rounded() ? String(Int($0)) : "\($0)" } ?? "·" }
              .joined(separator: " ")
        }.joined(separator: " | ")
    }
    lines += ["", "Columns stand between bars, and a dot is a missing value.", ""]
    for trial in trials {
      lines += ["## \(trial.name)", "", "| Answer | Inputs |", "|---|---|"]
      var answers: [(words: String, inputs: [String])] = []
      for input in inputs where input.columns.count >= trial.width {
        let words = words(answer(trial, input))
        if let place = answers.firstIndex(where: { $0.words == words }) {
          answers[place].inputs.append(input.name)
        } else {
          answers.append((words, [input.name]))
        }
      }
      lines += answers.map { "| \($0.words) | \($0.inputs.joined(separator: ", ")) |" } + [""]
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  private static func words(_ answer: Result<[Table], Reason>) -> String {
    switch answer {
    case .failure(let reason): return "not available because \(reason.description)"
    case .success(let tables):
      var reasons: [String] = []
      var hasNumbers = false
      for cell in tables.flatMap(\.rows).joined() {
        switch cell.content {
        case .unavailable(let reason): if !reasons.contains(reason) { reasons.append(reason) }
        case .count, .real: hasNumbers = true
        case .text: break
        }
      }
      if !hasNumbers, reasons.isEmpty { return "a table without lines" }
      let reason = "not available because " + reasons.joined(separator: "; because ")
      return ((hasNumbers ? ["numbers"] : []) + (reasons.isEmpty ? [] : [reason]))
        .joined(separator: ", and ")
    }
  }
}
