import AttuneTestSupport
import Foundation
import Testing

@Suite struct DescribeTests {
  // R 4.2.2, e1071: the mean of the items where all are answered.
  @Test func agreesWithROnScaleScores() throws {
    var agreement = Agreement()
    let rows = try Golden.rows("statistics/scale_scores.csv")
    for (key, rows) in Dictionary(grouping: rows, by: { [$0["dataset"] ?? "", $0["args"] ?? ""] }) {
      let keys = key[1].split(separator: ";")[1].dropFirst("keys=".count).split(separator: " ")
      let items = keys.map { $0.hasPrefix("-") ? "\($0.dropFirst())-" : "\($0)" }
      let run = try Self.describe(key[0], items.joined(separator: ","), "--format", "csv")
      let lines = run.output.split(separator: "\n").map { $0.split(separator: ",") }
      let values = Dictionary(uniqueKeysWithValues: zip(lines[0], lines[1]))
      let names = [
        "n": "n", "mean": "mean", "sd": "std_dev", "skewness_type2": "skewness",
        "kurtosis_excess_type2": "kurtosis",
      ]
      for row in rows {
        let name = try #require(names[row["statistic"] ?? ""])
        agreement.compare(
          try #require(values[Substring(name)].flatMap { Double($0) }),
          with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 20)
    #expect(agreement.largest < 1e-10, "\(agreement)")
  }

  @Test func describesScalesItemsAndResponses() throws {
    let run = try Program.run([
      "describe", Golden.file("statistics/data/tiny.csv"), "--scale", "a=q1,q2,q3", "--scale",
      "b=q3,q4-", "--range", "1..5", "--shape", "type3", "--quantiles", "type6",
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Scale scores"))
    #expect(run.output.contains("type 3 (as psych). Quantiles: type 6 (as SPSS)."))
    #expect(run.output.contains("a: Mean of 3 items, all answered."))
    // In two scales, described once.
    #expect(run.output.matches(of: /(?m)^q3 +8/).count == 1)
    #expect(run.output.contains("Responses"))
  }

  @Test func scoresConstructsByTheInstrumentsOwnRule() throws {
    let scratch = try ScratchFolder()
    let instrument = try scratch.write(
      Study.short.replacing("mean, all answered", with: "mean, at least 2 answered"),
      to: "short.instrument")
    let data = try scratch.write("calm,heard,safe\n1,2,\n3,3,3\n2,,\n1,1,1\n", to: "a.csv")
    let run = try Program.run([
      "describe", data, "--instrument", instrument, "--format", "csv", "--table", "scales",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(lines[1].prefix(3) == ["ease", "3", "1"])
  }

  @Test func sharesAllAnswersWhereTheRangeIsKnownOnly() throws {
    let known = try Self.describe("tiny", "q1,q2", "--format", "csv")
    #expect(!known.output.contains("no range is declared"))
    let run = try Program.run([
      "describe", Golden.file("statistics/data/tiny.csv"), "--items", "q1,q2",
    ])
    #expect(run.output.contains("Not available because no range is declared."))
  }

  private static func describe(
    _ dataset: String, _ items: String, _ more: String...
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "describe", Golden.file("statistics/data/\(dataset).csv"), "--items", items, "--range",
        "1..5", "--table", "scales",
      ] + more)
  }
}
