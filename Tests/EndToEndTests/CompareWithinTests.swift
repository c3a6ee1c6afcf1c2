import AttuneTestSupport
import Foundation
import Testing

/// Comparing the same people on several occasions from the command line; the numbers are held in the
/// statistics.
@Suite struct CompareWithinTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private static func data(_ name: String) -> String {
    Golden.file("statistics/data/\(name).csv")
  }

  /// The words of a run that ended well, on one line.
  private func words(_ arguments: [String]) throws -> String {
    let run = try Program.run(["compare"] + arguments)
    #expect(run.status == 0, "\(run.messages)")
    return run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // R 4.2.2 friedman.test: 64.57; aov with Error: F = 38.04; epsilon .877.
  @Test func setsTheAnalysisOfVarianceBesideFriedman() throws {
    let output = try words([
      Self.data("orthodont"), "--within", "age_8,age_10,age_12,age_14",
    ])
    for word in [
      "Friedman test", "64.57", "Agreement on the order", "Conover's comparisons", "p Holm",
      "Repeated-measures analysis of variance", "38.04", "68.39", "Mauchly's test of sphericity",
      "partial eta²", "Paired t-tests", "10000 resamples, seed 1",
      "people tend to score higher on 'age_10' than on 'age_8' (18 of 27 do, 6 the other way)",
      "and 3 more.",
    ] { #expect(output.contains(word), "\(word)") }
    #expect(!output.contains("NaN") && !output.contains("nan"))
  }

  // R 4.2.2 t.test(pre, post, paired = TRUE): 5.70, 1.78 to 3.69.
  @Test func comparesTwoOccasionsByPairs() throws {
    let output = try words([Self.data("prepost"), "--within", "pre,post"])
    for word in [
      "Paired t-test", "5.70", "Wilcoxon signed-rank test", "Sign test", "d_av",
      "people score higher on 'pre' than on 'post' on average, by 2.74",
    ] { #expect(output.contains(word), "\(word)") }
    let turned = try words([Self.data("prepost"), "--within", "post,pre"])
    #expect(turned.contains("−5.70"))
    #expect(turned.contains("people score higher on 'pre' than on 'post' on average, by 2.74"))
  }

  // R 4.2.2 mcnemar.test and Cochran's formula.
  @Test func countsWhereThereAreTwoAnswers() throws {
    let two = try words([Self.data("binary"), "--within", "T2,T3"])
    for word in ["McNemar's test", "mid-p", "Newcombe's method 10", "Counted: the answer 1"] {
      #expect(two.contains(word), "\(word)")
    }
    let other = try words([
      Self.data("binary"), "--within", "T2,T3", "--shares-interval", "agresti-min",
    ])
    #expect(other.contains("Agresti and Min's method"))
    let three = try words([Self.data("binary"), "--within", "T1,T2,T3"])
    for word in [
      "Cochran's Q", "33.59", "McNemar's comparisons",
      "the occasions differ more than chance would explain (p < .001)",
    ] {
      #expect(three.contains(word), "\(word)")
    }
    #expect(!three.contains("Friedman"))
  }

  @Test func tellsPairsOfYesAndNoWhatCountsThem() throws {
    let output = try words([Self.data("binary"), "T2", "T3", "--paired"])
    #expect(output.contains("--within T2,T3 counts them by McNemar's test"))
    let scores = try words([Self.data("prepost"), "pre", "post", "--paired"])
    #expect(!scores.contains("McNemar"))
  }

  @Test func testsWhatIsNamed() throws {
    let output = try words([
      Self.data("orthodont"), "--within", "age_8,age_10,age_12,age_14", "--test",
      "nemenyi,rm-anova,conover,assumptions", "--adjust", "bonferroni",
    ])
    for word in [
      "Nemenyi's comparisons", "p Bonferroni", "Shape of the differences", "Shapiro-Wilk W",
      "Greenhouse-Geisser",
    ] { #expect(output.contains(word), "\(word)") }
    #expect(!output.contains("Friedman test"))
  }

  @Test func readsARowForEachOccasion() throws {
    let rows = [
      "code,month,total,mood", "a,0,10,1", "a,6,12,2", "a,12,15,4", "b,0,8,2", "b,6,9,1",
      "b,12,13,5", "c,12,9,3", "c,0,7,1", "c,6,7,2", "d,0,5,1", "d,6,9,1", ",6,3,3",
    ]
    let data = try scratch.write(rows.joined(separator: "\n") + "\n", to: "long.csv")
    let output = try words([data, "total", "--within", "month", "--person", "code"])
    for word in [
      "occasion n", "4 cases, 3 used", "1 of 4 people lack a score on some occasion (12: 1)",
      "1 row does not say 'code' or 'month'", "Friedman test",
    ] { #expect(output.contains(word), "\(word)") }
    let chosen = try words([
      data, "total", "mood", "--within", "month", "--person", "code", "--occasions", "6,0",
    ])
    #expect(chosen.contains("4 cases, all used") && chosen.contains("6 minus 0"))
    #expect(chosen.contains("mood") && chosen.contains("2 scores are compared"))
    for (arguments, words) in [
      (["--occasions", "6,3"], "no row has '3' in 'month'; there is 0, 6, 12"),
      (["--person", "month"], "each person has one row for each occasion"),
    ] {
      let run = try Program.run(
        ["compare", data, "total", "--within", "month", "--person", "code"] + arguments)
      #expect(run.status == 1)
      #expect(run.messages.contains(words), "\(run.messages)")
    }
  }

  @Test(arguments: [
    ("a,b,c\n1,1,1\n2,2,2\n5,5,5\n", "everybody's scores are the same on all occasions"),
    ("a,b,c\n1,1,1\n0,0,0\n", "nobody's answer changes"),
    ("a,b,c\n1,2,3\n", "at least 2 complete cases are needed and there is 1"),
    ("a,b,c\n1,,3\n,2,3\n", "at least 2 complete cases are needed and there are 0"),
    ("a,b,c\n1,1,1\n1,1,1\n", "everybody's scores are the same on all occasions"),
  ])
  func saysWhyThereIsNothingToCompare(text: String, words: String) throws {
    let data = try scratch.write(text, to: "few.csv")
    let run = try Program.run(["compare", data, "--within", "a,b,c"])
    #expect(run.status == 1)
    #expect(run.messages.contains("not available because \(words)"), "\(run.messages)")
  }

  /// Everybody in one order and changing alike: what can be had is given, and the rest says why not.
  @Test func givesWhatCanBeHad() throws {
    let data = try scratch.write("a,b,c\n1,2,4\n2,3,5\n4,5,7\n", to: "alike.csv")
    let output = try words([data, "--within", "a,b,c"])
    for word in [
      "everybody's scores have the same order", "Friedman test",
      "Repeated-measures analysis of variance of 'a, b, c' is not available because the change between",
      "Paired t-tests of 'a, b, c' is not available because the difference is the same for everyone",
    ] { #expect(output.contains(word), "\(word)") }
    let json = try Program.run(["compare", data, "--within", "a,b,c", "--format", "json"])
    #expect(json.output.contains("{\"unavailable\":") || json.output.contains("\"unavailable\": "))
    #expect(!json.output.lowercased().contains("nan,"))
  }

  @Test(arguments: [
    (["x", "--within", "a"], "say whose the rows are with --person"),
    (["--within", "a", "--person", "p"], "Name the score whose rows"),
    (["x", "--within", "a,b"], "one score too many"), (["--within", "a,a"], "names 'a' twice"),
    (["--within", "a,b", "--by", "g"], "none of '--by', '--paired' and '--against'"),
    (["--within", "a,b", "--person", "p"], "are for one --within column"),
    (["--within", "a,b", "--equivalence", "1"], "takes no bounds"),
    (["x", "--by", "g", "--person", "p"], "belong to --within"),
    (["--by", "g"], "Name what is compared"),
    (["x", "--within", "a", "--person", "p", "--occasions", "1"], "takes two or more"),
  ])
  func saysWhatIsNotClear(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", Self.data("prepost")] + arguments)
    #expect(run.status == 64)
    #expect(run.messages.contains(words), "\(run.messages)")
  }

  @Test(arguments: [
    (["--within", "pre,post", "--test", "welch-t-test"], "compares separate groups"),
    (["pre", "--by", "group", "--test", "friedman"], "name them with --within"),
    (
      ["--within", "pre,post", "--test", "friedman", "--alternative", "less"],
      "has no --alternative"
    ),
    (["--within", "pre,nobody"], "nobody"),
    (["--within", "pre,post", "--test", "mcnemar"], "answers of two kinds"),
  ])
  func saysWhatDoesNotGoTogether(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", Self.data("prepost")] + arguments)
    #expect(run.status == 1)
    #expect(run.messages.contains(words), "\(run.messages)")
  }
}
