import AttuneTestSupport
import Foundation
import Testing

/// Tables of counts from the command line; the numbers are held in the statistics.
@Suite struct CrosstabTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A file of people written for one test.
  private func file(_ text: String) throws -> String {
    try scratch.write(text, to: "\(UUID()).csv")
  }

  private func people(_ cells: [(String, String, Int)], _ header: String = "team,helped")
    throws -> String
  {
    try file(
      header + "\n" + cells.map { String(repeating: "\($0.0),\($0.1)\n", count: $0.2) }.joined())
  }

  private static let fourfold: [(String, String, Int)] = [
    ("north", "yes", 12), ("north", "no", 5), ("south", "yes", 7), ("south", "no", 20),
    ("south", "", 2),
  ]

  // R 4.2.2: fisher.test(matrix(c(12, 7, 5, 20), 2)): p = .0052; chi-square 8.488.
  @Test func answersOfTwoByTwo() throws {
    let run = try Program.run([
      "crosstab", try people(Self.fourfold), "team", "helped", "--event", "yes",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    for part in [
      "'team' by 'helped'", "46 cases, 44 used, 2 left out", "without 'helped' 2",
      "Percent of each row",
      "Chi-square test of independence", "Fisher's exact test", "Difference of proportions",
      "Odds ratio",
      "Cramér's V",
      "In words: of 'north' 12 of 17 people (71 in 100) gave 'yes' to 'helped', of 'south' 7 of 27",
      "That is 45 in 100 more of 'north'",
    ] {
      #expect(words.contains(part), "\(part)")
    }
  }

  /// The JSON's names are a promise.
  @Test func namesItsColumnsForPrograms() throws {
    let path = try people(Self.fourfold)
    let run = try Program.run([
      "crosstab", path, "team", "helped", "--format", "json", "--test", "fisher,katz,ordinal",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let tables = try #require(json["tables"] as? [[String: Any]])
    #expect(
      tables.compactMap { $0["id"] as? String } == [
        "counts", "percent", "cells", "fisher", "conditional-odds-ratio", "katz", "ordinal",
      ])
    let counts = try #require(tables[0]["rows"] as? [[String: Any]])
    #expect(counts.count == 3)
    #expect(
      counts[0]["row"] as? String == "north" && counts[0]["n_yes"] as? Int == 12
        && counts[2]["n"] as? Int == 44)
    let cells = try #require(tables[2]["rows"] as? [[String: Any]])
    #expect(
      Set(cells[0].keys) == [
        "row", "column", "n", "row_percent", "column_percent", "total_percent", "expected",
        "adjusted_residual",
      ])
  }

  @Test func writesEveryFormat() throws {
    let path = try people(Self.fourfold)
    for format in ["text", "markdown", "html", "latex", "json"] {
      let run = try Program.run(["crosstab", path, "team", "helped", "--format", format])
      #expect(run.status == 0 && run.output.contains("north"), "\(format)")
    }
    let run = try Program.run([
      "crosstab", path, "team", "helped", "--format", "csv", "--table", "cells",
    ])
    #expect(run.output.hasPrefix("row,column,n,row_percent"))
  }

  /// With an instrument codes are explained, and what nobody chose has its column.
  @Test func knowsTheInstrument() throws {
    let path = "datasets/selfhelp_study/SIMULATED_selfhelp_study_responses.csv"
    let run = try Program.run([
      "crosstab", Program.root.appending(path: path).path(), "who", "mean1", "--instrument",
      Program.root.appending(path: "instruments/selfhelp.instrument").path(), "--test", "fisher",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("mean1: 1 \u{2013} Yes; 2 \u{2013} No; 3 \u{2013} Not sure."))
    #expect(words.contains("2 left out") && words.contains("SIMULATED"))
  }

  /// A study's exact small counts are for the team, and that is said.
  @Test func saysWhoseASmallNumberIs() throws {
    let study = try Study(instrument: Study.short)
    for answers in ["3\n2\n3", "1\n3\n1", "1\n1\n1"] {
      _ = try study.attune("run", input: "\n\n1\n\(answers)\n\n2\n")
    }
    let run = try study.attune("crosstab", "calm", "heard")
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ").replacing("  ", with: " ")
    #expect(words.contains("Do not pass these"))
    #expect(words.contains("Nobody is in '2' of 'calm', so that tests are without it"))
  }

  /// Each layer is a table of its own, and one without a test says why.
  @Test func keepsLayersApart() throws {
    let text =
      "site,team,helped\n"
      + [
        ("a", "n", "yes", 6), ("a", "n", "no", 3), ("a", "s", "yes", 2), ("a", "s", "no", 7),
        ("b", "n", "yes", 4),
      ]
      .map { String(repeating: "\($0.0),\($0.1),\($0.2)\n", count: $0.3) }.joined()
    let run = try Program.run(["crosstab", try file(text), "team", "helped", "--by", "site"])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("a: In words:"))
    #expect(
      words.contains(
        "Fisher's exact test of 'b' is not available"))
  }

  /// An order by the alphabet is none.
  @Test func asksForTheOrderOfAnswers() throws {
    let path = try people(
      [
        ("a", "low", 5), ("a", "middle", 3), ("a", "high", 2), ("b", "low", 1), ("b", "middle", 4),
        ("b", "high", 6),
      ], "team,mood")
    let run = try Program.run(["crosstab", path, "team", "mood", "--test", "proportional-odds"])
    #expect(run.status == 1 && run.messages.contains("--columns"))
    let ordered = try Program.run([
      "crosstab", path, "team", "mood", "--test", "proportional-odds,trend,ordinal", "--columns",
      "low,middle,high",
    ])
    #expect(ordered.status == 0, "\(ordered.messages)")
    #expect(ordered.output.contains("compared with 'a'"))
    #expect(ordered.output.contains("scores 1, 2, 3"))
    let unknown = try Program.run(["crosstab", path, "team", "mood", "--columns", "low,hihg"])
    #expect(unknown.status == 1 && unknown.messages.contains("'hihg' is no category of 'mood'"))
  }

  @Test func findsIntervalsByDrawingPeopleAgain() throws {
    func effects(_ arguments: [String]) throws -> [[String: Any]] {
      let run = try Program.run(
        ["crosstab"] + arguments + ["--test", "resampled-effects", "--format", "json"])
      #expect(run.status == 0, "\(run.messages)")
      let json = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let tables = try #require(json["tables"] as? [[String: Any]])
      return try #require(
        tables.first { $0["id"] as? String == "resampled-effects" }?["rows"] as? [[String: Any]])
    }
    let two = [try people(Self.fourfold), "team", "helped", "--event", "yes"]
    let found = try effects(two + ["--resamples", "400"])
    #expect(
      found.compactMap { $0["effect"] as? String } == [
        "Cramér's V", "bias-corrected V", "phi", "gamma", "difference of proportions",
        "ratio of proportions", "odds ratio",
      ])
    let odds = try #require(found.last)
    let ratio = 12.0 / 5 * 20 / 7
    #expect(odds["estimate"] as? Double == ratio)
    let limits = ["bca_low", "bca_high", "percentile_low", "percentile_high"]
    #expect(limits.allSatisfy { odds[$0] is Double })
    func low(_ rows: [[String: Any]]) throws -> Double {
      try #require(rows.last?["bca_low"] as? Double)
    }
    let again = try effects(two + ["--resamples", "400"])
    #expect(try low(again) == low(found))
    let other = try effects(two + ["--resamples", "400", "--seed", "2"])
    #expect(try low(other) != low(found))

    // Answers by name have no order until somebody gives one.
    let three = try people(
      [("north", "low", 9), ("north", "high", 4), ("south", "middle", 6), ("south", "low", 3)])
    let plain = try effects([three, "team", "helped", "--resamples", "400"])
    #expect(plain.count == 2)
    let ordered = try effects([
      three, "team", "helped", "--columns", "low,middle,high", "--resamples", "400",
    ])
    #expect(ordered.count == 6)

    let none = try Program.run(["crosstab"] + two + ["--resamples", "0"])
    #expect(none.status == 64 && none.messages.contains("'--resamples 0' is none."))
  }

  @Test func drawsFromLargeTablesAloud() throws {
    var rows: [(String, String, Int)] = []
    for i in 0..<6 { for j in 0..<8 { rows.append(("r\(i)", "c\(j)", 4 + (i * 3 + j * 5) % 7)) } }
    let path = try people(rows, "x,y")
    let arguments = [
      "crosstab", path, "x", "y", "--test", "fisher", "--draws", "2000", "--seed", "5",
    ]
    let run = try Program.run(arguments)
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("2000 tables drawn, seed 5"))
    #expect(words.contains("too many tables with these margins"))
  }

  @Test func saysWhatCannotBe() throws {
    let path = try people(Self.fourfold)
    for (arguments, words, status) in [
      (["team", "team"], "one is named twice", Int32(64)), (["team", "nothing"], "nothing", 1),
      (["team", "helped", "--test", "tau"], "'tau' is none of chi-square", 64),
      (["team", "helped", "--level", "2"], "not between 0 and 1", 64),
      (["team", "helped", "--scores", "1,2"], "belongs to --test trend", 64),
    ] {
      let run = try Program.run(["crosstab", path] + arguments)
      #expect(run.status == status && run.messages.contains(words), "\(arguments): \(run.messages)")
    }
    let nobody = try file("a,b\n1,\n,2\n")
    let run = try Program.run(["crosstab", nobody, "a", "b"])
    #expect(run.status == 1 && run.messages.contains("nobody has an answer to both 'a' and 'b'"))
    // One answer only: the counts are shown, and why there is no test.
    let same = try Program.run(["crosstab", try people([("n", "yes", 3)]), "team", "helped"])
    #expect(same.status == 0)
    #expect(
      same.output.replacing("\n", with: " ").contains(
        "is not available because 'team' is the same for everyone"))
  }

  /// A real SPSS file: its words are the categories, and what it calls missing is counted.
  @Test func anSPSSFileTellsItsLabelsAndReasons() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sav-\(UUID().uuidString)")
    let export = try Program.run([
      "export", "datasets/keep_study/SIMULATED_keep_study_responses.csv", "--instrument",
      "instruments/keep.instrument", "--format", "sav", "--output", folder.path(),
    ])
    #expect(export.status == 0, "\(export.messages)")
    let file = folder.appending(path: "responses.sav").path()
    let run = try Program.run(["crosstab", file, "rel1", "prio1", "--test", "ordinal"])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.split { $0.isWhitespace }.joined(separator: " ")
    for part in [
      "48 cases, 45 used, 3 left out because a value is missing (listwise): without 'rel1' 1, 'prio1' 2.",
      "Disagree a lot Disagree a lot",
      "'rel1': 1 answer is missing by what the file says: -98 (prefer not to say): 1.",
      "'prio1': 2 answers are missing by what the file says: -98 (prefer not to say): 1; "
        + "-96 (does not apply): 1.",
      "SIMULATED - not real people",
    ] { #expect(words.contains(part), "\(part)") }
    // The counts are those of the CSV that it came from.
    let own = try Program.run([
      "crosstab", "datasets/keep_study/SIMULATED_keep_study_responses.csv", "rel1", "prio1",
      "--test", "ordinal", "--format", "csv", "--table", "ordinal",
    ])
    let other = try Program.run([
      "crosstab", file, "rel1", "prio1", "--test", "ordinal", "--format", "csv", "--table",
      "ordinal",
    ])
    #expect(own.output == other.output && own.output.contains("gamma"))
    let groups = try Program.run([
      "compare", file, "rel2", "--by", "rel1", "--test", "dunn",
    ])
    #expect(groups.output.contains("Agree a little"))
    let described = try Program.run([
      "describe", file, "--items", "rel1,rel2", "--format", "csv", "--table", "missing",
    ])
    #expect(
      described.output.contains(",rel2,prefer not to say (-98),1\n")
        && described.output.contains(",rel2,does not apply (-96),3\n"), "\(described.output)")
    // A category is called by its words or by its code.
    let gaps = try ["4,2", "Agree a little,Disagree a little"].map {
      try Program.run([
        "compare", file, "rel2", "--by", "rel1", "--groups", $0, "--format", "csv", "--table",
        "hedges-g",
      ]).output
    }
    #expect(gaps[0] == gaps[1] && gaps[0].contains("rel2"))
    let some = try Program.run([
      "crosstab", file, "rel1", "prio1", "--rows", "5,1", "--columns", "5,1", "--event", "1",
      "--test", "newcombe",
    ])
    #expect(some.output.contains("'Disagree a lot' of 'prio1'"), "\(some.output)")
  }
}
