import Foundation
import Testing

@Suite struct SimulateTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func simulate(_ instrument: String, _ design: String, _ more: String...) throws
    -> Program.Outcome
  {
    try Program.run(
      ["simulate", "instruments/\(instrument).instrument", design, "--output", scratch.path("out")]
        + more)
  }

  // MARK: The data sets

  /// Byte for byte: the same seed gives the same files.
  @Test(arguments: [("keep_study", "keep"), ("alongside_study", "alongside")])
  func theDataSetsAreWhatTheirDesignsGive(name: String, instrument: String) throws {
    let run = try simulate(instrument, "datasets/\(name)/\(name).design")
    #expect(run.status == 0, "\(run.messages)")
    for kind in ["responses.csv", "reasons.csv", "codebook.csv"] {
      #expect(
        try scratch.text("out/SIMULATED_\(name)_\(kind)") == kept(name, kind),
        "\(kind): if the instrument has changed, make datasets")
    }
    // What stands above the tables names the program's version and the instrument's bytes.
    let made = try scratch.text("out/SIMULATED_\(name)_truth.json")
    let tables = try #require(made.range(of: "\"tables\""))
    #expect(try kept(name, "truth.json").hasSuffix(made[tables.lowerBound...]))
  }

  private func kept(_ name: String, _ kind: String) throws -> String {
    String(
      decoding: try Data(
        contentsOf: Program.root.appending(path: "datasets/\(name)/SIMULATED_\(name)_\(kind)")),
      as: UTF8.self)
  }

  @Test func everyDesignIsInItsOneFormAndFitsItsInstrument() throws {
    let folder = Program.root.appending(path: "datasets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { FileManager.default.fileExists(atPath: folder.path() + "/\($0)/\($0).design") }
    #expect(names.count == 12)
    let designs = names.map { "datasets/\($0)/\($0).design" }
    #expect(try Program.run(["format", "--check"] + designs).status == 0)
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    for name in names { #expect(readme.contains("`\(name)`"), "\(name)") }
  }

  @Test func everythingSaysThatItIsSimulated() throws {
    let path = "datasets/keep_study/SIMULATED_keep_study_responses.csv"
    let text = try String(contentsOf: Program.root.appending(path: path), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines[0].split(separator: ",", omittingEmptySubsequences: false)
    let column = try #require(header.firstIndex(of: "simulated"))
    for line in lines.dropFirst() {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false)[column] == "1")
    }
    let results = try Program.run([
      "reliability", path, "--instrument", "instruments/keep.instrument",
    ])
    #expect(results.output.contains("SIMULATED - not real people"))
    let compared = try Program.run([
      "compare", path, "rel", "--by", "contact", "--instrument", "instruments/keep.instrument",
      "--format", "csv", "--table", "welch-t-test",
    ])
    #expect(compared.output.hasPrefix("simulated,"))
    #expect(compared.messages.contains("SIMULATED - not real people"))
  }

  @Test func anotherSeedGivesOtherPeople() throws {
    let design = try scratch.write(Self.smallDesign, to: "small.design")
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    func responses(_ seed: String, _ folder: String) throws -> String {
      let run = try Program.run([
        "simulate", instrument, design, "--output", scratch.path(folder), "--seed", seed,
      ])
      #expect(run.status == 0, "\(run.messages)")
      return try scratch.text("\(folder)/SIMULATED_tiny_responses.csv")
    }
    #expect(try responses("5", "a") == responses("5", "b"))
    #expect(try responses("5", "a") != responses("6", "c"))
  }

  // MARK: The loud checks

  @Test func theFaultySetSetsOffEveryWarning() throws {
    let run = try simulate("keep", "datasets/faulty_keep/faulty_keep.design")
    #expect(run.status == 0, "\(run.messages)")
    let results = try Program.run([
      "reliability", scratch.path("out/SIMULATED_faulty_keep_responses.csv"), "--instrument",
      "instruments/keep.instrument", "--format", "json",
    ])
    let cautions =
      try #require(
        try JSONSerialization.jsonObject(with: Data(results.output.utf8)) as? [String: Any])[
        "cautions"] as? [[String: Any]]
    func about(_ id: String) -> [String] {
      (cautions ?? []).filter { $0["id"] as? String == id }
        .flatMap { $0["about"] as? [String] ?? [] }
    }
    #expect(
      Set(about("negative-item")) == [
        "rel5", "rel6", "prio5", "prio6", "prac5", "whole5", "want5", "med4", "med5", "hosp2",
        "hosp4", "open4",
      ])
    #expect(about("identical-items") == ["prio1", "prio2"])
    let twice = (cautions ?? []).first { $0["id"] as? String == "repeated-case" }
    #expect((twice?["text"] as? String)?.contains("Has somebody been entered twice?") == true)
  }

  // MARK: What a person meets who gets it wrong

  @Test func saysWhatHasToBeMended() throws {
    let design = try scratch.write(
      Self.smallDesign.replacing("loading: 0.7", with: "loading: 1.2"), to: "d.design")
    let instrument = try scratch.write(Study.short, to: "short.instrument")
    let run = try Program.run(["simulate", instrument, design, "--output", scratch.path("out")])
    #expect(run.status == 1)
    #expect(run.messages.contains("1.2 is too strong"))
    #expect(run.messages.contains("A385"))
    #expect(run.messages.contains("has to be mended first"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    #expect(try Program.run(["check", design]).output.contains("1.2 is too strong"))
    #expect(try Program.run(["explain", "A385"]).output.contains("between -1 and 1"))
  }

  @Test func saysThatTheDesignIsForAnotherInstrument() throws {
    let run = try simulate("say", "datasets/keep_study/keep_study.design")
    #expect(run.status == 1)
    #expect(run.messages.contains("This design is for \"keep\", and the instrument is \"say\""))
  }

  @Test func wantsASeedThatTheGeneratorTakes() throws {
    let run = try simulate("keep", "datasets/keep_study/keep_study.design", "--seed", "4294967296")
    #expect(run.status == 64)
    #expect(run.messages.contains("'--seed 4294967296' is not a whole number up to 4294967295."))
  }

  /// People who answer the short instrument of the other tests.
  static let smallDesign = """
    simulation tiny: Tiny
      instrument: short
      seed: 1

    people everybody: Everybody
      count: 12

    items
      loading: 0.7

    profile mid: Middle
      cut at: 0, 1
      for: calm, heard, safe

    """
}
