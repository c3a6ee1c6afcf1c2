import AttuneTestSupport
import Foundation
import Testing

/// What comparisons say to people who do not read tables of tests; figures by R 4.2.2.
@Suite struct PlainWordsTests {
  private static func data(_ name: String) -> String {
    Golden.file("statistics/data/\(name).csv")
  }

  /// The output in one line.
  private func said(_ arguments: [String]) throws -> String {
    let run = try Program.run(arguments)
    #expect(run.status == 0, "\(run.messages)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func crossed(_ counts: [(row: String, column: String, count: Int)]) throws -> String {
    let scratch = try ScratchFolder()
    let lines = counts.flatMap { row, column, count in
      Array(repeating: "\(row),\(column)", count: count)
    }
    try scratch.write(
      (["team,helped"] + lines).joined(separator: "\n") + "\n", to: "counts.csv")
    return try said([
      "crosstab", scratch.path("counts.csv"), "team", "helped", "--event", "no",
    ])
  }

  /// t.test(mpg ~ am): -7.24, -11.28 to -3.21; TukeyHSD(aov(weight ~ group)): 0.865, 0.17 to 1.56.
  @Test(arguments: [
    (
      ["mtcars", "mpg", "--by", "am"],
      "'1' scores higher than '0' on average, by 7.24 (95 % interval of the difference: 3.21 to 11.28)."
    ),
    (
      ["PlantGrowth", "weight", "--by", "group", "--test", "one-way-anova"],
      """
      'trt2' scores higher than 'trt1' on average, by 0.87 (95 % interval of the difference: 0.17 to \
      1.56). Of the 2 other pairs these data leave open which scores higher.
      """
    ),
    (
      ["mtcars", "mpg", "--against", "15"],
      """
      people score higher than 15.00 on average, by 5.09 (95 % interval of the difference: 2.92 to \
      7.26).
      """
    ),
  ]) func namesTheHigherFirstAndTellsSizesWithoutSigns(arguments: [String], words: String) throws {
    let found = try said(["compare", Self.data(arguments[0])] + arguments.dropFirst())
    #expect(found.contains("In words: " + words), "\(found)")
  }

  /// t.test(len ~ supp): 3.70, -0.17 to 7.57; t.test(mpg, mu = 20): mean 20.09, 17.92 to 22.26.
  @Test(arguments: [
    (
      ["ToothGrowth", "len", "--by", "supp"],
      """
      these data leave open whether 'OJ' or 'VC' scores higher on average. Found: 'OJ' 3.70 higher; 95 % \
      interval: from 0.17 lower to 7.57 higher.
      """
    ),
    (
      ["mtcars", "mpg", "--against", "20"],
      """
      these data leave open whether people score above or below 20.00 on average. Found: the mean 0.09 \
      above; 95 % interval: from 2.08 below to 2.26 above.
      """
    ),
  ]) func saysWhatIsLeftOpenAndHowFar(arguments: [String], words: String) throws {
    let found = try said(["compare", Self.data(arguments[0])] + arguments.dropFirst())
    #expect(found.contains("In words: " + words), "\(found)")
  }

  /// t.test(drat ~ vs): p = .01285, by Holm of two scores .0257.
  @Test func doesNotCallClearWhatIsNotOfSeveralScores() throws {
    let call = ["--by", "vs", "--level", "0.98"]
    let correction =
      "Corrected for the 2 scores that are compared, this is no longer clear (Holm, p = .026)."
    let alone = try said(["compare", Self.data("mtcars"), "drat"] + call)
    #expect(alone.contains("scores higher than '0' on average") && !alone.contains("Corrected for"))
    let both = try said(["compare", Self.data("mtcars"), "drat", "gear"] + call)
    #expect(both.contains(correction), "\(both)")
    let plain = try said(
      ["compare", Self.data("mtcars"), "drat", "gear", "--adjust", "none"] + call)
    #expect(!plain.contains("Corrected for"))
  }

  /// anova(lm(len ~ supp * factor(dose))): supp p = .0002, supp:dose F = 4.107, p = .022.
  @Test func readsAnInteractionBeforeWhatItIsOf() throws {
    let found = try said([
      "compare", Self.data("ToothGrowth"), "len", "--by", "supp", "--and", "dose",
    ])
    let words = try #require(
      found.firstRange(of: "In words: the difference between the groups of 'supp' "))
    let rest = found[words.upperBound...]
    #expect(rest.hasPrefix("depends on 'dose' (p = .022"))
    #expect(
      rest.contains(
        "'OJ' scores higher than 'VC' on average (adjusted means 20.66 and 16.96; p < .001"))
    let covariate = try said([
      "compare", Self.data("mtcars"), "mpg", "--by", "am", "--covariate", "wt",
    ])
    #expect(covariate.contains("'wt' goes with the score (p < .001"))
    #expect(covariate.contains("these data leave open whether the groups of 'am' differ"))
  }

  /// cor.test(mpg, wt): -.87, -.93 to -.74; cor.test(drat, carb): -.09, -.43 to .27.
  @Test func tellsWhichWayScoresGoTogether() throws {
    let clear = try said(["correlate", Self.data("mtcars"), "mpg", "wt", "--method", "pearson"])
    #expect(
      clear.contains(
        """
        In words: people with a higher 'mpg' tend to have a lower 'wt' (r \u{2212}.87; 95 % interval \
        \u{2212}.93 to \u{2212}.74).
        """), "\(clear)")
    // Text is wrapped at any spaces; data hold the sentence as it is.
    let data = try Program.run([
      "correlate", Self.data("mtcars"), "mpg", "wt", "--format", "json",
    ]).output
    #expect(data.contains("tend to have a lower 'wt'"))
    let open = try said(["correlate", Self.data("mtcars"), "drat", "carb", "--method", "pearson"])
    #expect(open.contains("leave open whether 'drat' and 'carb' rise together, or one falls"))
    #expect(open.contains("(r \u{2212}.09; 95 % interval \u{2212}.43 to .27)"), "\(open)")
  }

  /// fisher.test(matrix(c(3, 9, 6, 2), 2)): p = .0648, where Newcombe's interval excludes 0.
  @Test func givesCountsAndSaysWhereTheExactTestDoesNotAgree() throws {
    let few = try crossed([("a", "no", 3), ("a", "yes", 6), ("b", "no", 9), ("b", "yes", 2)])
    #expect(few.contains("of 'a' 3 of 9 people (33 in 100) gave 'no' to 'helped', of 'b' 9 of 11"))
    #expect(
      few.contains("That is 48 in 100 fewer of 'a' (95 % interval: 6 to 73 fewer)."), "\(few)")
    #expect(few.contains("Fisher's exact test does not agree (p = .065)"))
    let more = try crossed([("a", "no", 30), ("a", "yes", 60), ("b", "no", 90), ("b", "yes", 20)])
    #expect(!more.contains("does not agree"))
    let rare = try crossed([("a", "no", 1), ("a", "yes", 999), ("b", "no", 0), ("b", "yes", 1000)])
    #expect(rare.contains("1 of 1000 people (fewer than 1 in 100)"), "\(rare)")
  }

  /// Of six pairs the three that lie furthest apart, and how many more.
  @Test func tellsTheLargestDifferencesOfMany() throws {
    let scratch = try ScratchFolder()
    let rows = zip(["a", "b", "c", "d"], [0, 10, 20, 30]).flatMap { group, start in
      (1...3).map { "\(group),\(start + $0)" }
    }
    try scratch.write((["g,y"] + rows).joined(separator: "\n") + "\n", to: "apart.csv")
    let found = try said(["compare", scratch.path("apart.csv"), "y", "--by", "g"])
    #expect(found.contains("In words: 'd' scores higher than 'a' on average, by 30.00"))
    #expect(
      found.contains("'c' scores higher than 'a'") && found.contains("'d' scores higher than 'b'"))
    #expect(found.contains("; and 3 more."), "\(found)")
  }

  @Test func saysWhereMeansAndRanksOfPairsDisagree() throws {
    let scratch = try ScratchFolder()
    let rows = ["1,2", "2,3", "3,4", "4,5", "5,5", "1,1", "2,2", "3,3"]
    try scratch.write((["before,after"] + rows).joined(separator: "\n") + "\n", to: "pairs.csv")
    // t.test(paired = TRUE): p = .033; wilcox.exact on the four that differ: p = .125.
    for call in [["before", "after", "--paired"], ["--within", "before,after"]] {
      let found = try said(["compare", scratch.path("pairs.csv")] + call)
      #expect(
        found.contains("the paired t-test (p .033) and the Wilcoxon signed-rank test (p .125)"))
      #expect(found.contains("with --within before,after --dots"), "\(found)")
    }
  }
}

/// What is said of mistakes that people make with comparisons.
@Suite struct ComparisonMistakeTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let rows = (1...24).map {
      "p\($0),\($0 % 2 == 0 ? "a" : "b"),\($0 % 3 == 0 ? "yes" : "no"),\($0),\($0 % 5)"
    }
    try scratch.write(
      (["code,team,helped,total,hope"] + rows).joined(separator: "\n") + "\n", to: "people.csv")
  }

  @Test(arguments: [
    ("compare DATA total --by team --test welch", "did you mean welch-t-test or welch-anova?"),
    ("compare DATA total --by team --test tukey", "did you mean tukey-hsd?"),
    ("compare DATA total --by team --test mann-whitney-u", "did you mean mann-whitney?"),
    ("compare DATA total --by team --test permutaton-test", "did you mean permutation-test?"),
    ("compare DATA total --by code", "makes no groups"),
    ("compare DATA total,hope --by team", "name them apart, as in total hope"),
    ("compare DATA helped --by team", "Answers in words are counted by attune crosstab."),
    ("compare DATA total --by team --and team", "'team' is named twice"),
    ("compare total DATA --by team", "name the data first"),
    ("correlate total DATA", "name the data first"),
    ("correlate DATA total helped", "Answers in words are counted by attune crosstab."),
    ("crosstab team helped DATA", "name the data first"),
    ("crosstab DATA team helped --event Yes", "did you mean 'yes'?"),
    ("crosstab DATA team helped --event maybe", "the answers are 'no', 'yes'."),
    ("crosstab DATA team helped --test chi2", "did you mean chi-square?"),
    ("crosstab DATA team helped --test fishers", "did you mean fisher?"),
  ])
  func saysWhatWasLikelyMeant(call: String, words: String) throws {
    let arguments = call.split(separator: " ").map {
      $0 == "DATA" ? scratch.path("people.csv") : String($0)
    }
    let run = try Program.run(arguments)
    #expect(run.status != 0)
    #expect(run.messages.contains(words), "\(run.messages)")
  }

  @Test func cautionsAboutScoresAsQuestions() throws {
    let run = try Program.run(["crosstab", scratch.path("people.csv"), "team", "total"])
    #expect(run.status == 0)
    #expect(run.output.contains("'total' has 24 different answers. If it is a score"))
  }
}
