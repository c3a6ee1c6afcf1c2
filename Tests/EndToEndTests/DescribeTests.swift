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
    try Verification.record(
      "Scale scores", against: "R 4.2.2, mean of the items; e1071 skewness and kurtosis", agreement)
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

  // MARK: Codes that say why an answer is missing

  @Test func readsTheCodesOfTheReasonsInAFileOfAnInstrument() throws {
    let scratch = try ScratchFolder()
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    let data = try scratch.write(
      "calm,heard,safe\n1,-99,2\n3,3,-98.0\n-93,,-94\n-95,-96,-97\n1,2,3\n", to: "a.csv")
    let run = try Program.run([
      "describe", data, "--instrument", instrument, "--format", "csv", "--table", "missing",
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.output.split(separator: "\n") == [
        "item,reason,n_missing", "calm,not_shown,1", "calm,not_chosen,1", "heard,skipped,1",
        "heard,does_not_apply,1", "heard,blank,1", "safe,prefer_not_to_say,1", "safe,not_sure,1",
        "safe,not_reached,1",
      ])
    let items = try Program.run([
      "describe", data, "--instrument", instrument, "--format", "csv", "--table", "items",
    ])
    #expect(items.output.contains("calm,3,2,"))
    #expect(items.output.contains("heard,2,3,"))
    // Scores of a comparison and answers of a correlation too.
    let pairs = try Program.run([
      "correlate", data, "calm", "heard", "--instrument", instrument, "--format", "csv", "--table",
      "correlations",
    ])
    #expect(pairs.output.contains("calm,heard,2,1.0,"), "\(pairs.output) \(pairs.messages)")
  }

  @Test func withoutAnInstrumentANumberIsANumber() throws {
    let scratch = try ScratchFolder()
    let data = try scratch.write("a,b\n1,-99\n2,3\n", to: "a.csv")
    let run = try Program.run([
      "describe", data, "--items", "a,b", "--format", "csv", "--table", "items",
    ])
    #expect(run.output.contains("b,2,0,-48.0"))
    let told = try Program.run([
      "describe", data, "--items", "a,b", "--missing", "-99", "--format", "csv", "--table", "items",
    ])
    #expect(told.output.contains("b,1,1,3.0"))
  }

  // MARK: Rows that stand for several people

  /// The rows of a file are counted into patterns here; everything that is found of the patterns
  /// with their counts is found of the rows.
  @Test func aRowCountsAsOftenAsItsWeightSays() throws {
    let scratch = try ScratchFolder()
    let rows = try Golden.rows("statistics/data/likert_missing.csv")
    let names = ["A1", "A2", "A3"]
    // In one order, so that sums of fractions are rounded alike.
    let patterns = rows.map { row in
      names.map { (row[$0] ?? "").replacing("NA", with: "") }.joined(separator: ",")
    }.sorted()
    let counts = Dictionary(patterns.map { ($0, 1) }, uniquingKeysWith: +)
      .sorted { $0.key < $1.key }
    #expect(counts.count < rows.count / 2)
    let weighted = try scratch.write(
      "A1,A2,A3,people\n" + counts.map { "\($0.key),\($0.value)\n" }.joined()
        + "1,1,1,0\n", to: "weighted.csv")
    let whole = try scratch.write(
      "A1,A2,A3\n" + patterns.map { "\($0)\n" }.joined(), to: "whole.csv")
    for (command, more) in [
      ("reliability", ["--with", "omega,guttman"]), ("describe", []),
      ("reliability", ["--missing-values", "pairwise"]),
    ] {
      let call = ["--items", "A1,A2,A3", "--range", "1..5", "--format", "csv", "--table"] + more
      let tables =
        command == "describe"
        ? ["items", "scales", "responses"] : ["reliability", "items"]
      for table in tables {
        var tableCall = call
        tableCall.insert(table, at: 7)
        let (one, other) = (
          try Program.run([command, weighted, "--weights", "people"] + tableCall),
          try Program.run([command, whole] + tableCall)
        )
        #expect(one.status == 0 && other.status == 0, "\(one.messages) \(other.messages)")
        #expect(one.output == other.output, "\(command) \(table)")
        #expect(
          one.messages.contains("\(counts.count + 1) rows stand for \(rows.count) people"),
          "\(one.messages)")
      }
    }
  }

  @Test(arguments: [
    ("1.5", "in row 2 of the data 'n' is 1.5"), ("", "in row 2 of the data 'n' is blank"),
    ("-2", "in row 2 of the data 'n' is -2"),
    ("20000000", "add up to more than 10000000 people"),
  ])
  func saysWhatIsNoWeight(weight: String, words: String) throws {
    let scratch = try ScratchFolder()
    let data = try scratch.write("a,b,n\n1,2,1\n2,3,\(weight)\n", to: "a.csv")
    let call = ["describe", data, "--items", "a,b", "--weights"]
    let run = try Program.run(call + ["n"])
    #expect(run.status == 1)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(try Program.run(call + ["m"]).messages.contains("there is no column 'm'"))
    #expect(
      try Program.run(call + ["a"]).messages.contains("cannot be both an item and the weights"))
  }

  @Test func describesEachGroupApart() throws {
    let scratch = try ScratchFolder()
    let data = try scratch.write("a,b,g\n1,2,x\n3,4,x\n5,5,y\n4,,y\n2,2,\n", to: "a.csv")
    let call = ["describe", data, "--items", "a,b", "--range", "1..5", "--by", "g"]
    let run = try Program.run(call + ["--format", "csv", "--table", "items"])
    #expect(run.status == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      lines.map { $0.prefix(5) } == [
        ["item", "group", "n", "n_missing", "mean"], ["a", "x", "2", "0", "2.0"],
        ["a", "y", "2", "0", "4.5"], ["b", "x", "2", "0", "3.0"], ["b", "y", "1", "1", "5.0"],
      ])
    #expect(run.messages.contains("1 person is in no group of 'g'"))
    #expect(run.messages.contains("a percentage can be off by"))
    let responses = try Program.run(call + ["--table", "responses"])
    #expect(responses.output.contains("a: Never given: x: 2, 4, 5; y: 1, 2, 3."))
    let wrong = try Program.run(["describe", data, "--items", "a,b", "--by", "h"])
    #expect(wrong.status == 1)
    #expect(wrong.messages.contains("there is no column 'h'"))
  }

  @Test func drawsHowOftenEachAnswerWasGiven() throws {
    let scratch = try ScratchFolder()
    let data = try scratch.write("a,b\n1,2\n3,4\n5,5\n3,\n", to: "a.csv")
    let call = ["describe", data, "--items", "a,b", "--range", "1..5"]
    let svg = scratch.path("answers.svg")
    let run = try Program.run(call + ["--bars", "--picture", svg])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("a (n = 4)\n  1  25 %  ###"))
    #expect(run.messages.contains("Wrote \(svg)"))
    #expect(try scratch.text("answers.svg").contains("b, 3 answers: 1 0 %, 2 33 %"))
    let without = try Program.run(["describe", data, "--items", "a,b", "--bars"])
    #expect(without.status == 1)
    #expect(without.messages.contains("bars need the values that could be chosen"))
    #expect(try Program.run(call + ["--picture", "a.png"]).status == 64)
    #expect(try Program.run(call + ["--bars", "--format", "csv"]).status == 64)
  }

  @Test func tellsWhyAnswersAreMissing() throws {
    let study = try Study(instrument: Study.short)
    // One person skips the second question, another prefers not to answer it; both finish.
    for answer in ["skip", "s", "2"] {
      let answered = try study.attune("run", input: "\n\n1\n3\n\(answer)\n3\n\n2\n")
      #expect(answered.status == 0, "\(answered.output)")
    }
    let run = try study.attune("describe", "--format", "csv", "--table", "missing")
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.output == "item,reason,n_missing\nheard,skipped,1\nheard,prefer_not_to_say,1\n")
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
