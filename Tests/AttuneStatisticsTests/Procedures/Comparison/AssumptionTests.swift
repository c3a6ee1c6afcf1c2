import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTestSupport
import Testing

/// Shapiro-Wilk, Levene, Brown-Forsythe, Bartlett: R 4.2.2, car 3.1-1, scipy 1.17.1.
@Suite struct AssumptionTests {
  @Test func shapiroAndWilkAgreeWithR() throws {
    var (w, p) = (Agreement(), Agreement())
    let normal = Normal()
    for row in try Golden.rows("statistics/shapiro.csv") {
      // q^3 / 3 + q of the normal quantiles at R's ppoints.
      let n = try #require(Int(row["args"]?.dropFirst(2) ?? ""))
      let a = n <= 10 ? 0.375 : 0.5
      let values = try (1...n).map { i in
        let q = try normal.quantile((Double(i) - a) / (Double(n) + 1 - 2 * a))
        return q * q * q / 3 + q
      }
      let outcome = try ShapiroWilk().apply(to: values)
      let expected = try #require(Double(row["value"] ?? ""))
      if row["statistic"] == "W" {
        w.compare(outcome.w, with: expected, at: "\(n)")
      } else if n > 3 {
        p.compare(outcome.pValue, with: expected, at: "\(n)")
      } else {
        // W is 1 but for rounding, and p rises there as a root does.
        #expect(abs(outcome.pValue - expected) < 1e-7)
      }
    }
    for data in try TwoGroupData.all(in: "two_groups_shapes") {
      for row in data.rows where row["statistic"]?.hasPrefix("shapiro") == true {
        let statistic = row["statistic"] ?? ""
        let values =
          statistic.hasSuffix("g1") ? data.groups.values.first : data.groups.values.second
        let outcome = try ShapiroWilk().apply(to: values)
        let expected = try #require(Double(row["value"] ?? ""))
        if statistic.hasPrefix("shapiro_W") {
          w.compare(outcome.w, with: expected, at: "\(data.key) \(statistic)")
        } else {
          p.compare(outcome.pValue, with: expected, at: "\(data.key) \(statistic)")
        }
      }
    }
    #expect(w.count > 30 && p.count > 30)
    #expect(w.largest < 1e-9, "\(w)")
    // A tail moves by more of itself than W does: 6e-55 is 16 standard deviations out.
    #expect(p.largest < 1e-8, "\(p)")
    try Verification.record("Shapiro-Wilk W", against: "R 4.2.2 shapiro.test", w)
    try Verification.record("Shapiro-Wilk p", against: "R 4.2.2 shapiro.test", p)
  }

  @Test func leveneAndBartlettAgreeWithR() throws {
    var agreement = Agreement()
    func compare(_ rows: [[String: String]], _ data: SeveralGroups, _ key: String) throws {
      var byMean = LeveneTest()
      byMean.centre = .mean
      for row in rows {
        let value: Double
        switch row["statistic"] {
        case "levene_median_F": value = try LeveneTest().apply(to: data).f
        case "levene_median_p": value = try LeveneTest().apply(to: data).pValue
        case "levene_mean_F": value = try byMean.apply(to: data).f
        case "levene_mean_p": value = try byMean.apply(to: data).pValue
        case "bartlett_K2": value = try BartlettTest().apply(to: data).chiSquare
        case "bartlett_p": value = try BartlettTest().apply(to: data).pValue
        case "brown_forsythe_F": value = try BrownForsytheANOVA().apply(to: data).f
        case "brown_forsythe_df2":
          value = try BrownForsytheANOVA().apply(to: data).denominatorDegrees
        case "brown_forsythe_p": value = try BrownForsytheANOVA().apply(to: data).pValue
        default: continue
        }
        let expected = try #require(Double(row["value"] ?? ""))
        let place = "\(key) \(row["statistic"] ?? "")"
        // R 4.2.2 bartlett.test loses digits in a difference of logarithms where groups vary alike.
        agreement.compare(value, with: expected, at: place)
      }
    }
    for data in try TwoGroupData.all(in: "two_groups_shapes") {
      let groups = data.groups
      try compare(
        data.rows,
        SeveralGroups(
          score: "x", values: groups.values.first + groups.values.second, grouping: "g",
          groups: groups.values.first.map { _ in "a" } + groups.values.second.map { _ in "b" }),
        data.key)
    }
    for (key, rows) in try SeveralGroupsTests.rows("several_groups_spread") {
      try compare(rows, try SeveralGroupsTests.groups(rows[0]), "\(key)")
    }
    #expect(agreement.count > 100)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Levene's, Bartlett's, Brown and Forsythe's tests",
      against: "R 4.2.2 bartlett.test, car 3.1-1 leveneTest, formulas written out", agreement)
  }

  /// On paper both people of a group lie as far from its middle; R 4.2.2 takes what rounding leaves of
  /// that for a variance, and finds F 9.5e28 around the median of 2.1, 3.2 and 3.4, 4.7.
  @Test func groupsOfTwoHaveNoSpreadToCompare() {
    for unit in [1.0, 10, 1e8] {
      let data = SeveralGroups(
        score: "x", values: [21, 32, 34, 47].map { $0 / unit }, grouping: "g",
        groups: ["a", "a", "b", "b"])
      for centre in LeveneTest.Centre.allCases {
        var test = LeveneTest()
        test.centre = centre
        #expect(
          throws: StatisticsError.noVariance(
            in: "the distance from the \(centre.rawValue) within each group")
        ) { try test.apply(to: data) }
      }
    }
  }

  @Test func sayWhyThereIsNone() {
    func data(_ values: [Double], _ groups: [String]) -> SeveralGroups {
      SeveralGroups(score: "x", values: values, grouping: "g", groups: groups)
    }
    #expect(throws: StatisticsError.tooFew(.cases, found: 2, needed: 3)) {
      try ShapiroWilk().apply(to: [1, 2])
    }
    #expect(throws: StatisticsError.noVariance(in: "the score")) {
      try ShapiroWilk().apply(to: [2, 2, 2, 2])
    }
    #expect(throws: StatisticsError.self) {
      try ShapiroWilk().apply(to: (0...5000).map(Double.init))
    }
    let flat = data([1, 1, 2, 2, 2], ["a", "a", "b", "b", "b"])
    #expect(
      throws: StatisticsError.noVariance(in: "the distance from the median within each group")
    ) { try LeveneTest().apply(to: flat) }
    #expect(throws: StatisticsError.noVariance(in: "the score within group 'a'")) {
      try BartlettTest().apply(to: flat)
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try BrownForsytheANOVA().apply(to: flat)
    }
    let alone = data([1, 2, 3], ["a", "b", "b"])
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try BartlettTest().apply(to: alone)
    }
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try BrownForsytheANOVA().apply(to: alone)
    }
    #expect(throws: StatisticsError.tooFew(.groups, found: 1, needed: 2)) {
      try LeveneTest().apply(to: data([1, 2, 3], ["a", "a", "a"]))
    }
    #expect(throws: StatisticsError.tooFew(.groups, found: 0, needed: 2)) {
      try BartlettTest().apply(to: data([], []))
    }
  }
}
