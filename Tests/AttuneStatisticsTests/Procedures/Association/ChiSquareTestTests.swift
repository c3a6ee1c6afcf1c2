import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

/// The chi-square test, the residuals of cells, and Cramér's V.
@Suite struct ChiSquareTestTests {
  // R 4.2.2: chisq.test and formulas written out, of six tables.
  @Test func agreesWithTheReference() throws {
    var (tests, strengths) = (Agreement(), Agreement())
    for row in try Golden.rows("statistics/contingency.csv") {
      let table = try CountedTables.reference(row["dataset"] ?? "", row["args"] ?? "")
      let expected = try #require(Double(row["value"] ?? ""))
      let place = row["id"] ?? ""
      let test = try ChiSquareTest().apply(to: table)
      var yates = ChiSquareTest()
      yates.correction = .yates
      func cell() throws -> CellResiduals.Cell {
        try #require(
          CellResiduals().apply(to: table).cells.first {
            $0.row == row["row"] && $0.column == row["col"]
          }, "\(row)")
      }
      switch row["statistic"] {
      case "chisq": tests.compare(test.chiSquare, with: expected, at: place)
      case "df": tests.compare(test.degreesOfFreedom, with: expected, at: place)
      case "p": tests.compare(test.pValue, with: expected, at: place)
      case "G": tests.compare(test.likelihoodRatio, with: expected, at: place)
      case "G_p": tests.compare(test.likelihoodRatioPValue, with: expected, at: place)
      case "min_expected": tests.compare(test.smallestExpected, with: expected, at: place)
      case "prop_expected_lt5": tests.compare(test.shareBelowFive, with: expected, at: place)
      case "chisq_yates":
        tests.compare(try yates.apply(to: table).chiSquare, with: expected, at: place)
      case "p_yates": tests.compare(try yates.apply(to: table).pValue, with: expected, at: place)
      case "expected": tests.compare(try #require(cell().expected.value), with: expected, at: place)
      case "adjusted_residual":
        let found = try #require(cell().adjustedResidual.value)
        // A residual that is 0 but for R's rounding.
        if expected.magnitude < 1e-12 {
          #expect(found.magnitude < 1e-12)
        } else {
          tests.compare(found, with: expected, at: place)
        }
      case "phi":
        strengths.compare(
          try #require(CramerV().apply(to: table).phi.value), with: expected, at: place)
      case "cramers_v":
        strengths.compare(try CramerV().apply(to: table).estimate, with: expected, at: place)
      case "cramers_v_biascorrected":
        var corrected = CramerV()
        corrected.isBiasCorrected = true
        strengths.compare(try corrected.apply(to: table).estimate, with: expected, at: place)
      case "cramers_v_ci95":
        let interval = try CramerV().apply(to: table).interval.get()
        strengths.compare(
          row["row"] == "lower" ? interval.lower : interval.upper, with: expected, at: place)
      default: continue
      }
    }
    #expect(tests.count > 160)
    #expect(tests.largest < 1e-10, "\(tests)")
    #expect(strengths.count == 26)
    // R's own noncentral chi-square is good to 1e-9.
    #expect(strengths.largest < 1e-8, "\(strengths)")
    try Verification.record(
      "Chi-square test, likelihood ratio, Yates, residuals of cells",
      against: "R 4.2.2 chisq.test, formulas written out", tests)
    try Verification.record(
      "Cramér's V, its correction and interval; phi",
      against: "R 4.2.2, formulas written out, pchisq with ncp", strengths)
  }

  // R 4.2.2: contingency_tables.R, small and sparse tables.
  @Test func agreesWithROnSparseTables() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("contingency_tables") {
      let value: Double?
      switch row["statistic"] {
      case "chi_square": value = try ChiSquareTest().apply(to: table).chiSquare
      case "chi_square_p": value = try ChiSquareTest().apply(to: table).pValue
      case "yates", "yates_p":
        var yates = ChiSquareTest()
        yates.correction = .yates
        let found = try yates.apply(to: table)
        value = row["statistic"] == "yates" ? found.chiSquare : found.pValue
      case "adjusted_residual":
        value = try CellResiduals().apply(to: table).cells.first {
          $0.row == "r\(row["row"] ?? "")" && $0.column == "c\(row["column"] ?? "")"
        }?.adjustedResidual.value
        if expected.magnitude < 1e-12 {
          #expect(try #require(value).magnitude < 1e-12)
          continue
        }
      default: continue
      }
      agreement.compare(try #require(value), with: expected, at: "\(row)")
    }
    #expect(agreement.count > 150)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Chi-square test and residuals of sparse tables", against: "R 4.2.2 chisq.test", agreement)
  }

  /// Two by two, chi-square is the square of the usual z of two proportions; sides do not matter.
  @Test func isTheSquareOfTwoProportions() throws {
    let table = CountedTables.table("30 12|25 44")
    let (p1, p2, p) = (30.0 / 42, 25.0 / 69, 55.0 / 111)
    let z = (p1 - p2) / (p * (1 - p) * (1 / 42.0 + 1 / 69)).squareRoot()
    let found = try ChiSquareTest().apply(to: table)
    #expect(deviation(found.chiSquare, from: z * z) < 1e-13)
    #expect(deviation(found.pValue, from: 2 * (try Normal().upperTail(z))) < 1e-12)
    let residuals = try CellResiduals().apply(to: table).cells.compactMap(\.adjustedResidual.value)
    for residual in residuals { #expect(deviation(residual.magnitude, from: z) < 1e-12) }
    #expect(try ChiSquareTest().apply(to: table.transposed).pValue == found.pValue)
    let swapped = CountedTables.table("25 44|30 12")
    #expect(
      deviation(try ChiSquareTest().apply(to: swapped).chiSquare, from: found.chiSquare) < 1e-14)
    #expect(
      deviation(
        try #require(CramerV().apply(to: swapped).phi.value),
        from: -(try #require(CramerV().apply(to: table).phi.value))) < 1e-14)
  }

  @Test func leavesOutCategoriesThatNobodyIsIn() throws {
    let whole = try ChiSquareTest().apply(to: CountedTables.table("5 0 3|0 0 0|2 0 6"))
    let part = try ChiSquareTest().apply(to: CountedTables.table("5 3|2 6"))
    #expect(whole.chiSquare == part.chiSquare)
    #expect(whole.degreesOfFreedom == 1)
    #expect(whole.tables[0].notes.contains { $0.contains("'r2' of 'row' nor in 'c2' of 'column'") })
  }

  @Test func saysWhereFewAreExpected() throws {
    let few = try ChiSquareTest().apply(to: CountedTables.table("3 1|1 3"))
    #expect(few.cautions.map(\.id) == ["small-expected-counts"])
    #expect(try ChiSquareTest().apply(to: CountedTables.table("30 12|25 44")).cautions.isEmpty)
  }

  @Test func saysWhyThereIsNone() {
    for (text, reason) in [
      ("0 0|0 0", "at least 2 complete cases are needed and there are 0"),
      ("5 3|0 0", "'row' is the same for everyone"),
      ("5 0|3 0", "'column' is the same for everyone"),
      ("1 0|0 0", "'row' is the same for everyone"),
    ] {
      let table = CountedTables.table(text)
      let found = #expect(throws: StatisticsError.self) { try ChiSquareTest().apply(to: table) }
      #expect(found?.description == reason)
      #expect(throws: StatisticsError.self) { try CramerV().apply(to: table) }
    }
    var yates = ChiSquareTest()
    yates.correction = .yates
    #expect(throws: StatisticsError.self) {
      try yates.apply(to: CountedTables.table("5 3 2|1 4 6"))
    }
  }

  /// Exact independence: a chi-square of 0 is no certainty that nothing is there.
  @Test func givesNoIntervalOfNothing() throws {
    let found = try CramerV().apply(to: CountedTables.table("2 2|2 2"))
    #expect(found.estimate == 0)
    #expect(throws: StatisticsError.self) { try found.interval.get() }
  }

  /// Where nothing goes together 5 in 100 tests find something, and V's interval covers 0 as often as
  /// it says.
  @Test func keepsItsErrorRate() throws {
    var generator = SeededGenerator(seed: 7)
    var (rejected, covered, intervals) = (0, 0, 0)
    let runs = 2000
    for run in 0..<runs {
      var counts = Array(repeating: Array(repeating: 0, count: 3), count: 2)
      for person in 0..<120 { counts[person % 2][min(2, generator.number(below: 4))] += 1 }
      let table = ContingencyTable(
        names: GroupPair("a", "b"), categories: GroupPair(["1", "2"], ["1", "2", "3"]),
        counts: counts)
      if try ChiSquareTest().apply(to: table).pValue < 0.05 { rejected += 1 }
      // Fewer, for they take longer.
      if run < 300, let interval = try? CramerV().apply(to: table).interval.get() {
        intervals += 1
        if interval.lower == 0 { covered += 1 }
      }
    }
    // Within 4 standard errors.
    #expect(
      abs(Double(rejected) / Double(runs) - 0.05) < 4 * (0.05 * 0.95 / Double(runs)).squareRoot())
    #expect(Double(covered) / Double(intervals) > 0.94)
  }
}
