import Foundation
import Testing

/// The numbers that the command gives, from a study and from files.
@Suite struct ResultsTests {
  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func rows(_ results: [String: Any], of table: String) throws -> [[String: Any]] {
    let tables = try #require(results["tables"] as? [[String: Any]])
    let found = try #require(tables.first { $0["id"] as? String == table })
    return try #require(found["rows"] as? [[String: Any]])
  }

  private func isNear(_ value: Any?, _ expected: Double) -> Bool {
    guard let value = value as? Double else { return false }
    return abs(value - expected) <= 1e-10 * abs(expected)
  }

  private let golden = Program.root.appending(path: "Tests/Golden/statistics/data").path()

  // R 4.2.2, psych 2.2.9: alpha(attitude), $total$raw_alpha and $feldt; values of
  // Tests/Golden/statistics/alpha.csv.
  @Test func alphaOfAFileIsRs() throws {
    let results = try json(
      Program.run(["reliability", "\(golden)/attitude.csv", "--items", "*", "--format", "json"]))
    let row = try #require(try rows(results, of: "reliability").first)
    #expect(isNear(row["estimate"], 0.8431427695647599))
    #expect(isNear(row["conf_low"], 0.7393756856431073))
    #expect(row["n"] as? Int == 30)
    let source = try #require(results["source"] as? [String: Any])
    let sum = try Program.run(
      ["-c", "sha256sum '\(golden)/attitude.csv' | cut -d' ' -f1"], of: "/bin/bash")
    #expect(source["sha256"] as? String == sum.output.trimmingCharacters(in: .newlines))
  }

  // R 4.2.2: t.test(extra ~ group, data = sleep); Student (1908), Cushny and Peebles' data.
  @Test func welchOfAFileIsRs() throws {
    let results = try json(
      Program.run(["compare", "\(golden)/sleep.csv", "extra", "--by", "group", "--format", "json"]))
    let row = try #require(try rows(results, of: "welch-t-test").first)
    #expect(isNear(row["statistic"], -1.8608134674868531))
    #expect(isNear(row["df"], 17.776473516178498))
    #expect(isNear(row["p_value"], 0.079394140187358173))
    #expect(isNear(row["conf_low"], -3.3654832307117104))
  }

  @Test func readsStandardInput() throws {
    let text = try String(contentsOfFile: "\(golden)/attitude.csv", encoding: .utf8)
    let fromPipe = try json(
      Program.run(["reliability", "-", "--items", "*", "--format", "json"], input: text))
    #expect(isNear(try rows(fromPipe, of: "reliability").first?["estimate"], 0.8431427695647599))
  }

  /// A study's own results, those of its export with the instrument, and those of its export by
  /// columns are the same numbers.
  @Test func aStudyAndItsExportAgree() throws {
    let study = try Study()
    let answers = Program.root.appending(path: "datasets/keep_demo/answers")
    for number in 1...12 {
      let name = "made_up_" + (number < 10 ? "0\(number)" : "\(number)") + ".txt"
      let typed = try String(contentsOf: answers.appending(path: name), encoding: .utf8)
      let asked = try study.attune("try", input: typed)
      #expect(asked.status == 0, "\(name): \(asked.messages)")
    }
    _ = try study.attune("export", "--practice")
    let file = study.path + "/exports/responses.csv"
    let instrument = ["--instrument", "instruments/keep.instrument"]
    let json = ["--format", "json"]

    let own = try self.json(
      Program.run(["reliability", study.path, "rel", "--practice"] + json))
    let withInstrument = try self.json(
      Program.run(["reliability", file, "rel"] + instrument + json))
    let byColumns = try self.json(
      Program.run(
        [
          "reliability", file, "--scale", "rel=rel1,rel2,rel3,rel4,rel5-,rel6-", "--range", "1..5",
        ] + json))
    for table in ["reliability", "items"] {
      let expected = try rows(own, of: table) as NSArray
      #expect(expected.count == (table == "items" ? 6 : 1))
      #expect(try rows(withInstrument, of: table) as NSArray == expected)
      #expect(try rows(byColumns, of: table) as NSArray == expected)
    }

    let compared = try self.json(
      Program.run(
        ["compare", study.path, "rel", "want", "--by", "contact", "--practice"] + json))
    let fromFile = try self.json(
      Program.run(["compare", file, "rel", "want", "--by", "contact"] + instrument + json))
    for table in ["groups", "welch-t-test", "hedges-g"] {
      let (left, right) = (try rows(compared, of: table), try rows(fromFile, of: table))
      #expect(left as NSArray == right as NSArray)
    }
    let cautions = try #require(compared["cautions"] as? [[String: Any]])
    #expect(cautions.contains { $0["id"] as? String == "practice" })
  }

  @Test func theStatusStandsOnEveryTable() throws {
    let study = try Study(instrument: Study.short)
    for answers in ["3\n2\n3", "1\n1\n2", "2\n2\n3"] {
      _ = try study.attune("run", input: "\n\n1\n\(answers)\n\n2\n")
    }
    let results = try json(study.attune("reliability", "--format", "json"))
    let tables = try #require(results["tables"] as? [[String: Any]])
    #expect(tables.count >= 2)
    for table in tables {
      let notes = try #require(table["notes"] as? [String])
      #expect(notes.contains { $0.contains("draft, unvalidated; not yet reviewed") })
    }
    let text = try study.attune("reliability").output
    #expect(text.contains("ease, Ease: higher means more at ease."))
  }
}
