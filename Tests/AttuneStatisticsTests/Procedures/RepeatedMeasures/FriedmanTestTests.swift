import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct FriedmanTestTests {
  private static let names: Set = [
    "friedman_chi", "friedman_p", "kendall_w", "friedman_f", "friedman_f_p",
  ]

  private func value(_ statistic: String?, of outcome: FriedmanTest.Outcome) -> Double? {
    switch statistic {
    case "friedman_chi": outcome.chiSquare
    case "friedman_p": outcome.pValue
    case "kendall_w": outcome.concordance
    case "friedman_f": outcome.f.value
    default: outcome.fPValue.value
    }
  }

  // R 4.2.2 friedman.test, F and W written out; scipy 1.17.1.
  @Test func agreesWithRAndScipy() throws {
    for (file, program, count) in [
      ("repeated", "R 4.2.2 friedman.test, F and W written out", 30),
      ("repeated_python", "scipy 1.17.1 friedmanchisquare", 10),
    ] {
      var agreement = Agreement()
      for data in try RepeatedData.all(file, Self.names) {
        let outcome = try FriedmanTest().apply(to: data.measures)
        for row in data.rows {
          agreement.compare(value(row["statistic"], of: outcome), with: row)
        }
      }
      #expect(agreement.count == count)
      #expect(agreement.largest < 1e-10, "\(agreement)")
      try Verification.record(
        file == "repeated" ? "Friedman test" : "Friedman test, a second program",
        against: program, agreement)
    }
  }

  // Python 3.11, all orders gone through in whole numbers; see occasion_orders.py.
  @Test func theExactPIsOverAllOrders() throws {
    var test = FriedmanTest()
    test.isExact = true
    var shares = CochranQ()
    shares.isExact = true
    var agreement = Agreement()
    for row in try Golden.rows("statistics/occasion_orders.csv") {
      let data =
        if let scores = row["scores"], !scores.isEmpty {
          try RepeatedData.people(
            scores.split(separator: ";").map { $0.split(separator: " ").map { Double($0) } })
        } else {
          try RepeatedData(
            dataset: row["dataset"] ?? "",
            columns: (row["columns"] ?? "").split(separator: " ").map(String.init), rows: []
          ).measures
        }
      let expected = try #require(Double(row["p"] ?? ""))
      let found = try #require(try test.apply(to: data).exactPValue?.value)
      agreement.compare(found, with: expected, at: "\(row)")
      if Set(data.occasions.flatMap(\.values)).count == 2 {
        #expect(try shares.apply(to: data).exactPValue == .value(found))
      }
    }
    #expect(agreement.count == 13)
    #expect(agreement.largest < 1e-12, "\(agreement)")
    try Verification.record(
      "Friedman test and Cochran's Q, exact", against: "Python 3.11, all orders gone through",
      agreement)
    #expect(
      try FriedmanTest().apply(to: RepeatedData.people([[1, 2], [2, 1]])).exactPValue == nil)
    let many = (0..<200).map { person in
      (0..<6).map { Double?(Double((person * 7 + $0 * 5) % 11)) }
    }
    #expect(
      try test.apply(to: RepeatedData.people(many)).exactPValue
        == .unavailable("there are too many orders to go through"))
  }

  // Siegel (1956), Table N, to three places.
  @Test(
    arguments: [
      ([[1, 2, 3], [1, 2, 3], [1, 2, 3]], 0.028), ([[1, 2, 3], [1, 2, 3], [2, 1, 3]], 0.194),
      ([[1, 2, 3], [1, 3, 2], [3, 1, 2], [2, 1, 3]], 0.653),
      ([[1, 2, 3], [1, 2, 3], [1, 2, 3], [1, 3, 2]], 0.042),
      ([[1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 4, 3]], 0.033),
    ] as [([[Double?]], Double)])
  func theExactPIsThatOfThePrintedTable(scores: [[Double?]], expected: Double) throws {
    var test = FriedmanTest()
    test.isExact = true
    let p = try #require(try test.apply(to: RepeatedData.people(scores)).exactPValue?.value)
    #expect((p * 1000).rounded() / 1000 == expected)
  }

  // Conover's formula written out in R 4.2.2, p.adjust; scikit-posthocs 0.17.1. Their studentised
  // ranges are themselves only good to about 1e-12, so that Nemenyi's smallest p tell nothing.
  @Test func comparesOccasionsAsOtherProgramsDo() throws {
    let names: Set = ["conover_t", "conover_p", "conover_p_holm", "nemenyi_p"]
    for (file, program, count) in [
      ("repeated", "formulas written out in R 4.2.2, p.adjust, ptukey", 109),
      ("repeated_python", "scikit-posthocs 0.17.1", 46),
    ] {
      var (conover, nemenyi) = (Agreement(), Agreement())
      for data in try RepeatedData.all(file, names) {
        let measures = try data.measures
        var procedure = OccasionComparisons()
        let found = try procedure.apply(to: measures)
        procedure.kind = .nemenyi
        let ranges = try procedure.apply(to: measures)
        for row in data.rows {
          let place = try #require(
            found.pairs.firstIndex { "\($0.first)-\($0.second)" == row["row"] })
          let pair = found.pairs[place]
          switch row["statistic"] {
          case "conover_t": conover.compare(pair.statistic, with: row)
          case "conover_p": conover.compare(pair.pValue, with: row)
          case "conover_p_holm": conover.compare(pair.adjustedPValue, with: row)
          default:
            let expected = try #require(Double(row["value"] ?? ""))
            #expect(abs(ranges.pairs[place].pValue - expected) < 1e-9)
            if expected > 1e-3 { nemenyi.compare(ranges.pairs[place].pValue, with: row) }
          }
        }
      }
      #expect(conover.count + nemenyi.count == count)
      #expect(conover.largest < 1e-10, "\(conover)")
      #expect(nemenyi.largest < 1e-8, "\(nemenyi)")
      let isFirst = file == "repeated"
      try Verification.record(
        isFirst ? "Conover's comparisons" : "Conover's comparisons, a second program",
        against: program, conover)
      try Verification.record(
        isFirst ? "Nemenyi's comparisons" : "Nemenyi's comparisons, a second program",
        against: program, nemenyi)
    }
  }

  /// W is Kendall's, with the people as raters.
  @Test func isKendallsWOfPeople() throws {
    for data in try RepeatedData.all("repeated", Self.names) {
      let measures = try data.measures
      let found = try FriedmanTest().apply(to: measures)
      let people = (0..<measures.caseCount).map(measures.scores)
      let w = try KendallW().apply(
        to: Ratings(raters: people.indices.map { "\($0)" }, columns: people).complete(.forbid))
      #expect(deviation(found.concordance, from: w.estimate) < 1e-13)
      #expect(deviation(found.chiSquare, from: w.chiSquare) < 1e-13)
      #expect(found.f.value.map { deviation($0, from: w.f.value ?? .nan) < 1e-9 } == true)
    }
  }

  @Test func countsOrderAlone() throws {
    let scores: [[Double?]] = [[1, 2, 4], [2, 2, 3], [5, 1, 6], [2, 3, 1]]
    let found = try FriedmanTest().apply(to: RepeatedData.people(scores))
    let bent = scores.enumerated().map { index, row in
      row.map { $0.map { 1e9 * Double(index + 1) + $0 * $0 } }
    }
    #expect(try FriedmanTest().apply(to: RepeatedData.people(bent)).chiSquare == found.chiSquare)
    let turned = scores.map { Array($0.reversed()) }
    let other = try FriedmanTest().apply(to: RepeatedData.people(turned))
    #expect(other.chiSquare == found.chiSquare)
    #expect(other.meanRanks == found.meanRanks.reversed())
    let pairs = try OccasionComparisons().apply(to: RepeatedData.people(scores)).pairs
    let back = try OccasionComparisons().apply(to: RepeatedData.people(turned)).pairs
    #expect(abs(pairs[1].statistic + back[1].statistic) < 1e-12)
    #expect(abs(pairs[1].pValue - back[1].pValue) < 1e-12)
  }

  /// Of two occasions chi-square is that of the sign test without continuity: (a - b)^2 / (a + b).
  @Test func isTheSignTestOfTwoOccasions() throws {
    let data = try RepeatedData(dataset: "prepost", columns: ["pre", "post"], rows: []).measures
    let signs = try SignTest().apply(to: data.pair(0, 1))
    let difference = Double(signs.above - signs.below)
    let expected = difference * difference / Double(signs.above + signs.below)
    let found = try FriedmanTest().apply(to: data)
    // Ties within a person count in neither.
    #expect(deviation(found.chiSquare, from: expected) < 1e-12)
  }

  @Test func drawsPeopleForTheIntervalOfW() throws {
    let data = try RepeatedData(
      dataset: "orthodont", columns: ["age_8", "age_10", "age_12", "age_14"], rows: []
    ).measures
    var test = FriedmanTest()
    test.resampling = Resampling(count: 400, seed: 3)
    let found = try test.apply(to: data)
    let interval = try found.concordanceInterval.get()
    #expect(interval.lower < found.concordance && found.concordance < interval.upper)
    #expect(try test.apply(to: data).concordanceInterval == found.concordanceInterval)
    #expect(throws: StatisticsError.self) {
      try FriedmanTest().apply(to: data).concordanceInterval.get()
    }
  }

  @Test(
    arguments: [
      ([[1], [2]], StatisticsError.tooFew(.occasions, found: 1, needed: 2)),
      ([[1, 2]], .tooFew(.cases, found: 1, needed: 2)),
      ([[1, nil], [nil, 2], [1, 2]], .tooFew(.cases, found: 1, needed: 2)),
      ([[1, 1], [4, 4]], .undetermined("everybody's scores are the same on all occasions")),
    ] as [([[Double?]], StatisticsError)])
  func saysWhyThereIsNone(scores: [[Double?]], expected: StatisticsError) {
    #expect(throws: expected) { try FriedmanTest().apply(to: RepeatedData.people(scores)) }
    #expect(throws: expected) { try OccasionComparisons().apply(to: RepeatedData.people(scores)) }
  }

  @Test func saysSoWhereEverybodyHasOneOrder() throws {
    let data = try RepeatedData.people([[1, 2, 3], [4, 6, 9], [1, 5, 7]])
    let found = try FriedmanTest().apply(to: data)
    #expect(found.concordance == 1)
    #expect(found.f == .unavailable("everybody's scores have the same order"))
    #expect(found.chiSquare == 6)
    #expect(throws: StatisticsError.undetermined("everybody's scores have the same order")) {
      try OccasionComparisons().apply(to: data)
    }
  }

  @Test func describesEachOccasion() throws {
    let found = try Occasions().apply(to: RepeatedData.people([[1, 2], [4, 3], [7, 4]]))
    #expect(found.occasions.map(\.mean) == [4, 3])
    #expect(found.occasions.map(\.median) == [4, 3])
    #expect(found.occasions[0].standardDeviation == .value(3))
    #expect(found.occasions.map { ($0.meanRank * 3).rounded() } == [5, 4])
    // R 4.2.2 t.test(c(2, 3, 4))$conf.int: 0.5158623.
    #expect(abs(try found.occasions[1].interval.get().lower - 0.5158623) < 1e-7)
  }
}
