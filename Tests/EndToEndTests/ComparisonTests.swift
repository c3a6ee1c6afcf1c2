import AttuneTestSupport
import Foundation
import Testing

/// Comparing groups and occasions from the command line; the numbers are held in the statistics.
@Suite struct ComparisonTests {
  private static func data(_ name: String) -> String {
    Golden.file("statistics/data/\(name).csv")
  }

  // coin 1.4-2 wilcox_test(distribution = "exact"): p = .0598.
  @Test func setsRanksBesideWelch() throws {
    let run = try Program.run(["compare", Self.data("ties_two_groups"), "y", "--by", "g"])
    #expect(run.status == 0, "\(run.messages)")
    for title in ["Welch's t-test", "Hedges' g", "Mann-Whitney test", "Permutation test"] {
      #expect(run.output.contains("\n\(title)\n"))
    }
    #expect(run.output.contains("exact, conditional on ties"))
  }

  @Test func dealsAnewOnlyWhereAGroupIsSmall() throws {
    let run = try Program.run(["compare", Self.data("ToothGrowth"), "len", "--by", "supp"])
    #expect(run.output.contains("Mann-Whitney test"))
    #expect(!run.output.contains("Permutation test"))
    let corrected = try Program.run([
      "compare", Self.data("likert_clean"), "A1", "--by", "g", "--continuity", "--format", "json",
    ])
    #expect(corrected.output.contains("corrected for ties and continuity"))
  }

  // R 4.2.2 oneway.test: F(2, 17.13) = 5.18; the formula with ptukey: p = .024 for trt1 and trt2.
  @Test func comparesSeveralGroupsWithoutSupposingThatTheyVaryAlike() throws {
    let run = try Program.run(["compare", Self.data("PlantGrowth"), "weight", "--by", "group"])
    #expect(run.status == 0, "\(run.messages)")
    for words in [
      "Welch's analysis of variance", "5.18", "17.13", "Games-Howell comparisons", ".024",
      "Kruskal-Wallis test", "Dunn's comparisons", "One-way analysis of variance",
    ] {
      #expect(run.output.contains(words), "\(words)")
    }
    let two = try Program.run([
      "compare", Self.data("PlantGrowth"), "weight", "--by", "group", "--groups", "ctrl,trt2",
    ])
    #expect(two.output.contains("Welch's t-test") && two.output.contains("in other groups"))
    let oneSided = try Program.run([
      "compare", Self.data("PlantGrowth"), "weight", "--by", "group", "--alternative", "less",
    ])
    #expect(oneSided.status == 1 && oneSided.messages.contains("choose two by --groups"))
  }

  // R 4.2.2 t.test(paired = TRUE): 2.74, interval 1.78 to 3.69; two one-sided against half a
  // standard deviation of the differences, 2.15: p = .889.
  @Test func holdsThePairedDifferenceAgainstBounds() throws {
    let paired = ["compare", Self.data("prepost"), "pre", "post", "--paired"]
    let run = try Program.run(
      paired + ["--equivalence", "0.5", "--bounds", "standardised", "--smallest", "0.2"])
    #expect(run.status == 0, "\(run.messages)")
    for words in [
      "people score higher on 'pre' than on 'post' on average, by 2.74",
      "lies at or beyond the smallest difference that matters, 0.86",
      "Equivalence test (two one-sided paired t-tests)", "2.15", ".889",
    ] {
      #expect(run.output.replacing("\n", with: " ").contains(words), "\(words)")
    }
    for other in [
      ["compare", Self.data("prepost"), "pre", "--against", "3", "--smallest", "1"],
      ["compare", Self.data("prepost"), "--within", "pre,post", "--equivalence", "1"],
    ] {
      let refused = try Program.run(other)
      #expect(refused.status == 64 && refused.messages.contains("takes no bounds of a difference"))
    }
  }

  // R 4.2.2 t.test(len ~ supp): 3.70, interval -0.17 to 7.57; TOST against 4: 90 % interval to 6.93.
  @Test func saysADifferenceInWords() throws {
    let run = try Program.run([
      "compare", Self.data("ToothGrowth"), "len", "--by", "supp", "--smallest", "8",
      "--equivalence", "4", "--non-inferiority", "0.5", "--bounds", "raw",
    ])
    #expect(run.status == 0, "\(run.messages)")
    let words = run.output.replacing("\n", with: " ")
    #expect(words.contains("leave open whether 'OJ' or 'VC' scores higher on average"))
    #expect(words.contains("lies below the smallest difference that matters, 8.00"))
    #expect(words.contains("6.93") && words.contains("Non-inferiority test"))
  }

  @Test func correctsSeveralScoresAtOnce() throws {
    let run = try Program.run([
      "compare", Self.data("likert_clean"), "A1", "A2", "--by", "g", "--adjust", "bonferroni",
    ])
    #expect(run.output.contains("p Bonferroni"))
    let alone = try Program.run(["compare", Self.data("likert_clean"), "A1", "--by", "g"])
    #expect(!alone.output.contains("Bonferroni") && !alone.output.contains("p Holm"))
  }

  @Test(arguments: [
    (
      ["ToothGrowth", "len", "--by", "supp", "--test", "effects,yuen-t-test,brunner-munzel"],
      ["d for Welch", "Yuen's test", "Brunner-Munzel"], "Welch's t-test"
    ),
    (
      ["PlantGrowth", "weight", "--by", "group", "--test", "dunnett,pairwise-t-tests,assumptions"],
      ["Dunnett's comparisons", "p Holm", "Shapiro-Wilk W", "Bartlett"], "Games-Howell"
    ),
    (
      ["ToothGrowth", "len", "--by", "supp", "--and", "dose"],
      ["supp:dose", "Adjusted means", "Type II "], "Welch"
    ),
    (
      ["mtcars", "mpg", "--by", "cyl", "--covariate", "wt"],
      ["23.68", "covariates are at their means"], "Welch"
    ),
    (
      ["sites", "y", "--by", "two", "--site", "site"],
      ["Satterthwaite", "113.23", "Difference by resampling sites"], "Welch"
    ),
  ])
  func testsWhatIsNamed(arguments: [String], words: [String], without: String) throws {
    let run = try Program.run(
      ["compare", Self.data(arguments[0])] + Array(arguments.dropFirst()))
    #expect(run.status == 0, "\(run.messages)")
    let output = run.output.replacing("\n", with: " ")
    for word in words { #expect(output.contains(word), "\(word)") }
    #expect(!output.contains(without))
  }

  @Test func drawsEachPerson() throws {
    let run = try Program.run([
      "compare", Self.data("PlantGrowth"), "weight", "--by", "group", "--dots",
    ])
    #expect(run.output.contains("ctrl (n = 10): mean 5.03, 95 % interval 4.61 to 5.45."))
    #expect(run.output.contains("[-----------O----------]"))
  }

  @Test(arguments: [
    (["len", "--by", "dose", "--test", "effects"], "choose two by --groups"),
    (["len", "--by", "dose", "--equivalence", "1"], "choose two by --groups"),
    (["len", "--by", "supp", "--test", "dunnett"], "more than two groups"),
    (["len", "--by", "supp", "--and", "nobody"], "no column 'nobody'"),
    (["len", "--by", "supp", "--test", "nonsense"], "is none of welch-t-test"),
    (["len", "--by", "supp", "--equivalence", "0"], "is not above 0"),
    (["len", "--by", "supp", "--and", "dose", "--site", "dose"], "goes with one factor"),
    (["len", "--by", "supp", "--trim", "0.5"], "below 0.5"),
  ])
  func saysWhatDoesNotGoTogether(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", Self.data("ToothGrowth")] + arguments)
    #expect(run.status != 0)
    #expect(run.messages.contains(words), "\(run.messages)")
  }

  // R 4.2.2 t.test(pre, post, paired = TRUE): t(79) = 5.70.
  @Test func comparesTwoOccasions() throws {
    let run = try Program.run(["compare", Self.data("prepost"), "pre", "post", "--paired"])
    #expect(run.status == 0, "\(run.messages)")
    for words in [
      "Occasions", "25.04", "Paired t-test", "5.70", "Wilcoxon signed-rank test", "Sign test",
      "dropped",
    ] {
      #expect(run.output.contains(words))
    }
    let pratt = try Program.run([
      "compare", Self.data("prepost"), "pre", "post", "--paired", "--zeros", "pratt",
    ])
    #expect(pratt.output.contains("(Pratt)"))
  }

  @Test(arguments: [
    (["pre", "post"], "--by, or ask for --paired"),
    (["pre", "post", "--paired", "--by", "group"], "ask different questions"),
    (["pre", "--paired"], "takes two scores"),
  ])
  func saysWhatIsNotClear(arguments: [String], words: String) throws {
    let run = try Program.run(["compare", Self.data("prepost")] + arguments)
    #expect(run.status == 64)
    #expect(run.messages.contains(words))
  }

  // R 4.2.2, formulas written out: SEM of reliability .80 is 3.33, of 80 people 1 rose and 4 fell.
  @Test func tellsHowAlikeTwoOccasionsAre() throws {
    let run = try Program.run([
      "retest", Self.data("prepost"), "pre", "post", "--reliability", "0.8",
    ])
    #expect(run.status == 0, "\(run.messages)")
    for words in ["Test-retest reliability", "ICC(A,1)", "Reliable change", "3.33"] {
      #expect(run.output.contains(words))
    }
    let plain = try Program.run(["retest", Self.data("prepost"), "pre", "post"])
    #expect(!plain.output.contains("Reliable change"))
  }

  @Test(arguments: [
    (["pre", "pre"], "named twice"), (["pre", "post", "--reliability", "1"], "from 0 to below 1"),
    (["pre", "post", "--standard-deviation", "3"], "belongs to --reliability"),
    (["pre", "post", "--level", "2"], "not between 0 and 1"),
  ])
  func saysWhatRetestCannotUse(arguments: [String], words: String) throws {
    let run = try Program.run(["retest", Self.data("prepost")] + arguments)
    #expect(run.status == 64)
    #expect(run.messages.contains(words))
  }

  @Test func namesAColumnThatIsNotThere() throws {
    let run = try Program.run(["retest", Self.data("prepost"), "pre", "pots"])
    #expect(run.status == 1)
    #expect(run.messages.contains("post"))
  }
}
