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

  // R 4.2.2 t.test(pre, post, paired = TRUE): t(79) = 5.70.
  @Test func comparesTwoOccasions() throws {
    let run = try Program.run(["compare", Self.data("prepost"), "pre", "post", "--paired"])
    #expect(run.status == 0, "\(run.messages)")
    for words in ["Paired t-test", "5.70", "Wilcoxon signed-rank test", "Sign test", "dropped"] {
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
