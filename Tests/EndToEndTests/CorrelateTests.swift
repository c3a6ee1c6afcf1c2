import AttuneTestSupport
import Foundation
import Testing

@Suite struct CorrelateTests {
  // R 4.2.2: cor.test(mpg, wt).
  @Test(arguments: [
    ("pearson", "-0.8676593765172"), ("spearman", "-0.886422033270"),
    ("kendall", "-0.72783214952"),
  ])
  func agreesWithR(method: String, estimate: String) throws {
    let run = try Self.correlate("mtcars", "mpg", "wt", "--method", method, "--format", "csv")
    #expect(run.status == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n")
    #expect(lines[0].hasPrefix("first,second,n,estimate,conf_low,conf_high,statistic,df,p_value"))
    #expect(lines[1].hasPrefix("mpg,wt,32,\(estimate)"), "\(lines[1])")
  }

  @Test func showsTheSquareOfSeveralAndAdjustsTheirTests() throws {
    let run = try Self.correlate("likert_clean", "A1..A4", "--method", "kendall")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Kendall's tau-b, all pairs"))
    #expect(run.output.contains("p Holm: for 6 tests together (Holm 1979)."))
    let square = try Self.correlate(
      "likert_clean", "A1..A4", "--table", "matrix", "--format", "csv")
    #expect(square.output.hasPrefix("column,A1,A2,A3,A4\nA1,1"))
    let one = try Self.correlate("likert_clean", "A1", "A2")
    #expect(!one.output.contains("Holm") && !one.output.contains("all pairs"))
  }

  /// Each pair has more people than all columns together.
  @Test func leavesOutPeopleForAllPairsOrForEach() throws {
    let all = try Self.correlate("likert_missing", "A1", "A2", "A3", "--format", "json")
    #expect(all.output.contains("left out because a value is missing (listwise)."))
    let counts = { (output: String) in
      output.matches(of: /"second": "A\d", "n": (\d+)/).compactMap { Int($0.output.1) }
    }
    #expect(Set(counts(all.output)).count == 1)
    let each = try Self.correlate(
      "likert_missing", "A1", "A2", "A3", "--pairwise", "--format", "json")
    #expect(each.output.contains("for each pair those that have both scores (pairwise)."))
    #expect(try #require(counts(each.output).min()) > counts(all.output)[0])
  }

  @Test func findsPolychoricCorrelationsAndSaysWhereThereIsNone() throws {
    let run = try Self.correlate("binary", "T1", "T2", "T8", "--method", "polychoric")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("empty cells"))
    #expect(
      run.output.replacing("\n", with: " ").contains("--empty-cells half moves half a person in"))
    let half = try Self.correlate(
      "binary", "T2", "T8", "--method", "polychoric", "--empty-cells", "half")
    #expect(half.status == 0)
    #expect(half.output.replacing("\n", with: " ").contains("leans on few"))
  }

  /// Each pair of columns has other people, and each pair says something else.
  @Test func saysWherePairsContradictOneAnotherAndSmooths() throws {
    let scratch = try ScratchFolder()
    let noise = [0, 1, 0, 2, 1]
    var lines = ["a,b,c"]
    for index in 1...30 {
      let near = index + noise[index % 5]
      lines += ["\(index),\(near),", "\(index),,\(near)", ",\(index),\(-near)"]
    }
    let data = try scratch.write(lines.joined(separator: "\n") + "\n", to: "apart.csv")
    let plain = ["correlate", data, "a", "b", "c", "--method", "pearson", "--pairwise"]
    let run = try Program.run(plain)
    #expect(run.status == 0, "\(run.messages)")
    #expect(
      run.output.replacing("\n", with: " ")
        .contains("a factor analysis needs them smoothed first (--smooth)."))
    #expect(!run.output.contains("smoothed\n"))
    let smooth = try Program.run(plain + ["--smooth"])
    #expect(smooth.output.contains("Pearson's correlation, smoothed"))
    // Without a contradiction there is nothing to smooth.
    let fine = try Self.correlate("mtcars", "mpg", "wt", "hp", "--smooth")
    #expect(!fine.output.contains("smoothed"))
  }

  @Test func pairsTheScoreWithEachOfTheOthers() throws {
    let run = try Self.correlate(
      "mtcars", "mpg", "cyl", "am", "--method", "polyserial", "--format", "csv")
    #expect(run.status == 0, "\(run.messages)")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("mpg,cyl,32,-0.96953655"))
    let turned = try Self.correlate("mtcars", "cyl", "mpg", "--method", "polyserial")
    #expect(turned.status == 0)
    let many = try Self.correlate("likert_clean", "A1", "id", "--method", "polyserial")
    #expect(many.messages.contains("'id' has 300 different values"))
  }

  @Test func drawsTheSameResamplesForTheSameSeed() throws {
    let more = ["--interval", "percentile", "--resamples", "200", "--seed"]
    let runs = try ["4", "4", "5"].map {
      try Self.correlate("mtcars", ["mpg", "wt"] + more + [$0])
    }
    #expect(runs[0].output.contains("Percentile bootstrap interval, 95 %, 200 resamples, seed 4"))
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output != runs[2].output)
  }

  @Test func readsConstructsAndItemsOfAnInstrument() throws {
    let scratch = try ScratchFolder()
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    let data = try scratch.write(
      "calm,heard,safe\n1,2,1\n3,3,3\n2,1,2\n1,1,1\n2,2,3\n,1,1\n", to: "a.csv")
    let run = try Program.run([
      "correlate", data, "ease", "calm", "--instrument", instrument,
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("6 cases, 5 used, 1 left out"))
    #expect(run.output.contains("ease, Ease: higher means more at ease."))
    #expect(run.output.contains("exact, over all orders of the ranks, ties kept"))
    let unknown = try Program.run(["correlate", data, "eas", "calm", "--instrument", instrument])
    #expect(unknown.messages.contains("Did you mean 'ease'?"))
  }

  /// What people answered in a study is what the same answers in a file are.
  @Test func aStudyAndAFileAgree() throws {
    let study = try Study(instrument: Study.short)
    let answers = [[3, 2, 3], [1, 1, 2], [2, 3, 3], [1, 2, 1]]
    for person in answers {
      let typed = person.map(String.init).joined(separator: "\n")
      _ = try study.attune("run", input: "\n\n1\n\(typed)\n\n2\n")
    }
    let lines = answers.map { $0.map(String.init).joined(separator: ",") }
    let file = try study.scratch.write(
      "calm,heard,safe\n" + lines.joined(separator: "\n") + "\n", to: "same.csv")
    let instrument = ["--instrument", study.scratch.path("asked.instrument"), "--format", "csv"]
    for command in [
      ["correlate", "ease", "calm", "--method", "pearson"],
      ["agreement", "--items", "calm,safe", "--method", "weighted-kappa", "--table", "kappa"],
    ] {
      let more = Array(command.dropFirst())
      let own = try Program.run([command[0], study.path] + more + ["--format", "csv"])
      let other = try Program.run([command[0], file] + more + instrument)
      #expect(own.status == 0, "\(own.messages)")
      #expect(own.output == other.output)
      #expect(own.output.split(separator: "\n").count > 1)
    }
  }

  @Test func saysWhyThereIsNoNumber() throws {
    let scratch = try ScratchFolder()
    let data = try scratch.write("a,b,c\n1,2,\n1,3,\n1,5,\n", to: "a.csv")
    let constant = try Program.run(["correlate", data, "a", "b"])
    #expect(constant.status == 1)
    #expect(constant.messages.contains("not available because 'a' is the same for everyone."))
    let missing = try Program.run(["correlate", data, "b", "c", "--method", "pearson"])
    #expect(missing.messages.contains("at least 2 complete cases are needed and there are 0"))
    for run in [constant, missing] { #expect(run.output.isEmpty) }
  }

  @Test(
    arguments: [
      (["mpg"], 1, "a correlation is of two columns, and one is named"),
      (["mpg", "wt-"], 1, "correlate takes 'wt' as it is"),
      (["mpg", "wgt"], 1, "there is no column 'wgt'; did you mean 'wt'?"),
      (["mpg", "car"], 1, "'Mazda RX4' in column 'car' is not a number"),
      (["mpg", "mpg"], 64, "'mpg' is named twice."),
      (["mpg", "wt", "--level", "0"], 64, "is not between 0 and 1"),
      (["mpg", "wt", "--resamples", "500"], 64, "belongs to --interval percentile or bca"),
      (
        ["mpg", "am", "--method", "polyserial", "--interval", "bca"], 64,
        "'--interval bca' is not for polyserial."
      ),
      (["mpg", "am", "--empty-cells", "half"], 64, "belongs to --method polychoric"),
    ] as [([String], Int32, String)])
  func saysWhatIsWrong(arguments: [String], status: Int32, words: String) throws {
    let run = try Self.correlate("mtcars", arguments)
    #expect(run.status == status)
    #expect(run.messages.contains(words), "\(run.messages)")
  }

  private static func correlate(
    _ dataset: String, _ arguments: String...
  ) throws -> Program.Outcome {
    try correlate(dataset, arguments)
  }

  private static func correlate(
    _ dataset: String, _ arguments: [String]
  ) throws -> Program.Outcome {
    try Program.run(["correlate", Golden.file("statistics/data/\(dataset).csv")] + arguments)
  }
}
