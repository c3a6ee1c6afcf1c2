import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Foundation
import Testing

/// One-way analyses of variance, ranks and pairs: R 4.2.2, nine comparisons of 3 to 6 groups.
@Suite struct SeveralGroupsTests {
  /// The score and the group of a reference row.
  static func groups(_ row: [String: String]) throws -> SeveralGroups {
    let columns: [String: (score: String, group: String)] = [
      "PlantGrowth": ("weight", "group"), "InsectSprays": ("count", "spray"),
      "chickwts": ("weight", "feed"), "airquality": ("Ozone", "Month"),
      "iris": ("Sepal.Length", "Species"), "ties_four_groups": ("y", "g"),
      "ToothGrowth": ("len", "dose"),
    ]
    let dataset = row["dataset"] ?? ""
    let arguments = row["args"] ?? ""
    if dataset == "likert_clean" {
      let total = try TwoGroupData.scores(
        dataset, arguments.contains("A total") ? "A total" : "B2 by g3")
      return SeveralGroups(
        score: "score", values: total.0, grouping: "g3",
        groups: try GoldenData.levels("g3", of: dataset))
    }
    let (score, group) = try #require(columns[dataset], "\(dataset)")
    return SeveralGroups(
      score: score, values: try GoldenData.column(score, of: dataset), grouping: group,
      groups: try GoldenData.levels(group, of: dataset))
  }

  static func rows(
    _ file: String
  ) throws -> [[String]: [[String: String]]] {
    Dictionary(grouping: try Golden.rows("statistics/\(file).csv")) { row in
      [row["dataset"] ?? "", row["args"] ?? ""]
    }
  }

  @Test func agreeWithROverAll() throws {
    var agreement = Agreement()
    for (key, rows) in try Self.rows("several_groups") {
      let data = try Self.groups(rows[0])
      let anova = try OneWayANOVA().apply(to: data)
      var at95 = OneWayANOVA()
      at95.level = .percent95
      let wider = try at95.apply(to: data)
      let welch = try WelchANOVA().apply(to: data)
      let ranks = try KruskalWallis().apply(to: data)
      for row in rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("ss_between", _): value = anova.betweenSumOfSquares
        case ("ss_within", _): value = anova.withinSumOfSquares
        case ("df", "between"): value = Double(anova.betweenDegrees)
        case ("df", _): value = Double(anova.withinDegrees)
        case ("F", _): value = anova.f
        case ("p", _): value = anova.pValue
        case ("eta2", _): value = anova.etaSquared
        case ("omega2", _): value = anova.omegaSquared
        case ("epsilon2", _): value = anova.epsilonSquared
        case ("eta2_ci90_steiger", "lower"): value = anova.etaSquaredInterval.lower
        case ("eta2_ci90_steiger", _): value = anova.etaSquaredInterval.upper
        case ("eta2_ci95_steiger", "lower"): value = wider.etaSquaredInterval.lower
        case ("eta2_ci95_steiger", _): value = wider.etaSquaredInterval.upper
        case ("welch_F", _): value = welch.f
        case ("welch_df", "num"): value = Double(welch.numeratorDegrees)
        case ("welch_df", _): value = welch.denominatorDegrees
        case ("welch_p", _): value = welch.pValue
        case ("kruskal_H", _): value = ranks.h
        case ("kruskal_df", _): value = Double(ranks.degreesOfFreedom)
        case ("kruskal_p", _): value = ranks.pValue
        case ("rank_epsilon2", _): value = ranks.epsilonSquared
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(key) \(row["statistic"] ?? "") \(row["row"] ?? "")")
      }
    }
    #expect(agreement.count > 150)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Analyses of variance and Kruskal-Wallis test",
      against: "R 4.2.2 aov, oneway.test, kruskal.test; formulas written out", agreement)
  }

  @Test func agreeWithRPairByPair() throws {
    var exact = Agreement()
    var byRange = Agreement()
    for (key, rows) in try Self.rows("pairs_of_groups") {
      let data = try Self.groups(rows[0])
      let howell = try GamesHowell().apply(to: data)
      let tukey = try TukeyHSD().apply(to: data)
      let dunn = try DunnTest().apply(to: data)
      for row in rows {
        // R names a pair `later-earlier`, and takes that difference.
        let label = row["row"] ?? ""
        func stands(_ first: String, _ second: String) -> Bool { label == "\(second)-\(first)" }
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(key) \(label) \(row["statistic"] ?? "") \(row["col"] ?? "")"
        switch (row["statistic"], row["col"]) {
        case ("dunn", let column?):
          let pair = try #require(dunn.pairs.first { stands($0.first, $0.second) }, "\(place)")
          switch column {
          case "mean_rank_diff": exact.compare(-pair.meanRankDifference, with: expected, at: place)
          case "z": exact.compare(-pair.z, with: expected, at: place)
          case "p_unadj": exact.compare(pair.pValue, with: expected, at: place)
          case "p_holm": exact.compare(pair.adjustedPValue, with: expected, at: place)
          default: continue
          }
        case (let method?, let column?):
          let pairs = method == "tukey" ? tukey.pairs : howell.pairs
          let pair = try #require(pairs.first { stands($0.first, $0.second) }, "\(place)")
          switch column {
          case "diff": exact.compare(-pair.difference, with: expected, at: place)
          case "se": exact.compare(pair.standardError, with: expected, at: place)
          case "t": exact.compare(-pair.t, with: expected, at: place)
          case "df": exact.compare(pair.degreesOfFreedom, with: expected, at: place)
          case "lwr", "ci_lower":
            byRange.compare(-pair.interval.upper, with: expected, at: place)
          case "upr", "ci_upper":
            byRange.compare(-pair.interval.lower, with: expected, at: place)
          // R's ptukey is off by up to 4.5e-9: see `isRightWhereRIsNot`.
          case "p", "p adj": #expect(abs(pair.pValue - expected) < 5e-9, "\(place)")
          default: continue
          }
        default: continue
        }
      }
    }
    #expect(exact.count > 200)
    #expect(exact.largest < 1e-9, "\(exact)")
    try Verification.record(
      "Pairs of groups: differences, Dunn's test",
      against: "R 4.2.2 TukeyHSD, formulas written out", exact)
    #expect(byRange.count > 100)
    // R's qtukey stops 3e-8 from the quantile; limits near 0 magnify that.
    #expect(byRange.largest < 3e-5, "\(byRange)")
    try Verification.record(
      "Pairs of groups: limits by the studentised range", against: "R 4.2.2 TukeyHSD, qtukey",
      byRange)
  }

  // Of 's' and 'r' of `ties_four_groups` R 4.2.2 `ptukey` gives .018551358328, scipy 1.17.1
  // `studentized_range.sf` .018551353875541854.
  @Test func isRightWhereRIsNot() throws {
    let tail = try StudentizedRange(count: 4, degreesOfFreedom: 5.79671656204732)
      .upperTail(4.428571428571429 * 2.0.squareRoot())
    #expect(deviation(tail, from: 0.018551353875541854) < 1e-12)
  }

  // Welch's for two groups is the square of Welch's t, and Fisher's that of Student's.
  @Test func ofTwoGroupsAreTheSquaresOfT() throws {
    let (values, names) = ([1, 4, 2, 5, 7, 6, 9.5], ["a", "a", "a", "b", "b", "b", "b"])
    let data = SeveralGroups(score: "x", values: values, grouping: "g", groups: names)
    let two = try TwoGroups(score: "x", values: values, grouping: "g", groups: names)
    let (welch, student) = (try WelchTTest().apply(to: two), try StudentTTest().apply(to: two))
    #expect(deviation(try WelchANOVA().apply(to: data).f, from: welch.t * welch.t) < 1e-12)
    #expect(deviation(try WelchANOVA().apply(to: data).pValue, from: welch.pValue) < 1e-11)
    #expect(deviation(try OneWayANOVA().apply(to: data).f, from: student.t * student.t) < 1e-12)
    #expect(
      deviation(try TukeyHSD().apply(to: data).pairs[0].pValue, from: student.pValue) < 1e-10)
  }

  // NIST Statistical Reference Datasets, 11 sets: at least what exact arithmetic on these doubles
  // gives, less 0.2 digits.
  @Test(arguments: [
    ("SiRstv", 13.1), ("SmLs01", 15), ("SmLs02", 15), ("SmLs03", 15), ("AtmWtAg", 10.2),
    ("SmLs04", 10.4), ("SmLs05", 10.2), ("SmLs06", 10.2), ("SmLs07", 4.4), ("SmLs08", 4.2),
    ("SmLs09", 4.2),
  ])
  func reachesNISTsDigits(name: String, ceiling: Double) throws {
    var (values, groups): ([Double?], [String?]) = ([], [])
    for line in try Golden.text("statistics/nist/anova/\(name).dat").split(separator: "\n") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let group = Int(parts[0]), let value = Double(parts[1]) else {
        continue
      }
      groups.append("\(group)")
      values.append(value)
    }
    let certified = try #require(
      Double(
        try Golden.rows("statistics/nist/anova.csv").first {
          $0["dataset"] == name && $0["statistic"] == "F"
        }?["value"] ?? ""))
    let outcome = try OneWayANOVA().apply(
      to: SeveralGroups(score: "y", values: values, grouping: "g", groups: groups))
    let digits = -log10(max(deviation(outcome.f, from: certified), 1e-15))
    #expect(digits >= ceiling - 0.2, "\(name): \(digits) digits")
  }

  // R 4.2.2 t.test of each group of PlantGrowth.
  @Test func meansHaveIntervalsOfTheirOwnGroup() throws {
    let data = try Self.groups(["dataset": "PlantGrowth"])
    let expected = [
      "ctrl": (4.6148815556550389, 5.4491184443449612),
      "trt1": (4.0932386094543576, 5.2287613905456407),
      "trt2": (5.2094021453769326, 5.8425978546230661),
    ]
    for groups in [
      try WelchANOVA().apply(to: data).groups, try OneWayANOVA().apply(to: data).groups,
    ] {
      #expect(groups.map(\.name).sorted() == expected.keys.sorted())
      for group in groups {
        let (interval, (lower, upper)) = (
          try group.interval.get(), try #require(expected[group.name])
        )
        #expect(deviation(interval.lower, from: lower) < 1e-13)
        #expect(deviation(interval.upper, from: upper) < 1e-13)
      }
    }
  }

  @Test func sayWhyThereIsNone() throws {
    func data(_ values: [Double?], _ groups: [String?]) -> SeveralGroups {
      SeveralGroups(score: "x", values: values, grouping: "g", groups: groups)
    }
    let one = data([1, 2, 3], ["a", "a", "a"])
    let flat = data([1, 1, 2, 2], ["a", "a", "b", "b"])
    let same = data([2, 2, 2], ["a", "b", "c"])
    #expect(throws: StatisticsError.tooFew(.groups, found: 1, needed: 2)) {
      try WelchANOVA().apply(to: one)
    }
    #expect(throws: StatisticsError.tooFew(.groups, found: 0, needed: 2)) {
      try KruskalWallis().apply(to: data([nil], ["a"]))
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within group 'a'")) {
      try WelchANOVA().apply(to: flat)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try OneWayANOVA().apply(to: flat)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score")) {
      try KruskalWallis().apply(to: same)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score")) { try DunnTest().apply(to: same) }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("b"), found: 1, needed: 2)) {
      try GamesHowell().apply(to: data([1, 2, 3], ["a", "a", "b"]))
    }
    #expect(throws: StatisticsError.tooFew(.cases, found: 3, needed: 4)) {
      try TukeyHSD().apply(to: data([1, 2, 3], ["a", "b", "c"]))
    }
  }
}
