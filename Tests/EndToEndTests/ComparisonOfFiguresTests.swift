import AttuneTestSupport
import Foundation
import Testing

/// Comparing two groups by published figures, one score with a value, and Bayes factors, from the
/// command line; the numbers are held in the statistics.
@Suite struct ComparisonOfFiguresTests {
  private static func data(_ name: String) -> String {
    Golden.file("statistics/data/\(name).csv")
  }

  private static func values(_ table: String, of output: String) throws -> [String: Double] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    let tables = try #require(object?["tables"] as? [[String: Any]])
    let found = try #require(tables.first { $0["id"] as? String == table }, "\(table)")
    let row = try #require((found["rows"] as? [[String: Any]])?.first)
    return row.compactMapValues { $0 as? Double }
  }

  // R 4.2.2 of ToothGrowth: n, mean and SD of len by supp.
  private static let figures = [
    "OJ,30,20.663333333333334,6.6055610", "VC,30,16.963333333333335,8.2660287",
  ]

  @Test func bothEntrancesAgreeToTheLastDigit() throws {
    let tests = "welch-t-test,student-t-test,effects,bayes-factor"
    let more = [
      "--test", tests, "--equivalence", "4", "--non-inferiority", "3", "--format", "json",
    ]
    let fromData = try Program.run(
      ["compare", Self.data("ToothGrowth"), "len", "--by", "supp"] + more)
    let groups =
      try JSONSerialization.jsonObject(with: Data(fromData.output.utf8)) as? [String: Any]
    let table = try #require((groups?["tables"] as? [[String: Any]])?.first)
    // The figures at full precision, as the first run gives them.
    let figures = try #require(table["rows"] as? [[String: Any]]).map { row in
      "\(row["group"] ?? ""),\(row["n"] ?? ""),\(row["mean"] ?? ""),\(row["std_dev"] ?? "")"
    }
    let fromFigures = try Program.run(["compare", "--summaries"] + figures + more)
    #expect(fromFigures.status == 0, "\(fromFigures.messages)")
    for id in [
      "welch-t-test", "hedges-g", "student-t-test", "standardised-differences", "bayes-factor",
      "equivalence-test", "non-inferiority-test",
    ] {
      #expect(
        try Self.values(id, of: fromData.output) == Self.values(id, of: fromFigures.output), "\(id)"
      )
    }
  }

  // R 4.2.2 t.test(len ~ supp): t(55.31) = 1.92, p = .061; effectsize 0.8.3: g = 0.49.
  @Test func comparesPublishedFigures() throws {
    let run = try Program.run(["compare", "--summaries"] + Self.figures + ["--smallest", "8"])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    for word in ["1.92", "55.31", ".061", "Hedges' g", "lies below the smallest difference"] {
      #expect(words.contains(word), "\(word)")
    }
    #expect(!words.contains("Of one person from each"))
  }

  @Test(arguments: [
    (["a,24,3.1,-0.8", "b,31,2.7,0.9"], "a standard deviation is not below 0"),
    (["a,1,3.1,0.8", "b,31,2.7,0.9"], "at least 2 people"),
    (["a,24.5,3.1,0.8", "b,31,2.7,0.9"], "'24.5' is not a number of people"),
    (["a,24,three,0.8", "b,31,2.7,0.9"], "the mean 'three' is not a number"),
    (["a,24,3.1,nan", "b,31,2.7,0.9"], "the standard deviation 'nan' is not a number"),
    (["a,24,3.1", "b,31,2.7,0.9"], "is not NAME,N,MEAN,SD"),
    ([",24,3.1,0.8", "b,31,2.7,0.9"], "no name"),
    (["a,24,3.1,0.8", "a,31,2.7,0.9"], "Both groups are called 'a'"),
    (["a,24,3.1,0.8"], "takes two groups"),
    (["a,24,3.1,0.8", "b,31,2.7,0.9", "c,31,2.7,0.9"], "takes two groups"),
    (["a,24,3.1,0.8", "b,31,2.7,0.9", "--by", "g"], "leave out --by"),
    (["a,24,3.1,0.8", "b,31,2.7,0.9", "--dots"], "knows the figures"),
    (["a,24,3.1,0.8", "b,31,2.7,0.9", "--test", "mann-whitney"], "needs each person's score"),
    (["a,24,3.1,0.8", "b,31,2.7,0.9", "--prior-scale", "1"], "belongs to --test bayes-factor"),
    (
      ["a,24,3.1,0.8", "b,31,2.7,0.9", "--test", "bayes-factor", "--prior-scale", "0"],
      "is not above 0"
    ),
  ])
  func saysWhichFigureCannotBe(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", "--summaries"] + arguments)
    #expect(run.status == 64)
    #expect(run.messages.contains(words), "\(run.messages)")
    #expect(run.output.isEmpty)
  }

  @Test func saysWhyFiguresHaveNoTest() throws {
    let run = try Program.run(["compare", "--summaries", "a,24,3.1,0", "b,31,2.7,0"])
    #expect(run.status == 1)
    #expect(run.messages.contains("the same for everyone"), "\(run.messages)")
  }

  // R 4.2.2 BayesFactor 0.9.12-4.4: ttestBF(pre, post, paired = TRUE): BF10 = 67904.65.
  @Test func weighsPairsAgainstNoDifference() throws {
    let run = try Program.run([
      "compare", Self.data("prepost"), "pre", "post", "--paired", "--test", "bayes-factor",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("67904.65 times as likely under a difference with this prior"))
    #expect(words.contains("no probability that either is true"))
  }

  // R 4.2.2: t.test(extra, mu = 0) of sleep: t(19) = 3.41, p = .003; BayesFactor 0.9.12-4.4, r = 1: 13.51.
  @Test func holdsAScoreAgainstAValue() throws {
    let run = try Program.run(["compare", Self.data("sleep"), "extra", "--against", "0"])
    #expect(run.status == 0, "\(run.messages)")
    for word in ["One-sample t-test", "3.41", ".003", "Wilcoxon signed-rank test", "Sign test"] {
      #expect(run.output.contains(word), "\(word)")
    }
    let wider = try Program.run([
      "compare", Self.data("sleep"), "extra", "--against", "0", "--test", "bayes-factor",
      "--prior-scale", "1", "--format", "json",
    ])
    let found = try Self.values("bayes-factor", of: wider.output)
    #expect(found["prior_scale"] == 1)
    #expect(deviation(found["bf10"] ?? 0, from: 13.510141) < 1e-7)
    #expect(wider.output.contains("prior-scale"))
  }

  @Test(arguments: [
    (["extra", "--against", "0", "--by", "group"], "ask different questions"),
    (["extra", "--against", "0", "--test", "welch-t-test"], "is not for --against"),
    (["extra", "--against", "0", "--dots"], "has tests of its own"),
    (["extra", "--by", "group", "--test", "one-sample-t-test"], "say --against"),
  ])
  func saysWhatDoesNotGoWithAValue(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", Self.data("sleep")] + arguments)
    #expect(run.status != 0)
    #expect(run.messages.contains(words), "\(run.messages)")
  }
}
