import AttuneTestSupport
import Foundation
import Testing

@Suite struct ReliabilityTests {
  @Test(arguments: [("feldt", "Feldt"), ("bonett", "Bonett"), ("duhachek", "Duhachek-Iacobucci")])
  func findsTheIntervalThatIsAskedFor(name: String, title: String) throws {
    let run = try Self.reliability("--interval", name)
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("\(title) interval, 95 %"))
  }

  @Test func printsTheSeedOfABootstrapIntervalAndRepeatsIt() throws {
    let runs = try ["1", "1", "2"].map {
      try Self.reliability("--interval", "bca", "--resamples", "500", "--seed", $0)
    }
    #expect(runs[0].output.contains("BCa bootstrap interval, 95 %, 500 resamples, seed 1"))
    #expect(runs[0].output == runs[1].output)
    #expect(runs[2].output.contains("seed 2"))
  }

  @Test func asksForABootstrapWhereResamplesAreGiven() throws {
    let run = try Self.reliability("--resamples", "500")
    #expect(run.status == 64)
    #expect(run.messages.contains("'--resamples' belongs to --interval percentile or bca."))
  }

  @Test func addsWhatIsAskedFor() throws {
    let run = try Self.reliability("--with", "guttman, split-half", "--format", "json")
    #expect(run.status == 0, "\(run.messages)")
    for id in ["reliability", "items", "guttman", "split-half", "all-splits"] {
      #expect(run.output.contains("\"\(id)\""))
    }
    #expect(!run.output.contains("measurement-error"))
    let all = try Self.reliability("--with", "all", "--table", "measurement-error")
    #expect(all.output.contains("Standard error of measurement"))
  }

  @Test func keepsAlphaWhereThereIsNoOmega() throws {
    let run = try Program.run([
      "reliability", Golden.file("statistics/data/likert_clean.csv"), "--items", "A1,A3", "--with",
      "omega",
    ])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("McDonald's omega of 'items' is not available because at least 3"))
  }

  @Test func setsTheAlphasOfGroupsBesideEachOther() throws {
    let run = try Self.twoScales("--by", "g", "--missing", "NA", "--format", "json")
    #expect(run.status == 0, "\(run.messages)")
    for id in ["reliability", "items", "alpha-comparison", "alpha-differences"] {
      #expect(run.output.contains("\"\(id)\""))
    }
    let table = try Self.twoScales("--by", "g", "--missing", "NA", "--table", "alpha-comparison")
    #expect(table.output.contains("Separate groups of people."))
  }

  @Test func saysWhoIsInNoGroup() throws {
    let folder = try ScratchFolder()
    let rows = ["1,2,a", "2,2,a", "3,5,a", "4,4,b", "5,4,b", "1,2,b", "3,3,", "5,5,"]
    let file = try folder.write(
      "x,y,team\n" + rows.joined(separator: "\n") + "\n", to: "groups.csv")
    let run = try Program.run(["reliability", file, "--items", "x,y", "--by", "team"])
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("2 people are in no group of 'team'."))
    let unknown = try Program.run(["reliability", file, "--items", "x,y", "--by", "taem"])
    #expect(unknown.status == 1)
    #expect(unknown.messages.contains("team"))
  }

  @Test func takesSeveralScalesTogether() throws {
    let run = try Self.twoScales("--missing", "NA", "--with", "composite,comparison")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("Reliability of the scales together"))
    #expect(run.output.contains("137 used"))
    #expect(run.output.contains("Feldt's test of two dependent alphas"))
    let one = try Self.reliability("--with", "composite", "--format", "json")
    #expect(one.output.contains("is not available because one scale alone is not a composite"))
  }

  @Test func asksForOneThingAtATime() throws {
    let run = try Self.reliability("--by", "g", "--with", "omega")
    #expect(run.status == 64)
    #expect(run.messages.contains("leave it out beside --by"))
  }

  @Test func saysWhatCanBeAdded() throws {
    let run = try Self.reliability("--with", "omgea")
    #expect(run.status == 64)
    #expect(run.messages.contains("'omgea' is none of omega, guttman, ordinal"))
  }

  @Test func keepsItemsCasesAndAlphaTogetherInEightyColumns() throws {
    let run = try Self.reliability()
    let heading = run.output.split(separator: "\n").first { $0.contains("std alpha") } ?? ""
    #expect(
      heading.split(separator: " ").prefix(6)
        == ["scale", "items", "n", "alpha", "lower", "upper"])
  }

  private static func twoScales(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      [
        "reliability", Golden.file("statistics/data/likert_missing.csv"), "--scale",
        "A=A1,A2-,A3,A4,A5-,A6", "--scale", "B=B1..B3,B4-,B5,B6", "--range", "1..5",
      ] + more)
  }

  private static func reliability(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      [
        "reliability", Golden.file("statistics/data/likert_clean.csv"), "--items",
        "A1,A2-,A3,A4,A5-,A6", "--range", "1..5",
      ] + more)
  }

  @Test func keepsCasesForThePairsThatTheyAnswered() throws {
    let call = [
      "reliability", Golden.file("statistics/data/likert_missing.csv"), "--items",
      "A1,A2-,A3,A4,A5-,A6", "--range", "1..5", "--missing-values", "pairwise",
    ]
    let run = try Program.run(call)
    #expect(run.status == 0, "\(run.messages)")
    // psych 2.2.9: .7209 and at least 258 in a pair.
    #expect(run.output.contains(".72"))
    #expect(run.output.contains("300 cases, 296 with a value; each pair of items on the 258 to"))
    for more in [["--with", "omega"], ["--by", "g"], ["--interval", "bca"]] {
      let refused = try Program.run(call + more)
      #expect(refused.status == 64)
      #expect(refused.messages.contains("omplete"))
    }
  }
}
