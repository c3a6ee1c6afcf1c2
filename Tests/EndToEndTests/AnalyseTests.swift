import Foundation
import Testing

/// Scores and planned analyses, as a team meets them.
@Suite struct AnalyseTests {
  private func answers(_ set: String, _ instrument: String) -> [String] {
    let start = Program.root.appending(path: "datasets/\(set)/SIMULATED_\(set)").path()
    return [
      "\(start)_responses.csv", "--instrument",
      Program.root.appending(path: "instruments/\(instrument).instrument").path(),
    ]
  }

  private func reasons(_ set: String) -> [String] {
    let start = Program.root.appending(path: "datasets/\(set)/SIMULATED_\(set)").path()
    return ["--reasons", "\(start)_reasons.csv"]
  }

  private func rows(
    _ arguments: [String], of table: String
  ) throws -> [[String: Any]] {
    let outcome = try Program.run(arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.messages)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let tables = try #require(object["tables"] as? [[String: Any]])
    return try #require(
      tables.first { $0["id"] as? String == table }?["rows"] as? [[String: Any]])
  }

  /// What the plans say is what `compare` and `correlate` say for the same question.
  @Test func plansAndCommandsGiveTheSameNumbers() throws {
    let data = answers("keep_study", "keep")
    let planned = try rows(["analyse"] + data + reasons("keep_study"), of: "tests")
    let compared = try rows(
      ["compare"] + data.prefix(1) + ["rel", "prio", "med", "prac", "--by", "contact"]
        + data.dropFirst(), of: "welch-t-test")
    for (plan, row) in zip(["kp1", "kp2", "kp3", "kp4"], compared) {
      let found = try #require(planned.first { $0["plan"] as? String == plan })
      for column in ["estimate", "conf_low", "conf_high", "p_value"] {
        #expect(found[column] as? Double == row[column] as? Double, "\(plan) \(column)")
      }
    }
    let correlated = try rows(
      ["correlate"] + data.prefix(1) + ["rel", "open"] + data.dropFirst(), of: "correlations")
    let ks2 = try #require(planned.first { $0["plan"] as? String == "ks2" })
    for column in ["estimate", "conf_low", "conf_high", "p_value"] {
      #expect(ks2[column] as? Double == correlated[0][column] as? Double, "ks2 \(column)")
    }
  }

  @Test func bothSpellingsRunThePlans() throws {
    let british = try Program.run(["analyse"] + answers("alongside_study", "alongside"))
    let american = try Program.run(["analyze"] + answers("alongside_study", "alongside"))
    #expect(british.status == 0, "\(british.messages)")
    #expect(british.output == american.output)
    #expect(british.output.contains("SIMULATED"))
    #expect(british.output.contains("not yet reviewed with people with lived experience"))
  }

  /// A plan's comparison within people is the one that the command makes.
  @Test(arguments: [
    ("resp, heard, flex", "Friedman", "friedman-effect", "friedman"),
    ("resp, heard", "paired t", "paired-t-test", "paired-t-test"),
  ])
  func comparesWithinPeopleAsTheCommandDoes(
    scores: String, test: String, table: String, testTable: String
  ) throws {
    let scratch = try ScratchFolder()
    let data = answers("alongside_study", "alongside")
    let text = try String(contentsOfFile: data[2], encoding: .utf8)
      .replacing(
        "within person: resp, heard, indiv, safe, plan, flex, join, long",
        with: "within person: \(scores)"
      )
      .replacing("test: Friedman", with: "test: \(test)")
    let instrument = try scratch.write(text, to: "alongside.instrument")
    let file = [data[0], "--instrument", instrument]
    let planned = try rows(["analyse"] + file, of: "tests")
    let found = try #require(planned.first { $0["plan"] as? String == "ap2" })
    let within = ["compare"] + file + ["--within", scores.replacing(" ", with: "")]
    let effect = try rows(within, of: table)
    #expect(found["estimate"] as? Double == effect[0]["estimate"] as? Double)
    #expect(
      found["p_value"] as? Double == (try rows(within, of: testTable))[0]["p_value"] as? Double)
    #expect(found["estimate"] as? Double != nil)
    if test == "paired t" {
      let words = try Program.run(["analyse"] + file).output
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("Test: Paired t-test.") && words.contains("; dz 0."))
      #expect(words.contains("; d_av 0."))
    }
  }

  @Test func scoresSayHowManyAnsweredAndWhyNone() throws {
    let arguments =
      ["score"] + answers("keep_study", "keep").prefix(1) + ["med", "hosp"]
      + answers("keep_study", "keep").dropFirst() + reasons("keep_study")
    let scores = try rows(arguments, of: "scores")
    #expect(scores.count == 48)
    let absent = scores.filter { $0["med"] is [String: Any] }
    #expect(!absent.isEmpty)
    for row in absent {
      let why = try #require(row["med_absent"] as? String)
      #expect(why.contains("of at least 4 answered"))
      #expect((row["med_n"] as? Int ?? 9) < 4)
    }
    #expect(scores.contains { ($0["hosp_absent"] as? String ?? "").contains("5 not_chosen") })
  }

  /// The scores are those of a hand-worked sum over the file: `rel` with two items reversed.
  @Test func scoresAreMeansOfTheRightWayRound() throws {
    let data = answers("keep_study", "keep")
    let scores = try rows(["score"] + data.prefix(1) + ["rel"] + data.dropFirst(), of: "scores")
    let lines = try String(contentsOfFile: data[0], encoding: .utf8).split(separator: "\n")
    let header = lines[0].split(separator: ",").map(String.init)
    for (row, line) in zip(scores, lines.dropFirst()) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let values = (1...6).compactMap { number -> Double? in
        let place = header.firstIndex(of: "rel\(number)") ?? 0
        return Double(fields[place]).map { number >= 5 ? 6 - $0 : $0 }
      }
      guard values.count >= 4 else {
        #expect(row["rel"] is [String: Any])
        continue
      }
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs((row["rel"] as? Double ?? .nan) - mean) < 1e-12)
    }
  }

  @Test func formsAreNeverPooled() throws {
    let data = answers("keep_study", "keep")
    let scratch = try ScratchFolder()
    let text = try String(contentsOfFile: data[0], encoding: .utf8)
      .replacing("\n1,full,", with: "\n1,short,").replacing("\n2,full,", with: "\n2,short,")
    let file = try scratch.write(text, to: "mixed.csv")
    let full = try Program.run(["score", file] + data.dropFirst() + ["--format", "json"])
    #expect(full.output.contains("2 people answered another form; forms are never mixed."))
    #expect(full.output.contains("\"cases\": 46"))
    let short = try Program.run(
      ["score", file] + data.dropFirst() + ["--form", "short", "--format", "json"])
    #expect(short.output.contains("\"cases\": 2"))
  }

  @Test func saysWhatIsMissing() throws {
    let data = answers("keep_study", "keep")
    let bare = try Program.run(["analyse", data[0]])
    #expect(bare.status == 1)
    #expect(bare.messages.contains("a file of answers needs its instrument"))
    let other = try Program.run(
      ["score", data[0], "nobody"] + data.dropFirst())
    #expect(other.status == 1)
    #expect(other.messages.contains("has no construct called 'nobody'"))
    let wrong = try Program.run(["score"] + data + ["--reasons", data[0]])
    #expect(wrong.status == 1)
    #expect(wrong.messages.contains("as a reason; there is not_chosen"))
  }
}
