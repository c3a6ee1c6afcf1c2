import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct ResponseCountsTests {
  // R 4.2.2 table(factor(x, levels = 1:5)): 40 items.
  @Test func agreesWithR() throws {
    let rows = try Golden.rows("statistics/descriptives.csv").filter { $0["statistic"] == "count" }
    #expect(rows.count > 150)
    for row in rows {
      let sample = ScoreSample(
        name: "x", values: try GoldenData.column(row["row"] ?? "", of: row["dataset"] ?? ""),
        range: 1...5)
      guard !sample.values.isEmpty else { continue }
      let responses = try ResponseCounts().apply(to: sample).responses
      let response = responses.first { $0.value == Double(row["col"] ?? "") }
      #expect(response.map { Double($0.count) } == Double(row["value"] ?? ""), "\(row)")
    }
  }

  @Test func givesEveryAnswerThatCouldBeChosenAndEveryOther() throws {
    let outcome = try ResponseCounts().apply(
      to: ScoreSample(name: "x", values: [2, 2, nil, 9], range: 1...3))
    #expect(outcome.responses.map(\.value) == [1, 2, 3, 9])
    #expect(outcome.responses.map(\.count) == [0, 2, 0, 1])
    #expect(outcome.tables[0].rows[1] == [.count(2), .count(2), .real(200.0 / 3)])
  }

  @Test func countsWhatIsNotWholeAsItIs() throws {
    let outcome = try ResponseCounts().apply(to: ScoreSample(name: "x", values: [0.5, -1, 0.5]))
    #expect(outcome.responses.map(\.value) == [-1, 0.5])
  }

  @Test(
    arguments: [
      ([nil], "there are no values"), ([], "there are no values"),
      ((0..<26).map { Double($0) }, "there are more than 25 different values"),
    ] as [([Double?], String)])
  func saysWhyThereAreNone(values: [Double?], reason: String) {
    #expect(throws: StatisticsError.undetermined(reason)) {
      try ResponseCounts().apply(to: ScoreSample(name: "x", values: values))
    }
  }
}
