import Foundation
import Testing

@Suite struct PowerTests {
  private func power(_ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["power", "instruments/keep.instrument", "datasets/keep_study/keep_study.design"] + more)
  }

  @Test func showsWhatASizeCanShow() throws {
    let run = try power("--runs", "20", "--bar", "0.7")
    #expect(run.status == 0, "\(run.messages)")
    for words in [
      "kp1", "equivalence, within 0.4", "Share of 20 made-up studies",
      "Of 100 studies with 48 people", "Smallest difference found in 80 of 100 studies",
      "rel with open", "Spearman", "Kruskal-Wallis", "at least 0.7", "SIMULATED - not real people",
    ] {
      #expect(
        run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(words),
        "\(words) is not in \(run.output)")
    }
    // Progress belongs on a terminal.
    #expect(run.messages.isEmpty)
  }

  @Test func theSameSeedGivesTheSameTables() throws {
    let first = try power("--runs", "12", "--sizes", "30,24+16+20", "--format", "json")
    #expect(first.status == 0, "\(first.messages)")
    #expect(
      try power("--runs", "12", "--sizes", "30,24+16+20", "--format", "json").output == first.output
    )
    #expect(
      try power("--runs", "12", "--sizes", "30,24+16+20", "--format", "json", "--seed", "3").output
        != first.output)
    #expect(first.output.contains("\"sizes\": \"13+8+9,24+16+20\""))
  }

  @Test(arguments: [
    (["--sizes", "33+15"], "has 2 numbers, and the design has 3 kinds of people", 1),
    (["--sizes", "2"], "fewer than the kinds of people", 1),
    (["--sizes", "many"], "as in 48,100 or 20+13+15", 64),
    (["--sizes", "0"], "as in 48,100 or 20+13+15", 64),
    (["--runs", "0"], "'--runs 0' is not between 1 and 1000000.", 64),
    (["--bar", "1.5"], "'--bar 1.5' is not between 0 and 1.", 64),
    (["--seed", "5000000000"], "is not a whole number up to 4294967295.", 64),
  ])
  func saysWhatItCannotUse(arguments: [String], words: String, status: Int) throws {
    let run = try Program.run(
      ["power", "instruments/keep.instrument", "datasets/keep_study/keep_study.design"] + arguments)
    #expect(run.status == Int32(status), "\(run.messages)")
    #expect(run.messages.contains(words), "\(run.messages)")
  }

  @Test func saysThatNothingIsPlanned() throws {
    let scratch = try ScratchFolder()
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    let design = try scratch.write(
      SimulateTests.smallDesign.replacing("count: 12", with: "count: 1"), to: "d.design")
    let run = try Program.run(["power", instrument, design, "--runs", "2"])
    #expect(run.status == 1)
    #expect(run.messages.contains("plans nothing that I can try yet"))
  }
}
